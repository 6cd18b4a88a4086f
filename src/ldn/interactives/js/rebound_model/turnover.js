/**
 * Two pools, the body's own opioid and its receptors, that turn over and listen to the signal. The same equations and
 * the same steps as `ldn.pharmacology.rebound`:
 * S = E R (1 − b); dE/dt = kE (1 + gE u − E), u = 1 − S in a lack, −brake (S − 1) in an excess; R likewise.
 */

export const DAY_H = 24;
export const HIGHEST_GAIN = 10;
const STEP_H = 0.1;
const HOURS_APART_H = 0.5;
const GAINS_APART = 0.5;
const HALVINGS = 24;
/** A millionth counts as nothing: without blockade the mean is 1 but for rounding. */
const ABOVE = 1e-6;
const NUDGE = 1e-6;

/** @typedef {{step_h: number[], start: number[], middle: number[], end: number[]}} Blockade blocked fraction in each step of a day */
/** @typedef {{opioid_gain: number, receptor_gain: number, opioid_half_life_h: number, receptor_half_life_h: number, brake: number}} Assumptions */
/** @typedef {{time_h: number[], opioid: number[], receptors: number[], blocked: number[], signal: number[], mean_signal: number}} Course */

/** All receptors for the first hours of each day. @param {number} hours @returns {Blockade} */
export function blockedFor(hours) {
  const step_h = [];
  const level = [];
  for (const [length, blocked] of [[hours, 1], [DAY_H - hours, 0]]) {
    if (length <= 0) continue;
    const steps = Math.ceil(length / STEP_H - 1e-9);
    for (let i = 0; i < steps; i++) {
      step_h.push(length / steps);
      level.push(blocked);
    }
  }
  return { step_h, start: level, middle: level, end: level };
}

/** Occupancy on an even grid over a day; every second point ends a step. @param {ArrayLike<number>} held @param {number} grid_h @returns {Blockade} */
export function blockedByCurve(held, grid_h) {
  const every = (/** @type {number} */ first) => {
    const values = [];
    for (let j = first; j < held.length - (first === 2 ? 0 : 1); j += 2) values.push(held[j]);
    return values;
  };
  const start = every(0);
  return { step_h: start.map(() => 2 * grid_h), start, middle: every(1), end: every(2) };
}

/**
 * Opioid and receptors after one day, and the integral of the signal over it.
 * @param {Blockade} blockade @param {Assumptions} assumed @param {number} e @param {number} r
 * @param {[number, number][]} [path] takes the pools at the start and after each step
 * @returns {[number, number, number]}
 */
function march({ step_h, start, middle, end }, assumed, e, r, path) {
  const { opioid_gain, receptor_gain, brake } = assumed;
  const rateE = Math.LN2 / assumed.opioid_half_life_h;
  const rateR = Math.LN2 / assumed.receptor_half_life_h;
  const heard = (/** @type {number} */ signal) => (signal < 1 ? 1 - signal : brake * (1 - signal));
  const slopeE = (/** @type {number} */ u, /** @type {number} */ x) => rateE * (Math.max(0, 1 + opioid_gain * u) - x);
  const slopeR = (/** @type {number} */ u, /** @type {number} */ x) => rateR * (Math.max(0, 1 + receptor_gain * u) - x);
  let total = 0;
  path?.push([e, r]);
  for (let j = 0; j < step_h.length; j++) {
    const h = step_h[j];
    const [first, mid, last] = [1 - start[j], 1 - middle[j], 1 - end[j]];
    const s1 = e * r * first, u1 = heard(s1), e1 = slopeE(u1, e), r1 = slopeR(u1, r);
    const eA = e + (h / 2) * e1, rA = r + (h / 2) * r1;
    const s2 = eA * rA * mid, u2 = heard(s2), e2 = slopeE(u2, eA), r2 = slopeR(u2, rA);
    const eB = e + (h / 2) * e2, rB = r + (h / 2) * r2;
    const s3 = eB * rB * mid, u3 = heard(s3), e3 = slopeE(u3, eB), r3 = slopeR(u3, rB);
    const eC = e + h * e3, rC = r + h * r3;
    const s4 = eC * rC * last, u4 = heard(s4), e4 = slopeE(u4, eC), r4 = slopeR(u4, rC);
    e += (h / 6) * (e1 + 2 * e2 + 2 * e3 + e4);
    r += (h / 6) * (r1 + 2 * r2 + 2 * r3 + r4);
    total += (h / 6) * (s1 + 2 * s2 + 2 * s3 + s4);
    path?.push([e, r]);
  }
  return [e, r, total];
}

/**
 * Newton's method on the map from one morning to the next.
 * @param {Blockade} blockade @param {Assumptions} assumed @param {[number, number]} guess @returns {[number, number]}
 */
function periodicStart(blockade, assumed, guess) {
  let [e, r] = guess;
  for (let i = 0; i < 50; i++) {
    const [eEnd, rEnd] = march(blockade, assumed, e, r);
    const [missE, missR] = [eEnd - e, rEnd - r];
    if (Math.abs(missE) < 1e-12 && Math.abs(missR) < 1e-12) return [e, r];
    const byE = march(blockade, assumed, e + NUDGE, r);
    const byR = march(blockade, assumed, e, r + NUDGE);
    const [a, b] = [(byE[0] - eEnd) / NUDGE - 1, (byR[0] - eEnd) / NUDGE];
    const [c, d] = [(byE[1] - rEnd) / NUDGE, (byR[1] - rEnd) / NUDGE - 1];
    const determinant = a * d - b * c;
    e = Math.max(0, e - (d * missE - b * missR) / determinant);
    r = Math.max(0, r - (a * missR - c * missE) / determinant);
    if (Math.abs(missE) < 1e-9 && Math.abs(missR) < 1e-9) return [e, r];
  }
  return [e, r];
}

/** A day that ends as it began. @param {Blockade} blockade @param {Assumptions} assumed */
export const settledDay = (blockade, assumed) => course(blockade, assumed, periodicStart(blockade, assumed, [1, 1]), 1);

/** The first days, from the state without the drug. @param {Blockade} blockade @param {Assumptions} assumed @param {number} days */
export const firstDays = (blockade, assumed, days) => course(blockade, assumed, [1, 1], days);

/**
 * Where the blockade jumps, the time stands there twice.
 * @param {Blockade} blockade @param {Assumptions} assumed @param {[number, number]} begin @param {number} days @returns {Course}
 */
function course(blockade, assumed, begin, days) {
  const result = { time_h: [0], opioid: [begin[0]], receptors: [begin[1]], blocked: [blockade.start[0]], signal: [0], mean_signal: 0 };
  const { step_h, start, end } = blockade;
  const last = step_h.length - 1;
  let [e, r] = begin;
  let time = 0;
  let total = 0;
  const put = (/** @type {[number, number]} */ pools, /** @type {number} */ blocked) => {
    result.time_h.push(time);
    result.opioid.push(pools[0]);
    result.receptors.push(pools[1]);
    result.blocked.push(blocked);
  };
  for (let day = 0; day < days; day++) {
    /** @type {[number, number][]} */
    const path = [];
    [e, r, total] = march(blockade, assumed, e, r, path);
    for (let j = 0; j <= last; j++) {
      time += step_h[j];
      put(path[j + 1], end[j]);
      const next = j < last ? start[j + 1] : start[0];
      if ((j < last || day < days - 1) && Math.abs(next - end[j]) > 1e-9) put(path[j + 1], next);
    }
  }
  result.signal = result.opioid.map((value, i) => value * result.receptors[i] * (1 - result.blocked[i]));
  result.mean_signal = total / DAY_H;
  return result;
}

/** Mean signal of a settled day, each search starting from the last solution. */
function meanFinder() {
  /** @type {[number, number]} */
  let start = [1, 1];
  return (/** @type {Blockade} */ blockade, /** @type {Assumptions} */ assumed) => {
    start = periodicStart(blockade, assumed, start);
    return march(blockade, assumed, ...start)[2] / DAY_H;
  };
}

/** The day's mean for each of several blockades. @param {Blockade[]} blockades @param {Assumptions} assumed */
export function meanSignals(blockades, assumed) {
  const mean = meanFinder();
  return blockades.map((blockade) => mean(blockade, assumed));
}

/** Smallest gain, 0 to 10, that lifts the mean above baseline; null: none. @param {Blockade} blockade @param {Assumptions} assumed */
export function smallestOpioidGain(blockade, assumed) {
  const mean = meanFinder();
  const count = HIGHEST_GAIN / GAINS_APART;
  return firstCrossing((opioid_gain) => mean(blockade, { ...assumed, opioid_gain }) - 1 - ABOVE,
    Array.from({ length: count + 1 }, (_, i) => i * GAINS_APART));
}

/** Longest complete blockade, h, that leaves the mean above baseline; null: none. @param {Assumptions} assumed */
export function longestBlockedHours(assumed) {
  const mean = meanFinder();
  return firstCrossing((hours) => mean(blockedFor(hours), assumed) - 1 - ABOVE,
    Array.from({ length: DAY_H / HOURS_APART_H }, (_, i) => DAY_H - i * HOURS_APART_H));
}

/** The first of the values, in order, with an excess, refined towards its predecessor. @param {(value: number) => number} excess @param {number[]} values */
function firstCrossing(excess, values) {
  /** @type {number | null} */
  let before = null;
  for (const value of values) {
    if (excess(value) > 0) {
      if (before === null) return value;
      let [inside, outside] = [value, before];
      for (let i = 0; i < HALVINGS; i++) {
        const between = (inside + outside) / 2;
        if (excess(between) > 0) inside = between;
        else outside = between;
      }
      return inside;
    }
    before = value;
  }
  return null;
}

/** Hours at or above a level, straight lines between times. @param {ArrayLike<number>} times @param {ArrayLike<number>} values @param {number} level */
export function hoursAtOrAbove(times, values, level) {
  let sum = 0;
  for (let i = 1; i < values.length; i++) {
    const [left, right] = [values[i - 1] - level, values[i] - level];
    const share = left >= 0 && right >= 0 ? 1 : left >= 0 !== right >= 0 ? Math.max(left, right) / Math.abs(left - right) : 0;
    sum += share * (times[i] - times[i - 1]);
  }
  return sum;
}

/** The value at an hour; where it jumps, the value after the jump. @param {Course} course @param {ArrayLike<number>} values @param {number} hour */
export function atHour({ time_h }, values, hour) {
  let last = time_h.length - 2;
  while (last > 0 && time_h[last] > hour + 1e-9) last--;
  const width = time_h[last + 1] - time_h[last];
  const share = width > 0 ? (hour - time_h[last]) / width : 1;
  return values[last] + share * (values[last + 1] - values[last]);
}
