/** The findings, as what to mend, what to consider and what is done well. The learner's words are text, never HTML. */
import { h } from "../kit/dom.js";
import { lessonLink } from "../kit/lessons.js";
import { icon } from "../questions/verdict.js";

/** @type {["mend" | "consider" | "good", string, import("../questions/verdict.js").Outcome][]} */
const GROUPS = [["mend", "To mend", "wrong"], ["consider", "To consider", "close"], ["good", "Done well", "right"]];

/** @param {Record<string, string>} reasons why each claim got its verdict, by claim id */
export function report(reasons) {
  const element = h("div", { class: "ldn-findings" });
  return {
    element,
    /** @param {import("./linter.js").Finding[]} findings @param {boolean} ofArticle */
    show(findings, ofArticle) {
      const groups = GROUPS.map(([kind, heading, outcome]) => {
        const some = findings.filter((one) => one.kind === kind);
        return some.length
          ? h("section", {}, h("p", { class: "ldn-findings-heading" }, `${heading} (${some.length})`), ...some.map((one) => finding(one, outcome, reasons)))
          : null;
      });
      element.replaceChildren(...(ofArticle
        ? [h("details", { class: "ldn-hint" }, h("summary", {}, "The article, read by the same rules"), ...groups)]
        : groups.filter((group) => group !== null)));
    },
  };
}

/** @param {import("./linter.js").Finding} one @param {import("../questions/verdict.js").Outcome} outcome @param {Record<string, string>} reasons */
function finding({ name, message, why, lesson, claim, kind }, outcome, reasons) {
  const reason = claim && kind !== "good" ? reasons[claim] : undefined;
  return h("div", { class: "ldn-verdict", "data-outcome": outcome }, icon(outcome),
    h("div", {},
      h("strong", {}, `${name}.`), " ", message, " ", h("span", { class: "ldn-finding-why" }, `${why} `, lessonLink(lesson)),
      reason && h("details", { class: "ldn-hint" }, h("summary", {}, `The verdict on ${claim}`), h("p", {}, reason))));
}
