/**
 * What the picture shows now, in words. `ldn.interactives.rebound_model_wording` says the same sentence in Python; a
 * parity test holds the two together.
 */
import { hours, milligrams, NBSP, percent, range } from "../kit/format.js";
import { HIGHEST_GAIN } from "./turnover.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./view.js").View} View */

export const LETTERS = { biophase: "B", slow_dissociation: "A", plasma: "C" };

/** @param {number} share */
export const perCent = (share) => `${percent(share)}${NBSP}%`;
const highest = (/** @type {ArrayLike<number>} */ values) => Array.from(values).reduce((a, b) => Math.max(a, b));
const lowest = (/** @type {ArrayLike<number>} */ values) => Array.from(values).reduce((a, b) => Math.min(a, b));
const span = (/** @type {ArrayLike<number>} */ values) => `${range(lowest(values), highest(values), percent)}${NBSP}%`;

/** "5 h blocked" or "4.5 mg, model B". @param {State} state @param {number} amount */
export const named = ({ blocked }, amount) =>
  blocked === "hours" ? `${hours(amount)} blocked` : `${milligrams(amount)}, model ${LETTERS[blocked]}`;

/** @param {State} state @param {View} view */
export const sentence = (state, view) => [own(state, view), other(view), needed(view)].filter(Boolean).join(" ");

/** "For a mean above baseline it would take an opioid gain above 1.27, or …". @param {View} view */
export function needed({ byHours, own: { amount }, gain_needed, hours_allowed }) {
  if (byHours && amount === 0) return "Without a blockade nothing rebounds.";
  const gain = gain_needed === null ? `For a mean above baseline no opioid gain up to ${HIGHEST_GAIN} is enough`
    : gain_needed === 0 ? "The mean is above baseline even with an opioid gain of 0"
      : `For a mean above baseline it would take an opioid gain above ${gain_needed.toFixed(2)}`;
  if (!byHours) return `${gain}.`;
  return hours_allowed === null ? `${gain}; with the gains set here no length of blockade does it.`
    : `${gain}; with the gains set here the blockade may last up to ${hours(hours_allowed)} a day.`;
}

/** @param {State} state @param {View} view */
function own(state, { byHours, own: { amount, day, blockade, hours_above } }) {
  const mean = perCent(day.mean_signal);
  if (!byHours) {
    return `At ${milligrams(amount)} a day by model ${LETTERS[state.blocked]}, ${span(blockade.start)} of receptors are blocked; ` +
      `the signal averages ${mean} of baseline over a settled day (${span(day.signal)}), above it for ${hours(hours_above)}.`;
  }
  if (amount === 0) return "Never blocked, the signal stays at baseline.";
  if (amount === 24) {
    return `Blocked all day, no signal gets through, though opioid rises to ${perCent(highest(day.opioid))} ` +
      `and receptors to ${perCent(highest(day.receptors))} of normal.`;
  }
  return `Blocked completely for ${hours(amount)} a day, the signal averages ${mean} of baseline over a settled day: ` +
    `none while blocked, then up to ${perCent(highest(day.signal))}, above baseline for ${hours(hours_above)}.`;
}

/** @param {View} view */
const other = ({ byHours, own: { amount: mine }, other: { amount, day } }) => mine === amount ? "" :
  `${byHours ? `Blocked for ${hours(amount)}` : `At ${milligrams(amount)}`} it averages ${perCent(day.mean_signal)}.`;
