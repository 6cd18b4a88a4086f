import { linear, logarithmic } from "../kit/scale.js";
import { axis, band, curve, label, points, rule, spreadLabels } from "../kit/draw.js";
import { milligrams } from "../kit/format.js";
import { LINKS } from "./series.js";
import { HIGHEST_DOSE_MG, LOWEST_DOSE_MG } from "../naltrexone/doses.js";
import { MODEL_LETTERS } from "./table.js";
import { MARGIN, shareRange } from "./time_panel.js";

/** @typedef {import("./state.js").State} State */

/** The human points that the panel can be compared with. @param {State} state @param {import("./series.js").Data} data */
export const comparablePet = (state, data) =>
  data.pet.filter(({ receptor, regimen }) => receptor === state.receptor && regimen === state.pet_regimen);

/**
 * Marks of occupancy against dose, on the same share axis as the panel over time.
 * @param {State} state @param {ReturnType<typeof import("./series.js").evaluator>} models @param {import("./series.js").Data} data
 * @param {{width: number, height: number}} frame
 */
export function dosePanel(state, models, data, { width, height }) {
  const yRange = shareRange(height);
  const x = logarithmic([LOWEST_DOSE_MG, HIGHEST_DOSE_MG], [MARGIN.left, width - 38]);
  const y = linear([0, 1], yRange);
  const [left, right] = x.range;
  const { doses, curves } = models.againstDose(state);
  const envelope = doses.map((_, i) => LINKS.map((link) => curves[link][i]));
  const ends = spreadLabels(LINKS.map((link) => y(curves[link].at(-1))), 12, yRange[1] - 4, yRange[0]);
  const marks = [
    axis("y", y, { ticks: [0, 0.25, 0.5, 0.75, 1], title: `Occupancy of ${state.receptor} receptors (%)`, across: [left, right],
      format: (share) => String(share * 100) }),
    axis("x", x, { ticks: [0.5, 1, 2, 5, 10, 20, 50, 100], title: "dose (mg, log scale)", across: yRange }),
    band(doses, envelope.map((shares) => Math.min(...shares)), envelope.map((shares) => Math.max(...shares)), x, y),
    ...LINKS.map((link) => curve(doses, curves[link], x, y, { kind: link === "biophase" ? "typical" : "rival" })),
    ...LINKS.map((link, i) => label(right + 5, ends[i], MODEL_LETTERS[link], { kind: "small" })),
  ];
  const own = state.doses_mg.map((dose_mg) => ({
    dose_mg, px: x(dose_mg), py: y(models.atReading(state.pet_regimen, state.receptor, dose_mg).biophase) }));
  own.forEach(({ px, py }, series) => marks.push(rule("drop", px, yRange[0], px, py, series)));
  // Labels hang below their dose; near the edge further down, clear of the models' letters.
  const places = spreadLabels(own.map(({ px, py }) => py + (px > right - 60 ? 26 : 16)), 14, yRange[1], yRange[0] - 6);
  own.forEach(({ dose_mg, px, py }, series) => {
    // A ring, so that a measurement under it stays in sight.
    const leftward = px > right - 12;
    marks.push(
      `<circle class="ldn-own" data-series="${series}" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="6"/>`,
      label(px + (leftward ? -6 : 6), places[series], milligrams(dose_mg), { series, anchor: leftward ? "end" : "start" }),
    );
  });
  marks.push(points(comparablePet(state, data).map(({ dose_mg, percent, percent_low, percent_high, text }) => ({
    x: dose_mg, y: percent / 100, title: text,
    yLow: percent_low === null ? undefined : percent_low / 100,
    yHigh: percent_high === null ? undefined : Math.min(percent_high / 100, 1),
  })), x, y));
  return marks;
}
