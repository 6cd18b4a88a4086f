/**
 * A view that can be passed on. In the book it is an address whose hash names the piece and what differs
 * from the default (#dose-comparison-1?regimen=single); in JupyterLab it is the Python call that makes it.
 */

/** @typedef {Record<string, any>} State */

/** @param {string} id @param {State} state @param {State} initial */
export function toHash(id, state, initial) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state))
    if (JSON.stringify(value) !== JSON.stringify(initial[name])) query.set(name, JSON.stringify(value));
  return `#${id}?${query}`;
}

/**
 * What a hash says about one piece; values that are not JSON are left out.
 * @param {string} hash @param {string} id @param {string[]} names
 * @returns {State | null} null when the hash is not about this piece
 */
export function fromHash(hash, id, names) {
  if (!hash.startsWith(`#${id}?`)) return null;
  /** @type {State} */
  const state = {};
  for (const [name, text] of new URLSearchParams(hash.slice(id.length + 2))) {
    if (!names.includes(name)) continue;
    try {
      state[name] = JSON.parse(text);
    } catch {
      // A damaged part of a link is as if it were not there.
    }
  }
  return state;
}

/** @param {any} value @returns {string} */
function pythonLiteral(value) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  return JSON.stringify(value);
}

/** @param {string} className @param {State} state @param {State} initial */
export function toPython(className, state, initial) {
  const given = Object.entries(state)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name]))
    .map(([name, value]) => `${name}=${pythonLiteral(value)}`);
  return `${className}(${given.join(", ")})`;
}
