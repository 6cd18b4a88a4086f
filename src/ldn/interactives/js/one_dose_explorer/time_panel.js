import { axis, bar, curve, label, spreadLabels } from "../kit/draw.js";
import { significant } from "../kit/format.js";
import { fromZero, linear, logarithmic } from "../kit/scale.js";
import { concentration, scaleTo } from "./bodies.js";
import { publishedPoints, SERIES } from "./marks.js";
import { halfLife } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./bodies.js").View} View */
/** @typedef {import("./bodies.js").Data} Data */

export const MARGIN = { top: 30, right: 16, bottom: 42, left: 40 };

/** Dense where the curve turns. @param {number} window_h @param {boolean} log */
function drawnTimes(window_h, log) {
  const early = Array.from({ length: 80 }, (_, i) => i * 0.05);
  const late = Array.from({ length: 121 }, (_, i) => 4 + (i * (window_h - 4)) / 120);
  return [...early, ...late].filter((time) => !log || time > 0.04);
}

/** The published peaks that have a time, scaled to the dose shown. @param {State} state @param {Data} data */
export function peaksInTime(state, data) {
  const shown = data.published.flatMap(({ peak, time, dose_mg, letter, text }) => {
    if (!peak || !time) return [];
    const scale = scaleTo(state.dose_mg, dose_mg);
    return [{
      x: time.value, xLow: time.low ?? undefined, xHigh: time.high ?? undefined, y: peak.value * scale,
      yLow: peak.low === null ? undefined : peak.low * scale, yHigh: peak.high === null ? undefined : peak.high * scale,
      scaled: scale !== 1, letter, title: scale === 1 ? text : `${text}; scaled to ${significant(state.dose_mg)} mg`,
    }];
  });
  if (!state.naltrexol) return shown;
  return shown.concat(data.published_naltrexol.map(({ dose_mg, peak, time_h, text }) => {
    const scale = scaleTo(state.dose_mg, dose_mg);
    return { x: time_h, xLow: undefined, xHigh: undefined, y: peak * scale, yLow: undefined, yHigh: undefined,
      scaled: scale !== 1, letter: "", title: text };
  }));
}

/**
 * @param {State} state @param {View} view @param {Data} data @param {{width: number, height: number}} frame
 */
export function timePanel(state, view, data, { width, height }) {
  const log = state.axis === "log";
  const yRange = /** @type {[number, number]} */ ([height - MARGIN.bottom, MARGIN.top]);
  const x = linear([0, state.window_h], [MARGIN.left, width - MARGIN.right]);
  const [left, right] = x.range;
  const times = drawnTimes(state.window_h, log);
  const substances = /** @type {const} */ (state.naltrexol ? ["naltrexone", "naltrexol"] : ["naltrexone"]);
  const lines = view.bodies.flatMap(({ compartments, curves, readings }) => substances.map((substance) => ({
    compartments, substance, peak: readings[substance].peak,
    values: times.map((time) => concentration(curves[substance], substance, state, data, time)),
  })));
  const measured = peaksInTime(state, data);
  const highest = Math.max(...lines.map(({ peak }) => peak), ...measured.map(({ y, yHigh }) => yHigh ?? y));
  const lowest = Math.min(...lines.map(({ values }) => values[values.length - 1]));
  const bottom = 10 ** Math.floor(Math.log10(Math.max(lowest, highest / 1e4)));
  const y = log ? logarithmic([bottom, 10 ** Math.ceil(Math.log10(highest))], yRange) : linear(fromZero(highest), yRange);
  const ticks = log ? decades(y.domain) : y.ticks(5);
  const marks = [
    axis("y", y, { ticks, title: "In plasma (ng/mL)", across: [left, right], format: (value) => significant(value) }),
    axis("x", x, { ticks: [0, 1, 2, 3, 4].map((i) => (i * state.window_h) / 4), title: "hours since the dose", across: yRange, format: String }),
    ...window(view, x, yRange),
    ...lines.map(({ compartments, substance, values }) =>
      curve(times, values, x, y, { series: SERIES[compartments], kind: substance === "naltrexone" ? "main" : "metabolite" })),
    ...view.bodies.flatMap((body) => ruler(body, state, view, data, x, y)),
    publishedPoints(measured, x, y),
    ...letters(measured.filter(({ letter }) => letter), x, y),
  ];
  if (state.naltrexol) marks.push(metaboliteLabel(lines, times, x, y));
  marks.push(...halfLifeLabels(state, view, data, x, y));
  return marks;
}

/** The letters of the points in one column beside them. @param {ReturnType<typeof peaksInTime>} shown @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function letters(shown, x, y) {
  const px = Math.max(...shown.map(({ x: at }) => x(at))) + 9;
  const places = spreadLabels(shown.map(({ y: value }) => y(value)), 12, Math.min(...y.range) - 12, Math.max(...y.range));
  return shown.map(({ letter }, i) => label(px, places[i], letter, { kind: "small" }));
}

/** @param {View} view @param {import("../kit/scale.js").Scale} x @param {[number, number]} yRange */
function window({ window: [from_h, to_h] }, x, [bottom, top]) {
  const edge = x.domain[1];
  if (from_h >= edge) return [];
  const [start, end] = [x(from_h), x(Math.min(to_h, edge))];
  return [bar("window", start, top, end - start, bottom - top), label((start + end) / 2, top + 9, "half-life read here", { kind: "small", anchor: "middle" })];
}

/** The single exponential through the curve at the two ends of the window, carried a little further. @param {import("./bodies.js").Body} body @param {State} state @param {View} view @param {Data} data @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function ruler({ compartments, curves, readings }, state, { window: [from_h, to_h] }, data, x, y) {
  const edge = x.domain[1];
  if (from_h >= edge) return [];
  const start = concentration(curves.naltrexone, "naltrexone", state, data, from_h);
  const rate = Math.LN2 / readings.naltrexone.half_life_h;
  const further = (to_h - from_h) / 6;
  const [first, last] = [Math.max(from_h - further, 0), Math.min(to_h + further, edge)];
  const times = Array.from({ length: 41 }, (_, i) => first + (i * (last - first)) / 40);
  const values = times.map((time) => start * Math.exp(-rate * (time - from_h)));
  const inside = times.map((_, i) => y(values[i]) >= Math.min(...y.range) && y(values[i]) <= Math.max(...y.range));
  return [curve(times.filter((_, i) => inside[i]), values.filter((_, i) => inside[i]), x, y, { series: SERIES[compartments], kind: "ruler" })];
}

/** What each ruler reads, beside it. @param {State} state @param {View} view @param {Data} data @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function halfLifeLabels(state, { bodies, window: [from_h, to_h] }, data, x, y) {
  const edge = x.domain[1];
  if (from_h >= edge) return [];
  const middle = (from_h + Math.min(to_h, edge)) / 2;
  const at = bodies.map(({ curves }) => y(concentration(curves.naltrexone, "naltrexone", state, data, middle)) - 16);
  const places = spreadLabels(at, 17, Math.min(...y.range) + 26, Math.max(...y.range) - 10);
  const px = Math.min(x(middle), x.range[1] - 66);
  return bodies.map(({ compartments, readings }, i) => {
    const text = halfLife(readings.naltrexone.half_life_h);
    return label(px, places[i], `${compartments === "one" ? "one" : "two"}: ${text.startsWith("none") ? "rising" : text}`,
      { series: SERIES[compartments], anchor: "middle" });
  });
}

/** @param {{substance: string, values: number[]}[]} lines @param {number[]} times @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function metaboliteLabel(lines, times, x, y) {
  const { values } = /** @type {any} */ (lines.find(({ substance }) => substance === "naltrexol"));
  const place = times.findIndex((time) => time >= x.domain[1] * 0.12);
  return label(x(times[place]) + 8, y(values[place]) - 6, "6β-naltrexol", { kind: "small" });
}

/** @param {number[]} domain */
const decades = ([low, high]) => Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => low * 10 ** i);
