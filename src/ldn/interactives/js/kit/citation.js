import { h } from "./dom.js";

/**
 * A link to a source: in the book to its entry on the page of sources, elsewhere to the source itself.
 * @param {{key: string, label: string, address: string | null}} source
 */
export function citation({ key, label, address }) {
  const sourcesPage = document.documentElement.dataset.ldnSources;
  const href = sourcesPage ? `${sourcesPage}#source-${key.replaceAll("_", "-")}` : address;
  return href ? h("a", { href, class: "ldn-citation" }, label) : h("span", {}, label);
}
