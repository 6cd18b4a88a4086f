/** The panels: the people of the trial, the two rates with their intervals, and a hundred people. */
import { axis, bar, label, rule } from "../kit/draw.js";
import { NBSP, percent } from "../kit/format.js";
import { iconRows, icons } from "../kit/icon_array.js";
import { linear } from "../kit/scale.js";

/** @typedef {import("./rates.js").View} View */
/** @typedef {import("./rates.js").Rate} Rate */

/** Series of LDN, and of people who got there on placebo alone. */
const LDN = 0;
const LOST = 1;

export const RATES_HEIGHT = 170;

/** @param {View} view @param {{width: number, guess: number | null}} frame */
export function ratesPanel({ ldn, placebo }, { width, guess }) {
  const [top, bottom] = [18, RATES_HEIGHT - 40];
  const x = linear([0, 1], [8, width - 14]);
  const rows = [52, 108];
  const marks = [axis("x", x, { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], title: "with the result (%)", across: [bottom, top], format: percent })];
  const drawn = (/** @type {Rate} */ { events, people, share, low, high }, /** @type {number} */ y, /** @type {string} */ name, /** @type {number | undefined} */ series) => {
    marks.push(bar("interval", x(low), y - 5, x(high) - x(low), 10, series),
      `<circle class="ldn-rate"${series === undefined ? "" : ` data-series="${series}"`} cx="${x(share).toFixed(1)}" cy="${y}" r="6.5"/>`,
      label(8, y - 20, `${name}: ${events} of ${people}, ${percent(share)}${NBSP}%`, { series, kind: series === undefined ? "placebo-name" : "label" }));
  };
  drawn(ldn, rows[0], "on LDN", LDN);
  if (placebo) drawn(placebo, rows[1], "on placebo", undefined);
  else marks.push(label(8, rows[1] - 20, "on placebo: nobody knows", { kind: "placebo-name" }), rule("unknown", x(0), rows[1], x(1), rows[1]));
  if (guess !== null) marks.push(rule("guess-line", x(guess / 100), top, x(guess / 100), bottom), label(x(guess / 100) + (guess > 70 ? -5 : 5), bottom - 8, "your guess", { kind: "small", anchor: guess > 70 ? "end" : "start" }));
  return marks;
}

/** Columns and side of a cell for so many people in a width. @param {number} people @param {number} width */
function layout(people, width) {
  const columns = people <= 60 || people === 100 ? 10 : people <= 120 ? 15 : 25;
  return { columns, pitch: Math.min(24, width / columns) };
}

/** Height of the people of one arm. @param {number} people @param {number} width */
export const armHeight = (people, width) => {
  const { columns, pitch } = layout(people, width);
  return Math.ceil(iconRows(people, columns) * pitch) + 2;
};

/** @param {Rate} rate @param {number} width @param {number | undefined} series */
export const armPanel = ({ events, people }, width, series) => [icons([
  { count: events, look: "full", series }, { count: people - events, look: "empty" },
], { left: 0, top: 1, ...layout(people, width) })];

/** @param {number} width */
export const hundredHeight = (width) => armHeight(100, width);

/** @param {View} view @param {number} width */
export function hundredPanel({ ldn, placebo, of100: { anyway, more, fewer } }, width) {
  const groups = placebo
    ? [{ count: anyway, look: "full" }, { count: more, look: "full", series: LDN }, { count: fewer, look: "faint", series: LOST }, { count: 100 - anyway - more - fewer, look: "empty" }]
    : [{ count: ldn.of100, look: "faint", series: LDN }, { count: 100 - ldn.of100, look: "empty" }];
  return [icons(/** @type {import("../kit/icon_array.js").IconGroup[]} */ (groups), { left: 0, top: 1, ...layout(100, width) })];
}
