/** Reads { data, states, doses } and prints what the dose comparison's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/dose_comparison/", import.meta.url);
const { evaluator } = await import(new URL("series.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states, readings } = JSON.parse(readFileSync(0, "utf8"));
const models = evaluator(data);
const seen = states.map((state) => {
  const view = models.evaluate(state);
  return {
    sentence: sentence(state, view),
    table: dataTable(state, view),
    series: view.series.map(({ main, models: occupancy, hours }) => ({
      main: Array.from(main.filter((_, i) => i % 7 === 0)),
      models: Object.fromEntries(Object.entries(occupancy).map(([link, shares]) =>
        [link, Array.from(shares.filter((_, i) => i % 7 === 0))])),
      hours,
    })),
  };
});
process.stdout.write(JSON.stringify({
  seen,
  readings: readings.map(({ regimen, receptor, dose_mg }) => models.atReading(regimen, receptor, dose_mg)),
}));
