/**
 * What the picture shows now, in words. `ldn.interactives.compounding_wording` says the same sentences in Python; a parity
 * test holds the two together.
 */
import { milligrams, NBSP, significant } from "../kit/format.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Data} Data */
/** @typedef {import("./errors.js").View} View */

const SLIP_WORDS = {
  none: "",
  ten_times: "With the decimal point one place to the right",
  a_tenth: "With the decimal point one place to the left",
  mL_for_mg: "With as many mL drawn as mg were meant",
};

/** A percentage with two significant digits. @param {number} percent */
export const share = (percent) => `${significant(percent, 2)}${NBSP}%`;

/** The volume of the dose, and what a slip makes of it. @param {State} state @param {View} view @param {Data} data */
export function liquidSentence({ dose_mg, slip }, view, { constants: { tablet_mg } }) {
  const meant = `${milligrams(dose_mg)} out of a liquid of ${significant(view.concentration)}${NBSP}mg/mL are ${significant(view.volume_mL)}${NBSP}mL.`;
  const before = `${view.meant_percent.toFixed(0)}${NBSP}%`;
  if (slip === "none") return `${meant} Taken every day, that keeps ${before} of mu receptors occupied, on average over the day.`;
  if (Math.abs(view.swallowed_mg / dose_mg - 1) < 1e-9)
    return `${meant} ${SLIP_WORDS[slip]} nothing changes: at 1${NBSP}mg/mL the two are the same number.`;
  const whole = view.swallowed_mg >= tablet_mg ? ", all that the bottle holds," : "";
  return `${meant} ${SLIP_WORDS[slip]} it becomes ${milligrams(view.swallowed_mg)}${whole} and occupies ${
    view.swallowed_percent.toFixed(0)}${NBSP}% of mu receptors instead of ${before}, on average over the day.`;
}

/** A misread syringe, at this dose and at the tablet's. @param {State} state @param {View} view @param {Data} data */
export function readSentence({ dose_mg, read_error_mL }, { read_error_mg: error }, { constants: { tablet_mg } }) {
  if (read_error_mL === 0) return "The syringe is read without error.";
  return `A syringe misread by ${significant(read_error_mL)}${NBSP}mL is ${milligrams(error)} off: ${share((100 * error) / dose_mg)} of ${
    milligrams(dose_mg)}, but ${share((100 * error) / tablet_mg)} of ${milligrams(tablet_mg)}.`;
}

/** How far the capsules differ, and what the two ways of testing say. @param {State} state @param {View} view */
export function capsuleSentence({ dose_mg, batch }, { contents, first_value, weighed_value, assayed, limit }) {
  const first = contents.slice(0, 10).map((content) => (content / 100) * dose_mg);
  const opening = `Batch ${batch}: the first 10 capsules labelled ${milligrams(dose_mg)} hold ${Math.min(...first).toFixed(2)} to ${
    Math.max(...first).toFixed(2)}${NBSP}mg; acceptance value ${first_value.toFixed(1)} by assay`;
  const weighed = `Weighed only, they would show ${weighed_value.toFixed(1)} and ${weighed_value <= limit ? "pass" : "not pass"}.`;
  if (assayed.units === 10) return `${opening}, not above ${limit.toFixed(1)}: passed. ${weighed}`;
  const final = `with 20 more it is ${assayed.value.toFixed(1)}`;
  const verdict = assayed.passed ? `${final}: passed`
    : assayed.value <= limit ? `${final}, but a capsule lies more than 25${NBSP}% from the reference: not passed`
    : `${final}: not passed`;
  return `${opening}, above ${limit.toFixed(1)}; ${verdict}. ${weighed}`;
}

/** The verdicts, short, beside the capsules. @param {View} view */
export const verdictLine = ({ assayed, weighed_value, limit }) =>
  `By assay: ${assayed.passed ? "passed" : "not passed"} (${assayed.value.toFixed(1)}). By weight: ${
    weighed_value <= limit ? "would pass" : "would not pass"} (${weighed_value.toFixed(1)}).`;

/** @param {State} state @param {View} view @param {Data} data */
export const sentence = (state, view, data) =>
  `${liquidSentence(state, view, data)} ${readSentence(state, view, data)} ${capsuleSentence(state, view)}`;

/** A month's price as it was printed. @param {import("./state.js").Price} price */
export function writtenPrice({ low, high, at_least }) {
  const [first, last] = [significant(low, 4), significant(high, 4)];
  const span = first === last ? first : `${first}–${last}`;
  return at_least ? `from ${span}` : span;
}
