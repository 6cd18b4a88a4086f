/** What the picture shows now, in words. `ldn.interactives.forest_builder_wording` says the same in Python; a parity test holds the two together. */
import { NBSP, sentenceList } from "../kit/format.js";

/** @typedef {import("./view.js").View} View */

/** @type {Record<import("./state.js").Crossover, string>} */
const READING = { paired: "", unpaired: ", pairs ignored", misread: ", ± taken for SD" };
export const UNITS = { "mean difference": "points of 10", "standardised mean difference": "standard deviations" };

/** @param {View} view */
export const sentence = (view) => [poolSentence(view), spreadSentence(view), combinationSentence(view)].filter(Boolean).join(" ");

/** @param {View} view */
export function poolSentence({ pooled, rows, choices, measure }) {
  if (!pooled) {
    const alone = rows.find(({ trial }) => choices.trials.includes(trial.id));
    return `${alone ? `${alone.trial.name} alone is no pool; choose another trial` : "No trial is chosen; choose two"}, to be pooled by ${choiceWords(choices)}.`;
  }
  const names = sentenceList(rows.filter(({ weight }) => weight !== null).map(({ trial }) => trial.name));
  return `${names}, ${choiceWords(choices)}: LDN minus placebo ${signed(pooled.estimate)} ` +
    `${UNITS[measure]} (95${NBSP}% CI ${interval(pooled.low, pooled.high)}).`;
}

/** @param {View} view */
export function spreadSentence({ pooled, choices }) {
  if (!pooled) return "";
  const i2 = `I² is ${pooled.i2.toFixed(0)}${NBSP}%`;
  if (choices.model.kind === "fixed") return `${i2}; a fixed effect leaves no room for a new trial's effect to differ.`;
  const tau = `${i2}, τ ${Math.sqrt(pooled.tau2).toFixed(2)}`;
  if (pooled.prediction_low === null || pooled.prediction_high === null) return `${tau}; from two trials nothing can be predicted for a third.`;
  return `${tau}; the true effect in a new trial may lie anywhere from ${interval(pooled.prediction_low, pooled.prediction_high)}.`;
}

/** @param {View} view */
export function combinationSentence({ combinations, published }) {
  const [lowest, highest] = [combinations[0].estimate, combinations[combinations.length - 1].estimate];
  const forLdn = combinations.filter(({ high }) => high < 0).length;
  const beyond = published.filter(({ estimate }) => estimate < lowest).length;
  return `The choices here make ${combinations.length} pools, from ${interval(lowest, highest)}; ` +
    `${forLdn || "none"} of them ${forLdn === 1 ? "has its" : "have their"} whole interval below zero. ` +
    `${beyond} of ${published.length} published estimates lie below them all.`;
}

/** "fixed effect, pairs ignored, last time point". @param {import("./view.js").Choices} choices */
export const choiceWords = ({ model, crossover, time_point }) =>
  `${modelWords(model)}${READING[crossover]}${time_point === "last" ? ", last time point" : ""}`;

/** @param {import("./pooling.js").Model} model */
const modelWords = ({ kind, tau2, hartung_knapp }) => kind === "fixed" ? "fixed effect" :
  `random effects${tau2 === "DL" ? "" : " (Paule–Mandel)"}${hartung_knapp ? " with Hartung–Knapp" : ""}`;

/** A number with a true minus sign, and none before a zero. @param {number} value */
export function signed(value, decimals = 2) {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) > 0 ? `−${text}` : text;
}

/** @param {number} low @param {number} high */
export const interval = (low, high) => `${signed(low)} to ${signed(high)}`;
