import { axis, band, bar, curve, label, rule, spreadLabels } from "../kit/draw.js";
import { milligrams } from "../kit/format.js";
import { linear, logarithmic } from "../kit/scale.js";
import { MOST_DAYS } from "./competition.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./competition.js").Meeting} Meeting */
/** @typedef {{width: number, height: number}} Size */

const MARGIN = { top: 34, right: 70, bottom: 44, left: 40 };
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const percents = (/** @type {number} */ share) => String(Math.round(share * 100));
const grid = (/** @type {number} */ end, /** @type {number} */ steps) => Array.from({ length: steps + 1 }, (_, i) => (end * i) / steps);

/** Words at the ends of curves, moved apart. @param {{text: string, at: number, series?: number, kind?: string}[]} ends @param {number} x @param {number} top @param {number} bottom */
function endLabels(ends, x, top, bottom) {
  const places = spreadLabels(ends.map(({ at }) => at), 15, top, bottom);
  return ends.map(({ text, series, kind }, i) => label(x, places[i], text, { series, kind: kind ?? "label" }));
}

/** @param {Size} size @param {number} end @param {number[]} ticks @param {string} xTitle @param {string} yTitle */
function frame({ width, height }, end, ticks, xTitle, yTitle) {
  const [bottom, top] = [height - MARGIN.bottom, MARGIN.top];
  const x = linear([0, end], [MARGIN.left, width - MARGIN.right]);
  const y = linear([0, 1], [bottom, top]);
  return { x, y, top, bottom, right: x.range[1], left: x.range[0], axes: [
    axis("y", y, { ticks: SHARES, title: yTitle, across: x.range, format: percents }),
    axis("x", x, { ticks, title: xTitle, across: [bottom, top] }),
  ] };
}

/** The opioid's effect in the day after one tablet. @param {any} data @param {Meeting} meeting @param {Size & {guess: number | null}} size */
export function dayAfterPanel({ onset_min }, meeting, size) {
  const { x, y, axes, top, bottom, left, right } = frame(size, 24, [0, 6, 12, 18, 24], "hours after one naltrexone tablet", "Opioid effect (% of its peak)");
  const hours = grid(24, 192);
  const [begin, end] = onset_min.map((/** @type {number} */ minutes) => x(minutes / 60));
  const without = hours.map((hour) => meeting.afterTablet(0, hour).effect);
  const drawn = meeting.dosesMg.map((dose) => hours.map((hour) => meeting.afterTablet(dose, hour).effect));
  const last = hours.length - 1;
  const shown = without[0] > 0.01;
  return [
    bar("strip-ground", begin, top, end - begin, bottom - top), ...axes,
    label(end + 5, top + 8, shown ? "withdrawal began here" : "nothing left to displace,", { kind: "small" }),
    shown ? label(end + 5, top + 23, "in one clinic's note", { kind: "small" }) : label(end + 5, top + 23, "and still not safe", { kind: "small" }),
    curve(hours, without, x, y, { kind: "plain" }),
    ...drawn.map((values, series) => curve(hours, values, x, y, { series })),
    ...guessLine(size.guess, y, left, right),
    ...endLabels([{ text: "without", at: y(without[last]), kind: "small" },
      ...drawn.map((values, series) => ({ text: milligrams(meeting.dosesMg[series]), at: y(values[last]), series }))], right + 6, top, bottom),
  ];
}

/** What is left of the drug and of the adaptation, day by day. @param {any} data @param {State} state @param {Meeting} meeting @param {Size} size */
export function daysBeforePanel({ interval_days }, state, meeting, size) {
  const { x, y, axes, top, left, right, bottom } = frame(size, MOST_DAYS, [0, 3, 7, 10, 14], "days since the last opioid", "Left (%)");
  const days = grid(MOST_DAYS, 224);
  const { low_h, high_h, warned_days } = meeting.opioid;
  const by = (/** @type {number | undefined} */ half_life) => days.map((day) => meeting.opioidLeft(day, half_life));
  const typical = by(undefined);
  const adaptation = days.map((day) => meeting.adaptationLeft(day));
  const at = Math.min(state.hours_since_opioid / 24, MOST_DAYS);
  const held = meeting.opioidLeft(at);
  const [from, to] = interval_days;
  const marks = [...axes,
    band(days, by(low_h), by(high_h), x, y),
    curve(days, typical, x, y, { kind: "typical" }), curve(days, adaptation, x, y, { series: 3 }),
    bar("strip", left, top - 10, x(from) - left, 8, 1), bar("asked-range", x(from), top - 10, x(to) - x(from), 8, 1),
  ];
  if (warned_days !== null) marks.push(bar("warned", x(to), top - 10, x(warned_days) - x(to), 8, 1));
  return [...marks,
    label(left + 8, top + 9, `label: at least ${from}–${to} days`, { series: 1, kind: "small" }),
    rule("threshold", x(at), top, x(at), bottom),
    `<circle class="ldn-own" cx="${x(at).toFixed(1)}" cy="${y(held).toFixed(1)}" r="5"/>`,
    ...endLabels([{ text: "the drug", at: y(typical[typical.length - 1]), kind: "small" },
      { text: "adaptation", at: y(adaptation[adaptation.length - 1]), series: 3, kind: "small" }], right + 5, top, bottom),
  ];
}

/** What is left of a usual opioid dose, hours after the last daily tablet. @param {State} state @param {Meeting} meeting @param {Size & {guess: number | null}} size */
export function opioidThatFollowsPanel(state, meeting, size) {
  const { x, y, axes, top, bottom, left, right } = frame(size, 120, [0, 24, 48, 72, 96, 120], "hours since the last daily tablet", "Effect of a usual opioid dose (%)");
  const hours = grid(120, 120);
  const drawn = meeting.dosesMg.map((dose) => hours.map((hour) => meeting.afterLastTablet(dose, hour).effect));
  const plasma = hours.map((hour) => meeting.afterLastTablet(state.dose_mg, hour, "plasma").effect);
  const at = x(state.hours_since_tablet);
  return [...axes,
    rule("threshold", at, top, at, bottom),
    curve(hours, plasma, x, y, { series: 0, kind: "rival" }),
    ...drawn.map((values, series) => curve(hours, values, x, y, { series })),
    ...meeting.dosesMg.map((dose, series) => `<circle class="ldn-own" data-series="${series}" cx="${at.toFixed(1)}" cy="${y(meeting.afterLastTablet(dose, state.hours_since_tablet).effect).toFixed(1)}" r="5"/>`),
    ...guessLine(size.guess, y, left, right),
    ...endLabels([{ text: "model C", at: y(plasma[plasma.length - 1]), series: 0, kind: "small" },
      ...drawn.map((values, series) => ({ text: milligrams(meeting.dosesMg[series]), at: y(values[values.length - 1]), series }))], right + 6, top - 8, bottom),
  ];
}

/** A raised dose as the blockade wears off. @param {Meeting} meeting @param {Size} size */
export function raisedDosePanel(meeting, { width, height }) {
  const [bottom, top] = [height - MARGIN.bottom, MARGIN.top];
  const x = linear([0, 168], [MARGIN.left, width - MARGIN.right]);
  const y = logarithmic([0.8, 60], [bottom, top]);
  const [left, right] = x.range;
  const hours = grid(168, 84);
  const drawn = meeting.dosesMg.map((dose) => hours.map((hour) => meeting.raisedActsLike(dose, hour)));
  return [
    axis("y", y, { ticks: [1, 2, 5, 10, 20, 50], title: "Acts like … usual doses (log)", across: [left, right] }),
    axis("x", x, { ticks: [0, 48, 96, 144], title: "hours after it was raised", across: [bottom, top] }),
    rule("threshold", left, y(1), right, y(1)),
    label(right, y(1) + 11, "one usual dose", { kind: "small", anchor: "end" }),
    ...drawn.map((values, series) => curve(hours, values, x, y, { series })),
    ...endLabels(drawn.map((values, series) => ({ text: milligrams(meeting.dosesMg[series]), at: y(values[values.length - 1]), series })), right + 6, top, bottom),
  ];
}

/** @param {number | null} guess in per cent @param {(share: number) => number} y @param {number} left @param {number} right */
const guessLine = (guess, y, left, right) => (guess === null ? [] : [
  rule("guess-line", left, y(guess / 100), right, y(guess / 100)),
  label(right - 4, y(guess / 100) - 8, "your guess", { kind: "small", anchor: "end" }),
]);
