import { axis, band, label } from "../kit/draw.js";
import { significant } from "../kit/format.js";
import { fromZero, linear } from "../kit/scale.js";
import { scaleTo } from "./bodies.js";
import { publishedPoints, SERIES } from "./marks.js";
import { MARGIN } from "./time_panel.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./bodies.js").View} View */
/** @typedef {import("./bodies.js").Data} Data */

/**
 * Peak against area: below the line from the origin with slope CL/V lies all that one compartment can do, whatever
 * the dose, F and ka. A peak or an area printed without the other lies on the axis.
 * @param {State} state @param {View} view @param {Data} data @param {{width: number, height: number}} frame
 */
export function areaPanel(state, view, data, { width, height }) {
  const shown = publishedInArea(state, data);
  const readings = view.bodies.map(({ compartments, readings: { naltrexone } }) => ({ compartments, ...naltrexone }));
  const highest = Math.max(...readings.map(({ peak }) => peak), ...shown.map(({ y, yHigh }) => yHigh ?? y));
  const widest = Math.max(...readings.map(({ area }) => area), ...shown.map(({ x, xHigh }) => xHigh ?? x));
  const yRange = /** @type {[number, number]} */ ([height - MARGIN.bottom, MARGIN.top]);
  const x = linear([0, widest * 1.06], [MARGIN.left, width - 14]);
  const y = linear(fromZero(highest * 1.02), yRange);
  const [left, right] = x.range;
  const edge = x.domain[1];
  // The line may leave by the top of the drawing before it reaches the right-hand side.
  const corner = Math.min(edge, y.domain[1] / view.rate_of_one);
  const corners = [0, corner, edge];
  const most = corners.map((area) => Math.min(area * view.rate_of_one, y.domain[1]));
  const marks = [
    axis("y", y, { ticks: y.ticks(5), title: "Peak (ng/mL)", across: [left, right], format: (value) => significant(value) }),
    axis("x", x, { ticks: x.ticks(width > 300 ? 5 : 4), title: "area under the curve (ng·h/mL)", across: yRange, format: (value) => significant(value) }),
    band(corners, [0, 0, 0], most, x, y, { series: SERIES.one }),
    ...["all that one", "compartment", "can do"].map((line, i) => label(right - 6, y(most[2] * 0.52) + 15 * i, line, { kind: "small", anchor: "end" })),
    publishedPoints(shown, x, y),
    ...letters(shown, x, y),
    ...readings.map(({ compartments, area, peak }) =>
      `<circle class="ldn-own" data-series="${SERIES[compartments]}" cx="${x(area).toFixed(1)}" cy="${y(peak).toFixed(1)}" r="7"/>`),
  ];
  for (const { compartments, area, peak } of readings) {
    const leftward = x(area) > left + 44;
    marks.push(label(x(area) + (leftward ? -12 : 12), y(peak), compartments, { series: SERIES[compartments], anchor: leftward ? "end" : "start" }));
  }
  return marks;
}

/** @param {State} state @param {Data} data */
export function publishedInArea(state, data) {
  const scaled = (/** @type {number | null} */ value, /** @type {number} */ by) => (value === null ? undefined : value * by);
  return data.published
    .filter(({ liver }) => liver === "healthy" || state.liver === "cirrhosis")
    .map(({ letter, peak, area, dose_mg, text }) => {
      const scale = scaleTo(state.dose_mg, dose_mg);
      return {
        letter, scaled: scale !== 1, x: (area?.value ?? 0) * scale, y: (peak?.value ?? 0) * scale,
        xLow: scaled(area?.low ?? null, scale), xHigh: scaled(area?.high ?? null, scale),
        yLow: scaled(peak?.low ?? null, scale), yHigh: scaled(peak?.high ?? null, scale),
        title: scale === 1 ? text : `${text}; scaled to ${significant(state.dose_mg)} mg`,
      };
    });
}

/** The letter of each point, above and to the right of it; two that would collide go to different sides. @param {ReturnType<typeof publishedInArea>} shown @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function letters(shown, x, y) {
  return shown.map(({ letter, x: area, y: peak }, i) => {
    const [px, py] = [x(area), y(peak)];
    const crowded = shown.slice(0, i).some((other) => Math.hypot(x(other.x) - px, y(other.y) - py) < 14);
    return label(px + (crowded ? -8 : 9), py - 11, letter, { kind: "small", anchor: crowded ? "end" : "start" });
  });
}
