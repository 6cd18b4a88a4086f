/**
 * Territory: microglia share out the tissue between them; an injury that the reader places, and who can reach it when;
 * how much of a territory is visited while nothing happens; and what share of cells microglia are, by who says so.
 */
import { evenStops, numberSlider, radioGroup } from "./kit/controls.js";
import { h, uniqueId } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { NBSP, significant } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { evaluate } from "./territory/mosaic.js";
import { arrivalsHeight, arrivalsPanel, countsPanel, dotsHeight, dotsPanel, tissueHeight, tissuePanel } from "./territory/panels.js";
import { accepts, NAMES, readState } from "./territory/state.js";
import { LONGEST_H, stipplePanel, WATCHED_HEIGHT, watchedPanel } from "./territory/surveillance.js";
import { dataTable } from "./territory/table.js";
import { injurySentence, sentence, spacingSentence, watchSentence } from "./territory/wording.js";

/** @typedef {import("./territory/state.js").State} State */
/** @typedef {import("./kit/shell.js").Model} Model */

const SIDE_BY_SIDE = 640;

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  const data = model.get("data");
  const clip = uniqueId("window");
  let state = readState(model);
  let view = evaluate(state, data);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);

  const frame = shell({
    model, el, names: NAMES, accepts,
    table: () => dataTable(state, view, data),
    prediction: {
      unit: "µm", spokenUnit: "micrometres", range: [5, 200, 5],
      compare: (guess) => `You guessed ${significant(guess)} µm. As the controls stand now the nearest soma is on average ${
        view.spacing_um.toFixed(0)}${NBSP}µm away.`,
    },
  });

  const controls = makeControls(change, data);
  const counts = picture({ title: "Published counts of microglia per mm³" });
  const tissue = picture({ title: "Territories on a plane through the mosaic" });
  const arrivals = picture({ title: "When processes can reach the injury" });
  const stipple = picture({ title: "What has been visited of one territory" });
  const watched = picture({ title: "Share of a territory visited over the hours" });
  const dots = picture({ title: "Microglia among 200 cells" });
  const spacing = h("span", {});
  const injury = h("span", { class: "ldn-times" });
  const watch = h("span", { class: "ldn-times" });
  // The number fields do the same for the keyboard.
  tissue.element.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const box = tissue.element.getBoundingClientRect();
    const [across, down] = data.window_um;
    const perPixel = across / box.width;
    const [x, y] = [(event.clientX - box.left) * perPixel, (event.clientY - box.top) * perPixel].map(Math.round);
    if (x >= 0 && x <= across && y >= 0 && y <= down) change({ injury_x_um: x, injury_y_um: y });
  });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "A slice of tissue; click to injure it"), tissue.element,
      h("figcaption", { class: "ldn-caption" },
        "Each outline is what lies nearer to one soma than to any other, cut by the plane, so outlines differ even where cells are alike. Cross: injury. Blue: the cell on the spot. Green: its neighbours, filled once their processes can be there. Small dots: somata far above or below.")),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "Who can be there when"), arrivals.element,
      h("figcaption", { class: "ldn-caption" }, "Left end: a process that waits at the edge of its territory. Right end: one that sets out from the soma.")));
  const watching = h("div", { class: "ldn-panels ldn-watching" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, watched.element,
      h("figcaption", { class: "ldn-caption" },
        `A supposition worked out, not an observation: ${significant(data.processes.value)} processes (band: ${
          significant(data.processes.low)} to ${significant(data.processes.high)}, the middle half of the cells counted) probe at random at ${
          significant(data.speed_um_per_min)} µm/min, both from slices of mouse brain.`)),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, stipple.element,
      h("figcaption", { class: "ldn-caption" }, "The territory on the spot, cut by the plane. Filled: a tip has been there. It moves by your hand only.")));
  const shares = h("figure", { class: "ldn-panel ldn-shares" }, h("p", { class: "ldn-panel-title" }, "How many of 200 cells are microglia?"), dots.element,
    h("figcaption", { class: "ldn-caption" }, `Ink: human brain, measured region by region, or counted. Purple: repeated in reviews without a count; open dots: from ${
      significant(data.shares[2].low)} to ${significant(data.shares[2].high)} %.`));
  frame.body.append(controls.main, counts.element, h("p", { class: "ldn-sentence" }, spacing, " ", injury, " ", watch), controls.time, panels, controls.place,
    h("p", { class: "ldn-panel-title" }, "Nothing happens, and a territory is watched"), controls.watching, watching, shares);

  let dotsDrawn = "";
  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state, data);
    controls.show(state);
    const [first, second] = [spacingSentence(state, view, data), injurySentence(state, view, data)];
    const third = watchSentence(state, data);
    [spacing.textContent, injury.textContent, watch.textContent] = [first, second, third];
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      for (const both of [panels, watching]) both.classList.toggle("ldn-beside", beside);
      const leftWidth = beside ? Math.round(available * 0.57) : available;
      const rightWidth = beside ? available - leftWidth - 20 : available;
      const countsWidth = Math.min(available, 640);
      counts.draw(countsWidth, 58, countsPanel(state, data, { width: countsWidth }), countsWords(data));
      counts.element.style.width = `${countsWidth}px`;
      tissue.draw(leftWidth, tissueHeight(leftWidth, data), tissuePanel(state, view, data, { width: leftWidth, clip }), `${first} ${second}`);
      tissue.element.style.width = `${leftWidth}px`;
      arrivals.draw(rightWidth, arrivalsHeight(view), arrivalsPanel(state, view, { width: rightWidth }), second);
      arrivals.element.style.width = `${rightWidth}px`;
      watched.draw(leftWidth, WATCHED_HEIGHT, watchedPanel(state, data, { width: leftWidth }), third);
      watched.element.style.width = `${leftWidth}px`;
      stipple.draw(rightWidth, WATCHED_HEIGHT, stipplePanel(state, view, data, { width: rightWidth }), third);
      stipple.element.style.width = `${rightWidth}px`;
      // The dots are the same in every state; only another width redraws them.
      const columns = available < 560 ? 2 : 4;
      if (dotsDrawn !== String(available)) {
        dots.draw(available, dotsHeight(data, available, columns), dotsPanel(data, { width: available, columns }), dotsWords(data));
        dotsDrawn = String(available);
      }
    }
    frame.update();
    frame.say(sentence(state, view, data));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/** @param {any} data */
const countsWords = ({ counted }) =>
  counted.map((/** @type {any} */ { per_mm3, text, inferred }) => `${text}: ${per_mm3}${inferred ? ", our reading of a misprinted unit" : ""}.`).join(" ");

/** @param {any} data */
const dotsWords = ({ shares }) =>
  shares.map((/** @type {any} */ { low, high, name, kind }) => `${significant(low)}${low === high ? "" : ` to ${significant(high)}`} % ${name}, ${
    kind === "phrase" ? "a phrase that nobody counted for" : kind === "counting" ? "by counting" : "measured"}.`).join(" ");

/** @param {(changes: Partial<State>) => void} change @param {any} data */
function makeControls(change, data) {
  const [across, down] = data.window_um;
  const density = numberSlider({
    label: "Density", unit: "/mm³", spokenUnit: "cells per cubic millimetre", stops: evenStops(4000, 12000, 50), value: 8500,
    onInput: (value) => change({ density_per_mm3: value }),
  });
  const arrangement = radioGroup({
    label: "Somata placed", value: "", onInput: (value) => change({ arrangement: /** @type {State["arrangement"]} */ (value) }),
    choices: [["regular", "evenly"], ["random", "at random"]],
  });
  const time = numberSlider({
    label: "Time since the injury", unit: "min", spokenUnit: "minutes", stops: evenStops(0, 30, 0.5), value: 10, series: 2,
    onInput: (value) => change({ time_min: value }),
  });
  const x = numberSlider({
    label: "Injury, from the left", unit: "µm", spokenUnit: "micrometres", stops: evenStops(0, across, 5), value: 180, series: 1,
    onInput: (value) => change({ injury_x_um: value }),
  });
  const y = numberSlider({
    label: "Injury, from the top", unit: "µm", spokenUnit: "micrometres", stops: evenStops(0, down, 5), value: 120, series: 1,
    onInput: (value) => change({ injury_y_um: value }),
  });
  const watched = numberSlider({
    label: "Hours watched", unit: "h", spokenUnit: "hours", stops: evenStops(0, LONGEST_H, 0.25), value: 2, series: 0,
    onInput: (value) => change({ watched_h: value }),
  });
  const tip = numberSlider({
    label: "Suppose the tip of a process feels a width of", unit: "µm", spokenUnit: "micrometres", stops: evenStops(0.5, 5, 0.25), value: 2,
    onInput: (value) => change({ tip_width_um: value }),
  });
  return {
    watching: h("div", { class: "ldn-controls" }, h("div", { class: "ldn-doses" }, watched.element, tip.element)),
    main: h("div", { class: "ldn-controls" }, h("div", { class: "ldn-doses ldn-territory-density" }, density.element, arrangement.element)),
    time: h("div", { class: "ldn-territory-time" }, time.element),
    place: h("div", { class: "ldn-controls ldn-controls-fine" }, x.element, y.element),
    /** @param {State} state */
    show(state) {
      density.show(state.density_per_mm3);
      arrangement.set(state.arrangement);
      time.show(state.time_min);
      x.show(state.injury_x_um);
      y.show(state.injury_y_um);
      watched.show(state.watched_h);
      tip.show(state.tip_width_um);
    },
  };
}

export default { render };
