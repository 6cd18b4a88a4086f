/**
 * What the bench shows now, in words. `ldn.interactives.binding_bench_wording` says the same sentences in
 * Python; a parity test holds the two together.
 */
import { NBSP, percent, sentenceList, significant } from "../kit/format.js";
import { heldAt, kindOf, occupied, offHalfLife_s, response } from "./binding.js";

/** @param {number} share */
export const perCent = (share) => `${percent(share)}${NBSP}%`;

/** 17.5 → "17.5 s"; a longer time in minutes, hours or days. @param {number} time_s */
export function duration(time_s) {
  for (const [limit, seconds, unit] of /** @type {[number, number, string][]} */ ([[100, 1, "s"], [6000, 60, "min"], [172_800, 3600, "h"]]))
    if (time_s < limit) return `${significant(time_s / seconds)}${NBSP}${unit}`;
  return `${significant(time_s / 86_400)}${NBSP}days`;
}

/** @param {import("./state.js").State} state */
function balanceSentence({ concentration_nM, kd_nM, tau }) {
  const opening = `At ${significant(concentration_nM)}${NBSP}nM, a drug with a Kd of ${significant(kd_nM)}${NBSP}nM ` +
    `holds ${perCent(occupied(concentration_nM, kd_nM))} of the receptors.`;
  const kind = kindOf(tau);
  if (kind === "antagonist") return `${opening} As an antagonist (τ${NBSP}=${NBSP}0) it gives no response.`;
  const ceiling = kind === "partial agonist" ? `, and never more than ${perCent(tau / (1 + tau))}` : "";
  return `${opening} As a ${kind} (τ${NBSP}=${NBSP}${significant(tau)}) it gives ` +
    `${perCent(response(concentration_nM, kd_nM, tau))} of the greatest response${ceiling}.`;
}

/** @param {import("./state.js").State} state @param {import("./binding.js").Ligand[]} ligands */
function courseSentence(state, ligands) {
  const held = (/** @type {import("./binding.js").Ligand} */ ligand) =>
    `${ligand.name} ${perCent(heldAt(state, ligand, state.time_s))}`;
  if (state.phase === "added")
    return `${duration(state.time_s)} after each drug is added at ${significant(state.times_kd)} times its own Kd, ` +
      `the receptors held are: ${sentenceList(ligands.map(held))}.`;
  const each = ligands.map((ligand) => `${held(ligand)} (half-life ${duration(offHalfLife_s(ligand))})`);
  return `${duration(state.time_s)} after the drug around them is washed away, receptors once full still hold: ` +
    `${sentenceList(each)}.`;
}

/** @param {import("./state.js").State} state @param {{ligands: import("./binding.js").Ligand[]}} data */
export const sentence = (state, { ligands }) =>
  state.view === "equilibrium" ? balanceSentence(state) : courseSentence(state, ligands);
