/**
 * What the picture shows now, in words. `ldn.interactives.trial_simulator_wording` says the same sentences in Python; a
 * parity test holds the two together.
 */
import { NBSP, percent, significant } from "../kit/format.js";
import { N_TRIALS } from "./trials.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./trials.js").View} View */

/** "−0.34 points", with a true minus. @param {number} value */
export function points(value) {
  const text = value.toFixed(2).replace("-", "−");
  return `${text === "−0.00" ? "0.00" : text}${NBSP}points`;
}

/** @param {number} share */
const perCent = (share) => `${percent(share)}${NBSP}%`;

/** A number of people with two significant digits, at least 4. @param {number} n */
export function people(n) {
  const least = Math.max(n, 4);
  const unit = 10 ** (Math.floor(Math.log10(least)) - 1);
  return significant(Math.floor(least / unit + 0.5) * unit, 6);
}

/** @param {State} state @param {View} view @param {any} data */
export const sentence = (state, view, data) =>
  [foundSentence(state, view, data), biasSentence(state, view), sizeSentence(state, view)].filter(Boolean).join(" ");

/** How many trials are significant, and how large the effect looks in those. @param {State} state @param {View} view @param {any} data */
export function foundSentence(state, view, data) {
  const like = data.published.find((/** @type {any} */ trial) => trial.id === state.like);
  const kind = `1,000 ${state.design} trials of ${state.n} people${like ? `, as sure as ${like.name},` : ""}`;
  const truth = state.effect ? `a true difference of ${points(state.effect)}` : "no true difference";
  const opening = `${kind} meet ${truth}:`;
  const count = view.n_significant;
  if (count === 0) return `${opening} none is significant.`;
  const [verb, those] = count === 1 ? ["is", "it shows"] : ["are", "those show"];
  const share = `${count} (${perCent(count / N_TRIALS)}) ${verb}`;
  const size = points(view.mean_size_of_significant);
  if (!state.effect) return `${opening} ${share} significant all the same, false alarms of ${size} on average.`;
  const against = view.n_wrong_sign ? `; ${view.n_wrong_sign} in the wrong direction` : "";
  return `${opening} ${share} significant, and ${those} ${size} on average, ${view.exaggeration.toFixed(1)} times the truth${against}.`;
}

/** What carry-over does to all of them together. @param {State} state @param {View} view */
export const biasSentence = ({ effect }, { carry_over, mean_estimate, coverage }) => carry_over && effect
  ? `Carry-over pulls the average of all results to ${points(mean_estimate)}, and ${perCent(coverage)} of the 95${NBSP}% intervals hold the truth.`
  : "";

/** What the design is worth, and how many people the truth would need. @param {State} state @param {View} view */
export function sizeSentence({ drop_out_percent }, { crossover, carry_over, parallel_n_as_sure, n_for_power, mean_analysed }) {
  const parts = [];
  if (drop_out_percent) parts.push(`On average ${mean_analysed.toFixed(0)} people are left to analyse.`);
  if (crossover && !carry_over) parts.push(`A parallel trial would need about ${people(parallel_n_as_sure)} people to be as sure.`);
  if (Number.isFinite(n_for_power) && !carry_over) {
    const more = n_for_power < 1e6 ? `about ${people(n_for_power)} people` : "more than a million people";
    parts.push(`To find this truth in 80${NBSP}% of trials takes ${more}.`);
  }
  return parts.join(" ");
}
