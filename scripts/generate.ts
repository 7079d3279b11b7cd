/**
 * Writes the modules that are compiled from lexicons and data packages, those whose inputs have
 * changed. Run by `npm run generate`, and by vitest before the tests.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
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

/** When the newest file under `path` changed, in milliseconds; tests and outputs do not count. */
function changed(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path)
    .filter((name) => !name.endsWith(".generated.ts") && !name.endsWith(".test.ts"))
    .reduce((newest, name) => Math.max(newest, changed(join(path, name))), 0);
}

function isStale({ inputs, outputs }: Generator): boolean {
  const written = outputs().map((path) => join(ROOT, path));
  if (written.some((path) => !existsSync(path))) return true;
  const oldest = Math.min(...written.map((path) => statSync(path).mtimeMs));
  return inputs.some((path) => changed(join(ROOT, path)) > oldest);
}

/** Runs the generators whose outputs are missing or older than their inputs. */
export async function generate(all = false): Promise<void> {
  for (const generator of GENERATORS) {
    if (!all && !isStale(generator)) continue;
    const started = performance.now();
    await generator.run();
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
