/**
 * `npm run bench -- --press`: a whole press, from archives to an account a story on disk; all of it,
 * and every other archive, so that the two tell how the cost grows. The cost is told by the processor
 * too: on a machine that does other things the wall tells of those as well.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPath } from "../eval/data.js";
import { storyListSchema } from "../src/core/story-list.js";

const command = resolve(fileURLToPath(new URL("../bin/isnad", import.meta.url)));

/** The targets of a whole press on two cores. */
const MAX_SECONDS = 60;
const MAX_PEAK_GB = 1.5;
const MAX_GROWTH = 2.2;

interface PressRun {
  readonly seconds: number;
  /** Of all processors together. */
  readonly processorSeconds: number;
  readonly peakGB: number;
  readonly reports: number;
  readonly stories: number;
  readonly largest: number;
}

/** Writes what the whole process used, threads included, as the main thread exits. */
const USAGE_HOOK = `import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => writeFileSync(process.env.ISNAD_BENCH_USAGE, JSON.stringify(process.resourceUsage())));`;

/** Peak in kilobytes, times in microseconds. */
interface Usage {
  readonly maxRSS: number;
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
}

function runPress(archives: readonly string[]): PressRun {
  const folder = mkdtempSync(join(tmpdir(), "isnad-bench-press-"));
  const usageFile = join(folder, "usage.json");
  const out = join(folder, "out");
  try {
    const started = performance.now();
    const run = spawnSync(
      process.execPath,
      [command, "read", ...archives, "--out", out, "--quiet"],
      {
        env: {
          ...process.env,
          ISNAD_NO_BUILD: "1",
          ISNAD_BENCH_USAGE: usageFile,
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(USAGE_HOOK)}`,
        },
        encoding: "utf8",
        maxBuffer: 1 << 26,
      },
    );
    const seconds = (performance.now() - started) / 1000;
    // 1: some records hold no text.
    if (run.status !== 0 && run.status !== 1) {
      throw new Error(`bin/isnad ended with ${run.status}: ${run.stderr.slice(-500)}`);
    }
    const usage: Usage = JSON.parse(readFileSync(usageFile, "utf8"));
    const list = storyListSchema.parse(JSON.parse(readFileSync(join(out, "stories.json"), "utf8")));
    return {
      seconds,
      processorSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      peakGB: (usage.maxRSS * 1024) / 1e9,
      reports: list.reports,
      stories: list.stories.length,
      largest: Math.max(...list.stories.map(({ reports }) => reports)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processes that wait or run on a machine that does nothing else, at most. */
const IDLE = 0.7;

function told(run: PressRun): PressRun {
  const { reports, stories, largest, seconds, processorSeconds, peakGB } = run;
  console.log(
    `a whole press: ${reports} reports → ${stories} stories, the largest of ${largest}; ${seconds.toFixed(1)} s (${(reports / seconds).toFixed(0)} a second), processor ${processorSeconds.toFixed(0)} s, peak ${peakGB.toFixed(2)} GB`,
  );
  return run;
}

/** Prints the two runs. @returns how many targets were missed */
export function benchPress(): number {
  const folder = dataPath("saudinewsnet");
  if (!folder) {
    console.log("a whole press: skipped: data not present");
    return 0;
  }
  let missed = 0;
  const target = (met: boolean, words: string): string => {
    if (!met) missed++;
    return `${words}: ${met ? "met" : "MISSED"}`;
  };
  const archives = readdirSync(folder)
    .filter((name) => name.endsWith(".zip"))
    .sort()
    .map((name) => join(folder, name));
  const [load = 0] = loadavg();
  if (load > IDLE) {
    console.log(
      `this machine is busy with other things (load ${load.toFixed(1)}): only the memory and the growth count`,
    );
  }
  const half = told(runPress(archives.filter((_, at) => at % 2 === 0)));
  const all = told(runPress(archives));
  const doubled =
    Math.log(all.processorSeconds / half.processorSeconds) / Math.log(all.reports / half.reports);
  console.log(
    `  ${target(all.seconds <= MAX_SECONDS, `target ≤ ${MAX_SECONDS} s`)}; ${target(all.peakGB <= MAX_PEAK_GB, `target ≤ ${MAX_PEAK_GB} GB`)}; processor time × ${(2 ** doubled).toFixed(2)} for twice the input  (${target(2 ** doubled <= MAX_GROWTH, `target ≤ ${MAX_GROWTH}`)})`,
  );
  return missed;
}
