/** Reads { data, states } and prints what the trial simulator's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/trial_simulator/", import.meta.url);
const { filledIn } = await import(new URL("state.js", source));
const { simulator } = await import(new URL("trials.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
const { evaluate } = simulator(data);
const thin = (values) => Array.from(values).filter((_, i) => i % 25 === 0).map((value) => (Number.isNaN(value) ? null : value));
process.stdout.write(JSON.stringify(states.map((given) => {
  const state = filledIn(given, data);
  const view = evaluate(state);
  return {
    sentence: sentence(state, view, data), table: dataTable(view), n_significant: view.n_significant,
    coverage: view.coverage, mean_estimate: view.mean_estimate, half_width: view.half_width,
    estimate: thin(view.trials.estimate), ci_low: thin(view.trials.ci_low), ci_high: thin(view.trials.ci_high),
    n_analysed: thin(view.trials.n_analysed), significant: thin(view.trials.significant),
  };
})));
