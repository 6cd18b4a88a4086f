import { points } from "../kit/draw.js";

/** @typedef {import("../kit/draw.js").Point} Point */
/** @typedef {import("../kit/scale.js").Scale} Scale */

/** Which series' colour a body wears. */
export const SERIES = { one: 3, two: 2 };

/**
 * Published points: full where they were measured at the dose shown, open where they are scaled to it.
 * @param {(Point & {scaled: boolean})[]} data @param {Scale} x @param {Scale} y
 */
export const publishedPoints = (data, x, y) =>
  [false, true].map((kind) => {
    const marks = points(data.filter(({ scaled }) => scaled === kind), x, y);
    return marks && `<g class="${kind ? "ldn-scaled-points" : "ldn-measured-points"}">${marks}</g>`;
  }).join("");
