/** The reader's own pool, and every pool that the same choices could make. `ldn.interactives.forest_builder_view` computes the same. */
import { pool } from "./pooling.js";
import { isPoolable, MEASURES, TIME_POINTS } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Data} Data */
/** @typedef {import("./state.js").Trial} Trial */
/** @typedef {import("./state.js").Measure} Measure */
/** @typedef {import("./pooling.js").Model} Model */
/** @typedef {{trials: string[], crossover: import("./state.js").Crossover, time_point: import("./state.js").TimePoint, model: Model}} Choices */
/** @typedef {{choices: Choices, key: string, estimate: number, low: number, high: number}} Combination */

/** @type {Model[]} */
const MODELS = [
  { kind: "fixed", tau2: "DL", hartung_knapp: false },
  { kind: "random", tau2: "DL", hartung_knapp: false },
  { kind: "random", tau2: "DL", hartung_knapp: true },
  { kind: "random", tau2: "PM", hartung_knapp: false },
  { kind: "random", tau2: "PM", hartung_knapp: true },
];
/** Reading a half-width as a standard deviation is a slip, so no combination contains it. */
const DEFENSIBLE = /** @type {const} */ (["paired", "unpaired"]);

/** @param {Data} data */
export function evaluator(data) {
  const byId = new Map(data.trials.map((trial) => [trial.id, trial]));
  /** @param {string} id @param {Measure} measure @param {import("./state.js").Crossover} crossover @param {import("./state.js").TimePoint} time_point */
  const effect = (id, measure, crossover, time_point) => /** @type {Trial} */ (byId.get(id)).effects[measure][crossover][time_point];
  const poolable = data.trials.filter(isPoolable).map(({ id }) => id);
  const read = (/** @type {Choices} */ { trials, crossover, time_point }, /** @type {Measure} */ measure) =>
    JSON.stringify(trials.map((id) => effect(id, measure, crossover, time_point)));

  /** The same choices with those that change nothing at their first value. @param {Choices} choices @param {Measure} measure @returns {Choices} */
  function normal(choices, measure) {
    const paired = /** @type {Choices} */ ({ ...choices, crossover: "paired" });
    const kept = read(choices, measure) === read(paired, measure) ? paired : choices;
    const main = /** @type {Choices} */ ({ ...kept, time_point: "main" });
    return read(kept, measure) === read(main, measure) ? main : kept;
  }
  const keyOf = (/** @type {Choices} */ { trials, crossover, time_point, model }) =>
    [trials.join("+"), crossover, time_point, model.kind, model.tau2, model.hartung_knapp].join("|");
  const made = (/** @type {Choices} */ choices, /** @type {Measure} */ measure) => pool(
    choices.trials.map((id) => /** @type {import("./state.js").Effect} */ (effect(id, measure, choices.crossover, choices.time_point))),
    choices.model, data.quantiles);

  /** Every pool of two or more trials under every choice, lowest estimate first. @param {Measure} measure @returns {Combination[]} */
  function every(measure) {
    const ids = poolable.filter((id) => effect(id, measure, "paired", "main"));
    const found = [];
    for (const trials of subsets(ids)) for (const crossover of DEFENSIBLE) for (const time_point of TIME_POINTS) for (const model of MODELS) {
      const choices = { trials, crossover, time_point, model };
      const key = keyOf(choices);
      if (keyOf(normal(choices, measure)) !== key) continue;
      const { estimate, low, high } = made(choices, measure);
      found.push({ choices, key, estimate, low, high });
    }
    // Rounded, so that Python, whose last digits differ, brings them into the same order.
    const rounded = (/** @type {Combination} */ { estimate }) => Math.round(estimate * 1e9);
    return found.sort((a, b) => rounded(a) - rounded(b));
  }
  const combinations = Object.fromEntries(MEASURES.map((measure) => [measure, every(measure)]));

  /** @param {State} state */
  return function evaluate(state) {
    const { measure } = state;
    const used = poolable.filter((id) => state.trials.includes(id) && effect(id, measure, state.crossover, state.time_point));
    const model = state.model === "fixed" ? MODELS[0] : { kind: state.model, tau2: state.tau2, hartung_knapp: state.hartung_knapp };
    const choices = normal({ trials: used, crossover: state.crossover, time_point: state.time_point, model }, measure);
    const pooled = used.length > 1 ? made(choices, measure) : null;
    const key = keyOf(choices);
    const place = combinations[measure].findIndex((one) => one.key === key);
    return {
      measure, choices, pooled,
      rows: data.trials.map((trial) => ({
        trial, effect: trial.effects[measure][state.crossover][state.time_point],
        weight: pooled && used.includes(trial.id) ? pooled.weights[used.indexOf(trial.id)] : null,
      })),
      combinations: combinations[measure],
      rank: place < 0 ? null : place + 1,
      published: data.published.map((row) => onTheScale(row, measure, data.points_per_sd)),
    };
  };
}

/** @typedef {ReturnType<ReturnType<typeof evaluator>>} View */

/** Subsets of two or more, small ones first, each in the order of the whole. @param {string[]} ids */
function subsets(ids) {
  /** @type {(size: number, from: number) => string[][]} */
  const ofSize = (size, from) => size === 0 ? [[]] :
    ids.slice(from).flatMap((id, i) => ofSize(size - 1, from + i + 1).map((rest) => [id, ...rest]));
  return ids.map((_, i) => i + 1).slice(1).flatMap((size) => ofSize(size, 0));
}

/** @param {import("./state.js").Published} row @param {Measure} measure @param {number} points_per_sd */
function onTheScale(row, measure, points_per_sd) {
  const converted = row.measure !== measure;
  const factor = !converted ? 1 : measure === "mean difference" ? points_per_sd : 1 / points_per_sd;
  return { ...row, estimate: row.estimate * factor, low: row.low * factor, high: row.high * factor, converted };
}
