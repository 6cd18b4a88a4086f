/**
 * Luck that a page and Python share: numbered draws, each found from its number alone (`ldn.interactives.seeded` does
 * the same). One more person or one more trial does not change the luck of the others.
 */

/**
 * A draw between 0 and 1, both excluded: the n-th of mulberry32 seeded with 0 (T. Ettinger, public domain), moved by
 * half a step away from 0. @param {number} number 0 to 2³² − 1
 */
export function uniform(number) {
  const state = Math.imul(number + 1, 0x6d2b79f5);
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
}

/** A standard normal draw, from the uniform draws of its number and the next (Box and Muller 1958). @param {number} number */
export const normal = (number) => Math.sqrt(-2 * Math.log(uniform(number))) * Math.cos(2 * Math.PI * uniform(number + 1));
