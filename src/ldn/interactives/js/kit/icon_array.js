/**
 * Natural frequencies as people: one small figure each, in rows, group after group. `icons` is a mark for a
 * drawing that is labelled as a whole; `iconArray` is a drawing of its own with one label, told in words.
 * `ldn.figures.icon_array` draws the same on paper.
 */
import { picture } from "./draw.js";

/**
 * @typedef {object} IconGroup
 * @property {number} count people
 * @property {"full" | "faint" | "empty"} look full: it happened; faint: it may happen; empty: it did not
 * @property {number} [series] whose colour the group wears (0–3); ink when left out
 */

/** A head and shoulders in a cell of side 1 around its middle. */
const HEAD = { middle: -0.24, radius: 0.17 };
const BODY = { top: 0.22, half: 0.29, foot: 0.42 };

const short = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/** @param {number} x @param {number} y middle of the cell @param {number} pitch its side */
function person(x, y, pitch) {
  const at = (/** @type {number} */ dx, /** @type {number} */ dy) => `${short(x + dx * pitch)} ${short(y + dy * pitch)}`;
  const head = short(HEAD.radius * pitch);
  const shoulder = short(BODY.half * pitch);
  return `M${at(-HEAD.radius, HEAD.middle)}a${head} ${head} 0 1 0 ${2 * head} 0a${head} ${head} 0 1 0 ${-2 * head} 0z` +
    `M${at(-BODY.half, BODY.foot)}L${at(-BODY.half, BODY.top)}A${shoulder} ${shoulder} 0 0 1 ${at(BODY.half, BODY.top)}L${at(BODY.half, BODY.foot)}z`;
}

/** Rows that so many people take. @param {number} people @param {number} columns */
export const iconRows = (people, columns) => Math.ceil(people / columns);

/**
 * The people as SVG text, one path a group, so that a thousand cost little more than ten.
 * @param {IconGroup[]} groups in the order in which they fill the rows
 * @param {{left: number, top: number, pitch: number, columns: number}} place upper left corner and side of a cell, in pixels
 */
export function icons(groups, { left, top, pitch, columns }) {
  let placed = 0;
  return groups.filter(({ count }) => count > 0).map(({ count, look, series }) => {
    const path = Array.from({ length: count }, (_, i) => {
      const cell = placed + i;
      return person(left + ((cell % columns) + 0.5) * pitch, top + (Math.floor(cell / columns) + 0.5) * pitch, pitch);
    });
    placed += count;
    // The outline of a small figure must not fill it.
    const outline = short(Math.min(1, Math.max(0.5, 0.05 * pitch)));
    return `<path class="ldn-icons ldn-icons-${look}"${series === undefined ? "" : ` data-series="${series}"`} stroke-width="${outline}" d="${path.join("")}"/>`;
  }).join("");
}

/**
 * An icon array by itself, as wide as it is told, with one label for the whole.
 * @param {{title: string, columns?: number, largest?: number}} options largest side of a cell in pixels
 */
export function iconArray({ title, columns = 10, largest = 22 }) {
  const drawing = picture({ title });
  return {
    element: drawing.element,
    /** @param {number} width in pixels @param {IconGroup[]} groups @param {string} words what the people show, as a sentence */
    draw(width, groups, words) {
      const people = groups.reduce((sum, { count }) => sum + count, 0);
      const pitch = Math.min(largest, width / columns);
      drawing.draw(width, Math.max(1, iconRows(people, columns) * pitch), [icons(groups, { left: 0, top: 0, pitch, columns })], words);
    },
  };
}
