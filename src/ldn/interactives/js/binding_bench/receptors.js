/** Receptors as a reader can count them: cups, each empty or with a drug in it. */
import { bar, label } from "../kit/draw.js";
import { perCent } from "./wording.js";

const CUP = "M-5.5,-3.5v3a5.5,5.5 0 0 0 11,0v-3";

/**
 * A field of cups of which a share is filled, always in the same scattered order.
 * @param {object} field
 * @param {number} field.left @param {number} field.top @param {number} field.pitch distance between cups, in pixels
 * @param {number} field.columns @param {number} field.count
 * @param {number} field.share @param {number[]} field.order @param {number} field.series
 */
export function receptorField({ left, top, pitch, columns, count, share, order, series }) {
  const scale = (pitch / 17).toFixed(3);
  const filled = new Set(order.filter((place) => place < count).slice(0, Math.round(share * count)));
  const cups = Array.from({ length: count }, (_, place) => {
    const x = (left + ((place % columns) + 0.5) * pitch).toFixed(1);
    const y = (top + (Math.floor(place / columns) + 0.5) * pitch).toFixed(1);
    return `<g transform="translate(${x},${y})scale(${scale})"><path class="ldn-cup" d="${CUP}"/>${
      filled.has(place) ? `<circle class="ldn-drug" cy="-1.2" r="4.1"/>` : ""}</g>`;
  });
  return `<g class="ldn-receptors" data-series="${series}">${cups.join("")}</g>`;
}

/**
 * A labelled bar from nought to all. @param {string} name @param {number} share
 * @param {number} left @param {number} top @param {number} width @param {number} [series]
 */
export const gauge = (name, share, left, top, width, series) => [
  label(left, top, name, { kind: "small" }),
  label(left + width, top, perCent(share), { anchor: "end", kind: "label", series }),
  bar("gauge-ground", left, top + 10, width, 8),
  bar("gauge", left, top + 10, width * share, 8, series),
].join("");
