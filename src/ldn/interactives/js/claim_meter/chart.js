/** Before, now and the evidence: a row for each claim. */
import { axis, label, rule } from "../kit/draw.js";
import { linear } from "../kit/scale.js";

const TOP = 10;
const BOTTOM = 40;
const ROW = 30;
const LEFT = 38;
const RIGHT = 92;

/** @param {number} rows */
export const chartHeight = (rows) => TOP + BOTTOM + rows * ROW;

/** @param {import("./state.js").Row[]} rows @param {number} width */
export function chart(rows, width) {
  const height = chartHeight(rows.length);
  const bottom = height - BOTTOM;
  const x = linear([0, 100], [LEFT, width - RIGHT]);
  return [
    axis("x", x, { ticks: [0, 25, 50, 75, 100], title: "how sure, 0 to 100", across: [bottom, TOP] }),
    ...rows.map((row, i) => mark(row, x, TOP + (i + 0.5) * ROW, width)),
  ];
}

/** @param {import("./state.js").Row} row @param {import("../kit/scale.js").Scale} x @param {number} y @param {number} width */
function mark({ claim, reading, before, after }, x, y, width) {
  const [from, to] = [x(reading.low), x(reading.high)];
  const parts = [
    `<rect class="ldn-reading" x="${from.toFixed(1)}" y="${y - 10}" width="${(to - from).toFixed(1)}" height="20" rx="3"/>`,
    label(0, y, claim.id, { kind: "row-name" }),
    label(width - RIGHT + 12, y, claim.verdict, { kind: "row-name" }),
  ];
  if (before !== null && after !== null && before !== after) parts.push(rule("span", x(before), y, x(after), y));
  if (before !== null && before !== after) parts.push(dot(x(before), y, "null"), number(before, before < (after ?? before), x, y));
  if (after !== null) parts.push(dot(x(after), y, "found"), number(after, before !== null && after < before, x, y));
  return parts.join("");
}

/** @param {number} px @param {number} y @param {string} kind */
const dot = (px, y, kind) => `<circle class="ldn-dot ldn-${kind}" cx="${px.toFixed(1)}" cy="${y}" r="5"/>`;

/** A rating's number, on the side away from the other; at the end of the scale, above. @param {number} value @param {boolean} left @param {import("../kit/scale.js").Scale} x @param {number} y */
function number(value, left, x, y) {
  const room = left ? x(value) - x.range[0] > 24 : x.range[1] - x(value) > 24;
  const side = room === left ? -9 : 9;
  return label(x(value) + side, y, String(value), { kind: "small", anchor: side < 0 ? "end" : "start" });
}
