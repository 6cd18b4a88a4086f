import { h } from "./dom.js";

/**
 * Where a link to a source leads: in the book to its evidence card or its entry on the page of sources, elsewhere to
 * the source itself. The build puts addresses of the book, which are relative, in the place of those it knows.
 * @param {{key: string, address: string | null}} source
 */
export function sourceHref({ key, address }) {
  if (address && !/^https?:/.test(address)) return address;
  const sourcesPage = document.documentElement.dataset.ldnSources;
  return sourcesPage ? `${sourcesPage}#source-${key.replaceAll("_", "-")}` : address;
}

/**
 * A link to a source, or its bare label where it has no address.
 * @param {{key: string, label: string, address: string | null}} source
 */
export function citation({ key, label, address }) {
  const href = sourceHref({ key, address });
  return href ? h("a", { href, class: "ldn-citation" }, label) : h("span", {}, label);
}
