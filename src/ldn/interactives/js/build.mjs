/**
 * Bundles every piece (each .js file beside this one) into one ES module, and the style sheets into one,
 * in ../static: JupyterLab takes a piece as one file. A page of the book holds several, so for the book
 * each is bundled once more in ../static/book, with the kit they share in a module of its own.
 * The result is committed, so that nobody who reads or teaches needs Node; a test rebuilds it elsewhere
 * (first argument: the folder to write to) and compares the bytes.
 */
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const outdir = process.argv[2] ? resolve(process.argv[2]) : join(here, "..", "static");
const pieces = readdirSync(here)
  .filter((name) => name.endsWith(".js"))
  .sort();

const kit = readdirSync(join(here, "kit"))
  .filter((name) => name.endsWith(".js"))
  .sort();

const common = { absWorkingDir: here, outdir, bundle: true, minify: true, charset: "utf8", legalComments: "none" };

const modules = { ...common, outExtension: { ".js": ".mjs" }, format: "esm", target: "es2022" };
const entryPoints = pieces.map((name) => `./${name}`);
const book = join(outdir, "book");
/** @type {import("esbuild").Plugin} */
const kitApart = {
  name: "kit-apart",
  setup: ({ onResolve }) => onResolve({ filter: /\/kit\/\w+\.js$/ }, () => ({ path: "./kit.mjs", external: true })),
};

await build({ ...modules, entryPoints });
await build({ ...modules, entryPoints, outdir: book, plugins: [kitApart] });
await build({
  ...modules,
  outdir: book,
  stdin: { contents: kit.map((name) => `export * from "./kit/${name}";`).join("\n"), resolveDir: here, sourcefile: "kit.js" },
  entryNames: "kit",
});
await build({ ...common, entryPoints: ["./interactive.css"], target: ["chrome110", "firefox113", "safari16.4"] });
