/** Rates, their intervals and what lies between two of them. `ldn.evidence` computes the same. */

/** Quantile of the normal distribution at 97.5 %. */
const Z = 1.959963984540054;

/** @param {number} events @param {number} people */
function rate(events, people) {
  const x = Math.min(events, people);
  const share = x / people;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * people)) / (1 + z2 / people);
  const reach = (Math.sqrt(z2 * ((share * (1 - share)) / people + z2 / (4 * people * people)))) / (1 + z2 / people);
  return {
    events: x, people, share, low: x === 0 ? 0 : centre - reach, high: x === people ? 1 : centre + reach,
    of100: Number((100 * share).toFixed(0)),
  };
}

/** @typedef {ReturnType<typeof rate>} Rate */
/** @typedef {{estimate: number, low: number, high: number}} Effect */

/** The four cells, with 0.5 added to each if one is empty. @param {Rate} treated @param {Rate} compared */
function cells(treated, compared) {
  const counts = [treated.events, treated.people - treated.events, compared.events, compared.people - compared.events];
  return Math.min(...counts) === 0 ? counts.map((count) => count + 0.5) : counts;
}

/** Newcombe's interval, made of the two Wilson intervals. @param {Rate} treated @param {Rate} compared @returns {Effect} */
function riskDifference(treated, compared) {
  const estimate = treated.share - compared.share;
  return {
    estimate,
    low: estimate - Math.hypot(treated.share - treated.low, compared.high - compared.share),
    high: estimate + Math.hypot(treated.high - treated.share, compared.share - compared.low),
  };
}

/** On the log scale. @param {Rate} treated @param {Rate} compared @returns {Effect} */
function riskRatio(treated, compared) {
  const [a, b, c, d] = cells(treated, compared);
  const log = Math.log(a / (a + b) / (c / (c + d)));
  const se = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
  return { estimate: Math.exp(log), low: Math.exp(log - Z * se), high: Math.exp(log + Z * se) };
}

/** Number needed to treat: its ends told from the one nearest to "more". @param {Effect} difference */
function numberNeeded({ estimate, low, high }) {
  if (estimate === 0) return null;
  const needed = (/** @type {number} */ value) => ({ number: value === 0 ? Infinity : 1 / Math.abs(value), more: value > 0 });
  return { ...needed(estimate), ends: [needed(high), needed(low)], unbounded: low <= 0 && high >= 0 };
}

/** @param {import("./state.js").State} state */
export function evaluate({ events, people, compared, placebo_events, placebo_people }) {
  const ldn = rate(events, people);
  if (!compared) return { ldn, placebo: null, difference: null, ratio: null, needed: null, of100: { anyway: 0, more: 0, fewer: 0 } };
  const placebo = rate(placebo_events, placebo_people);
  const difference = riskDifference(ldn, placebo);
  return {
    ldn, placebo, difference, ratio: riskRatio(ldn, placebo), needed: numberNeeded(difference),
    of100: { anyway: Math.min(ldn.of100, placebo.of100), more: Math.max(0, ldn.of100 - placebo.of100), fewer: Math.max(0, placebo.of100 - ldn.of100) },
  };
}

/** @typedef {ReturnType<typeof evaluate>} View */
