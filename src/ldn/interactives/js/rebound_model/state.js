/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {"hours" | import("../naltrexone/occupancy.js").Link} blocked
 * @property {number} hours_blocked
 * @property {number} dose_mg
 * @property {number} opioid_gain
 * @property {number} receptor_gain
 * @property {number} opioid_half_life_h
 * @property {number} receptor_half_life_h
 * @property {number} brake_percent
 * @property {3 | 7 | 28} window_days
 */

const NUMBERS = ["hours_blocked", "dose_mg", "opioid_gain", "receptor_gain", "opioid_half_life_h", "receptor_half_life_h", "brake_percent"];
export const BLOCKED = ["hours", "plasma", "biophase", "slow_dissociation"];
export const WINDOWS = [3, 7, 28];
export const NAMES = /** @type {(keyof State)[]} */ (["blocked", ...NUMBERS, "window_days"]);

/** @param {Record<string, [number, number]>} ranges as Python ships them */
export const accepter = (ranges) => (/** @type {string} */ name, /** @type {any} */ value) => {
  if (name === "blocked") return BLOCKED.includes(value);
  if (name === "window_days") return WINDOWS.includes(value);
  return NUMBERS.includes(name) && typeof value === "number" && value >= ranges[name][0] && value <= ranges[name][1];
};

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** What is blocked: hours a day, or mg by a model. @param {State} state */
export const amountOf = ({ blocked, hours_blocked, dose_mg }) => (blocked === "hours" ? hours_blocked : dose_mg);
