import type { Range, Story } from "../core/contract.js";
import type { ReportReading } from "../read/reading.js";
import { commonRuns, type Run } from "./alignment.js";
import type { Articles } from "./articles.js";
import { CopySide } from "./copy-side.js";
import { winnow } from "./fingerprints.js";

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

const NO_COPIES: Copies = { copies: [], quotations: [] };

/** Finds copied passages among the reports given (of one story, as a rule). */
export function findCopies(readings: readonly ReportReading[], articles: Articles): Copies {
  if (readings.length < 2) return NO_COPIES;
  const sides = readings.map((reading) => {
    const article = articles.of(reading.report);
    return new CopySide(reading, article, articles.shinglesOf(article));
  });
  const copies: Copy[] = [];
  const quotations: SharedQuotation[] = [];
  for (const [a, b] of candidatePairs(sides)) {
    const { copied, spoken } = sort(a, b, commonRuns(a, b));
    for (const run of spoken) {
      const pair = [a.rangeOf(run.a, run.length), b.rangeOf(run.b, run.length)] as const;
      quotations.push({ from: a.id, to: b.id, pair });
    }
    if (copied.length > 0) copies.push(copyOf(a, b, copied));
  }
  copies.sort((x, y) => (x.from + x.to < y.from + y.to ? -1 : 1));
  return { copies, quotations };
}

/** Pairs of reports that share a fingerprint, in the order of the reports. */
function candidatePairs(sides: readonly CopySide[]): [CopySide, CopySide][] {
  const bearers = new Map<number, number[]>();
  for (const [at, { shingles }] of sides.entries()) {
    for (const hash of winnow(shingles)) {
      const list = bearers.get(hash);
      if (!list) bearers.set(hash, [at]);
      else if (list[list.length - 1] !== at) list.push(at);
    }
  }
  const pairs = new Set<number>();
  const count = sides.length;
  for (const list of bearers.values()) {
    const firsts = list.length > MOST_BEARERS ? 1 : list.length;
    for (let i = 0; i < firsts; i++) {
      for (let j = i + 1; j < list.length; j++) {
        pairs.add((list[i] as number) * count + (list[j] as number));
      }
    }
  }
  return [...pairs]
    .sort((x, y) => x - y)
    .map((pair) => [sides[Math.floor(pair / count)] as CopySide, sides[pair % count] as CopySide]);
}

/**
 * Tells runs that show copying (long ones with enough words of the reporter's own, and short ones
 * that together make one lightly edited passage) from the same speech quoted twice: words inside
 * quotation marks in either report are the speaker's. Names that both must write are neither.
 */
function sort(
  a: CopySide,
  b: CopySide,
  runs: readonly Run[],
): { readonly copied: Run[]; readonly spoken: Run[] } {
  const isSpoken = (run: Run, k: number): boolean =>
    a.speech[run.a + k] === 1 || b.speech[run.b + k] === 1;
  const quoted = (run: Run): number => {
    let sum = 0;
    for (let k = 0; k < run.length; k++) if (isSpoken(run, k)) sum++;
    return sum;
  };
  const own = (run: Run): number => {
    let sum = 0;
    for (let k = 0; k < run.length; k++) {
      if (a.names[run.a + k] !== 1 && !isSpoken(run, k)) sum++;
    }
    return sum;
  };
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

function copyOf(a: CopySide, b: CopySide, runs: readonly Run[]): Copy {
  const copied = runs.reduce((sum, run) => sum + run.length, 0);
  const shorter = Math.max(1, Math.min(a.article.words.length, b.article.words.length));
  const direction = directionOf(a, b);
  const swapped = direction === "b-first";
  const pairs = runs.map((run): readonly [Range, Range] => {
    const [inA, inB] = [a.rangeOf(run.a, run.length), b.rangeOf(run.b, run.length)];
    return swapped ? [inB, inA] : [inA, inB];
  });
  pairs.sort((x, y) => x[0][0] - y[0][0]);
  const [from, to] = swapped ? [b, a] : [a, b];
  return {
    from: from.id,
    to: to.id,
    pairs,
    share: Math.round(Math.min(1, copied / shorter) * 1000) / 1000,
    direction: direction === "unknown" ? "unknown" : "known",
    origin: originOf(from.reading, to.reading, pairs),
  };
}

/** The one whose outlet the other credits comes first, then the one published on an earlier day. */
function directionOf(a: CopySide, b: CopySide): "a-first" | "b-first" | "unknown" {
  const [reportA, reportB] = [a.reading.report, b.reading.report];
  const aCreditsB = reportB.outlet !== null && a.credits.has(reportB.outlet);
  const bCreditsA = reportA.outlet !== null && b.credits.has(reportA.outlet);
  if (aCreditsB !== bCreditsA) return aCreditsB ? "b-first" : "a-first";
  const [endA, startB] = [reportA.published.end, reportB.published.start];
  const [endB, startA] = [reportB.published.end, reportA.published.start];
  if (endA && startB && endA < startB) return "a-first";
  if (endB && startA && endB < startA) return "b-first";
  return "unknown";
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
