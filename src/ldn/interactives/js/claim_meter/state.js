/** What a reader can set, and what two sets of ratings say. `ldn.interactives.claim_meter_view` computes the same. */

/** @typedef {Record<string, number>} Ratings whole numbers from 0 to 100 by claim id; what is not rated is not in it */
/** @typedef {{key: string, label: string, address: string | null}} SourceLink */
/** @typedef {{id: string, words: string, verdict: string, reason: string, sources: SourceLink[]}} Claim */
/** @typedef {{verdict: string, low: number, high: number, meaning: string}} Reading */
/** @typedef {{claims: Claim[], readings: Reading[]}} Data what Python ships (interactives/claim_meter_data.py) */
/** @typedef {{stage: "before" | "after", before: Ratings, after: Ratings, revealed: boolean, order: "article" | "disagreement"}} State */
/**
 * @typedef {object} Row
 * @property {Claim} claim
 * @property {Reading} reading
 * @property {number | null} before
 * @property {number | null} after
 * @property {number | null} latest
 * @property {number | null} change points gained since the start
 * @property {number | null} excess points above the course's reading of the verdict; negative below, 0 within
 */
/** @typedef {ReturnType<typeof evaluate>} View */

/** @param {unknown} value @returns {value is number} */
export const isRating = (value) => Number.isInteger(value) && /** @type {number} */ (value) >= 0 && /** @type {number} */ (value) <= 100;

/** Those ratings of a thing that may be anything which are ratings of these claims. @param {any} kept @param {Claim[]} claims @returns {Ratings} */
export const fitting = (kept, claims) =>
  Object.fromEntries(claims.filter(({ id }) => isRating(kept?.[id])).map(({ id }) => [id, kept[id]]));

/** @param {{get: (name: string) => any}} model @returns {State} */
export const readState = (model) => /** @type {any} */ (Object.fromEntries(
  ["stage", "before", "after", "revealed", "order"].map((name) => [name, model.get(name)])));

/** @param {State} state @param {Data} data */
export function evaluate({ stage, before, after, revealed, order }, { claims, readings }) {
  /** @type {Row[]} */
  const rows = claims.map((claim) => {
    const reading = /** @type {Reading} */ (readings.find(({ verdict }) => verdict === claim.verdict));
    const [first, now] = [before[claim.id] ?? null, after[claim.id] ?? null];
    const latest = now ?? first;
    return {
      claim, reading, before: first, after: now, latest,
      change: first === null || now === null ? null : now - first,
      excess: latest === null ? null : Math.max(latest - reading.high, 0) + Math.min(latest - reading.low, 0),
    };
  });
  const moved = rows.filter(({ change }) => change !== null);
  const distance = (/** @type {Row} */ { excess }) => (excess === null ? -1 : Math.abs(excess));
  const farthestFirst = (/** @type {Row[]} */ some) => [...some].sort((a, b) => distance(b) - distance(a));
  return {
    stage, rows, moved,
    revealed: revealed && stage === "after",
    /** Id and rating of every claim rated at this stage. */
    now: rows.map((row) => ({ id: row.claim.id, rating: stage === "before" ? row.before : row.after }))
      .filter(/** @returns {one is {id: string, rating: number}} */ (one) => one.rating !== null),
    typicalChange: median(moved.map(({ change }) => Math.abs(/** @type {number} */ (change)))),
    outside: farthestFirst(rows.filter(({ excess }) => excess)),
    drawn: order === "article" ? rows : farthestFirst(rows),
  };
}

/** @param {number[]} values @returns {number} NaN of nothing */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Ratings here with those of a file. A stage that the file leaves empty stays as it is here.
 * @param {{before: Ratings, after: Ratings}} here @param {{before: Ratings, after: Ratings}} file
 */
export function merged(here, file) {
  const isEmpty = (/** @type {Ratings} */ ratings) => Object.keys(ratings).length === 0;
  const next = { before: isEmpty(file.before) ? here.before : file.before, after: isEmpty(file.after) ? here.after : file.after };
  const loses = (/** @type {Ratings} */ old, /** @type {Ratings} */ fresh) => Object.entries(old).some(([id, rating]) => fresh[id] !== rating);
  return { next, replaces: loses(here.before, next.before) || loses(here.after, next.after) };
}
