/** What a reader can set, and what is allowed: the page's half of the checks that Python makes of arguments. */

/**
 * @typedef {object} State
 * @property {string} result
 * @property {number} events
 * @property {number} people
 * @property {boolean} compared
 * @property {number} placebo_events
 * @property {number} placebo_people
 */
/**
 * @typedef {object} Result
 * @property {string} id
 * @property {string} label
 * @property {number} events
 * @property {number} people
 * @property {boolean} compared
 * @property {number} [placebo_events]
 * @property {number} [placebo_people]
 * @property {string} design
 * @property {string} known
 * @property {{key: string, label: string, address: string | null}} source
 */
/** @typedef {{ranges: Record<string, [number, number]>, results: Result[]}} Data what Python ships (interactives/denominator_dial_data.py) */

export const OWN = "own";
export const NAMES = /** @type {(keyof State)[]} */ (["result", "events", "people", "compared", "placebo_events", "placebo_people"]);
const COUNTS = /** @type {const} */ (["events", "people", "compared", "placebo_events", "placebo_people"]);

/** @param {Data} data */
export const accepter = ({ ranges, results }) => (/** @type {string} */ name, /** @type {any} */ value) => {
  if (name === "result") return value === OWN || results.some(({ id }) => id === value);
  if (name === "compared") return typeof value === "boolean";
  const range = ranges[name];
  return range !== undefined && Number.isInteger(value) && value >= range[0] && value <= range[1];
};

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, model.get(name)])));

/** The published result whose counts these are; undefined for the reader's own. @param {State} state @param {Data} data */
export const publishedResult = (state, { results }) =>
  results.find((one) => one.id === state.result && countsOf(one).every(([name, value]) => state[name] === value));

/** The counts that a result sets. @param {Result} result */
export const countsOf = (result) =>
  /** @type {[typeof COUNTS[number], any][]} */ (COUNTS.filter((name) => name in result).map((name) => [name, result[name]]));

/** The same rates in another number of people. @param {State} state @param {number} people @returns {Partial<State>} */
export const resized = (state, people) => ({
  result: OWN, people, events: Math.round((people * state.events) / state.people),
  placebo_people: people, placebo_events: Math.round((people * state.placebo_events) / state.placebo_people),
});

/** One by one while people are few. */
export const PEOPLE_STOPS = [
  ...Array.from({ length: 60 }, (_, i) => i + 1), ...Array.from({ length: 8 }, (_, i) => 65 + 5 * i), 120, 150, 200, 250, 300,
];
