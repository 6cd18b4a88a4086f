/**
 * Bundles every piece (each .js file beside this one) into one ES module, and the style sheets into one,
 * in ../static. The result is committed, so that nobody who reads or teaches needs Node; a test rebuilds
 * it elsewhere (first argument: the folder to write to) and compares the bytes.
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

const common = { absWorkingDir: here, outdir, bundle: true, minify: true, charset: "utf8", legalComments: "none" };

await build({
  ...common,
  entryPoints: pieces.map((name) => `./${name}`),
  outExtension: { ".js": ".mjs" },
  format: "esm",
  target: "es2022",
});
await build({ ...common, entryPoints: ["./interactive.css"], target: ["chrome110", "firefox113", "safari16.4"] });
