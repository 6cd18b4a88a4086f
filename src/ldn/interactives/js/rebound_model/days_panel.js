import { axis, bar, curve, label, rule, spreadLabels } from "../kit/draw.js";
import { fromZero, linear } from "../kit/scale.js";
import { hours } from "../kit/format.js";

export const MARGIN = { top: 30, right: 76, bottom: 42, left: 40 };
const STRIP = 15;
export const STRIPS_HEIGHT = 24 + 2 * STRIP;

/** Every so many points one is drawn, and both sides of each jump. @param {import("./turnover.js").Course} course @param {number} every */
function thinned({ time_h, signal, opioid, receptors }, every) {
  const kept = time_h.map((_, i) => i).filter((i) =>
    i % every === 0 || i === time_h.length - 1 || time_h[i] === time_h[i + 1] || time_h[i] === time_h[i - 1]);
  return { times: kept.map((i) => time_h[i] / 24), signal: kept.map((i) => signal[i]),
    unblocked: kept.map((i) => opioid[i] * receptors[i]) };
}

/** Stretches of the drawn days with more signal than baseline. @param {number[]} times @param {number[]} signal */
function above(times, signal) {
  /** @type {[number, number][]} */
  const stretches = [];
  for (let i = 1; i < times.length; i++) {
    if (signal[i - 1] <= 1 + 1e-9 || signal[i] <= 1 + 1e-9) continue;
    const last = stretches.at(-1);
    if (last && Math.abs(last[1] - times[i - 1]) < 1e-9) last[1] = times[i];
    else stretches.push([times[i - 1], times[i]]);
  }
  return stretches;
}

/**
 * The signal over the first days of both regimens; thin, what it would be if nothing were blocked.
 * @param {import("./state.js").State} state @param {import("./view.js").View} view
 * @param {{width: number, height: number, names: [string, string]}} frame
 */
export function daysPanel(state, view, { width, height, names }) {
  const [bottom, top] = [height - MARGIN.bottom, MARGIN.top];
  const x = linear([0, state.window_days], [MARGIN.left, width - MARGIN.right]);
  const [left, right] = x.range;
  const drawn = [view.own, view.other].map(({ course }) => thinned(course, state.window_days === 28 ? 10 : 4));
  const y = linear(fromZero(Math.max(1.2, ...drawn.flatMap(({ signal, unblocked }) => [...signal, ...unblocked]))), [bottom, top]);
  const days = state.window_days === 28 ? [0, 7, 14, 21, 28] : Array.from({ length: state.window_days + 1 }, (_, day) => day);
  const marks = [
    axis("y", y, { ticks: y.ticks(5), title: "Opioid signal (% of baseline)", across: [left, right], format: (share) => String(Math.round(share * 100)) }),
    axis("x", x, { ticks: days, title: "days of blockade", across: [bottom, top] }),
    rule("threshold", left, y(1), right, y(1)),
    ...drawn.map(({ times, unblocked }, series) => curve(times, unblocked, x, y, { series, kind: "rival" })),
    ...drawn.map(({ times, signal }, series) => curve(times, signal, x, y, { series })),
  ];
  const ends = drawn.flatMap(({ signal, unblocked, times }, series) => [
    { text: names[series], at: y(state.blocked === "hours" && series === 0 ? Math.max(...signal.slice(times.findIndex((t) => t > state.window_days - 1))) : signal.at(-1) ?? 0), series, kind: "label" },
    { text: "unblocked", at: y(unblocked.at(-1) ?? 0), series, kind: "small" },
  ]);
  const places = spreadLabels(ends.map(({ at }) => at), 13, top, bottom);
  marks.push(...ends.map(({ text, series, kind }, i) => label(right + 6, places[i], text, { series, kind })));
  marks.push(label(left - 30, height + 10, "Signal above baseline", { kind: "small" }));
  drawn.forEach(({ times, signal }, series) => {
    const at = height + 20 + series * STRIP;
    marks.push(bar("strip-ground", left, at, right - left, 10));
    for (const [from, to] of above(times, signal)) marks.push(bar("strip", x(from), at, x(to) - x(from), 10, series));
    marks.push(label(right + 6, at + 5, `${hours([view.own, view.other][series].hours_above)}/day`, { series, kind: "small" }));
  });
  return marks;
}
