/**
 * The curve shifter: an antagonist, as a concentration or as daily tablets, moves an agonist's curve; beside it the
 * learner collects a Schild plot, reading by reading.
 */
import { button, evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { tableElement } from "./kit/data.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { DOSE_STOPS_MG } from "./naltrexone/doses.js";
import { dataTable, evaluate, HIGHEST_RATIO, readPoint } from "./curve_shifter/antagonism.js";
import { curvesPanel } from "./curve_shifter/curves_panel.js";
import { MOST_POINTS } from "./curve_shifter/schild.js";
import { schildPanel } from "./curve_shifter/schild_panel.js";
import { accepts, ANTAGONIST_STOPS_NM, NAMES, readState, RESERVE_STOPS } from "./curve_shifter/state.js";
import { decimal, schildSentence, shiftSentence, times } from "./curve_shifter/wording.js";

/** @typedef {import("./curve_shifter/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const PANEL_HEIGHT = 320;
const SIDE_BY_SIDE = 640;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {import("./curve_shifter/antagonism.js").Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state, data);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, view, data),
    prediction: {
      unit: "×", spokenUnit: "times", range: [1, 50, 1],
      compare: (guess) => `You guessed ${significant(guess)} times. As the controls stand now it is ${
        view.ratio === Infinity ? "out of reach" : times(view.ratio)}.`,
    },
  });

  const controls = makeControls(change, () => state);
  const curves = picture({ title: "Response against agonist" });
  const schild = picture({ title: "Schild plot" });
  const shift = h("span", {});
  const plot = h("span", { class: "ldn-times" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "The agonist’s curve"), curves.element,
      h("figcaption", { class: "ldn-caption" }, "Dashed: agonist alone. Thick: with the antagonist. Thin: at each kept point. Arrow: how far the same response has moved.")),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "Your Schild plot"), schild.element,
      h("figcaption", { class: "ldn-caption" }, "Dots: readings you kept. Ring: where the controls stand. Line and band: least squares with its 95 % interval.")));
  const keeping = makeKeeping();
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, shift, " ", plot), panels, keeping.element, controls.fine);

  function makeKeeping() {
    const listName = () => /** @type {const} */ (state.antagonism === "competitive" ? "competitive_points" : "insurmountable_points");
    const keep = button("Keep this point", () => {
      const point = readPoint(state, view, data);
      if (point[1] <= 1) {
        words.textContent = `Read as ${significant(point[1])} times: no shift to be seen, and no logarithm of it less one. Try more antagonist.`;
        frame.say(words.textContent, 0);
        return;
      }
      change({ [listName()]: [...view.points, point] });
      said = `Kept: ${significant(point[0])} nM, read as ${significant(point[1])} times.`;
    }, { class: "ldn-button ldn-primary" });
    const undo = button("Take back the last", () => change({ [listName()]: view.points.slice(0, -1) }));
    const clear = button("Clear the plot", () => change({ [listName()]: [] }));
    const words = h("p", { class: "ldn-keeping-words" });
    const list = h("div", { class: "ldn-scroll", tabindex: 0, role: "region", "aria-label": "Points kept" });
    const disclosure = h("details", { class: "ldn-disclosure ldn-points-kept" }, h("summary", {}, "The points kept"), list);
    let said = "";
    return {
      element: h("div", {}, h("div", { class: "ldn-keeping" }, keep, undo, clear, words), disclosure),
      show() {
        const full = view.points.length >= MOST_POINTS;
        keep.disabled = full || view.ratio > HIGHEST_RATIO;
        undo.disabled = clear.disabled = view.points.length === 0;
        words.textContent = full ? `The plot is full at ${MOST_POINTS} points.` :
          view.ratio > HIGHEST_RATIO ? "There is no dose ratio to read here." : said;
        said = "";
        list.replaceChildren(tableElement({
          caption: "As read off, with the reading’s error", columns: ["antagonist (nM)", "dose ratio", "log₁₀(dose ratio − 1)"],
          rows: view.points.map(([nM, ratio]) => [significant(nM, 4), significant(ratio, 4), decimal(Math.log10(ratio - 1))]),
        }));
      },
    };
  }

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state, data);
    controls.show(state);
    const [first, second] = [shiftSentence(state, view), schildSentence(view)];
    [shift.textContent, plot.textContent] = [first, second];
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const leftWidth = beside ? Math.round(available * 0.57) : available;
      const rightWidth = beside ? available - leftWidth - 20 : available;
      const height = beside ? PANEL_HEIGHT : 280;
      panels.classList.toggle("ldn-beside", beside);
      curves.draw(leftWidth, height, curvesPanel(state, view, data, { width: leftWidth, height }), first);
      schild.draw(rightWidth, height, schildPanel(view, { width: rightWidth, height }), second);
      curves.element.style.width = `${leftWidth}px`;
      schild.element.style.width = `${rightWidth}px`;
    }
    keeping.show();
    frame.update();
    frame.say(`${first} ${second}`);
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 */
function makeControls(change, current) {
  const antagonist = numberSlider({ label: "Naltrexone near the receptor", unit: "nM", spokenUnit: "nanomolar", stops: ANTAGONIST_STOPS_NM,
    value: current().antagonist_nM, series: 0, onInput: (value) => change({ antagonist_nM: value }) });
  const dose = numberSlider({ label: "Naltrexone a day, by mouth", unit: "mg", spokenUnit: "milligrams", stops: DOSE_STOPS_MG,
    value: current().dose_mg, series: 0, onInput: (value) => change({ dose_mg: value }) });
  const reserve = numberSlider({ label: "Receptor reserve of the agonist, τ (an assumption)", unit: "", spokenUnit: "tau", stops: RESERVE_STOPS,
    value: current().reserve,
    // Another reserve is another tissue: what was read of removed receptors in the old one does not belong on its plot.
    onInput: (value) => change({ reserve: value, insurmountable_points: [] }) });
  const error = numberSlider({ label: "Error of a reading (an assumption)", unit: "%", spokenUnit: "per cent", stops: evenStops(0, 40, 1),
    value: current().reading_error_percent, onInput: (value) => change({ reading_error_percent: value }) });
  const given = radioGroup({ label: "Antagonist given", value: current().given, onInput: (value) => change({ given: value }), choices: [
    ["concentration", "as a concentration"], ["tablet_lowest", "as tablets, day’s lowest"], ["tablet_highest", "as tablets, day’s highest"]] });
  const antagonism = radioGroup({ label: "Antagonism", value: current().antagonism, onInput: (value) => change({ antagonism: value }),
    choices: [["competitive", "competitive"], ["insurmountable", "insurmountable (removes receptors)"]] });
  return {
    main: h("div", { class: "ldn-controls" }, given.element, antagonist.element, dose.element),
    fine: h("div", { class: "ldn-controls ldn-controls-fine" }, reserve.element, antagonism.element, error.element),
    /** Shows a state that may have come from elsewhere. A field being typed in is left alone. @param {State} state */
    show(state) {
      antagonist.show(state.antagonist_nM);
      dose.show(state.dose_mg);
      reserve.show(state.reserve);
      error.show(state.reading_error_percent);
      given.set(state.given);
      antagonism.set(state.antagonism);
      antagonist.element.hidden = state.given !== "concentration";
      dose.element.hidden = state.given === "concentration";
    },
  };
}

export default { render };
