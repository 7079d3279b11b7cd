/**
 * `npm run bench`: reading speed next to `Intl.Segmenter` word segmentation of the same reports in
 * the same run, growth when the input is doubled, and the command from start to finished account.
 *
 *   npm run bench -- --rounds 9      more rounds, steadier medians
 *   npm run bench -- --check         exit code 1 where a target is missed
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dataPath, exampleInputs, readTexts } from "../eval/data.js";
import { saudiReports } from "../eval/saudi.js";
import type { ReportInput } from "../src/core/input.js";
import { readAccount, readReport } from "../src/engine.js";
import { cpuMs, interleaved } from "./measure.js";
import { runCommand } from "./process.js";

/** The targets: reading as a share of segmentation's cost, growth on doubling, the command. */
const MAX_RATIO = 1.0;
const AIMED_RATIO = 0.5;
const MAX_GROWTH = 2.5;
const MAX_COMMAND_MS = 1000;
const MAX_PEAK_MIB = 150;

const SAUDI_SAMPLE = 150;
const SAUDI_SEED = 2015;
const LEAST_GROWTH_ROUNDS = 3;
/** A round reads at least so many characters, so that the clock's grain does not show. */
const CHARS_A_ROUND = 60_000;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    check: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);

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

const segmenter = new Intl.Segmenter("ar", { granularity: "word" });
function segment(inputs: readonly ReportInput[]): number {
  let words = 0;
  for (const { text } of inputs)
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}

function benchSpeed({ name, inputs }: Bench): void {
  if (inputs.length === 0) {
    console.log(`${name}: skipped: data not present`);
    return;
  }
  const chars = charsOf(inputs);
  const repeats = Math.max(1, Math.ceil(CHARS_A_ROUND / chars));
  const repeated = (work: () => void) => () => {
    for (let i = 0; i < repeats; i++) work();
  };
  const ms = interleaved(
    {
      segmenter: repeated(() => segment(inputs)),
      reading: repeated(() => {
        for (const input of inputs) readReport(input);
      }),
      account: repeated(() => readAccount(inputs)),
    },
    rounds,
  );
  const speed = (time: number): string => ((chars * repeats) / 1000 / time).toFixed(2).padStart(6);
  console.log(`${name}: ${inputs.length} reports, ${chars} characters`);
  console.log(`  Intl.Segmenter, words  ${speed(ms.segmenter)} M char/s`);
  console.log(`  reading, all layers    ${speed(ms.reading)} M char/s`);
  console.log(`  reading and account    ${speed(ms.account)} M char/s`);
  const ratio = ms.reading / ms.segmenter;
  console.log(
    `  reading / Intl.Segmenter ${ratio.toFixed(2)}  (${target(ratio <= MAX_RATIO, `target ≤ ${MAX_RATIO.toFixed(1)}`)}, aim ${AIMED_RATIO})`,
  );
}

/**
 * Cost of a doubled input over that of the input: 2 is linear. Processor time, the least of the
 * rounds for each, after a round that only warms up.
 */
function growth(single: readonly ReportInput[], double: readonly ReportInput[]): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round <= Math.max(rounds, LEAST_GROWTH_ROUNDS); round++) {
    const before = cpuMs(() => readAccount(single));
    const after = cpuMs(() => readAccount(double));
    if (round === 0) continue;
    least = Math.min(least, before);
    most = Math.min(most, after);
  }
  return most / least;
}

function benchGrowth(): void {
  const source = [...benches].reverse().find(({ inputs }) => inputs.length > 0);
  if (!source) return;
  const longest = source.inputs.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const long = repeatText(longest, Math.ceil(CHARS_A_ROUND / longest.text.length));
  const textGrowth = growth([long], [repeatText(long, 2)]);
  console.log(
    `one report of ${long.text.length} characters, doubled: cost × ${textGrowth.toFixed(2)}  (${target(textGrowth <= MAX_GROWTH, `target ≤ ${MAX_GROWTH}`)})`,
  );
  const half = source.inputs.slice(0, Math.floor(source.inputs.length / 2));
  const all = source.inputs.slice(0, half.length * 2);
  if (half.length === 0) return;
  const perChar = growth(half, all) / (charsOf(all) / charsOf(half) / 2);
  console.log(
    `${half.length} → ${all.length} reports of ${source.name}: cost × ${perChar.toFixed(2)} for twice the characters  (${target(perChar <= MAX_GROWTH, `target ≤ ${MAX_GROWTH}`)})`,
  );
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
  const run = runCommand(files, rounds);
  if (!run) {
    console.log("command: skipped: bin/isnad is not there");
    return;
  }
  console.log(
    `bin/isnad read, ${folder ? "the five reports of kazakhstan-2022" : "examples"}: ${run.wallMs.toFixed(0)} ms from start to finished account  (${target(run.wallMs <= MAX_COMMAND_MS, `target ≤ ${MAX_COMMAND_MS} ms`)}), peak memory ${run.peakMiB.toFixed(0)} MiB  (${target(run.peakMiB <= MAX_PEAK_MIB, `target ≤ ${MAX_PEAK_MIB} MiB`)})`,
  );
}

console.log(`node ${process.version}, ${rounds} interleaved rounds, medians`);
for (const bench of benches) benchSpeed(bench);
benchGrowth();
benchCommand();
console.log(missed === 0 ? "bench: all targets met" : `bench: ${missed} targets missed`);
process.exitCode = options.check && missed > 0 ? 1 : 0;
