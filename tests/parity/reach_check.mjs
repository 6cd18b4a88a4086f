/** Reads { data, states } and prints what the reach check's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/reach_check/", import.meta.url);
const { evaluate } = await import(new URL("reach.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state, data);
  return { sentence: sentence(state, view), table: dataTable(state, view, data), levels_nM: view.levels_nM, margins: view.margins };
})));
