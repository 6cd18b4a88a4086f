/**
 * The linear model: what one milligram leaves in plasma or biophase, and how daily doses add up.
 * A unit response is a sum of exponentials, C(t) = Σ coefficient · exp(−rate · t), in nM per mg.
 */

/** @typedef {{rates_per_h: number[], coefficients_nM_per_mg: number[]}} UnitResponse */
/** @typedef {"one_dose" | "daily" | "daily_steady_state"} Regimen */

export const INTERVAL_H = 24;

/** Number, from 0, of the last dose given by an hour. @param {Regimen} regimen @param {number} hour */
export const doseNumber = (regimen, hour) =>
  regimen === "one_dose" ? 0 : Math.floor(hour / INTERVAL_H + 1e-9);

/**
 * How much of each exponential earlier doses have left, beside the last one: the geometric sum
 * (1 − e^(−m·rate·τ)) / (1 − e^(−rate·τ)) for m doses, m → ∞ at steady state.
 * @param {Regimen} regimen @param {number} number of the last dose, from 0 @param {number} rate
 */
export function accumulation(regimen, number, rate) {
  const once = Math.expm1(-rate * INTERVAL_H);
  if (regimen === "daily_steady_state") return -1 / once;
  return Math.expm1(-(number + 1) * rate * INTERVAL_H) / once;
}

/**
 * Concentration per mg at an hour since the first dose (since any dose at steady state).
 * @param {UnitResponse} unit @param {Regimen} regimen @param {number} hour
 */
export function concentration({ rates_per_h, coefficients_nM_per_mg }, regimen, hour) {
  const number = doseNumber(regimen, hour);
  const since = Math.max(hour - number * INTERVAL_H, 0);
  return rates_per_h.reduce(
    (sum, rate, i) => sum + coefficients_nM_per_mg[i] * accumulation(regimen, number, rate) * Math.exp(-rate * since),
    0,
  );
}

/**
 * Concentrations per mg on an even grid from 0, with one multiplication a point and exponential:
 * exp(−rate·(t + step)) = exp(−rate·t) · exp(−rate·step).
 * @param {UnitResponse} unit @param {Regimen} regimen @param {number} step_h @param {number} steps
 */
export function concentrations(unit, regimen, step_h, steps) {
  const result = new Float64Array(steps + 1);
  const { rates_per_h, coefficients_nM_per_mg } = unit;
  rates_per_h.forEach((rate, i) => {
    const decay = Math.exp(-rate * step_h);
    let dose = -1;
    let term = 0;
    for (let j = 0; j <= steps; j++) {
      const number = doseNumber(regimen, j * step_h);
      if (number !== dose) {
        dose = number;
        term = coefficients_nM_per_mg[i] * accumulation(regimen, number, rate);
      }
      result[j] += term;
      term *= decay;
    }
  });
  return result;
}

/**
 * What the slow-dissociation link needs of plasma in each step, per mg: the area under the concentration from the
 * start of the step, and from each of the two Gauss–Legendre nodes, to its end.
 * @param {UnitResponse} unit @param {Regimen} regimen @param {number} step_h @param {number} steps
 */
export function areasOfPlasma({ rates_per_h, coefficients_nM_per_mg }, regimen, step_h, steps) {
  const [early, late] = gaussNodes(step_h);
  const area = new Float64Array(steps);
  const areaFromEarly = new Float64Array(steps);
  const areaFromLate = new Float64Array(steps);
  rates_per_h.forEach((rate, i) => {
    const decay = Math.exp(-rate * step_h);
    const whole = -Math.expm1(-rate * step_h) / rate;
    const fromEarly = (Math.exp(-rate * early) * -Math.expm1(-rate * (step_h - early))) / rate;
    const fromLate = (Math.exp(-rate * late) * -Math.expm1(-rate * (step_h - late))) / rate;
    let dose = -1;
    let term = 0;
    for (let j = 0; j < steps; j++) {
      const number = doseNumber(regimen, j * step_h);
      if (number !== dose) {
        dose = number;
        term = coefficients_nM_per_mg[i] * accumulation(regimen, number, rate);
      }
      area[j] += term * whole;
      areaFromEarly[j] += term * fromEarly;
      areaFromLate[j] += term * fromLate;
      term *= decay;
    }
  });
  return { step_h, area, areaFromEarly, areaFromLate };
}

/** Where a two-point Gauss–Legendre rule looks within a step. @param {number} step_h @returns {[number, number]} */
export const gaussNodes = (step_h) => [step_h * (0.5 - Math.sqrt(3) / 6), step_h * (0.5 + Math.sqrt(3) / 6)];
