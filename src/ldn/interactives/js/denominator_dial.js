/**
 * The denominator dial: a percentage as the people it stands for, with the interval that they leave, beside the placebo
 * arm or the place where there is none; and of a hundred treated, how many would have got there without the drug.
 */
import { citation } from "./kit/citation.js";
import { button, checkbox, evenStops, numberSlider, select } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { shell } from "./kit/shell.js";
import { armHeight, armPanel, hundredHeight, hundredPanel, RATES_HEIGHT, ratesPanel } from "./denominator_dial/panels.js";
import { evaluate } from "./denominator_dial/rates.js";
import { accepter, countsOf, NAMES, OWN, PEOPLE_STOPS, publishedResult, readState, resized } from "./denominator_dial/state.js";
import { dataTable } from "./denominator_dial/table.js";
import { differenceWords, neededSentence, placeboSentence, rateSentence, ratioWords } from "./denominator_dial/wording.js";

/** @typedef {import("./denominator_dial/state.js").State} State */
/** @typedef {import("./denominator_dial/state.js").Data} Data */
/** @typedef {import("./kit/shell.js").Model} Model */

const SIDE_BY_SIDE = 640;
const SIZES = [5, 17, 100];

/** @param {{model: Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  let state = readState(model);
  let view = evaluate(state);

  /** @type {(changes: Partial<State>) => void} */
  const change = changer(model);
  const frame = shell({
    model, el, names: NAMES, accepts: accepter(data),
    table: () => dataTable(view),
    prediction: {
      unit: "of 100", spokenUnit: "people of a hundred", range: [0, 100, 1],
      compare: (guess) => `You guessed ${guess} of 100. ${view.placebo
        ? `As the controls stand now, ${view.placebo.of100} of 100 had the result on placebo.` : "Here nobody can say: no rate on placebo is known."}`,
    },
  });

  const controls = makeControls(change, () => readState(model), data);
  const [rates, hundred, treated, compared] = ["The two rates", "Of a hundred people on LDN", "The people on LDN", "The people on placebo"].map((title) => picture({ title }));
  const [ldnWords, placeboWords] = [h("strong", {}), h("span", {})];
  const known = h("p", { class: "ldn-known" });
  const hundredCaption = h("figcaption", { class: "ldn-caption" });
  const [treatedName, comparedName] = [h("p", {}), h("p", {})];
  const comparedPeople = h("div", {}, comparedName, compared.element);
  const panels = h("div", { class: "ldn-panels ldn-dial" },
    h("figure", { class: "ldn-panel ldn-panel-time" }, h("p", { class: "ldn-panel-title" }, "In the trial"), rates.element,
      h("figcaption", { class: "ldn-caption" }, "Dot: the rate. Bar: its 95 % interval (Wilson). Below, everybody who was counted."),
      h("div", { class: "ldn-arm-people" }, h("div", {}, treatedName, treated.element), comparedPeople)),
    h("figure", { class: "ldn-panel ldn-panel-dose" }, h("p", { class: "ldn-panel-title" }, "Of 100 people on LDN"), hundred.element, hundredCaption));
  const effects = h("table", { class: "ldn-readout ldn-effects" });
  frame.body.append(controls.element, known, h("p", { class: "ldn-sentence" }, ldnWords, " ", placeboWords), panels, effects);

  /** @param {number} available */
  function draw(available) {
    state = readState(model);
    view = evaluate(state);
    controls.show(state);
    const words = [rateSentence(view), placeboSentence(view)];
    [ldnWords.textContent, placeboWords.textContent] = words;
    const published = publishedResult(state, data);
    known.replaceChildren(...(published ? [citation(published.source), ` (${published.design}). ${published.known}`] : ["Your own numbers."]));
    treatedName.textContent = `${view.ldn.people} on LDN`;
    comparedName.textContent = view.placebo ? `${view.placebo.people} on placebo` : "on placebo: nobody knows";
    hundredCaption.textContent = hundredWords();
    if (available > 0) {
      const beside = available >= SIDE_BY_SIDE;
      const left = beside ? Math.round(available * 0.57) : available;
      const right = Math.min(360, beside ? available - left - 20 : available);
      const arm = Math.floor((left - 24) / 2);
      panels.classList.toggle("ldn-beside", beside);
      rates.draw(left, RATES_HEIGHT, ratesPanel(view, { width: left, guess: frame.gate?.guess ?? null }), words.join(" "));
      treated.draw(arm, armHeight(view.ldn.people, arm), armPanel(view.ldn, arm, 0), `${view.ldn.events} of ${view.ldn.people} with the result`);
      if (view.placebo) compared.draw(arm, armHeight(view.placebo.people, arm), armPanel(view.placebo, arm, undefined), `${view.placebo.events} of ${view.placebo.people} with the result`);
      compared.element.style.display = view.placebo ? "" : "none";
      hundred.draw(right, hundredHeight(right), hundredPanel(view, right), hundredCaption.textContent ?? "");
      for (const [one, width] of /** @type {[typeof rates, number][]} */ ([[rates, left], [treated, arm], [compared, arm], [hundred, right]])) one.element.style.width = `${width}px`;
    }
    effects.replaceChildren(...(view.difference && view.ratio ? [h("tbody", {}, ...[
      ["Risk difference", differenceWords(view.difference)], ["Risk ratio", ratioWords(view.ratio)], ["Number needed to treat", neededSentence(view)],
    ].map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value))))] : []));
    frame.update();
    frame.say(words.join(" "));
  }
  function hundredWords() {
    const { anyway, more, fewer } = view.of100;
    if (!view.placebo) return `Shaded: ${view.ldn.of100} had the result, by the drug, by expectation or by the course of the disease.`;
    return `Grey: ${anyway} would have had the result on placebo. ${fewer ? `Shaded: ${fewer} who would have, and had not on LDN.` : `Blue: ${more} more on LDN.`}`;
  }

  return keepDrawn({ model, frame, place: panels, draw });
}

/**
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 * @param {Data} data
 */
function makeControls(change, current, data) {
  /** The rates from which the sizes are worked out, so that pressing one after another does not round again and again. */
  let basis = current();
  let sized = "";
  const key = (/** @type {State} */ { events, people, placebo_events, placebo_people }) => [events, people, placebo_events, placebo_people].join();

  const choice = select({
    label: "Published result", value: current().result,
    choices: [[OWN, "your own numbers"], ...data.results.map(({ id, label }) => /** @type {[string, string]} */ ([id, label]))],
    onInput: (id) => {
      const result = data.results.find((one) => one.id === id);
      change({ result: id, ...(result ? Object.fromEntries(countsOf(result)) : {}) });
    },
  });
  const placebo = checkbox({ label: "a placebo arm beside it", value: current().compared, onInput: (compared) => change({ result: OWN, compared }) });
  const ldnArm = armControls("LDN", "events", "people", 0, change, current);
  const placeboArm = armControls("placebo", "placebo_events", "placebo_people", undefined, change, current);
  const sizes = h("div", { class: "ldn-sizes", role: "group", "aria-label": "The same rates in other numbers of people" },
    h("span", { class: "ldn-label" }, "The same rates in"),
    ...SIZES.map((people) => button(`${people} people`, () => {
      const changes = resized(basis, people);
      sized = key({ ...current(), ...changes });
      change(changes);
    })));
  return {
    element: h("div", { class: "ldn-controls ldn-dial-controls" }, h("div", { class: "ldn-dial-choice" }, choice.element),
      h("div", { class: "ldn-dial-arms" }, ldnArm.element, placeboArm.element), placebo.element, sizes),
    /** @param {State} state */
    show(state) {
      if (key(state) !== sized) basis = state;
      choice.set(publishedResult(state, data) ? state.result : OWN);
      ldnArm.show(state.events, state.people);
      placeboArm.show(state.placebo_events, state.placebo_people);
      placeboArm.element.hidden = !state.compared;
      placebo.set(state.compared);
    },
  };
}

/**
 * Two sliders of one arm; the one of events reaches as far as there are people.
 * @param {string} arm
 * @param {"events" | "placebo_events"} eventsName
 * @param {"people" | "placebo_people"} peopleName
 * @param {number | undefined} series
 * @param {(changes: Partial<State>) => void} change
 * @param {() => State} current
 */
function armControls(arm, eventsName, peopleName, series, change, current) {
  const place = h("div", {});
  let most = 0;
  /** @type {ReturnType<typeof numberSlider>} */
  let events;
  /** @param {number} people */
  function buildEvents(people) {
    most = people;
    events = numberSlider({
      label: `With the result, on ${arm}`, unit: `of ${people}`, spokenUnit: `of ${people} people`, stops: evenStops(0, people, 1), series,
      value: Math.min(current()[eventsName], people), onInput: (value) => change({ result: OWN, [eventsName]: Math.round(value) }),
    });
    place.replaceChildren(events.element);
  }
  const people = numberSlider({
    label: `People on ${arm}`, unit: "people", spokenUnit: "people", stops: PEOPLE_STOPS, value: current()[peopleName], series,
    onInput: (value) => change({ result: OWN, [peopleName]: Math.round(value), [eventsName]: Math.min(current()[eventsName], Math.round(value)) }),
  });
  buildEvents(current()[peopleName]);
  return {
    element: h("div", {}, place, people.element),
    /** @param {number} eventsNow @param {number} peopleNow */
    show(eventsNow, peopleNow) {
      if (peopleNow !== most) buildEvents(peopleNow);
      events.show(Math.min(eventsNow, peopleNow));
      people.show(peopleNow);
    },
  };
}

export default { render };
