/**
 * Measures the engine as it ships, compiled, in a process of plain Node: a loader that compiles
 * TypeScript on the way would be measured with it. Reads its jobs as JSON from standard input and
 * writes what it measured as JSON to standard output. Run by `benches.ts`.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ text: string }} Input
 * @typedef {{ name: string, inputs: Input[] }} Speed
 * @typedef {{ name: string, single: Input[], double: Input[] }} Growth
 * @typedef {{ engine: string, rounds: number, speeds: Speed[], growths: Growth[], folds: Growth[] }} Jobs
 */

/** @type {Jobs} */
const { engine, rounds, speeds, growths, folds } = JSON.parse(readFileSync(0, "utf8"));
/** @type {typeof import("../src/engine.js")} */
const { readReport, readAccount } = await import(pathToFileURL(engine).href);
const segmenter = new Intl.Segmenter("ar", { granularity: "word" });

/**
 * So many characters are read before anything counts, for the compiler to see what is hot: what is
 * called a few times a report is compiled only after some thousand reports. The corpus of a day's
 * press has millions.
 */
const WARM_UP_CHARS = 5_000_000;

/** @param {() => void} work */
function wallMs(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** @param {() => void} work */
function cpuMs(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {string} text */
function segment(text) {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}

/**
 * Report by report the two in turn, round after round; the least time of each report counts, so
 * that neither is charged for what else the machine does.
 * @param {Speed} speed
 */
function measureSpeed({ name, inputs }) {
  const reading = inputs.map(() => Number.POSITIVE_INFINITY);
  const segmenting = inputs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, input] of inputs.entries()) {
      const read = wallMs(() => readReport(input));
      const cut = wallMs(() => segment(input.text));
      reading[at] = Math.min(reading[at], read);
      segmenting[at] = Math.min(segmenting[at], cut);
    }
  }
  let account = Number.POSITIVE_INFINITY;
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    account = Math.min(
      account,
      wallMs(() => readAccount(inputs)),
    );
  }
  const sum = (/** @type {number[]} */ times) => times.reduce((a, b) => a + b, 0);
  const chars = sum(inputs.map(({ text }) => text.length));
  return { name, chars, reading: sum(reading), segmenting: sum(segmenting), account };
}

/**
 * Cost of a doubled input over that of the input. Processor time, the least of the rounds for
 * each, after a round that only warms up.
 * @param {Growth} growth
 */
function measureGrowth({ name, single, double }) {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round <= 2; round++) {
    const before = cpuMs(() => readAccount(single));
    const after = cpuMs(() => readAccount(double));
    if (round === 0) continue;
    least = Math.min(least, before);
    most = Math.min(most, after);
  }
  return { name, growth: most / least };
}

/**
 * The same of what is done once the reports are read: dating by siblings, relating, reconciling.
 * @param {Growth} growth
 */
async function measureFold({ name, single, double }) {
  const load = (/** @type {string} */ path) => import(new URL(path, pathToFileURL(engine)).href);
  const { Articles } = await load("relate/articles.js");
  const { inferDates } = await load("relate/dating/siblings.js");
  const { relate } = await load("relate/relate.js");
  const { reconcile } = await load("reconcile/reconcile.js");
  const costs = [single, double].map((inputs) => {
    const readings = inputs.map((input) => readReport(input));
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < FOLD_ROUNDS; round++) {
      const cost = cpuMs(() => {
        const articles = new Articles();
        inferDates(readings, articles);
        reconcile(relate(readings, { articles }));
      });
      least = Math.min(least, cost);
    }
    return least;
  });
  const [least = 0, most = 0] = costs;
  return { name, growth: most / least };
}

const FOLD_ROUNDS = 5;

/** @returns milliseconds of the first reading of all reports, in a process that has read none. */
function warmUp() {
  const all = speeds.flatMap(({ inputs }) => inputs);
  let chars = 0;
  let cold = 0;
  for (let round = 0; chars < WARM_UP_CHARS && all.length > 0; round++) {
    for (const input of all) {
      const ms = wallMs(() => readReport(input));
      if (round === 0) cold += ms;
      chars += input.text.length;
      segment(input.text);
    }
  }
  return cold;
}

const cold = warmUp();
const measured = {
  cold,
  speeds: speeds.map(measureSpeed),
  growths: [...growths.map(measureGrowth), ...(await Promise.all(folds.map(measureFold)))],
};
process.stdout.write(JSON.stringify(measured));
