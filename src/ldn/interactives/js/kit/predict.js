import { button, evenStops, numberSlider } from "./controls.js";
import { h, uniqueId } from "./dom.js";
import { recall, remember } from "./storage.js";

/**
 * @typedef {object} Prediction
 * @property {string} question HTML
 * @property {string} unit
 * @property {string} spokenUnit
 * @property {[number, number, number]} range low, high and step of the guess
 * @property {(guess: number) => string} compare guess and result in a sentence
 * @property {() => void} onReveal called once what was covered can be seen
 */

/** @typedef {{guess: number | null}} Commitment null: skipped */

/** @param {unknown} value @returns {value is Commitment} */
const isCommitment = (value) =>
  typeof value === "object" && value !== null && "guess" in value &&
  (value.guess === null || Number.isFinite(value.guess));

/**
 * Asks first: what follows stays covered until a guess is committed or skipped, because a reader who
 * watches without having predicted learns about nothing. Afterwards guess and result stand side by side.
 * @param {Prediction} prediction
 * @param {HTMLElement} covered
 * @param {string} key under which the commitment is remembered
 */
export function predictGate({ question, unit, spokenUnit, range: [low, high, step], compare, onReveal }, covered, key) {
  const questionId = uniqueId("question");
  let guess = low;
  /** @type {Commitment | null} */
  let commitment = recall(key, isCommitment);
  if (commitment?.guess != null && !(commitment.guess >= low && commitment.guess <= high)) commitment = null;

  const text = h("div", { class: "ldn-question", id: questionId });
  text.innerHTML = question;
  const slider = numberSlider({
    label: "Your guess", unit, spokenUnit, stops: evenStops(low, high, step), value: guess,
    onInput: (value) => {
      guess = value;
      commitButton.disabled = false;
    },
  });
  const commitButton = button("Commit my guess", () => commit({ guess }), { class: "ldn-button ldn-primary", disabled: true });
  const form = h("div", { class: "ldn-guess" }, slider.element,
    h("div", { class: "ldn-actions" },
      commitButton,
      button("Skip", () => commit({ guess: null }))));
  const result = h("p", { class: "ldn-guess-result", tabindex: -1 });
  const again = button("Guess again", () => {
    commitment = null;
    show();
    slider.slider.focus();
  });
  const outcome = h("div", { class: "ldn-outcome" }, result, again);
  const element = h("div", { class: "ldn-predict", role: "group", "aria-labelledby": questionId }, text, form, outcome);

  /** @param {Commitment} next */
  function commit(next) {
    commitment = next;
    remember(key, next);
    show();
    onReveal();
    result.focus({ preventScroll: true });
  }
  function show() {
    form.hidden = commitment !== null;
    outcome.hidden = commitment === null;
    covered.hidden = commitment === null;
    update();
  }
  function update() {
    if (commitment) result.textContent = commitment.guess === null ? "You skipped the guess." : compare(commitment.guess);
  }
  show();
  return {
    element, update,
    get open() {
      return commitment !== null;
    },
    get guess() {
      return commitment?.guess ?? null;
    },
  };
}
