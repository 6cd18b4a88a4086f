/** Numbers as a reader meets them. Python has the same three functions (interactives/wording.py). */

/** Spaces that never break a number from its unit. */
export const NBSP = "\u00a0";

/**
 * A number with so many significant digits, without trailing zeros and never in powers of ten.
 * @param {number} value
 * @param {number} [digits]
 */
export function significant(value, digits = 3) {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  const text = value.toFixed(Math.min(decimals, 12));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A whole number with a comma between thousands: 2995 -> "2,995". @param {number} value */
export const thousands = (value) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");

/** 4.5 -> "4.5 mg". @param {number} dose */
export const milligrams = (dose) => `${significant(dose, 4)}${NBSP}mg`;

/** A time with at most one decimal, from 100 h on with none. @param {number} value */
export const hours = (value) => `${value.toFixed(value < 99.95 ? 1 : 0).replace(/\.0$/, "")}${NBSP}h`;

/**
 * A low and a high value as one range, or as one number when they print alike.
 * @param {number} low @param {number} high @param {(value: number) => string} format
 */
export function range(low, high, format) {
  const [first, last] = [format(low), format(high)];
  return first === last ? first : `${first}–${last}`;
}

/** A share from 0 to 1 as a whole per cent, without the sign. @param {number} share */
export const percent = (share) => (share * 100).toFixed(0);

/** ["a", "b", "c"] -> "a, b and c". @param {string[]} items */
export const sentenceList = (items) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;

/**
 * Reads a number as people type it: decimal comma or point, spaces around it.
 * @param {string} text @returns {number} NaN when it is none
 */
export function parseNumber(text) {
  const trimmed = text.trim().replace(",", ".").replace("−", "-");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
}
