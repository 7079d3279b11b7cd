import { parseIsoDay } from "../core/calendar.js";
import type { Claim, Value } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { groupsOf } from "./counted.js";
import {
  deedOf,
  isLongTotal,
  isOfAnother,
  isOfMore,
  isOfOthers,
  isOfPeriod,
  isOfSeveral,
  isThroughout,
  statusOf,
  stepOf,
} from "./figure-words.js";
import { canBeOne } from "./one-number.js";
import { comparePlaces, type PlaceRelation, specificPlace } from "./scene-places.js";
import { isNamed, speakerOf } from "./voices.js";

const TOLLS: ReadonlySet<string> = new Set(["killed", "injured", "casualties"]);
/** Dead or hurt. */
export const isToll = ({ figure }: Claim): boolean => TOLLS.has(figure?.measure ?? "");

/** Day numbers, both included. */
export interface Days {
  readonly start: number;
  readonly end: number;
}

/** One happening as one report tells it: the figures of it, and what may tie them to another report's. */
export interface Scene {
  readonly report: string;
  /** Its figures, in the order of the text. */
  readonly claims: readonly Claim[];
  /** Closer than a country; null where no figure names one. */
  readonly place: string | null;
  /** Every place that its sentences name. */
  readonly named: ReadonlySet<string>;
  /** Days that its own words give it; null where they give none. */
  readonly days: Days | null;
  /** Dead or hurt are told of it. */
  readonly isToll: boolean;
  /** Told at the head of the report, before any other happening: what the report is of. */
  readonly leads: boolean;
  /** Where the report begins. */
  readonly from: number;
  /** Figures that one voice lists one after another ("four in this village, two in that"). */
  readonly listed: ReadonlySet<Claim>;
  /** Exact numbers that are not equal by chance, as `measure|unit|number`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Named speakers of its figures. */
  readonly speakers: ReadonlySet<string>;
  /** Told as another happening than its report told of before. */
  readonly isOther: boolean;
  /** Background, or a total of a longer time: it joins none but its like. */
  readonly apart: string;
}

/** Smaller numbers are equal by chance. */
export const TELLING_NUMBER = 3;
/** A happening may be put on the day before or after: a night, a word such as "yesterday". */
export const ONE_EVENT_DAYS = 1;
/** Counts of spans of so many days and more are totals of a time, not of one happening … */
const LONGEST_HAPPENING = 5;
/** … but "last week" may be a day of it, where nothing says "throughout". */
const WEEK = 7;
/** Headline and opening: what stands here is what the report was written for. */
const LEAD_CHARACTERS = 320;
/** A figure so close behind another, with no place of its own, goes on with the same happening. */
const GOES_ON_CHARACTERS = 350;

/** "In the province … in its town": one report does not tell of two happenings so. */
const IN_ONE_REPORT: ReadonlySet<PlaceRelation> = new Set(["same", "within"]);

/** The happenings whose figures one report tells, in the order of the text. */
export function scenesOf(claims: readonly Claim[], context: StoryContext): Scene[] {
  const drafts: Draft[] = [];
  const places = new Set(claims.flatMap((claim) => specificPlace(claim.place, context) ?? []));
  for (const claim of claims) {
    const place = specificPlace(claim.place, context);
    const days = ownDays(claim, context);
    const apart = apartOf(claim, context);
    const begun = isOfAnother(claim, context) ? claim.sentence[0] : null;
    const home = drafts
      .slice(-MOST_NEAR)
      .findLast(
        (draft) =>
          draft.apart === apart &&
          (begun === null || draft.begun === begun) &&
          !(isToll(claim) && areDaysApart(draft.days, days)) &&
          !draft.claims.slice(-MOST_NEAR).some((other) => countAnother(claim, other, context)) &&
          (isSaidWith(claim, draft.claims) ||
            (place === null || draft.place === null
              ? places.size <= 1 || claim.span[0] - draft.end <= GOES_ON_CHARACTERS
              : IN_ONE_REPORT.has(comparePlaces(place, draft.place, context)))),
      );
    const draft = home ?? { claims: [], place: null, days: null, apart, begun, end: 0 };
    if (!home) drafts.push(draft);
    draft.claims.push(claim);
    draft.place ??= place;
    // Which day houses fell or crowds came is not when people died.
    if (isToll(claim)) draft.days ??= days;
    draft.end = claim.span[1];
  }
  const listed = listedOf(drafts, context);
  return drafts.map((draft, at) => {
    const isLater = drafts
      .slice(Math.max(0, at - MOST_NEAR), at)
      .some((other) => areRivals(draft, other, context));
    return finish(draft, isLater, listed, context);
  });
}

const areRivals = (a: Draft, b: Draft, context: StoryContext): boolean =>
  a.claims
    .slice(0, MOST_NEAR)
    .some((one) => b.claims.slice(0, MOST_NEAR).some((other) => countAnother(one, other, context)));

/** Happenings of a report, and figures of one, that the next figure is held against. */
const MOST_NEAR = 8;

/** Numbers of one kind so close together are a list. */
const LIST_CHARACTERS = 120;

function listedOf(drafts: readonly Draft[], context: StoryContext): Set<Claim> {
  const claims = drafts.flatMap((draft) => draft.claims).sort((a, b) => a.span[0] - b.span[0]);
  const out = new Set<Claim>();
  for (const [at, one] of claims.entries()) {
    for (const other of claims.slice(at + 1, at + 1 + MOST_NEAR)) {
      const gap = other.span[0] - one.span[1];
      if (gap < 0 || gap > LIST_CHARACTERS || speakerOf(one) === null) continue;
      const isBreath = gap <= BREATH_CHARACTERS && areOfOneKind(one, other, context);
      if (!isBreath && !countAnother(one, other, context)) continue;
      // "97 dead, and none among those who lived there": the none is of some, the count is not.
      for (const listed of [one, other]) {
        if (isNone(listed) || ![one, other].some(isNone)) out.add(listed);
      }
    }
    for (const part of summandsOf(one, claims, at)) out.add(part);
    const first = claims.slice(0, at).find((other) => isSmallerCount(one, other, context));
    if (first && stepOf(one, context) === null) out.add(one);
    if (isBesideOthers(one, claims.slice(0, at), context)) out.add(one);
  }
  return out;
}

/** "29 cars and 36 motorcycles": one voice gives two numbers of a kind at once, and no growth. */
const BREATH_CHARACTERS = 12;

function areOfOneKind(a: Claim, b: Claim, context: StoryContext): boolean {
  const [x, y] = [a.figure, b.figure];
  if (!areOfOneMeasure(a, b, context)) return false;
  if (x?.unit !== y?.unit || x?.counted !== y?.counted) return false;
  if (x?.partOf !== null || y?.partOf !== null || numberOf(a) === numberOf(b)) return false;
  if (stepOf(a, context) !== null || stepOf(b, context) !== null) return false;
  // "3252, 86 more than before": what a count grew by is no other count.
  if (isOfMore(a, context) || isOfMore(b, context)) return false;
  return context.voices.of(a) === context.voices.of(b);
}

/** "… and 22 others died in that province", behind a count of the same measure. */
function isBesideOthers(claim: Claim, before: readonly Claim[], context: StoryContext): boolean {
  const last = before.at(-1);
  // "150 died, and 150 others were saved": others than the dead of its sentence.
  const isOfSentence = last?.sentence[0] === claim.sentence[0];
  if (last && isOfSentence && !areOfOneMeasure(last, claim, context)) return false;
  return (
    isOfOthers(claim, context) &&
    before.some((one) => areOfOneMeasure(one, claim, context) && one.figure?.partOf === null)
  );
}

/** Of a larger count, what a speaker tells below this share may be some. */
const SOME = 0.5;

/** Whoever tells a larger count of the same people first means by the smaller some of them. */
function isSmallerCount(a: Claim, b: Claim, context: StoryContext): boolean {
  const [x, y] = [a.figure, b.figure];
  if (!x || !y || !areOfOneMeasure(a, b, context)) return false;
  // "32 gunmen and 23 hostages": the hostages are none of the gunmen.
  const isOne = x.counted === y.counted || y.counted === "persons";
  if (!isOne || b.chain.length >= 2 || numberOf(a) >= numberOf(b)) return false;
  // Somebody of his own, who counts not so few, counts all of them otherwise.
  const isOfSome = a.chain.length < 2 || numberOf(a) < numberOf(b) * SOME;
  return isOfSome && !canBeOne(x.value, y.value);
}

/** Dead and dead, or saved and saved; who was saved is none of those aboard. */
const areOfOneMeasure = (a: Claim, b: Claim, context: StoryContext): boolean =>
  a.figure?.measure === b.figure?.measure && deedOf(a, context) === deedOf(b, context);

/** Figures beside one that add up to it: "230, of them 170 of these and 60 of those". */
function summandsOf(whole: Claim, claims: readonly Claim[], at: number): readonly Claim[] {
  const sum = numberOf(whole);
  const near = claims
    .slice(Math.max(0, at - MOST_NEAR), at + MOST_NEAR)
    .filter((one) => one !== whole && one.figure?.measure === whole.figure?.measure);
  for (const [first, one] of near.entries()) {
    const other = near.slice(first + 1).find((two) => numberOf(one) + numberOf(two) === sum);
    if (other && numberOf(one) >= TELLING_NUMBER && numberOf(other) >= TELLING_NUMBER) {
      return [one, other];
    }
  }
  return [];
}

/** "Up to 250" counts as many. */
const numberOf = ({ figure }: Claim): number => figure?.value.min || (figure?.value.max ?? 0);
const isNone = ({ figure }: Claim): boolean => figure?.value.max === 0;

/** In one sentence, or the same count again: a dateline's city makes no second happening of it. */
function isSaidWith(claim: Claim, told: readonly Claim[]): boolean {
  return told.some(
    (one) =>
      one.sentence[0] === claim.sentence[0] ||
      (one.figure?.measure === claim.figure?.measure &&
        one.figure?.counted === claim.figure?.counted &&
        one.figure?.value.min === claim.figure?.value.min &&
        one.figure?.value.max === claim.figure?.value.max),
  );
}

/** Large numbers so near each other are one count that went on, or two tellings of it. */
const GROWTH = 1.5;
const GROWTH_FROM = 10;

function isGrowth(a: Value, b: Value): boolean {
  const [x, y] = [a.min ?? a.max ?? 0, b.min ?? b.max ?? 0];
  return Math.min(x, y) >= GROWTH_FROM && Math.max(x, y) <= Math.min(x, y) * GROWTH;
}

/**
 * One voice of one report that gives two numbers of one kind of people counts two things: a part
 * beside its whole, or another happening; unless its words make the one a step to the other.
 */
export function countAnother(a: Claim, b: Claim, context: StoryContext): boolean {
  const [x, y] = [a.figure, b.figure];
  if (!x || !y || !areOfOneMeasure(a, b, context) || x.unit !== y.unit) return false;
  // What is told as a part stands beside its whole; so do those who left the hospital.
  if (x.partOf !== null || y.partOf !== null) return false;
  if (statusOf(a, context) !== statusOf(b, context)) return false;
  if (![a, b].some(isNone) && groupsOf(x.counted).join("+") !== groupsOf(y.counted).join("+"))
    return false;
  if (isGrowth(x.value, y.value)) return false;
  if (canBeOne(x.value, y.value) || context.voices.of(a) !== context.voices.of(b)) return false;
  return stepOf(a, context) === null && stepOf(b, context) === null;
}

interface Draft {
  readonly claims: Claim[];
  readonly apart: string;
  /** Start of the sentence that begins another happening; null for the first. */
  readonly begun: number | null;
  place: string | null;
  days: Days | null;
  end: number;
}

function finish(
  { claims, place, days, apart, begun }: Draft,
  isLater: boolean,
  listed: ReadonlySet<Claim>,
  context: StoryContext,
): Scene {
  const numbers = new Map<string, number>();
  const speakers = new Set<string>();
  const named = new Set<string>();
  for (const claim of claims) {
    const { min, max } = claim.figure?.value ?? { min: null, max: null };
    if (min !== null && min === max && min >= TELLING_NUMBER && claim.figure) {
      numbers.set(`${claim.figure.measure}|${claim.figure.unit}|${min}`, min);
    }
    const speaker = speakerOf(claim);
    if (speaker && isNamed(speaker)) speakers.add(context.voices.of(claim));
    for (const one of claim.places) named.add(one);
    if (claim.place !== null) named.add(claim.place);
  }
  const [first] = claims as [Claim];
  const from = context.reports.get(first.report)?.sentences[0]?.[0] ?? 0;
  return {
    report: first.report,
    claims,
    place: mostNamed(claims, context) ?? place,
    named,
    days,
    isToll: claims.some(isToll),
    isOther: begun !== null,
    from,
    leads: !isLater && begun === null && first.span[0] - from <= LEAD_CHARACTERS,
    listed,
    numbers,
    speakers,
    apart,
  };
}

function mostNamed(claims: readonly Claim[], context: StoryContext): string | null {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const place = specificPlace(claim.place, context);
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** What keeps a figure from being news of one happening: it is recalled, or sums up a time. */
function apartOf(claim: Claim, context: StoryContext): string {
  if (context.isRecalled(claim)) return `recalled ${claim.time?.edtf ?? ""}`;
  const days = statedDays(claim, context);
  const longest = isThroughout(claim, context) ? LONGEST_HAPPENING : WEEK;
  if (days && days.end - days.start >= longest) {
    return `total ${claim.time?.start?.slice(0, 7) ?? ""}`;
  }
  if (isLongTotal(claim, context)) return "total";
  if (isOfPeriod(claim, context)) return "period";
  return isOfSeveral(claim, context) && !isStoryOfSeveral(context) ? "several" : "";
}

/** From this share of its reports on, a story's own happening is the several: two blasts of one minute. */
const TOLD_OF_SEVERAL = 0.5;
/** … and from so many. */
const LEAST_TELLING = 3;
const STORIES_OF_SEVERAL = new WeakMap<StoryContext, boolean>();

function isStoryOfSeveral(context: StoryContext): boolean {
  const known = STORIES_OF_SEVERAL.get(context);
  if (known !== undefined) return known;
  const told = new Set<string>();
  const several = new Set<string>();
  for (const claim of context.claims) {
    if (!isToll(claim)) continue;
    told.add(claim.report);
    if (isOfSeveral(claim, context)) several.add(claim.report);
  }
  const isIt = several.size >= LEAST_TELLING && several.size >= told.size * TOLD_OF_SEVERAL;
  STORIES_OF_SEVERAL.set(context, isIt);
  return isIt;
}

/** Days that the claim's own words give; a running total is of no day. */
export function ownDays(claim: Claim, context: StoryContext): Days | null {
  const days = statedDays(claim, context);
  return days && days.end - days.start < LONGEST_HAPPENING ? days : null;
}

function statedDays(claim: Claim, context: StoryContext): Days | null {
  const { time, figure } = claim;
  const isOwn = time?.basis === "stated" || time?.basis === "relative";
  if (!isOwn || figure?.scope === "cumulative" || context.isBounded(claim)) return null;
  const start = time.start ? parseIsoDay(time.start) : null;
  const end = time.end ? parseIsoDay(time.end) : null;
  return start === null || end === null ? null : { start, end };
}

/** A number that is not equal by chance is told in both. */
export function shareNumber(a: Scene, b: Scene): boolean {
  for (const key of a.numbers.keys()) if (b.numbers.has(key)) return true;
  return false;
}

export function areDaysApart(a: Days | null, b: Days | null): boolean {
  if (a === null || b === null) return false;
  return Math.max(a.start - b.end, b.start - a.end) > ONE_EVENT_DAYS;
}
