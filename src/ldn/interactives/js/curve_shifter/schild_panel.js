/** Marks of the right panel: the Schild plot that the learner collects. */
import { axis, band, curve, label, rule } from "../kit/draw.js";
import { linear, logarithmic } from "../kit/scale.js";
import { logMolar } from "./schild.js";
import { decimal } from "./wording.js";

const MARGIN = { top: 30, right: 14, bottom: 42, left: 34 };
const X_DOMAIN = /** @type {[number, number]} */ ([0.02, 400]);
const Y_DOMAIN = /** @type {[number, number]} */ ([-2, 3.5]);

/** @param {import("./antagonism.js").View} view @param {{width: number, height: number}} frame */
export function schildPanel({ antagonist_nM, ratio, points, fit }, { width, height }) {
  const x = logarithmic(X_DOMAIN, [MARGIN.left, width - MARGIN.right]);
  const y = linear(Y_DOMAIN, [height - MARGIN.bottom, MARGIN.top]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const within = (/** @type {number} */ py) => Math.min(Math.max(py, top), bottom);
  const height_of = (/** @type {number} */ dose_ratio) => within(y(Math.log10(dose_ratio - 1)));
  const marks = [
    axis("y", y, { ticks: [-2, -1, 0, 1, 2, 3], title: "log₁₀(dose ratio − 1)", across: [left, right], format: (tick) => String(tick).replace("-", "−") }),
    axis("x", x, { ticks: [0.1, 1, 10, 100], title: "antagonist (nM, log scale)", across: [bottom, top] }),
    rule("schild-zero", left, y(0), right, y(0)),
  ];
  if (fit) marks.push(...line(fit, points, x, y, within));
  marks.push(...points.map(([nM, dose_ratio]) =>
    `<circle class="ldn-schild-point" data-series="0" cx="${x(nM).toFixed(1)}" cy="${height_of(dose_ratio).toFixed(1)}" r="4.2"/>`));
  const [px, here] = [x(antagonist_nM), ratio === Infinity ? top : height_of(ratio)];
  marks.push(ratio === Infinity ? label(Math.min(px, right), top - 6, "no dose ratio", { anchor: px > (left + right) / 2 ? "end" : "start", kind: "small" }) :
    `<circle class="ldn-own" data-series="0" cx="${px.toFixed(1)}" cy="${here.toFixed(1)}" r="7"/>`,
  ratio === Infinity ? "" : label(px + (px > right - 50 ? -11 : 11), here + 12, "now", { series: 0, kind: "small", anchor: px > right - 50 ? "end" : "start" }));
  return marks;
}

/** The fitted line with its band, and pA2 where it crosses 0. @param {import("./schild.js").Fit} fit @param {import("./state.js").Kept[]} points @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y @param {(py: number) => number} within */
function line(fit, points, x, y, within) {
  const crossing = 10 ** (9 - fit.pA2);
  const inSight = crossing > X_DOMAIN[0] && crossing < X_DOMAIN[1];
  const ends = [...points.map(([nM]) => nM), ...(inSight ? [crossing] : [])];
  const [first, last] = [Math.min(...ends), Math.max(...ends)].map(Math.log10);
  const xs = Array.from({ length: 25 }, (_, i) => 10 ** (first + ((last - first) * i) / 24));
  const inside = (/** @type {number} */ value) => Math.min(Math.max(value, Y_DOMAIN[0]), Y_DOMAIN[1]);
  const heights = xs.map((nM) => fit.at(logMolar(nM)));
  const reaches = xs.map((nM) => fit.reach(logMolar(nM)));
  return [
    band(xs, heights.map((at, i) => inside(at - reaches[i])), heights.map((at, i) => inside(at + reaches[i])), x, y),
    curve(xs, heights.map(inside), x, y, { kind: "schild-line" }),
    inSight ? rule("shift-arrow", x(crossing), within(y(0) - 5), x(crossing), within(y(0) + 5)) : "",
    inSight ? label(x(crossing) + 5, y(0) + 13, `pA2 ${decimal(fit.pA2)}`) : "",
  ];
}
