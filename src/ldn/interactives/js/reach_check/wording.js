/** What the picture shows now, in words. `ldn.interactives.reach_check_wording` says the same in Python; a parity test holds the two together. */
import { milligrams, NBSP, sentenceList, significant } from "../kit/format.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./reach.js").View} View */

/** @type {[number, string][]} */
const UNITS = [[1e6, "mM"], [1e3, "µM"], [1, "nM"], [1e-3, "pM"]];

/** @param {State} state @param {View} view */
export const sentence = (state, view) => `${levelSentence(state, view)} ${reportSentence(state, view)} ${countSentence(state, view)}`;

/** @param {State} state @param {View} view */
export function levelSentence({ doses_mg, plasma, build_up }, { levels_nM }) {
  const kind = plasma === "free" ? "free naltrexone" : "all naltrexone, bound and free,";
  const levels = sentenceList(doses_mg.map((dose, i) => `${concentration(levels_nM[i] / build_up, 2)} after ${milligrams(dose)}`));
  const plain = `In plasma ${kind} peaks at ${levels}.`;
  if (build_up === 1) return plain;
  return `${plain} Suppose tissue held ${times(build_up)} times as much: ${sentenceList(levels_nM.map((level) => concentration(level, 2)))}.`;
}

/** @param {State} state @param {View} view */
export function reportSentence({ doses_mg }, { report, margins }) {
  const against = doses_mg.map((dose, i) => `${distance(...margins[i])} after ${milligrams(dose)}`).join("; ");
  const outcome = report.outcome === "retracted" ? "RETRACTED" : report.outcome;
  return `${report.cited} (${report.agent} at ${reach(report)}, ${report.target}: ${outcome}): ${against}.`;
}

/** @param {State} state @param {View} view */
export function countSentence({ doses_mg }, { reached, standing }) {
  const count = reached.length;
  const missing = count && !reached.some(({ agent }) => agent === "naltrexone") ? "; naltrexone itself is not among them" : "";
  return `${count || "None"} of the ${standing.length} reports shown that still stand ${count < 2 ? "begins" : "begin"} ` +
    `at or below the level after ${milligrams(doses_mg[0])}${missing}.`;
}

/** Where a concentration lies that is `low` to `high` times a level. @param {number} low @param {number} high */
export function distance(low, high) {
  if (high <= 1) return "at or below the level";
  if (low <= 1) return `from within reach up to ${times(high)} times the level`;
  const [first, last] = [times(low), times(high)];
  return `${first === last ? first : `${first} to ${last}`} times the level`;
}

/** The concentration of a report, or its range. @param {import("./state.js").PlacedReport} report */
export function reach({ low_nM, high_nM }) {
  const [low, high] = [concentration(low_nM, 3), concentration(high_nM, 3)];
  return low === high ? low : `${low} to ${high}`;
}

/** A concentration in the unit that keeps it between 1 and 1000. @param {number} nM @param {number} digits */
export function concentration(nM, digits) {
  // A hair below the step, so that 10⁻⁹ µM, which is not exact in binary, still is 1 fM.
  const [scale, unit] = UNITS.find(([step]) => nM >= step * (1 - 1e-9)) ?? [1e-6, "fM"];
  return `${significant(nM / scale, digits)}${NBSP}${unit}`;
}

/** A ratio of 1 or more with two significant digits and commas: 38195.5 -> "38,000". @param {number} ratio */
export const times = (ratio) => (ratio < 10 ? significant(ratio, 2) :
  String(Number(ratio.toPrecision(2))).replace(/\B(?=(\d{3})+$)/g, ","));
