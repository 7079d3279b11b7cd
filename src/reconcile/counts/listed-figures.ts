import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { MOST_NEAR, TELLING_NUMBER } from "../scenes/scene.js";
import { speakerOf } from "../witnesses/voices.js";
import { areOfOneMeasure, countAnother, isNone } from "./another-count.js";
import { isOfMore, isOfOthers, isTollInTurn, stepOf } from "./figure-words.js";
import { canBeOne } from "./one-number.js";

/** The count that others are some of stands among so many first ones of its report. */
const FIRST_COUNTS = 100;

/** Numbers of one kind so close together are a list. */
const LIST_CHARACTERS = 120;

/**
 * Figures of a report that are items of a list, some of those that it counted before, or others than
 * those: none of them is its count of the happening.
 */
export function listedOf(figures: readonly Claim[], context: StoryContext): Set<Claim> {
  const claims = [...figures].sort((a, b) => a.span[0] - b.span[0]);
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
    const before = claims.slice(0, Math.min(at, FIRST_COUNTS));
    const isOfLarger = before.some((other) => isSmallerCount(one, other, context));
    if (isOfLarger && stepOf(one, context) === null) out.add(one);
    if (isBesideOthers(one, claims[at - 1], before, context)) out.add(one);
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
function isBesideOthers(
  claim: Claim,
  last: Claim | undefined,
  before: readonly Claim[],
  context: StoryContext,
): boolean {
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
  const isFar = numberOf(a) < numberOf(b) * SOME && !isTollInTurn(a, context);
  const isOfSome = a.chain.length < 2 || isFar;
  return isOfSome && !canBeOne(x.value, y.value);
}

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
