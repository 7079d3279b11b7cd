import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { isToll } from "../scenes/scene.js";
import { isLongTotal, isOfPeriod, isOfSeveral, isThroughout } from "./figure-words.js";
import { LONGEST_HAPPENING, statedDays } from "./own-days.js";

/** What keeps a figure from being news of one happening: it is recalled, or sums up a time. */
export function apartOf(claim: Claim, context: StoryContext): string {
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

/** A longer span than a happening; but "last week" may be a day of one, where nothing says "throughout". */
const WEEK = 7;

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
