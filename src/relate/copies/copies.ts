import type { Range } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import type { Articles } from "../articles.js";
import type { Run } from "./alignment.js";
import type { CopySide } from "./copy-side.js";
import { withEdited } from "./edits.js";
import { type Forms, NO_FORMS } from "./forms.js";
import { linkedPairs } from "./linked-pairs.js";
import { sortRuns } from "./passages.js";
import { fillInAlike, tellsAnother } from "./same-matter.js";
import type { Compared, Copy, SharedPassage } from "./shared-passages.js";

export interface Copies {
  /** By id of `from`, then of `to`. `from` is the earlier or the credited report where known. */
  readonly copies: readonly Copy[];
  /** The same speech quoted in two reports. */
  readonly quotations: readonly SharedPassage[];
  /** The same form, filled in by both. */
  readonly standing: readonly SharedPassage[];
}

const NO_COPIES: Copies = { copies: [], quotations: [], standing: [] };

/**
 * Finds copied passages among the reports given (of one story, as a rule).
 * @param forms of the whole press: what two reports share of them is no copying
 */
export function findCopies(
  readings: readonly ReportReading[],
  articles: Articles,
  forms: Forms = NO_FORMS,
): Copies {
  if (readings.length < 2) return NO_COPIES;
  const { comparisons } = articles;
  const sides = readings.map((reading) => {
    const article = articles.of(reading.report);
    return comparisons.sideOf(reading, article, articles.shinglesOf(article), forms);
  });
  const copies: Copy[] = [];
  const quotations: SharedPassage[] = [];
  const standing: SharedPassage[] = [];
  const fingerprints = readings.map(({ report }) => articles.fingerprintOf(report));
  for (const pair of linkedPairs(fingerprints)) {
    const [a, b] = [sides[pair.a] as CopySide, sides[pair.b] as CopySide];
    const compared = comparisons.between(a, b, compare);
    quotations.push(...compared.quotations);
    standing.push(...compared.standing);
    if (compared.copy) copies.push(compared.copy);
  }
  copies.sort((x, y) => (x.from + x.to < y.from + y.to ? -1 : 1));
  return { copies, quotations, standing };
}

function compare(one: CopySide, other: CopySide, runs: readonly Run[]): Compared {
  // Whom and how many a report tells of costs more to know than its runs: only where forms need it.
  const haveForms = one.withoutForms !== one || other.withoutForms !== other;
  const isOneMatter = haveForms && fillInAlike(one, other) && !tellsAnother(one, other, runs);
  const [a, b] = isOneMatter ? [one.withoutForms, other.withoutForms] : [one, other];
  const { copied, spoken, standing } = sortRuns(a, b, runs);
  const shared = (run: Run): SharedPassage => ({
    from: a.id,
    to: b.id,
    pair: [a.rangeOf(run.a, run.length), b.rangeOf(run.b, run.length)],
  });
  const quotations = spoken.map(shared);
  if (copied.length > 0 && (isOneMatter || !tellsAnother(a, b, runs))) {
    const edited = withEdited(a.article, b.article, copied);
    return { copy: copyOf(a, b, edited), quotations, standing: standing.map(shared) };
  }
  return { copy: null, quotations, standing: [...standing, ...copied].map(shared) };
}

function copyOf(a: CopySide, b: CopySide, runs: readonly Run[]): Copy {
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
    share: shareOf(a, b, runs),
    direction: direction === "unknown" ? "unknown" : "known",
    origin: creditedOrigin(from, to) ?? originOf(from.reading, to.reading, pairs),
  };
}

/** Of the own words of the report that has fewer, the share that stands in the other. */
function shareOf(a: CopySide, b: CopySide, runs: readonly Run[]): number {
  const shorter = a.ownWords <= b.ownWords ? a : b;
  let copied = 0;
  for (const run of runs) {
    const first = shorter === a ? run.a : run.b;
    for (let k = 0; k < run.length; k++) if (shorter.standing[first + k] !== 1) copied++;
  }
  return Math.round(Math.min(1, copied / Math.max(1, shorter.ownWords)) * 1000) / 1000;
}

/** The one whose outlet the other credits comes first, then the one published on an earlier day. */
function directionOf(a: CopySide, b: CopySide): "a-first" | "b-first" | "unknown" {
  const [reportA, reportB] = [a.reading.report, b.reading.report];
  const aCreditsB = reportB.outlet !== null && a.text.credits.has(reportB.outlet);
  const bCreditsA = reportA.outlet !== null && b.text.credits.has(reportA.outlet);
  if (aCreditsB !== bCreditsA) return aCreditsB ? "b-first" : "a-first";
  const [endA, startB] = [reportA.published.end, reportB.published.start];
  const [endB, startA] = [reportB.published.end, reportA.published.start];
  if (endA && startB && endA < startB) return "a-first";
  if (endB && startA && endB < startA) return "b-first";
  return "unknown";
}

/** The agency that a credit line of either names; none where they name two. */
function creditedOrigin(from: CopySide, to: CopySide): string | null {
  const credits = [from.text.credit, to.text.credit].filter((one) => one !== null);
  const named = credits.filter(({ ref }) => ref !== null);
  if (named.length === 2 && named[0]?.ref !== named[1]?.ref) return null;
  return (named[0] ?? credits[0])?.name ?? null;
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
