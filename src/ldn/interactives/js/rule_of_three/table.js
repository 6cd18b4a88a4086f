/** The numbers behind the picture; `ldn.interactives.rule_of_three_table` makes the same table. */
import { significant } from "../kit/format.js";
import { chanceOfAny, upperBound } from "./risk.js";

const SIZES = [20, 50, 100, 200, 500, 1000, 3000, 10_000, 30_000, 100_000];

/** @param {import("./risk.js").View} view @returns {import("../kit/data.js").Table} */
export function dataTable({ events, people, one_in }) {
  const sizes = [...new Set([...SIZES.filter((size) => size >= events), people])].sort((a, b) => a - b);
  return {
    caption: "Highest risk that fits so few events (95 %), by people watched",
    columns: ["people watched", "events", "highest risk, exact (%)", "3 ÷ people (%)", `chance to see one event of 1 in ${one_in} (%)`],
    rows: sizes.map((size) => [size, events, significant(100 * upperBound(events, size), 3),
      events ? "" : significant(Math.min(100, 300 / size), 3), significant(100 * chanceOfAny(1 / one_in, size), 3)]),
  };
}
