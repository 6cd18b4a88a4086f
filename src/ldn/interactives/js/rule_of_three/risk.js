/** The highest risk that fits few events, and what a rare event asks for. `ldn.evidence.rare_events` computes the same. */

const LEVEL = 0.95;
/** Halvings of the range in which the bound is looked for: more than a double has digits. */
const HALVINGS = 60;

/** Chance of so many events or fewer. @param {number} events @param {number} people @param {number} risk strictly between 0 and 1 */
function chanceOfAtMost(events, people, risk) {
  let sum = 0;
  let logWays = 0;
  for (let k = 0; k <= events; k++) {
    sum += Math.exp(logWays + k * Math.log(risk) + (people - k) * Math.log1p(-risk));
    logWays += Math.log((people - k) / (k + 1));
  }
  return sum;
}

/** Exact one-sided upper bound at 95 % (Clopper and Pearson). @param {number} events @param {number} people */
export function upperBound(events, people) {
  if (events >= people) return 1;
  if (events === 0) return -Math.expm1(Math.log1p(-LEVEL) / people);
  let [low, high] = [events / people, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(events, people, middle) > 1 - LEVEL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** 3 ÷ people. @param {number} people */
export const ruleOfThree = (people) => Math.min(1, 3 / people);

/** People to be watched to see at least one event of this risk with 95 %. @param {number} risk */
export const peopleNeeded = (risk) => Math.ceil(Math.log1p(-LEVEL) / Math.log1p(-risk) - 1e-9);

/** Chance of at least one event of this risk among so many people. @param {number} risk @param {number} people */
export const chanceOfAny = (risk, people) => -Math.expm1(people * Math.log1p(-risk));

export const OF = 1000;

/** @param {import("./state.js").State} state */
export function evaluate({ events: had, people, one_in }) {
  const events = Math.min(had, people);
  const upper = upperBound(events, people);
  return {
    events, people, one_in, upper, rule: events ? null : ruleOfThree(people),
    needed: peopleNeeded(1 / one_in), seen: chanceOfAny(1 / one_in, people),
    hadIt: Math.floor((OF * events) / people + 0.5), couldHaveIt: Math.floor(OF * upper + 0.5),
  };
}

/** @typedef {ReturnType<typeof evaluate>} View */
