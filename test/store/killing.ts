/** Processes that write to a store, killed at random moments, and what must be there afterwards. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { StorePlace } from "../../src/store/place.js";
import { Store } from "../../src/store/store.js";
import { verify } from "../../src/store/verify.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The victim as one file, which starts soon. */
export const bundledVictim = (): Promise<string> => bundled("test/store/victim.ts");

/** @param source of a program, from the root of the project */
export async function bundled(source: string): Promise<string> {
  const folder = join(ROOT, "node_modules", ".isnad-victim");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${source.replace(/\W/g, "-")}-${process.pid}.cjs`);
  await build({
    entryPoints: [join(ROOT, source)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    charset: "utf8",
    external: ["@photostructure/sqlite", "pg", "piscina"],
    logLevel: "silent",
  });
  return outfile;
}

/** What a killed process had said to be committed. */
export interface Said {
  readonly added: readonly string[];
  readonly judged: readonly string[];
  /** What it was doing last. */
  readonly last: string;
}

/** @param delay milliseconds between its first word and its end */
export function killed(
  victim: string,
  place: StorePlace,
  seed: number,
  delay: number,
): Promise<Said> {
  const where = place.kind === "folder" ? place.folder : place.url;
  const child = spawn(process.execPath, [victim, where, String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    if (output === "") setTimeout(() => child.kill("SIGKILL"), delay);
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (_, signal) => {
      const lines = output.split("\n").slice(0, -1);
      const of = (word: string): string[] =>
        lines.flatMap((line) => (line.startsWith(`${word} `) ? line.split(" ").slice(1) : []));
      if (signal !== "SIGKILL") reject(new Error(`It ended by itself: ${lines.at(-1) ?? ""}`));
      else resolve({ added: of("added"), judged: of("judged"), last: lines.at(-1) ?? "" });
    });
  });
}

/** Work that was not begun or not finished: no loss. */
const LEFT_TO_DO: ReadonlySet<string> = new Set(["unplaced", "stale"]);

/**
 * Opens the store as anybody would, after a kill.
 * @returns what is wrong, in words; empty where nothing is
 */
export async function lossesIn(
  place: StorePlace,
  said: { readonly added: ReadonlySet<string>; readonly judged: ReadonlySet<string> },
): Promise<string[]> {
  const store = await Store.openToWrite(place, { engine: "test", create: true });
  try {
    const losses: string[] = [];
    const before = await verify(store.open);
    for (const { code, what } of before.flaws)
      if (!LEFT_TO_DO.has(code)) losses.push(`${code}: ${what}`);
    const rows = await store.open.read.selectFrom("reports").select("id").execute();
    const there = new Set(rows.map(({ id }) => id));
    for (const id of said.added) if (!there.has(id)) losses.push(`lost ${id}`);
    const log = new Set((await store.judgements()).map(({ id }) => id));
    for (const id of said.judged) if (!log.has(id)) losses.push(`lost ${id}`);
    await store.settle();
    for (const { code, what } of (await verify(store.open)).flaws)
      losses.push(`after: ${code} ${what}`);
    return losses;
  } finally {
    await store.close();
  }
}
