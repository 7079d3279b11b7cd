import type { Range, Story } from "../core/contract.js";
import type { ReportReading } from "../read/reading.js";
import { commonRuns, type Run } from "./alignment.js";
import { shinglesOf, winnow } from "./fingerprints.js";
import { quotedRanges } from "./quotes.js";
import type { ArticleWords } from "./words.js";

export type Copy = Story["copies"][number];

/** The same speech quoted in two reports: no copying of reporters' words. */
export interface SharedQuotation {
  readonly from: string;
  readonly to: string;
  readonly pair: readonly [Range, Range];
}

export interface Copies {
  /** By id of `from`, then of `to`. `from` is the earlier or the credited report where known. */
  readonly copies: readonly Copy[];
  readonly quotations: readonly SharedQuotation[];
}

/** Own words (not inside names) that a run needs to be more than a phrase that everyone uses. */
const LEAST_OWN_WORDS = 6;
/** Words of a run that stands alone. */
const LEAST_WORDS = 8;
/** Runs with no more other words than this between them are one passage, lightly edited. */
const WIDEST_EDIT = 6;
/** A passage pieced together from edited runs needs more to be one. */
const LEAST_EDITED_WORDS = 12;
/** A fingerprint in more reports than this links each to the first bearer only, not all to all. */
const MOST_BEARERS = 24;

/** Finds copied passages among the reports given (of one story, as a rule). */
export function findCopies(
  readings: readonly ReportReading[],
  articles: readonly ArticleWords[],
): Copies {
  const shingles = articles.map(shinglesOf);
  const copies: Copy[] = [];
  const quotations: SharedQuotation[] = [];
  const quotes = new Map<number, Range[]>();
  const quotesOf = (at: number): Range[] => {
    let ranges = quotes.get(at);
    if (!ranges) quotes.set(at, (ranges = speechOf(readings[at] as ReportReading)));
    return ranges;
  };
  for (const [a, b] of candidatePairs(shingles)) {
    const [wordsA, wordsB] = [articles[a] as ArticleWords, articles[b] as ArticleWords];
    const runs = commonRuns(wordsA, wordsB, shingles[a] as Uint32Array, shingles[b] as Uint32Array);
    const speech = [wordsIn(wordsA, quotesOf(a)), wordsIn(wordsB, quotesOf(b))] as const;
    const names = wordsIn(wordsA, namesOf(readings[a] as ReportReading));
    const { copied, spoken } = sort(runs, names, speech);
    for (const run of spoken) {
      const [from, to] = [readings[a]?.report.id ?? "", readings[b]?.report.id ?? ""];
      const pair = [rangeOf(wordsA, run.a, run), rangeOf(wordsB, run.b, run)] as const;
      quotations.push({ from, to, pair });
    }
    if (copied.length > 0) {
      copies.push(
        copyOf(
          { reading: readings[a] as ReportReading, words: wordsA },
          { reading: readings[b] as ReportReading, words: wordsB },
          copied,
        ),
      );
    }
  }
  copies.sort((x, y) => (x.from + x.to < y.from + y.to ? -1 : 1));
  return { copies, quotations };
}

/** Pairs of articles that share a fingerprint, ascending. */
function candidatePairs(shingles: readonly Uint32Array[]): [number, number][] {
  const bearers = new Map<number, number[]>();
  for (const [at, one] of shingles.entries()) {
    for (const hash of winnow(one)) {
      const list = bearers.get(hash);
      if (list) list.push(at);
      else bearers.set(hash, [at]);
    }
  }
  const pairs = new Set<number>();
  const count = shingles.length;
  for (const list of bearers.values()) {
    const firsts = list.length > MOST_BEARERS ? 1 : list.length;
    for (let i = 0; i < firsts; i++) {
      for (let j = i + 1; j < list.length; j++) {
        pairs.add((list[i] as number) * count + (list[j] as number));
      }
    }
  }
  return [...pairs].sort((x, y) => x - y).map((pair) => [Math.floor(pair / count), pair % count]);
}

function rangeOf(words: ArticleWords, first: number, run: Run): Range {
  return [words.starts[first] ?? 0, words.ends[first + run.length - 1] ?? 0];
}

/** Direct speech: quotation marks, and what the reading took as quoted. */
function speechOf(reading: ReportReading): Range[] {
  const ranges = [...quotedRanges(reading.report.text)];
  for (const claim of reading.claims) {
    if (claim.statement?.direct && claim.statement.quoted) ranges.push(claim.statement.quoted);
  }
  ranges.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && range[0] < last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    } else merged.push(range);
  }
  return merged;
}

/** Mentions of names, ordered. */
function namesOf(reading: ReportReading): Range[] {
  const ranges: Range[] = [];
  for (const entity of reading.entities) {
    for (const mention of entity.mentions) ranges.push([mention.start, mention.end]);
  }
  return ranges.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
}

/** Marks the words that lie in the ordered ranges, by 1. */
function wordsIn(words: ArticleWords, ranges: readonly Range[]): Uint8Array {
  const marked = new Uint8Array(words.forms.length);
  let at = 0;
  for (const [start, end] of ranges) {
    while (at > 0 && (words.starts[at - 1] ?? 0) >= start) at--;
    while (at < words.forms.length && (words.starts[at] ?? 0) < start) at++;
    for (let k = at; k < words.forms.length && (words.starts[k] ?? 0) < end; k++) marked[k] = 1;
  }
  return marked;
}

/**
 * Tells runs that show copying (long ones with enough words of the reporter's own, and short ones
 * that together make one lightly edited passage) from the same speech quoted twice: words inside
 * quotation marks in either report are the speaker's. Names that both must write are neither.
 */
function sort(
  runs: readonly Run[],
  names: Uint8Array,
  [speechA, speechB]: readonly [Uint8Array, Uint8Array],
): { copied: Run[]; spoken: Run[] } {
  const count = (run: Run, counts: (k: number) => boolean): number => {
    let sum = 0;
    for (let k = 0; k < run.length; k++) if (counts(k)) sum++;
    return sum;
  };
  const quoted = (run: Run): number =>
    count(run, (k) => speechA[run.a + k] === 1 || speechB[run.b + k] === 1);
  const own = (run: Run): number =>
    count(
      run,
      (k) => names[run.a + k] !== 1 && speechA[run.a + k] !== 1 && speechB[run.b + k] !== 1,
    );
  const copied: Run[] = [];
  const spoken: Run[] = [];
  for (const passage of passages(runs)) {
    const total = passage.reduce((sum, run) => sum + run.length, 0);
    const ownTotal = passage.reduce((sum, run) => sum + own(run), 0);
    const single = passage.some((run) => run.length >= LEAST_WORDS && own(run) >= LEAST_OWN_WORDS);
    const edited = total >= LEAST_EDITED_WORDS && ownTotal >= LEAST_WORDS;
    if (single || edited) copied.push(...passage);
    else spoken.push(...passage.filter((run) => quoted(run) >= LEAST_WORDS));
  }
  return { copied, spoken };
}

/** Runs that follow one another closely in both articles. */
function passages(runs: readonly Run[]): Run[][] {
  const out: Run[][] = [];
  for (const run of runs) {
    const passage = out[out.length - 1];
    const last = passage?.[passage.length - 1];
    const gapA = last ? run.a - (last.a + last.length) : -1;
    const gapB = last ? run.b - (last.b + last.length) : -1;
    if (passage && gapA >= 0 && gapB >= 0 && gapA <= WIDEST_EDIT && gapB <= WIDEST_EDIT) {
      passage.push(run);
    } else out.push([run]);
  }
  return out;
}

interface Side {
  readonly reading: ReportReading;
  readonly words: ArticleWords;
}

function copyOf(a: Side, b: Side, runs: readonly Run[]): Copy {
  const copied = runs.reduce((sum, run) => sum + run.length, 0);
  const shorter = Math.max(1, Math.min(a.words.forms.length, b.words.forms.length));
  const direction = directionOf(a.reading, b.reading);
  const swapped = direction === "b-first";
  const pairs = runs.map((run): readonly [Range, Range] => {
    const [inA, inB] = [rangeOf(a.words, run.a, run), rangeOf(b.words, run.b, run)];
    return swapped ? [inB, inA] : [inA, inB];
  });
  pairs.sort((x, y) => x[0][0] - y[0][0]);
  const [from, to] = swapped ? [b.reading, a.reading] : [a.reading, b.reading];
  return {
    from: from.report.id,
    to: to.report.id,
    pairs,
    share: Math.round(Math.min(1, copied / shorter) * 1000) / 1000,
    direction: direction === "unknown" ? "unknown" : "known",
    origin: originOf(from, to, pairs),
  };
}

/** The one whose outlet the other credits comes first, then the one published on an earlier day. */
function directionOf(a: ReportReading, b: ReportReading): "a-first" | "b-first" | "unknown" {
  const aCreditsB = b.report.outlet !== null && credits(a).has(b.report.outlet);
  const bCreditsA = a.report.outlet !== null && credits(b).has(a.report.outlet);
  if (aCreditsB !== bCreditsA) return aCreditsB ? "b-first" : "a-first";
  const [endA, startB] = [a.report.published.end, b.report.published.start];
  const [endB, startA] = [b.report.published.end, a.report.published.start];
  if (endA && startB && endA < startB) return "a-first";
  if (endB && startA && endB < startA) return "b-first";
  return "unknown";
}

/** Names of the outlets that a report's claims came through. */
function credits(reading: ReportReading): ReadonlySet<string> {
  const out = new Set<string>();
  for (const claim of reading.claims) {
    for (const link of claim.chain.slice(1)) if (link.kind === "outlet") out.add(link.name);
  }
  return out;
}

/**
 * The outlet named as the origin of what stands in the copied passages, by most claims: a named
 * one by either report, an unnamed one ("local media") only where both say so. Null if none.
 */
function originOf(
  from: ReportReading,
  to: ReportReading,
  pairs: readonly (readonly [Range, Range])[],
): string | null {
  const credits = new Map<string, { name: string; claims: number; sides: Set<number> }>();
  for (const [side, reading] of [from, to].entries()) {
    const ranges = pairs.map((pair) => pair[side] as Range);
    for (const claim of reading.claims) {
      if (!ranges.some((range) => range[0] < claim.span[1] && claim.span[0] < range[1])) continue;
      for (const link of claim.chain.slice(1)) {
        if (link.kind !== "outlet") continue;
        const named = link.entity !== null;
        const credit = credits.get(link.name) ?? { name: link.name, claims: 0, sides: new Set() };
        credit.claims++;
        credit.sides.add(side);
        if (named) credit.sides.add(NAMED);
        credits.set(link.name, credit);
      }
    }
  }
  const [best] = [...credits.values()]
    .filter((credit) => credit.sides.size > 1)
    .sort((x, y) => y.claims - x.claims || (x.name < y.name ? -1 : 1));
  return best?.name ?? null;
}

/** Stands among the sides of a credit for the name itself. */
const NAMED = -1;
