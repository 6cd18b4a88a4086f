/** "Your ratings": where they are, a file out, a file in, and a way to erase. */
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { fileText, readFile } from "./file.js";

/** @typedef {import("./state.js").Ratings} Ratings */
/** @typedef {{before: Ratings, after: Ratings}} Both */

const STAGES = /** @type {const} */ (["before", "after"]);
const isEmpty = (/** @type {Ratings} */ ratings) => Object.keys(ratings).length === 0;
const alike = (/** @type {Ratings} */ one, /** @type {Ratings} */ other) =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([id, rating]) => other[id] === rating);

/**
 * @param {object} options
 * @param {{id: string}[]} options.claims
 * @param {() => Both} options.current
 * @param {(ratings: Both) => void} options.onLoad
 * @param {() => void} options.onErase
 * @param {(words: string) => void} options.say
 */
export function fileDisclosure({ claims, current, onLoad, onErase, say }) {
  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: load });
  const where = h("p", {});
  const message = h("p", { class: "ldn-line" });
  const confirm = h("div", { class: "ldn-actions" });
  const element = h("details", { class: "ldn-disclosure ldn-answers" }, h("summary", {}, "Your ratings"), where,
    h("div", { class: "ldn-actions" },
      button("Save to a file", save),
      button("Load from a file", () => file.click()),
      button("Erase", () => ask("Erase all your ratings in this browser, those from the start too?", "Erase", () => {
        onErase();
        tell("Your ratings are erased.");
      }))),
    confirm, message, file);
  showWhere(true);

  /** @param {boolean} kept */
  function showWhere(kept) {
    where.textContent = kept
      ? "They are kept in this browser only, and are sent nowhere. A file takes them to another browser."
      : "This browser keeps nothing for this page. Save your ratings to a file before you leave it.";
  }
  /** Said and shown. @param {string} words */
  function tell(words) {
    message.textContent = words;
    say(words);
  }
  function save() {
    const address = URL.createObjectURL(new Blob([fileText(current())], { type: "application/json" }));
    h("a", { href: address, download: "a-tenth-of-the-dose-ratings.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell("Saved to a file.");
  }
  async function load() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      const read = readFile(await chosen.text(), claims);
      if (STAGES.every((stage) => isEmpty(read[stage]))) throw new Error("This file holds no ratings.");
      const now = current();
      // A stage that the file leaves empty stays as it is here.
      const next = { before: isEmpty(read.before) ? now.before : read.before, after: isEmpty(read.after) ? now.after : read.after };
      const take = () => {
        onLoad(next);
        tell("Your ratings are loaded.");
      };
      const replaces = STAGES.some((stage) => !isEmpty(now[stage]) && !alike(now[stage], next[stage]));
      if (replaces) ask("Put the ratings of the file in place of those that are here?", "Replace", take);
      else take();
    } catch (problem) {
      tell(`${/** @type {Error} */ (problem).message} Nothing was changed.`);
    } finally {
      file.value = "";
    }
  }
  /** @param {string} question @param {string} verb @param {() => void} act */
  function ask(question, verb, act) {
    const close = () => {
      confirm.replaceChildren();
      element.querySelector("summary")?.focus();
    };
    const yes = button(verb, () => (close(), act()), { class: "ldn-button ldn-primary" });
    message.textContent = "";
    confirm.replaceChildren(h("span", {}, question), yes, button("Keep mine", close));
    yes.focus();
  }
  return { element, showWhere };
}
