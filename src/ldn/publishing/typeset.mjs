// Reads formulas as JSON from standard input, writes their HTML as JSON: [[latex, display], …] -> [html, …].
// KaTeX is evaluated from its text, because what `require` makes of a .js file depends on the folders above it.
import { readFileSync } from "node:fs";

const katex = { exports: {} };
new Function("module", "exports", readFileSync(process.argv[2], "utf8"))(katex, katex.exports);

const typeset = ([latex, displayMode]) => {
  try {
    return { html: katex.exports.renderToString(latex, { displayMode, throwOnError: true, strict: "error" }) };
  } catch (problem) {
    return { problem: String(problem.message) };
  }
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(typeset)));
