/**
 * From state to numbers: for each dose the curve that is drawn, its rivals, its spread and its hours above the
 * threshold. What does not depend on the dose is computed once a regimen and scaled.
 */
import { areasOfPlasma, concentration, concentrations, INTERVAL_H } from "../naltrexone/kinetics.js";
import { equilibrium, equilibriumCurve, slowDissociation, stretchesAbove } from "../naltrexone/occupancy.js";

/** The same step as `ldn.pharmacology.simulate` takes, so that both sides round alike. */
export const STEP_H = 0.05;

/** When the second panel reads occupancy, after the only or the last dose: what the models were fitted at. */
export const READ_H = 4;

/** @typedef {import("../naltrexone/occupancy.js").Link} Link */
/** @typedef {import("./state.js").State} State */
/** @typedef {Record<"naltrexone" | "naltrexol" | "biophase", {low: number[], high: number[]}>} Spread */
/**
 * @typedef {object} Data what Python ships (interactives/dose_comparison_data.py)
 * @property {Record<"naltrexone" | "naltrexol" | "biophase", import("../naltrexone/kinetics.js").UnitResponse>} unit_response
 * @property {import("../naltrexone/occupancy.js").Constants} constants
 * @property {Record<import("../naltrexone/kinetics.js").Regimen, {time_h: number[]} & Spread>} people per mg
 * @property {{receptor: string, regimen: string, dose_mg: number, percent: number, percent_low: number | null,
 *   percent_high: number | null, time_h: number, time_low_h: number, time_high_h: number, source: string,
 *   setting: string, text: string}[]} pet
 */
/**
 * @typedef {object} Series
 * @property {number} dose_mg
 * @property {Float64Array} main model B's occupancy, or a concentration in nM, every STEP_H hours
 * @property {Partial<Record<Link, Float64Array>>} models occupancy by each model; empty for concentrations
 * @property {{low: number[], high: number[]} | null} people 5th and 95th percentile at spread_h
 * @property {Partial<Record<Link, [number, number][]>>} stretches above the threshold
 * @property {Partial<Record<Link, number>>} hours above the threshold
 */

export const LINKS = /** @type {Link[]} */ (["biophase", "slow_dissociation", "plasma"]);

/** @param {Data} data */
export function evaluator(data) {
  /** @type {Map<string, any>} */
  const kept = new Map();
  /** @template T @param {string} key @param {() => T} make @returns {T} */
  const once = (key, make) => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key);
  };
  const { unit_response, constants } = data;

  /** Length of what is computed: at steady state every day is alike. @param {State} state */
  const spanOf = (state) => (state.regimen === "daily_steady_state" ? INTERVAL_H : state.window_h);

  /** @param {State} state @param {number} dose_mg @returns {Partial<Record<Link, Float64Array>>} */
  function occupancies({ regimen, receptor }, dose_mg, span_h) {
    const steps = Math.round(span_h / STEP_H);
    const key = `${regimen}/${span_h}`;
    const unit = once(`units/${key}`, () => ({
      biophase: concentrations(unit_response.biophase, regimen, STEP_H, steps),
      plasma: concentrations(unit_response.naltrexone, regimen, STEP_H, steps),
      areas: areasOfPlasma(unit_response.naltrexone, regimen, STEP_H, steps),
    }));
    const ratio = constants.ratio[receptor];
    return {
      biophase: equilibriumCurve(unit.biophase, dose_mg, constants.ec50_nM * ratio),
      slow_dissociation: slowDissociation(
        unit.areas, dose_mg, constants.kon_per_nM_h / ratio, constants.koff_per_h, regimen === "daily_steady_state"),
      plasma: equilibriumCurve(unit.plasma, dose_mg, constants.ec50_plasma_nM * ratio),
    };
  }

  /** @param {State} state @param {number} dose_mg */
  function people(state, dose_mg) {
    const spread = data.people[state.regimen][state.quantity === "occupancy" ? "biophase" : state.quantity];
    const ec50_nM = constants.ec50_nM * constants.ratio[state.receptor];
    const scaled = (/** @type {number[]} */ perMg) => perMg.map((value) =>
      state.quantity === "occupancy" ? equilibrium(value * dose_mg, ec50_nM) : value * dose_mg);
    return { low: scaled(spread.low), high: scaled(spread.high) };
  }

  /** @param {State} state @param {number} dose_mg @returns {Series} */
  function oneSeries(state, dose_mg) {
    const span_h = spanOf(state);
    const spread = state.band === "people" ? people(state, dose_mg) : null;
    if (state.quantity !== "occupancy") {
      const perMg = once(`${state.quantity}/${state.regimen}/${span_h}`, () => concentrations(
        unit_response[state.quantity], state.regimen, STEP_H, Math.round(span_h / STEP_H)));
      return { dose_mg, main: perMg.map((unit) => Math.max(unit * dose_mg, 0)), models: {}, people: spread, stretches: {}, hours: {} };
    }
    const models = occupancies(state, dose_mg, span_h);
    const stretches = Object.fromEntries(LINKS.map((link) =>
      [link, stretchesAbove(models[link], STEP_H, state.threshold_percent / 100)]));
    const hours = Object.fromEntries(LINKS.map((link) =>
      [link, stretches[link].reduce((sum, [start, end]) => sum + end - start, 0)]));
    return { dose_mg, main: models.biophase, models, people: spread, stretches, hours };
  }

  /** Occupancy by each model against dose, READ_H hours after the only or the last dose. @param {State} state */
  function againstDose({ pet_regimen, receptor }) {
    return once(`dose/${pet_regimen}/${receptor}`, () => {
      const doses = Array.from({ length: 61 }, (_, i) => 0.5 * 200 ** (i / 60));
      const curves = doses.map((dose_mg) => atReading(pet_regimen, receptor, dose_mg));
      return { doses, curves: Object.fromEntries(LINKS.map((link) => [link, curves.map((share) => share[link])])) };
    });
  }

  /** @param {State["pet_regimen"]} regimen @param {State["receptor"]} receptor @param {number} dose_mg */
  function atReading(regimen, receptor, dose_mg) {
    const ratio = constants.ratio[receptor];
    const span_h = regimen === "one_dose" ? READ_H : INTERVAL_H;
    const areas = once(`reading/${regimen}`, () =>
      areasOfPlasma(unit_response.naltrexone, regimen, STEP_H, Math.round(span_h / STEP_H)));
    const [biophase, plasma] = once(`reading units/${regimen}`, () => [
      concentration(unit_response.biophase, regimen, READ_H), concentration(unit_response.naltrexone, regimen, READ_H)]);
    const slow = slowDissociation(
      areas, dose_mg, constants.kon_per_nM_h / ratio, constants.koff_per_h, regimen === "daily_steady_state");
    return {
      biophase: equilibrium(biophase * dose_mg, constants.ec50_nM * ratio),
      slow_dissociation: slow[Math.round(READ_H / STEP_H)],
      plasma: equilibrium(plasma * dose_mg, constants.ec50_plasma_nM * ratio),
    };
  }

  return {
    /** @param {State} state */
    evaluate(state) {
      return {
        span_h: spanOf(state),
        spread_h: data.people[state.regimen].time_h,
        series: state.doses_mg.map((dose_mg) => oneSeries(state, dose_mg)),
      };
    },
    againstDose,
    atReading,
  };
}

/** @typedef {ReturnType<ReturnType<typeof evaluator>["evaluate"]>} View */

/** A value of an evenly spaced curve at an hour of the window; at steady state each day repeats the first. @param {ArrayLike<number>} values @param {number} hour @param {number} span_h */
export function valueAt(values, hour, span_h) {
  const within = hour > span_h ? hour - span_h * Math.floor(hour / span_h + 1e-9) : hour;
  return values[Math.round(within / STEP_H)];
}

/**
 * Extremes of a curve: lowest, highest, when it is highest, and where it ends.
 * @param {ArrayLike<number>} values
 */
export function extremes(values) {
  let [lowest, highest, at] = [values[0], values[0], 0];
  for (let j = 1; j < values.length; j++) {
    if (values[j] < lowest) lowest = values[j];
    if (values[j] > highest) [highest, at] = [values[j], j];
  }
  return { lowest, highest, highest_h: at * STEP_H, last: values[values.length - 1] };
}
