/** A checked exercise whose numbers can be answered in the page, with the diagnoses of the Python checker. */
import { h, prose, uniqueId } from "./kit/dom.js";
import { shell } from "./kit/shell.js";
import { answersDisclosure, keepAnswers, keptAnswers, whenKeptAnswersChange } from "./questions/keeping.js";
import { DIRECTION, gradeNumbers, parseNumber } from "./questions/numbers.js";
import { evidence, hintLadder, verdict, words } from "./questions/verdict.js";

/** Numbers from a field; several stand apart by spaces or semicolons. @param {string} text @param {number} wanted */
const numbersIn = (text, wanted) =>
  (wanted === 1 ? [text] : text.trim().split(/[;\s]+/)).map(parseNumber);

/** @param {{model: import("./kit/shell.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  const page = model.get("page");
  const key = `exercise/${page.id}`;
  const yours = answersDisclosure({
    key, what: "this exercise", current: kept, say: (sentence) => piece.say(sentence, 0), onErase: () => adopt({}),
  });
  const piece = shell({ model, el, disclosures: [
    h("details", { class: "ldn-disclosure" }, h("summary", {}, "Show a solution"),
      h("pre", { class: "ldn-code", tabindex: 0 }, h("code", {}, page.solution.code)),
      prose("div", { class: "ldn-prose" }, page.solution.explanation), evidence(page.evidence)),
    yours.element] });
  piece.element.classList.add("ldn-exercise");
  const parts = page.parts.map((/** @type {any} */ part) => partRow(part));
  piece.body.append(prose("div", { class: "ldn-prose" }, page.task),
    h("form", { class: "ldn-item", novalidate: true, onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), check()) },
      h("fieldset", {}, h("legend", { class: "ldn-count" }, "Your numbers"), ...parts.map((/** @type {any} */ part) => part.element)),
      hintLadder(page.hints),
      h("div", { class: "ldn-actions" }, h("button", { type: "submit", class: "ldn-button ldn-primary" }, "Check"))));
  adopt(Object.keys(model.get("answers")).length ? model.get("answers") : keptAnswers(key));

  function kept() {
    const texts = parts.map((/** @type {any} */ part) => [part.key, part.text()]).filter((/** @type {any} */ [, text]) => text);
    return texts.length ? { rev: page.rev, texts: Object.fromEntries(texts) } : {};
  }
  /** @param {any} answers */
  function adopt(answers) {
    const texts = answers?.rev === page.rev && typeof answers.texts === "object" && answers.texts ? answers.texts : {};
    for (const part of parts) part.set(typeof texts[part.key] === "string" ? texts[part.key] : "");
    share();
  }
  function share() {
    if (JSON.stringify(model.get("answers")) === JSON.stringify(kept())) return;
    model.set("answers", kept());
    model.save_changes();
  }
  function check() {
    const said = parts.map((/** @type {any} */ part) => part.check()).join(" ");
    yours.showWhere(keepAnswers(key, kept()));
    share();
    piece.say(said, 0);
  }

  /** @param {any} part */
  function partRow(part) {
    const wanted = part.numeric.value.length;
    const id = uniqueId("part");
    const field = h("input", {
      id, type: "text", inputmode: wanted === 1 ? "decimal" : "text", autocomplete: "off",
      class: wanted === 1 ? "ldn-number ldn-answer" : "ldn-number ldn-answers-list", oninput: () => place.replaceChildren(),
    });
    const place = h("div", {});
    const element = h("div", { class: "ldn-option" }, h("div", { class: "ldn-number-row" },
      h("label", { for: id }, prose("span", {}, part.label), wanted > 1 ? ` (${wanted} numbers, apart by spaces)` : "",
        h("span", { class: "ldn-unseen" }, `, in ${part.numeric.unit}`)),
      field, h("span", { class: "ldn-unit", "aria-hidden": "true" }, part.numeric.unit)), place);

    /** @returns {[import("./questions/verdict.js").Outcome, string, string]} outcome, HTML, word */
    function judge() {
      if (!field.value.trim()) return ["close", "Type your number.", "Not attempted"];
      const numbers = numbersIn(field.value, wanted);
      if (numbers.includes(null)) return ["wrong", "Use digits, with a decimal point or comma.", "Not a number"];
      if (numbers.length !== wanted) return ["wrong", `You gave ${numbers.length} numbers; ${wanted} are wanted.`, "Not yet"];
      const { kind, trap } = gradeNumbers(/** @type {number[]} */ (numbers), part.numeric);
      if (kind === "right") return ["right", "", "Right"];
      if (kind === "trap") return ["close", part.numeric.traps[trap ?? 0].feedback, "Close"];
      return kind === "near" ? ["close", DIRECTION.near, "Close"] : ["wrong", DIRECTION[kind], "Not yet"];
    }
    return {
      key: part.key,
      element,
      text: () => field.value.trim(),
      set(/** @type {string} */ text) {
        if (field.value.trim() === text) return;
        field.value = text;
        place.replaceChildren(...(text ? [verdict(...judge())] : []));
      },
      check() {
        const [outcome, html, word] = judge();
        place.replaceChildren(verdict(outcome, html, word));
        return `${words(part.label)}: ${word}. ${words(html)}`;
      },
    };
  }

  const fromPython = () => adopt(model.get("answers"));
  const stop = whenKeptAnswersChange(() => adopt(keptAnswers(key)));
  model.on("change:answers", fromPython);
  return () => {
    stop();
    model.off("change:answers", fromPython);
    piece.stop();
  };
}

export default { render };
