/** Reads { data, states } and prints what opioid timing's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/opioid_timing/", import.meta.url);
const { meeting } = await import(new URL("competition.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
const HOURS = [0, 0.25, 1, 4, 24];
process.stdout.write(JSON.stringify(states.map((state) => {
  const met = meeting(data, state);
  return {
    sentence: sentence(data, state, met), table: dataTable(state, met),
    afterTablet: HOURS.map((hour) => Object.values(met.afterTablet(state.dose_mg, hour))),
    afterLastTablet: HOURS.map((hour) => Object.values(met.afterLastTablet(state.dose_mg, hour, "plasma"))),
    raised: HOURS.map((hour) => met.raisedActsLike(state.dose_mg, hour)),
    inTheEnd: met.raisedInTheEnd(state.dose_mg),
    left: [0, 1, 10].map((day) => [met.opioidLeft(day, met.opioid.low_h), met.opioidLeft(day), met.opioidLeft(day, met.opioid.high_h), met.adaptationLeft(day)]),
  };
})));
