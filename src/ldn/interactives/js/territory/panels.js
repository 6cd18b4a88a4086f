/** The pictures: the tissue with its injury, the published counts on a scale, and shares of cells as dots. */
import { axis, bar, label, rule } from "../kit/draw.js";
import { significant } from "../kit/format.js";
import { linear } from "../kit/scale.js";
import { grouped } from "./wording.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./mosaic.js").View} View */

const SCALE_BAR_UM = 50;
const FOOT = 26;

/** Height of the tissue panel at a width. @param {number} width @param {any} data */
export const tissueHeight = (width, { window_um: [across, down] }) => Math.round((width * down) / across) + FOOT;

/**
 * @param {State} state @param {View} view @param {any} data
 * @param {{width: number, clip: string}} frame clip: an id for the window
 */
export function tissuePanel(state, view, data, { width, clip }) {
  const [across, down] = data.window_um;
  const x = linear([0, across], [0, width]);
  const y = linear([0, down], [0, (width * down) / across]);
  const at = (/** @type {[number, number]} */ [px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`;
  const path = (/** @type {[number, number][]} */ places) => `M${places.map(at).join("L")}`;
  /** @type {[number, number]} */
  const injury = [state.injury_x_um, state.injury_y_um];

  const areas = view.cells.map(({ outline, ring, earliest_min }) => {
    const there = ring < 2 && earliest_min <= state.time_min;
    return `<path class="ldn-territory${there ? " ldn-there" : ring < 2 ? " ldn-near" : ""}"${ring < 2 ? ` data-series="${ring === 0 ? 0 : 2}"` : ""} d="${path(outline)}Z"/>`;
  });
  const processes = view.answering.map(({ ring, soma, nearest, earliest_min }) => {
    const gone = earliest_min === 0 ? 1 : Math.min(1, state.time_min / earliest_min);
    /** @type {[number, number]} */
    const tip = [nearest[0] + gone * (injury[0] - nearest[0]), nearest[1] + gone * (injury[1] - nearest[1])];
    const series = ring === 0 ? 0 : 2;
    return `<path class="ldn-process" data-series="${series}" d="${path([soma, nearest, tip])}"/>` +
      `<circle class="ldn-tip" data-series="${series}" cx="${x(tip[0]).toFixed(1)}" cy="${y(tip[1]).toFixed(1)}" r="2.6"/>`;
  });
  // A soma far from the plane is drawn smaller: its territory is cut near its edge.
  const reach = view.spacing_um * 0.75;
  const somata = view.cells.map(({ soma, depth, ring }) =>
    `<circle class="ldn-soma${ring < 2 ? " ldn-soma-near" : ""}" cx="${x(soma[0]).toFixed(1)}" cy="${y(soma[1]).toFixed(1)}" r="${
      (4.2 - 2.4 * Math.min(1, Math.abs(depth) / reach)).toFixed(1)}"/>`);
  const [ix, iy] = [x(injury[0]), y(injury[1])];
  const bottom = y(down);
  return [
    `<defs><clipPath id="${clip}"><rect width="${width}" height="${bottom.toFixed(1)}"/></clipPath></defs>`,
    `<g clip-path="url(#${clip})"><rect class="ldn-tissue" width="${width}" height="${bottom.toFixed(1)}"/>${areas.join("")}${processes.join("")}${somata.join("")}</g>`,
    `<g class="ldn-injury" data-series="1" transform="translate(${ix.toFixed(1)} ${iy.toFixed(1)})"><path class="ldn-injury-rim" d="M-6,-6L6,6M6,-6L-6,6"/><path d="M-6,-6L6,6M6,-6L-6,6"/></g>`,
    rule("scale-bar", 2, bottom + 13, x(SCALE_BAR_UM), bottom + 13),
    label(x(SCALE_BAR_UM) + 8, bottom + 13, `${SCALE_BAR_UM} µm`, { kind: "small" }),
    label(width, bottom + 13, `window ${across} × ${down} µm`, { kind: "small", anchor: "end" }),
  ];
}

const ARRIVAL_ROW = 20;
const ARRIVAL = { top: 8, right: 10, bottom: 40, left: 86 };
const LONGEST_MIN = 30;

/** @param {View} view */
export const arrivalsHeight = ({ answering }) => ARRIVAL.top + ARRIVAL.bottom + ARRIVAL_ROW * answering.length;

/**
 * When each answering cell can be there: from the edge of its territory to its soma, and the time that is shown.
 * @param {State} state @param {View} view @param {{width: number}} frame
 */
export function arrivalsPanel({ time_min }, view, { width }) {
  const bottom = arrivalsHeight(view) - ARRIVAL.bottom;
  const x = linear([0, LONGEST_MIN], [ARRIVAL.left, width - ARRIVAL.right]);
  const rows = view.answering.map(({ ring, earliest_min, latest_min }, i) => {
    const middle = ARRIVAL.top + (i + 0.5) * ARRIVAL_ROW;
    return label(ARRIVAL.left - 8, middle, ring === 0 ? "on the spot" : `neighbour ${i}`, { kind: "small", anchor: "end" }) +
      bar(earliest_min <= time_min ? "arrival" : "arrival ldn-awaited", x(earliest_min), middle - 5, x(Math.min(latest_min, LONGEST_MIN)) - x(earliest_min), 10, ring === 0 ? 0 : 2);
  });
  return [
    axis("x", x, { ticks: [0, 10, 20, 30], title: "minutes since the injury", across: [bottom, ARRIVAL.top] }),
    ...rows, rule("threshold", x(time_min), ARRIVAL.top - 4, x(time_min), bottom),
  ];
}

/**
 * The published counts on the range of the slider: filled dots are data, open ones our reading of a misprint.
 * @param {State} state @param {any} data @param {{width: number}} frame
 */
export function countsPanel(state, data, { width }) {
  const x = linear([4000, 12000], [14, width - 14]);
  const line = 30;
  const counts = data.counted.map((/** @type {any} */ { per_mm3, text, inferred }) =>
    `<circle class="ldn-count${inferred ? " ldn-inferred" : ""}" cx="${x(per_mm3).toFixed(1)}" cy="${line}" r="4"><title>${text}: ${grouped(per_mm3)} cells/mm³${inferred ? " (our reading)" : ""}</title></circle>`);
  const inferred = data.counted.filter((/** @type {any} */ one) => one.inferred).map((/** @type {any} */ { per_mm3 }) => per_mm3);
  const measured = data.counted.filter((/** @type {any} */ one) => !one.inferred).map((/** @type {any} */ { per_mm3 }) => per_mm3);
  const here = x(state.density_per_mm3);
  return [
    rule("grid", x(4000), line, x(12000), line),
    ...[4000, 6000, 8000, 10000, 12000].map((tick) => rule("grid", x(tick), line - 4, x(tick), line + 4) +
      label(x(tick), line + 20, grouped(tick), { kind: "tick", anchor: tick === 4000 ? "start" : tick === 12000 ? "end" : "middle" })),
    ...counts,
    label(x(measured[0]) - 8, 10, `mouse ${grouped(measured[0])}`, { kind: "small", anchor: "end" }),
    rule("threshold", x(measured[0]), 16, x(measured[0]), line - 6),
    label(x(Math.min(...inferred)), 10, width < 420 ? "rat, our reading" :
      `rat ${grouped(Math.min(...inferred))}–${grouped(Math.max(...inferred))}, our reading`, { kind: "small" }),
    `<path class="ldn-pointer" d="M${here.toFixed(1)},${line + 6}l5,8h-10Z"/>`,
  ];
}

const COLUMNS = 20;
const DOTS = 200;
const HEAD = 60;
const KINDS = { measured: "measured", counting: "by counting", phrase: "a phrase, no count" };

/** How many of 200 dots stand for a share in per cent; at least one. @param {number} value */
const dotsOf = (value) => Math.max(1, Math.round((value * DOTS) / 100));
/** Height of a block of dots. @param {number} step */
const blockHeight = (step) => (DOTS / COLUMNS) * step + HEAD + 16;

/** @param {any} data @param {number} width @param {number} columns how many blocks stand side by side */
export const dotsHeight = (data, width, columns) => Math.ceil(data.shares.length / columns) * blockHeight(dotStep(width, columns));
/** @param {number} width @param {number} columns */
const dotStep = (width, columns) => Math.min(9, (width - 20 * (columns - 1)) / columns / COLUMNS);

/** @param {any} data @param {{width: number, columns: number}} frame */
export function dotsPanel(data, { width, columns }) {
  const step = dotStep(width, columns);
  const radius = step * 0.36;
  return data.shares.map((/** @type {any} */ { low, high, name, kind }, /** @type {number} */ block) => {
    const [left, top] = [(block % columns) * ((width + 20) / columns), Math.floor(block / columns) * blockHeight(step)];
    const [sure, most] = [dotsOf(low), dotsOf(high)];
    /** @param {number} from @param {number} to */
    const dots = (from, to) => Array.from({ length: to - from }, (_, k) => {
      const [cx, cy] = [left + ((from + k) % COLUMNS) * step + step / 2, top + HEAD + Math.floor((from + k) / COLUMNS) * step];
      return `M${(cx - radius).toFixed(1)},${cy.toFixed(1)}a${radius.toFixed(1)},${radius.toFixed(1)} 0 1 0 ${(2 * radius).toFixed(1)},0a${radius.toFixed(1)},${radius.toFixed(1)} 0 1 0 ${(-2 * radius).toFixed(1)},0`;
    }).join("");
    const span = significant(low) + (most > sure ? `–${significant(high)}` : "");
    return label(left, top + 10, `${span} %`, { kind: "share" }) + label(left, top + 29, name, { kind: "small" }) +
      label(left, top + 44, KINDS[/** @type {keyof typeof KINDS} */ (kind)], { kind: "small" }) +
      `<path class="ldn-dot-other" d="${dots(most, DOTS)}"/><path class="ldn-dot-maybe" data-series="3" d="${dots(sure, most)}"/>` +
      `<path class="ldn-dot-microglia"${kind === "phrase" ? ' data-series="3"' : ""} d="${dots(0, sure)}"/>`;
  });
}
