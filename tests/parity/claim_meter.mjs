/** Reads { data, states, files } and prints what the claim meter's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/claim_meter/", import.meta.url);
const { evaluate, fitting } = await import(new URL("state.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentences } = await import(new URL("wording.js", source));
const { fileText, readFile } = await import(new URL("file.js", source));

const { data, states, files } = JSON.parse(readFileSync(0, "utf8"));
const readBack = (text) => {
  try {
    return readFile(text, data.claims);
  } catch (problem) {
    return problem.message;
  }
};
process.stdout.write(JSON.stringify({
  states: states.map((state) => {
    const view = evaluate(state, data);
    return {
      sentence: sentences(view, data.readings).join(" "), table: dataTable(view),
      excess: view.rows.map(({ excess }) => excess), order: view.drawn.map(({ claim }) => claim.id),
      typical_change: view.typicalChange,
      again: readBack(fileText(state)), fitting: fitting({ ...state.before, C99: 3, C1: 101 }, data.claims),
    };
  }),
  files: files.map(readBack),
}));
