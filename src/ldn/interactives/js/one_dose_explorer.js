/**
 * The one-dose explorer: one tablet in a body of one, and of two, compartments, with the published peaks and areas
 * beside them, and a half-life that depends on where it is read.
 */
import { checkbox, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { hours, range, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { DOSE_STOPS_MG } from "./naltrexone/doses.js";
import { areaPanel } from "./one_dose_explorer/area_panel.js";
import { evaluate } from "./one_dose_explorer/bodies.js";
import { SERIES } from "./one_dose_explorer/marks.js";
import { acceptsWithin, NAMES, readState, STOPS } from "./one_dose_explorer/state.js";
import { dataTable } from "./one_dose_explorer/table.js";
import { timePanel } from "./one_dose_explorer/time_panel.js";
import { BODY_NAMES, digits, halfLife, measuredPeaks, SECOND_PART, sentence } from "./one_dose_explorer/wording.js";

/** @typedef {import("./one_dose_explorer/state.js").State} State */
/** @typedef {import("./one_dose_explorer/bodies.js").Data} Data */
/** @typedef {import("./kit/shell.js").Model} Model */

const PANEL_HEIGHT = 320;
const SIDE_BY_SIDE = 640;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state, data);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts: acceptsWithin(data.ranges),
    table: () => dataTable(state, view, data),
    disclosures: [publishedDisclosure(data)],
    prediction: {
      unit: "ng/mL", spokenUnit: "nanograms per millilitre", range: [0, 40, 0.5],
      compare: (guess) => compareGuess(guess),
    },
  });

  const controls = makeControls(change, () => state, data);
  const timePicture = picture({ title: "Over time" });
  const areaPicture = picture({ title: "Peak against area" });
  const levels = h("span", {});
  const slopes = h("span", { class: "ldn-times" });
  const timeCaption = h("figcaption", { class: "ldn-caption" });
  const areaCaption = h("figcaption", { class: "ldn-caption" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "Over time"), timePicture.element, timeCaption),
    h("figure", { class: "ldn-panel ldn-panel-area" }, h("p", { class: "ldn-panel-title" }, "Peak against area"), areaPicture.element, areaCaption));
  const readout = h("div", { class: "ldn-readout-place" });
  frame.body.classList.add("ldn-one-dose");
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, levels, " ", slopes), panels, readout, controls.fine);

  /** @param {number} guess */
  function compareGuess(guess) {
    const { bodies } = evaluate({ ...state, compartments: "both" }, data);
    const [one, two] = bodies.map(({ readings }) => digits(readings.naltrexone.peak));
    const measured = measuredPeaks(state.dose_mg, data);
    return `You guessed ${significant(guess)} ng/mL. As the controls stand now, one compartment peaks at ${one} ng/mL and two at ${two}` +
      (measured.length ? `; measured were ${range(Math.min(...measured), Math.max(...measured), digits)}.` : ".");
  }

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state, data);
    controls.show(state);
    const words = sentence(state, view, data);
    const cut = words.indexOf(SECOND_PART);
    [levels.textContent, slopes.textContent] = [words.slice(0, cut).trim(), words.slice(cut)];
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const timeWidth = beside ? Math.round(available * 0.57) : available;
      const areaWidth = beside ? available - timeWidth - 20 : available;
      panels.classList.toggle("ldn-beside", beside);
      const height = beside ? PANEL_HEIGHT : 290;
      timePicture.draw(timeWidth, height, timePanel(state, view, data, { width: timeWidth, height }), words);
      areaPicture.draw(areaWidth, height, areaPanel(state, view, data, { width: areaWidth, height }), areaWords());
      timePicture.element.style.width = `${timeWidth}px`;
      areaPicture.element.style.width = `${areaWidth}px`;
    }
    timeCaption.replaceChildren(...timeKey());
    areaCaption.textContent = areaWords();
    readout.replaceChildren(readings());
    frame.update();
    frame.say(words);
  }

  function timeKey() {
    const swatches = view.bodies.map(({ compartments }) => h("span", { class: "ldn-key", "data-series": SERIES[compartments] },
      swatch(), ` ${BODY_NAMES[compartments]}`));
    return [...swatches, h("span", {}, `${state.naltrexol ? "Thin lines: 6β-naltrexol. " : ""}Ink: published peaks with SD, full where measured at this dose, open where scaled to it.`)];
  }
  function areaWords() {
    return `Shaded: all that one compartment with CL/V = ${significant(view.rate_of_one, 2)} per hour can do, whatever the dose, F and ka. ` +
      "Ink: published values by letter, named below; on an axis, those printed without the other.";
  }
  function readings() {
    const measured = measuredPeaks(state.dose_mg, data);
    const published = data.published.filter(({ peak, area }) => peak && area).map(({ peak, area }) => peak.value / area.value);
    const times = data.published.flatMap(({ time }) => (time ? [time.value] : []));
    const areas = data.published.filter(({ area, dose_mg, liver }) => area && liver === state.liver && Math.abs(state.dose_mg / dose_mg - 1) < 0.02)
      .flatMap(({ area }) => (area.range ? [area.low, area.high] : [area.value]));
    const spanOf = (/** @type {number[]} */ values, format = digits) =>
      values.length ? range(Math.min(...values), Math.max(...values), format) : "none at this dose";
    const half = data.published_half_lives_h;
    const healthy = state.liver === "healthy";
    const [from_h, to_h] = view.window;
    const rows = [
      ["Peak (ng/mL)", (r) => digits(r.peak), healthy ? spanOf(measured) : "not printed"],
      ["Peak (nM)", (r) => digits(r.peak_nM), ""],
      ["Time of the peak", (r) => hours(r.tmax_h), healthy ? `${spanOf(times, (value) => value.toFixed(1))}\u00a0h` : "not printed"],
      ["Area (ng·h/mL)", (r) => significant(r.area, 2), spanOf(areas, (value) => significant(value, 2))],
      ["Peak over area (per h)", (r) => (r.peak / r.area).toFixed(2), healthy ? spanOf(published, (value) => value.toFixed(2)) : "not printed"],
      [`Half-life, ${significant(from_h)} to ${significant(to_h)}\u00a0h`, (r) => halfLife(r.half_life_h), [half.short, half.long].map((ends) => `${ends.map((value) => value.toFixed(1)).join("–")}\u00a0h`).join(" or ")],
      ["Half-life at the end", (r) => halfLife(r.terminal_h), ""],
    ];
    return h("div", { class: "ldn-scroll", tabindex: 0, role: "region", "aria-label": "Readings of naltrexone" }, h("table", { class: "ldn-readout" },
      h("caption", {}, "Naltrexone as read off the curves of one and of two compartments, and as published"),
      h("thead", {}, h("tr", {}, h("td", {}), ...view.bodies.map(({ compartments }) =>
        h("th", { scope: "col", "data-series": SERIES[compartments] }, compartments === "one" ? "One" : "Two")), h("th", { scope: "col" }, "Published"))),
      h("tbody", {}, ...rows.map(([name, read, known]) => h("tr", {}, h("th", { scope: "row" }, name),
        ...view.bodies.map(({ readings: { naltrexone } }) => h("td", {}, read(naltrexone))), h("td", {}, known))))));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

function swatch() {
  const place = h("span", {});
  place.innerHTML = `<svg class="ldn-swatch" viewBox="0 0 34 6" aria-hidden="true"><path class="ldn-curve ldn-main" d="M0 3H34"/></svg>`;
  return place;
}

/** Every published value by its letter, with spread, people and dose. @param {Data} data */
function publishedDisclosure({ published }) {
  const list = h("dl", { class: "ldn-models ldn-published" });
  for (const { letter, text } of published) list.append(h("dt", {}, letter), h("dd", {}, text));
  return h("details", { class: "ldn-disclosure" }, h("summary", {}, "The published values, by letter"), list);
}

/** One end of the reading window pushes the other before it. @param {string} name @param {number} value @param {State} state */
function otherEnd(name, value, { read_from_h, read_to_h }) {
  if (name === "read_from_h" && value >= read_to_h) return { read_to_h: value + 1 };
  if (name === "read_to_h" && value <= read_from_h) return { read_from_h: value - 0.5 };
  return {};
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 * @param {Data} data
 */
function makeControls(change, current, data) {
  /** @type {Record<string, ReturnType<typeof numberSlider>>} */
  const sliders = {};
  const make = (/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ unit, /** @type {string} */ spokenUnit, /** @type {number[]} */ stops) => {
    sliders[name] = numberSlider({ label: text, unit, spokenUnit, stops, value: /** @type {any} */ (current())[name],
      onInput: (value) => change({ [name]: value, ...otherEnd(name, value, current()) }) });
    if (data.notes[name]) sliders[name].element.querySelector(".ldn-label").after(h("span", { class: "ldn-knob-note" }, data.notes[name]));
    return sliders[name].element;
  };
  const group = (/** @type {any} */ name, /** @type {string} */ text, /** @type {[any, string][]} */ choices, onInput = (/** @type {any} */ value) => change({ [name]: value })) =>
    radioGroup({ label: text, choices: choices.map(([key, words]) => [String(key), words]), value: "", onInput });
  const groups = {
    compartments: group("compartments", "Body", [["both", "both"], ["one", "one compartment"], ["two", "two compartments"]]),
    axis: group("axis", "Axis", [["linear", "linear"], ["log", "log"]]),
    window_h: group("window_h", "Time shown", [[12, "12 h"], [24, "24 h"], [48, "48 h"]], (value) => change({ window_h: /** @type {any} */ (Number(value)) })),
    liver: group("liver", "Liver", [["healthy", "healthy"], ["cirrhosis", "decompensated cirrhosis"]],
      (value) => change({ liver: value, ...data.livers[value] })),
  };
  const naltrexol = checkbox({ label: "6β-naltrexol as well", value: false, onInput: (value) => change({ naltrexol: value }) });
  const main = h("div", { class: "ldn-controls" },
    h("div", { class: "ldn-doses" },
      make("dose_mg", "Dose", "mg", "milligrams", DOSE_STOPS_MG),
      make("bioavailability_percent", "Bioavailability F", "%", "per cent", STOPS.bioavailability_percent),
      make("CL_L_per_h", "Clearance CL", "L/h", "litres per hour", STOPS.CL_L_per_h),
      make("V_L", "Volume V, all of it", "L", "litres", STOPS.V_L)),
    h("div", { class: "ldn-main-choices" }, groups.compartments.element, groups.axis.element, naltrexol.element));
  const fine = h("div", { class: "ldn-controls ldn-controls-fine" },
    make("ka_per_h", "Absorption rate ka", "1/h", "per hour", STOPS.ka_per_h),
    make("Vc_L", "Of V, filled at once", "L", "litres", STOPS.Vc_L),
    make("Q_L_per_h", "Exchange Q", "L/h", "litres per hour", STOPS.Q_L_per_h),
    groups.liver.element,
    make("read_from_h", "Read the half-life from", "h", "hours", STOPS.read_from_h),
    make("read_to_h", "to", "h", "hours", STOPS.read_to_h),
    groups.window_h.element);
  return {
    main, fine,
    /** Shows a state that may have come from elsewhere. A field being typed in is left alone. @param {State} state */
    show(state) {
      for (const [name, slider] of Object.entries(sliders)) slider.show(/** @type {any} */ (state)[name]);
      for (const [name, choices] of Object.entries(groups)) choices.set(String(/** @type {any} */ (state)[name]));
      naltrexol.set(state.naltrexol);
    },
  };
}

export default { render };
