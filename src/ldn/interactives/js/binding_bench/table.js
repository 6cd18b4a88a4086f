/** The numbers behind the curves; `BindingBench.table()` gives the same in Python. */
import { heldAt, occupied, response } from "./binding.js";

const CONCENTRATIONS_NM = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];
const TIMES_S = [0.1, 1, 3, 10, 30, 60, 180, 600, 1800, 3600, 10_800, 36_000, 86_400, 259_200, 864_000];
/** @param {number} share */
const written = (share) => Number((share * 100).toFixed(1));

/**
 * @param {import("./state.js").State} state @param {{ligands: import("./binding.js").Ligand[]}} data
 * @returns {import("../kit/data.js").Table}
 */
export function dataTable(state, { ligands }) {
  if (state.view === "equilibrium")
    return {
      caption: "Receptors held and response at equilibrium",
      columns: ["concentration (nM)", "receptors held (%)", "response (%)"],
      rows: CONCENTRATIONS_NM.map((c) => [c, written(occupied(c, state.kd_nM)), written(response(c, state.kd_nM, state.tau))]),
    };
  return {
    caption: "Receptors held over time",
    columns: ["time (s)", ...ligands.map(({ name }) => `${name} (%)`)],
    rows: TIMES_S.map((time_s) => [time_s, ...ligands.map((ligand) => written(heldAt(state, ligand, time_s)))]),
  };
}
