/**
 * Writes the modules that are compiled from lexicons and data packages, those whose inputs have
 * changed. Run by `npm run generate`, and by vitest before the tests.
 */
import { spawnSync } from "node:child_process";
import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface Generator {
  readonly name: string;
  /** Files and folders, from the root of the checkout. */
  readonly inputs: readonly string[];
  readonly outputs: () => readonly string[];
  readonly run: () => Promise<void>;
}

const languages = (): string[] =>
  readdirSync(join(ROOT, "src/lang"), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(ROOT, "src/lang", entry.name, "lexicon")),
    )
    .map((entry) => entry.name);

const GENERATORS: readonly Generator[] = [
  {
    name: "lexicon",
    inputs: [
      "scripts/compile-lexicon.ts",
      "src/lang/packed-lexicon.ts",
      "src/lang/lexicon-row.ts",
      "src/text/fold.ts",
      ...languages().map((name) => `src/lang/${name}/inflection.ts`),
      ...languages().map((name) => `src/lang/${name}/lexicon`),
    ],
    outputs: () => languages().map((name) => `src/lang/${name}/lexicon.generated.ts`),
    run: async () => (await import("./compile-lexicon.js")).compileLexicon(),
  },
  {
    name: "gazetteer",
    inputs: [
      "scripts/compile-gazetteer.ts",
      "scripts/gazetteer",
      "src/gazetteer",
      "src/text/fold.ts",
      "package-lock.json",
      ...languages().map((name) => `src/lang/${name}/lexicon`),
    ],
    outputs: () => ["src/gazetteer/places.generated.ts"],
    run: async () => (await import("./compile-gazetteer.js")).compileGazetteer(),
  },
];

/**
 * What the inputs of each generator held when it last ran, by its name. Contents, not times: a
 * file that changes while a generator runs, or that a checkout puts back, is seen either way.
 */
const STAMPS = join(ROOT, "src/generated.stamps.json");

function readStamps(): Record<string, unknown> {
  if (!existsSync(STAMPS)) return {};
  try {
    const stamps: unknown = JSON.parse(readFileSync(STAMPS, "utf8"));
    return typeof stamps === "object" && stamps !== null ? { ...stamps } : {};
  } catch (error) {
    // A file cut short by a stopped run: all is generated anew.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Takes in names and contents of all files under `path`; tests and outputs do not count. */
function takeIn(hash: Hash, path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    hash
      .update(`${path.slice(ROOT.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
    return;
  }
  const names = readdirSync(path).sort();
  for (const name of names) {
    if (!name.endsWith(".generated.ts") && !name.endsWith(".test.ts"))
      takeIn(hash, join(path, name));
  }
}

function stampOf({ inputs }: Generator): string {
  const hash = createHash("sha256");
  for (const path of inputs) takeIn(hash, join(ROOT, path));
  return hash.digest("hex");
}

function isStale(generator: Generator): boolean {
  return (
    generator.outputs().some((path) => !existsSync(join(ROOT, path))) ||
    readStamps()[generator.name] !== stampOf(generator)
  );
}

/** Runs the generators whose outputs are missing, or were made from other inputs. */
export async function generate(all = false): Promise<void> {
  for (const generator of GENERATORS) {
    if (!all && !isStale(generator)) continue;
    // Taken before: what changes while it runs makes the next run do it again.
    const stamp = stampOf(generator);
    const started = performance.now();
    await generator.run();
    writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), [generator.name]: stamp }, null, 2));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stderr.write(`generated: ${generator.name} (${seconds} s)\n`);
  }
}

/**
 * Vitest calls this once before all tests (`globalSetup`). A generator that fails is told, and
 * then fails the tests that need it, not all others; `npm run generate` fails for it.
 */
export function setup(): void {
  if (!GENERATORS.some(isStale)) return;
  const script = fileURLToPath(import.meta.url);
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  // In a process of its own: vitest's module runner lacks what the generators use.
  spawnSync(process.execPath, [tsx, script], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generate(process.argv.includes("--all"));
}
