/** Marks and grades as the page does: responses, lists of numbers and texts in, verdicts out. */
import { readFileSync } from "node:fs";
import { mark } from "../../src/ldn/interactives/js/questions/marking.js";
import { gradeNumbers, parseNumber } from "../../src/ldn/interactives/js/questions/numbers.js";

const { marks, keys, texts } = JSON.parse(readFileSync(0, "utf8"));
const attempt = (act) => {
  try {
    return act();
  } catch {
    return "refused";
  }
};
process.stdout.write(JSON.stringify({
  marks: marks.map(([item, response]) => attempt(() => mark(item, response))),
  keys: keys.map(([key, values]) => attempt(() => gradeNumbers(values, key))),
  texts: texts.map(parseNumber),
}));
