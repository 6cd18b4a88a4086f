/**
 * How much of a territory random probing has visited; `ldn.neuroimmune.visited_share` computes the same. And the dots
 * that show it: numbered draws, so that each keeps its place and its turn while the sliders move.
 */
import { axis, band, curve, label, rule } from "../kit/draw.js";
import { uniform } from "../kit/random.js";
import { linear } from "../kit/scale.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./mosaic.js").View} View */
/** @typedef {import("./mosaic.js").Place} Place */

const UM3_PER_MM3 = 1e9;
export const LONGEST_H = 12;
const DOTS = 900;

/**
 * Share of a territory, 0 to 1, by a time. @param {number} time_min @param {State} state @param {number} processes of one cell
 * @param {any} data
 */
export const visitedShare = (time_min, { density_per_mm3, tip_width_um }, processes, { speed_um_per_min }) =>
  -Math.expm1(((-processes * speed_um_per_min * Math.PI * tip_width_um ** 2) / 4) * (density_per_mm3 / UM3_PER_MM3) * time_min);

/** Is a place inside a convex outline? @param {Place[]} outline @param {number} x @param {number} y */
function inside(outline, x, y) {
  let [left, right] = [false, false];
  for (let i = 0; i < outline.length; i++) {
    const [from, to] = [outline[i], outline[(i + 1) % outline.length]];
    const side = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    if (side > 0) left = true;
    else if (side < 0) right = true;
  }
  return !(left && right);
}

export const WATCHED_HEIGHT = 250;

/**
 * The territory on the spot, stippled: a filled dot has been visited.
 * @param {State} state @param {View} view @param {any} data @param {{width: number}} frame
 */
export function stipplePanel(state, view, data, { width }) {
  const { outline, soma } = view.answering[0];
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.min(width, WATCHED_HEIGHT) - 16;
  const scale = side / Math.max(right - left, bottom - top);
  const x = (/** @type {number} */ value) => width / 2 + (value - (left + right) / 2) * scale;
  const y = (/** @type {number} */ value) => WATCHED_HEIGHT / 2 + (value - (top + bottom) / 2) * scale;
  const share = visitedShare(60 * state.watched_h, state, data.processes.value, data);
  /** @type {[string[], string[]]} */
  const dots = [[], []];
  for (let i = 0; i < DOTS; i++) {
    const [px, py] = [left + uniform(3 * i) * (right - left), top + uniform(3 * i + 1) * (bottom - top)];
    if (inside(outline, px, py)) dots[uniform(3 * i + 2) < share ? 1 : 0].push(`M${(x(px) - 1.8).toFixed(1)},${y(py).toFixed(1)}a1.8,1.8 0 1 0 3.6,0a1.8,1.8 0 1 0 -3.6,0`);
  }
  return [
    `<path class="ldn-territory" d="M${outline.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join("L")}Z"/>`,
    `<path class="ldn-unvisited" d="${dots[0].join("")}"/><path class="ldn-visited" data-series="0" d="${dots[1].join("")}"/>`,
    `<circle class="ldn-soma ldn-soma-near" cx="${x(soma[0]).toFixed(1)}" cy="${y(soma[1]).toFixed(1)}" r="6"/>`,
  ];
}

const MARGIN = { top: 28, right: 14, bottom: 42, left: 38 };

/** The share over the hours, with the spread of how many processes a cell has. @param {State} state @param {any} data @param {{width: number}} frame */
export function watchedPanel(state, data, { width }) {
  const bottom = WATCHED_HEIGHT - MARGIN.bottom;
  const x = linear([0, LONGEST_H], [MARGIN.left, width - MARGIN.right]);
  const y = linear([0, 100], [bottom, MARGIN.top]);
  const hours = Array.from({ length: 97 }, (_, i) => (i * LONGEST_H) / 96);
  const percent = (/** @type {number} */ processes) => hours.map((hour) => 100 * visitedShare(60 * hour, state, processes, data));
  const { value, low, high } = data.processes;
  const here = 100 * visitedShare(60 * state.watched_h, state, value, data);
  const near = state.watched_h > 9;
  return [
    axis("x", x, { ticks: [0, 3, 6, 9, 12], title: "hours watched", across: [bottom, MARGIN.top] }),
    axis("y", y, { ticks: [0, 50, 100], title: "of a territory visited (%)", across: [MARGIN.left, width - MARGIN.right] }),
    band(hours, percent(low), percent(high), x, y, { series: 0 }),
    curve(hours, percent(value), x, y, { series: 0 }),
    rule("threshold", x(state.watched_h), MARGIN.top, x(state.watched_h), bottom),
    `<circle class="ldn-here" data-series="0" cx="${x(state.watched_h).toFixed(1)}" cy="${y(here).toFixed(1)}" r="5"/>`,
    label(x(state.watched_h) + (near ? -9 : 9), y(here) + 16, `${here.toFixed(0)} %`, { series: 0, anchor: near ? "end" : "start" }),
  ];
}
