/** From state to curves and readings: one tablet in a body of one, and of two, compartments. */
import { after, area, dispositionRates, halfLifeRead, partialFractions, peak } from "./exponentials.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./exponentials.js").Exponentials} Exponentials */
/** @typedef {{value: number, low: number | null, high: number | null, range: boolean}} Spread */
/**
 * @typedef {object} Published
 * @property {string} letter @property {number} dose_mg @property {"healthy" | "cirrhosis"} liver
 * @property {Spread | null} peak @property {Spread | null} time @property {Spread | null} area
 * @property {string} label @property {string} text
 */
/**
 * @typedef {object} Data what Python ships (interactives/one_dose_explorer_data.py)
 * @property {{nmol_per_mg: number, fraction_absorbed: number, fraction_to_naltrexol: Record<string, number>,
 *   CLm_L_per_h: number, Vm_L: number, Qm_L_per_h: number, Vmp_L: number,
 *   molar_mass: {naltrexone: number, naltrexol: number}}} constants
 * @property {Record<string, {bioavailability_percent: number, CL_L_per_h: number}>} livers
 * @property {Record<string, [number, number]>} ranges
 * @property {Published[]} published
 * @property {{dose_mg: number, peak: number, time_h: number, text: string}[]} published_naltrexol
 * @property {{short: [number, number], long: [number, number]}} published_half_lives_h
 * @property {Record<string, string>} notes
 */
/**
 * @typedef {object} Reading
 * @property {number} peak peak in ng/mL @property {number} peak_nM @property {number} tmax_h
 * @property {number} area in ng·h/mL @property {number} half_life_h in the window @property {number} terminal_h
 */
/** @typedef {{compartments: "one" | "two", curves: Record<Substance, Exponentials>, readings: Record<Substance, Reading>}} Body */
/** @typedef {"naltrexone" | "naltrexol"} Substance */
/** @typedef {{bodies: Body[], reaches_mg: number, rate_of_one: number, window: [number, number]}} View */

/** Nearer than this to the whole volume, the second compartment is left out. */
const LEAST_PERIPHERAL_L = 0.1;

/** @param {State} state @param {Data} data @returns {View} */
export function evaluate(state, data) {
  const window = readingWindow(state);
  const numbers = state.compartments === "both" ? /** @type {const} */ (["one", "two"]) : [state.compartments];
  const split = state.Vc_L < state.V_L - LEAST_PERIPHERAL_L;
  return {
    bodies: numbers.map((compartments) => {
      const curves = compartments === "two" && split ? twoCompartments(state, data) : oneCompartment(state, data);
      const read = (/** @type {Substance} */ substance) =>
        reading(curves[substance], data.constants.molar_mass[substance] / 1000, state.dose_mg, window);
      return { compartments, curves, readings: { naltrexone: read("naltrexone"), naltrexol: read("naltrexol") } };
    }),
    // In Python's order, so that a tie rounds alike on both sides.
    reaches_mg: state.dose_mg * (state.bioavailability_percent / 100),
    rate_of_one: state.CL_L_per_h / state.V_L,
    window,
  };
}

/** The window in its order; two ends at one time, as a link may have them, are set half an hour apart. @param {State} state @returns {[number, number]} */
function readingWindow({ read_from_h, read_to_h }) {
  const [from_h, to_h] = [Math.min(read_from_h, read_to_h), Math.max(read_from_h, read_to_h)];
  return [from_h, to_h > from_h ? to_h : from_h + 0.5];
}

/** Concentration in ng/mL. @param {Exponentials} curve @param {Substance} substance @param {State} state @param {Data} data @param {number} time_h */
export const concentration = (curve, substance, state, data, time_h) =>
  Math.max(state.dose_mg * after(curve, time_h), 0) * (data.constants.molar_mass[substance] / 1000);

/** How a published value is scaled to the dose shown; 1 where it was measured there. @param {number} dose_mg @param {number} measured_mg */
export function scaleTo(dose_mg, measured_mg) {
  const ratio = dose_mg / measured_mg;
  return Math.abs(ratio - 1) < 0.02 ? 1 : ratio;
}

/** @param {State} state @param {Data} data */
function metabolism(state, { constants }) {
  const F = state.bioavailability_percent / 100;
  const { Vm_L, Qm_L_per_h, CLm_L_per_h, Vmp_L, nmol_per_mg, fraction_absorbed, fraction_to_naltrexol } = constants;
  const m21 = Qm_L_per_h / Vmp_L;
  return {
    F, m21, firstPass: fraction_absorbed - F,
    rates: dispositionRates(CLm_L_per_h / Vm_L, Qm_L_per_h / Vm_L, m21),
    formed: (nmol_per_mg * fraction_to_naltrexol[state.liver] * state.ka_per_h) / Vm_L,
  };
}

/** @param {State} state @param {Data} data */
function oneCompartment(state, data) {
  const { F, m21, firstPass, rates, formed } = metabolism(state, data);
  const { ka_per_h: ka, V_L: V } = state;
  const k = state.CL_L_per_h / V;
  const input = (data.constants.nmol_per_mg * F * ka) / V;
  return {
    naltrexone: partialFractions(() => input, [ka, k]),
    naltrexol: partialFractions((s) => formed * (firstPass * (s + k) + F * k) * (s + m21), [ka, k, ...rates]),
  };
}

/** @param {State} state @param {Data} data */
function twoCompartments(state, data) {
  const { F, m21, firstPass, rates, formed } = metabolism(state, data);
  const { ka_per_h: ka, Vc_L: Vc, Q_L_per_h: Q } = state;
  const [k10, k12, k21] = [state.CL_L_per_h / Vc, Q / Vc, Q / (state.V_L - Vc)];
  const parent = [ka, ...dispositionRates(k10, k12, k21)];
  const input = (data.constants.nmol_per_mg * F * ka) / Vc;
  return {
    naltrexone: partialFractions((s) => input * (s + k21), parent),
    naltrexol: partialFractions(
      (s) => formed * (firstPass * (s ** 2 + (k10 + k12 + k21) * s + k10 * k21) + F * k10 * (s + k21)) * (s + m21),
      [...parent, ...rates]),
  };
}

/** @param {Exponentials} curve @param {number} per_nM @param {number} dose_mg @param {[number, number]} window @returns {Reading} */
function reading(curve, per_nM, dose_mg, [from_h, to_h]) {
  const { height, time_h } = peak(curve);
  return {
    peak: dose_mg * height * per_nM, peak_nM: dose_mg * height, tmax_h: time_h, area: dose_mg * area(curve) * per_nM,
    half_life_h: halfLifeRead(curve, from_h, to_h), terminal_h: Math.LN2 / Math.min(...curve.rates),
  };
}
