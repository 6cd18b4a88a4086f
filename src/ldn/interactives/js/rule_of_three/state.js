/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {number} events
 * @property {number} people
 * @property {number} one_in
 */
/**
 * @typedef {object} Data what Python ships (interactives/rule_of_three_data.py)
 * @property {Record<keyof State, [number, number]>} ranges
 * @property {{id: string, label: string, events: number, people: number, counts: string, studies: string[]}[]} watched
 */

export const NAMES = /** @type {(keyof State)[]} */ (["events", "people", "one_in"]);

/** @param {Data["ranges"]} ranges */
export const accepter = (ranges) => (/** @type {string} */ name, /** @type {any} */ value) => {
  const range = ranges[/** @type {keyof State} */ (name)];
  return range !== undefined && Number.isInteger(value) && value >= range[0] && value <= range[1];
};

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** Round numbers of each power of ten, evenly spread on a log scale. @param {number[]} steps @param {number} low @param {number} high */
const perDecade = (steps, low, high) => [1, 10, 100, 1000, 10_000, 100_000]
  .flatMap((decade) => steps.map((step) => step * decade)).filter((stop) => stop >= low && stop <= high);

export const PEOPLE_STOPS = [...new Set([2, 4, 6, 7, 8, 9, 144, 172, ...perDecade([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], 1, 100_000)
  .filter(Number.isInteger)])].sort((a, b) => a - b);
export const ONE_IN_STOPS = perDecade([1, 2, 5], 10, 100_000);
