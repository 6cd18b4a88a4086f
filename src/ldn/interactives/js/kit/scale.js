import { nice, ticks } from "d3-array";

/**
 * @typedef {((value: number) => number) & {domain: [number, number], range: [number, number], ticks: (count: number) => number[]}} Scale
 * a value of the domain to a pixel of the range
 */

/** @param {(value: number) => number} place @param {[number, number]} domain @param {[number, number]} range */
function scale(place, domain, range) {
  const [from, to] = domain.map(place);
  const along = (range[1] - range[0]) / (to - from);
  return Object.assign((/** @type {number} */ value) => range[0] + (place(value) - from) * along, {
    domain, range, ticks: (/** @type {number} */ count) => ticks(domain[0], domain[1], count),
  });
}

/** Equal differences, equal distances. @param {[number, number]} domain @param {[number, number]} range @returns {Scale} */
export const linear = (domain, range) => scale((value) => value, domain, range);

/** Equal ratios, equal distances; what is below the domain lies on its edge. @param {[number, number]} domain @param {[number, number]} range @returns {Scale} */
export const logarithmic = (domain, range) => scale((value) => Math.log10(Math.max(value, domain[0])), domain, range);

/** From zero to a round number at or above the highest value. @param {number} highest @returns {[number, number]} */
export const fromZero = (highest) => [0, nice(0, highest, 4)[1]];
