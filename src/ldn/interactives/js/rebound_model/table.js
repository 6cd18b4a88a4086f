/** A settled day hour by hour; `ReboundModel.table()` gives the same in Python. */
import { NBSP } from "../kit/format.js";
import { atHour } from "./turnover.js";
import { named } from "./wording.js";

/**
 * @param {import("./state.js").State} state @param {import("./view.js").View} view
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { own, other }) {
  /** @type {[string, import("./turnover.js").Course, number[]][]} */
  const columns = [
    ["blocked (%)", own.day, own.day.blocked],
    ["opioid (% of baseline)", own.day, own.day.opioid],
    ["receptors (% of baseline)", own.day, own.day.receptors],
    ["signal (% of baseline)", own.day, own.day.signal],
    [`signal, ${named(state, other.amount)} (% of baseline)`.replaceAll(NBSP, " "), other.day, other.day.signal],
  ];
  return {
    caption: "A settled day, hour by hour",
    columns: ["time (h)", ...columns.map(([name]) => name)],
    rows: Array.from({ length: 25 }, (_, hour) =>
      [hour, ...columns.map(([, course, values]) => Number((100 * atHour(course, values, hour)).toFixed(1)))]),
  };
}
