/** What the picture shows now, in words. `ldn.interactives.denominator_dial_wording` says the same in Python; a parity test holds the two together. */
import { NBSP, percent, significant } from "../kit/format.js";

/** @typedef {import("./rates.js").View} View */
/** @typedef {import("./rates.js").Effect} Effect */

/** @param {View} view */
export const sentence = (view) => `${rateSentence(view)} ${placeboSentence(view)}`;

/** @param {View} view */
export const rateSentence = ({ ldn }) => `On LDN ${rate(ldn)}.`;

/** What placebo did of it, or that nobody can say. @param {View} view */
export function placeboSentence({ ldn, placebo, difference, of100: { anyway, more, fewer } }) {
  if (!placebo || !difference) {
    return `No rate on placebo is known, so of ${ldn.of100} in 100 nobody can say how many would have had the result without the drug.`;
  }
  const tale = `Of 100 people on LDN, ${anyway} would have had the result on placebo`;
  const rest = fewer ? `; ${fewer} more would have, and had not on LDN` : more ? ` and ${more} more had it` : " and none more had it";
  return `On placebo ${rate(placebo)}. ${tale}${rest}; the data allow ${allowed(difference)}.`;
}

/** 14 of 16: 88 % (95 % CI 64 to 97 %). @param {import("./rates.js").Rate} one */
const rate = ({ events, people, share, low, high }) =>
  `${events} of ${people}: ${percent(share)}${NBSP}% (95${NBSP}% CI ${percent(low)} to ${percent(high)}${NBSP}%)`;

/** The interval of a difference in people of 100. @param {Effect} difference */
export function allowed({ low, high }) {
  const [first, last] = [whole(low), whole(high)];
  if (first < 0 && last > 0) return `${-first} fewer to ${last} more`;
  return last <= 0 ? `${-last} to ${-first} fewer` : `${first} to ${last} more`;
}

/** The number needed to treat, told so that an interval through infinity can be read. @param {View} view */
export function neededSentence({ needed }) {
  if (!needed) return "The rates are equal: no number needed to treat exists.";
  const [first, second] = needed.ends;
  const start = `${people(needed.number)} treated for one ${way(needed.more)}`;
  if (needed.unbounded) {
    return `${start}; 95${NBSP}% CI from ${people(first.number)} for one ${way(first.more)} through infinity to ${people(second.number)} for one ${way(second.more)}`;
  }
  const [low, high] = [first.number, second.number].sort((a, b) => a - b);
  return `${start}; 95${NBSP}% CI ${people(low)} to ${people(high)}`;
}

/** @param {Effect} effect */
export const differenceWords = ({ estimate, low, high }) => {
  const [middle, first, last] = [estimate, low, high].map((share) => String(whole(share)).replace("-", "−"));
  return `${middle} points (95${NBSP}% CI ${first} to ${last})`;
};

/** @param {Effect} effect */
export const ratioWords = ({ estimate, low, high }) =>
  `${significant(estimate)} (95${NBSP}% CI ${significant(low)} to ${significant(high)})`;

/** @param {number} number */
const people = (number) => (!Number.isFinite(number) ? "infinitely many" : number < 10 ? significant(number, 2) : number.toFixed(0));
/** @param {boolean} more */
const way = (more) => (more ? "more" : "fewer");
/** Percentage points, never a negative nothing. @param {number} share */
const whole = (share) => Number((100 * share).toFixed(0)) + 0;
