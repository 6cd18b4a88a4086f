/** What the picture shows now, in words. `ldn.interactives.rule_of_three_wording` says the same in Python; a parity test holds the two together. */
import { NBSP, significant, thousands } from "../kit/format.js";
import { OF } from "./risk.js";

/** @typedef {import("./risk.js").View} View */

/** @param {View} view */
export const sentence = (view) => `${seenSentence(view)} ${boundSentence(view)} ${neededSentence(view)}`;

/** @param {View} view */
export function seenSentence({ events, people }) {
  if (events === 0) return `Of ${thousands(people)} people nobody had the event.`;
  return `Of ${thousands(people)} people ${thousands(events)} had the event, ${risk(events / people)}.`;
}

/** @param {View} view */
export function boundSentence({ people, upper, rule, couldHaveIt }) {
  const byRule = rule === null ? "" : ` The rule of three says 3 ÷ ${thousands(people)} = ${risk(rule)}.`;
  return `At 95${NBSP}% confidence that still fits a risk of up to ${risk(upper)}, ${oneIn(upper)}: ` +
    `${couldHaveIt ? thousands(couldHaveIt) : "fewer than one"} of ${thousands(OF)}.${byRule}`;
}

/** @param {View} view */
export const neededSentence = ({ people, one_in, needed, seen }) =>
  `To see even one event of 1 in ${thousands(one_in)} with 95${NBSP}% certainty takes ${thousands(needed)} people; ` +
  `among ${thousands(people)} the chance is ${chance(seen)}.`;

/** A risk in per cent with two significant digits. @param {number} share */
export const risk = (share) => `${significant(100 * share, 2)}${NBSP}%`;

/** @param {number} share */
export const oneIn = (share) => `1 in ${thousands(1 / share)}`;

/** A chance in whole per cent that never claims to be nothing or certain. @param {number} share */
export function chance(share) {
  if (share < 0.01) return `under 1${NBSP}%`;
  return share > 0.99 ? `over 99${NBSP}%` : `${(100 * share).toFixed(0)}${NBSP}%`;
}
