/** The best of every draw, by twentieths; `ManyPredictors.table()` gives the same in Python. */
import { BIN_WIDTH } from "./draws.js";

/** @param {import("./draws.js").View} view @returns {import("../kit/data.js").Table} */
export const dataTable = ({ counts, expected_counts }) => ({
  caption: "The best correlation of each draw",
  columns: ["best |r| from", "to", "draws", "expected"],
  rows: counts.map((count, i) => [
    Number((i * BIN_WIDTH).toFixed(2)), Number(((i + 1) * BIN_WIDTH).toFixed(2)), count, Number(expected_counts[i].toFixed(1)),
  ]),
});
