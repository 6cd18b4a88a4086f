/** Reads { data, states } and prints what the forest builder's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/forest_builder/", import.meta.url);
const { evaluator } = await import(new URL("view.js", source));
const { pool } = await import(new URL("pooling.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states, sets, quantiles } = JSON.parse(readFileSync(0, "utf8"));
const evaluate = evaluator(data);
process.stdout.write(JSON.stringify({
  views: states.map((state) => {
    const view = evaluate(state);
    return {
      sentence: sentence(view), table: dataTable(view), pooled: view.pooled, rank: view.rank,
      combinations: view.combinations.map(({ estimate, low, high }) => [estimate, low, high]),
    };
  }),
  pools: sets.map(({ effects, model }) => pool(effects, model, quantiles)),
}));
