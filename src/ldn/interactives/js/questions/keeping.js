/**
 * Answers live in the reader's own browser and nowhere else. Here they are kept, taken back in, saved to a
 * file, loaded from one, and erased. Whatever does not fit is as if it had never been kept.
 */
import { button } from "../kit/controls.js";
import { h } from "../kit/dom.js";
import { forget, recall, remember, rememberedKeys } from "../kit/storage.js";

const FORMAT = { course: "a-tenth-of-the-dose", format: 1 };
const CHANGED = "ldn-kept-answers-changed";
const isAnswers = (/** @type {string} */ key) => /^(quiz|exercise|progress)\//.test(key);
/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What is kept under a key, or an empty object. @param {string} key @returns {Record<string, any>} */
export const keptAnswers = (key) => recall(key, isObject) ?? {};

/** @param {string} key @param {Record<string, any>} answers @returns {boolean} whether the browser keeps them */
export const keepAnswers = (key, answers) =>
  Object.keys(answers).length ? remember(key, answers) : (forget(key), true);

/**
 * Calls back when answers were loaded or erased, here or in another window.
 * @param {() => void} callback @returns {() => void} to stop
 */
export function whenKeptAnswersChange(callback) {
  const names = [CHANGED, "storage"];
  names.forEach((name) => window.addEventListener(name, callback));
  return () => names.forEach((name) => window.removeEventListener(name, callback));
}

/**
 * "Your answers": where they are, a file out, a file in, and two ways to erase.
 * @param {object} options
 * @param {string} options.key under which this piece keeps its answers
 * @param {string} options.what "this quiz"
 * @param {() => Record<string, any>} options.current answers of this piece, kept or not
 * @param {() => void} options.onErase
 * @param {(sentence: string) => void} options.say
 */
export function answersDisclosure({ key, what, current, onErase, say }) {
  const file = h("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: load });
  const confirm = h("div", { class: "ldn-actions" });
  const where = h("p", {});
  const element = h("details", { class: "ldn-disclosure ldn-answers" }, h("summary", {}, "Your answers"),
    where,
    h("div", { class: "ldn-actions" },
      button("Save all to a file", save),
      button("Load from a file", () => file.click()),
      button(`Erase ${what}`, () => ask(`Erase the answers to ${what}?`, () => erase(false))),
      button("Erase everything", () => ask("Erase all answers, guesses and lesson marks of this course in this browser?", () => erase(true)))),
    confirm, file);
  showWhere(true);

  /** @param {boolean} kept */
  function showWhere(kept) {
    where.textContent = kept
      ? "They are kept in this browser only, and are sent nowhere."
      : "This browser keeps nothing for this page. Save your answers to a file before you leave it.";
  }
  function save() {
    const kept = Object.fromEntries(rememberedKeys().filter(isAnswers).map((one) => [one, keptAnswers(one)]));
    kept[key] = current();
    const text = JSON.stringify({ ...FORMAT, kept }, null, 1);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    h("a", { href: address, download: "a-tenth-of-the-dose-answers.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say("Saved to a file.");
  }
  async function load() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      const { course, format, kept } = JSON.parse(await chosen.text());
      if (course !== FORMAT.course || format !== FORMAT.format || !isObject(kept)) throw new TypeError("another kind of file");
      for (const [one, answers] of Object.entries(kept)) if (isAnswers(one) && isObject(answers)) keepAnswers(one, answers);
      window.dispatchEvent(new Event(CHANGED));
      say("Answers loaded.");
    } catch {
      say("This file holds no answers of this course. Nothing was changed.");
    }
    file.value = "";
  }
  /** @param {string} question @param {() => void} act */
  function ask(question, act) {
    const close = () => {
      confirm.replaceChildren();
      element.querySelector("summary")?.focus();
    };
    const yes = button("Erase", () => (close(), act()), { class: "ldn-button ldn-primary" });
    confirm.replaceChildren(h("span", {}, question), yes, button("Keep", close));
    yes.focus();
  }
  /** @param {boolean} everything */
  function erase(everything) {
    if (everything) rememberedKeys().filter((one) => isAnswers(one) || one.startsWith("guess/")).forEach(forget);
    else forget(key);
    onErase();
    window.dispatchEvent(new Event(CHANGED));
    say(everything ? "Everything is erased." : `The answers to ${what} are erased.`);
  }
  return { element, showWhere };
}
