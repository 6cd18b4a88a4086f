/** Trials, the reader's pool, published pools and every combination, one below the other on one axis. */
import { axis, label, rule } from "../kit/draw.js";
import { linear } from "../kit/scale.js";
import { signed, UNITS } from "./wording.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("../kit/scale.js").Scale} Scale */

/** @type {Record<import("./state.js").Measure, {domain: [number, number], ticks: number[]}>} */
const AXES = {
  "mean difference": { domain: [-2.1, 1.5], ticks: [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5] },
  "standardised mean difference": { domain: [-1.4, 1], ticks: [-1, -0.5, 0, 0.5, 1] },
};
const NARROW = 540;
const [NAMES_WIDTH, NUMBERS_WIDTH] = [152, 176];
const [HEAD, GAP, BOTTOM] = [26, 14, 46];

/** How everything is laid out at a width. @param {View} view @param {number} width */
export function layout(view, width) {
  const narrow = width < NARROW;
  const row = narrow ? 38 : 25;
  const pitch = Math.min(2.6, 190 / view.combinations.length);
  const trials = HEAD;
  const pooled = trials + row * view.rows.length;
  const published = pooled + row * (view.pooled?.prediction_low === null || !view.pooled ? 1 : 1.8) + GAP + HEAD;
  const every = published + row * view.published.length + GAP + HEAD;
  const bottom = every + pitch * view.combinations.length + 8;
  return {
    narrow, row, pitch, trials, pooled, published, every, bottom, height: bottom + BOTTOM,
    left: narrow ? 6 : NAMES_WIDTH, right: narrow ? width - 6 : width - NUMBERS_WIDTH, width,
  };
}

/** @param {View} view @param {number} width @param {number | null} guess points less pain that the reader guessed */
export function chart(view, width, guess) {
  const place = layout(view, width);
  const { domain, ticks } = AXES[view.measure];
  const x = linear(domain, [place.left, place.right]);
  const unit = UNITS[view.measure];
  return [
    axis("x", x, { ticks: place.narrow ? ticks.filter(Number.isInteger) : ticks, title: "", across: [place.bottom, HEAD - 8], format: (tick) => signed(tick, Number.isInteger(tick) ? 0 : 1) }),
    rule("forest-zero", x(0), HEAD - 8, x(0), place.bottom),
    label(x(0) - 8, place.bottom + 35, "← less pain on LDN", { kind: "axis-title", anchor: "end" }),
    label(x(0) + 8, place.bottom + 35, place.narrow ? unit : `more (${unit}) →`, { kind: "axis-title" }),
    guessMark(view, guess, x, place),
    label(2, place.trials - 12, "Trials", { kind: "forest-heading" }),
    ...view.rows.map((one, i) => trialRow(view, one, place.trials + place.row * i, x, place)),
    pooledRow(view, x, place),
    label(2, place.published - 12, "Published pools of nearly the same trials", { kind: "forest-heading" }),
    ...view.published.map((one, i) => publishedRow(one, place.published + place.row * i, x, place)),
    label(2, place.every - 12, `${place.narrow ? "All combinations" : "Every combination of the choices above"}: ${view.combinations.length} pools${standing(view)}`, { kind: "forest-heading" }),
    multiverse(view, x, place),
  ];
}

const standing = (/** @type {View} */ { rank, pooled }) => (rank ? `, yours is number ${rank}` : pooled ? ", yours is not among them" : "");

/** @typedef {ReturnType<typeof layout>} Place */

/** Where in its row a mark and its words stand. @param {number} top @param {Place} place */
const heights = (top, { row, narrow }) => (narrow ? { words: top + 9, mark: top + 25 } : { words: top + row / 2, mark: top + row / 2 });

/** A line from end to end, with an arrow where it runs off the axis. @param {string} kind @param {number} low @param {number} high @param {number} y @param {Scale} x */
function span(kind, low, high, y, x) {
  const [first, last] = x.domain;
  const arrow = (/** @type {number} */ px, /** @type {number} */ way) =>
    `<path class="ldn-${kind} ldn-forest-arrow" d="M${(px - 5 * way).toFixed(1)} ${y - 3.5}L${px.toFixed(1)} ${y}L${(px - 5 * way).toFixed(1)} ${y + 3.5}"/>`;
  return rule(kind, x(Math.max(low, first)), y, x(Math.min(high, last)), y) +
    (low < first ? arrow(x(first), -1) : "") + (high > last ? arrow(x(last), 1) : "");
}

/** @param {string} name @param {string} numbers @param {number} y @param {Place} place @param {string} kind */
const words = (name, numbers, y, { left, right, narrow, width }, kind) =>
  label(narrow ? 2 : left - 12, y, name, { kind, anchor: narrow ? "start" : "end" }) +
  label(narrow ? width - 2 : right + 12, y, numbers, { kind: `${kind} ldn-forest-numbers`, anchor: narrow ? "end" : "start" });

/** @param {View} view @param {View["rows"][number]} one @param {number} top @param {Scale} x @param {Place} place */
function trialRow(view, { trial, effect, weight }, top, x, place) {
  const at = heights(top, place);
  if (!effect) {
    const missing = trial.lacks[view.measure];
    return words(trial.name, place.narrow ? "cannot be pooled" : "", at.words, place, "forest-quiet") +
      (place.narrow ? "" : label(place.left + 8, at.mark, `cannot be pooled; not seen: ${missing}`, { kind: "forest-quiet" }));
  }
  const numbers = `${signed(effect.estimate)} [${signed(effect.low)}, ${signed(effect.high)}]`;
  if (weight === null) {
    return `<g class="ldn-forest-out">${span("forest-whisker", effect.low, effect.high, at.mark, x)}` +
      `<rect class="ldn-forest-box" x="${(x(effect.estimate) - 3.5).toFixed(1)}" y="${at.mark - 3.5}" width="7" height="7"/></g>` +
      words(trial.name, `${numbers} out`, at.words, place, "forest-quiet");
  }
  const half = 2.5 + 7 * Math.sqrt(weight);
  return span("forest-whisker", effect.low, effect.high, at.mark, x) +
    `<rect class="ldn-forest-box" x="${(x(effect.estimate) - half).toFixed(1)}" y="${(at.mark - half).toFixed(1)}" width="${(2 * half).toFixed(1)}" height="${(2 * half).toFixed(1)}"/>` +
    words(trial.name, `${numbers} ${(100 * weight).toFixed(0)} %`, at.words, place, "forest-name");
}

/** @param {View} view @param {Scale} x @param {Place} place */
function pooledRow({ pooled }, x, place) {
  const at = heights(place.pooled, place);
  if (!pooled) return words("Your pool", "two trials needed", at.words, place, "forest-own");
  const clipped = (/** @type {number} */ value) => x(Math.min(Math.max(value, x.domain[0]), x.domain[1]));
  const [low, middle, high] = [pooled.low, pooled.estimate, pooled.high].map(clipped);
  const diamond = `<path class="ldn-forest-diamond" d="M${low.toFixed(1)} ${at.mark}L${middle.toFixed(1)} ${at.mark - 8}L${high.toFixed(1)} ${at.mark}L${middle.toFixed(1)} ${at.mark + 8}Z"/>`;
  const own = `<g data-series="0">${rule("forest-through", middle, HEAD - 8, middle, place.bottom)}${diamond}` +
    `${words("Your pool", `${signed(pooled.estimate)} [${signed(pooled.low)}, ${signed(pooled.high)}]`, at.words, place, "forest-own")}`;
  if (pooled.prediction_low === null || pooled.prediction_high === null) return `${own}</g>`;
  const next = heights(place.pooled + place.row * 0.85, place);
  return `${own}${span("forest-prediction", pooled.prediction_low, pooled.prediction_high, next.mark, x)}` +
    `${words(place.narrow ? "New trial" : "A new trial’s effect", `[${signed(pooled.prediction_low)}, ${signed(pooled.prediction_high)}]`, next.words, place, "forest-next")}</g>`;
}

/** The reader's guess, while the picture is in points as the guess was. @param {View} view @param {number | null} guess @param {Scale} x @param {Place} place */
function guessMark({ measure }, guess, x, place) {
  if (guess === null || measure !== "mean difference" || -guess < x.domain[0] || -guess > x.domain[1]) return "";
  const { mark } = heights(place.pooled, place);
  return rule("forest-guess", x(-guess), HEAD - 8, x(-guess), mark) +
    label(x(-guess), HEAD - 16, "your guess", { kind: "forest-quiet", anchor: "middle" });
}

/** @param {View["published"][number]} one @param {number} top @param {Scale} x @param {Place} place */
function publishedRow({ name, estimate, low, high, converted }, top, x, place) {
  const at = heights(top, place);
  return span("forest-whisker", low, high, at.mark, x) +
    `<circle class="ldn-forest-dot${converted ? " ldn-forest-hollow" : ""}" cx="${x(estimate).toFixed(1)}" cy="${at.mark}" r="4.6"/>` +
    words(name, `${signed(estimate)} [${signed(low)}, ${signed(high)}]`, at.words, place, "forest-name");
}

/** A hair line for every pool and a dash for its estimate, in two paths: some hundreds of elements would be slow. @param {View} view @param {Scale} x @param {Place} place */
function multiverse({ combinations, rank }, x, { every, pitch }) {
  const held = (/** @type {number} */ value) => x(Math.min(Math.max(value, x.domain[0]), x.domain[1])).toFixed(1);
  const y = (/** @type {number} */ i) => (every + pitch * (i + 0.5)).toFixed(2);
  const line = (/** @type {import("./view.js").Combination} */ { low, high }, /** @type {number} */ i) => `M${held(low)} ${y(i)}H${held(high)}`;
  const path = (/** @type {string} */ kind, /** @type {boolean} */ clear) =>
    `<path class="ldn-${kind}" d="${combinations.map((one, i) => ((one.low > 0 || one.high < 0) === clear ? line(one, i) : "")).join("")}"/>`;
  const dots = combinations.map(({ estimate }, i) => `M${(x(estimate) - 2).toFixed(1)} ${y(i)}h4`).join("");
  const own = rank === null ? "" : `<g data-series="0"><path class="ldn-forest-here" d="${line(combinations[rank - 1], rank - 1)}"/>` +
    `<circle class="ldn-forest-mark" cx="${x(combinations[rank - 1].estimate).toFixed(1)}" cy="${y(rank - 1)}" r="5"/></g>`;
  return `${path("forest-every", false)}${path("forest-clear", true)}<path class="ldn-forest-middle" d="${dots}"/>${own}`;
}
