/**
 * The trial simulator: one truth, a thousand trials of it. Design, people, spread, correlation, carry-over and drop-out
 * move; the same people meet every setting until new ones are drawn.
 */
import { citation } from "./kit/citation.js";
import { button, evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { percent, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { panelHeight, trialsPanel } from "./trial_simulator/panel.js";
import { accepts, MOST_DRAWS, NAMES, readState } from "./trial_simulator/state.js";
import { dataTable } from "./trial_simulator/table.js";
import { N_TRIALS, simulator } from "./trial_simulator/trials.js";
import { biasSentence, foundSentence, sentence, sizeSentence } from "./trial_simulator/wording.js";

/** @typedef {import("./trial_simulator/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const PEOPLE = [8, 10, 12, 16, 20, 24, 28, 32, 40, 50, 60, 80, 99, 120, 150, 200, 250, 300, 400, 500, 600, 700, 800];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  const trials = simulator(data);
  let state = readState(model, data);
  let view = trials.evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(view),
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 1],
      compare: (guess) => `You guessed ${significant(guess)} %. As the controls stand now, ${percent(view.n_significant / N_TRIALS)} % of the trials are significant.`,
    },
  });

  /** A slider leaves the published trial: what that trial had is kept, but for what the slider sets. @param {Partial<State>} changes */
  const choose = ({ ...changes }) =>
    change({ like: "chosen", design: state.design, n: state.n, sd: state.sd, within_r: state.within_r, ...changes });
  const controls = makeControls(change, choose, data);
  const again = button("Draw 1,000 new trials", () => change({ draw: (state.draw % MOST_DRAWS) + 1 }));
  const [found, bias, size] = [h("span", {}), h("span", {}), h("span", { class: "ldn-times" })];
  const drawing = picture({ title: "A thousand simulated trials" });
  const place = h("figure", { class: "ldn-panel" }, drawing.element,
    h("figcaption", { class: "ldn-caption" },
      "Blue: significant in favour of LDN. Purple: significant in favour of placebo. Grey: not significant. Ink: as printed, with 95 % intervals: ",
      ...data.published.flatMap((/** @type {any} */ one, /** @type {number} */ i) => [i ? ", " : "", citation(one.source)]), "."));
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, found, " ", bias, " ", size), h("div", { class: "ldn-actions" }, again), place, controls.fine);

  /** @param {number} available */
  function draw(available) {
    state = readState(model, data);
    view = trials.evaluate(state);
    controls.show(state);
    found.textContent = foundSentence(state, view, data);
    bias.textContent = biasSentence(state, view);
    size.textContent = sizeSentence(state, view);
    const words = sentence(state, view, data);
    if (available > 0) drawing.draw(available, panelHeight(data), trialsPanel(state, view, data, available), words);
    frame.update();
    frame.say(words);
  }

  return keepDrawn({ model, frame, place, draw });
}

/** @param {(changes: Partial<State>) => void} change @param {(changes: Partial<State>) => void} choose @param {any} data */
function makeControls(change, choose, data) {
  const like = radioGroup({
    label: "A trial like", value: "", onInput: (value) => change({ like: value }),
    choices: [...data.published.map((/** @type {any} */ one) => /** @type {[string, string]} */ ([one.id, `${one.name} (${one.words})`])), ["chosen", "own choice"]],
  });
  const design = radioGroup({
    label: "Design", value: "", onInput: (value) => choose({ design: /** @type {State["design"]} */ (value) }),
    choices: [["crossover", "crossover"], ["parallel", "parallel"]],
  });
  const sliders = {
    effect: numberSlider({
      label: "True difference (nobody knows it)", unit: "points", spokenUnit: "points", stops: evenStops(-2, 1, 0.05), value: 0,
      onInput: (effect) => change({ effect }),
    }),
    n: numberSlider({ label: "People", unit: "", spokenUnit: "people", stops: PEOPLE, value: 8, onInput: (n) => choose({ n: Math.round(n) }) }),
    sd: numberSlider({
      label: "Spread between people (SD)", unit: "points", spokenUnit: "points", stops: evenStops(0.5, 4, 0.1), value: 1, onInput: (sd) => choose({ sd }),
    }),
    within_r: numberSlider({
      label: "Correlation of a person’s two results", unit: "", spokenUnit: "correlation", stops: evenStops(0, 0.95, 0.05), value: 0,
      onInput: (within_r) => choose({ within_r }),
    }),
    carry_over_percent: numberSlider({
      label: "Carry-over into the placebo period", unit: "%", spokenUnit: "per cent", stops: evenStops(0, 100, 5), value: 0,
      onInput: (carry_over_percent) => change({ carry_over_percent }),
    }),
    drop_out_percent: numberSlider({
      label: "People who leave", unit: "%", spokenUnit: "per cent", stops: evenStops(0, 50, 5), value: 0,
      onInput: (drop_out_percent) => change({ drop_out_percent }),
    }),
  };
  return {
    main: h("div", { class: "ldn-controls" }, like.element,
      h("div", { class: "ldn-doses" }, sliders.effect.element, sliders.carry_over_percent.element)),
    fine: h("div", { class: "ldn-controls ldn-controls-fine" }, design.element, sliders.n.element, sliders.sd.element,
      sliders.within_r.element, sliders.drop_out_percent.element),
    /** @param {State} state */
    show(state) {
      for (const [name, one] of Object.entries(sliders)) one.show(/** @type {any} */ (state)[name]);
      like.set(state.like);
      design.set(state.design);
      for (const one of [sliders.within_r, sliders.carry_over_percent]) one.element.hidden = state.design === "parallel";
    },
  };
}

export default { render };
