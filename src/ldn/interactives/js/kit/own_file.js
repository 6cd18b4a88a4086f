/**
 * What a reader has made in a piece, as a disclosure: where it is kept, a file out, a file in, and a way to erase it.
 * Nothing is replaced or erased unasked, and a file that cannot be used says why and changes nothing.
 */
import { button } from "./controls.js";
import { h } from "./dom.js";

/**
 * @param {object} options
 * @param {string} options.what "your ratings"
 * @param {string} options.filename
 * @param {string} options.type its media type
 * @param {string} options.accept what the file chooser offers
 * @param {() => string} options.content of the file
 * @param {(text: string) => {replaces: boolean, take: () => void}} options.read what a file would do; throws an Error for the reader
 * @param {() => void} options.onErase
 * @param {(words: string) => void} options.say
 */
export function ownFile({ what, filename, type, accept, content, read, onErase, say }) {
  const heading = `${what[0].toUpperCase()}${what.slice(1)}`;
  const file = h("input", { type: "file", accept, hidden: true, onchange: load });
  const where = h("p", {});
  const message = h("p", { class: "ldn-line" });
  const confirm = h("div", { class: "ldn-actions" });
  const element = h("details", { class: "ldn-disclosure ldn-answers" }, h("summary", {}, heading), where,
    h("div", { class: "ldn-actions" },
      button("Save to a file", save),
      button("Load from a file", () => file.click()),
      button("Erase", () => ask(`Erase ${what} in this browser?`, "Erase", () => {
        onErase();
        tell("Erased.");
      }))),
    confirm, message, file);
  showWhere(true);

  /** @param {boolean} kept */
  function showWhere(kept) {
    where.textContent = kept
      ? "Kept in this browser only, and sent nowhere. A file takes it to another browser."
      : `This browser keeps nothing for this page. Save ${what} to a file before you leave it.`;
  }
  /** Said and shown. @param {string} words */
  function tell(words) {
    message.textContent = words;
    say(words);
  }
  function save() {
    const address = URL.createObjectURL(new Blob([content()], { type }));
    h("a", { href: address, download: filename }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell("Saved to a file.");
  }
  async function load() {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      const { replaces, take } = read(await chosen.text());
      const act = () => {
        take();
        tell("Loaded from the file.");
      };
      if (replaces) ask(`Put the file in place of ${what} here?`, "Replace", act);
      else act();
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
