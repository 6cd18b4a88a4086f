/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {number} density_per_mm3
 * @property {"regular" | "random"} arrangement
 * @property {number} injury_x_um @property {number} injury_y_um
 * @property {number} time_min
 * @property {number} watched_h
 * @property {number} tip_width_um
 */

/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) => typeof value === "number" && value >= low && value <= high;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  density_per_mm3: between(4000, 12000),
  arrangement: (value) => value === "regular" || value === "random",
  injury_x_um: between(0, 360),
  injury_y_um: between(0, 240),
  time_min: between(0, 30),
  watched_h: between(0, 12),
  tip_width_um: between(0.5, 5),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
