/**
 * The binding bench: how much of a receptor a drug holds and what it does there, at equilibrium; and how fast
 * three measured ligands come and go. Receptors are drawn filling and emptying beside the curves.
 */
import { numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { heldAt, kindOf, occupied, response, SERIES_OF_KIND, TAU_OF_KIND } from "./binding_bench/binding.js";
import { balanceCurves, timeCurves } from "./binding_bench/curves.js";
import { gauge, receptorField } from "./binding_bench/receptors.js";
import {
  accepts, CONCENTRATION_STOPS_NM, KD_STOPS_NM, NAMES, readState, TAU_STOPS, TIME_STOPS_S, TIMES_KD_STOPS,
} from "./binding_bench/state.js";
import { dataTable } from "./binding_bench/table.js";
import { duration, perCent, sentence } from "./binding_bench/wording.js";

/** @typedef {import("./binding_bench/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const HEIGHT = 320;
const SIDE_BY_SIDE = 600;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {{ligands: import("./binding_bench/binding.js").Ligand[], in_people: import("./binding_bench/curves.js").InPeople[], fill_order: number[]}} */
  const data = model.get("data");
  let state = readState(model);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const asksTime = state.view === "time";
  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, data),
    prediction: {
      ...(asksTime ? { unit: "min", spokenUnit: "minutes", range: [0, 300, 1] } : { unit: "%", spokenUnit: "per cent", range: [0, 100, 1] }),
      compare: (guess) => (asksTime ? compareTime(guess) : compareResponse(guess)),
    },
  });

  const controls = makeControls(change);
  const receptorPicture = picture({ title: "Receptors" });
  const curvePicture = picture({ title: "Curves" });
  const headline = h("p", { class: "ldn-sentence" });
  const receptorCaption = h("figcaption", { class: "ldn-caption" });
  const curveCaption = h("figcaption", { class: "ldn-caption" });
  const receptorTitle = h("p", { class: "ldn-panel-title" });
  const curveTitle = h("p", { class: "ldn-panel-title" });
  const panels = h("div", { class: "ldn-panels ldn-bench" },
    h("figure", { class: "ldn-panel" }, receptorTitle, receptorPicture.element, receptorCaption),
    h("figure", { class: "ldn-panel" }, curveTitle, curvePicture.element, curveCaption));
  frame.body.classList.add("ldn-bench");
  frame.body.append(controls.view.element, controls.balance, controls.time, headline, panels);

  /** @param {number} guess */
  function compareResponse(guess) {
    const { concentration_nM, kd_nM, tau } = state;
    return `You guessed ${significant(guess)} %. With ${perCent(occupied(concentration_nM, kd_nM))} of the receptors held, ` +
      `the response is ${perCent(response(concentration_nM, kd_nM, tau))} of the greatest, as the controls stand now.`;
  }
  /** @param {number} guess */
  function compareTime(guess) {
    const [naloxone] = data.in_people;
    const minutes = (/** @type {number} */ seconds) => significant(seconds / 60);
    return `You guessed ${significant(guess)} min. Measured in people: ${minutes(naloxone.time_s ?? 0)} min ` +
      `(SD ${minutes((naloxone.high_s - naloxone.low_s) / 2)}).`;
  }

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    controls.show(state);
    const words = sentence(state, data);
    headline.textContent = words;
    const atBalance = state.view === "equilibrium";
    receptorTitle.textContent = atBalance ? "A hundred receptors" : `Receptors, ${duration(state.time_s)} after`;
    curveTitle.textContent = atBalance ? "Against concentration" : "Over time";
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      panels.classList.toggle("ldn-beside", beside);
      const receptorWidth = beside ? Math.round(available * 0.33) : available;
      const curveWidth = beside ? available - receptorWidth - 20 : available;
      const height = beside ? HEIGHT : 280;
      drawReceptors(receptorWidth, beside, words);
      curvePicture.draw(curveWidth, height, atBalance
        ? balanceCurves(state, { width: curveWidth, height, guess: asksTime ? null : frame.gate?.guess ?? null })
        : timeCurves(state, data, { width: curveWidth, height, guess: asksTime ? frame.gate?.guess ?? null : null }), words);
      for (const [drawing, width] of /** @type {[SVGElement, number][]} */ ([[receptorPicture.element, receptorWidth], [curvePicture.element, curveWidth]])) {
        drawing.style.width = `${width}px`;
        if (drawing.parentElement) drawing.parentElement.style.width = `${width}px`;
      }
    }
    receptorCaption.textContent = atBalance ? "A cup is a receptor, a ball a drug that sits in it now. They come and go; the share stands still." :
      "Fifty receptors for each drug.";
    curveCaption.textContent = curveWords();
    frame.update();
    frame.say(words);
  }

  /** @param {number} width @param {boolean} beside @param {string} words */
  function drawReceptors(width, beside, words) {
    if (state.view === "equilibrium") {
      const side = Math.min(width, 210);
      const share = occupied(state.concentration_nM, state.kd_nM);
      const series = SERIES_OF_KIND[kindOf(state.tau)];
      receptorPicture.draw(width, side + 84, [
        receptorField({ left: 0, top: 4, pitch: side / 10, columns: 10, count: 100, share, order: data.fill_order, series }),
        gauge("receptors held", share, 0, side + 20, side),
        gauge("response", response(state.concentration_nM, state.kd_nM, state.tau), 0, side + 58, side, series),
      ], words);
      return;
    }
    const fieldWidth = beside ? Math.min(width, 190) : Math.min((width - 24) / 3, 190);
    const pitch = fieldWidth / 10;
    const fields = data.ligands.flatMap((ligand, series) => {
      const left = beside ? 0 : series * (fieldWidth + 12);
      const top = beside ? series * (pitch * 5 + 30) : 0;
      const share = heldAt(state, ligand, state.time_s);
      return [
        `<text class="ldn-label" data-series="${series}" x="${left}" y="${top + 13}">${ligand.name} ${beside ? perCent(share) : ""}</text>`,
        beside ? "" : `<text class="ldn-label" data-series="${series}" x="${left}" y="${top + 29}">${perCent(share)}</text>`,
        receptorField({ left, top: top + (beside ? 19 : 36), pitch, columns: 10, count: 50, share, order: data.fill_order, series }),
      ];
    });
    receptorPicture.draw(width, beside ? 3 * (pitch * 5 + 30) : pitch * 5 + 40, fields, words);
  }

  function curveWords() {
    if (state.view === "equilibrium")
      return "Solid: receptors held. Dashed: response at your τ. Thin: the same drug with τ = 1 and τ = 30. Every τ is a choice made for teaching.";
    if (state.phase === "added") return "Human mu receptor in a dish, rates of the FDA model repository (Mann 2022), each drug at the same multiple of its own Kd.";
    return `Human mu receptor in a dish (Mann 2022). Ink: half-times measured in the brain of people: ${data.in_people.map(({ text }) => text).join("; ")}.`;
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/** @param {(changes: Partial<State>) => void} change */
function makeControls(change) {
  const slider = (/** @type {keyof State} */ name, /** @type {string} */ label, /** @type {string} */ unit, /** @type {string} */ spokenUnit, /** @type {number[]} */ stops) =>
    numberSlider({ label, unit, spokenUnit, stops, value: stops[0], onInput: (value) => change({ [name]: value }) });
  const sliders = {
    concentration_nM: slider("concentration_nM", "Concentration", "nM", "nanomolar", CONCENTRATION_STOPS_NM),
    kd_nM: slider("kd_nM", "Kd", "nM", "nanomolar", KD_STOPS_NM),
    tau: slider("tau", "Efficacy, a teaching choice", "τ", "tau", TAU_STOPS),
    time_s: slider("time_s", "Look at", "s", "seconds", TIME_STOPS_S),
    times_kd: slider("times_kd", "Concentration, times Kd", "×", "times its Kd", TIMES_KD_STOPS),
  };
  const view = radioGroup({
    label: "Ask", choices: [["equilibrium", "how much is held, to what effect?"], ["time", "how fast does it come and go?"]],
    value: "equilibrium", onInput: (value) => change({ view: value }),
  });
  const kind = radioGroup({
    label: "Kind of drug", choices: Object.keys(TAU_OF_KIND).map((name) => [name, name]),
    value: "full agonist", onInput: (name) => change({ tau: TAU_OF_KIND[name] }),
  });
  const phase = radioGroup({
    label: "At time 0 the drug is", choices: [["washed_away", "washed away"], ["added", "added"]],
    value: "washed_away", onInput: (value) => change({ phase: value }),
  });
  const balance = h("div", { class: "ldn-bench-controls" }, sliders.concentration_nM.element, sliders.kd_nM.element,
    kind.element, sliders.tau.element);
  const time = h("div", { class: "ldn-bench-controls" }, sliders.time_s.element, phase.element, sliders.times_kd.element);

  return {
    view, balance, time,
    /** Shows a state that may have come from elsewhere. A field being typed in is left alone. @param {State} state */
    show(state) {
      for (const [name, one] of Object.entries(sliders)) one.show(/** @type {number} */ (state[/** @type {keyof State} */ (name)]));
      view.set(state.view);
      kind.set(kindOf(state.tau));
      phase.set(state.phase);
      balance.hidden = state.view !== "equilibrium";
      time.hidden = state.view !== "time";
      // How fast a drug leaves does not depend on how much of it there was.
      sliders.times_kd.element.hidden = state.phase === "washed_away";
    },
  };
}

export default { render };
