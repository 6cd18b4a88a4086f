/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {"equilibrium" | "time"} view
 * @property {number} concentration_nM
 * @property {number} kd_nM
 * @property {number} tau
 * @property {"washed_away" | "added"} phase
 * @property {number} times_kd
 * @property {number} time_s
 */

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) =>
  typeof value === "number" && value >= low && value <= high;

/** @type {Record<keyof State, (value: any) => boolean>} */
const CHECKS = {
  view: oneOf("equilibrium", "time"),
  concentration_nM: between(0.001, 10_000),
  kd_nM: between(0.01, 1000),
  tau: between(0, 100),
  phase: oneOf("washed_away", "added"),
  times_kd: between(0.1, 100),
  time_s: between(0.1, 864_000),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {string} name @param {any} value */
export const accepts = (name, value) => CHECKS[/** @type {keyof State} */ (name)]?.(value) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** Round numbers from one power of ten to another, evenly spread on a log scale. @param {number} low @param {number} high */
const logStops = (low, high) => {
  const stops = [];
  for (let power = Math.log10(low); power < Math.log10(high) - 1e-9; power++)
    for (const step of [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]) stops.push(Number((step * 10 ** power).toPrecision(6)));
  return [...stops, high];
};

export const CONCENTRATION_STOPS_NM = logStops(0.001, 10_000);
export const KD_STOPS_NM = logStops(0.01, 1000);
export const TIMES_KD_STOPS = logStops(0.1, 100);
export const TAU_STOPS = [0, ...logStops(0.1, 100)];
const [S, MIN, H, DAY] = [1, 60, 3600, 86_400];
/** Times that a reader would name, from a tenth of a second to ten days. */
export const TIME_STOPS_S = [
  ...[0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 4, 5, 7, 10, 12, 15, 17.5, 20, 25, 30, 40, 50].map((t) => t * S),
  ...[1, 1.5, 2, 2.67, 3, 4, 5, 7, 10, 15, 20, 30, 46.8].map((t) => t * MIN),
  ...[1, 1.5, 2, 3, 4, 6, 8, 12, 18].map((t) => t * H),
  ...[1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((t) => t * DAY),
].map((t) => Number(t.toPrecision(8)));
