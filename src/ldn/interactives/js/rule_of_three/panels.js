/** The two panels: a thousand people, and the bound against the size of the study. */
import { axis, curve, label, rule } from "../kit/draw.js";
import { thousands } from "../kit/format.js";
import { iconRows, icons } from "../kit/icon_array.js";
import { logarithmic } from "../kit/scale.js";
import { OF, upperBound } from "./risk.js";
import { risk } from "./wording.js";

const LARGEST = 100_000;
const CURVE_POINTS = 61;

/** Side of a person's cell that lets a thousand fill a width. @param {number} width */
const layout = (width) => {
  const columns = width >= 480 ? 50 : width >= 380 ? 40 : 25;
  return { columns, pitch: width / columns };
};

/** @param {number} width */
export const peopleHeight = (width) => Math.ceil(iconRows(OF, layout(width).columns) * layout(width).pitch);

/** @param {import("./risk.js").View} view @param {number} width */
export function peoplePanel({ hadIt, couldHaveIt }, width) {
  const might = Math.max(0, couldHaveIt - hadIt);
  return [icons([
    { count: hadIt, look: "full", series: 0 },
    { count: might, look: "faint", series: 0 },
    { count: OF - hadIt - might, look: "empty" },
  ], { left: 0, top: 0, ...layout(width) })];
}

/** @param {import("./risk.js").View} view @param {{width: number, height: number, guess: number | null}} frame */
export function boundPanel(view, { width, height, guess }) {
  const [left, right, top, bottom] = [50, width - 14, 30, height - 40];
  const x = logarithmic([1, LARGEST], [left, right]);
  const y = logarithmic([1 / LARGEST, 1], [bottom, top]);
  const sizes = Array.from({ length: CURVE_POINTS }, (_, i) => Math.round(LARGEST ** (i / (CURVE_POINTS - 1)))).filter((size) => size >= view.events);
  const asked = 1 / view.one_in;
  const [px, py] = [x(view.people), y(view.upper)];
  const leftward = px > (left + right) / 2;
  const marks = [
    axis("y", y, { ticks: [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1], title: "highest risk that fits (%)", across: [left, right], format: (share) => String(Number((100 * share).toPrecision(1))) }),
    axis("x", x, { ticks: [1, 10, 100, 1000, 10_000, 100_000], title: "people watched (log scale)", across: [bottom, top],
      format: (size) => (size < 1000 ? String(size) : `${size / 1000}k`) }),
    curve(sizes, sizes.map((size) => upperBound(view.events, size)), x, y, { kind: "main" }),
    rule("asked", left, y(asked), right, y(asked)),
    label(left + 6, y(asked) + 11, `1 in ${thousands(view.one_in)}`, { kind: "small" }),
    rule("asked", x(Math.min(view.needed, LARGEST)), bottom, x(Math.min(view.needed, LARGEST)), y(asked)),
  ];
  if (view.events === 0) marks.push(curve([3, LARGEST], [1, 3 / LARGEST], x, y, { kind: "by-rule" }));
  if (guess) marks.push(rule("guess-line", left, y(guess / OF), right, y(guess / OF)), label(right - 4, y(guess / OF) - 9, "your guess", { kind: "small", anchor: "end" }));
  marks.push(`<circle class="ldn-own" data-series="0" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="6.5"/>`,
    label(px + (leftward ? -12 : 12), py + (leftward ? 14 : -12), `${thousands(view.people)}: up to ${risk(view.upper)}`, { series: 0, anchor: leftward ? "end" : "start" }));
  return marks;
}
