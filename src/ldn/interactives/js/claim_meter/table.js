/** The ratings as a table. `ldn.interactives.claim_meter_table` makes the same one in Python. */
import { signed } from "./wording.js";

const rating = (/** @type {number | null} */ value) => (value === null ? "not rated" : String(value));

/** Verdicts and earlier ratings are in it only once they are revealed. @param {import("./state.js").View} view */
export function dataTable({ revealed, rows, drawn, stage }) {
  if (!revealed)
    return {
      caption: "Your ratings of the article’s claims",
      columns: ["claim", "words", "your rating (0–100)"],
      rows: rows.map(({ claim, before, after }) => [claim.id, claim.words, rating(stage === "before" ? before : after)]),
    };
  return {
    caption: "Your ratings, and the verdict on each claim",
    columns: ["claim", "words", "at the start (0–100)", "now (0–100)", "change", "verdict", "reason"],
    rows: drawn.map(({ claim, before, after, change }) => [
      claim.id, claim.words, rating(before), rating(after), change === null ? "" : signed(change), claim.verdict, claim.reason,
    ]),
  };
}
