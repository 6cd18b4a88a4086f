/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

import { HIGHEST_DOSE_MG, LOWEST_DOSE_MG } from "../naltrexone/doses.js";

/**
 * @typedef {object} State
 * @property {number[]} doses_mg
 * @property {import("../naltrexone/kinetics.js").Regimen} regimen
 * @property {"occupancy" | "naltrexone" | "naltrexol"} quantity
 * @property {import("../naltrexone/occupancy.js").Receptor} receptor
 * @property {24 | 72 | 336} window_h
 * @property {number} threshold_percent
 * @property {"models" | "people" | "none"} band
 * @property {"linear" | "log"} concentration_axis
 * @property {"one_dose" | "daily_steady_state"} pet_regimen
 */

export const MOST_DOSES = 4;

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) =>
  typeof value === "number" && value >= low && value <= high;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  doses_mg: (value) => Array.isArray(value) && value.length >= 1 && value.length <= MOST_DOSES &&
    value.every(between(LOWEST_DOSE_MG, HIGHEST_DOSE_MG)),
  regimen: oneOf("one_dose", "daily", "daily_steady_state"),
  quantity: oneOf("occupancy", "naltrexone", "naltrexol"),
  receptor: oneOf("mu", "delta", "kappa"),
  window_h: oneOf(24, 72, 336),
  threshold_percent: between(1, 99),
  band: oneOf("models", "people", "none"),
  concentration_axis: oneOf("linear", "log"),
  pet_regimen: oneOf("one_dose", "daily_steady_state"),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
