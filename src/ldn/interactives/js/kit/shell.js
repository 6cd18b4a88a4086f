/**
 * What every piece stands in: title, predict-first gate, live sentence, "Show data", model note, reset, and
 * a link to the view. A piece fills `body` and says what it shows.
 */
import { liveRegion } from "./announce.js";
import { button } from "./controls.js";
import { dataDisclosure } from "./data.js";
import { h, prose, uniqueId } from "./dom.js";
import { fromHash, toHash, toPython } from "./link.js";
import { predictGate } from "./predict.js";

/**
 * @typedef {object} Model what anywidget, and the book's host, give to `render`
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, callback: () => void) => void} on
 * @property {(event: string, callback: () => void) => void} off
 */

/**
 * @param {object} options
 * @param {Model} options.model
 * @param {HTMLElement} options.el
 * @param {string[]} [options.names] the traits a reader can change: what reset and the link carry
 * @param {(name: string, value: any) => boolean} [options.accepts] is a value from a link one the piece can show?
 * @param {() => import("./data.js").Table} [options.table]
 * @param {Omit<import("./predict.js").Prediction, "question" | "onReveal">} [options.prediction] used when the model asks a question
 * @param {HTMLElement[]} [options.disclosures] more to open, before "Show data"
 */
export function shell({ model, el, names = [], accepts = () => true, table, prediction, disclosures = [] }) {
  const inBook = el.dataset.ldnHost === "book";
  const id = el.dataset.ldnId ?? "";
  const filename = id || model.get("python_class");
  const initial = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const live = liveRegion();
  const titleId = uniqueId("title");
  const body = h("div", { class: "ldn-body" });
  const covered = h("div", { class: "ldn-covered" }, body);
  const data = table ? dataDisclosure(table, filename) : null;
  const note = model.get("note_html")
    ? h("details", { class: "ldn-disclosure ldn-note" }, h("summary", {}, "What this model leaves out"),
        prose("div", { class: "ldn-prose" }, model.get("note_html")))
    : null;
  const passOn = h("div", { class: "ldn-pass-on" });
  const foot = h("div", { class: "ldn-foot" });

  const current = () => Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const restore = (/** @type {Record<string, any>} */ state) => {
    for (const [name, value] of Object.entries(state)) if (accepts(name, value)) model.set(name, value);
    model.save_changes();
  };

  if (names.length) {
    foot.append(
      button("Reset", () => {
        restore(initial);
        passOn.replaceChildren();
        live.say("Reset to how it was at first.", 0);
      }),
      button(inBook ? "Link to this view" : "Python for this view", () => showLink()),
    );
  }
  function showLink() {
    let text = toPython(model.get("python_class"), current(), model.get("defaults"));
    if (inBook) {
      history.replaceState(null, "", toHash(id, current(), initial));
      text = location.href;
    }
    const field = h("input", { type: "text", readonly: true, class: "ldn-link", value: text,
      "aria-label": inBook ? "Address of this view" : "Python call for this view" });
    passOn.replaceChildren(field);
    field.select();
    // Copying may be forbidden; the address stands there, selected, either way.
    navigator.clipboard?.writeText(text).then(() => live.say("Copied.", 0), () => {});
  }
  function followHash() {
    const state = fromHash(location.hash, id, names);
    if (!state) return;
    restore(state);
    element.scrollIntoView({ block: "start" });
  }

  const question = model.get("predict_html");
  let revealed = () => {};
  const gate = question && prediction
    ? predictGate({ question, ...prediction, onReveal: () => revealed() }, covered, `guess/${location.pathname.split("/").pop() ?? ""}/${id || filename}`)
    : null;
  covered.append(h("div", { class: "ldn-below" }, ...disclosures, data?.element ?? "", note ?? ""), foot, passOn);
  const element = h("div", { class: "ldn-piece", role: "group", "aria-labelledby": titleId },
    h("p", { class: "ldn-title", id: titleId }, model.get("title")), gate?.element ?? "", covered, live.element);
  el.replaceChildren(element);

  return {
    element, body, foot, gate,
    /** Says, once things have settled, what the picture shows now. @param {string} sentence @param {number} [delay_ms] */
    say(sentence, delay_ms) {
      if (!gate || gate.open) live.say(sentence, delay_ms);
    },
    /** To be called after each drawing. */
    update() {
      data?.update();
      gate?.update();
    },
    /** Calls back each time a guess, committed or skipped, uncovers the piece. @param {() => void} callback */
    whenRevealed(callback) {
      revealed = callback;
    },
    /** To be called once, when the piece can draw. */
    start() {
      if (!inBook || !names.length) return;
      followHash();
      window.addEventListener("hashchange", followHash);
    },
    stop() {
      live.stop();
      window.removeEventListener("hashchange", followHash);
    },
  };
}
