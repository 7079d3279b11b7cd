import type { Value } from "../../core/contract.js";
import { sameBounds } from "../../core/value.js";
import type { StoryContext } from "../context.js";
import { isPartyClaim } from "../disagreements/party-claims.js";
import { isOfSome, type Row, toldLater } from "../ledger/rows.js";
import { isFew } from "../scenes/ties.js";
import { counted, message, name } from "../wording.js";
import {
  isAtMost,
  isCountedOut,
  isFarBelow,
  isLower,
  isOpenAbove,
  isOutgrown,
  isRounding,
} from "./compare-values.js";
import {
  goesOn,
  isTakenOver,
  judgeFewer,
  judgeNoMore,
  judgeOutgrown,
  judgeSameSpeaker,
  leftOpen,
} from "./course-of-count.js";
import { isBesideMoreDead } from "./dead-beside.js";
import type { Judgement, OfLedger } from "./judgement.js";
import { FALLS, NEVER_FALLS } from "./never-falls.js";
import { canBeOne } from "./one-number.js";
import {
  areNear,
  areToldTogether,
  isOwnVoice,
  isToldBeside,
  pairsOfOneReport,
  rivalSign,
} from "./rivals.js";

/** How one figure of a ledger stands to another of it; null where there is nothing to say. */
export function judgeRows(a: Row, b: Row, of: OfLedger): Judgement | null {
  const { measure, group } = of;
  const [x, y] = [a.row.value, b.row.value];
  if (sameBounds(x, y)) return null;
  // "At least twelve" and "twelve" tell one number.
  const sign = rivalSign(a, b, of.context);
  if (sign === null || (x.min === y.min && x.min !== null && x.min > 0)) return null;
  if (sign !== "against" && isLeap(a, b)) return null;
  const isSameVoice = a.speaker === b.speaker && a.isNamed && b.isNamed;
  // One voice that gives two numbers in one report counts two things, or corrects itself there.
  const together = pairsOfOneReport(a, b);
  // … unless its words call the one the former toll, or the one that was put right.
  const isCalled = [a, b].some(({ step }) => step === "earlier" || step === "lowered");
  if (together.length > 0 && !isCalled) {
    if (a.speaker === b.speaker || together.some((pair) => pair.some(isOwnVoice))) return null;
    if (!areToldTogether(a, b)) return null;
  }
  const [first, last] = toldLater(b, a) ? [b, a] : [a, b];
  const isOrdered = toldLater(first, last);
  if ((x.max === 0) !== (y.max === 0)) {
    return FALLS.has(measure) ? judgeNoMore(last, isOrdered) : judgeNone(first, last, isOrdered);
  }
  // Weeks later somebody counted anew, and rounded nothing.
  const areOfOneTime =
    a.saidDay === null || b.saidDay === null || Math.abs(a.saidDay - b.saidDay) <= ROUNDED_DAYS;
  if (areOfOneTime && (isRounding(x, y) || isRounding(y, x))) {
    return { relation: "vaguer", why: message("roundedFigure") };
  }
  if (a.speaker !== b.speaker && (isAtMost(x, y) || isAtMost(y, x))) {
    const speaker = name((isAtMost(x, y) ? a : b).row.speaker.name);
    return { relation: "contradicts", why: message("atMost", { speaker }) };
  }
  const isOpen = [x, y].some(({ hedge }) => hedge === "bound");
  const isClaimOfOne = isPartyClaim(a, of.context) !== isPartyClaim(b, of.context);
  if (isClaimOfOne && (isOpen || !canBeOne(x, y))) {
    const speaker = name((isPartyClaim(a, of.context) ? a : b).row.speaker.name);
    return { relation: "undecided", why: message("partyClaims", { speaker }) };
  }
  const [few, more] = (x.min ?? 0) < (y.min ?? 0) ? [a, b] : [b, a];
  if (group === ABOARD) return judgeAboard(a, b);
  // "Thousands" is no count that another could deny: it may only have gone on.
  const isNext = few === first && isOrdered;
  if (few.row.value.hedge === "vague" && !isNext && !a.step && !b.step) return null;
  // More than a thousand were missing, and two days later five thousand.
  const isFar = isFarBelow(few.row.value, more.row.value) && few.row.value.hedge === "bound";
  if (FALLS.has(measure) && isFar && isLaterDay(few, more) && !isSameVoice) {
    return goesOn(few, more, "laterAndHigher", of.context);
  }
  if (canBeOne(x, y)) {
    // "At least 29 children, in a former toll", "dozens" of the day before: the count went on from there.
    if (few.step === "earlier" && more.step !== "earlier" && NEVER_FALLS.has(measure)) {
      return { relation: "updates", why: message("earlierCount") };
    }
    if (few.row.value.hedge === "vague" && isLaterDay(few, more)) return null;
    const bound = isGoneBeyond(a, b) ? a : isGoneBeyond(b, a) ? b : null;
    const isOneDay = a.saidDay !== null && a.saidDay === b.saidDay;
    // "At least 20" and 24 are said of one number on one day; "at least 25" and a hundred are not.
    if (bound && NEVER_FALLS.has(measure) && (!isOneDay || isFarBelow(x, y) || isFarBelow(y, x))) {
      return judgeOutgrown(bound, bound === a ? b : a, sign, of);
    }
    // Dozens were missing one day, and thirteen are days after: the fewer are what is left of them.
    const [from, to] = [first.saidDay ?? 0, last.saidDay ?? 0];
    if (FALLS.has(measure) && isOrdered && to - from > 1) return null;
    // Two open wordings ("dozens", "more than 100") neither refine nor exclude each other.
    const refines = x.hedge === "exact" || y.hedge === "exact";
    // That both may hold is worth telling only of what is known to be one count.
    const isKnown = sign !== "speak" || areNear(a, b, of.context);
    // "Dozens" beside a number is how people speak, and no dispute.
    const isWord = [x, y].some(({ hedge }) => hedge === "vague");
    // Nor is "at least 130" another wording of 154: who knew of the one would not have said the other.
    return refines && isKnown && !isWord && !isPassed(x, y) && !isPassed(y, x)
      ? { relation: "vaguer", why: message("vaguerFigure") }
      : null;
  }
  // Each who saves counts whom he saved: he goes on from no other, and denies none.
  if (group === "rescued" && !isSameVoice && (isOrdered || sign !== "against")) return null;
  const [low, high] = isLower(x, y) ? [a, b] : [b, a];
  // An earlier count that is the higher one was of others; "provisional" is said of the latest, too.
  if (high.step === "earlier" && low.step === null && !toldLater(low, high)) return null;
  // Fewer hurt beside more dead were not counted first: some of the hurt died, or it is another count.
  const areMore = measure === "injured" && sign !== "against" && isBesideMoreDead(low, high);
  if (areMore && toldLater(low, high)) return null;
  const isBefore = low.isSaidBefore && !high.isSaidBefore && NEVER_FALLS.has(measure) && !areMore;
  const isFurther = high.isFurther && !low.isFurther && NEVER_FALLS.has(measure);
  // A report that tells both, and calls neither the earlier, lets two speakers differ.
  const isReached =
    high.step === "later" &&
    !FALLS.has(measure) &&
    !isLaterDay(high, low) &&
    low.claims.some(({ report }) => !tellsNumber(report, high, of.context));
  const isLowered = low.step === "lowered" && high.step !== "lowered" && !toldLater(low, high);
  if (low.step === "earlier" || isReached || isBefore || isFurther || isLowered) {
    return { relation: "updates", why: message("earlierCount") };
  }
  if (!isOrdered) {
    if (isSameVoice) return null;
    if (a.saidDay === null || b.saidDay === null) return leftOpen(a, b, "noDays");
    if (sign !== "against" && isTakenOver(low, high, measure)) {
      return goesOn(low, high, "stillTold", of.context);
    }
    // Two figures of the day on which a toll rose are more likely its steps, in an order not told; so
    // are 78 and "at least 79", of which the higher says of itself that it may rise.
    const isMoving = of.moved.told.has(a.saidDay) || isOpenAbove(high.row.value);
    const isSteps = NEVER_FALLS.has(measure) && sign !== "against";
    if (isSteps && isMoving) return null;
    // Of many numbers of the first day nobody knows; two who answer for theirs are told all the same.
    if (isSteps && of.moved.likely.has(a.saidDay)) {
      return areAnswerable(a, b) ? { relation: "undecided", why: message("noDays") } : null;
    }
    return {
      relation: "contradicts",
      why: message("sameDayFigures", { counted: counted(group) }),
    };
  }
  // "Ten guards and three workers", where another report has him count thirteen, is no lower count.
  const isLess = isSameVoice && isLower(last.row.value, first.row.value);
  if (isLess && isToldBeside(last, first, of.context)) return null;
  if (isSameVoice) return judgeSameSpeaker(first, last, measure, sign);
  if (isLower(first.row.value, last.row.value)) {
    return goesOn(first, last, "laterAndHigher", of.context);
  }
  if (!NEVER_FALLS.has(measure)) return judgeFewer(first, measure);
  // Which was told first is known only where both days of saying are.
  if (first.saidDay === null || last.saidDay === null) return leftOpen(a, b, "noDays");
  const why = message("laterLower", { speaker: name(last.row.speaker.name || group) });
  if (sign === "against") return { relation: "contradicts", why };
  // A lower count that comes later is as often of some of them: it is told of two who answer for it.
  if (isOfSome(last.row.value, first.row.value, measure)) return null;
  return areAnswerable(a, b) ? { relation: "contradicts", why } : null;
}

/** Days within which a round number may be told for an exact one. */
const ROUNDED_DAYS = 5;

/** Who was aboard does not go on: two numbers of two speakers cannot both hold, whenever they were told. */
const ABOARD = "aboard";

function judgeAboard(a: Row, b: Row): Judgement | null {
  if (a.speaker === b.speaker || canBeOne(a.row.value, b.row.value)) return null;
  if (areWithoutCrew(a, b) || areWithoutCrew(b, a)) return null;
  return { relation: "contradicts", why: message("aboard") };
}

/** "65 passengers", of 71 who were aboard: the others may be the crew. */
const areWithoutCrew = (some: Row, all: Row): boolean => {
  const [few, more] = [some.row.value.min ?? 0, all.row.value.min ?? 0];
  const isOf = (row: Row, counted: string): boolean =>
    row.claims.every(({ figure }) => figure?.counted === counted);
  return isOf(some, "passengers") && !isOf(all, "passengers") && few < more && few >= more * CREWED;
};
/** The passengers are at least this share of all aboard. */
const CREWED = 0.85;

function judgeNone(first: Row, last: Row, isOrdered: boolean): Judgement | null {
  // A few hurt one day, and none the next: two of the small happenings that every day has.
  if (isOrdered && last.row.value.max === 0 && isFew(first)) return null;
  return isOrdered && first.row.value.max === 0
    ? { relation: "updates", why: message("noneOvertaken") }
    : { relation: "contradicts", why: message("noneOrSome") };
}

/** Two who answer for what they tell. */
const areAnswerable = (a: Row, b: Row): boolean =>
  a.isNamed && b.isNamed && a.isOfficial && b.isOfficial;

/** Said on a later day: what was reached before is no step from it. */
const isLaterDay = ({ saidDay: a }: Row, { saidDay: b }: Row): boolean =>
  a !== null && b !== null && a < b;

/** The report tells the number, whoever it names for it. */
const tellsNumber = (
  report: string,
  { row: { value }, claims }: Row,
  context: StoryContext,
): boolean =>
  context
    .claimsOf(report)
    .some(
      ({ figure }) =>
        figure !== undefined &&
        figure.measure === claims[0]?.figure?.measure &&
        figure.value.min === value.min,
    );

/** "More than a hundred" may be said of 120, "at least 112" may not. */
const isPassed = (bound: Value, count: Value): boolean =>
  isFarBelow(bound, count) || (isOutgrown(bound, count) && !isRound(bound));

/** One figure and noughts. */
const isRound = ({ min }: Value): boolean => /^[1-9]0*$/u.test(String(min ?? 0));

/** Outgrown, or, by however little, what the count rose to or what was counted on a later day than "at least 282". */
const isGoneBeyond = (bound: Row, count: Row): boolean =>
  isOutgrown(bound.row.value, count.row.value) ||
  (isOpenAbove(bound.row.value) &&
    (count.step === "later" || (isCountedOut(bound.row.value) && isLaterDay(bound, count))) &&
    toldLater(bound, count) &&
    (count.row.value.min ?? 0) > (bound.row.value.min ?? 0));

/** A count that leaps so far counts others … */
const LEAP = 8;

/** … unless words tell that it moved: bodies found, beside all who drowned. */
function isLeap(a: Row, b: Row): boolean {
  if ([a, b].some(({ step, isFurther }) => step || isFurther)) return false;
  const [x, y] = [a.row.value, b.row.value];
  // What somebody had said before was the fewer, or was told later than they were.
  const [low, high] = isLower(x, y) ? [a, b] : [b, a];
  if (low.isSaidBefore || (high.isSaidBefore && toldLater(low, high))) return false;
  if (x.hedge === "vague" || y.hedge === "vague" || !x.min || !y.min) return false;
  return Math.max(x.min, y.min) >= Math.min(x.min, y.min) * LEAP;
}
