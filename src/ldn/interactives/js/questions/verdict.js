/** How feedback looks and is said: an icon, a word and a colour together, never a colour alone. */
import { sourceHref } from "../kit/citation.js";
import { h, prose } from "../kit/dom.js";

/**
 * `key`: a right option that was not taken; `aside`: a wrong one that was rightly left. Both only once all is shown.
 * @typedef {"right" | "close" | "wrong" | "key" | "aside"} Outcome
 */

const WORD = { right: "Right", close: "Close", wrong: "Not this", key: "Right answer", aside: "Not this" };
const PATH = {
  right: "M4 10.5l4 4.5l8-10",
  key: "M4 10.5l4 4.5l8-10",
  close: "M3 8c3.5-3.5 7 3 14-.5M3 14c3.5-3.5 7 3 14-.5",
  wrong: "M5 5l10 10M15 5l-10 10",
  aside: "M6 10h8",
};

/** @param {Outcome} outcome */
export function icon(outcome) {
  const place = h("span", { class: "ldn-icon", "aria-hidden": "true" });
  place.innerHTML = `<svg viewBox="0 0 20 20" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2.5"><path d="${PATH[outcome]}"/></svg>`;
  return place;
}

/** @param {Outcome} outcome @param {string} html @param {string} [word] */
export function verdict(outcome, html, word = WORD[outcome]) {
  return h("div", { class: "ldn-verdict", "data-outcome": outcome }, icon(outcome),
    h("div", {}, h("strong", {}, `${word}.`), " ", prose("span", {}, html)));
}

/** @param {string} html @returns {string} its words, for the live region */
export function words(html) {
  const place = document.createElement("div");
  place.innerHTML = html;
  return (place.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Hints, each behind the one before it. @param {string[]} hints */
export function hintLadder(hints) {
  return hints.reduceRight((/** @type {HTMLElement | null} */ inner, hint, i) =>
    h("details", { class: "ldn-hint" }, h("summary", {}, i === 0 ? "Hint" : "Another hint"),
      prose("p", {}, hint), inner), null);
}

/**
 * “Why we say so”: links to the sources behind an item.
 * @param {{key: string, label: string, address: string | null}[]} links
 */
export function evidence(links) {
  const parts = links.flatMap(({ key, label, address }, i) => {
    const href = sourceHref({ key, address });
    return [i ? ", " : "", href ? h("a", { href }, label) : label];
  });
  return h("p", { class: "ldn-evidence" }, "Why we say so: ", ...parts);
}
