/**
 * One seeded mosaic scaled to a density: spacing goes with density^(-1/3), so the same outlines serve every density
 * exactly. Arrival times are those of `ldn.neuroimmune.process_arrival`; a parity test holds the two together.
 */

/** @typedef {[number, number]} Place in µm, in the window */
/**
 * @typedef {object} Cell
 * @property {Place[]} outline @property {Place} soma on the plane
 * @property {number} depth of the soma below or above the plane, µm
 * @property {0 | 1 | 2} ring 0 the cell on the spot, 1 its neighbours, 2 farther
 * @property {number} earliest_min from the edge of the territory @property {number} latest_min from the soma
 * @property {Place} nearest place of the territory to the injury
 */
/** @typedef {{cells: Cell[], spacing_um: number, answering: Cell[], neighbours: Cell[], arrived: number}} View */

const UM3_PER_MM3 = 1e9;

/** @param {import("./state.js").State} state @param {any} data what Python shipped @returns {View} */
export function evaluate({ density_per_mm3, arrangement, injury_x_um, injury_y_um, time_min }, data) {
  const pitch = Math.cbrt(UM3_PER_MM3 / density_per_mm3);
  const { corners, outlines, somata, neighbours, spacing } = data.mosaics[arrangement];
  const [offsetX, offsetY] = data.pitches.map((/** @type {number} */ pitches, /** @type {number} */ i) =>
    (pitches * pitch - data.window_um[i]) / 2);
  /** @returns {Place} */
  const place = (/** @type {number} */ x, /** @type {number} */ y) => [x * pitch - offsetX, y * pitch - offsetY];
  /** @type {Place} */
  const injury = [injury_x_um, injury_y_um];

  const cells = outlines.map((/** @type {number[]} */ ring, /** @type {number} */ i) => {
    const outline = ring.map((corner) => place(corners[2 * corner], corners[2 * corner + 1]));
    const [x, y, z] = somata[i];
    const soma = place(x, y);
    const depth = z * pitch;
    const nearest = nearestOf(outline, injury);
    return {
      outline, soma, depth, ring: 2, nearest,
      earliest_min: distance(nearest, injury) / data.speed_um_per_min,
      latest_min: Math.hypot(soma[0] - injury[0], soma[1] - injury[1], depth) / data.speed_um_per_min,
    };
  });
  let home = 0;
  for (let i = 1; i < cells.length; i++) if (cells[i].latest_min < cells[home].latest_min) home = i;
  cells[home].ring = 0;
  for (const i of neighbours[home]) cells[i].ring = 1;
  const near = neighbours[home].map((/** @type {number} */ i) => cells[i]);
  const answering = [cells[home], ...near.toSorted((/** @type {Cell} */ a, /** @type {Cell} */ b) => a.latest_min - b.latest_min)];
  return {
    cells, answering, neighbours: near, spacing_um: spacing * pitch,
    arrived: near.filter((/** @type {Cell} */ { earliest_min }) => earliest_min <= time_min).length,
  };
}

/** @param {Place} a @param {Place} b */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The place of a convex outline, its inside included, that is nearest to a point. @param {Place[]} outline @param {Place} point @returns {Place} */
function nearestOf(outline, point) {
  let [left, right] = [false, false];
  let best = outline[0];
  for (let i = 0; i < outline.length; i++) {
    const [from, to] = [outline[i], outline[(i + 1) % outline.length]];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const side = dx * (point[1] - from[1]) - dy * (point[0] - from[0]);
    if (side > 0) left = true;
    else if (side < 0) right = true;
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / squared));
    /** @type {Place} */
    const foot = [from[0] + along * dx, from[1] + along * dy];
    if (distance(foot, point) < distance(best, point)) best = foot;
  }
  return left && right ? best : point;
}
