/** Meta-analysis by inverse variance in closed form. `ldn.evidence.pool` computes the same; a parity test holds the two together. */

/** @typedef {import("./state.js").Effect} Effect */
/** @typedef {{kind: "random" | "fixed", tau2: "DL" | "PM", hartung_knapp: boolean}} Model */
/**
 * @typedef {object} Pooled
 * @property {number} estimate
 * @property {number} se
 * @property {number} low
 * @property {number} high
 * @property {number} tau2
 * @property {number} q
 * @property {number} i2 in percent
 * @property {number[]} weights adding up to 1
 * @property {number | null} prediction_low
 * @property {number | null} prediction_high
 */

const BISECTIONS = 200;
const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);

/** @param {Effect[]} effects @param {number} tau2 */
const weightsAt = (effects, tau2) => effects.map(({ se }) => 1 / (se * se + tau2));

/** @param {Effect[]} effects @param {number[]} weights */
const centreOf = (effects, weights) => sum(effects.map(({ estimate }, i) => weights[i] * estimate)) / sum(weights);

/** Cochran's Q about the centre that the weights themselves give. @param {Effect[]} effects @param {number[]} weights */
function scatter(effects, weights) {
  const centre = centreOf(effects, weights);
  return sum(effects.map(({ estimate }, i) => weights[i] * (estimate - centre) ** 2));
}

/** DerSimonian & Laird, from the moments. @param {Effect[]} effects */
function dersimonianLaird(effects) {
  const weights = weightsAt(effects, 0);
  const scale = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  return Math.max(0, (scatter(effects, weights) - (effects.length - 1)) / scale);
}

/** Paule & Mandel: the τ² at which Q is what it should be, k − 1; Q falls as τ² grows. @param {Effect[]} effects */
function pauleMandel(effects) {
  const excess = (/** @type {number} */ tau2) => scatter(effects, weightsAt(effects, tau2)) - (effects.length - 1);
  if (excess(0) <= 0) return 0;
  const mean = sum(effects.map(({ estimate }) => estimate)) / effects.length;
  let [low, high] = [0, sum(effects.map(({ estimate }) => (estimate - mean) ** 2)) / (effects.length - 1)];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * @param {Effect[]} effects two or more
 * @param {Model} model
 * @param {import("./state.js").Data["quantiles"]} quantiles
 * @returns {Pooled}
 */
export function pool(effects, { kind, tau2: estimator, hartung_knapp }, quantiles) {
  const k = effects.length;
  const random = kind === "random";
  const tau2 = !random ? 0 : estimator === "PM" ? pauleMandel(effects) : dersimonianLaird(effects);
  const weights = weightsAt(effects, tau2);
  const estimate = centreOf(effects, weights);
  const widened = random && hartung_knapp;
  const se = Math.sqrt(1 / sum(weights)) * (widened ? Math.sqrt(scatter(effects, weights) / (k - 1)) : 1);
  const reach = se * (widened ? quantiles.t[k - 2] : quantiles.normal);
  const predicted = random && k > 2 ? quantiles.t[k - 3] * Math.sqrt(tau2 + se * se) : null;
  const q = scatter(effects, weightsAt(effects, 0));
  return {
    estimate, se, low: estimate - reach, high: estimate + reach, tau2, q,
    i2: q > 0 ? 100 * Math.max(0, (q - (k - 1)) / q) : 0,
    weights: weights.map((weight) => weight / sum(weights)),
    prediction_low: predicted === null ? null : estimate - predicted,
    prediction_high: predicted === null ? null : estimate + predicted,
  };
}
