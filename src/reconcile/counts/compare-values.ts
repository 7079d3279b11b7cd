import type { Value } from "../../core/contract.js";

/** What was bounded below is no longer near a count from this share above it on. */
const OUTGROWN = 1.1;

export const isOpenAbove = ({ hedge, max }: Value): boolean => hedge === "bound" && max === null;

export const isOutgrown = (bound: Value, count: Value): boolean =>
  isOpenAbove(bound) && count.hedge !== "vague" && (count.min ?? 0) >= (bound.min ?? 0) * OUTGROWN;

/** A bound tells little of a count that is so many times as large … */
const FAR_BELOW = 1.5;
/** … and, from here on, an exact one of a count that it is no longer near: nobody says "at least 127" of 174. */
const COUNTED_FROM = 50;
export const isCountedOut = ({ min }: Value): boolean =>
  (min ?? 0) >= COUNTED_FROM && (min ?? 0) % 10 !== 0;

export const isFarBelow = (bound: Value, count: Value): boolean =>
  isOpenAbove(bound) &&
  (count.hedge === "exact" || count.hedge === "about") &&
  (count.min ?? 0) >= (bound.min ?? 0) * (isCountedOut(bound) ? OUTGROWN : FAR_BELOW);

/** An estimate ("between 500 and 1,000"): its ends lie so far apart that nobody counted. */
const WIDE = 1.25;
export const isEstimate = ({ min, max, hedge }: Value): boolean =>
  hedge === "bound" && min !== null && max !== null && min > 0 && max >= min * WIDE;

/** "No more than 46", said of what others count as more: it was said to limit, and is no step to them. */
export const isAtMost = (limit: Value, count: Value): boolean =>
  limit.hedge === "bound" &&
  limit.max !== null &&
  (limit.min ?? 0) === 0 &&
  count.hedge !== "vague" &&
  (count.min ?? 0) > limit.max;

/** A round number from here on may stand for its neighbours, where it says that it does … */
const ROUND_FROM = 50;
/** … and where it does not, only half a hundred at a time: "290" beside "292" was counted. */
const ROUND_STEP = 50;
/** … that are no farther from it than this share. */
const ROUND_WITHIN = 0.05;

/** … or than this one, where it says of itself that it is "about" so many. */
const ABOUT_WITHIN = 0.15;

/** "300" beside "297", "about 200" beside "227": a round number told for an exact one. */
export function isRounding(round: Value, exact: Value): boolean {
  const [r, e] = [round.min, exact.min];
  if (r === null || e === null || round.min !== round.max || exact.min !== exact.max) return false;
  const step = r >= 1000 ? 100 : round.hedge === "about" || r < 100 ? 10 : ROUND_STEP;
  if (r < ROUND_FROM || r === e || r % step !== 0) return false;
  const within = round.hedge === "about" ? ABOUT_WITHIN : ROUND_WITHIN;
  return e % 10 !== 0 && exact.hedge === "exact" && Math.abs(r - e) / r <= within;
}

export function isLower(a: Value, b: Value): boolean {
  return (a.max ?? a.min ?? 0) <= (b.min ?? b.max ?? 0);
}
