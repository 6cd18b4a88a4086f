import { h } from "./dom.js";

/**
 * A link to a source. The book has put the address of its evidence card, or of its entry on the sources page, where
 * Python ships that of the paper.
 * @param {{label: string, address: string | null}} source
 */
export const citation = ({ label, address }) =>
  address ? h("a", { href: address, class: "ldn-citation" }, label) : h("span", {}, label);
