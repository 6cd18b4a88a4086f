/** Reads { data, states } and prints what the modules of the territory piece make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/territory/", import.meta.url);
const { evaluate } = await import(new URL("mosaic.js", source));
const { visitedShare } = await import(new URL("surveillance.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state, data);
  return {
    sentence: sentence(state, view, data), table: dataTable(state, view, data), spacing_um: view.spacing_um, arrived: view.arrived,
    visited: visitedShare(60 * state.watched_h, state, data.processes.value, data),
    cells: view.cells.map(({ ring, earliest_min, latest_min }) => [ring, earliest_min, latest_min]),
    areas: view.cells.map(({ outline }) => Math.abs(outline.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = outline[(i + 1) % outline.length];
      return sum + x * nextY - nextX * y;
    }, 0)) / 2),
  };
})));
