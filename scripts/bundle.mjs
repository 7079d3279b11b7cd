/**
 * `node scripts/bundle.mjs [FOLDER]`: makes the program of FOLDER (`dist`), compiled by tsc, into
 * the one file that `bin/isnad` loads, and keeps V8's code of it; see `bin/program.cjs`.
 */
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? join(root, "dist"));

await build({
  entryPoints: [join(folder, "cli", "main.js")],
  outfile: join(folder, "isnad.cjs"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  charset: "utf8",
  logLevel: "warning",
});

// A run over the examples compiles what a command needs; its account goes nowhere.
const { load } = createRequire(import.meta.url)("../bin/program.cjs");
const { main, keepCode } = load(folder);
const write = process.stdout.write;
process.stdout.write = () => true;
await main(["read", join(root, "examples"), "--quiet", "--json", "-"], "0");
process.stdout.write = write;
if (process.exitCode) throw new Error(`The bundled program ended with ${process.exitCode}`);
keepCode();
