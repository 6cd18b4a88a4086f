/**
 * Sums of exponentials, C(t) = Σ coefficient · exp(−rate · t): made by partial fractions, and read as an analyst
 * reads a curve. The same rules as in `ldn.pharmacology` (exponentials, noncompartmental), so that both round alike.
 */

/** @typedef {{rates: number[], coefficients: number[]}} Exponentials in 1/h and nM per mg */

/** Rates closer than this (relative) are moved apart: the formula for distinct rates would lose all digits. */
const CLOSE = 1e-4;

/** Evenly spaced about the mean of a group of close rates. @param {number[]} group */
function spread(group) {
  if (group.length === 1) return group;
  const mean = group.reduce((sum, rate) => sum + rate, 0) / group.length;
  return group.map((_, place) => mean * (1 + 2 * CLOSE * (place - (group.length - 1) / 2)));
}

/** Sorted rates, with each cluster of close ones spread out. @param {number[]} rates */
export function movedApart(rates) {
  const sorted = [...rates].sort((a, b) => a - b);
  if (!sorted.some((rate, i) => i > 0 && rate - sorted[i - 1] < CLOSE * rate)) return sorted;
  const groups = sorted.map((rate) => [rate]);
  for (let i = 0; i + 1 < groups.length; ) {
    const right = spread(groups[i + 1])[0];
    if (right - (spread(groups[i]).at(-1) ?? 0) < CLOSE * right) {
      groups[i].push(...groups.splice(i + 1, 1)[0]);
      i = 0;
    } else i++;
  }
  return groups.flatMap(spread);
}

/**
 * The inverse Laplace transform of numerator(s) / Π (s + rate).
 * @param {(s: number) => number} numerator @param {number[]} given @returns {Exponentials}
 */
export function partialFractions(numerator, given) {
  const rates = movedApart(given);
  const coefficients = rates.map((rate, i) =>
    numerator(-rate) / rates.reduce((product, other, j) => (i === j ? product : product * (other - rate)), 1));
  return { rates, coefficients };
}

/** Fast and slow rate of two compartments from k10, k12 and k21. @param {number} k10 @param {number} k12 @param {number} k21 */
export function dispositionRates(k10, k12, k21) {
  const total = k10 + k12 + k21;
  const product = k10 * k21;
  const fast = (total + Math.sqrt(total ** 2 - 4 * product)) / 2;
  return [fast, product / fast];
}

/** @param {Exponentials} curve @param {number} time_h */
export const after = ({ rates, coefficients }, time_h) =>
  rates.reduce((sum, rate, i) => sum + coefficients[i] * Math.exp(-rate * time_h), 0);

/** Area to infinity. @param {Exponentials} curve */
export const area = ({ rates, coefficients }) => rates.reduce((sum, rate, i) => sum + coefficients[i] / rate, 0);

/** Half-life read between two times: infinite or negative where the curve does not fall. @param {Exponentials} curve @param {number} from_h @param {number} to_h */
export function halfLifeRead(curve, from_h, to_h) {
  const fall = Math.log(after(curve, from_h) / after(curve, to_h));
  return fall === 0 ? Number.POSITIVE_INFINITY : (Math.LN2 * (to_h - from_h)) / fall;
}

/** Height and time of the peak of a curve that rises and falls once. @param {Exponentials} curve */
export function peak(curve) {
  const { rates, coefficients } = curve;
  const rises = (/** @type {number} */ time) =>
    rates.reduce((sum, rate, i) => sum + coefficients[i] * rate * Math.exp(-rate * time), 0) < 0;
  let [low, high] = [0, 1 / Math.max(...rates)];
  while (rises(high)) [low, high] = [high, 2 * high];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return { height: after(curve, high), time_h: high };
}
