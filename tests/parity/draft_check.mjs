/** Reads { rules, drafts } and prints what the draft checker's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/draft_check/", import.meta.url);
const { checkDraft, countWords, splitSentences } = await import(new URL("linter.js", source));
const { dataTable, sentence } = await import(new URL("wording.js", source));

const { rules, article, drafts } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(drafts.map((draft) => {
  const words = countWords(draft);
  const findings = checkDraft(words ? draft : article, rules);
  return {
    findings: checkDraft(draft, rules), words, sentences: splitSentences(draft, rules.abbreviations),
    said: sentence(findings, words), table: dataTable(findings, words),
  };
})));
