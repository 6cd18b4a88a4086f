import { h } from "./dom.js";

const SETTLED_MS = 500;

/**
 * One polite live region: says a sentence when it has stood still for half a second, so that a moving
 * slider is not read out number by number.
 */
export function liveRegion() {
  const element = h("div", { class: "ldn-unseen", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    element,
    /** @param {string} sentence @param {number} [delay_ms] */
    say(sentence, delay_ms = SETTLED_MS) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (element.textContent !== sentence) element.textContent = sentence;
      }, delay_ms);
    },
    stop: () => clearTimeout(timer),
  };
}
