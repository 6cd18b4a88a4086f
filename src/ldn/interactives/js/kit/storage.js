/**
 * What the reader's own browser remembers. A browser may forbid storage, or hold rubbish under our key:
 * both mean "nothing remembered", never an error.
 */
const PREFIX = "a-tenth-of-the-dose/";

/**
 * @template T
 * @param {string} key @param {(value: unknown) => value is T} [isValid]
 * @returns {T | null}
 */
export function recall(key, isValid = (value) => value !== null) {
  try {
    const value = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value @returns {boolean} whether it was kept */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept, so nothing is left to forget.
  }
}

/** The keys under which something is remembered, without the common prefix. @returns {string[]} */
export function rememberedKeys() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}
