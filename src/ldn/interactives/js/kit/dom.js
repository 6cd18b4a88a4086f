/**
 * Makes elements. JupyterLab takes arrow keys away from any focused element that does not carry
 * data-lm-suppress-shortcuts itself, so everything that can hold the focus gets it here, once.
 */

const FOCUSABLE = new Set(["a", "button", "input", "select", "summary", "textarea"]);
/** Each piece is bundled by itself, so what counts its ids lives on the page, where all pieces find it. */
const COUNT = Symbol.for("a-tenth-of-the-dose/ids");

/** An id that no other element of the page has. @param {string} stem */
export function uniqueId(stem) {
  const page = /** @type {any} */ (globalThis);
  page[COUNT] = (page[COUNT] ?? 0) + 1;
  return `ldn-${stem}-${page[COUNT]}`;
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` functions become listeners; false, null and undefined are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (FOCUSABLE.has(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  if (tag === "button") element.type = "button";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * An element filled with HTML that Python wrote (model notes, question texts), focusable parts made safe for JupyterLab.
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {string} html
 */
export function prose(tag, attributes, html) {
  const element = h(tag, attributes);
  element.innerHTML = html;
  for (const inner of element.querySelectorAll("a, button, summary, [tabindex]"))
    inner.setAttribute("data-lm-suppress-shortcuts", "true");
  return element;
}
