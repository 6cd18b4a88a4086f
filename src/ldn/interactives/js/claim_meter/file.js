/** Ratings as a file: what is written, and what of a file is believed. */
import { isRating } from "./state.js";

/** @typedef {import("./state.js").Ratings} Ratings */

const COURSE = "a-tenth-of-the-dose";
const KIND = "claim ratings";

/** @param {{before: Ratings, after: Ratings}} ratings */
export const fileText = ({ before, after }) =>
  JSON.stringify({ course: COURSE, kind: KIND, format: 1, before, after }, null, 1);

/**
 * The ratings in a file. One thing wrong and none of it is taken.
 * @param {string} text @param {{id: string}[]} claims
 * @returns {{before: Ratings, after: Ratings}}
 * @throws {Error} whose message says what is wrong, for the reader
 */
export function readFile(text, claims) {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error("This file cannot be read: it is not a file that the claim meter has saved.");
  }
  if (content?.course !== COURSE || content.kind !== KIND || content.format !== 1)
    throw new Error("This file holds no ratings of this course’s claims.");
  for (const stage of ["before", "after"]) {
    const ratings = content[stage];
    if (typeof ratings !== "object" || ratings === null || Array.isArray(ratings))
      throw new Error(`The ratings “${stage}” are missing from this file.`);
    for (const [id, rating] of Object.entries(ratings)) {
      if (!claims.some((claim) => claim.id === id)) throw new Error(`This file rates “${id}”, which is no claim of the article.`);
      if (!isRating(rating))
        throw new Error(`This file rates ${id} “${rating}”; a rating is a whole number from 0 to 100.`);
    }
  }
  if (!Object.keys(content.before).length && !Object.keys(content.after).length) throw new Error("This file holds no ratings.");
  return { before: content.before, after: content.after };
}
