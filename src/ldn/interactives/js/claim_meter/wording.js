/** What is shown now, in words. `ldn.interactives.claim_meter_wording` says the same in Python; a parity test holds the two together. */
import { sentenceList } from "../kit/format.js";
import { median } from "./state.js";

/** @typedef {import("./state.js").View} View */
/** @typedef {import("./state.js").Row} Row */

const MOST_NAMED = 3;

/** One or two paragraphs. @param {View} view @param {import("./state.js").Reading[]} readings */
export function sentences(view, readings) {
  if (!view.revealed) return [ratingSentence(view)];
  if (view.rows.every(({ latest }) => latest === null)) return [verdictSentence(view, readings)];
  return [changeSentence(view), evidenceSentence(view)];
}

/** @param {View} view */
export function ratingSentence({ rows, now, stage }) {
  const total = rows.length;
  if (!now.length)
    return `The article makes ${total} claims, all in the same tone of voice. How sure are you of each${stage === "before" ? "" : " now"}? None is rated yet.`;
  const number = now.length === total ? `all ${total}` : `${now.length} of the ${total}`;
  const low = now.reduce((least, one) => (one.rating < least.rating ? one : least));
  const high = now.reduce((most, one) => (one.rating > most.rating ? one : most));
  if (low.rating === high.rating) return `You have rated ${number} claims, ${now.length > 1 ? "each at" : "at"} ${low.rating}.`;
  return `You have rated ${number} claims, from ${low.rating} (${low.id}) to ${high.rating} (${high.id}); ` +
    `the middle rating is ${points(median(now.map(({ rating }) => rating)))}.`;
}

/** @param {View} view @param {import("./state.js").Reading[]} readings */
export function verdictSentence({ rows }, readings) {
  const named = readings
    .map(({ verdict }) => [rows.filter(({ claim }) => claim.verdict === verdict).length, verdict])
    .filter(([number]) => number)
    .map(([number, verdict]) => `${number} ${verdict}`);
  return `Of the ${rows.length} claims, all made in the same tone of voice, the course finds ${sentenceList(named)}.`;
}

/** @param {View} view */
export function changeSentence({ moved, typicalChange }) {
  if (!moved.length) return "No claim was rated both at the start and now, so there is no change to show.";
  const by = moved.map(({ change }) => /** @type {number} */ (change));
  const [down, up] = [by.filter((change) => change < 0).length, by.filter((change) => change > 0).length];
  /** @type {[number, string][]} */
  const kinds = [[down, "less sure of"], [up, "surer of"], [moved.length - down - up, "as sure as before of"]];
  const now = sentenceList(kinds.filter(([number]) => number).map(([number, words]) => `${words} ${number}`));
  const head = `Of ${moved.length} claim${moved.length === 1 ? "" : "s"} rated twice you are now ${now}.`;
  if (down + up === 0) return head;
  const most = moved[by.reduce((best, change, i) => (Math.abs(change) > Math.abs(by[best]) ? i : best), 0)];
  return `${head} A claim moved by ${points(typicalChange)} points in the middle case, ` +
    `most of all ${most.claim.id}: from ${most.before} to ${most.after}.`;
}

/** @param {View} view */
export function evidenceSentence({ rows, outside }) {
  const rated = rows.filter(({ latest }) => latest !== null).length;
  const head = `By the course’s reading of its verdicts, ${rated - outside.length} of your ${rated} ratings fit the evidence.`;
  const above = outside.filter(({ excess }) => /** @type {number} */ (excess) > 0);
  const below = outside.filter(({ excess }) => /** @type {number} */ (excess) < 0);
  return [
    head,
    above.length && `You are surer than the evidence ${above.length > 1 ? "most " : ""}on ${named(above)}.`,
    below.length && `You are less sure than the evidence allows ${below.length > 1 ? "most " : ""}on ${named(below)}.`,
  ].filter(Boolean).join(" ");
}

/** @param {Row[]} rows */
const named = (rows) => sentenceList(rows.slice(0, MOST_NAMED).map(({ claim, latest }) => `${claim.id} (${latest}; ${claim.verdict})`));

/** A number of points with at most one decimal. @param {number} value */
export const points = (value) => value.toFixed(1).replace(/\.0$/, "");

/** -12 -> "−12", 5 -> "+5". @param {number} change */
export const signed = (change) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "0");
