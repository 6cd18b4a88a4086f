/** Receptor theory in closed form, as `ldn.pharmacology.binding` and `binding_kinetics` have it. */

/** @typedef {{name: string, kon_per_nM_n_s: number, koff_per_s: number, hill: number}} Ligand */

/** Fraction of receptors held at equilibrium. @param {number} concentration_nM @param {number} kd_nM @param {number} [hill] */
export const occupied = (concentration_nM, kd_nM, hill = 1) => 1 / (1 + (kd_nM / concentration_nM) ** hill);

/** Response over the greatest the system can give, by the operational model. @param {number} concentration_nM @param {number} kd_nM @param {number} tau */
export const response = (concentration_nM, kd_nM, tau) =>
  tau === 0 ? 0 : 1 / (1 + (kd_nM / concentration_nM + 1) / tau);

/** Concentration that fills half of the receptors. @param {Ligand} ligand */
export const kd_nM = ({ kon_per_nM_n_s, koff_per_s, hill }) => (koff_per_s / kon_per_nM_n_s) ** (1 / hill);

/** @param {Ligand} ligand */
export const offHalfLife_s = ({ koff_per_s }) => Math.LN2 / koff_per_s;

/** Fraction held after so long at a held concentration. @param {Ligand} ligand @param {number} concentration_nM @param {number} time_s */
export function association(ligand, concentration_nM, time_s) {
  const settled = occupied(concentration_nM, kd_nM(ligand), ligand.hill);
  const rate = ligand.kon_per_nM_n_s * concentration_nM ** ligand.hill + ligand.koff_per_s;
  return settled * (1 - Math.exp(-rate * time_s));
}

/** Fraction of once full receptors still held after the wash. @param {Ligand} ligand @param {number} time_s */
export const dissociation = ({ koff_per_s }, time_s) => Math.exp(-koff_per_s * time_s);

/** @param {import("./state.js").State} state @param {Ligand} ligand @param {number} time_s */
export const heldAt = ({ phase, times_kd }, ligand, time_s) =>
  phase === "added" ? association(ligand, times_kd * kd_nM(ligand), time_s) : dissociation(ligand, time_s);

/** From here on a drug comes within a tenth of the greatest response. */
const FULL_FROM_TAU = 9;

/** @param {number} tau @returns {"antagonist" | "partial agonist" | "full agonist"} */
export const kindOf = (tau) => (tau === 0 ? "antagonist" : tau >= FULL_FROM_TAU ? "full agonist" : "partial agonist");

/** The τ that each kind begins with. */
export const TAU_OF_KIND = { antagonist: 0, "partial agonist": 1, "full agonist": 30 };
/** One colour a kind, the same over the whole course: blockers blue, agonists vermillion. */
export const SERIES_OF_KIND = { antagonist: 0, "partial agonist": 3, "full agonist": 1 };
