/**
 * What the picture shows now, in words. `ldn.interactives.tlr4_signalling_wording` says the same sentences in Python;
 * a parity test holds the two together.
 */
import { milligrams, NBSP, sentenceList, significant } from "../kit/format.js";
import { DURATION_MIN } from "./model.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./view.js").View} View */

const ARMS = { both: "both arms", trif: "the TRIF arm" };
const LEAST_FALL_PERCENT = 0.01;

/** A concentration with two significant digits, in µM, nM or pM. @param {number} uM */
export function concentration(uM) {
  for (const [unit, perUM] of /** @type {[string, number][]} */ ([["µM", 1], ["nM", 1e3]]))
    if (uM * perUM >= 0.9995) return `${significant(uM * perUM, 2)}${NBSP}${unit}`;
  return `${significant(uM * 1e6, 2)}${NBSP}pM`;
}

/** The size of a change in per cent; too small to matter, only that. @param {number} value */
export const change = (value) =>
  Math.abs(value) < LEAST_FALL_PERCENT ? `less than 0.01${NBSP}%` : `${significant(Math.abs(value), 2)}${NBSP}%`;

/** @param {number} fall */
const verb = (fall) => (fall <= -LEAST_FALL_PERCENT ? "raises" : "lowers");

/** @param {number} value */
const minutes = (value) =>
  value === DURATION_MIN ? `the end, still rising at ${(value / 60).toFixed(0)}${NBSP}h` : value < 120 ? `${value.toFixed(0)}${NBSP}min` : `${(value / 60).toFixed(1).replace(/\.0$/, "")}${NBSP}h`;

/** What the blocker takes from the peaks. @param {State} state @param {View} view @param {{dose_mg: number}} data */
export function effectSentence(state, view, { dose_mg }) {
  const where = {
    person: `, the free peak after ${milligrams(dose_mg)} in a person,`, dish: ", as in an in-vitro paper,", chosen: "",
  }[state.given];
  const opening = `At ${concentration(view.concentration_uM)}${where} a blocker of ${ARMS[state.blocks]} ` +
    `with a supposed IC50 of ${concentration(state.ic50_uM)}`;
  if (view.deaf) return `${opening} has nothing to block: with both arms off the cell does not hear endotoxin.`;
  if (view.silent) return `${opening} has nothing to block: nothing signals.`;
  if (!state.trif && state.blocks === "trif") return `${opening} has nothing to block: that arm is off.`;
  const [tnf, nfkb] = [view.fall_percent("tnf"), view.fall_percent("nuclear_nfkb")];
  if (Math.max(Math.abs(tnf), Math.abs(nfkb)) < LEAST_FALL_PERCENT)
    return `${opening} moves nothing: peak TNF and peak nuclear NF-κB change by less than 0.01${NBSP}%.`;
  return `${opening} ${verb(tnf)} peak TNF by ${change(tnf)} and ${verb(nfkb)} peak nuclear NF-κB by ${change(nfkb)}.`;
}

/** How the cell answers without the blocker. @param {State} state @param {View} view */
export function cellSentence(state, view) {
  const missing = [
    ...(state.myd88 ? [] : ["the MyD88 arm"]), ...(state.trif ? [] : ["the TRIF arm"]),
    ...(state.inducible_ikba ? [] : ["inducible IκBα"]),
  ];
  const lps = state.lps_ng_per_mL;
  const damp = state.damp_per_ec50 === 0 ? "" : lps ? ", and a supposed DAMP" : ", but a supposed DAMP";
  const opening = `${lps ? `Endotoxin ${significant(lps)}${NBSP}ng/mL` : "No endotoxin"}${damp}${
    missing.length ? ` in a cell without ${sentenceList(missing)}` : ""}`;
  if (view.deaf || view.silent) return `${opening}.`;
  const at = view.peak_min("nuclear_nfkb");
  return `${opening}, no blocker: NF-κB is highest at ${minutes(at)} (${view.without.nuclear_nfkb[at].toFixed(0)}${NBSP}% in the nucleus), ` +
    `TNF mRNA at ${minutes(view.peak_min("tnf_mrna"))}, TNF at ${minutes(view.peak_min("tnf"))}.`;
}

/** What the supposed DAMP adds to endotoxin, or takes from it; empty where there is none. @param {State} state @param {View} view */
export function dampSentence({ lps_ng_per_mL, damp_per_ec50, damp_strength }, { deaf, damp_rise_percent: rise }) {
  if (damp_per_ec50 === 0) return "";
  const what = `The DAMP, at ${significant(damp_per_ec50)} times its half-maximal amount and ${
    (100 * damp_strength).toFixed(0)}${NBSP}% of endotoxin's strength, both assumptions,`;
  if (deaf) return `${what} is not heard either.`;
  if (lps_ng_per_mL === 0) return `${what} is all there is to hear.`;
  return `${what} ${rise >= 0 ? "raises" : "lowers"} peak TNF by ${change(rise)} against endotoxin alone.`;
}

/** @param {State} state @param {View} view @param {any} data */
export const sentence = (state, view, data) =>
  [effectSentence(state, view, data), cellSentence(state, view), dampSentence(state, view)].filter(Boolean).join(" ");
