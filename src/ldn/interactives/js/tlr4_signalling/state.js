/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {number} lps_ng_per_mL
 * @property {number} damp_per_ec50 @property {number} damp_strength
 * @property {boolean} myd88 @property {boolean} trif @property {boolean} inducible_ikba
 * @property {"person" | "dish" | "chosen"} given
 * @property {number} antagonist_uM
 * @property {number} ic50_uM
 * @property {"trif" | "both"} blocks
 * @property {8 | 16} window_h
 */

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) => typeof value === "number" && value >= low && value <= high;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  lps_ng_per_mL: between(0, 1000),
  damp_per_ec50: between(0, 100),
  damp_strength: between(0, 1),
  myd88: oneOf(true, false),
  trif: oneOf(true, false),
  inducible_ikba: oneOf(true, false),
  given: oneOf("person", "dish", "chosen"),
  antagonist_uM: between(0.0001, 1000),
  ic50_uM: between(0.001, 1000),
  blocks: oneOf("trif", "both"),
  window_h: oneOf(8, 16),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** Round numbers, about evenly spread over the decades from 10^from to 10^to. @param {number} from @param {number} to */
const decadeStops = (from, to) =>
  Array.from({ length: to - from }, (_, i) => [1, 1.5, 2, 3, 5, 7].map((n) => Number((n * 10 ** (from + i)).toPrecision(6))))
    .flat().concat(10 ** to);

export const LPS_STOPS = [0, ...decadeStops(-2, 3)];
export const DAMP_STOPS = [0, ...decadeStops(-1, 2)];
/** In per cent of endotoxin's. */
export const STRENGTH_STOPS = Array.from({ length: 21 }, (_, i) => 5 * i);
export const ANTAGONIST_STOPS_UM = decadeStops(-4, 3);
export const IC50_STOPS_UM = decadeStops(-3, 3);
