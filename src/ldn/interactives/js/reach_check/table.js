/** The numbers behind the picture; `ldn.interactives.reach_check_table` makes the same table. */
import { significant } from "../kit/format.js";

/** @param {import("./state.js").State} state @param {import("./reach.js").View} view @param {import("./state.js").Data} data @returns {import("../kit/data.js").Table} */
export function dataTable({ doses_mg }, { levels_nM, listed }, { receptors }) {
  const numbers = (/** @type {number | null} */ low_nM, /** @type {number | null} */ high_nM) =>
    low_nM === null || high_nM === null ? Array(2 + 2 * levels_nM.length).fill("not stated") :
      [low_nM, high_nM, ...levels_nM.flatMap((level) => [low_nM / level, high_nM / level])].map((number) => significant(number, 3));
  return {
    caption: "Reports in vitro, and how many times each concentration is the level that a dose gives",
    columns: ["report", "agent", "system", "read out: outcome", "lowest (nM)", "highest (nM)",
      ...doses_mg.flatMap((dose) => ["lowest", "highest"].map((end) => `${end} ÷ level after ${significant(dose, 4)} mg`))],
    rows: [
      ...receptors.map(({ name, nM }) => [name, "naltrexone", "receptor", "affinity", ...numbers(nM, nM)]),
      ...listed.map(({ cited, agent, system, readout, outcome, low_nM, high_nM }) =>
        [cited, agent, system, `${readout}: ${outcome}`, ...numbers(low_nM, high_nM)]),
    ],
  };
}
