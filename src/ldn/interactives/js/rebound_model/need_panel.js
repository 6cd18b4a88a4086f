import { axis, curve, label, rule, spreadLabels } from "../kit/draw.js";
import { fromZero, linear, logarithmic } from "../kit/scale.js";
import { MARGIN } from "./days_panel.js";
import { LINKS } from "./view.js";
import { LETTERS } from "./wording.js";

/**
 * The mean of a settled day against hours blocked, or against dose by each model; above the dots is a rebound.
 * @param {import("./state.js").State} state @param {import("./view.js").View} view
 * @param {{amounts: number[], means: Record<string, number[]>}} curves
 * @param {{width: number, height: number, guess: number | null, names: [string, string]}} frame
 */
export function needPanel(state, view, { amounts, means }, { width, height, guess, names }) {
  const [bottom, top] = [height - MARGIN.bottom, MARGIN.top];
  const side = /** @type {[number, number]} */ ([MARGIN.left, width - 30]);
  const x = view.byHours ? linear([0, 24], side) : logarithmic([0.5, 100], side);
  const [left, right] = x.range;
  const y = linear(fromZero(Math.max(1.3, (guess ?? 0) / 100, ...Object.values(means).flat())), [bottom, top]);
  const marks = [
    axis("y", y, { ticks: y.ticks(5), title: "Mean of a settled day (%)", across: [left, right], format: (share) => String(Math.round(share * 100)) }),
    axis("x", x, view.byHours ? { ticks: [0, 6, 12, 18, 24], title: "hours blocked a day", across: [bottom, top] }
      : { ticks: [0.5, 2, 5, 15, 50], title: "daily dose (mg, log scale)", across: [bottom, top] }),
    rule("threshold", left, y(1), right, y(1)),
    label(right, y(1) - 9, "rebound above this line", { kind: "small", anchor: "end" }),
  ];
  if (view.byHours) {
    marks.push(rule("guess-line", x(0), y(1), x(24), y(0)), label(x(11), y(13 / 24) + 16, "no feedback", { kind: "small", anchor: "end" }),
      curve(amounts, means.hours, x, y, { kind: "typical" }));
  } else {
    const ends = spreadLabels(LINKS.map((link) => y(means[link][means[link].length - 1])), 12, top, bottom);
    LINKS.forEach((link, i) => marks.push(curve(amounts, means[link], x, y, { kind: link === state.blocked ? "typical" : "rival" }),
      label(right + 5, ends[i], LETTERS[link], { kind: "small" })));
  }
  if (guess !== null) {
    marks.push(rule("guess-line", left, y(guess / 100), right, y(guess / 100)), label(left + 6, y(guess / 100) - 8, "your guess", { kind: "small" }));
  }
  [view.own, view.other].forEach(({ amount, day }, series) => {
    const [px, py] = [x(amount), y(day.mean_signal)];
    const leftward = px > right - 70;
    marks.push(`<circle class="ldn-own" data-series="${series}" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="6"/>`,
      label(px + (leftward ? -11 : 11), py + (series ? -10 : 12), names[series], { series, anchor: leftward ? "end" : "start" }));
  });
  return marks;
}
