/** Reads { data, states } and prints what the compounding piece's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/compounding/", import.meta.url);
const { evaluate } = await import(new URL("errors.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state, data);
  return { ...view, sentence: sentence(state, view, data), table: dataTable(state, view, data) };
})));
