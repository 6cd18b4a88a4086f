/** The picture: where a thousand results fall, twenty of them with their intervals, and what the papers printed. */
import { axis, bar, label, points as dots, rule } from "../kit/draw.js";
import { linear } from "../kit/scale.js";
import { N_TRIALS, SHOWN_TRIALS } from "./trials.js";
import { points } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./trials.js").View} View */

const MARGIN = { top: 50, right: 14, left: 44, bottom: 62 };
const N_BINS = 60;
const PILE = 190;
const ROW = 9.5;
const PRINTED_ROW = 19;
const TRUTH_WIDTH = 112;
/** Series of what favours LDN and of what favours placebo. */
const [FOR, AGAINST] = [0, 3];

/** @param {any} data */
export const panelHeight = (data) => MARGIN.top + PILE + 34 + SHOWN_TRIALS * ROW + 12 + data.published.length * PRINTED_ROW + MARGIN.bottom;

/** @param {State} state @param {View} view @param {any} data @param {number} width */
export function trialsPanel(state, view, data, width) {
  const reach = view.half_width;
  const x = linear([-reach, reach], [MARGIN.left, width - MARGIN.right]);
  const [left, right] = x.range;
  const bottomOfPile = MARGIN.top + PILE;
  const height = panelHeight(data);
  const counts = countBins(view, reach);
  const y = linear([0, Math.max(40, ...counts.map((bin) => bin.reduce((a, b) => a + b)))], [bottomOfPile, MARGIN.top + 14]);
  const ticks = width < 420 && reach > 1.5 ? [-reach, 0, reach] : x.ticks(6);
  const mean = view.mean_size_of_significant * Math.sign(state.effect);
  // The truth is named on the side away from what the significant trials average, if there is room.
  const toTheLeft = x(state.effect) > right - TRUTH_WIDTH || (mean > state.effect && x(state.effect) > left + TRUTH_WIDTH);
  const marks = [
    axis("y", y, { ticks: y.ticks(4), title: "trials of 1,000", across: [left, right] }),
    axis("x", x, { ticks, title: "LDN minus placebo (points of 0–10 pain)", across: [height - MARGIN.bottom, MARGIN.top + 14], format: signed }),
    label(left, height - 8, "← favours LDN", { kind: "small" }),
    label(right, height - 8, "favours placebo →", { kind: "small", anchor: "end" }),
    pile(counts, x, y, reach),
    rule("zero", x(0), MARGIN.top, x(0), height - MARGIN.bottom),
    label(left, bottomOfPile + 18, `First ${SHOWN_TRIALS} trials with 95 % intervals`, { kind: "small" }),
    ...singleTrials(view, x, bottomOfPile + 34),
    rule("truth", x(state.effect), MARGIN.top - 4, x(state.effect), height - MARGIN.bottom),
    label(x(state.effect) + (toTheLeft ? -6 : 6), 36, `truth ${points(state.effect)}`, { anchor: toTheLeft ? "end" : "start" }),
  ];
  if (view.n_significant && state.effect) {
    if (Math.abs(mean) <= reach) {
      const series = mean < 0 ? FOR : AGAINST;
      marks.push(rule("found", x(mean), 24, x(mean), bottomOfPile, series),
        named(x(mean), 16, `significant ones average ${points(mean)}`, [left, right], series));
    }
  }
  const printedTop = bottomOfPile + 34 + SHOWN_TRIALS * ROW + 16;
  data.published.forEach((/** @type {any} */ one, /** @type {number} */ i) => {
    const at = printedTop + i * PRINTED_ROW;
    marks.push(rule("printed", x(one.ci_low), at, x(one.ci_high), at),
      dots([{ x: one.estimate, y: 0, title: `${one.name}: ${points(one.estimate)}` }], x, linear([0, 1], [at, at - 1])),
      label(x(one.ci_high) + 8 > right - 70 ? x(one.ci_low) - 8 : x(one.ci_high) + 8, at, one.name,
        { kind: "small", anchor: x(one.ci_high) + 8 > right - 70 ? "end" : "start" }));
  });
  return marks;
}

/** @param {number} value */
const signed = (value) => String(value).replace("-", "−");

/** Words beside a line, on whichever side there is room. @param {number} at @param {number} py @param {string} text @param {[number, number]} within @param {number} [series] */
function named(at, py, text, [left, right], series) {
  const needs = text.length * 6.6;
  if (at + needs / 2 <= right && at - needs / 2 >= left - 30) return label(at, py, text, { series, anchor: "middle" });
  return at > (left + right) / 2 ? label(right, py, text, { series, anchor: "end" }) : label(left - 30, py, text, { series });
}

/** Trials in each bin: significant in favour of LDN, significant against it, not significant. @param {View} view @param {number} reach */
function countBins({ trials }, reach) {
  const counts = Array.from({ length: N_BINS }, () => [0, 0, 0]);
  for (let t = 0; t < N_TRIALS; t++) {
    const estimate = trials.estimate[t];
    if (Number.isNaN(estimate)) continue;
    const bin = Math.min(N_BINS - 1, Math.max(0, Math.floor(((estimate + reach) / (2 * reach)) * N_BINS)));
    counts[bin][trials.significant[t] ? (estimate < 0 ? 0 : 1) : 2]++;
  }
  return counts;
}

/** @param {number[][]} counts @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y @param {number} reach */
function pile(counts, x, y, reach) {
  const width = Math.max(1, x((2 * reach) / N_BINS) - x(0) - 1);
  return counts.map((bin, i) => {
    let below = 0;
    return bin.map((count, kind) => {
      const [from, to] = [below, (below += count)];
      if (!count) return "";
      const at = x(-reach + (2 * reach * i) / N_BINS) + 0.5;
      const size = Math.round((y(from) - y(to)) * 10) / 10;
      return bar(kind === 2 ? "unfound" : "strip", at, y(to), width, size, [FOR, AGAINST, undefined][kind]);
    }).join("");
  }).join("");
}

/** @param {View} view @param {import("../kit/scale.js").Scale} x @param {number} top */
function singleTrials({ trials }, x, top) {
  const [low, high] = x.domain;
  const inside = (/** @type {number} */ value) => x(Math.min(high, Math.max(low, value)));
  return Array.from({ length: SHOWN_TRIALS }, (_, t) => {
    const estimate = trials.estimate[t];
    if (Number.isNaN(estimate)) return "";
    const series = trials.significant[t] ? (estimate < 0 ? FOR : AGAINST) : undefined;
    const at = top + t * ROW;
    const kind = series === undefined ? "trial ldn-unsure" : "trial";
    return rule(kind, inside(trials.ci_low[t]), at, inside(trials.ci_high[t]), at, series) +
      rule(`${kind} ldn-trial-result`, inside(estimate), at, inside(estimate) + 0.1, at, series);
  });
}
