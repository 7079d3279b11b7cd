import type { DayNumber } from "../../core/calendar.js";
import { addTo } from "../../core/grouping.js";
import type { DisjointSets } from "../disjoint-sets.js";
import type { SparseVector } from "./space.js";

/** What the second look needs of a report. */
export interface Named {
  readonly day: DayNumber | null;
  readonly names: SparseVector;
}

/** A report stands alone where its story has no more reports than this. */
const MOST_ALONE = 3;
/** Names are a story's own only where it has at least so many reports. */
const LEAST_STORY = 3;
/** Of the other reports that hold a name, this share is of one story: the name is its own. */
const OWN_FROM = 0.6;
/** So many names of its own bring a stray report home, and one more for each report beside it … */
const LEAST_NAMES = 2;
/** … where they make up this share of what the report names, by squared weight. */
const LEAST_SHARE = 0.12;
/** A name in more reports than this is no story's own. */
const MOST_HOLDERS = 200;
/** And where the story has a report this near in days. */
const MOST_DAYS = 14;

/**
 * Second look at reports that resemble no single report: a follow-up that names the dam, the
 * rescue unit and the minister of a story, each from another report, belongs to that story.
 * Only names count that no gazetteer knows and hardly any other story holds: cities and states
 * bring nobody home.
 */
export function joinStrays(
  vectors: readonly Named[],
  isUnlisted: (feature: number) => boolean,
  sets: DisjointSets,
): void {
  const holders = holdersOf(vectors, isUnlisted);
  // A story that has grown owns more names: the next pass may bring others home.
  for (let pass = 0; pass < MOST_PASSES; pass++) if (!joinOnce(vectors, holders, sets)) return;
}

const MOST_PASSES = 4;

function joinOnce(
  vectors: readonly Named[],
  holders: ReadonlyMap<number, readonly number[]>,
  sets: DisjointSets,
): boolean {
  const members = new Map<number, number[]>();
  for (let at = 0; at < vectors.length; at++) {
    const story = sets.find(at);
    addTo(members, story, at);
  }
  const homes: [stray: number, home: number][] = [];
  for (const [story, reports] of members) {
    if (reports.length > MOST_ALONE) continue;
    const home = homeOf(story, reports, vectors, holders, members, sets);
    if (home !== null) homes.push([story, home]);
  }
  for (const [stray, home] of homes) sets.join(home, stray);
  return homes.length > 0;
}

/** For each name, the reports that hold it. */
function holdersOf(
  vectors: readonly Named[],
  isUnlisted: (feature: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  for (const [at, { names }] of vectors.entries()) {
    for (const feature of names.features) {
      if (!isUnlisted(feature)) continue;
      addTo(out, feature, at);
    }
  }
  return out;
}

function homeOf(
  story: number,
  reports: readonly number[],
  vectors: readonly Named[],
  holders: ReadonlyMap<number, readonly number[]>,
  members: ReadonlyMap<number, readonly number[]>,
  sets: DisjointSets,
): number | null {
  const found = new Map<number, { names: Set<number>; share: number }>();
  for (const at of reports) {
    const { names } = vectors[at] as Named;
    for (let i = 0; i < names.features.length; i++) {
      const feature = names.features[i] as number;
      const holding = holders.get(feature) ?? [];
      if (holding.length > MOST_HOLDERS) continue;
      const others = holding.filter((one) => sets.find(one) !== story);
      const home = ownerOf(others, sets);
      if (home === null || (members.get(home)?.length ?? 0) < LEAST_STORY) continue;
      if ((members.get(home)?.length ?? 0) < reports.length) continue;
      const known = found.get(home) ?? { names: new Set<number>(), share: 0 };
      known.names.add(feature);
      known.share += (names.weights[i] as number) ** 2 / reports.length;
      found.set(home, known);
    }
  }
  const near = (home: number): boolean =>
    reports.some((at) => (members.get(home) ?? []).some((one) => daysApart(at, one) <= MOST_DAYS));
  const daysApart = (a: number, b: number): number => {
    const [x, y] = [vectors[a]?.day ?? null, vectors[b]?.day ?? null];
    return x === null || y === null ? 0 : Math.abs(x - y);
  };
  const [best] = [...found]
    .filter(
      ([, { names, share }]) =>
        names.size > LEAST_NAMES - 2 + reports.length && share >= LEAST_SHARE,
    )
    .filter(([home]) => near(home))
    .sort((a, b) => b[1].share - a[1].share || a[0] - b[0]);
  return best?.[0] ?? null;
}

/** The story that most of the reports belong to. */
function ownerOf(reports: readonly number[], sets: DisjointSets): number | null {
  const counts = new Map<number, number>();
  for (const at of reports) {
    const story = sets.find(at);
    counts.set(story, (counts.get(story) ?? 0) + 1);
  }
  for (const [story, count] of counts) if (count / reports.length >= OWN_FROM) return story;
  return null;
}
