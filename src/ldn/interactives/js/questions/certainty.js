/**
 * How sure the learner is, asked before an answer is checked, for the learner's own use: the mark to expect
 * at each level, and afterwards how often "sure" was right. It never enters a score.
 */
import { radioGroup } from "../kit/controls.js";
import { h } from "../kit/dom.js";

/** Marks for right and wrong at each level; the levels pay best below 67 %, from 67 to 80 %, and above 80 %. */
const LEVELS = [
  { name: "not very", range: "below 67 %", right: 1, wrong: 0 },
  { name: "fairly", range: "67–80 %", right: 2, wrong: -2 },
  { name: "sure", range: "above 80 %", right: 3, wrong: -6 },
];

/** @param {number | null} value level from 1 to 3 @param {(level: number) => void} onInput */
export function certaintyInput(value, onInput) {
  const expectation = h("p", { class: "ldn-ask" });
  const group = radioGroup({
    label: "How sure are you?",
    choices: LEVELS.map(({ name, range }, i) => [String(i + 1), `${name} (${range})`]),
    value: String(value ?? ""),
    onInput: (level) => (describe(Number(level)), onInput(Number(level))),
  });
  const describe = (/** @type {number | null} */ level) => {
    const chosen = level ? LEVELS[level - 1] : null;
    expectation.textContent = chosen
      ? `Would count ${signed(chosen.right)} if right and ${signed(chosen.wrong)} if wrong. For your own practice, not part of the score.`
      : "";
  };
  describe(value);
  return { element: h("div", { class: "ldn-certainty" }, group.element, expectation) };
}

/** @param {{first: {credit: number, certainty: number | null}}[]} records @returns {string} calibration in words */
export function calibration(records) {
  const lines = LEVELS.map(({ name, range }, i) => {
    const at = records.filter(({ first }) => first.certainty === i + 1);
    const right = at.filter(({ first }) => first.credit === 1).length;
    return at.length ? `${name} (${range}): ${right} of ${at.length} right` : null;
  }).filter(Boolean);
  return lines.length ? `How sure you were at the first try, and how it came out. ${lines.join("; ")}.` : "";
}

const signed = (/** @type {number} */ mark) => (mark > 0 ? `+${mark}` : mark < 0 ? `−${-mark}` : "0");
