import type { DayNumber } from "../../core/calendar.js";
import type { Placed } from "./likeness.js";
import type { SparseVector, Weighed } from "./space.js";
import { lengthOf, sumOf } from "./sparse.js";

/** A vector that many are added to, with its length. */
export interface Sum {
  readonly of: SparseVector;
  readonly length: number;
}

/** What the reports of a story tell together. */
export interface Profile {
  readonly reports: number;
  readonly words: Sum;
  readonly names: Sum;
  /** Words of their titles, by rarity. */
  readonly subject: Sum;
  /** How many reports tell most of each place. */
  readonly places: ReadonlyMap<string, number>;
  /** First and last day of publication; null where no day is known. */
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
  /** Days that they tell as those of their news. */
  readonly newsDays: ReadonlySet<DayNumber>;
}

/** A report's own: it stands for a story of one. */
export function profileOf(report: Placed & Weighed): Profile {
  const { words, names, subject, mainPlace, day, newsDays } = report;
  return {
    reports: 1,
    words: { of: words, length: lengthOf(words) },
    names: { of: names, length: lengthOf(names) },
    subject: { of: subject, length: lengthOf(subject) },
    places: mainPlace === null ? NO_PLACES : new Map([[mainPlace, 1]]),
    first: day,
    last: day,
    newsDays: newsDays.length === 0 ? NO_DAYS : new Set(newsDays),
  };
}

const NO_PLACES: ReadonlyMap<string, number> = new Map();
const NO_DAYS: ReadonlySet<DayNumber> = new Set();

export function joined(a: Profile, b: Profile): Profile {
  const places = new Map(a.places);
  for (const [place, count] of b.places) places.set(place, (places.get(place) ?? 0) + count);
  return {
    reports: a.reports + b.reports,
    words: added(a.words, b.words),
    names: added(a.names, b.names),
    subject: added(a.subject, b.subject),
    places,
    first: nearer(a.first, b.first, Math.min),
    last: nearer(a.last, b.last, Math.max),
    newsDays: new Set([...a.newsDays, ...b.newsDays]),
  };
}

function added(a: Sum, b: Sum): Sum {
  const of = sumOf(a.of, b.of);
  return { of, length: lengthOf(of) };
}

function nearer(
  a: DayNumber | null,
  b: DayNumber | null,
  choose: (a: number, b: number) => number,
): DayNumber | null {
  return a === null || b === null ? (a ?? b) : choose(a, b);
}
