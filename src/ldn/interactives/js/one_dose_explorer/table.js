/** The numbers behind the panel over time; `OneDoseExplorer.table()` gives the same in Python. */
import { significant } from "../kit/format.js";
import { concentration } from "./bodies.js";
import { BODY_NAMES, SUBSTANCE_NAMES } from "./wording.js";

/** Close together about the peak, as in a study. */
const TIMES_H = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36, 42, 48];

/**
 * @param {import("./state.js").State} state @param {import("./bodies.js").View} view @param {import("./bodies.js").Data} data
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { bodies }, data) {
  const substances = /** @type {const} */ (state.naltrexol ? ["naltrexone", "naltrexol"] : ["naltrexone"]);
  const drawn = bodies.flatMap(({ compartments, curves }) => substances.map((substance) => ({
    name: `${SUBSTANCE_NAMES[substance]}, ${BODY_NAMES[compartments]} (ng/mL)`,
    at: (/** @type {number} */ time_h) => concentration(curves[substance], substance, state, data, time_h),
  })));
  // At the dose itself exponentials cancel to rounding error, not to zero.
  const written = (/** @type {number} */ value) => (value > 1e-9 ? Number(significant(value, 3)) : 0);
  return {
    caption: "Concentrations in plasma over time",
    columns: ["time (h)", ...drawn.map(({ name }) => name)],
    rows: TIMES_H.filter((hour) => hour <= state.window_h).map((hour) => [hour, ...drawn.map(({ at }) => written(at(hour)))]),
  };
}
