/** The pictures: occupancy against dose with what a slip does, the capsules of a batch and their test, and prices. */
import { axis, bar, curve, label, rule } from "../kit/draw.js";
import { milligrams, significant } from "../kit/format.js";
import { linear, logarithmic } from "../kit/scale.js";
import { SLIPS } from "./state.js";
import { share, writtenPrice } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Data} Data */
/** @typedef {import("./errors.js").View} View */

const LOWEST_MG = 0.05;
const HIGHEST_MG = 100;
const DOSE = { top: 40, right: 14, bottom: 42, left: 36 };
export const DOSE_HEIGHT = 290;

/** @param {State} state @param {View} view @param {Data} data @param {{width: number}} frame */
export function dosePanel(state, view, data, { width }) {
  const bottom = DOSE_HEIGHT - DOSE.bottom;
  const x = logarithmic([LOWEST_MG, HIGHEST_MG], [DOSE.left, width - DOSE.right]);
  const y = linear([0, 100], [bottom, DOSE.top]);
  const { log10_mg, percent } = data.occupancy;
  const { tablet_mg } = data.constants;
  const strip = (/** @type {number} */ dose, /** @type {number} */ series) => {
    const [from, to] = [x(Math.max(dose - view.read_error_mg, LOWEST_MG)), x(Math.min(dose + view.read_error_mg, HIGHEST_MG))];
    return bar("misread", from, DOSE.top, to - from, bottom - DOSE.top, series);
  };
  const meant = [x(state.dose_mg), y(view.meant_percent)];
  const others = SLIPS.filter((slip) => slip !== "none" && slip !== state.slip).map((slip) =>
    ring(x(view.swallowed[slip]), y(percentAt(view.swallowed[slip], data))));
  const slipped = Math.abs(view.swallowed_mg / state.dose_mg - 1) > 1e-9;
  const to = [x(view.swallowed_mg), y(view.swallowed_percent)];
  const right = view.swallowed_mg > state.dose_mg;
  return [
    axis("x", x, { ticks: width < 420 ? [0.1, 1, 10, 50] : [0.05, 0.1, 0.5, 1, 5, 10, 50, 100], title: "mg swallowed every day", across: [bottom, DOSE.top] }),
    axis("y", y, { ticks: [0, 25, 50, 75, 100], title: "mu receptors occupied, mean of the day (%)", across: [DOSE.left, width - DOSE.right] }),
    strip(state.dose_mg, 0), strip(tablet_mg, 1),
    curve(log10_mg.map((log) => 10 ** log), percent, x, y, { kind: "course" }),
    others.join(""),
    slipped ? `${rule("slip", meant[0], meant[1], to[0], meant[1], 1)}${rule("slip", to[0], meant[1], to[0], to[1], 1)}` : "",
    `<circle class="ldn-meant" data-series="0" cx="${meant[0].toFixed(1)}" cy="${meant[1].toFixed(1)}" r="6"/>`,
    slipped ? `<circle class="ldn-swallowed" data-series="1" cx="${to[0].toFixed(1)}" cy="${to[1].toFixed(1)}" r="6"/>` : "",
    label(meant[0] + (right || !slipped ? -10 : 10), meant[1] + (right || !slipped ? -12 : 16), `${milligrams(state.dose_mg)}: ${view.meant_percent.toFixed(0)} %`,
      { series: 0, anchor: right || !slipped ? "end" : "start" }),
    slipped ? label(to[0] + (right ? -12 : -2), right ? to[1] - 10 : to[1] - 16, `${milligrams(view.swallowed_mg)}: ${view.swallowed_percent.toFixed(0)} %`,
      { series: 1, anchor: right ? "end" : to[0] < 120 ? "start" : "end" }) : "",
    state.read_error_mL > 0 ? label(x(tablet_mg) - 5, bottom - 10, `±${share((100 * view.read_error_mg) / tablet_mg)}`, { series: 1, kind: "small", anchor: "end" }) : "",
    state.read_error_mL > 0 ? label(x(Math.max(state.dose_mg - view.read_error_mg, LOWEST_MG)) - 5, bottom - 10, `±${share((100 * view.read_error_mg) / state.dose_mg)}`, { series: 0, kind: "small", anchor: "end" }) : "",
  ];
}

/** @param {number} dose_mg @param {Data} data */
function percentAt(dose_mg, { occupancy: { log10_mg, percent } }) {
  const at = log10_mg.findIndex((log) => log >= Math.log10(dose_mg) - 1e-9);
  return percent[at < 0 ? percent.length - 1 : at];
}

/** @param {number} px @param {number} py */
const ring = (px, py) => `<circle class="ldn-other-slip" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4"/>`;

const CAPSULES = { top: 26, right: 12, bottom: 38, left: 36 };
const LEAST_PERCENT = 40;
const MOST_PERCENT = 160;
export const CAPSULES_HEIGHT = 250;

/** @param {State} state @param {View} view @param {Data} data @param {{width: number}} frame */
export function capsulesPanel(state, view, data, { width }) {
  const bottom = CAPSULES_HEIGHT - CAPSULES.bottom;
  const count = view.contents.length;
  const x = linear([0.5, count + 0.5], [CAPSULES.left, width - CAPSULES.right]);
  const y = linear([LEAST_PERCENT, MOST_PERCENT], [bottom, CAPSULES.top]);
  const inside = (/** @type {number} */ value) => Math.min(Math.max(value, LEAST_PERCENT), MOST_PERCENT);
  const { farthest_unit_percent: farthest, first_sample } = data.constants;
  const opened = view.assayed.units;
  const half = Math.max(2, (x(2) - x(1)) * 0.36);
  return [
    axis("x", x, { ticks: [1, 10, 20, 30], title: "capsule", across: [bottom, CAPSULES.top] }),
    axis("y", y, { ticks: [50, 75, 100, 125, 150], title: "content (% of label)", across: [CAPSULES.left, width - CAPSULES.right] }),
    bar("allowed", CAPSULES.left, y(100 + farthest), width - CAPSULES.right - CAPSULES.left, y(100 - farthest) - y(100 + farthest)),
    rule("threshold", CAPSULES.left, y(100), width - CAPSULES.right, y(100)),
    rule("first-ten", x(first_sample + 0.5), CAPSULES.top, x(first_sample + 0.5), bottom),
    ...view.contents.map((content, i) => {
      const px = x(i + 1);
      const looked = i < opened;
      const weight = y(inside((state.mean_percent * view.weights[i]) / 100));
      return rule("stem", px, y(100), px, y(inside(content))) +
        rule("weight", px - half, weight, px + half, weight) +
        `<circle class="ldn-capsule${looked ? "" : " ldn-unopened"}" data-series="0" cx="${px.toFixed(1)}" cy="${y(inside(content)).toFixed(1)}" r="${Math.min(4.5, half + 1).toFixed(1)}"/>`;
    }),
    label(x(first_sample + 0.5) + 5, CAPSULES.top + 4, opened > first_sample ? "20 more assayed" : "not opened", { kind: "small" }),
  ];
}

const GAUGE_MOST = 50;
/** Longer bars are cut here, so that their number still finds a place. */
const LONGEST_BAR = 42;
const GAUGE = { top: 8, right: 12, bottom: 40, left: 128, row: 22 };
export const GAUGE_HEIGHT = GAUGE.top + 3 * GAUGE.row + GAUGE.bottom;

/** Acceptance values against their limit. @param {View} view @param {{width: number}} frame */
export function gaugePanel(view, { width }) {
  const bottom = GAUGE_HEIGHT - GAUGE.bottom;
  const x = linear([0, GAUGE_MOST], [GAUGE.left, width - GAUGE.right]);
  const rows = [
    { name: "first 10, weighed", value: view.weighed_value, kind: "by-weight" },
    { name: "first 10, assayed", value: view.first_value, kind: "by-assay" },
    { name: "all 30, assayed", value: view.assayed.units === 30 ? view.assayed.value : null, kind: "by-assay" },
  ];
  return [
    axis("x", x, { ticks: [0, 10, 20, 30, 40], title: "acceptance value (% of label)", across: [bottom, GAUGE.top] }),
    rule("limit", x(view.limit), GAUGE.top - 4, x(view.limit), bottom, 1),
    ...rows.map(({ name, value, kind }, i) => {
      const middle = GAUGE.top + (i + 0.5) * GAUGE.row;
      return label(GAUGE.left - 8, middle, name, { kind: "small", anchor: "end" }) + (value === null
        ? label(GAUGE.left + 6, middle, "not needed", { kind: "small" })
        : bar(kind, x(0), middle - 6, x(Math.min(value, LONGEST_BAR)) - x(0), 12, kind === "by-assay" ? 0 : undefined) +
          label(x(Math.min(value, LONGEST_BAR)) + 6, middle, value.toFixed(1), { kind: "small" }));
    }),
  ];
}

const COST = { top: 8, right: 16, bottom: 40, row: 38 };
const COST_MOST = 100;

/** @param {Data} data */
export const costHeight = (data) => COST.top + COST.bottom + data.prices.length * COST.row;

/** What thirty daily doses cost, as printed. @param {Data} data @param {{width: number}} frame */
export function costPanel(data, { width }) {
  const bottom = costHeight(data) - COST.bottom;
  const x = linear([0, COST_MOST], [8, width - COST.right]);
  return [
    axis("x", x, { ticks: [0, 20, 40, 60, 80, 100], title: "30 daily doses, in the currency printed", across: [bottom, COST.top] }),
    ...data.prices.map((price, i) => {
      const top = COST.top + i * COST.row;
      const line = top + 27;
      const series = price.currency === "$" ? 0 : 2;
      const [from, to] = [x(price.low), x(price.high)];
      const marks = from < to ? rule("price", from, line, to, line, series) : "";
      const beyond = price.at_least ? rule("price-from", to, line, to + 22, line, series) : "";
      const what = width < 480 ? "" : `: ${price.product}`;
      return label(8, top + 10, `${price.place}, ${price.year ?? "undated"}${what}`, { kind: "small" }) + marks + beyond +
        [...new Set([from, to])].map((px) => `<circle class="ldn-price-dot" data-series="${series}" cx="${px.toFixed(1)}" cy="${line}" r="4.5"/>`).join("") +
        label(to + (price.at_least ? 28 : 10), line, `${price.currency}${writtenPrice(price).replace("from ", "")}${price.at_least ? " and more" : ""}`, { series, kind: "small" });
    }),
  ];
}

/** @param {Data} data */
export const costWords = ({ prices }) => prices.map((price) =>
  `${price.place}, ${price.year ?? "undated"}, ${price.product}: ${price.at_least ? "from " : ""}${price.currency}${significant(price.low, 4)}${
    price.low === price.high ? "" : ` to ${significant(price.high, 4)}`}.`).join(" ");
