/**
 * A thousand runs of one trial: `ldn.evidence.trials_from_draws` and `summarise_trials` for the page. A parity test holds
 * the two together.
 */
import { normal, uniform } from "../kit/random.js";
import { MOST_PEOPLE } from "./state.js";

/** @typedef {import("./state.js").State} State */

export const N_TRIALS = 1000;
export const SHOWN_TRIALS = 20;

/**
 * @typedef {object} Trials one value a trial; NaN where too few people are left
 * @property {Int32Array} n_analysed
 * @property {Float64Array} estimate @property {Float64Array} ci_low @property {Float64Array} ci_high
 * @property {Uint8Array} significant
 */

/**
 * @typedef {object} View
 * @property {Trials} trials
 * @property {boolean} crossover
 * @property {number} carry_over 0 where nobody crosses over
 * @property {number} n_significant @property {number} n_wrong_sign
 * @property {number} mean_size_of_significant points, NaN if none is
 * @property {number} exaggeration @property {number} mean_estimate @property {number} coverage @property {number} mean_analysed
 * @property {number} parallel_n_as_sure @property {number} n_for_power Infinity without an effect
 * @property {number} half_width of the axis, points
 */

/** @param {any} data what Python shipped */
export function simulator(data) {
  /** Luck of person after person, each for all thousand trials; another design meets the same people. @type {Float64Array[]} */
  let luck = [];
  /** @type {Float64Array[]} */
  let chances = [];
  let drawn = 0;

  /** @param {number} draw @param {number} n @param {boolean} leaving */
  function takePeople(draw, n, leaving) {
    if (draw !== drawn) [luck, chances, drawn] = [[], [], draw];
    const number = (/** @type {number} */ trial, /** @type {number} */ person) => (((draw - 1) * N_TRIALS + trial) * MOST_PEOPLE + person) * 3;
    while (luck.length < n) {
      const person = luck.length;
      luck.push(Float64Array.from({ length: N_TRIALS }, (_, trial) => normal(number(trial, person))));
    }
    while (leaving && chances.length < n) {
      const person = chances.length;
      chances.push(Float64Array.from({ length: N_TRIALS }, (_, trial) => uniform(number(trial, person) + 2)));
    }
  }

  /** The 97.5 % quantile of t. @param {number} df */
  function quantile(df) {
    if (df <= data.t_quantiles.length) return data.t_quantiles[df - 1];
    // Far out the quantile is that of the normal and four corrections (Abramowitz & Stegun 26.7.5).
    const z = data.z_quantiles[0];
    const z2 = z * z;
    const corrections = [
      (z * (z2 + 1)) / 4,
      (z * ((5 * z2 + 16) * z2 + 3)) / 96,
      (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384,
      (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160,
    ];
    return corrections.reduce((sum, correction, i) => sum + correction / df ** (i + 1), z);
  }

  /** @param {State} state @returns {Trials} */
  function run({ design, n, effect, sd, within_r, carry_over_percent, drop_out_percent, draw }) {
    const leaving = drop_out_percent > 0;
    takePeople(draw, n, leaving);
    const crossover = design === "crossover";
    const scale = crossover ? sd * Math.sqrt(2 * (1 - within_r)) : sd;
    const half = Math.floor((n + 1) / 2);
    const first = crossover ? effect * (1 - carry_over_percent / 100) : effect;
    const second = crossover ? effect : 0;
    const limit = drop_out_percent / 100;

    // In a crossover trial all people are one group of differences; in a parallel one the halves are two groups.
    const groups = crossover ? [[0, n]] : [[0, half], [half, n]];
    const moments = groups.map(([from, to]) => {
      const count = new Int32Array(N_TRIALS);
      const mean = new Float64Array(N_TRIALS);
      const squares = new Float64Array(N_TRIALS);
      for (let person = from; person < to; person++) {
        const shift = person < half ? first : second;
        const [values, leaves] = [luck[person], leaving ? chances[person] : null];
        for (let t = 0; t < N_TRIALS; t++) {
          if (leaves && leaves[t] < limit) continue;
          count[t]++;
          mean[t] += scale * values[t] + shift;
        }
      }
      for (let t = 0; t < N_TRIALS; t++) mean[t] /= count[t];
      for (let person = from; person < to; person++) {
        const shift = person < half ? first : second;
        const [values, leaves] = [luck[person], leaving ? chances[person] : null];
        for (let t = 0; t < N_TRIALS; t++) {
          if (leaves && leaves[t] < limit) continue;
          const deviation = scale * values[t] + shift - mean[t];
          squares[t] += deviation * deviation;
        }
      }
      return { count, mean, squares };
    });

    const trials = {
      n_analysed: new Int32Array(N_TRIALS), estimate: new Float64Array(N_TRIALS), ci_low: new Float64Array(N_TRIALS),
      ci_high: new Float64Array(N_TRIALS), significant: new Uint8Array(N_TRIALS),
    };
    const [a, b] = moments;
    for (let t = 0; t < N_TRIALS; t++) {
      const total = a.count[t] + (b ? b.count[t] : 0);
      const df = b ? (a.count[t] && b.count[t] ? total - 2 : 0) : total - 1;
      const estimate = b ? a.mean[t] - b.mean[t] : a.mean[t];
      const variance = b ? ((a.squares[t] + b.squares[t]) / df) * (1 / a.count[t] + 1 / b.count[t]) : a.squares[t] / df / total;
      const reach = df > 0 ? quantile(df) * Math.sqrt(variance) : Number.NaN;
      trials.n_analysed[t] = total;
      trials.estimate[t] = df > 0 ? estimate : Number.NaN;
      trials.ci_low[t] = estimate - reach;
      trials.ci_high[t] = estimate + reach;
      trials.significant[t] = Math.abs(estimate) > reach ? 1 : 0;
    }
    return trials;
  }

  return {
    /** @param {State} state @returns {View} */
    evaluate(state) {
      const trials = run(state);
      const { effect, sd, within_r, n } = state;
      const crossover = state.design === "crossover";
      let [found, wrong, sizes, sum, usable, covered, analysed] = [0, 0, 0, 0, 0, 0, 0];
      for (let t = 0; t < N_TRIALS; t++) {
        analysed += trials.n_analysed[t];
        const estimate = trials.estimate[t];
        if (Number.isNaN(estimate)) continue;
        usable++;
        sum += estimate;
        if (trials.ci_low[t] <= effect && effect <= trials.ci_high[t]) covered++;
        if (!trials.significant[t]) continue;
        found++;
        sizes += Math.abs(estimate);
        if (estimate * effect < 0) wrong++;
      }
      const spread = crossover ? 2 * (1 - within_r) : 4;
      const farthest = Math.abs(effect) + 3 * sd * Math.sqrt(spread / n);
      const printed = Math.max(...data.published.flatMap((/** @type {any} */ one) => [Math.abs(one.ci_low), Math.abs(one.ci_high)]));
      return {
        trials, crossover,
        carry_over: crossover ? state.carry_over_percent / 100 : 0,
        n_significant: found, n_wrong_sign: wrong,
        mean_size_of_significant: sizes / found,
        exaggeration: sizes / found / Math.abs(effect),
        mean_estimate: sum / usable,
        coverage: covered / N_TRIALS,
        mean_analysed: analysed / N_TRIALS,
        parallel_n_as_sure: (2 * n) / (1 - within_r),
        n_for_power: effect === 0 ? Infinity : spread * ((sd * (data.z_quantiles[0] + data.z_quantiles[1])) / effect) ** 2,
        half_width: [1.5, 2, 3, 5].find((step) => step >= Math.max(farthest, printed)) ?? 8,
      };
    },
  };
}
