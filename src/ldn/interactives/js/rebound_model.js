/**
 * The rebound model: opioid blockade for part of each day, a body that answers with more opioid and receptors, and
 * what it would take for the answer to outweigh what was lost. A hypothesis; every knob says that it is assumed.
 */
import { evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { hours, milligrams, percent, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { DOSE_STOPS_MG } from "./naltrexone/doses.js";
import { daysPanel, STRIPS_HEIGHT } from "./rebound_model/days_panel.js";
import { needPanel } from "./rebound_model/need_panel.js";
import { accepter, NAMES, readState } from "./rebound_model/state.js";
import { dataTable } from "./rebound_model/table.js";
import { evaluator } from "./rebound_model/view.js";
import { LETTERS, needed, perCent, sentence } from "./rebound_model/wording.js";

/** @typedef {import("./rebound_model/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const PANEL_HEIGHT = 300;
const SIDE_BY_SIDE = 640;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  const models = evaluator(data);
  let state = readState(model);
  let view = models.evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts: accepter(data.ranges),
    table: () => dataTable(state, view),
    disclosures: [knobsDisclosure(data.knobs)],
    prediction: {
      unit: "%", spokenUnit: "per cent of baseline", range: [0, 200, 5],
      compare: (guess) => `You guessed ${significant(guess)} %. The model says ${percent(view.own.day.mean_signal)} %, as the controls stand now.`,
    },
  });

  const controls = makeControls(change);
  const daysPicture = picture({ title: "The first days" });
  const needPicture = picture({ title: "What it would take" });
  const shown = h("span", {});
  const take = h("span", { class: "ldn-times" });
  const daysCaption = h("figcaption", { class: "ldn-caption" });
  const needCaption = h("figcaption", { class: "ldn-caption" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "The first days"), daysPicture.element, daysCaption),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "What it would take"), needPicture.element, needCaption));
  const readout = h("div", { class: "ldn-readout-place" });
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, shown, " ", take), panels, readout, controls.assumed);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = models.evaluate(state);
    controls.show(state);
    const words = sentence(state, view);
    take.textContent = needed(view);
    shown.textContent = words.slice(0, -needed(view).length).trim();
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const daysWidth = beside ? Math.round(available * 0.57) : available;
      const needWidth = beside ? available - daysWidth - 20 : available;
      const height = beside ? PANEL_HEIGHT : 270;
      const names = /** @type {[string, string]} */ ([view.own, view.other].map(({ amount }) => (view.byHours ? hours(amount) : milligrams(amount))));
      panels.classList.toggle("ldn-beside", beside);
      daysPicture.draw(daysWidth, height + STRIPS_HEIGHT, daysPanel(state, view, { width: daysWidth, height, names }), words);
      needPicture.draw(needWidth, height, needPanel(state, view, models.against(state), { width: needWidth, height, guess: frame.gate?.guess ?? null, names }),
        needWords());
      daysPicture.element.style.width = `${daysWidth}px`;
      needPicture.element.style.width = `${needWidth}px`;
    }
    daysCaption.textContent = "Thick: the signal that gets through. Thin: opioid times receptors, what the signal would be if nothing were blocked. Dots: baseline.";
    needCaption.textContent = needWords();
    readout.replaceChildren(readoutTable());
    frame.update();
    frame.say(words);
  }
  const needWords = () => (view.byHours
    ? "Mean signal of a settled day against the hours of complete blockade, with the assumptions set here."
    : "Mean signal of a settled day against the daily dose, by the three models of lesson 04, with the assumptions set here.");
  function readoutTable() {
    const rows = [view.own, view.other];
    const name = (/** @type {number} */ amount) => (view.byHours ? `${hours(amount)} a day` : `${milligrams(amount)}, ${LETTERS[state.blocked]}`);
    return h("table", { class: "ldn-readout" },
      h("caption", {}, "A settled day"),
      h("thead", {}, h("tr", {}, ...["Blocked", "Mean signal", "Highest", "Above baseline"].map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...rows.map(({ amount, day, hours_above }, series) => h("tr", { "data-series": series },
        h("th", { scope: "row" }, name(amount)), h("td", {}, perCent(day.mean_signal)),
        h("td", {}, perCent(day.signal.reduce((a, b) => Math.max(a, b)))), h("td", {}, hours(hours_above))))));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/** What each knob assumes. @param {{name: string, words: string}[]} knobs */
const knobsDisclosure = (knobs) => h("details", { class: "ldn-disclosure" }, h("summary", {}, "What each knob assumes"),
  h("dl", { class: "ldn-models" }, ...knobs.flatMap(({ name, words }) => [h("dt", {}, h("b", {}, name)), h("dd", {}, words)])));

/** @param {(changes: Partial<State>) => void} change */
function makeControls(change) {
  const slider = (/** @type {keyof State} */ name, /** @type {string} */ label, /** @type {string} */ unit, /** @type {string} */ spokenUnit, /** @type {number[]} */ stops) =>
    numberSlider({ label, unit, spokenUnit, stops, value: stops[0], onInput: (value) => change({ [name]: value }) });
  const sliders = {
    hours_blocked: slider("hours_blocked", "Blocked a day (assumed)", "h", "hours", evenStops(0, 24, 0.5)),
    dose_mg: slider("dose_mg", "Daily dose", "mg", "milligrams", DOSE_STOPS_MG),
    opioid_gain: slider("opioid_gain", "Opioid gain (assumed)", "×", "times", evenStops(0, 5, 0.1)),
    receptor_gain: slider("receptor_gain", "Receptor gain (assumed)", "×", "times", evenStops(0, 5, 0.1)),
    brake_percent: slider("brake_percent", "Brake on excess (assumed)", "%", "per cent", evenStops(0, 100, 5)),
    opioid_half_life_h: slider("opioid_half_life_h", "Opioid half-life (assumed)", "h", "hours", evenStops(2, 96, 2)),
    receptor_half_life_h: slider("receptor_half_life_h", "Receptor half-life (assumed)", "h", "hours", evenStops(6, 240, 6)),
  };
  const blocked = radioGroup({
    label: "Blocked by", value: "hours",
    choices: [["hours", "a clean blockade"], ["plasma", "a dose, model C"], ["biophase", "a dose, model B"], ["slow_dissociation", "a dose, model A"]],
    onInput: (value) => change({ blocked: /** @type {State["blocked"]} */ (value) }),
  });
  const window_days = radioGroup({
    label: "Days shown", value: "7", choices: [["3", "3"], ["7", "7"], ["28", "28"]],
    onInput: (value) => change({ window_days: /** @type {3 | 7 | 28} */ (Number(value)) }),
  });
  for (const { element } of [sliders.hours_blocked, sliders.dose_mg]) element.dataset.series = "0";
  return {
    main: h("div", { class: "ldn-controls" }, blocked.element, sliders.hours_blocked.element, sliders.dose_mg.element,
      sliders.opioid_gain.element, sliders.brake_percent.element),
    assumed: h("div", { class: "ldn-controls ldn-controls-fine" }, sliders.receptor_gain.element, sliders.opioid_half_life_h.element,
      sliders.receptor_half_life_h.element, window_days.element),
    /** @param {State} state */
    show(state) {
      for (const [name, one] of Object.entries(sliders)) one.show(/** @type {any} */ (state)[name]);
      blocked.set(state.blocked);
      window_days.set(String(state.window_days));
      sliders.hours_blocked.element.hidden = state.blocked !== "hours";
      sliders.dose_mg.element.hidden = state.blocked === "hours";
    },
  };
}

export default { render };
