/** Lessons that a piece points to. In the book the contents know their addresses; elsewhere their number has to do. */
import { h } from "./dom.js";

/** @param {string} number two digits */
export function lessonLink(number) {
  const link = document.querySelector(`#contents a[data-lesson="${number}"]`);
  const words = `Lesson\u00a0${number}`;
  return link instanceof HTMLAnchorElement ? h("a", { href: link.href }, words) : words;
}
