/**
 * Reads and grades numbers; src/ldn/questions/grading.py says the same in Python, and a test holds the two
 * together. A key carries lists, so that one number and several are graded by the same rule.
 */

/**
 * @typedef {object} NumericKey
 * @property {number[]} value
 * @property {number[]} tolerance absolute
 * @property {string} unit
 * @property {Record<string, number>} factors what turns another accepted unit into `unit`
 * @property {{value: number[], tolerance: number[], feedback: string}[]} traps
 *
 * @typedef {{kind: "right" | "trap" | "near" | "low" | "high" | "off", trap: number | null}} Verdict
 */

const NEAR_TOLERANCES = 3;

/**
 * A number as people write it: decimal comma or point, a true minus, spaces between thousands.
 * @param {string} text @returns {number | null}
 */
export function parseNumber(text) {
  let bare = text.replace(/[ \t\r\n\u00a0\u2007\u2009\u202f]/g, "").replaceAll("−", "-");
  if (bare.split(",").length === 2 && !bare.includes(".")) bare = bare.replace(",", ".");
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(bare)) return null;
  const number = Number(bare);
  return Number.isFinite(number) ? number : null;
}

/** @param {number[]} given @param {NumericKey} key @returns {Verdict} */
export function gradeNumbers(given, key) {
  if (given.length !== key.value.length) throw new RangeError(`${given.length} numbers given, ${key.value.length} wanted`);
  const within = (/** @type {number[]} */ centre, /** @type {number[]} */ tolerance, times = 1) =>
    given.every((one, i) => Math.abs(one - centre[i]) <= times * tolerance[i]);
  if (within(key.value, key.tolerance)) return { kind: "right", trap: null };
  const trap = key.traps.findIndex(({ value, tolerance }) => within(value, tolerance));
  if (trap >= 0) return { kind: "trap", trap };
  if (within(key.value, key.tolerance, NEAR_TOLERANCES)) return { kind: "near", trap: null };
  const outside = given
    .map((one, i) => one - key.value[i])
    .filter((difference, i) => !(Math.abs(difference) <= key.tolerance[i]));
  if (outside.every((difference) => difference < 0)) return { kind: "low", trap: null };
  return { kind: outside.every((difference) => difference > 0) ? "high" : "off", trap: null };
}

/** @param {number} given @param {NumericKey} key @param {string} unit @returns {Verdict} */
export function gradeNumber(given, key, unit) {
  const factor = unit === key.unit ? 1 : key.factors[unit];
  if (factor === undefined) throw new RangeError(`the unit ${unit} is not accepted`);
  return gradeNumbers([given * factor], key);
}

/** What to say to a number that is not right and no trap, as HTML. */
export const DIRECTION = {
  near: "It is near, and outside the tolerance. Look at a rounded intermediate result, or at a coarse time step.",
  low: "That is too low.",
  high: "That is too high.",
  off: "Some values are too low and some too high.",
};
