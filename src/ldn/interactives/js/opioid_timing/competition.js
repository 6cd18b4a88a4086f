/**
 * An opioid and naltrexone at the same receptors (Gaddum), with the opioid's effect by the operational model. Levels are
 * concentrations over each drug's own constant. As `ldn.pharmacology.opioid_competition`, in closed form.
 */

/** @typedef {import("./state.js").State} State */
/** @typedef {{opioidHeld: number, naltrexoneHeld: number, effect: number}} Moment shares, the effect of its usual peak */

const DAY_H = 24;
export const MOST_DAYS = 14;

/** @param {any} data what Python ships (interactives/opioid_timing_data.py) @param {State} state */
export function meeting({ naltrexone, opioids, standard_dose_mg }, state) {
  const opioid = opioids.find((/** @type {any} */ one) => one.name === state.opioid);
  const atPeak = state.held_percent / 100 / (1 - state.held_percent / 100);
  const { tau } = state;

  /** @param {"biophase" | "plasma"} link @param {number} dose_mg @param {number} hour @param {boolean} daily */
  function blockade(link, dose_mg, hour, daily) {
    const { rates_per_h, level_per_mg } = naltrexone[link];
    let sum = 0;
    for (let i = 0; i < rates_per_h.length; i++) {
      sum += level_per_mg[i] * Math.exp(-rates_per_h[i] * hour) / (daily ? -Math.expm1(-rates_per_h[i] * DAY_H) : 1);
    }
    return Math.max(dose_mg * sum, 0);
  }
  const level = (/** @type {number} */ hours, half_life_h = opioid.half_life_h) => atPeak * 0.5 ** (hours / half_life_h);
  const effect = (/** @type {number} */ a, /** @type {number} */ b) => (tau * a) / (1 + b + a + tau * a);
  const usual = effect(atPeak, 0);
  /** @param {number} a @param {number} b @returns {Moment} */
  const moment = (a, b) => ({ opioidHeld: a / (1 + a + b), naltrexoneHeld: b / (1 + a + b), effect: effect(a, b) / usual });

  const whenRaised = (/** @type {number} */ dose_mg) => 1 + blockade("biophase", dose_mg, state.hours_since_tablet, true);
  return {
    opioid,
    opioidFirst: state.first === "opioid",
    dosesMg: state.dose_mg === standard_dose_mg ? [state.dose_mg] : [state.dose_mg, standard_dose_mg],
    standardDoseMg: standard_dose_mg,
    /** After one tablet (0 mg: without it), the opioid going on fading. @param {number} dose_mg @param {number} hour */
    afterTablet: (dose_mg, hour) => moment(level(state.hours_since_opioid + hour), blockade("biophase", dose_mg, hour, false)),
    /** A usual opioid dose after the last of daily tablets. @param {number} dose_mg @param {number} hour @param {"biophase" | "plasma"} [link] */
    afterLastTablet: (dose_mg, hour, link = "biophase") => moment(atPeak, blockade(link, dose_mg, hour, true)),
    /** Usual doses that an amount raised against the blockade acts like, hours later. @param {number} dose_mg @param {number} later */
    raisedActsLike: (dose_mg, later) => whenRaised(dose_mg) / (1 + blockade("biophase", dose_mg, state.hours_since_tablet + later, true)),
    /** The same once no naltrexone is left. @param {number} dose_mg */
    raisedInTheEnd: (dose_mg) => whenRaised(dose_mg),
    /** Receptors held days after the peak, without naltrexone, by one half-life. @param {number} days @param {number} [half_life_h] */
    opioidLeft: (days, half_life_h) => moment(level(days * DAY_H, half_life_h), 0).opioidHeld,
    /** @param {number} days */
    adaptationLeft: (days) => 0.5 ** (days / state.adaptation_half_life_days),
  };
}

/** @typedef {ReturnType<typeof meeting>} Meeting */
