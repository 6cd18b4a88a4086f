/** What a piece does between its first drawing and the day it is taken off the page. */

/** @typedef {import("./shell.js").Model} Model */

/**
 * Sets traits by name, all in one message to Python.
 * @template State
 * @param {Model} model
 * @returns {(changes: Partial<State>) => void}
 */
export const changer = (model) => (changes) => {
  for (const [name, value] of Object.entries(changes)) model.set(name, value);
  model.save_changes();
};

/**
 * Draws a piece now, and once a frame at most whenever its state or its width has changed or a guess uncovers it.
 * @param {object} options
 * @param {Model} options.model
 * @param {ReturnType<typeof import("./shell.js").shell>} options.frame
 * @param {HTMLElement} options.place the element whose width the drawing fills
 * @param {(width: number) => void} options.draw draws the state as it is; the width is 0 while the place is hidden
 * @returns {() => void} to be called when the piece is taken away
 */
export function keepDrawn({ model, frame, place, draw }) {
  let width = 0;
  let requested = 0;
  const request = () => {
    requested ||= requestAnimationFrame(() => {
      requested = 0;
      draw(width);
    });
  };
  /** Asking for a width makes the browser lay the page out, so it is asked only when it may have changed. */
  const measure = () => {
    width = place.clientWidth;
    request();
  };
  const observer = new ResizeObserver(measure);
  model.on("change", request);
  observer.observe(place);
  frame.whenRevealed(measure);
  frame.start();
  width = place.clientWidth;
  draw(width);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(requested);
    model.off("change", request);
    frame.stop();
  };
}
