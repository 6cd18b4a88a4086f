/** The pictures: four curves over time, the peaks against concentration, and the wiring of the model. */
import { axis, curve, label, points, rule, spreadLabels } from "../kit/draw.js";
import { milligrams } from "../kit/format.js";
import { linear, logarithmic } from "../kit/scale.js";
import { concentration } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./view.js").View} View */
/** @typedef {import("./model.js").Response} Response */

export const COURSES = /** @type {const} */ ({
  nuclear_nfkb: "NF-κB in the nucleus (% of all)",
  ikba_total: "IκBα (% of rest)",
  tnf_mrna: "TNF mRNA (% of full stimulus)",
  tnf: "TNF in the medium (% of full stimulus)",
});
const MARGIN = { top: 30, right: 60, bottom: 42, left: 34 };
const ROW = 15;
const EVERY_MIN = 3;

/** Height of a course with so many rows of ink. @param {number} rows */
export const courseHeight = (rows) => 182 + ROW * rows;

/** Published times of a variable inside the window. @param {keyof Response} variable @param {State} state @param {any} data @returns {any[]} */
export const publishedTimes = (variable, { window_h, lps_ng_per_mL }, data) =>
  // The ink is of endotoxin.
  data.time_points.filter((/** @type {any} */ point) => lps_ng_per_mL > 0 && point.variable === variable && point.low_min <= window_h * 60);

/**
 * One variable over time: a wide line without the blocker, a thin one on it with the blocker; above them, in ink, when
 * papers saw the peak. Papers give times, not levels on this scale, so the dots have rows of their own.
 * @param {keyof Response} variable @param {State} state @param {View} view @param {any} data
 * @param {{width: number, rows: number}} frame rows of ink to leave room for
 */
export function coursePanel(variable, state, view, data, { width, rows }) {
  const height = courseHeight(rows);
  const last = state.window_h * 60;
  const seen = publishedTimes(variable, state, data);
  const top = MARGIN.top + ROW * rows;
  const x = linear([0, state.window_h], [MARGIN.left, width - MARGIN.right]);
  const highest = Math.max(100, ...[view.without, view.withBlocker, view.wildType ?? view.without].map((one) => Math.max(...one[variable])));
  const y = linear([0, highest], [height - MARGIN.bottom, top]);
  const [left, right] = x.range;
  const marks = [
    axis("y", y, { ticks: [0, 50, 100], title: "", across: [left, right] }),
    axis("x", x, { ticks: [0, 1, 2, 3, 4].map((i) => (i * state.window_h) / 4), title: "hours since the stimulus", across: [height - MARGIN.bottom, top] }),
    label(4, 12, COURSES[variable], { kind: "panel-name" }),
  ];
  const minutes = Array.from({ length: last / EVERY_MIN + 1 }, (_, i) => i * EVERY_MIN);
  const hours = minutes.map((minute) => minute / 60);
  const line = (/** @type {Response} */ one, /** @type {number | undefined} */ series, /** @type {string} */ kind) =>
    curve(hours, minutes.map((minute) => one[variable][minute]), x, y, { series, kind });
  if (view.wildType) marks.push(line(view.wildType, undefined, "wild"));
  marks.push(line(view.without, 1, "without"), line(view.withBlocker, 0, "with"));

  seen.forEach((/** @type {any} */ point, /** @type {number} */ i) => {
    const at = MARGIN.top + ROW * (rows - seen.length + i) - 2;
    const row = linear([0, 1], [at, at - 1]);
    const end = Math.min(point.high_min, last);
    const middle = (point.low_min + end) / 120;
    marks.push(points([{ x: middle, y: 0, xLow: point.low_min / 60, xHigh: end / 60, title: `${point.text}: ${
      point.low_min === point.high_min ? point.low_min : `${point.low_min}–${point.high_min}`} min` }], x, row));
    const before = middle > state.window_h * 0.7;
    marks.push(label(x(before ? point.low_min / 60 : end / 60) + (before ? -7 : 7), at, point.place, { kind: "small", anchor: before ? "end" : "start" }));
  });

  const ends = [{ text: "without", series: 1, at: y(view.without[variable][last]) }, { text: "with", series: 0, at: y(view.withBlocker[variable][last]) }];
  const together = Math.abs(ends[0].at - ends[1].at) < 2;
  const places = spreadLabels(ends.map(({ at }) => at), 14, top, height - MARGIN.bottom);
  if (together) marks.push(label(right + 6, ends[0].at - 7, "without,", { series: 1, kind: "small" }), label(right + 6, ends[0].at + 7, "with", { series: 0, kind: "small" }));
  else marks.push(...ends.map(({ text, series }, i) => label(right + 6, places[i], text, { series, kind: "small" })));
  return marks;
}

const AXIS_UM = /** @type {[number, number]} */ ([1e-4, 1e3]);

/**
 * Values at the computed concentrations that the axis shows and at its two ends. Beyond what was computed nothing, or
 * everything, is blocked. @param {number[]} uM @param {number[]} values
 */
function withinAxis(uM, values) {
  const at = (/** @type {number} */ edge) => {
    if (values === uM) return edge;
    const next = uM.findIndex((one) => one >= edge);
    if (next <= 0) return values[next === 0 ? 0 : values.length - 1];
    const share = Math.log(edge / uM[next - 1]) / Math.log(uM[next] / uM[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  };
  return [at(AXIS_UM[0]), ...values.filter((_, i) => uM[i] > AXIS_UM[0] && uM[i] < AXIS_UM[1]), at(AXIS_UM[1])];
}

/**
 * Peaks of TNF and of nuclear NF-κB against the blocker's concentration, with the person, the dish and the reader's
 * own choice marked.
 * @param {State} state @param {View} view @param {ReturnType<ReturnType<typeof import("./view.js").evaluator>["peaks"]>} peaks
 * @param {any} data @param {{width: number, height: number}} frame
 */
export function concentrationPanel(state, view, peaks, data, { width, height }) {
  const x = logarithmic(AXIS_UM, [MARGIN.left, width - 78]);
  const top = 74;
  const y = linear([0, 100], [height - MARGIN.bottom, top]);
  const [left, right] = x.range;
  const narrow = width < 480;
  const ticks = narrow ? [1e-3, 1e-1, 10, 1000] : [1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1000];
  const words = (/** @type {number} */ uM) => (uM === 1000 ? "1 mM" : concentration(uM));
  const marks = [
    axis("y", y, { ticks: [0, 50, 100], title: "", across: [left, right] }),
    axis("x", x, { ticks, title: "blocker around the cell (log scale)", across: [height - MARGIN.bottom, top], format: words }),
    label(4, 12, "Peaks left (% of those without blocker)", { kind: "panel-name" }),
  ];
  const uM = withinAxis(peaks.uM, peaks.uM);
  const lines = [
    { values: withinAxis(peaks.uM, peaks.nuclear_nfkb), text: "peak NF-κB", kind: "nfkb" },
    { values: withinAxis(peaks.uM, peaks.tnf), text: "peak TNF", kind: "main" },
  ];
  for (const { values, kind } of lines) marks.push(curve(uM, values, x, y, { series: kind === "main" ? 0 : undefined, kind }));
  const places = spreadLabels(lines.map(({ values }) => y(values[values.length - 1])), 14, top, height - MARGIN.bottom);
  lines.forEach(({ text, kind }, i) =>
    marks.push(label(right + 6, places[i], text, { series: kind === "main" ? 0 : undefined, kind: "small" })));

  const named = [
    { uM: data.person_uM, text: `free peak after ${milligrams(data.dose_mg)}`, given: "person" },
    { uM: data.dish_uM, text: "in-vitro paper", given: "dish" },
  ];
  named.forEach(({ uM: at, text, given }) => {
    const px = x(at);
    const anchor = given === "dish" ? "end" : narrow ? "start" : "middle";
    const shift = anchor === "end" ? (narrow ? 34 : 4) : anchor === "start" ? -26 : 0;
    const row = given === "dish" && narrow ? 58 : 32;
    marks.push(rule("threshold", px, narrow && given === "person" ? 46 : row + 7, px, height - MARGIN.bottom),
      label(px + shift, row, `${text}, ${concentration(at)}`, { kind: "small", anchor }));
  });
  const here = view.concentration_uM;
  const left_percent = 100 - view.fall_percent("tnf");
  if (!view.deaf) marks.push(rule("drop", x(here), y(left_percent), x(here), height - MARGIN.bottom, 0),
    `<circle class="ldn-here" data-series="0" cx="${x(here).toFixed(1)}" cy="${y(left_percent).toFixed(1)}" r="5.5"/>`);
  return marks;
}

/**
 * What the model wires to what; switched-off parts are faded and dashed, the blocker is a bar across what it blocks.
 * @param {State} state @param {{width: number, height: number}} frame
 */
export function wiringPanel(state, { width, height }) {
  const small = width < 480;
  const at = (/** @type {number} */ share, /** @type {number} */ row) => ({ x: 4 + share * (width - 8), y: row * height });
  const heard = state.myd88 || state.trif;
  const damp = state.damp_per_ec50 > 0;
  const columns = small ? [0.08, 0.29, 0.5, 0.71, 0.92] : [0.07, 0.27, 0.47, 0.7, 0.93];
  const place = {
    lps: at(columns[0], damp ? 0.47 : 0.66), damp: at(columns[0], 0.86), tlr4: at(columns[1], 0.66), myd88: at(columns[2], 0.47), trif: at(columns[2], 0.86),
    ikba: at(columns[3], 0.11), nfkb: at(columns[3], 0.47), irf3: at(columns[3], 0.86), tnf: at(columns[4], 0.66),
  };
  const half = small ? 23 : 38;
  /** @param {number[]} from @param {number[]} to @param {boolean} on @param {boolean} [inhibits] */
  const wire = ([x1, y1], [x2, y2], on, inhibits = false) => {
    const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
    const head = inhibits ? `<path d="M0,-6V6"` : `<path class="ldn-head" d="M3,0L-5,-4V4Z"`;
    return `<g class="ldn-wire${on ? "" : " ldn-off"}"><path d="M${x1.toFixed(1)},${y1.toFixed(1)}L${x2.toFixed(1)},${y2.toFixed(1)}"/>` +
      `${head} transform="translate(${x2.toFixed(1)} ${y2.toFixed(1)}) rotate(${angle.toFixed(1)})"/></g>`;
  };
  const right = (/** @type {{x: number, y: number}} */ { x, y }, dy = 0) => [x + half, y + dy];
  const left = (/** @type {{x: number, y: number}} */ { x, y }, dy = 0) => [x - half - 4, y + dy];
  /** @param {{x: number, y: number}} p @param {string} text @param {boolean} on */
  const node = ({ x, y }, text, on) => `<g class="ldn-node${on ? "" : " ldn-off"}"><rect x="${(x - half).toFixed(1)}" y="${(y - 13).toFixed(1)}" width="${2 * half}" height="26" rx="13"/></g>` +
    label(x, y, text, { kind: on ? "node-name" : "node-off", anchor: "middle" });
  const bar = (/** @type {number} */ x, /** @type {number} */ y) =>
    `<path class="ldn-blocker" data-series="0" d="M${x.toFixed(1)},${(y - 12).toFixed(1)}v24"/>`;
  const both = state.blocks === "both";
  const block = both ? { x: place.tlr4.x + half + 6, y: place.tlr4.y } : { x: (place.trif.x + place.irf3.x) / 2 - 2, y: place.trif.y };
  return [
    wire(right(place.lps), left(place.tlr4, damp ? -4 : 0), state.lps_ng_per_mL > 0),
    ...(damp ? [wire(right(place.damp), left(place.tlr4, 4), true), node(place.damp, "DAMP?", true)] : []),
    wire(right(place.tlr4), left(place.myd88, 4), state.myd88), wire(right(place.tlr4), left(place.trif, -4), state.trif),
    wire(right(place.myd88), left(place.nfkb), state.myd88), wire(right(place.trif), left(place.irf3), state.trif),
    wire(right(place.nfkb, 5), left(place.tnf, 1), heard), wire(left(place.tnf, -7).map((v, i) => (i ? v : v + 2)), right(place.nfkb, -4).map((v, i) => (i ? v : v + 5)), heard),
    wire(right(place.irf3), left(place.tnf, 9), state.trif),
    wire([place.nfkb.x - 8, place.nfkb.y - 13], [place.nfkb.x - 8, place.ikba.y + 18], state.inducible_ikba),
    wire([place.nfkb.x + 8, place.ikba.y + 13], [place.nfkb.x + 8, place.nfkb.y - 18], true, true),
    node(place.lps, small ? "LPS" : "endotoxin", state.lps_ng_per_mL > 0), node(place.tlr4, "TLR4", true), node(place.myd88, "MyD88", state.myd88),
    node(place.trif, "TRIF", state.trif), node(place.nfkb, "NF-κB", true), node(place.ikba, "IκBα", true),
    node(place.irf3, "IRF3", state.trif), node(place.tnf, "TNF", true),
    bar(block.x, block.y),
    label(both ? place.tlr4.x : block.x, both ? block.y + 26 : block.y - 21, "what-if blocker", { series: 0, kind: "small", anchor: "middle" }),
  ];
}
