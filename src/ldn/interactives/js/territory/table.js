/** The numbers behind the picture; `Territory.table()` gives the same in Python. */
import { NBSP, significant } from "../kit/format.js";
import { visitedShare } from "./surveillance.js";

const TABLE_H = [1, 2, 4, 8, 12];

/** @param {number} value */
const tenth = (value) => Number(value.toFixed(1));

/**
 * @param {import("./state.js").State} state @param {import("./mosaic.js").View} view @param {any} data
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { answering }, data) {
  const { low, high } = data.processes;
  const visited = (/** @type {number} */ hours, /** @type {number} */ processes) =>
    tenth(100 * visitedShare(60 * hours, state, processes, data));
  return {
    caption: "When processes can reach the injury, and how much of a territory they have visited",
    columns: ["what", "lowest", "highest", "unit"],
    rows: [
      ...answering.map(({ ring, earliest_min, latest_min }, i) =>
        [`${ring === 0 ? "the cell on the spot" : `neighbour ${i}`} reaches the injury`, tenth(earliest_min), tenth(latest_min), "min"]),
      ...[state.watched_h, ...TABLE_H].map((hours) =>
        [`visited after ${significant(hours)}${NBSP}h`, visited(hours, low), visited(hours, high), "% of a territory"]),
    ],
  };
}
