/**
 * `node scripts/bundle.mjs [FOLDER]`: makes the program of FOLDER (`dist`), compiled by tsc, into
 * the one file that `bin/isnad` loads, and keeps V8's code of it; see `bin/program.cjs`.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? join(root, "dist"));

/**
 * Lexicon and gazetteer go into files beside the program, as they will lie in memory: two thirds of
 * the source would be they, which V8 would decode, look through and keep a second time in its code.
 */
const tables = {
  name: "tables",
  setup(build) {
    build.onLoad({ filter: /\.generated\.js$/ }, async ({ path }) => {
      const file = basename(path).replace(".generated.js", ".tables");
      const pieces = [];
      let size = 0;
      const stored = (value) => {
        if (typeof value !== "string") {
          const fields = Object.entries(value).map(([key, one]) => `${key}: ${stored(one)}`);
          return `{ ${fields.join(", ")} }`;
        }
        const bytes = Buffer.from(value, "utf16le");
        const start = size;
        pieces.push(bytes);
        size += bytes.length;
        return `tables.toString("utf16le", ${start}, ${size})`;
      };
      const exported = Object.entries(await import(pathToFileURL(path).href)).map(
        ([name, value]) => `export const ${name} = ${stored(value)};`,
      );
      writeFileSync(join(folder, file), Buffer.concat(pieces));
      const read = `require("node:fs").readFileSync(require("node:path").join(__dirname, "${file}"))`;
      return { contents: [`const tables = ${read};`, ...exported].join("\n") };
    });
  },
};

/** Found beside the program: machine code of its own, and what looks for that of others. */
const NATIVE = ["@photostructure/sqlite", "pg"];

await build({
  entryPoints: [join(folder, "cli", "main.js")],
  outfile: join(folder, "isnad.cjs"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  charset: "utf8",
  // Starts its threads from files of its own. A script run by `vm` may not import, only require.
  external: ["piscina", ...NATIVE],
  supported: { "dynamic-import": false },
  plugins: [tables],
  logLevel: "warning",
});

// A run over the examples compiles what a command needs; its account goes nowhere.
const { load } = createRequire(import.meta.url)("../bin/program.cjs");
const { main, keepCode } = load(folder);
const write = process.stdout.write;
process.stdout.write = () => true;
const program = { version: "0", build: null, worker: null };
await main(["read", join(root, "examples"), "--quiet", "--json", "-"], program);
process.stdout.write = write;
if (process.exitCode) throw new Error(`The bundled program ended with ${process.exitCode}`);
keepCode();
