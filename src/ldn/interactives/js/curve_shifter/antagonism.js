/**
 * Receptor theory of the piece: occupancy, dose ratio and response, in closed form. The agonist's concentration is
 * in multiples of its own dissociation constant. `ldn.interactives.curve_shifter_view` computes the same.
 */
import { significant } from "../kit/format.js";
import { fitSchild } from "./schild.js";

/** @typedef {import("./state.js").State} State */
/**
 * @typedef {object} Data what Python ships (interactives/curve_shifter_data.py)
 * @property {number} kb_nM
 * @property {{tablet_lowest: number, tablet_highest: number}} biophase_nM_per_mg
 * @property {number[]} t_975
 * @property {number[]} deviates
 */

export const LOWEST_AGONIST = 1e-3;
export const HIGHEST_AGONIST = 1e4;
export const HIGHEST_RATIO = 1e6;

/** Efficacy that is left of the agonist, and what multiplies its dissociation constant. @param {State} state @param {number} antagonist_nM @param {Data} data */
function left({ antagonism, reserve }, antagonist_nM, { kb_nM }) {
  const shift = 1 + antagonist_nM / kb_nM;
  return antagonism === "competitive" ? { efficacy: reserve, shift } : { efficacy: reserve / shift, shift: 1 };
}

/** How many times more agonist gives half of the first greatest response; infinite out of reach. @param {State} state @param {number} antagonist_nM @param {Data} data */
export function doseRatio(state, antagonist_nM, data) {
  const { efficacy, shift } = left(state, antagonist_nM, data);
  if (state.antagonism === "competitive") return shift;
  const leftOver = (efficacy / state.reserve) * (2 + state.reserve) - 1;
  return leftOver > 0 ? (1 + state.reserve) / leftOver : Infinity;
}

/** Response, 0 to 1. @param {State} state @param {number} agonist @param {number} antagonist_nM 0 for none @param {Data} data */
export function response(state, agonist, antagonist_nM, data) {
  const { efficacy, shift } = left(state, antagonist_nM, data);
  return 1 / (1 + (shift / agonist + 1) / efficacy);
}

/**
 * @param {State} state @param {Data} data
 */
export function evaluate(state, data) {
  const { given, dose_mg, reserve } = state;
  const antagonist_nM = given === "concentration" ? state.antagonist_nM : dose_mg * data.biophase_nM_per_mg[given];
  const points = state.antagonism === "competitive" ? state.competitive_points : state.insurmountable_points;
  const { efficacy } = left(state, antagonist_nM, data);
  return {
    antagonist_nM, points,
    occupied: antagonist_nM / (antagonist_nM + data.kb_nM),
    ratio: doseRatio(state, antagonist_nM, data),
    topAlone: reserve / (1 + reserve),
    top: efficacy / (1 + efficacy),
    ec50Alone: 1 / (1 + reserve),
    fit: fitSchild(points, data.t_975),
  };
}

/** @typedef {ReturnType<typeof evaluate>} View */

/**
 * The point that "keep" would put on the plot: the dose ratio as it is read, with the error of its place in the list.
 * @param {State} state @param {View} view @param {Data} data @returns {import("./state.js").Kept}
 */
export function readPoint({ reading_error_percent }, { antagonist_nM, ratio, points }, { deviates }) {
  const read = ratio * Math.exp((reading_error_percent / 100) * deviates[points.length]);
  return [Number(significant(antagonist_nM, 4)), Number(significant(read, 4))];
}

/** Response table: agonist, alone, with antagonist; `CurveShifter.table()` gives the same. @param {State} state @param {View} view @param {Data} data @returns {import("../kit/data.js").Table} */
export function dataTable(state, { antagonist_nM }, data) {
  const percent = (/** @type {number} */ share) => Number((share * 100).toFixed(1));
  return {
    caption: "Response against the agonist’s concentration",
    columns: ["agonist (multiples of its KA)", "response alone (%)", "response with the antagonist (%)"],
    rows: logSteps(15).map((agonist) => [Number(significant(agonist, 3)),
      percent(response(state, agonist, 0, data)), percent(response(state, agonist, antagonist_nM, data))]),
  };
}

/** Even steps of the agonist's axis. @param {number} count */
export const logSteps = (count) => Array.from({ length: count }, (_, i) =>
  LOWEST_AGONIST * (HIGHEST_AGONIST / LOWEST_AGONIST) ** (i / (count - 1)));
