/**
 * The claim meter: how sure the article makes its reader of each claim. At the first stage the claims are rated; at the
 * last they are rated again, and then both ratings stand beside the verdicts. Ratings stay in this browser.
 */
import { button, radioGroup } from "./kit/controls.js";
import { h } from "./kit/dom.js";
import { picture } from "./kit/draw.js";
import { changer, keepDrawn } from "./kit/lifecycle.js";
import { ownFile } from "./kit/own_file.js";
import { shell } from "./kit/shell.js";
import { forget, recall, remember } from "./kit/storage.js";
import { chart, chartHeight } from "./claim_meter/chart.js";
import { fileText, readFile } from "./claim_meter/file.js";
import { ratingRow } from "./claim_meter/rating.js";
import { evaluate, fitting, merged, readState } from "./claim_meter/state.js";
import { dataTable } from "./claim_meter/table.js";
import { verdictList } from "./claim_meter/verdicts.js";
import { sentences } from "./claim_meter/wording.js";

const KEY = "claims/ratings";
const WHOLE_KEY = `a-tenth-of-the-dose/${KEY}`;

/** @typedef {import("./claim_meter/state.js").Ratings} Ratings */

/** @param {{model: import("./kit/shell.js").Model, el: HTMLElement}} host */
function render({ model, el }) {
  /** @type {import("./claim_meter/state.js").Data} */
  const data = model.get("data");
  const stage = model.get("stage");
  const change = changer(model);
  const view = () => evaluate(readState(model), data);

  const current = () => ({ before: model.get("before"), after: model.get("after") });
  const yours = ownFile({
    what: "your ratings", filename: "a-tenth-of-the-dose-ratings.json", type: "application/json", accept: ".json,application/json",
    content: () => fileText(current()),
    read(text) {
      const { next, replaces } = merged(current(), readFile(text, data.claims));
      return { replaces, take: () => keep(next) };
    },
    onErase: () => keep({ before: {}, after: {} }),
    say: (words) => frame.say(words, 0),
  });
  const frame = shell({ model, el, table: () => dataTable(view()), disclosures: [yours.element] });
  frame.element.classList.add("ldn-claim-meter");

  const words = h("span", {});
  const against = h("span", { class: "ldn-against" });
  const rows = data.claims.map((claim) => ratingRow(claim, (rating) => {
    const { [claim.id]: _, ...others } = model.get(stage);
    keep({ [stage]: rating === null ? others : { ...others, [claim.id]: rating } });
  }));
  const uncover = button("", () => {
    change({ revealed: true });
    again.focus({ preventScroll: true });
    frame.element.scrollIntoView({ block: "start" });
  }, { class: "ldn-button ldn-primary" });
  const form = h("div", {},
    h("p", { class: "ldn-ask" }, "How sure are you of each claim, as it is worded? 0 is not at all, 100 is entirely. " +
      "A claim you leave alone counts as not rated."),
    h("ol", { class: "ldn-claims", role: "list" }, ...rows.map(({ element }) => element)),
    stage === "after" && h("div", { class: "ldn-actions" }, uncover));

  const drawing = picture({ title: "Your ratings and the evidence" });
  const panel = h("figure", { class: "ldn-panel" }, drawing.element,
    h("figcaption", { class: "ldn-caption" }, "Hollow: at the start. Filled: now. Shaded: the course’s own reading of the verdict, a third of the scale; " +
      "a verdict is a word, and evidence has no percentage."));
  const order = radioGroup({ label: "Order", value: model.get("order"), onInput: (value) => change({ order: value }),
    choices: [["article", "as in the article"], ["disagreement", "where you and the evidence differ most"]] });
  const again = button("Change my ratings", () => {
    change({ revealed: false });
    frame.element.querySelector("input")?.focus();
  });
  const verdicts = verdictList(data);
  const evidence = h("div", {}, panel, h("div", { class: "ldn-order-of-claims" }, order.element, again), verdicts.element);
  frame.body.append(h("p", { class: "ldn-sentence" }, words, " ", against), form, evidence);

  /** Takes ratings over, into this browser and to Python. @param {Partial<{before: Ratings, after: Ratings}>} next */
  function keep(next) {
    const { before, after } = { ...current(), ...next };
    const nothing = !Object.keys(before).length && !Object.keys(after).length;
    yours.showWhere(nothing ? (forget(KEY), true) : remember(KEY, { before, after }));
    change({ before, after });
  }
  /** Brings in what this browser keeps; ratings that Python set stand. */
  function adoptKept() {
    const kept = /** @type {any} */ (recall(KEY));
    change({ before: fitting(kept?.before, data.claims), after: fitting(kept?.after, data.claims) });
  }
  if (!Object.keys(model.get("before")).length && !Object.keys(model.get("after")).length) adoptKept();
  else keep({});
  const fromElsewhere = (/** @type {StorageEvent} */ { key }) => {
    if (key === WHOLE_KEY || key === null) adoptKept();
  };
  window.addEventListener("storage", fromElsewhere);

  /** @param {number} width */
  function draw(width) {
    const state = readState(model);
    const shown = evaluate(state, data);
    const parts = sentences(shown, data.readings);
    const said = parts.join(" ");
    [words.textContent, against.textContent] = [parts[0], parts[1] ?? ""];
    form.hidden = shown.revealed;
    evidence.hidden = !shown.revealed;
    rows.forEach((row, i) => row.show(state[stage][data.claims[i].id] ?? null));
    const missing = data.claims.length - shown.now.length;
    uncover.textContent = missing ? `Uncover the evidence now, with ${missing} not rated` : "Uncover the evidence";
    order.set(state.order);
    if (shown.revealed) {
      verdicts.show(shown);
      if (width > 0) drawing.draw(width, chartHeight(shown.drawn.length), chart(shown.drawn, width), said);
    }
    frame.update();
    frame.say(said);
  }

  const stop = keepDrawn({ model, frame, place: frame.body, draw });
  return () => {
    window.removeEventListener("storage", fromElsewhere);
    stop();
  };
}

export default { render };
