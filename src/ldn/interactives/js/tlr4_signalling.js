/**
 * TLR4 signalling: endotoxin in; NF-κB, IκBα and TNF out, with arms and feedback to switch and a what-if blocker whose
 * concentration runs from a person's plasma to an in-vitro paper's dish.
 */
import { checkbox, numberSlider, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { concentrationPanel, courseHeight, coursePanel, COURSES, publishedTimes, wiringPanel } from "./tlr4_signalling/panels.js";
import { accepts, ANTAGONIST_STOPS_UM, DAMP_STOPS, IC50_STOPS_UM, LPS_STOPS, NAMES, readState, STRENGTH_STOPS } from "./tlr4_signalling/state.js";
import { dataTable, evaluator } from "./tlr4_signalling/view.js";
import { cellSentence, change as size, concentration, dampSentence, effectSentence, sentence } from "./tlr4_signalling/wording.js";

/** @typedef {import("./tlr4_signalling/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const SIDE_BY_SIDE = 600;
const VARIABLES = /** @type {(keyof typeof COURSES)[]} */ (Object.keys(COURSES));

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  const cell = evaluator(data);
  let state = readState(model);
  let view = cell.evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, view),
    prediction: {
      unit: "%", spokenUnit: "per cent", range: [0, 100, 1],
      compare: (guess) => `You guessed ${significant(guess)} %. As the controls stand now, at ${
        concentration(view.concentration_uM)}, peak TNF changes by ${size(view.fall_percent("tnf"))}.`,
    },
  });

  const controls = makeControls(change, data);
  const effect = h("span", {});
  const answer = h("span", { class: "ldn-times" });
  const wiring = picture({ title: "Wiring of the model" });
  const courses = VARIABLES.map((variable) => picture({ title: COURSES[variable] }));
  const peaks = picture({ title: "Peaks against the blocker’s concentration" });
  const grid = h("div", { class: "ldn-courses" }, ...courses.map(({ element }) => element));
  const figures = h("div", { class: "ldn-tlr4" },
    h("figure", { class: "ldn-panel" }, wiring.element),
    h("figure", { class: "ldn-panel" }, grid,
      h("figcaption", { class: "ldn-caption" },
        "Wide line: without the blocker. Thin line on it: with the blocker. Dotted, where something is switched off: the whole cell without blocker. " +
        "Ink: when papers saw the peak (of IκBα: the lowest level); a bar is a range. Volunteers had endotoxin in a vein once, cells have it throughout.")),
    h("figure", { class: "ldn-panel" }, peaks.element,
      h("figcaption", { class: "ldn-caption" }, "Line: peak TNF; dashed: peak nuclear NF-κB. Ring: where the controls stand. The IC50 is supposed, none is established for naltrexone.")));
  frame.body.append(controls.main, h("p", { class: "ldn-sentence" }, effect, " ", answer), figures, controls.fine);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = cell.evaluate(state);
    controls.show(state, view.concentration_uM);
    const first = effectSentence(state, view, data);
    [effect.textContent, answer.textContent] = [first, [cellSentence(state, view), dampSentence(state, view)].filter(Boolean).join(" ")];
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const width = beside ? Math.floor((available - 16) / 2) : available;
      grid.classList.toggle("ldn-beside", beside);
      const wiringHeight = 164;
      wiring.draw(Math.min(available, 640), wiringHeight, wiringPanel(state, { width: Math.min(available, 640), height: wiringHeight }), wiringWords(state));
      wiring.element.style.width = `${Math.min(available, 640)}px`;
      const counts = VARIABLES.map((variable) => publishedTimes(variable, state, data).length);
      VARIABLES.forEach((variable, i) => {
        // Two that stand side by side share their axes' heights.
        const rows = beside ? Math.max(counts[i], counts[i ^ 1]) : counts[i];
        courses[i].draw(width, courseHeight(rows), coursePanel(variable, state, view, data, { width, rows }), first);
        courses[i].element.style.width = `${width}px`;
      });
      peaks.draw(available, 240, concentrationPanel(state, view, cell.peaks(state), data, { width: available, height: 240 }), first);
    }
    frame.update();
    frame.say(sentence(state, view, data));
  }

  return keepDrawn({ model, frame, place: figures, draw });
}

/** @param {State} state */
const wiringWords = ({ lps_ng_per_mL, damp_per_ec50, myd88, trif, inducible_ikba, blocks }) =>
  `${lps_ng_per_mL ? "Endotoxin acts on TLR4." : "There is no endotoxin."} ${
    damp_per_ec50 ? "A supposed DAMP acts on TLR4 as a second ligand, an assumption. " : ""}${myd88 ? "The MyD88 arm drives NF-κB." : "The MyD88 arm is off."} ${
    trif ? "The TRIF arm drives IRF3, which makes TNF." : "The TRIF arm is off."} NF-κB makes TNF${
    inducible_ikba ? " and its own inhibitor IκBα" : ""}; TNF drives NF-κB. The what-if blocker acts on ${
    blocks === "trif" ? "the TRIF arm alone" : "both arms"}.`;

/** @param {(changes: Partial<State>) => void} change @param {any} data */
function makeControls(change, data) {
  const given = radioGroup({
    label: "Blocker at", value: "", onInput: (value) => change({ given: /** @type {State["given"]} */ (value) }),
    choices: [["person", `${significant(data.dose_mg)} mg in a person`], ["dish", `in-vitro paper, ${concentration(data.dish_uM)}`], ["chosen", "own choice"]],
  });
  const blocks = radioGroup({
    label: "It blocks", value: "", onInput: (value) => change({ blocks: /** @type {State["blocks"]} */ (value) }),
    choices: [["trif", "the TRIF arm alone"], ["both", "both arms"]],
  });
  const antagonist = numberSlider({
    label: "Concentration of the blocker", unit: "µM", spokenUnit: "micromolar", stops: ANTAGONIST_STOPS_UM, value: 1, series: 0,
    onInput: (value) => change({ given: "chosen", antagonist_uM: value }),
  });
  const ic50 = numberSlider({
    label: "What if its IC50 were", unit: "µM", spokenUnit: "micromolar", stops: IC50_STOPS_UM, value: 100,
    onInput: (value) => change({ ic50_uM: value }),
  });
  const lps = numberSlider({
    label: "Endotoxin (LPS)", unit: "ng/mL", spokenUnit: "nanograms per millilitre", stops: LPS_STOPS, value: 10,
    onInput: (value) => change({ lps_ng_per_mL: value }),
  });
  const damp = numberSlider({
    label: "Suppose a DAMP, times its half-maximal amount", unit: "×", spokenUnit: "times", stops: DAMP_STOPS, value: 0,
    onInput: (value) => change({ damp_per_ec50: value }),
  });
  const strength = numberSlider({
    label: "Suppose its strength, of endotoxin’s", unit: "%", spokenUnit: "per cent", stops: STRENGTH_STOPS, value: 50,
    onInput: (value) => change({ damp_strength: value / 100 }),
  });
  const window_h = radioGroup({
    label: "Time shown", value: "", onInput: (value) => change({ window_h: /** @type {8 | 16} */ (Number(value)) }),
    choices: [["8", "8 h"], ["16", "16 h"]],
  });
  const switches = {
    myd88: checkbox({ label: "MyD88 arm", value: true, onInput: (value) => change({ myd88: value }) }),
    trif: checkbox({ label: "TRIF arm", value: true, onInput: (value) => change({ trif: value }) }),
    inducible_ikba: checkbox({ label: "IκBα made when NF-κB asks for it", value: true, onInput: (value) => change({ inducible_ikba: value }) }),
  };
  return {
    main: h("div", { class: "ldn-controls" },
      h("div", { class: "ldn-tlr4-given" }, given.element, blocks.element),
      h("div", { class: "ldn-doses ldn-tlr4-amounts" }, antagonist.element, ic50.element)),
    fine: h("div", { class: "ldn-controls ldn-controls-fine" }, lps.element, damp.element, strength.element,
      h("fieldset", { class: "ldn-choices" }, h("legend", { class: "ldn-label" }, "The cell has"),
        h("div", { class: "ldn-switches" }, ...Object.values(switches).map(({ element }) => element))),
      window_h.element),
    /** @param {State} state @param {number} concentration_uM */
    show(state, concentration_uM) {
      given.set(state.given);
      blocks.set(state.blocks);
      antagonist.show(Number(significant(concentration_uM, 2)));
      ic50.show(state.ic50_uM);
      lps.show(state.lps_ng_per_mL);
      damp.show(state.damp_per_ec50);
      strength.show(Number((100 * state.damp_strength).toPrecision(6)));
      strength.element.hidden = state.damp_per_ec50 === 0;
      window_h.set(String(state.window_h));
      for (const [name, { set }] of Object.entries(switches)) set(state[/** @type {keyof typeof switches} */ (name)]);
    },
  };
}

export default { render };
