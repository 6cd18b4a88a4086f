import { button } from "./controls.js";
import { h } from "./dom.js";

/** @typedef {{caption: string, columns: string[], rows: (string | number)[][]}} Table */

/**
 * Comma-separated text of a table (RFC 4180: quotes doubled, lines end in CR LF).
 * @param {Table} table
 */
export function toCsv({ columns, rows }) {
  const cell = (/** @type {string | number} */ value) => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** @param {Table} table @param {string} [className] */
export function tableElement({ caption, columns, rows }, className = "ldn-table") {
  return h("table", { class: className },
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, ...columns.map((column) => h("th", { scope: "col" }, column)))),
    h("tbody", {}, ...rows.map((row) => h("tr", {},
      ...row.map((value, i) => (i === 0 ? h("th", { scope: "row" }, String(value)) : h("td", {}, String(value))))))));
}

/**
 * "Show data": the table behind the picture and a button that saves it. The table is only built while it is open.
 * @param {() => Table} table @param {string} filename without its ending
 */
export function dataDisclosure(table, filename) {
  const place = h("div", { class: "ldn-scroll", tabindex: 0, role: "region", "aria-label": `Data table: ${filename.replaceAll("-", " ")}` });
  const save = button("Download CSV", () => {
    const address = URL.createObjectURL(new Blob([toCsv(table())], { type: "text/csv" }));
    h("a", { href: address, download: `${filename}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
  const element = h("details", { class: "ldn-disclosure", ontoggle: () => update() },
    h("summary", {}, "Show data"), place, save);
  const update = () => {
    if (element.open) place.replaceChildren(tableElement(table()));
  };
  return { element, update };
}
