import type { DayNumber } from "../../core/calendar.js";
import type { Likeness, Placed } from "./likeness.js";
import type { Profile, Sum } from "./profile.js";
import type { FeatureSpace, SparseVector, Weighed } from "./space.js";
import { placeOf, product } from "./sparse.js";

/** A report as it is held against stories. */
export type Held = Placed & Weighed;

/** A story that has a report like it. */
export interface Candidate {
  readonly profile: Profile;
  /** Its report that is likest, and how like. */
  readonly nearest: Held;
  readonly likeness: Likeness;
  /** How many of its reports are at all like it. */
  readonly near: number;
}

/**
 * How far a report is a form filled in anew (weather, cables, market closings, sentences carried out),
 * 0 to 1: of what is like it but for the day, the share of days past, where there are many of them.
 * News is told in one wave; a form comes again and again, so that likeness to it tells less.
 */
export function formOf(day: DayNumber | null, likeByDay: ReadonlyMap<DayNumber, number>): number {
  if (day === null) return 0;
  let [all, old, days] = [0, 0, 0];
  for (const [other, found] of likeByDay) {
    const count = Math.min(MOST_A_DAY, found);
    all += count;
    if (Math.abs(day - other) < WAVE) continue;
    old += count;
    days++;
  }
  return all === 0 ? 0 : (Math.min(1, days / FORM_DAYS) * old) / all;
}

/** Days of one wave of news. */
const WAVE = 2;
/** What is met on so many days besides is a form. */
const FORM_DAYS = 6;
/** So that no single day tells it. */
const MOST_A_DAY = 4;

/** Days after which one more tells nothing. */
const [LONGEST_REST, LONGEST_AGE, LONG_AGE, LONGEST_GAP] = [15, 20, 5, 6];
/** Names shared beyond this say nothing more of a copy. */
const MOST_NAMES = 0.6;
/** For the titles' likeness and covering, where one has none. */
const [UNTITLED, UNTITLED_COVER] = [0.25, 0.5];

/**
 * Log-odds that a report belongs to a story, fitted by logistic regression on where the stream put the
 * labelled reports (eval/own/STORIES.md): each, as it came, against the stories that were there. Those of
 * days count less in a folder that somebody put together (`caution`).
 */
const BELONGS = {
  base: -5.62,
  /** Likeness to all its reports together, which goes by the root: by words, names, words of titles. */
  words: 3.64,
  names: 0.09,
  subject: 1.16,
  /** Likeness of the title to that of the nearest report: by the root, and beyond. */
  title: 1.74,
  titleMore: -1.72,
  /** Share of its title that stands in the story; of the nearest report's title that stands in it. */
  covered: 1.06,
  covers: 1.25,
  /** By the rarest name that it shares with the nearest. */
  rareName: 0.37,
  /** With the nearest. */
  namesOfNearest: -0.77,
  /** Share of the story's reports that tell most of the place that it tells most of. */
  place: 0.19,
  /** It and the nearest tell most of two places, and neither names the other's. */
  otherPlace: -0.95,
  /** With any of its reports; and of each day, to the third, between fresh news, with the nearest. */
  sameNewsDay: 1.1,
  otherNewsDay: -0.4,
  sameOutlet: -0.65,
  /** By the logarithm of their number. */
  reports: 0.05,
  single: 0.06,
  near: 0.22,
  /** Of each day since its last report, or until its first. */
  rest: -0.07,
  /** Of each day to the farthest end of it, and beyond the fifth. */
  age: -0.29,
  longAge: 0.25,
  /** For a form; of the same day as the nearest, of another, for each day between; of another place. */
  form: -0.62,
  formSameDay: -0.49,
  formOtherDay: -0.13,
  formDays: 0.11,
  formOtherPlace: 1.1,
  /** By the share of text in common with the nearest; of a form, days later, of another place. */
  copied: 0.33,
  copiedForm: -0.41,
  copiedLater: -1.3,
  copiedOtherPlace: -1.03,
  copiedNames: -0.93,
};

export type Term = keyof typeof BELONGS;

/** What `caution` is applied to: what days between tell. */
const OF_DAYS: ReadonlySet<Term> = new Set<Term>([
  "otherNewsDay",
  "rest",
  "age",
  "longAge",
  "formOtherDay",
  "formDays",
  "copiedLater",
]);

const TERMS = Object.keys(BELONGS) as Term[];

export function belongingOf(
  report: Held,
  candidate: Candidate,
  form: number,
  space: FeatureSpace,
  caution: number,
): number {
  const terms = termsOf(report, candidate, form, space);
  let odds = 0;
  for (const term of TERMS) {
    odds += BELONGS[term] * terms[term] * (OF_DAYS.has(term) ? caution : 1);
  }
  const { copied, otherPlace, daysApart } = candidate.likeness;
  const isCopy =
    copied >= WHOLLY_COPIED && form < LEAST_FORM && !otherPlace && (daysApart ?? 0) < WAVE;
  return isCopy ? Math.max(odds, COPY_ODDS) : odds;
}

/** A report's text that stands so far in another of its wave of news, and is no form, tells the same. */
const WHOLLY_COPIED = 0.9;
const LEAST_FORM = 0.25;
const COPY_ODDS = 2;

function termsOf(
  report: Held,
  { profile, nearest, likeness, near }: Candidate,
  form: number,
  space: FeatureSpace,
): Readonly<Record<Term, number>> {
  const day = report.day ?? profile.last ?? 0;
  const [first, last] = [profile.first ?? day, profile.last ?? day];
  // A late report may be older than the story.
  const rest = Math.min(LONGEST_REST, Math.max(0, day - last, first - day));
  const age = Math.min(LONGEST_AGE, day < first ? last - day : day - first);
  const gap = likeness.daysApart ?? 0;
  const { text } = likeness;
  const title = titlesAlike(report.subject, nearest.subject);
  const otherPlace = likeness.otherPlace ? 1 : 0;
  return {
    base: 1,
    words: Math.sqrt(likenessTo(profile.words, report.words)),
    names: Math.sqrt(likenessTo(profile.names, report.names)),
    subject: likenessTo(profile.subject, report.subject),
    title: Math.sqrt(title),
    titleMore: title,
    covered: coveredBy(report.subject, profile.words.of.features, profile.subject.of.features),
    covers: coveredBy(nearest.subject, report.words.features, report.subject.features),
    rareName: rarestShared(report.names, nearest.names, space),
    namesOfNearest: Math.min(MOST_NAMES, likeness.names),
    place:
      report.mainPlace === null ? 0 : (profile.places.get(report.mainPlace) ?? 0) / profile.reports,
    otherPlace,
    /** With any of its reports; and of each day, to the third, between fresh news, with the nearest. */
    sameNewsDay: report.newsDays.some((one) => profile.newsDays.has(one)) ? 1 : 0,
    otherNewsDay: likeness.freshApart,
    sameOutlet: likeness.daysApart !== null && report.outlet === nearest.outlet ? 1 : 0,
    reports: Math.log(profile.reports),
    single: profile.reports === 1 ? 1 : 0,
    near: Math.log(1 + near),
    rest,
    age,
    longAge: Math.max(0, age - LONG_AGE),
    form,
    formSameDay: gap === 0 ? form : 0,
    formOtherDay: gap === 0 ? 0 : form,
    formDays: Math.min(LONGEST_GAP, Math.max(0, gap - 1)) * form,
    formOtherPlace: form * otherPlace,
    copied: text,
    copiedForm: text * form,
    copiedLater: gap > 1 ? text : 0,
    copiedOtherPlace: text * otherPlace,
    copiedNames: text * Math.min(MOST_NAMES, likeness.names),
  };
}

const likenessTo = ({ of, length }: Sum, vector: SparseVector): number =>
  product(of, vector) / length;

function titlesAlike(a: SparseVector, b: SparseVector): number {
  return a.features.length === 0 || b.features.length === 0 ? UNTITLED : product(a, b);
}

/** By squared weight. */
function coveredBy({ features, weights }: SparseVector, a: Int32Array, b: Int32Array): number {
  let [all, found] = [0, 0];
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] as number;
    const share = (weights[at] as number) ** 2;
    all += share;
    if (placeOf(a, feature) >= 0 || placeOf(b, feature) >= 0) found += share;
  }
  return all === 0 ? UNTITLED_COVER : found / all;
}

/** How rare, and how far news; events and figures are no names. */
function rarestShared(a: SparseVector, b: SparseVector, space: FeatureSpace): number {
  let rarest = 0;
  for (const feature of a.features) {
    if (placeOf(b.features, feature) < 0 || space.isHappening(feature)) continue;
    rarest = Math.max(rarest, space.rarityOf(feature) * space.newsOf(feature));
  }
  return rarest;
}
