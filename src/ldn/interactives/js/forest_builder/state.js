/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/** @typedef {"mean difference" | "standardised mean difference"} Measure */
/** @typedef {"paired" | "unpaired" | "misread"} Crossover */
/** @typedef {"main" | "last"} TimePoint */
/** @typedef {{estimate: number, se: number, low: number, high: number}} Effect */
/** @typedef {{key: string, label: string, address: string | null}} Source */
/**
 * @typedef {object} Trial
 * @property {string} id
 * @property {string} name
 * @property {number} year
 * @property {boolean} crossover
 * @property {Source} source
 * @property {Record<Measure, string>} lacks what was not seen; empty where there is an effect
 * @property {Record<Measure, Record<Crossover, Record<TimePoint, Effect | null>>>} effects
 */
/** @typedef {{name: string, source: Source, measure: Measure, estimate: number, low: number, high: number}} Published */
/**
 * @typedef {object} Data what Python ships (interactives/forest_builder_data.py)
 * @property {Trial[]} trials
 * @property {Published[]} published
 * @property {{normal: number, t: number[]}} quantiles t on 1, 2, … degrees of freedom
 * @property {number} points_per_sd
 */
/**
 * @typedef {object} State
 * @property {string[]} trials
 * @property {Measure} measure
 * @property {"random" | "fixed"} model
 * @property {"DL" | "PM"} tau2
 * @property {boolean} hartung_knapp
 * @property {Crossover} crossover
 * @property {TimePoint} time_point
 */

export const MEASURES = /** @type {Measure[]} */ (["mean difference", "standardised mean difference"]);
export const CROSSOVER = /** @type {Crossover[]} */ (["paired", "unpaired", "misread"]);
export const TIME_POINTS = /** @type {TimePoint[]} */ (["main", "last"]);

/** @param {Trial} trial */
export const isPoolable = ({ effects }) => MEASURES.some((measure) => effects[measure].paired.main !== null);

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);

/** @type {Record<keyof State, (value: any, data: Data) => boolean>} */
const CHECKS = {
  trials: (value, { trials }) => Array.isArray(value) && new Set(value).size === value.length &&
    value.every((id) => trials.some((trial) => trial.id === id && isPoolable(trial))),
  measure: oneOf(...MEASURES),
  model: oneOf("random", "fixed"),
  tau2: oneOf("DL", "PM"),
  hartung_knapp: oneOf(true, false),
  crossover: oneOf(...CROSSOVER),
  time_point: oneOf(...TIME_POINTS),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {Data} data */
export const acceptor = (data) => (/** @type {string} */ name, /** @type {any} */ value) =>
  CHECKS[/** @type {keyof State} */ (name)]?.(value, data) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
