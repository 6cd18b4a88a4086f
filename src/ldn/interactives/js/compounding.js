/**
 * Compounding: a dose drawn from a liquid and what slips make of it, capsules that are not all alike and the test that
 * finds it out, and prices as they were printed. A picture of errors, not of a preparation, and it says so.
 */
import { evenStops, numberSlider, radioGroup, select } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { milligrams, NBSP, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { evaluate } from "./compounding/errors.js";
import { CAPSULES_HEIGHT, capsulesPanel, costHeight, costPanel, costWords, DOSE_HEIGHT, dosePanel, GAUGE_HEIGHT, gaugePanel } from "./compounding/panels.js";
import { accepts, BATCHES, DOSE_STOPS_MG, MEAN_STOPS_PERCENT, NAMES, READ_STOPS_ML, readState, SD_STOPS_PERCENT, VOLUME_STOPS_ML } from "./compounding/state.js";
import { dataTable } from "./compounding/table.js";
import { capsuleSentence, liquidSentence, readSentence, sentence, verdictLine } from "./compounding/wording.js";

/** @typedef {import("./compounding/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const SIDE_BY_SIDE = 640;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {import("./compounding/state.js").Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state, data);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, view, data),
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 1],
      compare: (guess) => `You guessed ${significant(guess)} %. As the controls stand now, ${milligrams(view.swallowed_mg)} a day occupy ${
        view.swallowed_percent.toFixed(0)}${NBSP}% of mu receptors and ${milligrams(state.dose_mg)} a day ${view.meant_percent.toFixed(0)}${NBSP}%.`,
    },
  });

  const controls = makeControls(change, state);
  const doses = picture({ title: "Occupancy against the dose that is swallowed" });
  const capsules = picture({ title: "Content of the capsules" });
  const gauge = picture({ title: "Acceptance values" });
  const costs = picture({ title: "What a month costs" });
  const liquid = h("span", {});
  const batch = h("span", { class: "ldn-times" });
  const verdict = h("p", { class: "ldn-capsule-verdict" });
  const tests = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, capsules.element,
      h("figcaption", { class: "ldn-caption" }, "Dots: drug in each capsule; hollow: not opened. Short lines: what weighing would take for it. Grey: where each of 30 must lie, within 25 % of the reference, drawn here for a reference of 100 %.")),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, gauge.element,
      h("figcaption", { class: "ldn-caption" }, `Dashed: ${view.limit.toFixed(1)}, the highest value that passes. It counts the distance of the mean from the label and 2.4 (of 30: 2.0) standard deviations.`)));
  frame.body.classList.add("ldn-compounding");
  frame.body.append(
    h("p", { class: "ldn-compounding-notice" }, "A picture of errors, not instructions. Nothing here says how to make a medicine."),
    h("p", { class: "ldn-part-title" }, "A liquid, a syringe and a decimal point"),
    controls.liquid, h("p", { class: "ldn-sentence" }, liquid, " ", batch),
    h("figure", { class: "ldn-panel" }, doses.element,
      h("figcaption", { class: "ldn-caption" }, `Line: the main model of lesson 04, daily dose. Blue: the dose that is meant. Orange: the dose that is swallowed. Grey rings: the other slips. Shaded: a misreading of the syringe, at this dose and at ${significant(data.constants.tablet_mg)} mg.`)),
    h("div", { class: "ldn-compounding-part" },
      h("p", { class: "ldn-part-title" }, "Thirty capsules with the same label"), controls.capsules, verdict, tests),
    h("div", { class: "ldn-compounding-part" },
      h("p", { class: "ldn-part-title" }, "What a month costs"),
      h("figure", { class: "ldn-panel" }, costs.element,
        h("figcaption", { class: "ldn-caption" }, "As printed: blue in US dollars, green in pounds, nothing converted. The last row is the standard dose, for comparison."))));

  let costsDrawn = 0;
  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state, data);
    controls.show(state);
    const first = `${liquidSentence(state, view, data)} ${readSentence(state, view, data)}`;
    const second = capsuleSentence(state, view);
    [liquid.textContent, batch.textContent] = [first, second];
    verdict.textContent = verdictLine(view);
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      tests.classList.toggle("ldn-beside", beside);
      const leftWidth = beside ? Math.round(available * 0.57) : available;
      const rightWidth = beside ? available - leftWidth - 20 : available;
      doses.draw(available, DOSE_HEIGHT, dosePanel(state, view, data, { width: available }), first);
      capsules.draw(leftWidth, CAPSULES_HEIGHT, capsulesPanel(state, view, data, { width: leftWidth }), second);
      capsules.element.style.width = `${leftWidth}px`;
      gauge.draw(rightWidth, GAUGE_HEIGHT, gaugePanel(view, { width: rightWidth }), second);
      gauge.element.style.width = `${rightWidth}px`;
      // Prices are the same in every state; only another width redraws them.
      if (costsDrawn !== available) costs.draw(available, costHeight(data), costPanel(data, { width: available }), costWords(data));
      costsDrawn = available;
    }
    frame.update();
    frame.say(sentence(state, view, data));
  }

  return keepDrawn({ model, frame, place: tests, draw });
}

/** @param {(changes: Partial<State>) => void} change @param {State} state */
function makeControls(change, state) {
  const dose = numberSlider({
    label: "Dose meant, and on the label", unit: "mg", spokenUnit: "milligrams", stops: DOSE_STOPS_MG, value: state.dose_mg, series: 0,
    onInput: (value) => change({ dose_mg: value }),
  });
  const volume = numberSlider({
    label: "Liquid that holds 50 mg", unit: "mL", spokenUnit: "millilitres", stops: VOLUME_STOPS_ML, value: state.volume_mL,
    onInput: (value) => change({ volume_mL: value }),
  });
  const read = numberSlider({
    label: "Suppose the syringe is misread by", unit: "mL", spokenUnit: "millilitres", stops: READ_STOPS_ML, value: state.read_error_mL,
    onInput: (value) => change({ read_error_mL: value }),
  });
  const slip = radioGroup({
    label: "Slip", value: state.slip, onInput: (value) => change({ slip: value }),
    choices: [["none", "none"], ["ten_times", "decimal point right"], ["a_tenth", "decimal point left"], ["mL_for_mg", "mL for mg"]],
  });
  const mixing = numberSlider({
    label: "Suppose the powder's strength varies by (SD)", unit: "%", spokenUnit: "per cent", stops: SD_STOPS_PERCENT, value: state.mixing_sd_percent,
    onInput: (value) => change({ mixing_sd_percent: value }),
  });
  const fill = numberSlider({
    label: "Suppose fill weights vary by (SD)", unit: "%", spokenUnit: "per cent", stops: SD_STOPS_PERCENT, value: state.fill_sd_percent,
    onInput: (value) => change({ fill_sd_percent: value }),
  });
  const mean = numberSlider({
    label: "Mean strength, of the label", unit: "%", spokenUnit: "per cent", stops: MEAN_STOPS_PERCENT, value: state.mean_percent,
    onInput: (value) => change({ mean_percent: value }),
  });
  const batch = select({
    label: "Batch, drawn by chance", value: String(state.batch), onInput: (value) => change({ batch: Number(value) }),
    choices: evenStops(1, BATCHES, 1).map((number) => [String(number), `batch ${number}`]),
  });
  return {
    liquid: h("div", { class: "ldn-controls" },
      h("div", { class: "ldn-doses" }, dose.element, volume.element, read.element, slip.element)),
    capsules: h("div", { class: "ldn-controls" },
      h("div", { class: "ldn-doses" }, mixing.element, fill.element, mean.element, batch.element)),
    /** @param {State} now */
    show(now) {
      dose.show(now.dose_mg);
      volume.show(now.volume_mL);
      read.show(now.read_error_mL);
      slip.set(now.slip);
      mixing.show(now.mixing_sd_percent);
      fill.show(now.fill_sd_percent);
      mean.show(now.mean_percent);
      batch.set(String(now.batch));
    },
  };
}

export default { render };
