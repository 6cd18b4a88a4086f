/** The first twenty trials; `TrialSimulator.table()` gives the same in Python. */
import { SHOWN_TRIALS } from "./trials.js";

/** @param {import("./trials.js").View} view @returns {import("../kit/data.js").Table} */
export function dataTable({ trials }) {
  const points = (/** @type {number} */ value) => (Number.isFinite(value) ? Number(value.toFixed(2)) : "none");
  return {
    caption: `The first ${SHOWN_TRIALS} of 1,000 simulated trials`,
    columns: ["trial", "people analysed", "LDN minus placebo (points)", "95 % CI from", "95 % CI to", "significant"],
    rows: Array.from({ length: SHOWN_TRIALS }, (_, t) => [
      t + 1, trials.n_analysed[t], points(trials.estimate[t]), points(trials.ci_low[t]), points(trials.ci_high[t]),
      trials.significant[t] ? "yes" : "no",
    ]),
  };
}
