/** The numbers behind the picture; `ldn.interactives.denominator_dial_table` makes the same table. */
import { differenceWords, neededSentence, ratioWords } from "./wording.js";

/** @param {import("./rates.js").View} view @returns {import("../kit/data.js").Table} */
export function dataTable(view) {
  const row = (/** @type {string} */ name, /** @type {import("./rates.js").Rate} */ { events, people, share, low, high }) =>
    [name, events, people, ...[share, low, high].map((value) => (100 * value).toFixed(1))];
  const rows = [row("LDN", view.ldn)];
  if (view.placebo && view.difference && view.ratio) {
    rows.push(row("placebo", view.placebo),
      ["risk difference", "", "", differenceWords(view.difference), "", ""],
      ["risk ratio", "", "", ratioWords(view.ratio), "", ""],
      ["number needed to treat", "", "", neededSentence(view), "", ""]);
  }
  return { caption: "Counts, rates with Wilson's 95 % interval, and effects (difference: Newcombe's interval)",
    columns: ["arm or effect", "with the result", "people", "rate (%)", "low (%)", "high (%)"], rows };
}
