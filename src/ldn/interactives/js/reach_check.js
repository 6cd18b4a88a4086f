/**
 * The reach check: levels in plasma after the doses a reader picks, naltrexone's constants at its receptors, and every
 * published concentration in vitro, on one logarithmic axis; the margin of one report is read out.
 */
import { button, numberSlider, radioGroup, select } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { milligrams } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { DOSE_STOPS_MG } from "./naltrexone/doses.js";
import { chart, chartHeight } from "./reach_check/chart.js";
import { evaluate, isPlaced } from "./reach_check/reach.js";
import { acceptor, BUILD_UP_STOPS, MOST_DOSES, NAMES, readState } from "./reach_check/state.js";
import { dataTable } from "./reach_check/table.js";
import { countSentence, distance, levelSentence, reach, reportSentence, times } from "./reach_check/wording.js";

/** @typedef {import("./reach_check/state.js").State} State */
/** @typedef {import("./reach_check/state.js").Data} Data */
/** @typedef {import("./kit/shell.js").Model} Model */

/** Doses that "Add a dose" offers, the first that is not there yet. */
const FURTHER_DOSES_MG = [1.5, 50, 100, 4.5];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state, data);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts: acceptor(data),
    table: () => dataTable(state, view, data),
    prediction: {
      unit: "zeros", spokenUnit: "zeros", range: [0, 8, 1],
      compare: (guess) => `You guessed ${guess} ${guess === 1 ? "zero" : "zeros"}, that is ${times(10 ** guess)} ${
        guess === 0 ? "time" : "times"}. As the controls stand now, it is ${distance(...view.margins[0])} after ${milligrams(state.doses_mg[0])}.`,
    },
  });

  const controls = makeControls(change, () => readState(model), data);
  const drawing = picture({ title: "From the dish to the dose" });
  const levels = h("span", {});
  const margin = h("strong", {});
  const count = h("span", { class: "ldn-reach-count" });
  const unplaced = data.reports.filter((report) => !isPlaced(report)).length;
  const panel = h("figure", { class: "ldn-panel" }, drawing.element,
    h("figcaption", { class: "ldn-caption" }, "Lines: what the doses give. Diamond: constant at a receptor. Filled: an effect was found. Hollow: none was. " +
      `Cross: retracted. Star: concentration as a review quotes it. Choose a row to read out its margin. ${unplaced} more reports name no concentration in the text that was read; they are in the data.`));
  drawing.element.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("[data-report]");
    if (row) change({ report: row.getAttribute("data-report") ?? state.report });
  });
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, levels, " ", margin, " ", count), panel, controls.fine);

  /** @param {number} width */
  function draw(width) {
    state = readState(model);
    view = evaluate(state, data);
    controls.show(state);
    const words = [levelSentence(state, view), reportSentence(state, view), countSentence(state, view)];
    [levels.textContent, margin.textContent, count.textContent] = words;
    if (width > 0) drawing.draw(width, chartHeight(width, data.receptors.length + view.shown.length), chart(state, view, data, width), words.join(" "));
    frame.update();
    frame.say(words.join(" "));
  }

  return keepDrawn({ model, frame, place: panel, draw });
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 * @param {Data} data
 */
function makeControls(change, current, data) {
  const doses = h("div", { class: "ldn-doses" });
  /** @type {ReturnType<typeof numberSlider>[]} */
  let sliders = [];
  const add = button("Add a dose", () => {
    const { doses_mg } = current();
    change({ doses_mg: [...doses_mg, FURTHER_DOSES_MG.find((dose) => !doses_mg.includes(dose)) ?? FURTHER_DOSES_MG[0]] });
  });
  /** @param {number} count */
  function buildDoses(count) {
    const { doses_mg } = current();
    sliders = Array.from({ length: count }, (_, i) => numberSlider({
      label: `Dose ${i + 1}`, unit: "mg", spokenUnit: "milligrams", stops: DOSE_STOPS_MG, value: doses_mg[i], series: i,
      onInput: (value) => change({ doses_mg: current().doses_mg.map((dose, j) => (j === i ? value : dose)) }),
    }));
    if (count > 1) sliders.forEach(({ element }, i) => element.querySelector(".ldn-slider-row").append(h("button", {
      class: "ldn-step ldn-remove", "aria-label": `Remove dose ${i + 1}`,
      onclick: () => {
        change({ doses_mg: current().doses_mg.filter((_, j) => j !== i) });
        add.focus();
      },
    }, "×")));
    doses.replaceChildren(...sliders.map(({ element }) => element));
  }
  const report = select({
    label: "Report whose margin is read out", value: current().report, onInput: (id) => change({ report: id }),
    choices: data.reports.filter(isPlaced).map((one) => [one.id, `${one.cited}, ${one.agent}, ${reach(one)}, ${one.target}`]),
  });
  const buildUp = numberSlider({ label: "Suppose tissue holds this many times the plasma (an assumption)", unit: "×", spokenUnit: "times",
    stops: BUILD_UP_STOPS, value: current().build_up, onInput: (value) => change({ build_up: value }) });
  const agents = radioGroup({ label: "Reports on", value: current().agents, onInput: (value) => change({ agents: value }),
    choices: [["all", "naltrexone, naloxone, mirror images"], ["naltrexone", "naltrexone as prescribed"]] });
  const plasma = radioGroup({ label: "Naltrexone in plasma", value: current().plasma, onInput: (value) => change({ plasma: value }),
    choices: [["free", "free"], ["total", "bound and free"]] });
  return {
    main: h("div", { class: "ldn-controls" }, doses, h("div", { class: "ldn-report-choice" }, report.element), h("div", {}, add)),
    fine: h("div", { class: "ldn-controls ldn-controls-fine" }, buildUp.element, agents.element, plasma.element),
    /** Shows a state that may have come from elsewhere. A field being typed in is left alone. @param {State} state */
    show(state) {
      if (sliders.length !== state.doses_mg.length) buildDoses(state.doses_mg.length);
      sliders.forEach((slider, i) => slider.show(state.doses_mg[i]));
      add.disabled = state.doses_mg.length >= MOST_DOSES;
      report.set(state.report);
      buildUp.show(state.build_up);
      agents.set(state.agents);
      plasma.set(state.plasma);
    },
  };
}

export default { render };
