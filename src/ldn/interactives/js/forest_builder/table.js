/** The numbers behind the picture; `ldn.interactives.forest_builder_table` makes the same table. */
import { choiceWords, signed, UNITS } from "./wording.js";

/** @typedef {import("./view.js").View} View */

const three = (/** @type {number[]} */ ...numbers) => numbers.map((number) => signed(number, 3));

/** @param {View} view @returns {import("../kit/data.js").Table} */
export function dataTable({ measure, rows, pooled, choices, combinations, published }) {
  const words = choiceWords(choices);
  const names = Object.fromEntries(rows.map(({ trial }) => [trial.id, trial.name]));
  const described = (/** @type {import("./view.js").Choices} */ one) => `${one.trials.map((id) => names[id]).join(" + ")}, ${choiceWords(one)}`;
  const own = pooled ? [["your pool", words, ...three(pooled.estimate, pooled.low, pooled.high),
    `tau² ${pooled.tau2.toFixed(4)}, I² ${pooled.i2.toFixed(1)} %, Q ${pooled.q.toFixed(3)}`]] : [];
  const predicted = pooled && pooled.prediction_low !== null && pooled.prediction_high !== null
    ? [["prediction interval", words, ...three(pooled.estimate, pooled.prediction_low, pooled.prediction_high), "t on k − 2 degrees of freedom"]] : [];
  const places = [1, Math.floor((combinations.length + 1) / 2), combinations.length];
  return {
    caption: `Pain, LDN minus placebo, in ${UNITS[measure]}; negative is less pain on LDN`,
    columns: ["what", "which", "estimate", "95 % low", "95 % high", "note"],
    rows: [
      ...rows.map(({ trial, effect, weight }) => effect
        ? ["trial", trial.name, ...three(effect.estimate, effect.low, effect.high),
          weight === null ? "left out" : `${(100 * weight).toFixed(1)} % of the weight`]
        : ["trial", trial.name, "not seen", "not seen", "not seen", trial.lacks[measure]]),
      ...own, ...predicted,
      ...places.map((place) => {
        const one = combinations[place - 1];
        return [`number ${place} of ${combinations.length}`, described(one.choices), ...three(one.estimate, one.low, one.high), ""];
      }),
      ...published.map((row) => ["published pool", row.name, ...three(row.estimate, row.low, row.high), row.converted ? "converted" : "as printed"]),
    ],
  };
}
