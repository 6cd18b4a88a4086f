/**
 * The drawing vocabulary: axis, curve, band, points, label, and what holds them. Each is a pure function
 * from data and scales to SVG text; colours and type come from the style sheet by class and data-series.
 */
/** @typedef {import("./scale.js").Scale} Scale */

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const escape = (/** @type {string} */ text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
const seriesOf = (/** @type {number | undefined} */ series) => (series === undefined ? "" : ` data-series="${series}"`);

/**
 * A horizontal or vertical axis: quiet grid lines, numbers, and the quantity with its unit at the end.
 * @param {"x" | "y"} side
 * @param {Scale} scale
 * @param {object} options
 * @param {number[]} options.ticks
 * @param {string} options.title quantity and unit
 * @param {[number, number]} options.across pixel range of the other axis, over which the grid lines run
 * @param {(value: number) => string} [options.format]
 */
export function axis(side, scale, { ticks, title, across, format = String }) {
  const [near, far] = across;
  const marks = ticks.map((tick) => {
    const at = round(scale(tick));
    const text = escape(format(tick));
    return side === "x"
      ? `<line class="ldn-grid" x1="${at}" x2="${at}" y1="${near}" y2="${far}"/><text class="ldn-tick" x="${at}" y="${near + 17}" text-anchor="middle">${text}</text>`
      : `<line class="ldn-grid" x1="${near}" x2="${far}" y1="${at}" y2="${at}"/><text class="ldn-tick" x="${near - 7}" y="${at}" dy="0.32em" text-anchor="end">${text}</text>`;
  });
  const [start, end] = scale.range;
  marks.push(side === "x"
    ? `<text class="ldn-axis-title" x="${end}" y="${near + 34}" text-anchor="end">${escape(title)}</text>`
    : `<text class="ldn-axis-title" x="${near - 30}" y="${Math.min(start, end) - 14}">${escape(title)}</text>`);
  return `<g class="ldn-axis">${marks.join("")}</g>`;
}

/**
 * A line through (x, y); gaps where y is not finite.
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {Scale} x @param {Scale} y
 * @param {{series?: number, kind?: string}} [look]
 */
export function curve(xs, ys, x, y, { series, kind = "main" } = {}) {
  const runs = unbroken(xs, x, [ys], y).map((run) => `M${run.map(([px, py]) => `${px},${py}`).join("L")}`);
  return `<path class="ldn-curve ldn-${kind}"${seriesOf(series)} d="${runs.join("")}"/>`;
}

/**
 * The places of points in pixels, [x, first y, second y …], cut into runs wherever a value is not finite.
 * @param {ArrayLike<number>} xs @param {Scale} x @param {ArrayLike<number>[]} values @param {Scale} y
 */
function unbroken(xs, x, values, y) {
  /** @type {number[][][]} */
  const runs = [];
  let open = false;
  for (let i = 0; i < xs.length; i++) {
    const place = [round(x(xs[i])), ...values.map((ys) => round(y(ys[i])))];
    const finite = place.every(Number.isFinite);
    if (finite && !open) runs.push([]);
    if (finite) runs[runs.length - 1].push(place);
    open = finite;
  }
  return runs;
}

/**
 * The ground between a low and a high curve.
 * @param {ArrayLike<number>} xs @param {ArrayLike<number>} lows @param {ArrayLike<number>} highs
 * @param {Scale} x @param {Scale} y @param {{series?: number}} [look]
 */
export function band(xs, lows, highs, x, y, { series } = {}) {
  const runs = unbroken(xs, x, [lows, highs], y).map((run) => {
    const there = run.map(([px, , high]) => `${px},${high}`);
    const back = run.map(([px, low]) => `${px},${low}`).reverse();
    return `M${[...there, ...back].join("L")}Z`;
  });
  return `<path class="ldn-band"${seriesOf(series)} d="${runs.join("")}"/>`;
}

/**
 * @typedef {object} Point
 * @property {number} x
 * @property {number} y
 * @property {number} [xLow] @property {number} [xHigh] @property {number} [yLow] @property {number} [yHigh] spread
 * @property {string} title what was measured, in words
 */

/**
 * Published data: ink dots with their spread as whiskers.
 * @param {Point[]} data @param {Scale} x @param {Scale} y
 */
export function points(data, x, y) {
  return data
    .map(({ x: at, y: value, xLow, xHigh, yLow, yHigh, title }) => {
      const [cx, cy] = [round(x(at)), round(y(value))];
      const whiskers =
        (yLow === undefined || yHigh === undefined ? "" : `<line x1="${cx}" x2="${cx}" y1="${round(y(yLow))}" y2="${round(y(yHigh))}"/>`) +
        (xLow === undefined || xHigh === undefined ? "" : `<line class="ldn-when" x1="${round(x(xLow))}" x2="${round(x(xHigh))}" y1="${cy}" y2="${cy}"/>`);
      return `<g class="ldn-point"><title>${escape(title)}</title>${whiskers}<circle cx="${cx}" cy="${cy}" r="3.4"/></g>`;
    })
    .join("");
}

/**
 * Words at a place, with a halo of paper so that they can be read across a curve.
 * @param {number} px @param {number} py @param {string} text
 * @param {{series?: number, anchor?: "start" | "middle" | "end", kind?: string}} [look]
 */
export function label(px, py, text, { series, anchor = "start", kind = "label" } = {}) {
  return `<text class="ldn-${kind}"${seriesOf(series)} x="${round(px)}" y="${round(py)}" dy="0.32em" text-anchor="${anchor}">${escape(text)}</text>`;
}

/**
 * A straight line between two places in pixels. @param {string} kind
 * @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} [series]
 */
export const rule = (kind, x1, y1, x2, y2, series) =>
  `<line class="ldn-${kind}"${seriesOf(series)} x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

/** A filled bar in pixels. @param {string} kind @param {number} px @param {number} py @param {number} width @param {number} height @param {number} [series] */
export const bar = (kind, px, py, width, height, series) =>
  `<rect class="ldn-${kind}"${seriesOf(series)} x="${round(px)}" y="${round(py)}" width="${round(Math.max(0, width))}" height="${height}" rx="1.5"/>`;

/**
 * Moves labels apart so that none overlaps, keeping their order and staying between two limits.
 * @param {number[]} places in pixels @param {number} gap @param {number} top @param {number} bottom
 * @returns {number[]}
 */
export function spreadLabels(places, gap, top, bottom) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  order.forEach((i, rank) => {
    moved[i] = Math.max(moved[i], rank === 0 ? top : moved[order[rank - 1]] + gap);
  });
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const limit = rank === order.length - 1 ? bottom : moved[order[rank + 1]] - gap;
    moved[order[rank]] = Math.min(moved[order[rank]], limit);
  }
  return moved;
}

/**
 * An SVG that says what it shows: role img, named by title and a description kept up to date. A mark that has not
 * changed since the last drawing is left as it is, for most of a picture stands still while one slider moves.
 * @param {{title: string}} options
 */
export function picture({ title }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ldn-picture");
  svg.setAttribute("role", "img");
  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    if (svg.getAttribute(name) !== value) svg.setAttribute(name, value);
  };
  /** @type {string[]} */
  let drawn = [];
  return {
    element: svg,
    /** @param {number} width @param {number} height @param {string[]} marks @param {string} description */
    draw(width, height, marks, description) {
      set("viewBox", `0 0 ${width} ${height}`);
      set("aria-label", `${title}. ${description}`);
      if (marks.length === drawn.length) {
        marks.forEach((mark, i) => {
          if (mark !== drawn[i]) svg.children[i].innerHTML = mark;
        });
      } else svg.innerHTML = marks.map((mark) => `<g>${mark}</g>`).join("");
      drawn = [...marks];
    },
  };
}
