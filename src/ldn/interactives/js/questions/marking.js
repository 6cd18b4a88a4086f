/**
 * Marks a response to an item: credit from 0 to 1, and for a number its verdict. The forms of a response
 * are those of src/ldn/questions/marking.py, which marks the same in Python.
 */
import { gradeNumber, parseNumber } from "./numbers.js";

/**
 * @typedef {Record<string, any>} Item as src/ldn/questions/rendering.py writes it
 * @typedef {{credit: number, verdict?: import("./numbers.js").Verdict}} Mark
 */

/** @type {Record<string, (item: Item, response: any) => Mark>} */
const MARK = {
  single(item, key) {
    const option = item.options.find((/** @type {Item} */ one) => one.key === key);
    if (!option) throw new RangeError(`no option is called ${key}`);
    return { credit: Number(option.correct) };
  },
  multiple(item, keys) {
    const chosen = new Set(keys);
    const right = item.options.filter((/** @type {Item} */ option) => option.correct);
    const hits = right.filter((/** @type {Item} */ option) => chosen.delete(option.key)).length;
    if ([...chosen].some((key) => !item.options.some((/** @type {Item} */ option) => option.key === key)))
      throw new RangeError("no such option");
    return { credit: Math.max(0, (hits - chosen.size) / right.length) };
  },
  true_false(item, judged) {
    if (typeof judged !== "boolean") throw new TypeError("true or false is wanted");
    return { credit: Number(judged === item.answer) };
  },
  numeric(item, { text, unit }) {
    const number = parseNumber(text);
    if (number === null) throw new TypeError("not a number");
    const verdict = gradeNumber(number, item.numeric, unit);
    return { credit: Number(verdict.kind === "right"), verdict };
  },
  ordering(item, keys) {
    const right = item.sequence.map((/** @type {Item} */ step) => step.key);
    if ([...keys].sort().join() !== [...right].sort().join()) throw new RangeError("not the steps of the item");
    return { credit: share(right, (key, i) => keys[i] === key) };
  },
  matching(item, places) {
    if (places.length !== item.pairs.length) throw new RangeError("not the pairs of the item");
    if (places.some((/** @type {any} */ place) => place !== null && !(place in item.rights))) throw new RangeError("no such answer");
    return { credit: share(item.pairs, (pair, i) => pair.right === places[i]) };
  },
};

/** @param {Item} item @param {any} response @returns {Mark} @throws if the response has not the form of its type */
export const mark = (item, response) => MARK[item.type](item, response);

/** @param {any[]} entries @param {(entry: any, i: number) => boolean} holds */
const share = (entries, holds) => entries.filter(holds).length / entries.length;
