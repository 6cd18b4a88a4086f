/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */
import { MOST_POINTS } from "./schild.js";

/** @typedef {[number, number]} Kept antagonist in nM, dose ratio as read */
/**
 * @typedef {object} State
 * @property {"concentration" | "tablet_lowest" | "tablet_highest"} given
 * @property {number} antagonist_nM
 * @property {number} dose_mg
 * @property {"competitive" | "insurmountable"} antagonism
 * @property {number} reserve
 * @property {number} reading_error_percent
 * @property {Kept[]} competitive_points
 * @property {Kept[]} insurmountable_points
 */

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) =>
  typeof value === "number" && value >= low && value <= high;
const points = (/** @type {any} */ value) => Array.isArray(value) && value.length <= MOST_POINTS &&
  value.every((point) => Array.isArray(point) && point.length === 2 && between(1e-9, 1e6)(point[0]) &&
    between(1, 1e6)(point[1]) && point[1] > 1);

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  given: oneOf("concentration", "tablet_lowest", "tablet_highest"),
  antagonist_nM: between(0.03, 300),
  dose_mg: between(0.5, 100),
  antagonism: oneOf("competitive", "insurmountable"),
  reserve: between(0.5, 100),
  reading_error_percent: between(0, 40),
  competitive_points: points,
  insurmountable_points: points,
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** Stops of a logarithmic slider: numbers that a reader would write. @param {number[]} steps @param {number[]} decades @param {number} low @param {number} high */
const stops = (steps, decades, low, high) =>
  decades.flatMap((decade) => steps.map((step) => Number((step * decade).toPrecision(3))))
    .filter((value) => value >= low && value <= high);

const FINE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];
export const ANTAGONIST_STOPS_NM = stops(FINE, [0.01, 0.1, 1, 10, 100], 0.03, 300);
export const RESERVE_STOPS = stops(FINE, [0.1, 1, 10, 100], 0.5, 100);
