/**
 * Draws the pairs of reports that `copies.json` labels as sealed (COPIES.md). It shares nothing with
 * the engine's own search for copies, for it is that which the labels judge: words are folded by the
 * table below and compared by plain runs. Run again it names the same pairs.
 *
 *   npx tsx eval/own/copies-draw.ts       stratum, outlets, days and hashes of each pair
 *   npx tsx eval/own/copies-draw.ts --texts --open-held
 *                                         the texts too, common runs between ⟦ and ⟧; only for who labels
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { toolOptions } from "../../scripts/tool-options.js";
import { seeded } from "../saudi.js";
import { type ArchivedReport, archiveNames, digest, readArchive } from "./archive.js";
import { identityPairs } from "./identity.js";
import { isOfSet } from "./sealed.js";
import { storyLabels } from "./stories.js";

const SEED = 112322;
/** Two reports are looked at where they share a run of so many words. */
const RUN = 5;
/** One run in so many is looked at, chosen by its hash. */
const RUN_OUT_OF = 4;
/** A run that more reports hold is a phrase. */
const MOST_HOLDERS = 40;
/** Words of the shorter report. */
const SHORTEST = 25;
const LONGEST = 700;
/** The stratum is the share of the shorter's words in common runs of so many words. */
const COMMON_RUN = 4;
const STRATA = [0.1, 0.3, 0.5, 0.8] as const;
/** Of the lowest stratum, the two share a run of so many: less is a phrase. */
const LOWEST_RUN = 6;
const WANTED = { two: 14, one: 6 } as const;

/** Written alike: letters that outlets write in either way, and digits of the other script. */
const FOLDED: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ة: "ه",
  ؤ: "و",
  ...Object.fromEntries([..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => [digit, String(value)])),
};
const UNWRITTEN = /[\u064B-\u0652\u0670\u0640\u200B-\u200F\u202A-\u202E\uFEFF]/gu;
const WORD = /[\p{L}\p{N}\u064B-\u0652\u0670\u0640\u200B-\u200F\u202A-\u202E\uFEFF]+/gu;

const folded = (word: string): string =>
  word.replace(UNWRITTEN, "").replace(/[أإآٱىئةؤ٠-٩]/gu, (letter) => FOLDED[letter] ?? letter);

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = folded(match[0]);
    return word === "" ? [] : [{ word, start: match.index, end: match.index + match[0].length }];
  });
}

type Outlets = keyof typeof WANTED;
/** What is kept of a report while pairs are looked for: its words as numbers. */
interface Drawable {
  readonly archive: string;
  readonly index: number;
  readonly outlet: string;
  /** Of the opened half: it stays in the pool, and is passed over when it is drawn. */
  readonly isOpened: boolean;
  readonly words: Int32Array;
}
interface Pair {
  /** The shorter. */
  readonly a: Drawable;
  readonly b: Drawable;
  readonly stratum: number;
  readonly outlets: Outlets;
  readonly share: number;
}

const placeOf = ({ archive, index }: { archive: string; index: number }): string =>
  `${archive}#${index}`;

const pairsSchema = z.array(
  z.object({
    a: z.string(),
    b: z.string(),
    textA: z.string(),
    textB: z.string(),
    half: z.string(),
  }),
);

/** Reports that were labelled before, however often they were collected. */
class Labelled {
  private readonly places: ReadonlySet<string>;
  private readonly texts: ReadonlySet<string>;
  private readonly pages = new Set<string>();

  /** @param others places of reports labelled for something else */
  constructor(half: string, others: readonly string[] = []) {
    const source = readFileSync(new URL("copies.json", import.meta.url), "utf8");
    const pairs = pairsSchema.parse(JSON.parse(source)).filter((pair) => pair.half === half);
    this.places = new Set([...pairs.flatMap(({ a, b }) => [a, b]), ...others]);
    this.texts = new Set(pairs.flatMap(({ textA, textB }) => [textA, textB]));
    for (const archive of archiveNames() ?? []) {
      for (const report of readArchive(archive)) {
        if (this.places.has(placeOf(report)) && report.url) this.pages.add(report.url);
      }
    }
  }

  has(report: ArchivedReport): boolean {
    return (
      this.places.has(placeOf(report)) ||
      this.texts.has(digest(report.text)) ||
      this.pages.has(report.url)
    );
  }
}

/** Every report that may be drawn. A page that was collected on two days is one report. */
function drawables(): readonly Drawable[] {
  const sealed = [
    ...storyLabels("held").keys(),
    ...identityPairs("held").flatMap(({ a, b }) => [a.of, b.of]),
  ].map((name) => name.replace("#", ".zip#"));
  const left = new Labelled("worked", sealed);
  const opened = new Labelled("opened");
  const numbers = new Map<string, number>();
  const pages = new Set<string>();
  const out: Drawable[] = [];
  for (const archive of archiveNames() ?? []) {
    for (const report of readArchive(archive)) {
      if (isOfSet("held", archive, report.index) || left.has(report) || pages.has(report.url))
        continue;
      if (report.url) pages.add(report.url);
      const words = wordsOf(report.text).map(({ word }) => {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        return number;
      });
      if (words.length < SHORTEST) continue;
      const { index, outlet } = report;
      const isOpened = opened.has(report);
      out.push({ archive, index, outlet, isOpened, words: Int32Array.from(words) });
    }
  }
  return out;
}

/** A number of 32 bits for the run of words that begins here. */
function runHash(words: Int32Array, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at++) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Places in the list, two and two, of reports that share a run: each pair once, in order. */
function candidates(reports: readonly Drawable[]): Float64Array {
  // One number holds a run's hash and who holds the run, so that sorting brings holders together.
  const held: number[] = [];
  for (const [at, { words }] of reports.entries()) {
    for (let from = 0; from + RUN <= words.length; from++) {
      const hash = runHash(words, from, RUN);
      if (hash % RUN_OUT_OF === 0) held.push((hash / RUN_OUT_OF) * reports.length + at);
    }
  }
  const sorted = Float64Array.from(held).sort();
  held.length = 0;
  const pairs: number[] = [];
  for (let from = 0; from < sorted.length; ) {
    const run = Math.floor((sorted[from] as number) / reports.length);
    const holders: number[] = [];
    let to = from;
    for (; to < sorted.length; to++) {
      const value = sorted[to] as number;
      if (Math.floor(value / reports.length) !== run) break;
      const holder = value % reports.length;
      if (holders.at(-1) !== holder) holders.push(holder);
    }
    from = to;
    if (holders.length > MOST_HOLDERS) continue;
    for (const [i, one] of holders.entries()) {
      for (const other of holders.slice(i + 1)) pairs.push(one * reports.length + other);
    }
  }
  return Float64Array.from(pairs)
    .sort()
    .filter((pair, at, all) => at === 0 || pair !== all[at - 1]);
}

/** For each word of `a`, whether it lies in a run of so many words that `b` has too. */
function common<T>(a: ArrayLike<T>, b: ArrayLike<T>, length: number): readonly boolean[] {
  const runsOf = (words: ArrayLike<T>): string[] =>
    Array.from({ length: Math.max(0, words.length - length + 1) }, (_, from) =>
      Array.from({ length }, (_, at) => words[from + at]).join(" "),
    );
  const theirs = new Set(runsOf(b));
  const out = Array.from({ length: a.length }, () => false);
  for (const [from, run] of runsOf(a).entries()) {
    if (theirs.has(run)) out.fill(true, from, from + length);
  }
  return out;
}

/** One outlet's text that stands twice, on two pages or under two addresses, is one report. */
const isOnePage = (a: Drawable, b: Drawable): boolean =>
  a.outlet === b.outlet &&
  a.words.length === b.words.length &&
  a.words.every((word, at) => word === b.words[at]);

function paired(one: Drawable, other: Drawable): Pair | null {
  const [a, b] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (a.words.length > LONGEST || isOnePage(a, b)) return null;
  const share = common(a.words, b.words, COMMON_RUN).filter(Boolean).length / a.words.length;
  const above = STRATA.findIndex((bound) => share < bound);
  const stratum = above < 0 ? STRATA.length : above;
  if (stratum === 0 && !common(a.words, b.words, LOWEST_RUN).some(Boolean)) return null;
  return { a, b, stratum, outlets: a.outlet === b.outlet ? "one" : "two", share };
}

function drawPairs(): readonly Pair[] {
  const reports = drawables();
  const pool = candidates(reports);
  const random = seeded(SEED);
  const drawn: Pair[] = [];
  const taken = new Set<Drawable>();
  const left = new Map(
    [0, ...STRATA].flatMap((_, stratum) => [
      [`${stratum} two`, WANTED.two] as [string, number],
      [`${stratum} one`, WANTED.one] as [string, number],
    ]),
  );
  const wanted = [...left.values()].reduce((sum, count) => sum + count, 0);
  for (let last = pool.length - 1; last >= 0 && drawn.length < wanted; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const value = pool[chosen] as number;
    pool[chosen] = pool[last] as number;
    const one = reports[Math.floor(value / reports.length)] as Drawable;
    const other = reports[value % reports.length] as Drawable;
    if (taken.has(one) || taken.has(other) || one.isOpened || other.isOpened) continue;
    const pair = paired(one, other);
    const cell = pair && `${pair.stratum} ${pair.outlets}`;
    if (!pair || !cell || !left.get(cell)) continue;
    left.set(cell, (left.get(cell) ?? 0) - 1);
    taken.add(one).add(other);
    drawn.push(pair);
  }
  return drawn;
}

/** The text with what it has in common between brackets. */
function marked(text: string, other: string): string {
  const words = wordsOf(text);
  const inCommon = common(
    words.map(({ word }) => word),
    wordsOf(other).map(({ word }) => word),
    COMMON_RUN,
  );
  let out = "";
  let from = 0;
  for (const [at, { start, end }] of words.entries()) {
    out += text.slice(from, start);
    if (inCommon[at] && !inCommon[at - 1]) out += "⟦";
    out += text.slice(start, end);
    if (inCommon[at] && !inCommon[at + 1]) out += "⟧";
    from = end;
  }
  return (out + text.slice(from)).replace(/\s+/gu, " ");
}

const { values: options } = toolOptions(import.meta.url, {
  options: {
    texts: { type: "boolean", default: false },
    "open-held": { type: "boolean", default: false },
  },
});
if (options.texts && !options["open-held"]) {
  console.error("copies-draw: the texts stay closed without --open-held: the pairs are sealed");
  process.exit(2);
}
const pairs = drawPairs();
const records = new Map<string, ArchivedReport>();
const places = new Set(pairs.flatMap(({ a, b }) => [placeOf(a), placeOf(b)]));
for (const archive of archiveNames() ?? []) {
  for (const record of readArchive(archive)) {
    if (places.has(placeOf(record))) records.set(placeOf(record), record);
  }
}
for (const [at, { a, b, stratum, outlets, share }] of pairs.entries()) {
  const both = [a, b].map((one) => records.get(placeOf(one)) as ArchivedReport);
  const columns = both.flatMap((record) => [placeOf(record), digest(record.text)]);
  console.log([at + 1, stratum, outlets, share.toFixed(2), ...columns].join("\t"));
  for (const [i, record] of both.entries()) {
    const { outlet, fetched, title, byline, text, url } = record;
    console.log(`   ${"ab"[i]} ${outlet} | ${fetched}`);
    if (!options.texts) continue;
    const other = both[1 - i] as ArchivedReport;
    console.log(`     ${[url, title, byline, `${wordsOf(text).length} words`].join(" | ")}`);
    console.log(`     ${marked(text, other.text)}`);
  }
}
