/** Reads { data, states } and prints what the curve shifter's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/curve_shifter/", import.meta.url);
const { dataTable, evaluate, readPoint } = await import(new URL("antagonism.js", source));
const { accepts } = await import(new URL("state.js", source));
const { schildSentence, shiftSentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => {
  const view = evaluate(state, data);
  const { fit } = view;
  return {
    accepted: Object.entries(state).every(([name, value]) => accepts(name, value)),
    sentence: `${shiftSentence(state, view)} ${schildSentence(view)}`,
    table: dataTable(state, view, data),
    antagonist_nM: view.antagonist_nM,
    occupied: view.occupied,
    // JSON has no infinity.
    ratio: Number.isFinite(view.ratio) ? view.ratio : null,
    top: view.top,
    read: Number.isFinite(view.ratio) ? readPoint(state, view, data) : null,
    fit: fit && [fit.slope, fit.slopeLow, fit.slopeHigh, fit.pA2,
      ...[fit.pA2Low, fit.pA2High].map((end) => (Number.isFinite(end) ? end : null))],
  };
})));
