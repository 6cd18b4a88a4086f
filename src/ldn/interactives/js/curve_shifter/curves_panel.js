/** Marks of the left panel: the agonist's curve alone and with the antagonist, and the arrow between them. */
import { axis, curve, label, rule } from "../kit/draw.js";
import { linear, logarithmic } from "../kit/scale.js";
import { significant } from "../kit/format.js";
import { HIGHEST_AGONIST, logSteps, LOWEST_AGONIST, response } from "./antagonism.js";

const MARGIN = { top: 30, right: 14, bottom: 42, left: 34 };
const DECADES = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000];
const AGONIST = logSteps(141);
const [WITH, ALONE] = [0, 1];

/**
 * @param {import("./state.js").State} state @param {import("./antagonism.js").View} view @param {import("./antagonism.js").Data} data
 * @param {{width: number, height: number}} frame
 */
export function curvesPanel(state, view, data, { width, height }) {
  const x = logarithmic([LOWEST_AGONIST, HIGHEST_AGONIST], [MARGIN.left, width - MARGIN.right]);
  const y = linear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
  const [left, right] = x.range;
  const drawn = (/** @type {number} */ antagonist_nM, /** @type {{series: number, kind?: string}} */ look) =>
    curve(AGONIST, AGONIST.map((agonist) => response(state, agonist, antagonist_nM, data)), x, y, look);
  const marks = [
    axis("y", y, { ticks: [0, 0.25, 0.5, 0.75, 1], title: "Response (% of the system’s maximum)", across: [left, right],
      format: (share) => String(share * 100) }),
    axis("x", x, { ticks: DECADES.filter((_, i) => width > 340 || i % 2 === 1), title: "agonist (multiples of its KA, log scale)", across: y.range }),
    ...view.points.map(([antagonist_nM]) => drawn(antagonist_nM, { series: WITH, kind: "shift-kept" })),
    drawn(0, { series: ALONE }),
    drawn(view.antagonist_nM, { series: WITH }),
    ...arrow(view, x, y),
    ...names(state, view, x, y),
  ];
  return marks;
}

/** From the first half-maximal concentration to the one with the antagonist. @param {import("./antagonism.js").View} view @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function arrow({ ratio, ec50Alone, topAlone }, x, y) {
  const at = y(topAlone / 2);
  const [from, edge] = [x(ec50Alone), x.range[1]];
  if (ratio === Infinity) {
    return [rule("shift-arrow", from, at, edge, at), label(edge, at - 10, "half of it is out of reach", { anchor: "end", kind: "small" })];
  }
  const to = Math.min(x(ec50Alone * ratio), edge);
  return [
    rule("shift-arrow", from, at, to, at),
    to - from > 8 ? `<path class="ldn-shift-tip" d="M${to.toFixed(1)} ${at.toFixed(1)}l-7 -4v8z"/>` : "",
    label((from + to) / 2, at - 11, `×${significant(ratio, 2)}`, { anchor: "middle" }),
  ];
}

/** Each curve named beside its own rise. @param {import("./state.js").State} state @param {import("./antagonism.js").View} view @param {import("../kit/scale.js").Scale} x @param {import("../kit/scale.js").Scale} y */
function names({ antagonism }, { ratio, ec50Alone, topAlone, top }, x, y) {
  const competitive = antagonism === "competitive";
  // A curve at three times its half-maximal concentration stands at three quarters of its height, at a third of it at one quarter.
  const shifted = competitive ? ec50Alone * ratio : 1 / (1 + top / (1 - top));
  return [
    label(x(ec50Alone * 3) - 8, y(topAlone * 0.75), "alone", { series: ALONE, anchor: "end" }),
    label(Math.min(x(shifted / 3) + 9, x.range[1] - 96), y(top * 0.25) + 4, competitive ? "with naltrexone" : "receptors gone", { series: WITH }),
  ];
}
