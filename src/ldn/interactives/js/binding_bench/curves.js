/** The curves of both views. */
import { axis, curve, label, rule } from "../kit/draw.js";
import { significant } from "../kit/format.js";
import { linear, logarithmic } from "../kit/scale.js";
import { heldAt, kindOf, occupied, response, SERIES_OF_KIND } from "./binding.js";
import { duration } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./binding.js").Ligand} Ligand */
/** @typedef {{name: string, time_s: number | null, low_s: number, high_s: number, text: string}} InPeople */

const MARGIN = { top: 30, right: 24, bottom: 42, left: 34 };
const SHARES = [0, 0.25, 0.5, 0.75, 1];
/** Efficacies drawn faintly behind the reader's own, to compare with. */
const REFERENCE_TAUS = [1, 30];
/** What the time axis spans, and its ticks where there is room and where there is little. */
const TIMES = {
  washed_away: { domain: /** @type {[number, number]} */ ([1, 864_000]), ticks: [1, 60, 3600, 86_400, 864_000], few: [1, 60, 3600, 86_400] },
  added: { domain: /** @type {[number, number]} */ ([0.1, 10_800]), ticks: [0.1, 1, 10, 60, 600, 3600], few: [0.1, 10, 600] },
};
const NARROW = 380;

/** @param {number} low @param {number} high @param {number} count */
const geometric = (low, high, count) => Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
const CONCENTRATIONS_NM = geometric(0.001, 10_000, 141);

/** @param {number} width @param {number} height @param {[number, number]} domain @param {string} title */
function frame(width, height, domain, title) {
  const x = logarithmic(domain, [MARGIN.left, width - MARGIN.right]);
  const y = linear([0, 1], [height - MARGIN.bottom, MARGIN.top]);
  const shares = axis("y", y, { ticks: SHARES, title, across: x.range, format: (share) => String(share * 100) });
  return { x, y, shares };
}

/** @param {string} kind @param {number} px @param {number} py @param {number} [series] */
const dot = (kind, px, py, series) =>
  `<circle class="ldn-${kind}"${series === undefined ? "" : ` data-series="${series}"`} cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="5.5"/>`;

/**
 * Receptors held and response against concentration.
 * @param {State} state @param {{width: number, height: number, guess: number | null}} place
 */
export function balanceCurves(state, { width, height, guess }) {
  const { x, y, shares } = frame(width, height, [0.001, 10_000], "% of receptors, or of the greatest response");
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const { concentration_nM, kd_nM, tau } = state;
  const series = SERIES_OF_KIND[kindOf(tau)];
  const held = CONCENTRATIONS_NM.map((c) => occupied(c, kd_nM));
  const responses = CONCENTRATIONS_NM.map((c) => response(c, kd_nM, tau));
  const marks = [shares, axis("x", x, {
    ticks: width < NARROW ? [0.01, 1, 100, 10_000] : [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000],
    title: "free concentration (nM)", across: [bottom, top], format: (nM) => significant(nM) })];
  for (const reference of REFERENCE_TAUS) {
    marks.push(curve(CONCENTRATIONS_NM, CONCENTRATIONS_NM.map((c) => response(c, kd_nM, reference)), x, y, { kind: "faint" }));
    const [its, own] = [reference, tau].map((efficacy) => efficacy / (1 + efficacy));
    if (kd_nM < 30 && Math.abs(its - own) > 0.12)
      marks.push(label(right, y(its) + 11, `τ = ${reference}`, { kind: "small", anchor: "end" }));
  }
  marks.push(rule("drop", x(concentration_nM), bottom, x(concentration_nM), top));
  if (guess !== null)
    marks.push(rule("guess-line", left, y(guess / 100), right, y(guess / 100)),
      label(right, y(guess / 100) - 8, "your guess", { kind: "small", anchor: "end" }));
  marks.push(curve(CONCENTRATIONS_NM, held, x, y, { kind: "held" }),
    curve(CONCENTRATIONS_NM, responses, x, y, { series, kind: "response" }));
  const rightward = x(kd_nM) < right - 120;
  marks.push(label(x(kd_nM * (rightward ? 1.9 : 3)) + (rightward ? 9 : -9), y(rightward ? 0.64 : 0.76), "receptors held", { anchor: rightward ? "start" : "end" }));
  // The response's words stand beside its rise, or where that is too near the edge under its plateau.
  const greatest = tau / (1 + tau);
  const halfway = x(Math.max(kd_nM / (1 + tau), 0.001)) - 10;
  const beside = greatest > 0.3 && halfway > left + 125;
  marks.push(label(beside ? halfway : right, beside ? y(0.56 * greatest) : tau === 0 ? y(0) - 11 : y(greatest) + 16,
    `response, τ = ${significant(tau)}`, { series, anchor: "end" }));
  marks.push(dot("at", x(concentration_nM), y(occupied(concentration_nM, kd_nM))),
    dot("at", x(concentration_nM), y(response(concentration_nM, kd_nM, tau)), series));
  return marks;
}

/**
 * Receptors held over time by each measured ligand; after a wash also what was measured in people.
 * @param {State} state @param {{ligands: Ligand[], in_people: InPeople[]}} data
 * @param {{width: number, height: number, guess: number | null}} place
 */
export function timeCurves(state, { ligands, in_people }, { width, height, guess }) {
  const washed = state.phase === "washed_away";
  const { domain, ticks, few } = TIMES[state.phase];
  const { x, y, shares } = frame(width, height, domain, "receptors held (%)");
  const [bottom, top] = y.range;
  const [from, to] = domain;
  const times = geometric(from, to, 241);
  // A moment beyond the axis is marked on its edge.
  const now = x(Math.min(state.time_s, to));
  const marks = [shares, axis("x", x, {
    ticks: width < NARROW ? few : ticks,
    title: washed ? "time since the wash" : "time since the drug was added", across: [bottom, top], format: clock })];
  marks.push(rule("drop", now, bottom, now, top));
  if (guess !== null && washed) {
    const guessed = x(Math.max(guess * 60, from));
    marks.push(rule("guess-line", guessed, bottom, guessed, top), label(guessed + 5, top + 4, "your guess", { kind: "small" }));
  }
  ligands.forEach((ligand, series) => marks.push(curve(times, times.map((time) => heldAt(state, ligand, time)), x, y, { series })));
  ligands.forEach((ligand, series) => {
    const settled = heldAt(state, ligand, Infinity);
    const level = (washed ? LABEL_LEVELS : LABEL_LEVELS.map((share) => share * settled))[series];
    const reached = times.find((time) => (heldAt(state, ligand, time) <= level) === washed) ?? to;
    marks.push(label(x(reached) + 7, y(level), ligand.name, { series }));
  });
  if (washed) for (const measured of in_people) marks.push(...halfTimeInPeople(measured, x, y(0.5), width));
  ligands.forEach((ligand, series) => marks.push(dot("at", now, y(heldAt(state, ligand, state.time_s)), series)));
  return marks;
}

/** Shares at which the curves over time are named: not one, so that words in a narrow picture pass each other. */
const LABEL_LEVELS = [0.15, 0.29, 0.15];

/** @param {InPeople} measured @param {import("../kit/scale.js").Scale} x @param {number} py @param {number} width */
function halfTimeInPeople({ name, time_s, low_s, high_s, text }, x, py, width) {
  const last = x(high_s) > width - 60;
  const [px, anchor] = last ? [width - 2, "end"] : [x(time_s ?? low_s) - 12, "start"];
  // In a narrow picture the first pair of words goes above the second.
  const up = !last && width < NARROW ? 36 : 0;
  return [
    `<g><title>${text}</title>${rule("measured", x(low_s), py, x(high_s), py)}${time_s === null ? "" : dot("at", x(time_s), py)}</g>`,
    label(px, py - 29 - up, name, { kind: "ink", anchor }), label(px, py - 14 - up, "in people", { kind: "ink", anchor }),
  ];
}

/** A tick of the time axis. @param {number} time_s */
const clock = (time_s) => ({ 60: "1 min", 3600: "1 h", 86_400: "1 day", 864_000: "10 days" })[time_s] ?? duration(time_s);
