/**
 * Brings the interactives of a static page to life: no kernel, no widget manager, no network beyond the page's
 * own folder. Python has left each piece's state beside a picture of it; this mounts the piece's ES module on
 * a small model with the part of anywidget's interface that the pieces use, and puts the picture away.
 * It lies in the same folder as the pieces.
 */

/**
 * The model a piece sees. `save_changes` has nobody to tell: there is no kernel.
 * @param {Record<string, any>} state
 */
export function createModel(state) {
  const values = { ...state };
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  const emit = (/** @type {string} */ event) => [...(listeners.get(event) ?? [])].forEach((callback) => callback());
  return {
    get: (/** @type {string} */ name) => values[name],
    set(/** @type {string} */ name, /** @type {any} */ value) {
      if (values[name] === value) return;
      values[name] = value;
      emit(`change:${name}`);
      emit("change");
    },
    save_changes() {},
    on(/** @type {string} */ event, /** @type {() => void} */ callback) {
      if (!listeners.has(event)) listeners.set(event, new Set());
      listeners.get(event)?.add(callback);
    },
    off(/** @type {string} */ event, /** @type {() => void} */ callback) {
      listeners.get(event)?.delete(callback);
    },
  };
}

/** @param {HTMLElement} element */
async function mount(element) {
  const state = JSON.parse(element.querySelector(":scope > script.ldn-state")?.textContent ?? "{}");
  const paper = element.querySelector(":scope > .ldn-paper");
  const el = document.createElement("div");
  el.className = "ldn-live";
  el.dataset.ldnHost = "book";
  el.dataset.ldnId = element.dataset.ldnId;
  const piece = await import(new URL(`./${element.dataset.ldnPiece}.mjs`, import.meta.url).href);
  element.append(el);
  try {
    await piece.default.render({ model: createModel(state), el });
  } catch (error) {
    el.remove(); // The picture stays, so the reader loses the handle but not the message.
    throw error;
  }
  if (paper instanceof HTMLElement) paper.hidden = true;
  element.dataset.ldnState = "live";
}

for (const element of document.querySelectorAll(".ldn-interactive[data-ldn-piece]"))
  mount(/** @type {HTMLElement} */ (element)).catch((error) => console.error(error));
