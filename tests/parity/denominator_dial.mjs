/** Reads { states } and prints what the denominator dial's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/denominator_dial/", import.meta.url);
const { evaluate } = await import(new URL("rates.js", source));
const { resized } = await import(new URL("state.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state);
  return { view, sentence: sentence(view), table: dataTable(view), of_17: resized(state, 17) };
})));
