/** The pictures: the newest draw's best predictor against the outcome, and the best of every draw. */
import { axis, bar, curve, label, points, rule } from "../kit/draw.js";
import { fromZero, linear } from "../kit/scale.js";
import { BIN_WIDTH, N_BINS } from "./draws.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./draws.js").View} View */

const MARGIN = { top: 34, right: 14, bottom: 42, left: 40 };
/** Series of the draws that reached the goal, and of what theory expects. */
const [EXPECTED, REACHED] = [0, 1];

/** @param {View} view @param {{width: number, height: number}} frame */
export function newestPanel({ newest }, { width, height }) {
  const strip = 40;
  const x = linear([-3.2, 3.2], [MARGIN.left, width - MARGIN.right]);
  const y = linear([-3.2, 3.2], [height - MARGIN.bottom - strip, MARGIN.top]);
  const [left, right] = x.range;
  const bottom = height - MARGIN.bottom - strip;
  const along = linear([0, 1], [left, right]);
  const at = height - 22;
  return [
    axis("y", y, { ticks: [-2, 0, 2], title: "response (standardised)", across: [left, right], format: signed }),
    axis("x", x, { ticks: [-2, 0, 2], title: `predictor ${newest.place + 1} of ${newest.all.length}`, across: [bottom, MARGIN.top], format: signed }),
    points(newest.predictor.map((value, i) => ({ x: value, y: newest.outcome[i], title: `person ${i + 1}` })), x, y),
    rule("axis-line", left, at, right, at),
    newest.all.map((r, j) => rule(j === newest.place ? "try ldn-try-best" : "try", along(Math.abs(r)), at - 7, along(Math.abs(r)), at + 7)).join(""),
    label(left, at + 16, "|r| of all: 0", { kind: "small" }),
    label(right, at + 16, "1", { kind: "small", anchor: "end" }),
  ];
}

/** @param {State} state @param {View} view @param {any} data @param {{width: number, height: number}} frame */
export function everyPanel({ r, draws }, { counts, expected_counts, best }, data, { width, height }) {
  const x = linear([0, 1], [MARGIN.left, width - MARGIN.right]);
  const y = linear(fromZero(Math.max(4, ...counts, ...expected_counts)), [height - MARGIN.bottom, MARGIN.top]);
  const [left, right] = x.range;
  const bottom = height - MARGIN.bottom;
  const wide = x(BIN_WIDTH) - x(0) - 1.5;
  const middles = counts.map((_, i) => (i + 0.5) * BIN_WIDTH);
  const reachedIn = counts.map(() => 0);
  for (const one of best) if (one >= r) reachedIn[Math.min(N_BINS - 1, Math.floor(one / BIN_WIDTH))]++;
  const peak = expected_counts.indexOf(Math.max(...expected_counts));
  const size = (/** @type {number} */ count) => Math.round((y(0) - y(count)) * 10) / 10;
  return [
    axis("y", y, { ticks: y.ticks(4), title: `draws of ${draws}`, across: [left, right] }),
    axis("x", x, { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], title: "best |r| of a draw", across: [bottom, MARGIN.top] }),
    counts.map((count, i) => bar("unfound", x(i * BIN_WIDTH) + 0.75, y(count), wide, size(count))).join(""),
    reachedIn.map((count, i) => (count ? bar("strip", x(i * BIN_WIDTH) + 0.75, y(count), wide, size(count), REACHED) : "")).join(""),
    curve(middles, expected_counts, x, y, { series: EXPECTED }),
    label(x(middles[peak]) - 10, Math.max(MARGIN.top + 8, y(expected_counts[peak]) - 4), "expected", { series: EXPECTED, anchor: "end" }),
    rule("truth", x(r), MARGIN.top - 8, x(r), bottom),
    label(x(r) - 5, MARGIN.top - 4, r === data.esr_r ? `ESR, 2009: ${r.toFixed(2)}` : `|r| ${r.toFixed(2)}`, { anchor: "end" }),
  ];
}

/** @param {number} value */
const signed = (value) => String(value).replace("-", "−");
