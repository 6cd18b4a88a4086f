/**
 * What the picture shows now, in words. `ldn.interactives.one_dose_explorer_wording` says the same sentence in
 * Python; a parity test holds the two together.
 */
import { hours, milligrams, NBSP, range, sentenceList, significant } from "../kit/format.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./bodies.js").View} View */
/** @typedef {import("./bodies.js").Body} Body */

export const BODY_NAMES = { one: "one compartment", two: "two compartments" };
export const SUBSTANCE_NAMES = { naltrexone: "naltrexone", naltrexol: "6β-naltrexol" };

/** Two significant digits, three from 10 on. @param {number} value */
export const digits = (value) => significant(value, value >= 10 ? 3 : 2);
/** @param {number} value */
const nanograms = (value) => `${digits(value)}${NBSP}ng/mL`;
/** @param {number} value */
export const halfLife = (value) => (Number.isFinite(value) && value > 0 ? hours(value) : "none (it does not fall)");

/** Published peaks at the dose shown, in ng/mL. @param {number} dose_mg @param {import("./bodies.js").Data} data */
export const measuredPeaks = (dose_mg, { published }) =>
  published.flatMap(({ peak, dose_mg: at }) => (peak && Math.abs(dose_mg / at - 1) < 0.02 ? [peak.value] : []));

/** @param {Body} body */
const peakClause = ({ compartments, readings: { naltrexone } }) =>
  `${BODY_NAMES[compartments]} ${compartments === "one" ? "peaks" : "peak"} at ${nanograms(naltrexone.peak)} after ${hours(naltrexone.tmax_h)}`;

/** @param {View} view @param {string[]} values */
const each = ({ bodies }, values) =>
  values.length === 1 ? values[0] : sentenceList(values.map((value, i) => `${value} in ${bodies[i].compartments}`));

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where the sentence about half-lives begins. */
export const SECOND_PART = "Half-life read between";

/** @param {State} state @param {View} view @param {import("./bodies.js").Data} data */
export function sentence(state, view, data) {
  const { bodies, reaches_mg, window } = view;
  const models = bodies.length > 1 ? "both models have" : "the model has";
  const told = [
    `Of ${milligrams(state.dose_mg)}, ${significant(reaches_mg, 2)}${NBSP}mg reaches the circulation as naltrexone, ` +
      `and ${models} an area of ${significant(bodies[0].readings.naltrexone.area, 2)}${NBSP}ng·h/mL`,
    capital(bodies.map(peakClause).join("; ")),
  ];
  if (state.naltrexol) {
    const { naltrexol } = bodies[bodies.length - 1].readings;
    told.push(`6β-Naltrexol peaks at ${nanograms(naltrexol.peak)} after ${hours(naltrexol.tmax_h)}`);
  }
  const measured = measuredPeaks(state.dose_mg, data);
  told.push(measured.length
    ? `Measured in healthy people: ${range(Math.min(...measured), Math.max(...measured), digits)}${NBSP}ng/mL`
    : `No published peak at ${milligrams(state.dose_mg)} was found`);
  const read = bodies.map(({ readings }) => halfLife(readings.naltrexone.half_life_h));
  const ends = bodies.map(({ readings }) => halfLife(readings.naltrexone.terminal_h));
  told.push(`${SECOND_PART} ${significant(window[0])} and ${significant(window[1])}${NBSP}h: ${each(view, read)}; ` +
    `at the very end: ${each(view, ends)}`);
  return `${told.join(". ")}.`;
}
