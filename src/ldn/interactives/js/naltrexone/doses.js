/** The doses of naltrexone that a reader can set, in every piece that asks for one. */

export const LOWEST_DOSE_MG = 0.5;
export const HIGHEST_DOSE_MG = 100;

/** Doses a slider stops at: all of them numbers a reader would write, about evenly spread on a log scale. */
export const DOSE_STOPS_MG = [[0.5, 2, 0.05], [2, 5, 0.1], [5, 10, 0.25], [10, 20, 0.5], [20, 50, 1], [50, 100, 2.5]]
  .flatMap(([from, to, step]) =>
    Array.from({ length: Math.round((to - from) / step) }, (_, i) => Number((from + i * step).toPrecision(6))))
  .concat(HIGHEST_DOSE_MG);
