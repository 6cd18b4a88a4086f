/** Marks of the chart: a row for each receptor constant and report, a line for the level of each dose. */
import { axis, label, rule, spreadLabels } from "../kit/draw.js";
import { milligrams } from "../kit/format.js";
import { logarithmic } from "../kit/scale.js";

const LOWEST_NM = 1e-6;
const HIGHEST_NM = 1e6;
/** Decades that get a number, and the fewer of them that fit a phone. */
const TICKS = [1e-6, 1e-3, 1, 1e3, 1e6];
const NAMES = ["1 fM", "1 pM", "1 nM", "1 µM", "1 mM"];
/** From this width on a row's name stands beside its mark, below it above. */
const NAMES_BESIDE = 600;
const TOP = 66;
const BOTTOM = 30;

/** @typedef {import("./state.js").PlacedReport} PlacedReport */

/** Name of a report as the chart shows it. @param {PlacedReport} report */
const nameOf = ({ cited, agent, target, through_review }) =>
  `${cited}${through_review ? "*" : ""}, ${agent}: ${target}`;

/** @param {number} width */
const layout = (width) => (width >= NAMES_BESIDE ? { left: 306, row: 23, lift: 0 } : { left: 14, row: 37, lift: 15 });

/** @param {number} width @param {number} rows reports and receptors */
export const chartHeight = (width, rows) => TOP + BOTTOM + (rows + 2) * layout(width).row;

/**
 * @param {import("./state.js").State} state @param {import("./reach.js").View} view @param {import("./state.js").Data} data
 * @param {number} width
 */
export function chart(state, view, data, width) {
  const { left, row, lift } = layout(width);
  const height = chartHeight(width, data.receptors.length + view.shown.length);
  const x = logarithmic([LOWEST_NM, HIGHEST_NM], [left, width - 24]);
  const bottom = height - BOTTOM;
  const middle = (/** @type {number} */ place) => TOP + (place + 0.5) * row;
  const name = (/** @type {number} */ place, /** @type {string} */ text, kind = "row-name") =>
    lift ? label(2, middle(place) - 8, text, { kind }) : label(left - 14, middle(place), text, { kind, anchor: "end" });
  const firstReport = data.receptors.length + 2;
  return [
    axis("x", x, { ticks: TICKS, title: "", across: [bottom, TOP], format: (tick) => NAMES[TICKS.indexOf(tick)] }),
    ...view.levels_nM.map((level, i) => band(x, level, view.levels_nM, i, bottom)),
    ...levels(state, view, x, bottom),
    label(2, middle(0) - (lift && 2), "Naltrexone fills half of the …", { kind: "heading" }),
    ...data.receptors.map(({ name: receptor, nM }, i) =>
      `${name(i + 1, receptor)}${diamond(x(nM), middle(i + 1) + lift / 2)}`),
    label(2, middle(firstReport - 1) - (lift && 2), "Concentration in the dish", { kind: "heading" }),
    ...view.shown.map((report, i) => {
      const place = firstReport + i;
      const chosen = report.id === state.report;
      return `<g class="ldn-report${chosen ? " ldn-chosen" : ""}" data-report="${report.id}">` +
        `<rect class="ldn-row" x="0" y="${middle(place) - row / 2}" width="${width}" height="${row}"/>` +
        `${name(place, nameOf(report), chosen ? "row-chosen" : "row-name")}${mark(report, x, middle(place) + lift / 2)}</g>`;
    }),
  ];
}

/** The ground that a dose reaches and no lower dose does. @param {import("../kit/scale.js").Scale} x @param {number} level @param {number[]} levels @param {number} series @param {number} bottom */
function band(x, level, levels, series, bottom) {
  const from = at(x, Math.max(LOWEST_NM, ...levels.filter((other) => other < level)));
  return `<rect class="ldn-reached" data-series="${series}" x="${from.toFixed(1)}" y="${TOP}" width="${(at(x, level) - from).toFixed(1)}" height="${bottom - TOP}"/>`;
}

/** A place on the axis, held at its end. @param {import("../kit/scale.js").Scale} x @param {number} nM */
const at = (x, nM) => x(Math.min(nM, HIGHEST_NM));

/** @param {import("./state.js").State} state @param {import("./reach.js").View} view @param {import("../kit/scale.js").Scale} x @param {number} bottom */
function levels({ doses_mg }, { levels_nM }, x, bottom) {
  const places = spreadLabels(levels_nM.map((level) => at(x, level)), 60, x.range[0] + 26, x.range[1] + 4);
  return levels_nM.flatMap((level, i) => {
    const px = at(x, level);
    return [
      rule("level", px, TOP, px, bottom, i),
      rule("leader", places[i], TOP - 22, px, TOP, i),
      label(places[i], TOP - 32, milligrams(doses_mg[i]), { series: i, anchor: "middle" }),
    ];
  });
}

/** @param {PlacedReport} report @param {import("../kit/scale.js").Scale} x @param {number} y */
function mark({ low_nM, high_nM, outcome, statement }, x, y) {
  const [from, to] = [x(low_nM), x(high_nM)];
  const title = `<title>${statement.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</title>`;
  if (outcome === "retracted") {
    return `${title}<path class="ldn-retracted" d="M${(from - 4.5).toFixed(1)} ${y - 4.5}l9 9m0 -9l-9 9"/>`;
  }
  const dots = (from === to ? [from] : [from, to]).map((px) =>
    `<circle class="ldn-dot ldn-${outcome === "effect" ? "found" : "null"}" cx="${px.toFixed(1)}" cy="${y}" r="4.6"/>`);
  return `${title}${from < to ? rule("span", from, y, to, y) : ""}${dots.join("")}`;
}

/** @param {number} px @param {number} y */
const diamond = (px, y) => `<path class="ldn-diamond" d="M${px.toFixed(1)} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>`;
