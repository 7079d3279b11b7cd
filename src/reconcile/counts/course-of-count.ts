import type { Measure } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { type Row, toldLater } from "../ledger/rows.js";
import { counted, message, name } from "../wording.js";
import { isEstimate, isFarBelow, isLower } from "./compare-values.js";
import { isBesideMoreDead } from "./dead-beside.js";
import type { Judgement, OfLedger } from "./judgement.js";
import { FALLS, NEVER_FALLS } from "./never-falls.js";
import { isOneSentence, type RivalSign } from "./rivals.js";

/**
 * How a count goes on as time passes: whether a figure is a later step of another, in one voice or in
 * two, or another count.
 */

/** How a speaker's later figure stands to his earlier one. */
export function judgeSameSpeaker(
  first: Row,
  last: Row,
  measure: Measure,
  sign: RivalSign,
): Judgement | null {
  const speaker = name(last.row.speaker.name);
  if (!isLower(first.row.value, last.row.value)) {
    // Where some were hurt, nobody says later that none were: he speaks of another happening.
    if (last.row.value.max === 0 && NEVER_FALLS.has(measure)) return null;
    if (FALLS.has(measure)) return { relation: "updates", why: message("laterFewer") };
    if (!NEVER_FALLS.has(measure)) return null;
    // Whoever speaks every day gives the lower number of other people, unless more ties the two.
    if (sign === "speak") return null;
    // Under two names, a day apart by no more than when they were printed: either may be the first.
    const isUnsure =
      first.row.speaker.name !== last.row.speaker.name && arePrintedDays(first, last);
    if (isUnsure) return { relation: "undecided", why: message("noDays") };
    return { relation: "undecided", why: message("sameSpeakerLower", { speaker }) };
  }
  // Fewer hurt beside more dead is the later count: some of the hurt died.
  if (measure === "injured" && !toldLater(first, last) && isBesideMoreDead(first, last)) {
    return null;
  }
  const code = toldLater(first, last) ? "sameSpeakerLater" : "sameSpeakerHigher";
  return { relation: "updates", why: message(code, { speaker }) };
}

/**
 * A count that went on needs somebody who counted: a speaker with a name, words that tell that the
 * toll moved, or the earlier report's own sentence with another number.
 */
export function goesOn(
  first: Row,
  last: Row,
  code: "laterAndHigher" | "stillTold",
  context: StoryContext,
): Judgement | null {
  // "Hundreds" is no step from eighty, nor is what somebody reckons.
  if (last.row.value.hedge === "vague" || isEstimate(last.row.value)) return null;
  const isFurtherBefore = first.isFurther && !last.isFurther;
  const isTold = last.isNamed || last.step !== null || isOneSentence(first, last, context);
  return isTold && !isFurtherBefore ? { relation: "updates", why: message(code) } : null;
}

/**
 * "At least thirteen", and a count of 35: what was bounded went on. Nobody who knew of the one would
 * have said the other; where neither is known to be the later, that is all there is to tell.
 */
export function judgeOutgrown(
  bound: Row,
  count: Row,
  sign: RivalSign,
  of: OfLedger,
): Judgement | null {
  const { measure, context } = of;
  const isSameVoice = bound.speaker === count.speaker && bound.isNamed && count.isNamed;
  if (toldLater(bound, count)) {
    return isSameVoice
      ? judgeSameSpeaker(bound, count, measure, sign)
      : goesOn(bound, count, "laterAndHigher", context);
  }
  if (count.step === "later") return { relation: "updates", why: message("earlierCount") };
  if (isSameVoice || toldLater(count, bound)) return null;
  if (isTakenOver(bound, count, measure)) return goesOn(bound, count, "stillTold", context);
  if (!isFarBelow(bound.row.value, count.row.value)) return null;
  if (sign === "against" && bound.saidDay === count.saidDay) {
    return {
      relation: "contradicts",
      why: message("sameDayFigures", { counted: counted(of.group) }),
    };
  }
  const isUndated = bound.saidDay === null || count.saidDay === null;
  return leftOpen(bound, count, isUndated ? "noDays" : "farBelow");
}

/** Whom somebody holds or seeks are none once they are let go or found; within a day nobody knows when. */
export function judgeNoMore(last: Row, isOrdered: boolean): Judgement | null {
  const isEnd = isOrdered && last.row.value.max === 0;
  return isEnd ? { relation: "updates", why: message("laterFewer") } : null;
}

/** What falls when people are found or let go; from "thousands" to three hundred is another count. */
export function judgeFewer(first: Row, measure: Measure): Judgement | null {
  return FALLS.has(measure) && first.row.value.hedge !== "vague"
    ? { relation: "updates", why: message("laterFewer") }
    : null;
}

/**
 * What no report settles is worth telling only between two who answer for their counts; and
 * "thousands" is no count.
 */
export const leftOpen = (a: Row, b: Row, code: "noDays" | "farBelow"): Judgement | null =>
  [a, b].every(({ isNamed, row: { value } }) => isNamed && value.hedge !== "vague")
    ? { relation: "undecided", why: message(code) }
    : null;

/**
 * The higher was still told when nobody told the lower any more. Of the hurt, who die or go home,
 * each count lives on by itself.
 */
export const isTakenOver = (low: Row, high: Row, measure: Measure): boolean =>
  measure === "killed" && low.lastTold !== null && (high.lastTold ?? 0) > low.lastTold;

/** The later day of two that follow each other is told by no report: it is that of its printing. */
const arePrintedDays = (first: Row, last: Row): boolean =>
  (last.saidDay ?? 0) - (first.saidDay ?? 0) <= 1 &&
  last.claims.every(({ saidOn }) => (saidOn ?? null) === null);
