/** What is shown now: the cell without and with the blocker, and its peaks against the blocker's concentration. */
import { blockedFraction, highestAt, respond } from "./model.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").Response} Response */

/**
 * @typedef {object} View
 * @property {number} concentration_uM
 * @property {Response} without @property {Response} withBlocker
 * @property {Response | null} wildType null where nothing is switched off
 * @property {boolean} deaf neither arm is left
 * @property {boolean} silent no endotoxin, and no DAMP that signals
 * @property {number} damp_rise_percent of peak TNF over that of endotoxin alone
 * @property {(variable: keyof Response) => number} fall_percent
 * @property {(variable: keyof Response) => number} peak_min
 */

/** Ratios of concentration to IC50 at which the peaks are computed. */
const RATIOS = Array.from({ length: 23 }, (_, i) => 10 ** (-3 + (6 * i) / 22));
/** Enough for a drawn line. */
const COARSE = 1;

/** @param {any} data what Python shipped */
export function evaluator(data) {
  const remembered = new Map();
  /** @template T @param {string} key @param {() => T} compute @returns {T} */
  const once = (key, compute) => {
    if (!remembered.has(key)) {
      if (remembered.size > 40) remembered.clear();
      remembered.set(key, compute());
    }
    return remembered.get(key);
  };
  /** @param {State} state */
  const keyOf = ({ lps_ng_per_mL, damp_per_ec50, damp_strength, myd88, trif, inducible_ikba }) =>
    [lps_ng_per_mL, damp_per_ec50, damp_strength, myd88, trif, inducible_ikba].join();

  /** @param {State} state */
  const concentration = ({ given, antagonist_uM }) =>
    given === "person" ? data.person_uM : given === "dish" ? data.dish_uM : antagonist_uM;

  return {
    /** @param {State} state @returns {View} */
    evaluate(state) {
      const concentration_uM = concentration(state);
      const without = once(keyOf(state), () => respond(data, state, 0));
      const withBlocker = respond(data, state, blockedFraction(concentration_uM, state.ic50_uM));
      const whole = { ...state, myd88: true, trif: true, inducible_ikba: true };
      const wild = state.myd88 && state.trif && state.inducible_ikba;
      const highest = (/** @type {Float64Array} */ values) => values[highestAt(values)];
      const noDamp = { ...state, damp_per_ec50: 0 };
      const alone = state.damp_per_ec50 === 0 ? without : once(keyOf(noDamp), () => respond(data, noDamp, 0));
      return {
        concentration_uM, without, withBlocker,
        wildType: wild ? null : once(keyOf(whole), () => respond(data, whole, 0)),
        deaf: !state.myd88 && !state.trif,
        silent: state.lps_ng_per_mL === 0 && state.damp_per_ec50 * state.damp_strength === 0,
        damp_rise_percent: 100 * (highest(without.tnf) / highest(alone.tnf) - 1),
        fall_percent: (variable) => 100 * (1 - highest(withBlocker[variable]) / highest(without[variable])),
        peak_min: (variable) => highestAt(without[variable]),
      };
    },
    /**
     * Peaks of TNF and nuclear NF-κB in per cent of those without the blocker, against concentration (µM).
     * Only the blocked share matters to the cell, so another IC50 moves the same points sideways.
     * @param {State} state
     */
    peaks(state) {
      const shares = once(`peaks ${keyOf(state)},${state.blocks}`, () => {
        const of = (/** @type {number} */ blocked) => {
          const response = respond(data, state, blocked, COARSE);
          return [response.tnf, response.nuclear_nfkb].map((values) => values[highestAt(values)]);
        };
        const whole = of(0);
        return RATIOS.map((ratio) => of(ratio / (1 + ratio)).map((peak, i) => (100 * peak) / whole[i]));
      });
      return {
        uM: RATIOS.map((ratio) => ratio * state.ic50_uM),
        tnf: shares.map(([tnf]) => tnf),
        nuclear_nfkb: shares.map(([, nfkb]) => nfkb),
      };
    },
  };
}

const NAMES = {
  nuclear_nfkb: "nuclear NF-κB (% of all)",
  ikba_total: "IκBα (% of rest)",
  tnf_mrna: "TNF mRNA (% of full stimulus)",
  tnf: "TNF (% of full stimulus)",
};
const ROW_STEP_MIN = { 8: 20, 16: 40 };

/** `TLR4Signalling.table()` gives the same in Python. @param {State} state @param {View} view @returns {import("../kit/data.js").Table} */
export function dataTable(state, { without, withBlocker }) {
  const columns = ["time (min)"];
  /** @type {Float64Array[]} */
  const curves = [];
  for (const [variable, name] of Object.entries(NAMES)) {
    columns.push(`${name}, without`, `${name}, with blocker`);
    curves.push(without[/** @type {keyof Response} */ (variable)], withBlocker[/** @type {keyof Response} */ (variable)]);
  }
  const step = ROW_STEP_MIN[state.window_h];
  const rows = Array.from({ length: (state.window_h * 60) / step + 1 }, (_, i) =>
    [i * step, ...curves.map((values) => Number(values[i * step].toFixed(1)))]);
  return { caption: "Response to the stimulus, without and with the blocker", columns, rows };
}
