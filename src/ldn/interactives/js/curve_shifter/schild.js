/**
 * The Schild plot: a straight line through log10(dose ratio − 1) against log10 of the molar concentration, with
 * the intervals that `ldn.pharmacology.schild_regression` gives.
 */

export const MOST_POINTS = 12;

/**
 * @typedef {object} Fit
 * @property {number} slope @property {number} slopeLow @property {number} slopeHigh
 * @property {number} pA2 @property {number} pA2Low @property {number} pA2High
 * @property {(x: number) => number} at height of the line over a log10 molar concentration
 * @property {(x: number) => number} reach half of the width of its 95 % band there
 */

/** @param {number} concentration_nM */
export const logMolar = (concentration_nM) => Math.log10(concentration_nM) - 9;

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * @param {import("./state.js").Kept[]} points @param {number[]} t_975 Student's t by degrees of freedom from 1 on
 * @returns {Fit | null} null with fewer than three concentrations, or without any trend
 */
export function fitSchild(points, t_975) {
  if (new Set(points.map(([antagonist]) => antagonist)).size < 3) return null;
  if (new Set(points.map(([, ratio]) => ratio)).size < 2) return null;
  const xs = points.map(([antagonist]) => Math.log10(antagonist * 1e-9));
  const ys = points.map(([, ratio]) => Math.log10(ratio - 1));
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  const slope = xs.reduce((sum, x, i) => sum + (x - meanX) * (ys[i] - meanY), 0) / spread;
  const at = (/** @type {number} */ x) => meanY + slope * (x - meanX);
  const freedom = xs.length - 2;
  const missed = xs.reduce((sum, x, i) => sum + (ys[i] - at(x)) ** 2, 0);
  const reach = t_975[freedom - 1] * Math.sqrt(missed / freedom);
  const halfWidth = reach / Math.sqrt(spread);
  // Fieller: pA2 may be wherever the band of the line holds 0.
  const square = slope ** 2 - reach ** 2 / spread;
  const middle = meanX - (slope * meanY) / square;
  const root = (reach * Math.sqrt(Math.max(square, 0) / xs.length + meanY ** 2 / spread)) / square;
  const closed = square > 0;
  return {
    slope, slopeLow: slope - halfWidth, slopeHigh: slope + halfWidth,
    pA2: meanY / slope - meanX,
    pA2Low: closed ? -(middle + root) : -Infinity, pA2High: closed ? -(middle - root) : Infinity,
    at, reach: (x) => reach * Math.sqrt(1 / xs.length + (x - meanX) ** 2 / spread),
  };
}
