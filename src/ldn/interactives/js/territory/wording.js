/**
 * What the picture shows now, in words. `ldn.interactives.territory_wording` says the same sentences in Python; a parity
 * test holds the two together.
 */
import { NBSP, significant } from "../kit/format.js";
import { visitedShare } from "./surveillance.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./mosaic.js").View} View */

/** 8500 -> "8,500". @param {number} count */
export const grouped = (count) => count.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");

/** @param {State} state @param {View} view @param {any} data */
export function spacingSentence({ density_per_mm3, arrangement }, { spacing_um }, data) {
  const counts = data.counted.map((/** @type {any} */ { per_mm3 }) => per_mm3);
  const inside = density_per_mm3 >= Math.min(...counts) && density_per_mm3 <= Math.max(...counts);
  return `At ${grouped(density_per_mm3)} cells/mm³${inside ? "" : ", a density outside the published counts"}, ${
    arrangement === "regular" ? "in a regular mosaic" : "placed at random"}, the nearest soma is on average ${
    spacing_um.toFixed(0)}${NBSP}µm away.`;
}

/** @param {State} state @param {View} view @param {any} data */
export function injurySentence({ time_min }, { neighbours, arrived }, { speed_um_per_min }) {
  const times = neighbours.map(({ earliest_min }) => earliest_min);
  return `${significant(time_min)}${NBSP}min after the injury, at ${significant(speed_um_per_min)}${NBSP}µm/min, processes of ${
    arrived} of ${neighbours.length} neighbours can be there; the first after ${
    Math.min(...times).toFixed(1)}${NBSP}min, the last after ${Math.max(...times).toFixed(1)}${NBSP}min.`;
}

/** How much of a territory has been visited, and on which supposition. @param {State} state @param {any} data */
export function watchSentence(state, data) {
  const { value, low, high } = data.processes;
  const percent = (/** @type {number} */ processes) => (100 * visitedShare(60 * state.watched_h, state, processes, data)).toFixed(0);
  const [least, most] = [percent(low), percent(high)];
  return `Watched for ${significant(state.watched_h)}${NBSP}h without an injury, ${percent(value)}${NBSP}% of a territory has been visited, if ${
    significant(value)} processes probe it at random and each tip feels a width of ${significant(state.tip_width_um)}${NBSP}µm, an assumption (${
    least === most ? least : `${least}–${most}`}${NBSP}% with ${significant(low)} to ${significant(high)} processes).`;
}

/** @param {State} state @param {View} view @param {any} data */
export const sentence = (state, view, data) =>
  `${spacingSentence(state, view, data)} ${injurySentence(state, view, data)} ${watchSentence(state, data)}`;
