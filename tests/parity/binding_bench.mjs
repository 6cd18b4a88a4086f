/** Reads { data, states } and prints what the binding bench's own modules make of them. */
import { readFileSync } from "node:fs";

const source = new URL("../../src/ldn/interactives/js/binding_bench/", import.meta.url);
const { heldAt, kindOf, occupied, response } = await import(new URL("binding.js", source));
const { dataTable } = await import(new URL("table.js", source));
const { sentence } = await import(new URL("wording.js", source));

const { data, states } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(states.map((state) => ({
  sentence: sentence(state, data),
  table: dataTable(state, data),
  occupied: occupied(state.concentration_nM, state.kd_nM),
  response: response(state.concentration_nM, state.kd_nM, state.tau),
  kind: kindOf(state.tau),
  held: Object.fromEntries(data.ligands.map((ligand) => [ligand.name, heldAt(state, ligand, state.time_s)])),
}))));
