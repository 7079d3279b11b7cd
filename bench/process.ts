/** The command as its user meets it: from start to finished account, and its peak memory. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./measure.js";

const command = resolve(fileURLToPath(new URL("../bin/isnad", import.meta.url)));
const PEAK_FILE = "ISNAD_BENCH_PEAK";

/** Run inside the command's process: writes its peak resident size, in kilobytes, as it exits. */
const PEAK_HOOK = `import { appendFileSync } from "node:fs";
process.on("exit", () => appendFileSync(process.env.${PEAK_FILE}, process.resourceUsage().maxRSS + "\\n"));`;

export interface CommandRun {
  readonly wallMs: number;
  /** Mebibytes. */
  readonly peakMiB: number;
}

/** @returns null where there is no command yet; throws where it fails */
export function runCommand(files: readonly string[], rounds: number): CommandRun | null {
  if (!existsSync(command)) return null;
  const folder = mkdtempSync(join(tmpdir(), "isnad-bench-"));
  const peakFile = join(folder, "peak");
  const walls: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      const result = spawnSync(process.execPath, [command, "read", ...files, "--quiet"], {
        env: {
          ...process.env,
          // It has just been built; a build would be measured too.
          ISNAD_NO_BUILD: "1",
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PEAK_HOOK)}`,
          [PEAK_FILE]: peakFile,
        },
        encoding: "utf8",
      });
      walls.push(performance.now() - started);
      if (result.status !== 0)
        throw new Error(`bin/isnad ended with ${result.status}: ${result.stderr.slice(0, 500)}`);
    }
    const peaks = readFileSync(peakFile, "utf8").trim().split("\n").map(Number);
    return { wallMs: median(walls), peakMiB: Math.max(...peaks) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
