/** Reads { data, states } and prints what the one-dose explorer's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/one_dose_explorer/", import.meta.url);
const { evaluate, concentration } = await import(new URL("bodies.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));
const { NAMES, acceptsWithin, STOPS } = await import(new URL("state.js", source));

const { data, states, times_h } = JSON.parse(readFileSync(0, "utf8"));
const seen = states.map((state) => {
  const view = evaluate(state, data);
  return {
    sentence: sentence(state, view, data),
    table: dataTable(state, view, data),
    bodies: view.bodies.map(({ compartments, curves, readings }) => ({
      compartments,
      readings,
      curves: Object.fromEntries(Object.entries(curves).map(([substance, curve]) =>
        [substance, times_h.map((time) => concentration(curve, substance, state, data, time))])),
    })),
  };
});
const within = acceptsWithin(data.ranges);
const stops = Object.fromEntries(Object.entries(STOPS).map(([name, values]) => [name, values.every((value) => within(name, value))]));
process.stdout.write(JSON.stringify({ seen, names: NAMES, stops }));
