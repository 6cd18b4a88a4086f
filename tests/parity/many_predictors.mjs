/** Reads { states } and prints what the many-predictors game's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/many_predictors/", import.meta.url);
const { game } = await import(new URL("draws.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { states } = JSON.parse(readFileSync(0, "utf8"));
const { evaluate } = game();
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state);
  return { ...view, sentence: sentence(state, view), table: dataTable(view) };
})));
