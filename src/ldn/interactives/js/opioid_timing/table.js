/** The numbers hour by hour; `OpioidTiming.table()` gives the same in Python. */
import { milligrams, NBSP } from "../kit/format.js";

const AFTER_TABLET_H = [0, 0.5, 1, 2, 4, 8, 12, 24];
const AFTER_LAST_TABLET_H = [0, 6, 12, 24, 36, 48, 72, 96, 120];

/**
 * @param {import("./state.js").State} state @param {import("./competition.js").Meeting} meeting
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { opioidFirst, dosesMg, afterTablet, afterLastTablet }) {
  const of = opioidFirst ? "% of its peak" : "% of the usual";
  const at = opioidFirst ? afterTablet : afterLastTablet;
  /** @type {[string, (hour: number) => number][]} */
  const columns = opioidFirst ? [["effect without naltrexone (% of its peak)", (hour) => afterTablet(0, hour).effect]] : [];
  const plain = (/** @type {number} */ dose) => milligrams(dose).replaceAll(NBSP, " ");
  for (const dose of dosesMg) {
    columns.push([`opioid holds, ${plain(dose)} (%)`, (hour) => at(dose, hour).opioidHeld],
      [`naltrexone holds, ${plain(dose)} (%)`, (hour) => at(dose, hour).naltrexoneHeld],
      [`effect, ${plain(dose)} (${of})`, (hour) => at(dose, hour).effect]);
  }
  if (!opioidFirst) columns.push([`effect, ${plain(state.dose_mg)}, model C (${of})`, (hour) => afterLastTablet(state.dose_mg, hour, "plasma").effect]);
  return {
    caption: opioidFirst ? "The day after the tablet" : "A usual opioid dose after the last daily tablet",
    columns: [opioidFirst ? "hours after naltrexone" : "hours after the last tablet", ...columns.map(([name]) => name)],
    rows: (opioidFirst ? AFTER_TABLET_H : AFTER_LAST_TABLET_H).map((hour) => [hour, ...columns.map(([, value]) => Number((100 * value(hour)).toFixed(1)))]),
  };
}
