/**
 * The forest builder: trials of pain in fibromyalgia pooled as a reader chooses, beside what reviews published and beside
 * every pool that the same choices could make.
 */
import { citation } from "./kit/citation.js";
import { checkbox, evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { chart, layout } from "./forest_builder/chart.js";
import { acceptor, isPoolable, NAMES, readState } from "./forest_builder/state.js";
import { dataTable } from "./forest_builder/table.js";
import { evaluator } from "./forest_builder/view.js";
import { combinationSentence, poolSentence, signed, spreadSentence, UNITS } from "./forest_builder/wording.js";

/** @typedef {import("./forest_builder/state.js").State} State */
/** @typedef {import("./forest_builder/state.js").Data} Data */
/** @typedef {import("./forest_builder/view.js").View} View */
/** @typedef {import("./kit/shell.js").Model} Model */

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const evaluate = evaluator(data);
  let state = readState(model);
  let view = evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts: acceptor(data), table: () => dataTable(view), disclosures: [sources(data)],
    prediction: {
      unit: "points", spokenUnit: "points less pain", range: [-1, 3, 0.1],
      compare: (guess) => `You guessed ${signed(guess, 1)} ${guess === 1 ? "point" : "points"} less pain. As the switches stand now, the pool says ${
        view.pooled ? `${signed(-view.pooled.estimate)} ${UNITS[view.measure]} less` : "nothing"}.`,
    },
  });

  const controls = makeControls(change, () => state, () => view, data);
  const drawing = picture({ title: "Trials, pools and combinations" });
  const own = h("strong", {});
  const spread = h("span", {});
  const every = h("span", { class: "ldn-forest-all" });
  const caption = h("figcaption", { class: "ldn-caption" });
  const panel = h("figure", { class: "ldn-panel" }, drawing.element, caption);
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, own, " ", spread, " ", every), panel, controls.walk);

  /** @param {number} width */
  function draw(width) {
    state = readState(model);
    view = evaluate(state);
    controls.show(state, view);
    const words = [poolSentence(view), spreadSentence(view), combinationSentence(view)];
    [own.textContent, spread.textContent, every.textContent] = words;
    caption.textContent = "Squares: trials, as large as their weight. Diamond: your pool with its confidence interval. Bar: where a new trial’s true effect would lie. " +
      `Dots: what reviews printed; hollow, converted with 1 SD = ${data.points_per_sd.toFixed(1)} points. Below: one line a pool, dark where the interval leaves out zero.`;
    if (width > 0) drawing.draw(width, layout(view, width).height, chart(view, width, frame.gate?.guess ?? null), words.filter(Boolean).join(" "));
    frame.update();
    frame.say(words.filter(Boolean).join(" "));
  }

  return keepDrawn({ model, frame, place: panel, draw });
}

/** Every trial and review of the picture, linked. @param {Data} data */
function sources({ trials, published }) {
  const every = [...trials, ...published].map(({ source }) => source);
  const once = every.filter(({ key }, i) => every.findIndex((other) => other.key === key) === i);
  return h("details", { class: "ldn-disclosure" }, h("summary", {}, "The trials and the reviews"),
    h("ul", { class: "ldn-forest-sources" }, ...once.map((source) => h("li", {}, citation(source)))));
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 * @param {() => View} view
 * @param {Data} data
 */
function makeControls(change, current, view, data) {
  const ids = data.trials.filter(isPoolable).map(({ id }) => id);
  const boxes = data.trials.filter(isPoolable).map((trial) => ({
    trial,
    box: checkbox({ label: trial.name, value: true, onInput: (wanted) => change({
      trials: ids.filter((id) => (id === trial.id ? wanted : current().trials.includes(id))) }) }),
  }));
  const trials = h("fieldset", { class: "ldn-choices" }, h("legend", { class: "ldn-label" }, "Trials"),
    h("div", { class: "ldn-forest-trials" }, ...boxes.map(({ box }) => box.element)));
  const measure = radioGroup({ label: "Effect in", value: current().measure, onInput: (value) => change({ measure: value }),
    choices: [["mean difference", "points of 10"], ["standardised mean difference", "standard deviations"]] });
  const model = radioGroup({ label: "Model", value: current().model, onInput: (value) => change({ model: value }),
    choices: [["random", "random effects"], ["fixed", "fixed effect"]] });
  const tau2 = radioGroup({ label: "Variance between trials", value: current().tau2, onInput: (value) => change({ tau2: value }),
    choices: [["DL", "DerSimonian–Laird"], ["PM", "Paule–Mandel"]] });
  const hartungKnapp = checkbox({ label: "Hartung–Knapp interval", value: current().hartung_knapp, onInput: (value) => change({ hartung_knapp: value }) });
  const crossover = radioGroup({ label: `The crossover (${data.trials.filter((trial) => isPoolable(trial) && trial.crossover).map(({ name }) => name)[0]})`,
    value: current().crossover, onInput: (value) => change({ crossover: value }),
    choices: [["paired", "by its pairs"], ["unpaired", "as two groups"], ["misread", "its ± taken for SD (a slip)"]] });
  const timePoint = radioGroup({ label: "Trials read at", value: current().time_point, onInput: (value) => change({ time_point: value }),
    choices: [["main", "their main time point"], ["last", "their last"]] });

  const walk = h("div", { class: "ldn-forest-walk" });
  let walked = 0;
  /** @type {ReturnType<typeof numberSlider> | null} */
  let slider = null;
  /** @param {View} shown */
  function showWalk({ combinations, rank }) {
    if (!slider || walked !== combinations.length) {
      walked = combinations.length;
      slider = numberSlider({ label: "Walk through every pool, lowest first", unit: `of ${walked}`, spokenUnit: `of ${walked}`,
        stops: evenStops(1, walked, 1), value: rank ?? 1, series: 0, onInput: (place) => {
          const { model: made, ...rest } = view().combinations[Math.round(place) - 1].choices;
          change(made.kind === "fixed" ? { ...rest, model: "fixed" } : { ...rest, model: "random", tau2: made.tau2, hartung_knapp: made.hartung_knapp });
        } });
      walk.replaceChildren(slider.element);
    }
    if (rank !== null) slider.show(rank);
  }

  return {
    main: h("div", { class: "ldn-controls ldn-forest-controls" }, trials, h("div", { class: "ldn-forest-trials" }, measure.element, model.element, tau2.element, hartungKnapp.element),
      h("div", { class: "ldn-forest-trials" }, crossover.element, timePoint.element)),
    walk,
    /** Shows a state that may have come from elsewhere. @param {State} state @param {View} shown */
    show(state, shown) {
      for (const { trial, box } of boxes) {
        box.set(state.trials.includes(trial.id));
        box.input.disabled = trial.effects[state.measure][state.crossover][state.time_point] === null;
      }
      measure.set(state.measure);
      model.set(state.model);
      tau2.set(state.tau2);
      hartungKnapp.set(state.hartung_knapp);
      crossover.set(state.crossover);
      timePoint.set(state.time_point);
      for (const input of [...tau2.inputs, hartungKnapp.input]) input.disabled = state.model === "fixed";
      showWalk(shown);
    },
  };
}

export default { render };
