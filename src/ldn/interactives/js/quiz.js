/** A quiz: items one below the other, each answered, checked, explained and kept on its own. */
import { button, checkbox } from "./kit/controls.js";
import { h, prose } from "./kit/dom.js";
import { shell } from "./kit/shell.js";
import { calibration, certaintyInput } from "./questions/certainty.js";
import { answerPlace } from "./questions/inputs.js";
import { answersDisclosure, keepAnswers, keptAnswers, whenKeptAnswersChange } from "./questions/keeping.js";
import { mark } from "./questions/marking.js";
import { evidence, hintLadder, words } from "./questions/verdict.js";

/**
 * What is kept of an answered item. `first` is the first try; `shown` says that the key was opened.
 * @typedef {{rev: number, response: any, tries: number, shown: boolean, first: {credit: number, certainty: number | null}}} Answer
 */

/** @param {{model: import("./kit/shell.js").Model, el: HTMLElement}} context */
function render({ model, el }) {
  const items = model.get("items");
  const key = `quiz/${model.get("quiz_id")}`;
  const tally = h("p", { class: "ldn-tally" });
  const calibrated = h("p", { class: "ldn-ask" });
  const sure = checkbox({ label: "Ask me how sure I am", value: model.get("certainty"), onInput: askCertainty });
  const yours = answersDisclosure({
    key, what: "this quiz", current: () => answers, say: (sentence) => piece.say(sentence, 0),
    onErase: () => adopt({}),
  });
  const piece = shell({ model, el, disclosures: [yours.element] });
  piece.element.classList.add("ldn-quiz");

  /** @type {Record<string, Answer>} */
  let answers = fitting(model.get("answers"));
  if (!Object.keys(answers).length) answers = fitting(keptAnswers(key));
  const cards = items.map((/** @type {any} */ item, /** @type {number} */ i) => card(item, i));
  piece.body.append(...cards.map((/** @type {any} */ one) => one.element), tally, calibrated, sure.element);
  share();
  summarise();

  /** Only answers to these items, in this revision, that can be marked. @param {any} kept */
  function fitting(kept) {
    /** @type {Record<string, Answer>} */
    const good = {};
    for (const item of items) {
      const one = kept?.[item.id];
      try {
        const { rev, response, tries, shown, first } = one;
        if (rev !== item.rev || !(tries >= 1) || !(first.credit >= 0 && first.credit <= 1)) continue;
        mark(item, response);
        const certainty = [1, 2, 3].includes(first.certainty) ? first.certainty : null;
        good[item.id] = { rev, response, tries: Math.floor(tries), shown: shown === true, first: { credit: first.credit, certainty } };
      } catch {
        // Damaged, or of another form: as if it had not been answered.
      }
    }
    return good;
  }

  /** Tells Python, where there is one. */
  function share() {
    if (JSON.stringify(model.get("answers")) === JSON.stringify(answers)) return;
    model.set("answers", answers);
    model.save_changes();
  }
  function keep() {
    yours.showWhere(keepAnswers(key, answers));
    share();
    summarise();
  }
  /** @param {Record<string, Answer>} next */
  function adopt(next) {
    if (JSON.stringify(next) === JSON.stringify(answers)) return;
    answers = next;
    cards.forEach((/** @type {any} */ one) => one.restore());
    share();
    summarise();
  }
  function summarise() {
    const given = Object.values(answers);
    const credits = items.filter((/** @type {any} */ item) => answers[item.id])
      .map((/** @type {any} */ item) => mark(item, answers[item.id].response).credit);
    const right = credits.filter((/** @type {number} */ credit) => credit === 1).length;
    const partly = credits.filter((/** @type {number} */ credit) => credit > 0 && credit < 1).length;
    const first = given.filter((one) => one.first.credit === 1).length;
    tally.textContent = given.length
      ? `${given.length} of ${items.length} answered: ${right} right${right ? `, ${first} of them at the first try` : ""}${partly ? `; ${partly} partly right` : ""}.`
      : "";
    calibrated.textContent = sure.input.checked ? calibration(given) : "";
    // The book's contents mark how far a reader has come.
    window.dispatchEvent(new CustomEvent("ldn-quiz", { detail: { id: model.get("quiz_id"), answered: given.length, of: items.length } }));
  }
  /** @param {boolean} on */
  function askCertainty(on) {
    model.set("certainty", on);
    model.save_changes();
    cards.forEach((/** @type {any} */ one) => one.askCertainty());
    summarise();
  }

  /** @param {any} item @param {number} index */
  function card(item, index) {
    /** @type {number | null} */
    let certainty = null;
    const say = (/** @type {string} */ sentence) => piece.say(sentence, 0);
    const place = answerPlace(item, edited, say);
    const line = h("p", { class: "ldn-line" });
    const complaint = h("p", { class: "ldn-error" });
    const why = h("div", { class: "ldn-why", hidden: true },
      prose("div", { class: "ldn-prose" }, item.explanation), evidence(item.evidence));
    const open = button("Show the answer", reveal, { hidden: true });
    const sureness = h("div", {});
    const element = h("form", { class: "ldn-item", "data-item": item.id, novalidate: true,
      onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), check()) },
      h("fieldset", {},
        h("legend", {}, h("span", { class: "ldn-count" }, `Question ${index + 1} of ${items.length}`),
          prose("span", { class: "ldn-stem" }, item.stem)),
        item.figure ? h("img", { src: item.figure.src, alt: item.figure.alt }) : "",
        item.plain ? h("details", { class: "ldn-hint" }, h("summary", {}, "In plain words"), prose("p", {}, item.plain)) : "",
        place.element, sureness),
      hintLadder(item.hints),
      h("div", { class: "ldn-actions" }, h("button", { type: "submit", class: "ldn-button ldn-primary" }, "Check"), open),
      complaint, line, why);
    restore();
    askCertaintyHere();

    /** A changed answer has not been judged yet. */
    function edited() {
      complaint.textContent = "";
      line.textContent = "";
      place.clear();
      why.hidden = true;
    }
    function check() {
      const response = place.response();
      let found = null;
      try {
        found = response === null ? null : mark(item, response);
      } catch {
        // Text that is no number: the same as nothing given, and said the same way.
      }
      if (!found) {
        complaint.textContent = place.missing;
        return say(place.missing);
      }
      const before = answers[item.id];
      answers = {
        ...answers,
        [item.id]: {
          rev: item.rev, response, tries: (before?.tries ?? 0) + 1, shown: before?.shown ?? false,
          first: before?.first ?? { credit: found.credit, certainty },
        },
      };
      keep();
      show(true);
    }
    function reveal() {
      answers = { ...answers, [item.id]: { ...answers[item.id], shown: true } };
      keep();
      show(true);
    }
    /** Draws what is to be said about the kept answer. @param {boolean} aloud */
    function show(aloud) {
      const { response, shown, tries, first } = answers[item.id];
      const found = mark(item, response);
      const right = found.credit === 1;
      complaint.textContent = "";
      const { line: partly, said } = place.show(found, shown);
      line.textContent = partly ?? "";
      // A sure answer that is wrong is the one most worth explaining at once.
      const explain = right || shown || (!right && first.certainty === 3);
      why.hidden = !explain;
      open.hidden = right || shown;
      if (!aloud) return;
      const head = shown && !right ? "The answer is shown." : right ? "Right." : found.credit > 0 ? "Partly right." : "Not right yet.";
      say([tries > 1 ? `Try ${tries}.` : "", head, ...said, explain ? words(item.explanation) : ""].filter(Boolean).join(" "));
    }
    function restore() {
      edited();
      place.set(answers[item.id]?.response ?? null);
      open.hidden = true;
      if (answers[item.id]) show(false);
    }
    function askCertaintyHere() {
      sureness.replaceChildren(
        sure.input.checked ? certaintyInput(certainty, (level) => (certainty = level)).element : "");
    }
    return { element, restore, askCertainty: askCertaintyHere };
  }

  const fromPython = () => adopt(fitting(model.get("answers")));
  const fromStorage = () => adopt(fitting(keptAnswers(key)));
  const stop = whenKeptAnswersChange(fromStorage);
  model.on("change:answers", fromPython);
  return () => {
    stop();
    model.off("change:answers", fromPython);
    piece.stop();
  };
}

export default { render };
