/**
 * The six-state model of `ldn.neuroimmune.tlr4` (equations and their origin are there), integrated by the classical
 * fourth-order Runge–Kutta method with a fixed step. A parity test holds it to the engine.
 */

/**
 * @typedef {object} Cell the stimulus and what it meets
 * @property {number} lps_ng_per_mL
 * @property {number} damp_per_ec50 @property {number} damp_strength
 * @property {boolean} myd88 @property {boolean} trif @property {boolean} inducible_ikba
 * @property {"both" | "trif"} blocks
 */
/** @typedef {Record<"nuclear_nfkb" | "ikba_total" | "tnf_mrna" | "tnf", Float64Array>} Response in per cent, one value a minute */

export const DURATION_MIN = 960;
const STEPS_PER_MIN = 4;

/** Share of the signal that the blocker takes away, Hill slope 1. @param {number} uM @param {number} ic50_uM */
export const blockedFraction = (uM, ic50_uM) => uM / (uM + ic50_uM);

/**
 * @param {any} data what Python shipped
 * @param {Cell} cell
 * @param {number} blocked share that the blocker takes away, 0–1
 * @param {number} [stepsPerMin] fewer are quicker and still exact enough to draw from
 * @returns {Response}
 */
export function respond(data, cell, blocked, stepsPerMin = STEPS_PER_MIN) {
  const c = data.constants;
  const w_M = cell.myd88 ? c.w_M : 0;
  const b_3 = cell.trif ? c.b_3 * (cell.blocks === "trif" ? 1 - blocked : 1) : 0;
  const s1 = cell.inducible_ikba ? c.s1 : 0;
  const left = cell.blocks === "both" ? 1 - blocked : 1;
  const asLps = cell.damp_per_ec50 * c.EC50;
  const signalling = (cell.lps_ng_per_mL + cell.damp_strength * asLps) / (c.EC50 + cell.lps_ng_per_mL + asLps);

  const rates = (/** @type {Float64Array} */ state, /** @type {Float64Array} */ out) => {
    // Read one by one: taking a typed array apart by pattern goes through its iterator, several times slower.
    const R = state[0], N = state[1], m = state[2], I = state[3], M = state[4], T = state[5];
    const signal = signalling * R * left;
    const ikk = w_M * signal + (c.w_T * T) / (T + c.K_T);
    const removal = (c.k_b * I * N) / (c.delta + N);
    out[0] = c.k_rec * (1 - R) - c.k_des * signalling * R;
    out[1] = c.k_d * ikk * (1 - N) - removal;
    out[2] = c.s0 + s1 * N * N - c.g_m * m;
    out[3] = c.k_t * m - removal - (c.g_I + c.k_f * ikk) * I;
    out[4] = c.b0 + c.b_N * N * N + b_3 * signal - c.g_T * M;
    out[5] = c.k_s * M - c.g_P * T;
  };

  let state = Float64Array.from(data.rest[cell.inducible_ikba ? "inducible" : "basal"]);
  const [k1, k2, k3, k4, probe] = Array.from({ length: 5 }, () => new Float64Array(6));
  const step = 1 / stepsPerMin;
  const scale = data.percent_per_unit;
  const samples = () => new Float64Array(DURATION_MIN + 1);
  const response = { nuclear_nfkb: samples(), ikba_total: samples(), tnf_mrna: samples(), tnf: samples() };
  for (let minute = 0; ; minute++) {
    response.nuclear_nfkb[minute] = state[1] * scale.nuclear_nfkb;
    response.ikba_total[minute] = (state[3] + 1 - state[1]) * scale.ikba_total;
    response.tnf_mrna[minute] = state[4] * scale.tnf_mrna;
    response.tnf[minute] = state[5] * scale.tnf;
    if (minute === DURATION_MIN) return response;
    for (let i = 0; i < stepsPerMin; i++) {
      rates(state, k1);
      for (let j = 0; j < 6; j++) probe[j] = state[j] + (step / 2) * k1[j];
      rates(probe, k2);
      for (let j = 0; j < 6; j++) probe[j] = state[j] + (step / 2) * k2[j];
      rates(probe, k3);
      for (let j = 0; j < 6; j++) probe[j] = state[j] + step * k3[j];
      rates(probe, k4);
      for (let j = 0; j < 6; j++) state[j] += (step / 6) * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
    }
  }
}

/** Minute at which a curve is highest. @param {Float64Array} values */
export function highestAt(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
