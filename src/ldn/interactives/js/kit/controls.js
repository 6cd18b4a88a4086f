/**
 * Native controls with a label, a unit and a voice. Each returns { element, set, … }: `set` shows a value
 * that came from elsewhere and calls nobody back.
 */
import { h, uniqueId } from "./dom.js";
import { parseNumber, significant } from "./format.js";

/** Nearest index in a rising list. @param {number[]} stops @param {number} value */
export function nearestStop(stops, value) {
  let best = 0;
  for (let i = 1; i < stops.length; i++) if (Math.abs(stops[i] - value) < Math.abs(stops[best] - value)) best = i;
  return best;
}

/** Even stops from low to high. @param {number} low @param {number} high @param {number} step */
export const evenStops = (low, high, step) =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => Number((low + i * step).toPrecision(12)));

/**
 * A slider that walks over `stops`, a number field for any value between them, and − and + buttons.
 * @param {object} options
 * @param {string} options.label what is set, as the reader calls it
 * @param {string} options.unit "mg"
 * @param {string} options.spokenUnit "milligrams"
 * @param {number[]} options.stops rising; the first and last are the limits
 * @param {number} options.value
 * @param {(value: number) => void} options.onInput
 * @param {number} [options.series] which series' colour it wears (0–3)
 */
export function numberSlider({ label, unit, spokenUnit, stops, value, onInput, series }) {
  const [low, high] = [stops[0], stops[stops.length - 1]];
  const errorId = uniqueId("error");
  const labelId = uniqueId("label");
  let current = value;

  const slider = h("input", {
    type: "range", class: "ldn-range", min: 0, max: stops.length - 1, step: 1, "aria-labelledby": labelId,
    oninput: () => change(stops[Number(slider.value)]),
  });
  const field = h("input", {
    type: "text", inputmode: "decimal", class: "ldn-number", autocomplete: "off", size: 5,
    "aria-label": `${label}, ${spokenUnit}`, "aria-describedby": errorId,
    oninput: () => readField(false),
    onchange: () => readField(true),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!steps) return;
      event.preventDefault();
      step(steps);
    },
  });
  const error = h("p", { class: "ldn-error", id: errorId, role: "alert" });
  const less = h("button", { class: "ldn-step", "aria-label": `Less: ${label}`, onclick: () => step(-1) }, "−");
  const more = h("button", { class: "ldn-step", "aria-label": `More: ${label}`, onclick: () => step(1) }, "+");
  const element = h("div", { class: "ldn-slider", "data-series": series },
    h("span", { class: "ldn-label", id: labelId }, label),
    h("div", { class: "ldn-slider-row" }, less, slider, more,
      h("span", { class: "ldn-field" }, field, h("span", { class: "ldn-unit", "aria-hidden": "true" }, unit))),
    error);

  /** The next stop in a direction, also from a value between two stops. @param {number} direction */
  function step(direction) {
    const tolerance = 1e-9 * high;
    const next = direction > 0
      ? stops.find((stop) => stop > current + tolerance)
      : stops.findLast((stop) => stop < current - tolerance);
    if (next !== undefined) change(next);
  }
  /** @param {number} next */
  function change(next) {
    set(next);
    onInput(next);
  }
  /** @param {boolean} finished leaving the field or pressing Enter; while typing, half a number is no error */
  function readField(finished) {
    const typed = parseNumber(field.value);
    if (typed >= low && typed <= high) {
      complain("");
      current = typed;
      showOnSlider(typed);
      onInput(typed);
    } else if (finished) {
      const what = field.value.trim() === "" ? "Nothing was typed" : `“${field.value.trim()}” ${
        Number.isNaN(typed) ? "is not a number" : `${unit} is outside the range`}`;
      complain(`${label}: ${what}. Type a number from ${significant(low)} to ${significant(high)} ${unit}.`);
    }
  }
  /** @param {string} message */
  function complain(message) {
    error.textContent = message;
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  /** @param {number} next */
  function showOnSlider(next) {
    slider.value = String(nearestStop(stops, next));
    slider.style.setProperty("--filled", `${(100 * slider.value) / (stops.length - 1)}%`);
    slider.setAttribute("aria-valuetext", `${significant(next, 4)} ${spokenUnit}`);
    less.disabled = next <= low;
    more.disabled = next >= high;
  }
  /** @param {number} next */
  function set(next) {
    current = next;
    showOnSlider(next);
    field.value = significant(next, 4);
    complain("");
  }
  /** As `set`, unless it is what the control already says: then what is being typed stays as typed. @param {number} next */
  const show = (next) => {
    if (next !== current) set(next);
  };
  set(value);
  return { element, set, show, slider, field };
}

/**
 * A few choices, all in sight.
 * @template {string} V
 * @param {{label: string, choices: [V, string][], value: V, onInput: (value: V) => void}} options
 */
export function radioGroup({ label, choices, value, onInput }) {
  const name = uniqueId("choice");
  const inputs = choices.map(([key]) =>
    h("input", { type: "radio", name, value: key, class: "ldn-radio", onchange: () => onInput(key) }));
  const element = h("fieldset", { class: "ldn-choices" }, h("legend", { class: "ldn-label" }, label),
    h("div", { class: "ldn-segments" },
      ...choices.map(([, text], i) => h("label", { class: "ldn-segment" }, inputs[i], h("span", {}, text)))));
  /** @param {V} next */
  const set = (next) => inputs.forEach((input, i) => (input.checked = choices[i][0] === next));
  set(value);
  return { element, set, inputs };
}

/** @param {{label: string, value: boolean, onInput: (value: boolean) => void}} options */
export function checkbox({ label, value, onInput }) {
  const input = h("input", { type: "checkbox", class: "ldn-check", onchange: () => onInput(input.checked) });
  const element = h("label", { class: "ldn-checkbox" }, input, h("span", {}, label));
  const set = (/** @type {boolean} */ next) => (input.checked = next);
  set(value);
  return { element, set, input };
}

/**
 * @template {string} V
 * @param {{label: string, choices: [V, string][], value: V, onInput: (value: V) => void}} options
 */
export function select({ label, choices, value, onInput }) {
  const input = h("select", { class: "ldn-select", onchange: () => onInput(input.value) },
    ...choices.map(([key, text]) => h("option", { value: key }, text)));
  const element = h("label", { class: "ldn-selection" }, h("span", { class: "ldn-label" }, label), input);
  const set = (/** @type {V} */ next) => (input.value = next);
  set(value);
  return { element, set, input };
}

/** @param {string} text @param {() => void} onClick @param {Record<string, any>} [attributes] */
export const button = (text, onClick, attributes = {}) =>
  h("button", { class: "ldn-button", onclick: onClick, ...attributes }, text);
