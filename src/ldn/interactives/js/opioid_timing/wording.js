/**
 * What the picture shows now, in words. `ldn.interactives.opioid_timing_wording` says the same sentence in Python; a
 * parity test holds the two together.
 */
import { hours, milligrams, NBSP, percent, significant } from "../kit/format.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./competition.js").Meeting} Meeting */

/** Below this share of the receptors nothing worth naming is left to displace. */
const HARDLY_ANY = 0.01;

/** @param {number} share */
export const perCent = (share) => `${percent(share)}${NBSP}%`;
/** @param {number} doses */
export const times = (doses) => significant(doses, 2);

/** "At the peak of", "6 h after" or "3 days after". @param {number} time_h */
export function since(time_h) {
  if (time_h === 0) return "At the peak of";
  return time_h >= 48 ? `${significant(time_h / 24, 3)}${NBSP}days after` : `${hours(time_h)} after`;
}

/** What labels ask for, and for how long they warn after this opioid. @param {any} data @param {Meeting} meeting */
export function asked({ interval_days: [low, high] }, { opioid: { name, warned_days } }) {
  const longer = warned_days === null ? "" : `, and warn of withdrawal for up to ${warned_days}${NBSP}days after ${name}`;
  return `at least ${low}–${high}${NBSP}days without opioids${longer}`;
}

/** What one drug does to the other. @param {any} data @param {State} state @param {Meeting} meeting */
export const sentence = (data, state, meeting) => `${shown(state, meeting)} ${warning(data, meeting)}`;

/** That neither interval nor dose can be read here. @param {any} data @param {Meeting} meeting */
export const warning = (data, meeting) => meeting.opioidFirst
  ? `Labels ask for ${asked(data, meeting)}. Severe withdrawal has followed ${milligrams(data.lowest_case_mg)}. This picture gives no safe interval and no safe dose.`
  : "No tablet-free interval can be read from this picture: nobody has measured one at low doses.";

/** @param {State} state @param {Meeting} meeting */
export const shown = (state, meeting) => (meeting.opioidFirst ? opioidFirst(state, meeting) : naltrexoneFirst(state, meeting));

/** @param {State} state @param {Meeting} meeting */
function opioidFirst(state, { afterTablet, adaptationLeft, standardDoseMg }) {
  const before = afterTablet(0, 0);
  const when = `${since(state.hours_since_opioid)} ${state.opioid}`;
  if (before.opioidHeld < HARDLY_ANY) {
    return `${when} hardly a receptor is left for naltrexone to take, by the half-life of the drug. That is not safety: ` +
      `of the body's adaptation, by the half-life assumed, ${perCent(adaptationLeft(state.hours_since_opioid / 24))} is left.`;
  }
  const effect = (/** @type {number} */ dose, /** @type {number} */ hour) => perCent(afterTablet(dose, hour).effect);
  const { dose_mg } = state;
  const parts = [
    `${when}, just before the tablet, the opioid holds ${perCent(before.opioidHeld)} of mu receptors and gives ${perCent(before.effect)} of its peak effect.`,
    `One hour after ${milligrams(dose_mg)} of naltrexone it gives ${effect(dose_mg, 1)} (without: ${effect(0, 1)}), after four hours ${effect(dose_mg, 4)} (without: ${effect(0, 4)}).`,
  ];
  if (dose_mg !== standardDoseMg) parts.push(`After ${milligrams(standardDoseMg)} it gives ${effect(standardDoseMg, 1)} at one hour.`);
  return parts.join(" ");
}

/** @param {State} state @param {Meeting} meeting */
function naltrexoneFirst({ dose_mg, hours_since_tablet }, { afterLastTablet, raisedInTheEnd, standardDoseMg }) {
  const when = hours_since_tablet === 0 ? "With the last of daily tablets" : `${hours(hours_since_tablet)} after the last of daily tablets`;
  const effect = (/** @type {number} */ dose, /** @type {"biophase" | "plasma"} */ link = "biophase") => perCent(afterLastTablet(dose, hours_since_tablet, link).effect);
  const parts = [`${when} of ${milligrams(dose_mg)}, a usual opioid dose gives ${effect(dose_mg)} of its usual effect by model B and ${effect(dose_mg, "plasma")} by model C.`];
  const ends = [`${times(raisedInTheEnd(dose_mg))} usual doses`];
  if (dose_mg !== standardDoseMg) {
    parts.push(`After ${milligrams(standardDoseMg)} a day it gives ${effect(standardDoseMg)}.`);
    ends.push(`${times(raisedInTheEnd(standardDoseMg))} after ${milligrams(standardDoseMg)}`);
  }
  parts.push(`An amount raised until it worked would act like ${ends.join(", and ")}, once the blockade has gone.`);
  return parts.join(" ");
}
