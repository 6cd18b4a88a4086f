/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */
import { evenStops } from "../kit/controls.js";

/** @typedef {"none" | "ten_times" | "a_tenth" | "mL_for_mg"} Slip */
/**
 * @typedef {object} State
 * @property {number} dose_mg
 * @property {number} volume_mL
 * @property {Slip} slip
 * @property {number} read_error_mL
 * @property {number} fill_sd_percent
 * @property {number} mixing_sd_percent
 * @property {number} mean_percent
 * @property {number} batch
 */
/**
 * @typedef {object} Data what Python ships (interactives/compounding_data.py)
 * @property {{log10_mg: number[], percent: number[]}} occupancy
 * @property {{fill: number[], strength: number[]}[]} batches
 * @property {Price[]} prices
 * @property {Record<string, number>} constants
 */
/** @typedef {{place: string, year: number | null, product: string, currency: string, low: number, high: number, at_least: boolean}} Price */

/** @type {Slip[]} */
export const SLIPS = ["none", "ten_times", "a_tenth", "mL_for_mg"];
export const BATCHES = 12;
export const DOSE_STOPS_MG = evenStops(0.5, 10, 0.5);
export const VOLUME_STOPS_ML = [5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 100, 150, 200, 250, 300, 400, 500];
export const READ_STOPS_ML = evenStops(0, 1, 0.05);
export const SD_STOPS_PERCENT = evenStops(0, 20, 0.5);
export const MEAN_STOPS_PERCENT = evenStops(80, 120, 1);

/** @param {number[]} stops */
const within = (stops) => (/** @type {any} */ value) =>
  typeof value === "number" && value >= stops[0] && value <= stops[stops.length - 1];

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  dose_mg: within(DOSE_STOPS_MG),
  volume_mL: within(VOLUME_STOPS_ML),
  slip: (value) => SLIPS.includes(value),
  read_error_mL: within(READ_STOPS_ML),
  fill_sd_percent: within(SD_STOPS_PERCENT),
  mixing_sd_percent: within(SD_STOPS_PERCENT),
  mean_percent: within(MEAN_STOPS_PERCENT),
  batch: (value) => Number.isInteger(value) && value >= 1 && value <= BATCHES,
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
