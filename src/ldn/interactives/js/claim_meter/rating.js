/** One claim with a slider, a field and a way to take the rating back. Nothing counts as a rating until the reader sets it. */
import { h, uniqueId } from "../kit/dom.js";
import { parseNumber } from "../kit/format.js";
import { isRating } from "./state.js";

const UNRATED_PLACE = 50;

/**
 * @param {import("./state.js").Claim} claim
 * @param {(rating: number | null) => void} onInput null: taken back
 */
export function ratingRow({ id, words }, onInput) {
  const wordsId = uniqueId("claim");
  const errorId = uniqueId("error");
  /** @type {number | null} */
  let current = null;

  const give = () => change(Number(slider.value));
  const slider = h("input", {
    type: "range", class: "ldn-range", min: 0, max: 100, step: 5, "aria-labelledby": wordsId,
    oninput: give,
    // A press that leaves the slider in its middle changes no value, yet it says 50.
    onclick: () => current === null && give(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && current === null && give(),
  });
  const field = h("input", {
    type: "text", inputmode: "numeric", class: "ldn-number", autocomplete: "off", size: 3, placeholder: "–",
    "aria-label": `${id}: how sure, 0 to 100`, "aria-describedby": errorId,
    oninput: () => readField(false),
    onchange: () => readField(true),
  });
  const clear = h("button", { class: "ldn-step ldn-remove", "aria-label": `Take back the rating of ${id}`, onclick: () => {
    change(null);
    slider.focus();
  } }, "×");
  const error = h("p", { class: "ldn-error", id: errorId, role: "alert" });
  const element = h("li", { class: "ldn-claim" },
    h("p", { class: "ldn-claim-words", id: wordsId }, h("span", { class: "ldn-claim-id" }, id), " ", words),
    h("div", { class: "ldn-slider-row" }, slider, field, clear), error);

  /** @param {number | null} next */
  function change(next) {
    set(next);
    onInput(next);
  }
  /** @param {boolean} finished */
  function readField(finished) {
    const text = field.value.trim();
    const typed = parseNumber(text);
    if (isRating(typed) || text === "") {
      if (!finished && text === "") return;
      complain("");
      current = text === "" ? null : typed;
      showOnSlider();
      onInput(current);
    } else if (finished) complain(`“${text}” is no rating. Type a whole number from 0 to 100, or nothing.`);
  }
  /** @param {string} message */
  function complain(message) {
    error.textContent = message;
    if (message) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  function showOnSlider() {
    const place = current ?? UNRATED_PLACE;
    slider.value = String(place);
    slider.style.setProperty("--filled", `${current ?? 0}%`);
    slider.setAttribute("aria-valuetext", current === null ? "not rated yet" : `${current} of 100`);
    element.classList.toggle("ldn-unrated", current === null);
    clear.disabled = current === null;
  }
  /** @param {number | null} next */
  function set(next) {
    current = next;
    showOnSlider();
    field.value = next === null ? "" : String(next);
    complain("");
  }
  set(null);
  return {
    element,
    /** Shows a rating that came from elsewhere; what is being typed stays as typed. @param {number | null} next */
    show(next) {
      if (next !== current) set(next);
    },
  };
}
