/**
 * The place where an item is answered, one maker a type. Each returns
 *   element     what stands below the stem
 *   response()  the answer as marking.js takes it, or null when nothing (or not everything) is given
 *   set(r)      shows an answer that was kept; null empties
 *   missing     what to say when response() is null
 *   show(mark, shown)  draws feedback beside what was answered and returns its words; shown: the key is open
 *   clear()     takes that feedback away
 */
import { h, prose, uniqueId } from "../kit/dom.js";
import { DIRECTION } from "./numbers.js";
import { verdict, words } from "./verdict.js";

/** @typedef {import("./marking.js").Item} Item */
/** @typedef {import("./marking.js").Mark} Mark */

/** @param {Item} item @param {() => void} onChange @param {(sentence: string) => void} say */
export const answerPlace = (item, onChange, say) => MAKERS[item.type](item, onChange, say);

const MAKERS = { single: choice, multiple: choice, true_false: choice, numeric, ordering, matching };

/** @param {Item} item @param {() => void} onChange */
function choice(item, onChange) {
  const several = item.type === "multiple";
  const name = uniqueId("option");
  const options = item.options ?? [
    { key: true, text: "True", correct: item.answer, feedback: item.feedback_if_true },
    { key: false, text: "False", correct: !item.answer, feedback: item.feedback_if_false },
  ];
  const inputs = options.map(() => h("input", { type: several ? "checkbox" : "radio", name, onchange: onChange }));
  const places = options.map(() => h("div", {}));
  const rows = options.map((/** @type {Item} */ option, /** @type {number} */ i) => h("div", { class: "ldn-option" },
    h("label", {}, inputs[i], prose("span", {}, option.text)), places[i]));
  const chosen = () => options.filter((/** @type {Item} */ _, /** @type {number} */ i) => inputs[i].checked);
  return {
    element: h("div", { class: "ldn-options" }, several ? h("p", { class: "ldn-ask" }, "Choose all that apply.") : "", ...rows),
    missing: several ? "Choose at least one first." : "Choose one first.",
    response() {
      const keys = chosen().map((/** @type {Item} */ option) => option.key);
      return keys.length ? (several ? keys : keys[0]) : null;
    },
    set(/** @type {any} */ response) {
      const keys = several ? response ?? [] : [response];
      options.forEach((/** @type {Item} */ option, /** @type {number} */ i) => (inputs[i].checked = keys.includes(option.key)));
    },
    show(/** @type {Mark} */ mark, /** @type {boolean} */ shown) {
      const said = [];
      options.forEach((/** @type {Item} */ option, /** @type {number} */ i) => {
        const taken = inputs[i].checked;
        if (!taken && !shown && !(mark.credit === 1 && several)) return places[i].replaceChildren();
        const outcome = option.correct ? (taken ? "right" : "key") : taken ? "wrong" : "aside";
        const word = several ? (option.correct ? "Belongs" : "Does not belong") : undefined;
        places[i].replaceChildren(verdict(outcome, option.feedback, word));
        rows[i].dataset.outcome = outcome;
        if (taken) said.push(`${several ? `${words(option.text)}: ${word}. ` : ""}${words(option.feedback)}`);
      });
      if (several && mark.credit < 1) {
        const right = options.filter((/** @type {Item} */ option) => option.correct).length;
        const hits = chosen().filter((/** @type {Item} */ option) => option.correct).length;
        const extra = chosen().length - hits;
        said.unshift(`${hits} of the ${right} that belong ${hits === 1 ? "is" : "are"} marked${
          extra ? `, and ${extra} that ${extra === 1 ? "does" : "do"} not belong` : ""}.`);
        return { line: said[0], said };
      }
      return { said };
    },
    clear() {
      rows.forEach((/** @type {HTMLElement} */ row) => delete row.dataset.outcome);
      places.forEach((/** @type {HTMLElement} */ place) => place.replaceChildren());
    },
  };
}

/** @param {Item} item @param {() => void} onChange */
function numeric(item, onChange) {
  const { unit, factors, value, tolerance } = item.numeric;
  const units = [unit, ...Object.keys(factors)];
  const field = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", size: 8, class: "ldn-number ldn-answer", oninput: onChange });
  const select = units.length > 1
    ? h("select", { class: "ldn-select", "aria-label": "Unit", onchange: onChange }, ...units.map((one) => h("option", {}, one)))
    : null;
  const place = h("div", {});
  return {
    element: h("div", {}, h("div", { class: "ldn-number-row" },
      h("label", {}, h("span", { class: "ldn-ask" }, select ? "Your answer" : `Your answer, in ${unit}`), field),
      select ?? h("span", { class: "ldn-unit", "aria-hidden": "true" }, unit)), place),
    missing: "Type a number first: digits, with a decimal point or comma.",
    response: () => (field.value.trim() ? { text: field.value, unit: select?.value ?? unit } : null),
    set(/** @type {any} */ response) {
      field.value = response?.text ?? "";
      if (select) select.value = response?.unit ?? unit;
    },
    show({ credit, verdict: found }, /** @type {boolean} */ shown) {
      const right = credit === 1;
      const trap = found.kind === "trap";
      const html = right ? "" : trap ? item.numeric.traps[found.trap].feedback : DIRECTION[found.kind];
      const key = `${Number(value[0].toPrecision(3))} ${unit}, within ${Number(tolerance[0].toPrecision(2))}.`;
      place.replaceChildren(
        verdict(right ? "right" : trap || found.kind === "near" ? "close" : "wrong", html,
          trap ? "A known slip" : right || found.kind === "near" ? undefined : "Not yet"),
        shown && !right ? verdict("key", key) : "");
      return { said: [words(html), ...(shown && !right ? [`Right answer: ${key}`] : [])] };
    },
    clear: () => place.replaceChildren(),
  };
}

/** @param {Item} item @param {() => void} onChange @param {(sentence: string) => void} say */
function ordering(item, onChange, say) {
  /** @type {string[]} */
  let order = [...item.shown];
  let touched = false;
  const steps = Object.fromEntries(item.sequence.map((/** @type {Item} */ step) => [step.key, step]));
  const rows = Object.fromEntries(item.sequence.map((/** @type {Item} */ step) => {
    const move = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ way) =>
      h("button", { class: "ldn-step", "aria-label": `Move ${way}: ${step.name}`, onclick: () => shift(step.key, by) }, sign);
    const place = h("div", {});
    const [up, down] = [move(-1, "↑", "up"), move(1, "↓", "down")];
    const row = h("li", { class: "ldn-option" },
      h("div", { class: "ldn-order-row" }, up, down, h("div", {}, prose("span", {}, step.text), place)));
    return [step.key, { row, place, up, down }];
  }));
  const list = h("ol", { class: "ldn-order" });
  /** @param {string} key @param {number} by */
  function shift(key, by) {
    const from = order.indexOf(key);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    touched = true;
    const button = document.activeElement;
    draw();
    // Moving an element in the page takes the focus from it.
    if (button instanceof HTMLElement) button.focus();
    say(`${steps[key].name}: now ${to + 1} of ${order.length}.`);
    onChange();
  }
  function draw() {
    list.replaceChildren(...order.map((key) => rows[key].row));
    // aria-disabled and not disabled: a button that has just moved its row to the end must keep the focus.
    order.forEach((key, i) => {
      rows[key].up.setAttribute("aria-disabled", String(i === 0));
      rows[key].down.setAttribute("aria-disabled", String(i === order.length - 1));
    });
  }
  draw();
  return {
    element: h("div", {}, h("p", { class: "ldn-ask" }, "Move with the arrows until the order is right."), list),
    missing: "Move at least one first.",
    response: () => (touched ? [...order] : null),
    set(/** @type {any} */ response) {
      order = [...(response ?? item.shown)];
      touched = Boolean(response);
      draw();
    },
    show(/** @type {Mark} */ mark, /** @type {boolean} */ shown) {
      const done = mark.credit === 1;
      item.sequence.forEach((/** @type {Item} */ step, /** @type {number} */ i) => {
        const here = order[i] === step.key;
        const { row, place } = rows[step.key];
        const open = done || shown;
        row.dataset.outcome = here ? "right" : "wrong";
        place.replaceChildren(verdict(here ? "right" : "wrong", open ? step.feedback : "",
          here ? "In its place" : shown ? `Belongs in place ${i + 1}` : "Not in its place"));
      });
      const line = `${Math.round(mark.credit * order.length)} of ${order.length} stand in their place.`;
      return done ? { said: [] } : { line, said: [line] };
    },
    clear: () => Object.values(rows).forEach(({ row, place }) => {
      delete row.dataset.outcome;
      place.replaceChildren();
    }),
  };
}

/** @param {Item} item @param {() => void} onChange */
function matching(item, onChange) {
  const letter = (/** @type {number} */ i) => String.fromCharCode(65 + i);
  const selects = item.pairs.map(() => h("select", { class: "ldn-select", onchange: onChange },
    h("option", { value: "" }, "Choose …"),
    ...item.rights.map((/** @type {string} */ right, /** @type {number} */ i) => h("option", { value: i }, `${letter(i)}  ${right}`))));
  const places = item.pairs.map(() => h("div", {}));
  const rows = item.pairs.map((/** @type {Item} */ pair, /** @type {number} */ i) =>
    h("div", { class: "ldn-option" }, h("label", { class: "ldn-match" }, prose("span", {}, pair.left), selects[i]), places[i]));
  return {
    element: h("div", {},
      h("ol", { class: "ldn-rights", type: "A" }, ...item.rights.map((/** @type {string} */ right) => h("li", {}, right))), ...rows),
    missing: "Choose an answer for every line first.",
    response() {
      const places = selects.map((/** @type {any} */ select) => (select.value === "" ? null : Number(select.value)));
      return places.includes(null) ? null : places;
    },
    set(/** @type {any} */ response) {
      selects.forEach((/** @type {any} */ select, /** @type {number} */ i) => (select.value = response?.[i] ?? ""));
    },
    show(/** @type {Mark} */ mark, /** @type {boolean} */ shown) {
      item.pairs.forEach((/** @type {Item} */ pair, /** @type {number} */ i) => {
        const here = selects[i].value === String(pair.right);
        rows[i].dataset.outcome = here ? "right" : "wrong";
        places[i].replaceChildren(here ? verdict("right", pair.feedback)
          : verdict("wrong", shown ? pair.feedback : "", shown ? `Belongs to ${letter(pair.right)}` : undefined));
      });
      const line = `${Math.round(mark.credit * item.pairs.length)} of ${item.pairs.length} pairs are right.`;
      return mark.credit === 1 ? { said: [] } : { line, said: [line] };
    },
    clear() {
      rows.forEach((/** @type {HTMLElement} */ row) => delete row.dataset.outcome);
      places.forEach((/** @type {HTMLElement} */ place) => place.replaceChildren());
    },
  };
}
