/** What the panels show now, in words. `ldn.interactives.curve_shifter_wording` says the same in Python; a parity test holds the two together. */
import { milligrams, NBSP, percent, significant } from "../kit/format.js";

const MOMENTS = { tablet_lowest: "at the lowest of the day", tablet_highest: "at the highest of the day" };

/** @param {number} share */
const per_cent = (share) => `${percent(share)}${NBSP}%`;
/** Near the top whole per cents would all read 100. @param {number} share */
const nearly = (share) => (share > 0.99 ? `${(share * 100).toFixed(1)}${NBSP}%` : per_cent(share));
/** @param {number} value */
export const decimal = (value) => value.toFixed(2).replace("-", "−");
/** "10 times". @param {number} ratio */
export const times = (ratio) => `${significant(ratio, 2)}${NBSP}times`;

/** @param {import("./state.js").State} state @param {import("./antagonism.js").View} view */
export function shiftSentence({ given, dose_mg, antagonism }, { antagonist_nM, occupied, ratio, top, topAlone }) {
  const level = `${significant(antagonist_nM)}${NBSP}nM`;
  const antagonist = given === "concentration" ? `Naltrexone at ${level}` :
    `${milligrams(dose_mg)} a day, ${MOMENTS[given]} (${level} near the receptor),`;
  if (antagonism === "competitive") {
    return `${antagonist} holds ${nearly(occupied)} of the receptors. The same response takes ${times(ratio)} the agonist, ` +
      `and the greatest response stays ${per_cent(top)}.`;
  }
  const half = ratio === Infinity ? "Half of the first greatest response is out of reach of any concentration" :
    `Half of the first greatest response takes ${times(ratio)} the agonist`;
  return `Suppose the antagonist did not let go. ${antagonist} takes ${nearly(occupied)} of the receptors out of play, ` +
    `and the greatest response falls from ${per_cent(topAlone)} to ${per_cent(top)}. ${half}.`;
}

/** @param {import("./antagonism.js").View} view */
export function schildSentence({ points, fit }) {
  const kept = `Schild plot, ${points.length}${NBSP}point${points.length === 1 ? "" : "s"}`;
  if (!fit) return `${kept}: a line with its interval needs three concentrations.`;
  const interval = Number.isFinite(fit.pA2Low) ? `95${NBSP}% CI ${decimal(fit.pA2Low)} to ${decimal(fit.pA2High)}` : "interval open";
  return `${kept}: slope ${decimal(fit.slope)} (95${NBSP}% CI ${decimal(fit.slopeLow)} to ${decimal(fit.slopeHigh)}), ` +
    `pA2 ${decimal(fit.pA2)} (${interval}).`;
}
