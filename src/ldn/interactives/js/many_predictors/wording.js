/**
 * What the picture shows now, in words. `ldn.interactives.many_predictors_wording` says the same sentences in Python; a
 * parity test holds the two together.
 */
import { NBSP, significant } from "../kit/format.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./draws.js").View} View */

/** "0.44 % of draws, once in 230", or only that it is rarer than once in a million. @param {number} share */
export function chance(share) {
  if (share < 1e-6) return "fewer than one draw in a million";
  const percent = `${significant(share * 100, 2)}${NBSP}% of draws`;
  return share >= 0.1 ? percent : `${percent}, once in ${significant(roundToTwo(1 / share), 9)}`;
}

/** A number of 10 or more, rounded to two significant digits. @param {number} value */
function roundToTwo(value) {
  const unit = 10 ** (String(Math.floor(value)).length - 2);
  return Math.floor(value / unit + 0.5) * unit;
}

/** The closed form in words. @param {State} state @param {View} view */
export function chanceSentence({ n, n_predictors, r }, { median_best, chance_of_best, chance_of_one }) {
  const many = n_predictors === 1 ? "A useless predictor" : `The best of ${n_predictors} useless predictors`;
  const words = `${many} in ${n} people reaches |r| ${median_best.toFixed(2)} in every second draw, and ${r.toFixed(2)} or more in ${chance(chance_of_best)}.`;
  return n_predictors === 1 ? words : `${words} A single one would reach it in ${chance(chance_of_one)}.`;
}

/** What was drawn. @param {State} state @param {View} view */
export function drawsSentence({ draws }, { best, reached }) {
  const newest = best[draws - 1].toFixed(2);
  return draws === 1 ? `The one draw here: ${newest}.` : `Drawn here: ${reached} of ${draws}; the newest gave ${newest}.`;
}

/** @param {State} state @param {View} view */
export const sentence = (state, view) => `${chanceSentence(state, view)} ${drawsSentence(state, view)}`;
