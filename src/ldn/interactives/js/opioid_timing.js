/**
 * Opioid timing: an opioid and naltrexone compete for the mu receptor, in either order. A teaching model that shows what
 * precipitated withdrawal and lost pain relief are, and why no interval can be computed from two half-lives.
 */
import { evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { milligrams, percent, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { meeting as meetingOf } from "./opioid_timing/competition.js";
import { dayAfterPanel, daysBeforePanel, opioidThatFollowsPanel, raisedDosePanel } from "./opioid_timing/panels.js";
import { accepter, NAMES, readState } from "./opioid_timing/state.js";
import { dataTable } from "./opioid_timing/table.js";
import { perCent, sentence, shown, times, warning } from "./opioid_timing/wording.js";

/** @typedef {import("./opioid_timing/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const PANEL_HEIGHT = 300;
const SIDE_BY_SIDE = 640;
const DOSES_MG = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 8, 10, 12.5, 15, 20, 25, 30, 40, 50];
const HOURS_SINCE_OPIOID = [0, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 144, 168, 192, 216, 240, 288, 336];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  let state = readState(model);
  let meeting = meetingOf(data, state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts: accepter(data),
    table: () => dataTable(state, meeting),
    disclosures: [knobsDisclosure(data.knobs)],
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 5],
      compare: (guess) => `You guessed ${significant(guess)} %. ${result()}`,
    },
  });
  /** What a guess is set beside. */
  function result() {
    if (!meeting.opioidFirst) return `The model says ${percent(meeting.afterLastTablet(state.dose_mg, state.hours_since_tablet).effect)} % of the usual effect, as the controls stand now.`;
    return `The model says ${percent(meeting.afterTablet(state.dose_mg, 4).effect)} % of the peak effect after four hours, as the controls stand now.`;
  }

  const controls = makeControls(change, data);
  const mainPicture = picture({ title: "One drug beside the other" });
  const sidePicture = picture({ title: "What cannot be read" });
  const words = h("span", {});
  const refusal = h("strong", {});
  const mainTitle = h("p", { class: "ldn-panel-title" });
  const sideTitle = h("p", { class: "ldn-panel-title" });
  const mainCaption = h("figcaption", { class: "ldn-caption" });
  const sideCaption = h("figcaption", { class: "ldn-caption" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, mainTitle, mainPicture.element, mainCaption),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, sideTitle, sidePicture.element, sideCaption));
  const readout = h("div", { class: "ldn-readout-place" });
  frame.body.append(
    h("p", { class: "ldn-no-interval" }, "A model for learning. Decide nothing by it: it gives no safe interval, in either direction, and no safe dose."),
    controls.main, h("p", { class: "ldn-sentence" }, words, " ", refusal), panels, readout, controls.assumed);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    meeting = meetingOf(data, state);
    controls.show(state);
    const said = sentence(data, state, meeting);
    words.textContent = shown(state, meeting);
    refusal.textContent = warning(data, meeting);
    const opioidFirst = meeting.opioidFirst;
    mainTitle.textContent = opioidFirst ? "Naltrexone pushes the opioid off" : "The opioid finds its receptors taken";
    sideTitle.textContent = opioidFirst ? "Why no interval can be read" : "Why a larger dose is a trap";
    mainCaption.textContent = opioidFirst
      ? "Dots: without naltrexone. The sudden gap below them is what brings on withdrawal. How large a gap it takes is not known."
      : "Thick: model B, fitted to scans. Thin: model C, occupancy that follows plasma, at your dose. Scans after 50 mg speak against C; at low doses nobody has looked.";
    sideCaption.textContent = opioidFirst
      ? `Receptors that ${state.opioid} still holds, by the half-lives published (band), and the body's adaptation, by the half-life assumed below. The drug goes; what withdrawal is made of stays.`
      : "An amount raised until it works against naltrexone, repeated while the blockade wears off. Breathing is not in the model. Lost tolerance makes it worse.";
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const mainWidth = beside ? Math.round(available * 0.57) : available;
      const sideWidth = beside ? available - mainWidth - 20 : available;
      const size = { width: mainWidth, height: beside ? PANEL_HEIGHT : 270, guess: frame.gate?.guess ?? null };
      const sideSize = { width: sideWidth, height: size.height };
      panels.classList.toggle("ldn-beside", beside);
      mainPicture.draw(mainWidth, size.height, opioidFirst ? dayAfterPanel(data, meeting, size) : opioidThatFollowsPanel(state, meeting, size), said);
      sidePicture.draw(sideWidth, size.height, opioidFirst ? daysBeforePanel(data, state, meeting, sideSize) : raisedDosePanel(meeting, sideSize), sideCaption.textContent ?? "");
      mainPicture.element.style.width = `${mainWidth}px`;
      sidePicture.element.style.width = `${sideWidth}px`;
    }
    readout.replaceChildren(readoutTable());
    frame.update();
    frame.say(said);
  }
  function readoutTable() {
    const opioidFirst = meeting.opioidFirst;
    const heads = opioidFirst ? ["Tablet", "Opioid holds, 1 h", "Effect, 1 h", "Opioid holds, 4 h", "Effect, 4 h"]
      : ["Daily", "Naltrexone holds", "Effect left", "Raised dose ends as"];
    const rows = opioidFirst ? [0, ...meeting.dosesMg] : meeting.dosesMg;
    const cells = (/** @type {number} */ dose) => {
      if (!opioidFirst) {
        const now = meeting.afterLastTablet(dose, state.hours_since_tablet);
        return [perCent(now.naltrexoneHeld), perCent(now.effect), `${times(meeting.raisedInTheEnd(dose))} usual doses`];
      }
      return [1, 4].flatMap((hour) => [perCent(meeting.afterTablet(dose, hour).opioidHeld), perCent(meeting.afterTablet(dose, hour).effect)]);
    };
    return h("table", { class: "ldn-readout" },
      h("caption", {}, opioidFirst ? "One and four hours after the tablet" : "A usual opioid dose, now"),
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", { scope: "col" }, head)))),
      h("tbody", {}, ...rows.map((dose) => h("tr", { "data-series": dose === 0 ? null : meeting.dosesMg.indexOf(dose) },
        h("th", { scope: "row" }, dose === 0 ? "none" : milligrams(dose)), ...cells(dose).map((cell) => h("td", {}, cell))))));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/** What each knob assumes. @param {{name: string, words: string}[]} knobs */
const knobsDisclosure = (knobs) => h("details", { class: "ldn-disclosure" }, h("summary", {}, "What each knob assumes"),
  h("dl", { class: "ldn-models" }, ...knobs.flatMap(({ name, words }) => [h("dt", {}, h("b", {}, name)), h("dd", {}, words)])));

/** @param {(changes: Partial<State>) => void} change @param {any} data */
function makeControls(change, data) {
  const slider = (/** @type {keyof State} */ name, /** @type {string} */ label, /** @type {string} */ unit, /** @type {string} */ spokenUnit, /** @type {number[]} */ stops) =>
    numberSlider({ label, unit, spokenUnit, stops, value: stops[0], onInput: (value) => change({ [name]: value }) });
  const sliders = {
    dose_mg: slider("dose_mg", "Naltrexone", "mg", "milligrams", DOSES_MG),
    hours_since_opioid: slider("hours_since_opioid", "Opioid taken before the tablet", "h", "hours", HOURS_SINCE_OPIOID),
    hours_since_tablet: slider("hours_since_tablet", "Last tablet before the opioid", "h", "hours", evenStops(0, 120, 6)),
    held_percent: slider("held_percent", "Receptors the opioid holds at its peak (assumed)", "%", "per cent", evenStops(10, 95, 5)),
    tau: slider("tau", "Efficacy τ of the opioid (assumed)", "", "", [0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20]),
    adaptation_half_life_days: slider("adaptation_half_life_days", "Half-life of adaptation (assumed)", "days", "days", evenStops(0.5, 10, 0.5)),
  };
  sliders.dose_mg.element.dataset.series = "0";
  sliders.adaptation_half_life_days.element.dataset.series = "3";
  const first = radioGroup({
    label: "What came first", value: "opioid",
    choices: [["opioid", "an opioid, then naltrexone"], ["naltrexone", "daily naltrexone, then an opioid"]],
    onInput: (value) => change({ first: /** @type {State["first"]} */ (value) }),
  });
  const opioid = radioGroup({
    label: "Opioid", value: "oxycodone", choices: data.opioids.map((/** @type {{name: string}} */ { name }) => [name, name]),
    onInput: (value) => change({ opioid: value }),
  });
  return {
    main: h("div", { class: "ldn-controls" }, first.element, sliders.dose_mg.element, opioid.element,
      sliders.hours_since_opioid.element, sliders.hours_since_tablet.element),
    assumed: h("div", { class: "ldn-controls ldn-controls-fine" }, sliders.held_percent.element, sliders.tau.element,
      sliders.adaptation_half_life_days.element),
    /** @param {State} state */
    show(state) {
      for (const [name, one] of Object.entries(sliders)) one.show(/** @type {any} */ (state)[name]);
      first.set(state.first);
      opioid.set(state.opioid);
      const opioidFirst = state.first === "opioid";
      for (const one of [opioid, sliders.hours_since_opioid, sliders.adaptation_half_life_days]) one.element.hidden = !opioidFirst;
      sliders.hours_since_tablet.element.hidden = opioidFirst;
    },
  };
}

export default { render };
