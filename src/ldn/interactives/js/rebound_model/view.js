/** From state to numbers: the settled day of the reader's regimen and of its opposite, and what it would take. */
import { areasOfPlasma, concentrations } from "../naltrexone/kinetics.js";
import { equilibriumCurve, slowDissociation } from "../naltrexone/occupancy.js";
import { amountOf } from "./state.js";
import {
  blockedByCurve, blockedFor, DAY_H, firstDays, hoursAtOrAbove, longestBlockedHours, meanSignals, settledDay, smallestOpioidGain,
} from "./turnover.js";

/** As in `ldn.pharmacology.simulate`, so that both sides round alike. */
const GRID_H = 0.05;
export const STANDARD_DOSE_MG = 50;
export const LINKS = /** @type {const} */ (["biophase", "slow_dissociation", "plasma"]);

/** @typedef {import("./state.js").State} State */

/** @param {any} data what Python ships (interactives/rebound_model_data.py) */
export function evaluator({ unit_response, constants }) {
  const steps = Math.round(DAY_H / GRID_H);
  const biophase = concentrations(unit_response.biophase, "daily_steady_state", GRID_H, steps);
  const plasma = concentrations(unit_response.naltrexone, "daily_steady_state", GRID_H, steps);
  const areas = areasOfPlasma(unit_response.naltrexone, "daily_steady_state", GRID_H, steps);

  /** @param {State["blocked"]} blocked @param {number} amount */
  function blockade(blocked, amount) {
    if (blocked === "hours") return blockedFor(amount);
    const held = blocked === "biophase" ? equilibriumCurve(biophase, amount, constants.ec50_nM)
      : blocked === "plasma" ? equilibriumCurve(plasma, amount, constants.ec50_plasma_nM)
        : slowDissociation(areas, amount, constants.kon_per_nM_h, constants.koff_per_h, true);
    return blockedByCurve(held, GRID_H);
  }

  /** @param {State} state @returns {import("./turnover.js").Assumptions} */
  const assumptions = (state) => ({
    opioid_gain: state.opioid_gain, receptor_gain: state.receptor_gain, opioid_half_life_h: state.opioid_half_life_h,
    receptor_half_life_h: state.receptor_half_life_h, brake: state.brake_percent / 100,
  });

  /** @type {{key: string, curves: any} | null} */
  let kept = null;
  /** The day's mean against hours blocked, or against dose by each model. @param {State} state */
  function against(state) {
    const assumed = assumptions(state);
    const key = JSON.stringify([state.blocked === "hours", assumed]);
    if (kept?.key === key) return kept.curves;
    const byHours = state.blocked === "hours";
    const amounts = byHours ? Array.from({ length: 49 }, (_, i) => i / 2) : Array.from({ length: 25 }, (_, i) => 0.5 * 200 ** (i / 24));
    const means = (/** @type {State["blocked"]} */ blocked) => meanSignals(amounts.map((amount) => blockade(blocked, amount)), assumed);
    const curves = { amounts, means: byHours ? { hours: means("hours") } : Object.fromEntries(LINKS.map((link) => [link, means(link)])) };
    kept = { key, curves };
    return curves;
  }

  return {
    /** @param {State} state */
    evaluate(state) {
      const assumed = assumptions(state);
      const byHours = state.blocked === "hours";
      const one = (/** @type {number} */ amount) => {
        const blocked = blockade(state.blocked, amount);
        const day = settledDay(blocked, assumed);
        return { amount, blockade: blocked, day, course: firstDays(blocked, assumed, state.window_days),
          hours_above: hoursAtOrAbove(day.time_h, day.signal, 1 + 1e-9) };
      };
      const own = one(amountOf(state));
      return {
        byHours, own, other: one(byHours ? DAY_H : STANDARD_DOSE_MG),
        gain_needed: smallestOpioidGain(own.blockade, assumed),
        hours_allowed: byHours ? longestBlockedHours(assumed) : null,
      };
    },
    against,
  };
}

/** @typedef {ReturnType<ReturnType<typeof evaluator>["evaluate"]>} View */
