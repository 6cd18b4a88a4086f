/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} Report
 * @property {string} id
 * @property {string} cited
 * @property {string} agent
 * @property {string} target
 * @property {string} system
 * @property {string} readout
 * @property {"effect" | "no effect" | "mixed" | "retracted"} outcome
 * @property {boolean} through_review
 * @property {number | null} low_nM
 * @property {number | null} high_nM
 * @property {boolean} ic50
 * @property {string} statement
 */
/** @typedef {Report & {low_nM: number, high_nM: number}} PlacedReport */
/**
 * @typedef {object} Data what Python ships (interactives/reach_check_data.py)
 * @property {{free: number, total: number}} peak_nM_per_mg
 * @property {{name: string, nM: number}[]} receptors
 * @property {Report[]} reports
 */
/**
 * @typedef {object} State
 * @property {number[]} doses_mg
 * @property {"free" | "total"} plasma
 * @property {number} build_up
 * @property {"all" | "naltrexone"} agents
 * @property {string} report
 */

export const LOWEST_DOSE_MG = 0.5;
export const HIGHEST_DOSE_MG = 100;
export const MOST_DOSES = 3;
export const MOST_BUILD_UP = 100_000;

/** @param {any[]} allowed */
const oneOf = (...allowed) => (/** @type {any} */ value) => allowed.includes(value);
/** @param {number} low @param {number} high */
const between = (low, high) => (/** @type {any} */ value) =>
  typeof value === "number" && value >= low && value <= high;

/** @type {Record<keyof State, (value: any, data: Data) => boolean>} */
const CHECKS = {
  doses_mg: (value) => Array.isArray(value) && value.length >= 1 && value.length <= MOST_DOSES &&
    value.every(between(LOWEST_DOSE_MG, HIGHEST_DOSE_MG)),
  plasma: oneOf("free", "total"),
  build_up: between(1, MOST_BUILD_UP),
  agents: oneOf("all", "naltrexone"),
  report: (value, { reports }) => reports.some(({ id, low_nM }) => id === value && low_nM !== null),
};

export const NAMES = /** @type {(keyof State)[]} */ (Object.keys(CHECKS));

/** @param {Data} data */
export const acceptor = (data) => (/** @type {string} */ name, /** @type {any} */ value) =>
  CHECKS[/** @type {keyof State} */ (name)]?.(value, data) ?? false;

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** Stops of the build-up: one, two and five of each power of ten. */
export const BUILD_UP_STOPS = [1, 10, 100, 1000, 10_000].flatMap((decade) => [decade, 2 * decade, 5 * decade]).concat(MOST_BUILD_UP);
