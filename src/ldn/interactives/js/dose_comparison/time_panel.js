import { fromZero, linear, logarithmic } from "../kit/scale.js";
import { axis, band, bar, curve, label, points, rule, spreadLabels } from "../kit/draw.js";
import { hours, milligrams, significant } from "../kit/format.js";
import { LINKS, STEP_H } from "./series.js";
import { MODEL_LETTERS } from "./table.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./series.js").View} View */

/** Every how many computed points one is drawn: few enough to be quick, a whole number of them a day. */
const THINNING = { 24: 2, 72: 4, 336: 10 };
export const MARGIN = { top: 30, right: 74, bottom: 42, left: 34 };
const STRIP = 15;

/** @param {number} height of the drawing without the strips @returns {[number, number]} */
export const shareRange = (height) => [height - MARGIN.bottom, MARGIN.top];

/** Room for the strips of hours below the axis. @param {State} state */
export const stripsHeight = ({ quantity, doses_mg }) =>
  quantity === "occupancy" ? 24 + STRIP * doses_mg.length : 0;

/** @param {State} state @param {View} view @param {[number, number]} yRange */
function valueScale(state, { series }, yRange) {
  if (state.quantity === "occupancy") return linear([0, 1], yRange);
  const highest = Math.max(...series.map(({ main, people }) => Math.max(main.reduce((a, b) => Math.max(a, b)), ...(people?.high ?? []))));
  if (state.concentration_axis === "linear") return linear(fromZero(highest), yRange);
  const last = Math.min(...series.map(({ main }) => main[main.length - 1]));
  const low = 10 ** Math.floor(Math.log10(Math.max(last, highest / 1e5)));
  return logarithmic([low, 10 ** Math.ceil(Math.log10(highest))], yRange);
}

/** Hours of the drawn points and the values there; at steady state the day repeats. @param {State} state @param {number} span_h */
function drawnPoints({ window_h }, span_h) {
  const thinning = THINNING[window_h];
  const count = Math.round(window_h / (STEP_H * thinning));
  const perSpan = Math.round(span_h / (STEP_H * thinning));
  const times = Array.from({ length: count + 1 }, (_, i) => i * STEP_H * thinning);
  const of = (/** @type {ArrayLike<number>} */ values) =>
    times.map((_, i) => values[(i > perSpan ? i % perSpan : i) * thinning]);
  return { times, of };
}

/** Spread curves cover one span; at steady state they are set one after another. @param {number[]} spread_h @param {number} span_h @param {number} window_h */
function repeated(spread_h, span_h, window_h) {
  const within = spread_h.map((hour, i) => ({ hour, i })).filter(({ hour }) => hour <= span_h);
  const days = Math.round(window_h / span_h);
  const places = Array.from({ length: days }, (_, day) => within.map(({ hour, i }) => ({ hour: hour + day * span_h, i }))).flat();
  return { times: places.map(({ hour }) => hour), of: (/** @type {number[]} */ values) => places.map(({ i }) => values[i]) };
}

/** @param {State} state */
function timeTicks({ window_h, regimen }) {
  const since = regimen === "one_dose" ? "the dose" : regimen === "daily" ? "the first dose" : "a dose";
  if (window_h === 336) {
    return { ticks: [0, 2, 4, 6, 8, 10, 12, 14].map((day) => day * 24), format: (/** @type {number} */ h) => String(h / 24), title: `days since ${since}` };
  }
  const step = window_h / 4;
  return { ticks: [0, 1, 2, 3, 4].map((i) => i * (step === 18 ? 24 : step)).filter((h) => h <= window_h), format: String, title: `hours since ${since}` };
}

/**
 * Marks of the panel over time, and how high it is.
 * @param {State} state @param {View} view @param {import("./series.js").Data} data
 * @param {{width: number, height: number, guess: number | null}} frame
 */
export function timePanel(state, view, data, { width, height, guess }) {
  const occupancy = state.quantity === "occupancy";
  const yRange = shareRange(height);
  const x = linear([0, state.window_h], [MARGIN.left, width - MARGIN.right]);
  const y = valueScale(state, view, yRange);
  const [left, right] = x.range;
  const { ticks, format, title } = timeTicks(state);
  const yTitle = occupancy ? `Occupancy of ${state.receptor} receptors (%)` :
    `${state.quantity === "naltrexone" ? "Naltrexone" : "6β-naltrexol"} in plasma (nM)`;
  const marks = [
    axis("y", y, {
      ticks: occupancy ? [0, 0.25, 0.5, 0.75, 1] : state.concentration_axis === "log" ? decades(y.domain) : y.ticks(5),
      title: yTitle, across: [left, right], format: occupancy ? (share) => String(share * 100) : (nM) => significant(nM),
    }),
    axis("x", x, { ticks, title, across: [yRange[0], yRange[1]], format }),
  ];

  const drawn = drawnPoints(state, view.span_h);
  const spread = state.band === "people" ? repeated(view.spread_h, view.span_h, state.window_h) : null;
  view.series.forEach(({ people, models }, series) => {
    if (people && spread) marks.push(band(spread.times, spread.of(people.low), spread.of(people.high), x, y, { series }));
    if (occupancy && state.band === "models") {
      const rivals = LINKS.map((link) => drawn.of(models[link] ?? []));
      const lows = drawn.times.map((_, i) => Math.min(...rivals.map((values) => values[i])));
      const highs = drawn.times.map((_, i) => Math.max(...rivals.map((values) => values[i])));
      marks.push(band(drawn.times, lows, highs, x, y, { series }));
      marks.push(...rivals.slice(1).map((values) => curve(drawn.times, values, x, y, { series, kind: "rival" })));
    }
  });
  view.series.forEach(({ main }, series) => marks.push(curve(drawn.times, drawn.of(main), x, y, { series })));

  if (occupancy) {
    const at = y(state.threshold_percent / 100);
    marks.push(rule("threshold", left, at, right, at));
    if (guess !== null) {
      marks.push(rule("guess-line", left, y(guess / 100), right, y(guess / 100)),
        label(left + 6, y(guess / 100) - 8, "your guess", { kind: "small" }));
    }
    marks.push(points(matchingPet(state, data), x, y));
    marks.push(...strips(state, view, x, height));
  }
  marks.push(...endLabels(state, view, drawn, y, right, yRange));
  return marks;
}

/** @param {number[]} domain */
const decades = ([low, high]) =>
  Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => low * 10 ** i);

/** Human points measured at one of the shown doses, under the shown regimen. @param {State} state @param {import("./series.js").Data} data */
export const matchingPet = (state, data) =>
  data.pet
    .filter(({ receptor, regimen, dose_mg }) => receptor === state.receptor && regimen === state.regimen &&
      state.doses_mg.some((dose) => Math.abs(dose / dose_mg - 1) < 0.02))
    .map(({ percent, percent_low, percent_high, time_h, time_low_h, time_high_h, text }) => ({
      x: time_h, y: percent / 100, xLow: time_low_h, xHigh: time_high_h,
      yLow: percent_low === null ? undefined : percent_low / 100,
      yHigh: percent_high === null ? undefined : Math.min(percent_high / 100, 1), title: text,
    }));

/** @param {State} state @param {View} view @param {ReturnType<typeof drawnPoints>} drawn @param {import("../kit/scale.js").Scale} y @param {number} right @param {[number, number]} yRange */
function endLabels(state, { series }, drawn, y, right, [bottom, top]) {
  const showModels = state.quantity === "occupancy" && state.band === "models";
  const labels = series.flatMap(({ dose_mg, main, models }, index) => [
    { text: showModels ? `B ${milligrams(dose_mg)}` : milligrams(dose_mg), at: y(drawn.of(main).at(-1) ?? 0), index, kind: "label" },
    ...(showModels ? LINKS.slice(1).map((link) => ({
      text: MODEL_LETTERS[link], at: y(drawn.of(models[link] ?? []).at(-1) ?? 0), index, kind: "small" })) : []),
  ]);
  const places = spreadLabels(labels.map(({ at }) => at), 13, top, bottom);
  return labels.map(({ text, index, kind }, i) => label(right + 6, places[i], text, { series: index, kind }));
}

/** Below the axis: when each dose holds more than the threshold, by model B. @param {State} state @param {View} view @param {import("../kit/scale.js").Scale} x @param {number} height */
function strips(state, { series, span_h }, x, height) {
  const [left, right] = x.range;
  const marks = [label(left - 30, height + 10, `Above ${significant(state.threshold_percent)} % by model B`, { kind: "small" })];
  series.forEach(({ stretches, hours: above }, index) => {
    const top = height + 20 + index * STRIP;
    marks.push(bar("strip-ground", left, top, right - left, 10));
    for (let start = 0; start < state.window_h; start += span_h)
      for (const [from, to] of stretches.biophase ?? [])
        marks.push(bar("strip", x(start + from), top, x(start + to) - x(start + from), 10, index));
    marks.push(label(right + 6, top + 5, `${hours(above.biophase ?? 0)}${state.regimen === "daily_steady_state" ? "/day" : ""}`,
      { series: index, kind: "small" }));
  });
  return marks;
}
