import { parseIsoDay } from "../../core/calendar.js";
import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import type { Row } from "../ledger/rows.js";
import { incidentsOf } from "../scenes/incidents.js";
import { comparePlaces } from "../scenes/places.js";
import {
  areScenesTied,
  exactOf,
  isFew,
  sharedNumbers,
  shareLargeNumber,
  tellOtherCount,
} from "../scenes/ties.js";
import { isOutgrown } from "./compare-values.js";
import { areCombatants, groupsOf } from "./counted.js";
import { isAdded, isInTurn } from "./figure-words.js";
import { NEVER_FALLS } from "./never-falls.js";
import { canBeOne } from "./one-number.js";
import { areDaysApart, type Days, ownDays } from "./own-days.js";
import { knownNumbersOf } from "./report-numbers.js";

/**
 * What shows that two figures count the whole of one happening: one report sets them "against" each
 * other; they are "tied" by a number, by words, or by a place and day that both head; or those who
 * "speak" answer for both in a story of one happening.
 */
export type RivalSign = "against" | "tied" | "speak";

export const areRivals = (a: Row, b: Row, context: StoryContext): boolean =>
  rivalSign(a, b, context) !== null;

/**
 * The positive sign that both count the whole of one happening; two figures without one are no
 * rivals, however alike what they count.
 */
export function rivalSign(a: Row, b: Row, context: StoryContext): RivalSign | null {
  if ([a, b].some((row) => row.isEcho || row.isListed || row.isMore)) return null;
  if (
    a.side !== b.side ||
    [a, b].some((row) => isEnumerated(row, context) || isSummand(row, context))
  )
    return null;
  // Who was found is some of those who died.
  if (a.isOfBodies !== b.isOfBodies) return null;
  if (happenedAfter(a, b) || happenedAfter(b, a)) return null;
  if (areToldOfTwoCountries(a, b, context) || areToldOfTwoDays(a, b, context)) return null;
  const areOfMany = isOfManyHappenings(a);
  // The dead of a series of attacks are no later count of the first of them.
  if (areOfMany !== isOfManyHappenings(b)) return null;
  if (!areOfMany && areSetAgainst(a, b, context)) return "against";
  if (areOfMany && !isOneSentence(a, b, context)) return null;
  if (areOtherParts(a, b, context)) return null;
  // "None were hurt" is said of a house or an hour, unless a report was written to say it.
  const isNone = ({ row: { value }, isHeadline }: Row): boolean => value.max === 0 && !isHeadline;
  if (!tells(a) || !tells(b) || isNone(a) || isNone(b)) return null;
  // Who tells both, and does not set them against each other, counts two things.
  const isStep = a.step !== null || b.step !== null;
  if (!isStep && !areToldApart(a, b, context)) return null;
  if (areCombatants(a.claims[0]?.figure?.counted ?? "")) {
    if (!a.isHeadline || !b.isHeadline || areElsewhere(a, b, context)) return null;
    if (areOneFight(a, b) || isOneSentence(a, b, context)) return "tied";
    return areAlike(a, b, context) && tellOtherCount(a, b) ? "tied" : null;
  }
  const { value: x } = a.row;
  const { value: y } = b.row;
  if (canBeOne(x, y) && a.isHeadline && b.isHeadline && areThere(a, b, context)) return "tied";
  // A few dead or hurt are alike by chance in any two accidents, and more so in two places.
  const areFew = isFew(a) && isFew(b);
  const areChance = areFew || areElsewhere(a, b, context);
  if (areChance ? shareLargeNumber(a, b) : areScenesTied(a, b, context)) return "tied";
  if (isOneSentence(a, b, context) || (!areFew && areAlike(a, b, context))) return "tied";
  if (x.max === 0 || y.max === 0) return null;
  // Where many things happen, or in two places, one speaker tells of several.
  if (!incidentsOf(context).isFocused || areElsewhere(a, b, context)) return null;
  // "Lowered the toll to 84": whoever told more before told of this.
  const isPutRight = a.step === "lowered" || b.step === "lowered";
  const heads = a.isHeadline && b.isHeadline;
  if (isPutRight && (heads || pairsOfOneReport(a, b).length > 0)) return "tied";
  // "Rose to 832", "rose to 1763": both are what reports of one happening were written for.
  const kind = a.claims[0]?.figure?.measure ?? "other";
  const isHere =
    areNear(a, b, context) || areThere(a, b, context) || pairsOfOneReport(a, b).length > 0;
  if (isStep && heads && !areFew && isHere && NEVER_FALLS.has(kind)) return "tied";
  if (!a.isNamed || !b.isNamed) return null;
  const areAnswerable =
    a.speaker === b.speaker ? isStep || !areFew : a.isOfficial && b.isOfficial && (isStep || heads);
  return areAnswerable ? "speak" : null;
}

/** "Five youths and two citizens": people at large, told right behind a group, are the others. */
const isEnumerated = ({ claims }: Row, context: StoryContext): boolean =>
  claims.every(
    (claim) =>
      groupsOf(claim.figure?.counted ?? "").join("+") === "persons" &&
      context
        .claimsOf(claim.report)
        .some(
          ({ figure, span }) =>
            figure !== undefined &&
            figure.measure === claim.figure?.measure &&
            claim.span[0] >= span[1] &&
            claim.span[0] - span[1] <= NEXT_CHARACTERS,
        ),
  );

/**
 * "Five guards and six trainees", "twelve guards and three workers": told beside different groups,
 * guards are not the same people.
 */
function areOtherParts(a: Row, b: Row, context: StoryContext): boolean {
  const beside = ({ claims }: Row): (readonly string[])[] =>
    claims.slice(0, MOST_TOLD).map((claim) => knownNumbersOf(claim, context).beside);
  const others = beside(b);
  return beside(a).every((one) =>
    others.every(
      (other) =>
        one.length > 0 && other.length > 0 && (one.length !== other.length || !isAmong(one, other)),
    ),
  );
}

const isAmong = (groups: readonly string[], others: readonly string[]): boolean =>
  groups.every((group) => others.includes(group));

/** Whoever tells it tells in the headline what it and another of his numbers come to. */
const isSummand = ({ claims }: Row, context: StoryContext): boolean =>
  claims.slice(0, MOST_TOLD).every((claim) => knownNumbersOf(claim, context).isSummand);

/** No more than a space. */
const NEXT_CHARACTERS = 2;

/**
 * The first happened, by its own words, after the second was out already. Of the dead and hurt that
 * tells nothing: the day beside a toll is as often that of its being told.
 */
function happenedAfter({ claims, step }: Row, { toldDay }: Row): boolean {
  if (step !== null || toldDay === null) return false;
  if (NEVER_FALLS.has(claims[0]?.figure?.measure ?? "other")) return false;
  const days = claims.map(({ time }) =>
    time?.start && (time.basis === "stated" || time.basis === "relative")
      ? parseIsoDay(time.start)
      : null,
  );
  return days.length > 0 && days.every((day) => day !== null && day > toldDay);
}

/** Of several happenings, or of what happened in a time: two such counts need not be of the same ones. */
const isOfManyHappenings = ({ scenes }: Row): boolean =>
  scenes.length > 0 && scenes.every(({ apart }) => apart === "several" || apart === "period");

/** Fights go on along a front: a place and a day are no sign of one, a number in common is. */
const areOneFight = (a: Row, b: Row): boolean =>
  a.scenes.some((one) =>
    b.scenes.some(
      (other) => one.report !== other.report && sharedNumbers(one, other, [a, b]).length > 0,
    ),
  );

/**
 * There is a report of the one number and a report of the other of which neither knows the other's:
 * in its figures, its headline, or as the sum of those that it tells in one breath.
 */
function areToldApart(a: Row, b: Row, context: StoryContext): boolean {
  const [x, y] = [exactOf(a), exactOf(b)];
  return a.claims.slice(0, MOST_TOLD).some((one) =>
    b.claims.slice(0, MOST_TOLD).some((other) => {
      const [inOne, inOther] = [knownNumbersOf(one, context), knownNumbersOf(other, context)];
      if (y !== null && inOne.numbers.has(y)) return false;
      if (x !== null && inOther.numbers.has(x)) return false;
      // "An officer and three soldiers" are the four; "15 and three workers" are not the 12 and three.
      if (y !== null && inOne.sum === y && inOther.sum === null) return false;
      return !(x !== null && inOther.sum === x && inOne.sum === null);
    }),
  );
}

/** Some report of the one number knows the other's, too. */
export function isToldBeside(a: Row, b: Row, context: StoryContext): boolean {
  const other = exactOf(b);
  return (
    other !== null &&
    a.claims.slice(0, MOST_TOLD).some((claim) => {
      const { numbers, sum } = knownNumbersOf(claim, context);
      return numbers.has(other) || sum === other;
    })
  );
}

/** Claims of a row that are looked at. */
const MOST_TOLD = 20;

/** Each is told of places, and none of the one's is near any of the other's. */
function areElsewhere(a: Row, b: Row, context: StoryContext): boolean {
  const places = (row: Row): string[] => row.scenes.flatMap((scene) => scene.place ?? []);
  const [x, y] = [places(a), places(b)];
  if (x.length === 0 || y.length === 0) return false;
  return x.every((one) => y.every((other) => comparePlaces(one, other, context) === "apart"));
}

/** Both are told of one place, or the one of a place within the other's. */
export function areNear(a: Row, b: Row, context: StoryContext): boolean {
  return a.scenes.some((one) =>
    b.scenes.some((other) => {
      const relation = comparePlaces(one.place, other.place, context);
      return relation === "same" || relation === "within";
    }),
  );
}

/** Told of one place, or neither of any; of a count that outgrew a bound of another day, the one of none. */
function areThere(a: Row, b: Row, context: StoryContext): boolean {
  const [x, y] = [a.row.value, b.row.value];
  const isGrown =
    incidentsOf(context).isFocused &&
    a.saidDay !== b.saidDay &&
    (isOutgrown(x, y) || isOutgrown(y, x));
  return a.scenes.some((one) =>
    b.scenes.some(
      (other) =>
        one.place === other.place || (isGrown && (one.place === null || other.place === null)),
    ),
  );
}

const tells = (row: Row): boolean => row.isHeadline || row.isOfficial || row.step !== null;

/**
 * A group and a wider one, or one beside it: that one report counts in one breath, that are rivals,
 * or of which officials tell in a story of one happening. That they differ is no alarm, so that it
 * wants less than rivals do.
 */
export function areToldOfOne(a: Row, b: Row, context: StoryContext): boolean {
  if (areElsewhere(a, b, context) || areToldOfTwoCountries(a, b, context)) return false;
  const areTold = [a, b].every((row) => row.isOfLead || tells(row));
  if (areTold && a.scenes.some((scene) => b.scenes.includes(scene))) return true;
  if (areRivals(a, b, context)) return true;
  if (a.isEcho || b.isEcho || !areTold || pairsOfOneReport(a, b).length > 0) return false;
  if (areScenesTied(a, b, context)) return true;
  const isSome = [a, b].every(({ row }) => row.value.max !== 0);
  if (!isSome || !incidentsOf(context).isFocused) return false;
  return a.isNamed && b.isNamed && (a.speaker === b.speaker || (a.isOfficial && b.isOfficial));
}

/** The figures of two reports' sentences are told in the same words: of one thing. */
export function isOneSentence(a: Row, b: Row, context: StoryContext): boolean {
  if (!a.isHeadline && !b.isHeadline) return false;
  return a.claims
    .slice(0, MOST_COMPARED)
    .some((one) =>
      b.claims
        .slice(0, MOST_COMPARED)
        .some((other) => one.report !== other.report && context.wordings.isOne(one, other)),
    );
}

/** Both are what reports were written for, and told there of the same things. */
function areAlike(a: Row, b: Row, context: StoryContext): boolean {
  if (!incidentsOf(context).isFocused || areElsewhere(a, b, context)) return false;
  const heads = ({ claims }: Row): Claim[] =>
    claims.filter((claim) => incidentsOf(context).isHeadline(claim)).slice(0, MOST_COMPARED);
  const others = heads(b);
  return heads(a).some((one) =>
    others.some((other) => one.report !== other.report && context.alike.isAlike(one, other)),
  );
}

const MOST_COMPARED = 6;

/** "Officials count 46, the paper 52": one report tells both in a breath, by two speakers. */
export function areSetAgainst(a: Row, b: Row, context: StoryContext): boolean {
  // Of fighters one report tells two fights so.
  if (areCombatants(a.claims[0]?.figure?.counted ?? "")) return false;
  return (
    a.speaker !== b.speaker &&
    pairsOfOneReport(a, b).some(
      (pair) =>
        !pair.some((claim) => isOwnVoice(claim) || claim.figure?.partOf !== null) &&
        !isRelayed(pair, context) &&
        gapOf(pair) <= (areInTurn(pair, context) ? IN_TURN_CHARACTERS : TOGETHER_CHARACTERS) &&
        !pair.some((claim) => isAdded(claim, context)) &&
        !areAbroad(pair, context),
    )
  );
}

/** The agency that tells the one quotes the other: it tells both, and not against itself. */
const isRelayed = ([a, b]: readonly [Claim, Claim], { voices }: StoryContext): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) =>
    other?.chain.slice(1, -1).some((link) => one && voices.ofLink(link) === voices.of(one)),
  );

/** "For his part the minister counted 46": the later of the two turns to him from who spoke before. */
const areInTurn = ([a, b]: readonly [Claim, Claim], context: StoryContext): boolean =>
  isInTurn(a.span[0] < b.span[0] ? b : a, context);

/** Told of two places that lie apart, or of a country and a place that is not in it. */
function areAbroad([a, b]: readonly [Claim, Claim], context: StoryContext): boolean {
  if (a.place === null || b.place === null) return false;
  if (comparePlaces(a.place, b.place, context) === "apart") return true;
  const isOutside = (country: string, place: string): boolean =>
    context.isCountry(country) && !context.liesWithin(place, country);
  return isOutside(a.place, b.place) || isOutside(b.place, a.place);
}

/**
 * No claim of the one is told of a country that the other's are told of, by its name; or, where no
 * large number ties the two, by a place in it.
 */
function areToldOfTwoCountries(a: Row, b: Row, context: StoryContext): boolean {
  const some = ({ claims }: Row): readonly Claim[] => claims.slice(0, MOST_TOLD);
  const areTwo = (x: readonly (string | null)[], y: readonly (string | null)[]): boolean =>
    x.length > 0 && y.length > 0 && !x.some((one) => y.includes(one));
  const named = (row: Row): (string | null)[] =>
    some(row).map(({ place }) => (place !== null && context.isCountry(place) ? place : null));
  const [x, y] = [named(a), named(b)];
  if (!x.includes(null) && !y.includes(null) && areTwo(x, y)) return true;
  const liesIn = (row: Row): string[] =>
    some(row).flatMap(({ place }) => (place === null ? [] : (context.countryOf(place) ?? [])));
  return areTwo(liesIn(a), liesIn(b)) && !shareLargeNumber(a, b);
}

/**
 * All dead or hurt of either have a day by their own words, and none of the one's is next to any of
 * the other's. The day beside a toll that went on is as often that of its being told; and who is
 * missing is counted every day.
 */
function areToldOfTwoDays(a: Row, b: Row, context: StoryContext): boolean {
  if (a.step !== null || b.step !== null) return false;
  if (!NEVER_FALLS.has(a.claims[0]?.figure?.measure ?? "other")) return false;
  const days = ({ claims }: Row): (Days | null)[] =>
    claims.slice(0, MOST_TOLD).map((claim) => ownDays(claim, context));
  const others = days(b);
  return days(a).every((one) => others.every((other) => areDaysApart(one, other)));
}

const gapOf = ([one, other]: readonly [Claim, Claim]): number =>
  Math.max(one.sentence[0] - other.sentence[1], other.sentence[0] - one.sentence[1]);

export const isOwnVoice = ({ chain }: Claim): boolean => chain.length < 2;

export const pairsOfOneReport = (a: Row, b: Row): (readonly [Claim, Claim])[] =>
  a.claims.flatMap((one) =>
    b.claims.filter((other) => other.report === one.report).map((other) => [one, other] as const),
  );

/** One report sets two figures against each other side by side, not paragraphs apart. */
const TOGETHER_CHARACTERS = 200;
/** … or, where the second sentence turns to another speaker, a paragraph apart. */
const IN_TURN_CHARACTERS = 500;

export function areToldTogether(a: Row, b: Row): boolean {
  const pairs = pairsOfOneReport(a, b);
  const others =
    a.claims.some((one) => !b.claims.some((other) => other.report === one.report)) ||
    b.claims.some((one) => !a.claims.some((other) => other.report === one.report));
  if (others) return true;
  return pairs.some((pair) => gapOf(pair) <= TOGETHER_CHARACTERS);
}
