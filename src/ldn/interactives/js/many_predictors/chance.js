/** How often chance gives a correlation: `ldn.evidence.correlations` in closed form for the page. */

/**
 * Probability that the correlation of n people reaches |r| by chance: the regularised incomplete beta function
 * I(1 − r²; (n − 2)/2, 1/2), as a hypergeometric series. @param {number} r from 0 to 1 @param {number} n
 */
export function chanceOfOne(r, n) {
  if (r <= 0) return 1;
  const x = 1 - r * r;
  const a = (n - 2) / 2;
  // B(a, 1/2) rises by a/(a + 1/2) from B(1/2, 1/2) = π or B(1, 1/2) = 2.
  let beta = n % 2 ? Math.PI : 2;
  for (let i = n % 2 ? 0.5 : 1; i < a; i++) beta *= i / (i + 0.5);
  let term = 1;
  let sum = 1 / a;
  for (let k = 1; k < 200_000; k++) {
    term *= (x * (k - 0.5)) / k;
    const next = term / (a + k);
    sum += next;
    if (next < sum * 1e-15) break;
  }
  return Math.min(1, (x ** a * sum) / beta);
}

/** Probability that the best of m useless predictors reaches |r|. @param {number} r @param {number} n @param {number} m */
export const chanceOfBest = (r, n, m) => -Math.expm1(m * Math.log1p(-chanceOfOne(r, n)));

/** What the best of m reaches in half of all draws. @param {number} n @param {number} m */
export function medianBest(n, m) {
  const wanted = -Math.expm1(Math.log(0.5) / m);
  let [low, high] = [0.001, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (chanceOfOne(middle, n) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
