/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {string} like a published trial's id, or "chosen"
 * @property {"crossover" | "parallel"} design
 * @property {number} n people
 * @property {number} effect @property {number} sd points
 * @property {number} within_r
 * @property {number} carry_over_percent @property {number} drop_out_percent
 * @property {number} draw which thousand
 */

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) => typeof value === "number" && value >= low && value <= high;
/** @param {number} low @param {number} high */
const whole = (low, high) => (/** @type {any} */ value) => Number.isInteger(value) && value >= low && value <= high;

export const MOST_PEOPLE = 800;
export const MOST_DRAWS = 999;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  like: oneOf("younger2013", "due_bruun2024", "innova2026", "chosen"),
  design: oneOf("crossover", "parallel"),
  n: whole(8, MOST_PEOPLE),
  effect: between(-2, 1),
  sd: between(0.5, 4),
  within_r: between(0, 0.95),
  carry_over_percent: between(0, 100),
  drop_out_percent: between(0, 50),
  draw: whole(1, MOST_DRAWS),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/**
 * The state with the settings of the published trial that it names filled in.
 * @param {{get: (name: string) => any}} model @param {any} data what Python shipped @returns {State}
 */
export function readState(model, data) {
  const state = Object.fromEntries(NAMES.map((name) => [name, model.get(name)]));
  return /** @type {any} */ (filledIn(state, data));
}

/** @param {any} state @param {any} data @returns {State} */
export function filledIn(state, data) {
  const like = data.published.find((/** @type {any} */ trial) => trial.id === state.like);
  return like ? { ...state, design: like.design, n: like.n, sd: like.sd, within_r: like.within_r } : state;
}
