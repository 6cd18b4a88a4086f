/**
 * What the picture shows now, in words. `ldn.interactives.dose_comparison_wording` says the same sentence in
 * Python; a parity test holds the two together.
 */
import { hours, milligrams, NBSP, percent, range, sentenceList, significant } from "../kit/format.js";
import { extremes } from "./series.js";

/** @typedef {import("./state.js").State} State */

export const RECEPTOR_NAMES = { mu: "mu", delta: "delta", kappa: "kappa" };
const REGIMENS = { one_dose: "After one dose", daily: "Daily from the first dose", daily_steady_state: "Daily at steady state" };
export const CONCENTRATIONS = { naltrexone: "plasma naltrexone", naltrexol: "plasma 6β-naltrexol" };
export const WINDOWS = { 24: `24${NBSP}h`, 72: `72${NBSP}h`, 336: "two weeks" };

/** @param {number} share */
const per_cent = (share) => `${percent(share)}${NBSP}%`;
/** Far below any assay, only that. @param {number} nM */
const nanomolar = (nM) => `${nM < 0.001 ? "under 0.001" : significant(nM, 2)}${NBSP}nM`;

/** "50 mg, 11 times the dose," beside the first dose. @param {number[]} doses @param {number} i */
function named(doses, i) {
  const ratio = doses[i] / doses[0];
  if (doses.length !== 2 || i === 0 || (ratio > 0.95 && ratio < 1.05)) return milligrams(doses[i]);
  const words = ratio > 1 ? `${significant(ratio, 2)} times the dose` : `1/${significant(1 / ratio, 2)} of the dose`;
  return `${milligrams(doses[i])}, ${words},`;
}

/** @param {State} state @param {import("./series.js").Series} series @param {number} i */
function clause(state, { main }, i) {
  const occupancy = state.quantity === "occupancy";
  const of = i > 0 ? "" : occupancy ? ` of ${state.receptor} receptors` : ` of ${CONCENTRATIONS[state.quantity]}`;
  const verb = occupancy ? "holds" : "gives";
  const { lowest, highest, highest_h, last } = extremes(main);
  const format = occupancy ? per_cent : nanomolar;
  if (state.regimen === "daily_steady_state") {
    const unit = occupancy ? `${NBSP}%` : `${NBSP}nM`;
    const bare = (/** @type {number} */ value) => format(value).slice(0, -unit.length);
    return `${named(state.doses_mg, i)} ${verb} ${range(lowest, highest, bare)}${unit}${of}`;
  }
  return `${named(state.doses_mg, i)} ${verb} at most ${format(highest)}${of} (after ${hours(highest_h)}) ` +
    `and ${format(last)} at ${WINDOWS[state.window_h]}`;
}

/** @param {State} state @param {import("./series.js").View} view */
export function sentence(state, { series }) {
  const clauses = series.map((one, i) => clause(state, one, i));
  const listed = state.regimen === "daily_steady_state" ? sentenceList(clauses) : clauses.join("; ");
  const opening = `${REGIMENS[state.regimen]}, ${listed}`;
  if (state.quantity !== "occupancy") return `${opening}.`;
  const times = series.map(({ dose_mg, hours: above }) =>
    `${milligrams(dose_mg)} ${hours(above.biophase ?? 0)} (model A ${hours(above.slow_dissociation ?? 0)}, ` +
    `model C ${hours(above.plasma ?? 0)})`);
  return `${opening} (model B). ${timeAbove(state)}: ${times.join("; ")}.`;
}

/** "Time above 50 % a day". @param {State} state */
export const timeAbove = ({ threshold_percent, regimen, window_h }) =>
  `Time above ${significant(threshold_percent)}${NBSP}% ` +
  (regimen === "daily_steady_state" ? "a day" : `in the first ${WINDOWS[window_h]}`);
