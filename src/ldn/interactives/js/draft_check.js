/** The draft checker: a place to write the article anew, and what the course's rules notice in it. The draft stays in this browser. */
import { button } from "./kit/controls.js";
import { h, uniqueId } from "./kit/dom.js";
import { ownFile } from "./kit/own_file.js";
import { shell } from "./kit/shell.js";
import { forget, recall, remember } from "./kit/storage.js";
import { checkDraft, countWords } from "./draft_check/linter.js";
import { report } from "./draft_check/report.js";
import { dataTable, sentence } from "./draft_check/wording.js";

const KEY = "draft/article";
const WHOLE_KEY = `a-tenth-of-the-dose/${KEY}`;
const LONGEST_FILE = 50_000;
/** The draft is read anew when the reader has not typed for so long. */
const PAUSE_MS = 800;

const isText = (/** @type {unknown} */ value) => typeof value === "string";

/** @param {{model: import("./kit/shell.js").Model, el: HTMLElement}} host */
function render({ model, el }) {
  const { rules, article, reasons } = model.get("data");
  /** The text that the findings are about; empty while they are the article's. */
  let checked = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const findings = () => checkDraft(checked.trim() ? checked : article, rules);
  const words = () => countWords(checked);

  const yours = ownFile({
    what: "your draft", filename: "a-tenth-of-the-dose-draft.txt", type: "text/plain", accept: ".txt,.md,text/plain",
    content: () => field.value,
    read(text) {
      if (text.includes("\0") || text.includes("\ufffd")) throw new Error("This file is not plain text.");
      if (text.length > LONGEST_FILE) throw new Error("This file is far longer than a draft.");
      if (!text.trim()) throw new Error("This file is empty.");
      return { replaces: field.value.trim() !== "" && field.value !== text, take: () => (put(text), check()) };
    },
    onErase: () => (put(""), check()),
    say: (said) => piece.say(said, 0),
  });
  const piece = shell({ model, el, table: () => dataTable(findings(), words()), disclosures: [yours.element] });
  piece.element.classList.add("ldn-draft-check");

  const id = uniqueId("draft");
  const countId = uniqueId("count");
  const field = h("textarea", { id, class: "ldn-draft", rows: 12, "aria-describedby": countId, oninput: () => (keep(), count(), soon()) });
  const counted = h("span", { id: countId, class: "ldn-count-of-words" });
  const said = h("p", { class: "ldn-sentence" });
  const found = report(reasons);
  piece.body.append(
    h("label", { class: "ldn-label", for: id }, `Your version of the article, in at most ${rules.words_allowed} words`), field,
    h("div", { class: "ldn-actions ldn-draft-actions" },
      button("Check my draft", () => (check(), piece.say(said.textContent ?? "", 0)), { class: "ldn-button ldn-primary" }), counted),
    said, found.element);

  function count() {
    const number = countWords(field.value);
    counted.textContent = `${number} of ${rules.words_allowed} words`;
    counted.classList.toggle("ldn-over", number > rules.words_allowed);
  }
  /** In this browser, and to Python where there is one. */
  function keep() {
    yours.showWhere(field.value ? remember(KEY, field.value) : (forget(KEY), true));
    if (model.get("draft") === field.value) return;
    model.set("draft", field.value);
    model.save_changes();
  }
  /** @param {string} text */
  function put(text) {
    field.value = text;
    keep();
    count();
  }
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE_MS);
  }
  function check() {
    clearTimeout(timer);
    checked = field.value;
    const now = findings();
    said.textContent = sentence(now, words());
    found.show(now, words() === 0);
    count();
    piece.update();
  }

  const adopt = (/** @type {string | null} */ text) => {
    if (text === null || text === field.value) return;
    put(text);
    check();
  };
  const fromPython = () => adopt(model.get("draft"));
  const fromElsewhere = (/** @type {StorageEvent} */ { key }) => {
    if (key === WHOLE_KEY) adopt(recall(KEY, isText) ?? "");
  };
  field.value = model.get("draft") || (recall(KEY, isText) ?? "");
  keep();
  check();
  model.on("change:draft", fromPython);
  window.addEventListener("storage", fromElsewhere);
  return () => {
    clearTimeout(timer);
    model.off("change:draft", fromPython);
    window.removeEventListener("storage", fromElsewhere);
    piece.stop();
  };
}

export default { render };
