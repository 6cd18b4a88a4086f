/** Each claim's verdict with its reason and where to read on, in the order of the picture. */
import { sourceHref } from "../kit/citation.js";
import { h } from "../kit/dom.js";
import { signed } from "./wording.js";

/** @param {import("./state.js").Data} data */
export function verdictList({ claims, readings }) {
  const meaning = Object.fromEntries(readings.map(({ verdict, meaning: words }) => [verdict, words]));
  const ratings = new Map(claims.map(({ id }) => [id, h("span", { class: "ldn-verdict-rating" })]));
  const items = new Map(claims.map(({ id, words, verdict, reason, sources }) => [id, h("li", {},
    h("p", { class: "ldn-claim-words" }, h("span", { class: "ldn-claim-id" }, id), " ", words),
    h("p", {}, h("strong", {}, verdict[0].toUpperCase() + verdict.slice(1)), `. ${meaning[verdict]} `, ratings.get(id)),
    h("p", {}, reason),
    readOn(id, sources))]));
  const element = h("ol", { class: "ldn-claims ldn-verdicts", role: "list" }, ...items.values());
  return {
    element,
    /** @param {import("./state.js").View} view */
    show({ drawn }) {
      for (const { claim, before, after, change } of drawn) {
        const place = ratings.get(claim.id);
        place.textContent = change !== null ? `You: ${before}, now ${after} (${signed(change)}).`
          : after !== null ? `You: now ${after}.` : before !== null ? `You: ${before} at the start.` : "You did not rate it.";
      }
      const wanted = drawn.map(({ claim }) => items.get(claim.id));
      if (wanted.some((item, i) => element.children[i] !== item)) element.append(...wanted);
    },
  };
}

/** In the book the claim's place on the page of claims and its sources' entries; elsewhere the sources themselves. @param {string} id @param {import("./state.js").SourceLink[]} sources */
function readOn(id, sources) {
  const { ldnClaims } = document.documentElement.dataset;
  const links = sources.map(({ key, label, address }) => {
    const href = sourceHref({ key, address });
    return href ? h("a", { href }, label) : label;
  });
  if (ldnClaims) links.unshift(h("a", { href: `${ldnClaims}#claim-${id.toLowerCase()}` }, `Where ${id} is worked out`));
  return h("p", { class: "ldn-evidence" }, ...links.flatMap((link, i) => (i ? [" · ", link] : [link])));
}
