/**
 * From concentration to the share of receptors held, by the three rival links:
 * B, an equilibrium with the slow biophase; C, an equilibrium with plasma; A, slow binding and release from plasma.
 */
import { gaussNodes } from "./kinetics.js";

/** @typedef {"biophase" | "slow_dissociation" | "plasma"} Link */
/** @typedef {"mu" | "delta" | "kappa"} Receptor */
/**
 * @typedef {object} Constants
 * @property {number} ec50_nM @property {number} ec50_plasma_nM
 * @property {number} kon_per_nM_h @property {number} koff_per_h
 * @property {Record<Receptor, number>} ratio how many times the mu EC50 each receptor needs
 */

/** Share held in equilibrium. @param {number} nM @param {number} ec50_nM */
export const equilibrium = (nM, ec50_nM) => nM / (nM + ec50_nM);

/** @param {Float64Array} perMg @param {number} dose_mg @param {number} ec50_nM */
export const equilibriumCurve = (perMg, dose_mg, ec50_nM) =>
  perMg.map((unit) => equilibrium(unit * dose_mg, ec50_nM));

/**
 * dR/dt = kon·C·(1 − R) − koff·R. With K(t) = ∫ (kon·C + koff) dt in closed form, the free share U = 1 − R obeys
 * U(t) = U(s) e^(−(K(t) − K(s))) + koff ∫ e^(−(K(t) − K(x))) dx; the last integral takes a two-point Gauss–Legendre
 * rule in each step. At steady state the interval ends as it began, U(τ) = a·U(0) + b, so U(0) = b / (1 − a).
 * @param {ReturnType<typeof import("./kinetics.js").areasOfPlasma>} plasma
 * @param {number} dose_mg @param {number} kon_per_nM_h @param {number} koff_per_h @param {boolean} periodic
 * @returns {Float64Array} share held, at the start and after each step
 */
export function slowDissociation(plasma, dose_mg, kon_per_nM_h, koff_per_h, periodic) {
  const { step_h, area, areaFromEarly, areaFromLate } = plasma;
  const steps = area.length;
  const on = kon_per_nM_h * dose_mg;
  const [offEarly, offLate] = gaussNodes(step_h).map((node) => koff_per_h * (step_h - node));
  const off = koff_per_h * step_h;
  const held = new Float64Array(steps + 1);
  const keep = new Float64Array(steps);
  const gain = new Float64Array(steps);
  for (let j = 0; j < steps; j++) {
    keep[j] = Math.exp(-on * area[j] - off);
    gain[j] = (off / 2) *
      (Math.exp(-on * areaFromEarly[j] - offEarly) + Math.exp(-on * areaFromLate[j] - offLate));
  }
  let free = 1;
  if (periodic) {
    let gained = 0;
    let kept = 1;
    for (let j = 0; j < steps; j++) {
      gained = gained * keep[j] + gain[j];
      kept *= keep[j];
    }
    free = gained / (1 - kept);
  }
  held[0] = 1 - free;
  for (let j = 0; j < steps; j++) {
    free = free * keep[j] + gain[j];
    held[j + 1] = 1 - free;
  }
  return held;
}

/**
 * Hours that a curve on an even grid spends at or above a level, crossings found on straight lines between points.
 * @param {ArrayLike<number>} shares @param {number} step_h @param {number} level
 */
export const hoursAbove = (shares, step_h, level) =>
  stretchesAbove(shares, step_h, level).reduce((sum, [start, end]) => sum + end - start, 0);

/**
 * The stretches of time, as [start, end] in hours, at or above a level.
 * @param {ArrayLike<number>} shares @param {number} step_h @param {number} level
 * @returns {[number, number][]}
 */
export function stretchesAbove(shares, step_h, level) {
  /** @type {[number, number][]} */
  const stretches = [];
  let start = shares[0] >= level ? 0 : Number.NaN;
  for (let j = 1; j < shares.length; j++) {
    const [before, now] = [shares[j - 1], shares[j]];
    if (before >= level === now >= level) continue;
    const crossing = (j - 1 + (level - before) / (now - before)) * step_h;
    if (now >= level) start = crossing;
    else {
      stretches.push([start, crossing]);
      start = Number.NaN;
    }
  }
  if (!Number.isNaN(start)) stretches.push([start, (shares.length - 1) * step_h]);
  return stretches;
}
