import type { DayNumber } from "../../core/calendar.js";
import type { SparseVector } from "./space.js";
import { placeOf, product } from "./sparse.js";
import type { Near } from "./window.js";

/** What is kept of a report while others may still join it. */
export interface Placed {
  readonly id: string;
  readonly day: DayNumber | null;
  readonly outlet: string | null;
  readonly mainPlace: string | null;
  readonly newsDays: readonly DayNumber[];
  readonly prints: readonly number[];
  readonly printCount: number;
  readonly title: SparseVector;
  readonly events: Int32Array;
  /** The number of `mainPlace` as a name; -1 where there is none. */
  readonly placeNumber: number;
  readonly names: SparseVector;
}

/** How like two reports are, and by what; shares are 0 to 1. */
export interface Likeness {
  readonly score: number;
  /** The same but for what days tell. */
  readonly timeless: number;
  readonly words: number;
  readonly names: number;
  readonly title: number;
  /** Events of one kind and place that both tell, up to 2. */
  readonly events: number;
  /** Share of the shorter one's text that stands in both; 0 where it is a form used day by day. */
  readonly copied: number;
  /** The same share, of forms too. */
  readonly text: number;
  readonly samePlace: boolean;
  /** They tell most of two places, and neither names the other's. */
  readonly otherPlace: boolean;
  readonly newsDays: "same" | "apart" | "untold";
  /** Days between what both tell as fresh news, to the third; 0 where one tells nothing fresh. */
  readonly freshApart: number;
  /** Days between their publication; null where one is not known. */
  readonly daysApart: number | null;
}

/** Each edited word takes its shingles along, so that fewer of them are shared than words are. */
const EDITS = 0.6;
/** From this share on the shorter report is mostly a copy. */
export const MOSTLY_COPIED = 0.5;

/**
 * Log-odds that two reports are of one story, fitted by logistic regression on the pairs of the
 * labelled stories that are not sealed (eval/own/STORIES.md).
 */
const ODDS = {
  base: -5.4,
  words: 4.1,
  names: 7.5,
  /** With `names`, which goes by the root: more names help, but less and less. */
  namesMore: -5.1,
  title: 4.4,
  /** In place of a title's, where one of them has none: what titles of one story give in the mean. */
  untitled: 1.2,
  event: 1,
  place: 0.4,
  sameNewsDay: 1.4,
  /** Of each day, to the third, between fresh news: two of a kind, or a daily form. */
  otherNewsDay: -1,
  sameOutlet: -1,
  nextDay: -0.26,
  /** Of each day from the second to the fourth. */
  fewDays: -0.77,
  /** Of each from the fifth to the tenth. */
  moreDays: -0.19,
};

/** The odds that words and names alone give, before `base`: less than this is not looked at. */
export const LEAST_EVIDENCE = 2;

export function evidenceOf(words: number, names: number): number {
  return ODDS.words * Math.sqrt(words) + ODDS.names * Math.sqrt(names) + ODDS.namesMore * names;
}

/**
 * @param time how much days apart count, 0 to 1: all of it in a press, where look-alikes follow one
 * another; little in a folder that somebody put together of one crisis
 */
export function likenessOf(a: Placed, b: Placed, near: Near, time = 1): Likeness {
  const { words, names } = near;
  const daysApart = a.day === null || b.day === null ? null : Math.abs(a.day - b.day);
  const newsDays = compareNewsDays(a, b);
  const sameOutlet = a.outlet === b.outlet && a.outlet !== null;
  const form = newsDays === "apart" || (sameOutlet && (daysApart ?? 0) > 1);
  const text = words < LEAST_COPY_WORDS ? 0 : copiedShare(a, b);
  const copied = form ? 0 : text;
  const samePlace = a.mainPlace !== null && a.mainPlace === b.mainPlace;
  const title = product(a.title, b.title);
  const untitled = a.title.features.length === 0 || b.title.features.length === 0;
  const events = Math.min(2, overlap(a.events, b.events));
  let timeless =
    ODDS.base +
    evidenceOf(words, names) +
    (untitled ? ODDS.untitled : ODDS.title * title) +
    ODDS.event * events;
  if (newsDays === "same") timeless += ODDS.sameNewsDay;
  if (sameOutlet) timeless += ODDS.sameOutlet;
  if (samePlace) timeless += ODDS.place;
  let score = timeless;
  const freshApart = newsDays === "apart" ? freshDaysApart(a, b) : 0;
  score += time * freshApart * ODDS.otherNewsDay;
  if (daysApart !== null) {
    score += time * ODDS.nextDay * Math.min(1, daysApart);
    score += time * ODDS.fewDays * Math.max(0, Math.min(4, daysApart) - 1);
    score += time * ODDS.moreDays * Math.max(0, Math.min(10, daysApart) - 4);
  }
  if (copied >= MOSTLY_COPIED) score = Math.max(score, COPY_ODDS);
  return {
    score,
    timeless,
    words,
    names,
    title,
    events,
    copied,
    text,
    samePlace,
    otherPlace: !samePlace && tellsOtherPlace(a, b),
    newsDays,
    freshApart,
    daysApart,
  };
}

const COPY_ODDS = 2;
const LEAST_COPY_WORDS = 0.3;

const tellsOtherPlace = (a: Placed, b: Placed): boolean =>
  a.placeNumber >= 0 &&
  b.placeNumber >= 0 &&
  placeOf(a.names.features, b.placeNumber) < 0 &&
  placeOf(b.names.features, a.placeNumber) < 0;

/** How many numbers both lists hold; both ascending, each number once. */
function overlap(a: Int32Array, b: Int32Array): number {
  let [atA, atB, both] = [0, 0, 0];
  while (atA < a.length && atB < b.length) {
    const [x, y] = [a[atA] as number, b[atB] as number];
    if (x === y) both++;
    if (x <= y) atA++;
    if (y <= x) atB++;
  }
  return both;
}

/** News of so many days before it came out is told as fresh. */
const FRESH = 2;
const MOST_DAYS_TOLD_APART = 3;

function freshDaysApart(a: Placed, b: Placed): number {
  let least = MOST_DAYS_TOLD_APART;
  let found = false;
  for (const x of a.newsDays) {
    if (a.day === null || x < a.day - FRESH || x > a.day) continue;
    for (const y of b.newsDays) {
      if (b.day === null || y < b.day - FRESH || y > b.day) continue;
      least = Math.min(least, Math.abs(x - y));
      found = true;
    }
  }
  return found ? least : 0;
}

function compareNewsDays(a: Placed, b: Placed): Likeness["newsDays"] {
  if (a.newsDays.length === 0 || b.newsDays.length === 0) return "untold";
  return a.newsDays.some((day) => b.newsDays.includes(day)) ? "same" : "apart";
}

/** From the smallest hashes of both: those below the larger of either list are all known. */
function copiedShare(a: Placed, b: Placed): number {
  const end = Math.min(bound(a), bound(b));
  let [inA, inB, shared] = [0, 0, 0];
  while (inA < a.prints.length || inB < b.prints.length) {
    const x = a.prints[inA] ?? Number.POSITIVE_INFINITY;
    const y = b.prints[inB] ?? Number.POSITIVE_INFINITY;
    if (Math.min(x, y) > end) break;
    if (x === y) shared++;
    if (x <= y) inA++;
    if (y <= x) inB++;
  }
  const fewest = Math.min(inA, inB);
  return fewest === 0 ? 0 : (shared / fewest) ** EDITS;
}

const bound = ({ prints, printCount }: Placed): number =>
  prints.length < printCount ? (prints.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
