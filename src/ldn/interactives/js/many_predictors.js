/**
 * Many predictors: one outcome and a crowd of candidates that have nothing to do with it. Each draw keeps the best; the
 * pile shows how well the best does by chance, beside the closed form.
 */
import { citation } from "./kit/citation.js";
import { button, evenStops, numberSlider } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { game } from "./many_predictors/draws.js";
import { everyPanel, newestPanel } from "./many_predictors/panels.js";
import { accepts, MOST_DRAWS, MOST_PEOPLE, NAMES, readState } from "./many_predictors/state.js";
import { dataTable } from "./many_predictors/table.js";
import { chance, chanceSentence, drawsSentence, sentence } from "./many_predictors/wording.js";

/** @typedef {import("./many_predictors/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const SIDE_BY_SIDE = 620;
const HEIGHT = 290;
const DRAWS = [1, 2, 3, 5, 10, 20, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500];
const CANDIDATES = [1, 2, 3, 5, 8, 10, 12, 15, 17, 20, 25, 30, 40, 50, 60, 70, 85, 100];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  const { evaluate } = game();
  let state = readState(model);
  let view = evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(view),
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 1],
      compare: (guess) => `You guessed ${significant(guess)} %. As the controls stand now, it is ${chance(view.chance_of_best)}.`,
    },
  });

  const sliders = {
    n_predictors: numberSlider({ label: "Useless predictors tried", unit: "", spokenUnit: "predictors", stops: CANDIDATES, value: 1,
      onInput: (count) => change({ n_predictors: Math.round(count) }) }),
    n: numberSlider({ label: "People", unit: "", spokenUnit: "people", stops: evenStops(5, MOST_PEOPLE, 1), value: 5,
      onInput: (n) => change({ n: Math.round(n) }) }),
    r: numberSlider({ label: "Correlation to reach, |r|", unit: "", spokenUnit: "correlation", stops: evenStops(0.3, 0.99, 0.01), value: 0.3,
      onInput: (r) => change({ r }) }),
    draws: numberSlider({ label: "Draws", unit: "", spokenUnit: "draws", stops: DRAWS, value: 1,
      onInput: (draws) => change({ draws: Math.round(draws) }) }),
  };
  const again = button("Draw once more", () => change({ draws: Math.min(MOST_DRAWS, state.draws + 1) }));
  const [first, second] = [h("span", {}), h("span", { class: "ldn-times" })];
  const newest = picture({ title: "The best predictor of the newest draw" });
  const every = picture({ title: "The best of every draw" });
  const title = h("p", { class: "ldn-panel-title" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-dose" }, title, newest.element,
      h("figcaption", { class: "ldn-caption" }, "Dots: people. Below: the size of every candidate’s correlation, the best one thick.")),
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "The best of every draw"), every.element,
      h("figcaption", { class: "ldn-caption" }, "Grey: draws. Vermilion: draws that reached the line. Blue: what theory expects of them. The correlation of ESR: ", citation(data.source), ".")));
  frame.body.append(
    h("div", { class: "ldn-controls" }, h("div", { class: "ldn-doses" }, sliders.n_predictors.element, sliders.n.element, sliders.r.element, sliders.draws.element)),
    h("p", { class: "ldn-sentence" }, first, " ", second), h("div", { class: "ldn-actions" }, again), panels);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state);
    for (const [name, one] of Object.entries(sliders)) one.show(/** @type {any} */ (state)[name]);
    again.disabled = state.draws === MOST_DRAWS;
    first.textContent = chanceSentence(state, view);
    second.textContent = drawsSentence(state, view);
    title.textContent = `Draw ${state.draws}: r ${view.newest.r.toFixed(2).replace("-", "−")}, best of ${state.n_predictors}`;
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      panels.classList.toggle("ldn-beside", beside);
      const everyWidth = beside ? Math.round(available * 0.57) : available;
      const newestWidth = beside ? available - everyWidth - 20 : available;
      newest.draw(newestWidth, HEIGHT + 30, newestPanel(view, { width: newestWidth, height: HEIGHT + 30 }), drawsSentence(state, view));
      every.draw(everyWidth, HEIGHT, everyPanel(state, view, data, { width: everyWidth, height: HEIGHT }), chanceSentence(state, view));
      newest.element.style.width = `${newestWidth}px`;
      every.element.style.width = `${everyWidth}px`;
    }
    frame.update();
    frame.say(sentence(state, view));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

export default { render };
