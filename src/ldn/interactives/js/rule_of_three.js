/**
 * The rule of three: how high a risk can be although nobody, or hardly anybody, was seen to suffer; a thousand people
 * as a picture of it, and how many would have to be watched for an event of a given rarity.
 */
import { evenStops, numberSlider, select } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { sentenceList, thousands } from "./kit/format.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { boundPanel, peopleHeight, peoplePanel } from "./rule_of_three/panels.js";
import { evaluate, OF } from "./rule_of_three/risk.js";
import { accepter, NAMES, ONE_IN_STOPS, PEOPLE_STOPS, readState } from "./rule_of_three/state.js";
import { dataTable } from "./rule_of_three/table.js";
import { boundSentence, neededSentence, seenSentence } from "./rule_of_three/wording.js";

/** @typedef {import("./rule_of_three/state.js").State} State */
/** @typedef {import("./rule_of_three/state.js").Data} Data */
/** @typedef {import("./kit/shell.js").Model} Model */

const CURVE_HEIGHT = 290;
const SIDE_BY_SIDE = 640;
const OWN = "own";

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts: accepter(data.ranges),
    table: () => dataTable(view),
    prediction: {
      unit: `in ${thousands(OF)}`, spokenUnit: "people in a thousand", range: [0, 60, 1],
      compare: (guess) => `You guessed ${guess} in ${thousands(OF)}. As the controls stand now, it is ${view.couldHaveIt}.`,
    },
  });

  const controls = makeControls(change, () => readState(model), data);
  const people = picture({ title: "Of a thousand people" });
  const bound = picture({ title: "The highest risk that fits" });
  const [seen, fits, takes] = [h("strong", {}), h("span", {}), h("span", { class: "ldn-times" })];
  const peopleTitle = h("p", { class: "ldn-panel-title" });
  const peopleCaption = h("figcaption", { class: "ldn-caption" });
  const boundCaption = h("figcaption", { class: "ldn-caption" });
  const counted = h("p", { class: "ldn-caption" });
  const panels = h("div", { class: "ldn-panels" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, peopleTitle, people.element, peopleCaption),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "The bound, by people watched"), bound.element,
      boundCaption));
  frame.body.append(controls.element, counted, h("p", { class: "ldn-sentence" }, seen, " ", fits, " ", takes), panels);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state);
    controls.show({ ...state, events: view.events });
    const words = [seenSentence(view), boundSentence(view), neededSentence(view)];
    [seen.textContent, fits.textContent, takes.textContent] = words;
    const chosen = data.watched.find((entry) => entry.events === view.events && entry.people === view.people);
    counted.textContent = chosen ? `${sentenceList(chosen.studies)}: ${chosen.counts}.` : "Your own numbers.";
    peopleTitle.textContent = `Of ${thousands(OF)} people like these`;
    peopleCaption.textContent = `${view.hadIt ? `Full: ${view.hadIt} had the event. ` : ""}Shaded: ${
      view.couldHaveIt ? `up to ${view.couldHaveIt} could have it` : "fewer than one could have it"} at the highest risk that fits.`;
    boundCaption.textContent = `Line: exact bound at 95 %. ${view.rule === null ? "" : "Dashed: 3 ÷ people. "}Dotted: the risk you look for, and the people it takes.`;
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const peopleWidth = beside ? Math.round(available * 0.57) : available;
      const boundWidth = beside ? available - peopleWidth - 20 : available;
      panels.classList.toggle("ldn-beside", beside);
      people.draw(peopleWidth, peopleHeight(peopleWidth), peoplePanel(view, peopleWidth), `${peopleTitle.textContent}: ${peopleCaption.textContent}`);
      bound.draw(boundWidth, CURVE_HEIGHT, boundPanel(view, { width: boundWidth, height: CURVE_HEIGHT, guess: frame.gate?.guess ?? null }),
        `${words[1]} ${words[2]}`);
      people.element.style.width = `${peopleWidth}px`;
      bound.element.style.width = `${boundWidth}px`;
    }
    frame.update();
    frame.say(words.join(" "));
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 * @param {Data} data
 */
function makeControls(change, current, data) {
  const choice = select({
    label: "Who was watched?", value: OWN,
    choices: [[OWN, "your own numbers"], ...data.watched.map((entry) => /** @type {[string, string]} */ ([entry.id, entry.label]))],
    onInput: (id) => {
      const entry = data.watched.find((one) => one.id === id);
      if (entry) change({ events: entry.events, people: entry.people });
    },
  });
  const events = numberSlider({
    label: "People who had the event", unit: "people", spokenUnit: "people", stops: evenStops(...data.ranges.events, 1), value: 0, series: 0,
    onInput: (value) => change({ events: Math.min(Math.round(value), current().people) }),
  });
  const people = numberSlider({
    label: "People who were watched", unit: "people", spokenUnit: "people", stops: PEOPLE_STOPS, value: 1,
    onInput: (value) => change({ people: Math.round(value), events: Math.min(current().events, Math.round(value)) }),
  });
  const oneIn = numberSlider({
    label: "The event you look for: 1 in", unit: "people", spokenUnit: "people", stops: ONE_IN_STOPS, value: 10,
    onInput: (value) => change({ one_in: Math.round(value) }),
  });
  return {
    element: h("div", { class: "ldn-controls ldn-people-numbers" }, h("div", { class: "ldn-watched" }, choice.element), people.element, events.element, oneIn.element),
    /** @param {State} state */
    show(state) {
      const chosen = data.watched.find((entry) => entry.events === state.events && entry.people === state.people);
      choice.set(chosen?.id ?? OWN);
      events.show(state.events);
      people.show(state.people);
      oneIn.show(state.one_in);
    },
  };
}

export default { render };
