/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {number} dose_mg @property {number} bioavailability_percent @property {number} ka_per_h
 * @property {number} CL_L_per_h @property {number} V_L @property {number} Vc_L @property {number} Q_L_per_h
 * @property {"both" | "one" | "two"} compartments @property {boolean} naltrexol @property {"linear" | "log"} axis
 * @property {12 | 24 | 48} window_h @property {number} read_from_h @property {number} read_to_h
 * @property {"healthy" | "cirrhosis"} liver
 */

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);

/** @type {Record<string, (value: any) => boolean>} */
const CHOICES = {
  compartments: oneOf("both", "one", "two"),
  naltrexol: oneOf(true, false),
  axis: oneOf("linear", "log"),
  window_h: oneOf(12, 24, 48),
  liver: oneOf("healthy", "cirrhosis"),
};

/** Names of the numbers, in the order in which they stand on the page. */
export const NUMBERS = ["dose_mg", "bioavailability_percent", "ka_per_h", "CL_L_per_h", "V_L", "Vc_L", "Q_L_per_h", "read_from_h", "read_to_h"];

export const NAMES = /** @type {(keyof State)[]} */ ([...NUMBERS, ...Object.keys(CHOICES)]);

/** @param {Record<string, [number, number]>} ranges of the numbers, as Python ships them */
export const acceptsWithin = (ranges) => (/** @type {string} */ name, /** @type {any} */ value) => {
  if (name in CHOICES) return CHOICES[name](value);
  return typeof value === "number" && value >= ranges[name]?.[0] && value <= ranges[name]?.[1];
};

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/**
 * Stops of a slider, about evenly spread on a log scale, all of them numbers a reader would write.
 * @param {[number, number, number][]} pieces from, to and step; the last `to` is a stop too
 */
const stops = (pieces) =>
  pieces.flatMap(([from, to, step]) =>
    Array.from({ length: Math.round((to - from) / step) }, (_, i) => Number((from + i * step).toPrecision(6))))
    .concat(pieces[pieces.length - 1][1]);

export const STOPS = {
  bioavailability_percent: stops([[1, 20, 0.5], [20, 96, 1]]),
  ka_per_h: stops([[0.2, 2, 0.05], [2, 6, 0.1]]),
  CL_L_per_h: stops([[20, 94, 2], [94, 210, 4], [210, 400, 5]]),
  V_L: stops([[100, 1500, 25], [1500, 3000, 50]]),
  Vc_L: stops([[20, 500, 10], [500, 1500, 25], [1500, 3000, 50]]),
  Q_L_per_h: stops([[5, 100, 5], [100, 500, 10]]),
  read_from_h: stops([[0.5, 4, 0.5], [4, 47, 1]]),
  read_to_h: stops([[1, 4, 0.5], [4, 48, 1]]),
};
