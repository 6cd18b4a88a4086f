/** Reads { data, states } and prints what the modules of the TLR4 piece make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/tlr4_signalling/", import.meta.url);
const { dataTable, evaluator } = await import(new URL("view.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
const cell = evaluator(data);
const every = (response) => Object.fromEntries(Object.entries(response).map(([name, values]) =>
  [name, Array.from(values.filter((_, minute) => minute % 15 === 0))]));
process.stdout.write(JSON.stringify(states.map((state, i) => {
  const view = cell.evaluate(state);
  return {
    sentence: sentence(state, view, data), table: dataTable(state, view),
    without: every(view.without), with_blocker: every(view.withBlocker),
    peaks: i % 20 === 0 ? cell.peaks(state) : null,
  };
})));
