/**
 * `npm run bench`: reading speed next to `Intl.Segmenter` word segmentation of the same reports in
 * the same run, growth when the input is doubled, and the command from start to finished account.
 *
 *   npm run bench -- --rounds 90     more rounds, for a busy machine
 *   npm run bench -- --press         a whole press instead (minutes)
 *   npm run bench -- --store         a store of a whole press, and reports added to it one by one (minutes)
 *   npm run bench -- --store --held 300 --keep FOLDER
 *   npm run bench -- --store --latest      those added are the latest, not of all days
 *   npm run bench -- --check         exit code 1 where a target is missed
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPath, exampleInputs, readTexts } from "../eval/data.js";
import { saudiReports } from "../eval/saudi.js";
import { toolCount, toolOptions } from "../scripts/tool-options.js";
import type { ReportInput } from "../src/core/input.js";
import { benchPress } from "./press.js";
import { runCommand } from "./process.js";
import { benchStore } from "./store.js";

/** The targets: reading as a share of segmentation's cost, growth on doubling, the command. */
const MAX_RATIO = 1.0;
const AIMED_RATIO = 0.5;
const MAX_GROWTH = 2.5;
const MAX_COMMAND_MS = 1000;
const MAX_PEAK_MIB = 150;

const SAUDI_SAMPLE = 150;
const SAUDI_SEED = 2015;
/** The report that is doubled has at least so many characters, so that the clock's grain does not show. */
const LONG_REPORT = 60_000;
const COMMAND_ROUNDS = 5;

const { values: options } = toolOptions(import.meta.url, {
  options: {
    rounds: { type: "string", default: "30" },
    check: { type: "boolean", default: false },
    press: { type: "boolean", default: false },
    store: { type: "boolean", default: false },
    held: { type: "string", default: "300" },
    latest: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
const rounds = toolCount("--rounds", options.rounds);

const examplesFolder = fileURLToPath(new URL("../examples", import.meta.url));

interface Bench {
  readonly name: string;
  readonly inputs: readonly ReportInput[];
}

const fromTexts = (folder: string | null): readonly ReportInput[] =>
  folder ? readTexts(folder).map(({ name, text }) => ({ text, file: `${name}.txt` })) : [];

const benches: readonly Bench[] = [
  {
    name: "examples",
    inputs: exampleInputs(),
  },
  { name: "kazakhstan-2022", inputs: fromTexts(dataPath("kazakhstan-2022")) },
  { name: `saudinewsnet, ${SAUDI_SAMPLE}`, inputs: saudiReports(SAUDI_SAMPLE, SAUDI_SEED) ?? [] },
];

let missed = 0;
const target = (met: boolean, words: string): string => {
  if (!met) missed++;
  return met ? `${words}: met` : `${words}: MISSED`;
};

const charsOf = (inputs: readonly ReportInput[]): number =>
  inputs.reduce((sum, { text }) => sum + text.length, 0);

interface Measured {
  /** Milliseconds in which a process that has read nothing reads all reports once. */
  readonly cold: number;
  readonly speeds: readonly {
    readonly name: string;
    readonly chars: number;
    /** Milliseconds: the least of each report, summed; the account of all. */
    readonly reading: number;
    readonly segmenting: number;
    readonly account: number;
  }[];
  readonly growths: readonly { readonly name: string; readonly growth: number }[];
}

/** Two pairs of inputs of which the second is twice the first. */
function growthJobs() {
  const source = [...benches].reverse().find(({ inputs }) => inputs.length > 0);
  if (!source) return [];
  const { name, inputs } = source;
  const longest = inputs.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const long = repeatText(longest, Math.ceil(LONG_REPORT / longest.text.length));
  const half = halfByLength(inputs);
  return [
    {
      name: `one report of ${long.text.length} characters, doubled`,
      single: [long],
      double: [repeatText(long, 2)],
    },
    {
      name: `${half.length} → ${inputs.length} reports of ${name}`,
      single: half,
      double: inputs,
    },
  ];
}

/** Unrelated reports, and twice as many: what the account costs above the reading. */
function foldJobs() {
  const double = saudiReports(2 * SAUDI_SAMPLE, SAUDI_SEED) ?? [];
  const single = double.slice(0, SAUDI_SAMPLE);
  if (double.length === 0) return [];
  return [{ name: `account alone, ${single.length} → ${double.length} reports`, single, double }];
}

/** The first inputs, up to half of all characters. */
function halfByLength(inputs: readonly ReportInput[]): readonly ReportInput[] {
  const half = charsOf(inputs) / 2;
  let sum = 0;
  const end = inputs.findIndex(({ text }) => (sum += text.length) > half);
  return inputs.slice(0, Math.max(1, end));
}

/** Runs `compiled.mjs`, which measures what `npm run build` made, in plain Node. */
function measure(): Measured {
  const jobs = {
    engine: fileURLToPath(new URL("../dist/engine.js", import.meta.url)),
    rounds,
    speeds: benches.filter(({ inputs }) => inputs.length > 0),
    growths: growthJobs(),
    folds: foldJobs(),
  };
  const script = fileURLToPath(new URL("compiled.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    input: JSON.stringify(jobs),
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (status !== 0) throw new Error(`bench/compiled.mjs ended with ${status}: ${stderr}`);
  const measured: Measured = JSON.parse(stdout);
  return measured;
}

function tell({ cold, speeds, growths }: Measured): void {
  for (const { name, inputs } of benches) {
    const found = speeds.find((one) => one.name === name);
    if (!found) {
      console.log(`${name}: skipped: data not present`);
      continue;
    }
    const { chars, reading, segmenting, account } = found;
    const speed = (ms: number): string => (chars / 1000 / ms).toFixed(2).padStart(6);
    const ratio = reading / segmenting;
    console.log(`${name}: ${inputs.length} reports, ${chars} characters`);
    console.log(`  Intl.Segmenter, words  ${speed(segmenting)} M char/s`);
    console.log(`  reading, all layers    ${speed(reading)} M char/s`);
    console.log(`  reading and account    ${speed(account)} M char/s`);
    console.log(
      `  reading / Intl.Segmenter ${ratio.toFixed(2)}  (${target(ratio <= MAX_RATIO, `target ≤ ${MAX_RATIO.toFixed(1)}`)}, aim ${AIMED_RATIO})`,
    );
  }
  const chars = speeds.reduce((sum, one) => sum + one.chars, 0);
  console.log(`all of them once, cold    ${(chars / 1000 / cold).toFixed(2)} M char/s`);
  for (const { name, growth } of growths) {
    console.log(
      `${name}: cost × ${growth.toFixed(2)} for twice the input  (${target(growth <= MAX_GROWTH, `target ≤ ${MAX_GROWTH}`)})`,
    );
  }
}

const repeatText = (input: ReportInput, times: number): ReportInput => ({
  ...input,
  text: Array.from({ length: times }, () => input.text).join("\n"),
});

function benchCommand(): void {
  const folder = dataPath("kazakhstan-2022");
  const files = folder
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".txt") && file !== "SOURCE.txt")
        .map((file) => join(folder, file))
    : [examplesFolder];
  const run = runCommand(files, COMMAND_ROUNDS);
  if (!run) {
    console.log("command: skipped: bin/isnad is not there");
    return;
  }
  console.log(
    `bin/isnad read, ${folder ? "the five reports of kazakhstan-2022" : "examples"}: ${run.wallMs.toFixed(0)} ms from start to finished account  (${target(run.wallMs <= MAX_COMMAND_MS, `target ≤ ${MAX_COMMAND_MS} ms`)}), peak memory ${run.peakMiB.toFixed(0)} MiB  (${target(run.peakMiB <= MAX_PEAK_MIB, `target ≤ ${MAX_PEAK_MIB} MiB`)})`,
  );
}

if (options.press) {
  console.log(`node ${process.version}, ${availableParallelism()} processors`);
  missed = benchPress();
} else if (options.store) {
  console.log(`node ${process.version}, ${availableParallelism()} processors`);
  missed = await benchStore({
    held: toolCount("--held", options.held),
    latest: options.latest,
    keep: options.keep ?? null,
  });
} else {
  console.log(`node ${process.version}, compiled, least of ${rounds} rounds for each report`);
  tell(measure());
  benchCommand();
}
console.log(missed === 0 ? "bench: all targets met" : `bench: ${missed} targets missed`);
process.exitCode = options.check && missed > 0 ? 1 : 0;
