/**
 * The dose and its errors, the capsules and their test. `ldn.pharmacology.compounding` computes the same; a parity test
 * holds the two together.
 */
import { SLIPS } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Data} Data */
/** @typedef {import("./state.js").Slip} Slip */
/**
 * @typedef {object} Verdict
 * @property {number} value acceptance value, per cent of the label
 * @property {number} units that decided
 * @property {boolean} passed
 */
/** @typedef {ReturnType<typeof evaluate>} View */

/** @param {State} state @param {Data} data */
export function evaluate(state, data) {
  const { tablet_mg, first_sample, highest_acceptance_value: limit } = data.constants;
  const concentration = tablet_mg / state.volume_mL;
  const factors = { none: 1, ten_times: 10, a_tenth: 0.1, mL_for_mg: concentration };
  const swallowed = /** @type {Record<Slip, number>} */ (Object.fromEntries(
    SLIPS.map((slip) => [slip, Math.min(factors[slip] * state.dose_mg, tablet_mg)])));

  const { fill, strength } = data.batches[state.batch - 1];
  const weights = fill.map((z) => 100 * (1 + (state.fill_sd_percent / 100) * z));
  const contents = strength.map((z, i) =>
    Math.max(((state.mean_percent * weights[i]) / 100) * (1 + (state.mixing_sd_percent / 100) * z), 0));
  const first = contents.slice(0, first_sample);
  const weighed = weights.slice(0, first_sample).map((weight) => (state.mean_percent * weight) / 100);
  return {
    concentration, volume_mL: state.dose_mg / concentration, swallowed,
    swallowed_mg: swallowed[state.slip],
    read_error_mg: state.read_error_mL * concentration,
    meant_percent: occupancy(state.dose_mg, data),
    swallowed_percent: occupancy(swallowed[state.slip], data),
    weights, contents, limit,
    first_value: acceptanceValue(first, data.constants),
    weighed_value: acceptanceValue(weighed, data.constants),
    assayed: test(contents, data.constants),
  };
}

/** Mean mu occupancy (per cent) at a daily dose, between the doses of the table. @param {number} dose_mg @param {Data} data */
export function occupancy(dose_mg, { occupancy: { log10_mg, percent } }) {
  const at = Math.log10(dose_mg);
  const last = log10_mg.length - 1;
  if (at <= log10_mg[0]) return percent[0];
  if (at >= log10_mg[last]) return percent[last];
  const after = log10_mg.findIndex((value) => value > at);
  const slope = (percent[after] - percent[after - 1]) / (log10_mg[after] - log10_mg[after - 1]);
  return slope * (at - log10_mg[after - 1]) + percent[after - 1];
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} average @param {Record<string, number>} constants */
const reference = (average, { reference_low_percent, reference_high_percent }) =>
  Math.min(Math.max(average, reference_low_percent), reference_high_percent);

/** |M − mean| + k s of 10 or 30 contents in per cent of the label. @param {number[]} contents @param {Record<string, number>} constants */
export function acceptanceValue(contents, constants) {
  const average = mean(contents);
  const squares = contents.reduce((sum, value) => sum + (value - average) ** 2, 0);
  const k = contents.length === constants.first_sample ? constants.k_first : constants.k_full;
  return Math.abs(reference(average, constants) - average) + k * Math.sqrt(squares / (contents.length - 1));
}

/** Ten units, and all thirty if these do not pass. @param {number[]} contents @param {Record<string, number>} constants @returns {Verdict} */
function test(contents, constants) {
  const { first_sample, highest_acceptance_value: limit, farthest_unit_percent } = constants;
  const first = acceptanceValue(contents.slice(0, first_sample), constants);
  if (first <= limit) return { value: first, units: first_sample, passed: true };
  const value = acceptanceValue(contents, constants);
  const middle = reference(mean(contents), constants);
  const near = contents.every((content) => Math.abs(content - middle) <= (farthest_unit_percent / 100) * middle);
  return { value, units: contents.length, passed: value <= limit && near };
}
