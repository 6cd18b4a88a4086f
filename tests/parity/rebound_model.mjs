/** Reads { data, states, searched } and prints what the rebound model's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/rebound_model/", import.meta.url);
const { evaluator } = await import(new URL("view.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states, searched } = JSON.parse(readFileSync(0, "utf8"));
const models = evaluator(data);
const thin = (values) => values.filter((_, i) => i % 7 === 0);
process.stdout.write(JSON.stringify({
  seen: states.map((state) => {
    const view = models.evaluate(state);
    const { day, course, hours_above } = view.own;
    return {
      table: dataTable(state, view), mean: day.mean_signal, hours_above,
      day: { time_h: thin(day.time_h), opioid: thin(day.opioid), receptors: thin(day.receptors), signal: thin(day.signal) },
      course: { time_h: thin(course.time_h), opioid: thin(course.opioid), signal: thin(course.signal) },
    };
  }),
  searched: searched.map((state) => {
    const view = models.evaluate(state);
    return { sentence: sentence(state, view), gain_needed: view.gain_needed, hours_allowed: view.hours_allowed };
  }),
}));
