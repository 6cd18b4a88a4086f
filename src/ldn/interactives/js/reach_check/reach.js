/** Levels of the doses, and how far each concentration lies above them. `ldn.interactives.reach_check_view` computes the same. */

/** @typedef {import("./state.js").Report} Report */
/** @typedef {import("./state.js").PlacedReport} PlacedReport */

/** @param {Report} report @returns {report is PlacedReport} */
export const isPlaced = (report) => report.low_nM !== null;

/** @param {import("./state.js").State} state @param {import("./state.js").Data} data */
export function evaluate(state, data) {
  const levels_nM = state.doses_mg.map((dose) => dose * data.peak_nM_per_mg[state.plasma] * state.build_up);
  const listed = data.reports.filter(({ agent }) => state.agents === "all" || agent === "naltrexone");
  const shown = listed.filter(isPlaced);
  const standing = shown.filter(({ outcome }) => outcome !== "retracted");
  const report = /** @type {PlacedReport} */ (data.reports.find(({ id }) => id === state.report));
  return {
    levels_nM, listed, shown, standing, report,
    reached: standing.filter(({ low_nM }) => low_nM <= levels_nM[0]),
    margins: margins(report, levels_nM),
  };
}

/** @typedef {ReturnType<typeof evaluate>} View */

/** Lowest and highest concentration over each level. @param {PlacedReport} report @param {number[]} levels_nM @returns {[number, number][]} */
export const margins = ({ low_nM, high_nM }, levels_nM) => levels_nM.map((level) => [low_nM / level, high_nM / level]);
