/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {"opioid" | "naltrexone"} first
 * @property {number} dose_mg
 * @property {string} opioid
 * @property {number} hours_since_opioid
 * @property {number} hours_since_tablet
 * @property {number} held_percent
 * @property {number} tau
 * @property {number} adaptation_half_life_days
 */

const NUMBERS = ["dose_mg", "hours_since_opioid", "hours_since_tablet", "held_percent", "tau", "adaptation_half_life_days"];
export const NAMES = /** @type {(keyof State)[]} */ (["first", "opioid", ...NUMBERS]);

/** @param {{ranges: Record<string, [number, number]>, opioids: {name: string}[]}} data as Python ships it */
export const accepter = ({ ranges, opioids }) => (/** @type {string} */ name, /** @type {any} */ value) => {
  if (name === "first") return value === "opioid" || value === "naltrexone";
  if (name === "opioid") return opioids.some((one) => one.name === value);
  return NUMBERS.includes(name) && typeof value === "number" && value >= ranges[name][0] && value <= ranges[name][1];
};

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));
