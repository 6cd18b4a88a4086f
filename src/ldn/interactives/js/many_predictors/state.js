/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {number} n people
 * @property {number} n_predictors
 * @property {number} r to reach, in size
 * @property {number} draws
 */

/** @param {number} low @param {number} high */
const whole = (low, high) => (/** @type {any} */ value) => Number.isInteger(value) && value >= low && value <= high;

export const MOST_PEOPLE = 40;
export const MOST_PREDICTORS = 100;
export const MOST_DRAWS = 500;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  n: whole(5, MOST_PEOPLE),
  n_predictors: whole(1, MOST_PREDICTORS),
  r: (value) => typeof value === "number" && value >= 0.3 && value <= 0.99,
  draws: whole(1, MOST_DRAWS),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
