/**
 * The dose comparison: the same drug at up to four doses, over time and against dose, by three rival models,
 * with the human measurements drawn over them.
 */
import { button, evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { hours, milligrams, range, percent, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { comparablePet, dosePanel } from "./dose_comparison/dose_panel.js";
import { evaluator, extremes, LINKS, READ_H } from "./dose_comparison/series.js";
import { accepts, MOST_DOSES, NAMES, readState } from "./dose_comparison/state.js";
import { dataTable } from "./dose_comparison/table.js";
import { matchingPet, stripsHeight, timePanel } from "./dose_comparison/time_panel.js";
import { sentence, timeAbove } from "./dose_comparison/wording.js";
import { DOSE_STOPS_MG } from "./naltrexone/doses.js";

/** @typedef {import("./dose_comparison/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const PANEL_HEIGHT = 320;
const SIDE_BY_SIDE = 640;
/** Doses that "Add a dose" offers, the first that is not there yet. */
const FURTHER_DOSES_MG = [1.5, 12.5, 25, 3, 6, 100];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {import("./dose_comparison/series.js").Data} */
  const data = model.get("data");
  const models = evaluator(data);
  let state = readState(model);
  let view = models.evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, view),
    disclosures: [modelsDisclosure(model)],
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 1],
      compare: (guess) => compareGuess(guess),
    },
  });

  const controls = makeControls(change, () => readState(model));
  const timePicture = picture({ title: "Over time" });
  const dosePicture = picture({ title: `Against dose, read ${READ_H} hours after the dose` });
  const levels = h("span", {});
  const times = h("span", { class: "ldn-times" });
  const headline = h("p", { class: "ldn-sentence" }, levels, " ", times);
  const timeCaption = h("figcaption", { class: "ldn-caption" });
  const doseCaption = h("figcaption", { class: "ldn-caption" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "Over time"), timePicture.element, timeCaption),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "Against dose"), dosePicture.element, doseCaption));
  const readout = h("div", { class: "ldn-readout-place" });
  frame.body.append(controls.main, headline, panels, readout, controls.fine);

  /** @param {number} guess */
  function compareGuess(guess) {
    const settled = { ...state, quantity: /** @type {const} */ ("occupancy"), band: /** @type {const} */ ("none") };
    const { series } = models.evaluate(settled);
    const { lowest, highest } = extremes(series[0].main);
    return `You guessed ${significant(guess)} %. Model B says ${range(lowest, highest, percent)} % for ${
      milligrams(series[0].dose_mg)}, as the controls stand now.`;
  }

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = models.evaluate(state);
    controls.show(state);
    const words = sentence(state, view);
    const [about, above] = halves(words);
    write(levels, about);
    write(times, above);
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const timeWidth = beside ? Math.round(available * 0.57) : available;
      const doseWidth = beside ? available - timeWidth - 20 : available;
      const extra = stripsHeight(state);
      panels.classList.toggle("ldn-beside", beside);
      const height = beside ? PANEL_HEIGHT : 280;
      timePicture.draw(timeWidth, height + extra,
        timePanel(state, view, data, { width: timeWidth, height, guess: frame.gate?.guess ?? null }), words);
      dosePicture.draw(doseWidth, height, dosePanel(state, models, data, { width: doseWidth, height }), doseWords(state));
      timePicture.element.style.width = `${timeWidth}px`;
      dosePicture.element.style.width = `${doseWidth}px`;
    }
    write(timeCaption, timeWords(state));
    write(doseCaption, doseWords(state));
    showHours();
    frame.update();
    frame.say(words);
  }

  /** @param {State} shown */
  function timeWords(shown) {
    const parts = [];
    if (shown.band === "people") {
      parts.push(shown.quantity === "occupancy" ? "Line: model B, typical person." : "Line: typical person.",
        "Band: 5th to 95th percentile of virtual people, who differ in how much and how fast they absorb and how they clear 6β-naltrexol.");
    } else if (shown.quantity === "occupancy") {
      parts.push(shown.band === "models" ? "Thick line: model B. Thin lines and band: how far models A and C disagree with it." : "Line: model B.");
    } else parts.push("Plasma is the same in all three models: they part between plasma and receptor.");
    const measured = shown.quantity === "occupancy" ? matchingPet(shown, data) : [];
    if (measured.length) {
      const sources = new Set(data.pet.filter(({ receptor, regimen }) => receptor === shown.receptor && regimen === shown.regimen)
        .filter(({ dose_mg }) => shown.doses_mg.some((dose) => Math.abs(dose / dose_mg - 1) < 0.02)).map(({ source }) => source));
      parts.push(`Ink: human PET at that dose (${[...sources].join(", ")}), bar: SD; dots: hours in which the scan may fall.`);
    }
    return parts.join(" ");
  }
  /** @param {State} shown */
  function doseWords(shown) {
    const points = comparablePet(shown, data);
    const how = shown.pet_regimen === "one_dose" ? `${READ_H} hours after one dose` : `at steady state, ${READ_H} hours after the day’s dose`;
    const sources = [...new Set(points.map(({ setting }) => setting))];
    return `Models ${how}. ` + (points.length ? `Ink: human PET (${sources.join("; ")}).` :
      `No human measurement of the ${shown.receptor} receptor ${shown.pet_regimen === "one_dose" ? "after one dose" : "at steady state"} is at hand.`);
  }
  /** @type {HTMLElement[]} */
  let hourCells = [];
  /** The table stands as long as it has the same rows: only its numbers move. */
  function showHours() {
    const rows = state.quantity !== "occupancy" ? [] : view.series.map(({ dose_mg, hours: above }) => [milligrams(dose_mg),
      ...LINKS.map((link) => hours(above[link] ?? 0))]);
    const texts = rows.length ? [`${timeAbove(state)}, by model`, ...rows.flat()] : [];
    if (texts.length !== hourCells.length) readout.replaceChildren(...hoursTable(rows.length));
    texts.forEach((text, i) => write(hourCells[i], text));
  }
  /** @param {number} count of doses */
  function hoursTable(count) {
    hourCells = [];
    if (!count) return [];
    const heads = [["B", "slow brain compartment"], ["A", "slow release"], ["C", "follows plasma"]];
    const kept = (/** @type {HTMLElement} */ cell) => {
      hourCells.push(cell);
      return cell;
    };
    return [h("table", { class: "ldn-readout" },
      kept(h("caption")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Dose"),
        ...heads.map(([letter, name]) => h("th", { scope: "col" }, h("b", {}, letter), ` ${name}`)))),
      h("tbody", {}, ...Array.from({ length: count }, (_, series) =>
        h("tr", { "data-series": series }, kept(h("th", { scope: "row" })), ...LINKS.map(() => kept(h("td")))))))];
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/** Puts a text in its place unless it stands there already. @param {HTMLElement} element @param {string} text */
const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** The sentence about levels and the one about time. @param {string} words @returns {[string, string]} */
function halves(words) {
  const cut = words.indexOf("Time above");
  return cut < 0 ? [words, ""] : [words.slice(0, cut).trim(), words.slice(cut)];
}

/** The three models, each named and explained. @param {Model} model */
function modelsDisclosure(model) {
  const list = h("dl", { class: "ldn-models" });
  for (const { letter, name, words } of model.get("data").models)
    list.append(h("dt", {}, h("b", {}, letter), ` ${name}`), h("dd", {}, words));
  return h("details", { class: "ldn-disclosure" }, h("summary", {}, "The three models"), list);
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 */
function makeControls(change, current) {
  const doses = h("div", { class: "ldn-doses" });
  /** @type {ReturnType<typeof numberSlider>[]} */
  let sliders = [];
  const add = button("Add a dose", () => {
    const { doses_mg } = current();
    const next = FURTHER_DOSES_MG.find((dose) => !doses_mg.includes(dose)) ?? FURTHER_DOSES_MG[0];
    change({ doses_mg: [...doses_mg, next] });
  });

  function buildDoses(count) {
    const { doses_mg } = current();
    sliders = Array.from({ length: count }, (_, i) => numberSlider({
      label: `Dose ${i + 1}`, unit: "mg", spokenUnit: "milligrams", stops: DOSE_STOPS_MG, value: doses_mg[i], series: i,
      onInput: (value) => change({ doses_mg: current().doses_mg.map((dose, j) => (j === i ? value : dose)) }),
    }));
    sliders.forEach(({ element }, i) => {
      element.querySelector(".ldn-label").insertAdjacentHTML("beforeend",
        `<svg class="ldn-swatch" viewBox="0 0 34 6" aria-hidden="true"><path class="ldn-curve ldn-main" d="M0 3H34"/></svg>`);
      if (count > 1) element.querySelector(".ldn-slider-row").append(h("button", {
        class: "ldn-step ldn-remove", "aria-label": `Remove dose ${i + 1}`,
        onclick: () => {
          change({ doses_mg: current().doses_mg.filter((_, j) => j !== i) });
          add.focus();
        },
      }, "×"));
    });
    doses.replaceChildren(...sliders.map(({ element }) => element));
  }

  const make = (/** @type {any} */ name, /** @type {string} */ label, /** @type {[any, string][]} */ choices) =>
    radioGroup({ label, choices: choices.map(([key, text]) => [String(key), text]), value: "",
      onInput: (value) => change({ [name]: name === "window_h" ? Number(value) : value }) });
  const groups = {
    regimen: make("regimen", "Taken", [["one_dose", "one dose"], ["daily", "daily, from the first"], ["daily_steady_state", "daily, at steady state"]]),
    quantity: make("quantity", "Show", [["occupancy", "receptor occupancy"], ["naltrexone", "naltrexone in plasma"], ["naltrexol", "6β-naltrexol in plasma"]]),
    receptor: make("receptor", "Opioid receptor", [["mu", "mu"], ["delta", "delta"], ["kappa", "kappa"]]),
    window_h: make("window_h", "Time shown", [[24, "24 h"], [72, "72 h"], [336, "two weeks"]]),
    band: make("band", "Band", [["models", "between models A–C"], ["people", "between people"], ["none", "none"]]),
    concentration_axis: make("concentration_axis", "Plasma axis", [["linear", "linear"], ["log", "log"]]),
    pet_regimen: make("pet_regimen", "Against dose, after", [["one_dose", "one dose"], ["daily_steady_state", "daily doses"]]),
  };
  const threshold = numberSlider({
    label: "Count hours above", unit: "%", spokenUnit: "per cent", stops: evenStops(1, 99, 1), value: 50,
    onInput: (value) => change({ threshold_percent: value }),
  });

  return {
    main: h("div", { class: "ldn-controls" }, doses, h("div", { class: "ldn-main-choices" },
      groups.quantity.element, groups.regimen.element, h("div", { class: "ldn-add" }, add))),
    fine: h("div", { class: "ldn-controls ldn-controls-fine" }, threshold.element, groups.receptor.element, groups.window_h.element,
      groups.band.element, groups.concentration_axis.element, groups.pet_regimen.element),
    /** Shows a state that may have come from elsewhere. A field being typed in is left alone. @param {State} state */
    show(state) {
      if (sliders.length !== state.doses_mg.length) buildDoses(state.doses_mg.length);
      sliders.forEach((slider, i) => slider.show(state.doses_mg[i]));
      threshold.show(state.threshold_percent);
      for (const [name, group] of Object.entries(groups)) group.set(String(state[/** @type {keyof State} */ (name)]));
      add.disabled = state.doses_mg.length >= MOST_DOSES;
      const plasma = state.quantity !== "occupancy";
      // Plasma is the same in all three models, so there is no ground between them to show.
      groups.band.inputs[0].disabled = plasma;
      threshold.element.hidden = plasma;
      groups.concentration_axis.element.hidden = !plasma;
    },
  };
}

export default { render };
