/** The numbers behind the time panel; `DoseComparison.table()` gives the same in Python. */
import { significant } from "../kit/format.js";
import { LINKS, valueAt } from "./series.js";

export const MODEL_LETTERS = { biophase: "B", slow_dissociation: "A", plasma: "C" };

/** Hours of the rows. @param {24 | 72 | 336} window_h */
export function tableHours(window_h) {
  const step = { 24: 1, 72: 3, 336: 12 }[window_h];
  return Array.from({ length: window_h / step + 1 }, (_, i) => i * step);
}

/**
 * @param {import("./state.js").State} state @param {import("./series.js").View} view
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { series, span_h, spread_h }) {
  const occupancy = state.quantity === "occupancy";
  const unit = occupancy ? "%" : "nM";
  const written = (/** @type {number} */ value) =>
    // At the first dose exponentials cancel to rounding error, not to zero.
    occupancy ? Number((value * 100).toFixed(1)) : value > 1e-9 ? Number(significant(value, 3)) : 0;
  const columns = ["time (h)"];
  /** @type {((hour: number) => number)[]} */
  const cells = [];
  for (const { dose_mg, main, models, people } of series) {
    const dose = `${significant(dose_mg, 4)} mg`;
    if (occupancy) {
      for (const link of LINKS) {
        columns.push(`${dose}, model ${MODEL_LETTERS[link]} (${unit})`);
        cells.push((hour) => valueAt(models[link] ?? [], hour, span_h));
      }
    } else {
      columns.push(`${dose} (${unit})`);
      cells.push((hour) => valueAt(main, hour, span_h));
    }
    if (people)
      for (const [edge, words] of /** @type {const} */ ([["low", "5th percentile"], ["high", "95th percentile"]])) {
        columns.push(`${dose}, ${words} of people (${unit})`);
        cells.push((hour) => people[edge][spread_h.indexOf(hour > span_h ? hour % span_h : hour)]);
      }
  }
  const rows = tableHours(state.window_h).map((hour) => [hour, ...cells.map((cell) => written(cell(hour)))]);
  const what = occupancy ? `Occupancy of ${state.receptor} receptors` : `Concentration of ${
    state.quantity === "naltrexone" ? "naltrexone" : "6β-naltrexol"} in plasma`;
  return { caption: `${what} over time`, columns, rows };
}
