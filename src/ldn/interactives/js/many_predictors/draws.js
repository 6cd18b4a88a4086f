/** Draws of one outcome and many useless predictors, as `ldn.interactives.many_predictors_view` makes them. */
import { normal } from "../kit/random.js";
import { chanceOfBest, chanceOfOne, medianBest } from "./chance.js";
import { MOST_PEOPLE, MOST_PREDICTORS } from "./state.js";

/** @typedef {import("./state.js").State} State */

export const BIN_WIDTH = 0.05;
export const N_BINS = 20;
const FIRST_NUMBER = 3_000_000_000;

/**
 * @typedef {object} View
 * @property {number[]} best largest |r| of each draw
 * @property {number} reached
 * @property {number} chance_of_one @property {number} chance_of_best @property {number} median_best
 * @property {number[]} counts @property {number[]} expected_counts by bins of |r|
 * @property {{outcome: number[], predictor: number[], place: number, r: number, all: number[]}} newest
 */

/** One variable of one draw. @param {number} draw from 1 @param {number} variable 0 is the outcome @param {number} n */
function values(draw, variable, n) {
  const first = FIRST_NUMBER + ((draw - 1) * (MOST_PREDICTORS + 1) + variable) * MOST_PEOPLE * 2;
  return Array.from({ length: n }, (_, person) => normal(first + person * 2));
}

/** Deviations from the mean, of length 1. @param {number[]} xs */
function unit(xs) {
  const mean = xs.reduce((a, b) => a + b) / xs.length;
  const length = Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0));
  return xs.map((x) => (x - mean) / length);
}

/** Draws are kept while the number of people stays: one more draw or predictor changes none of the others. */
export function game() {
  let people = 0;
  /** The outcome of each draw, and the correlations of as many predictors as were asked for. @type {{outcome: number[], rs: number[]}[]} */
  let kept = [];

  /** Correlation of every predictor with the outcome. @param {number} draw @param {number} n @param {number} m */
  function correlations(draw, n, m) {
    if (n !== people) [people, kept] = [n, []];
    const { outcome, rs } = (kept[draw] ??= { outcome: unit(values(draw, 0, n)), rs: [] });
    while (rs.length < m) {
      const predictor = unit(values(draw, rs.length + 1, n));
      let r = 0;
      for (let i = 0; i < n; i++) r += predictor[i] * outcome[i];
      rs.push(r);
    }
    return rs.slice(0, m);
  }

  return {
    /** @param {State} state @returns {View} */
    evaluate({ n, n_predictors: m, r, draws }) {
      const shown = Array.from({ length: draws }, (_, i) => Math.max(...correlations(i + 1, n, m).map(Math.abs)));
      const counts = Array.from({ length: N_BINS }, () => 0);
      for (const one of shown) counts[Math.min(N_BINS - 1, Math.floor(one / BIN_WIDTH))]++;
      const below = [0, ...Array.from({ length: N_BINS - 1 }, (_, i) => 1 - chanceOfBest((i + 1) * BIN_WIDTH, n, m)), 1];
      const all = correlations(draws, n, m);
      const place = all.reduce((top, one, j) => (Math.abs(one) > Math.abs(all[top]) ? j : top), 0);
      return {
        best: shown,
        reached: shown.filter((one) => one >= r).length,
        chance_of_one: chanceOfOne(r, n), chance_of_best: chanceOfBest(r, n, m), median_best: medianBest(n, m),
        counts, expected_counts: counts.map((_, i) => draws * (below[i + 1] - below[i])),
        newest: { outcome: values(draws, 0, n), predictor: values(draws, place + 1, n), place, r: all[place], all },
      };
    },
  };
}
