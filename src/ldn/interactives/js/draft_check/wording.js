/** What the checker found, in a sentence and as a table. `ldn.questions.draft_card` says the same in Python. */
import { sentenceList } from "../kit/format.js";

/** @typedef {import("./linter.js").Finding} Finding */

const HEADING = { mend: "to mend", consider: "to consider", good: "done well" };

/** @param {Finding[]} findings @param {number} words of the draft; 0 when there is none yet and the findings are the article's */
export function sentence(findings, words) {
  const counted = sentenceList(["mend", "consider", "good"].map((kind) => {
    const number = findings.filter((one) => one.kind === kind).length;
    return `${number} ${HEADING[/** @type {"mend"} */ (kind)]}`;
  }));
  return words === 0
    ? `No draft yet. The article itself, read by the same rules, has ${counted}. The checker reads words; it cannot tell whether a sentence is true.`
    : `Your draft has ${words} word${words === 1 ? "" : "s"}. The checker found ${counted}. It reads words; it cannot tell whether a sentence is true.`;
}

/** @param {Finding[]} findings @param {number} words */
export const dataTable = (findings, words) => ({
  caption: words === 0 ? "What the checker finds in the article" : "What the checker finds in your draft",
  columns: ["verdict", "rule", "words found", "message", "lesson"],
  rows: findings.map(({ kind, name, quote, message, lesson }) => [HEADING[kind], name, quote, message, lesson]),
});
