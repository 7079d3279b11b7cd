import { parseIsoDay } from "../../core/calendar.js";
import type { Claim } from "../../core/contract.js";
import type { StoryContext } from "../context.js";

/** Days on which a figure happened by its own words: day numbers, both included. */
export interface Days {
  readonly start: number;
  readonly end: number;
}

/** A happening may be put on the day before or after: a night, a word such as "yesterday". */
const ONE_EVENT_DAYS = 1;
/** Counts of spans of so many days and more are totals of a time, not of one happening. */
export const LONGEST_HAPPENING = 5;

/** Days that the claim's own words give; a running total is of no day. */
export function ownDays(claim: Claim, context: StoryContext): Days | null {
  const days = statedDays(claim, context);
  return days && days.end - days.start < LONGEST_HAPPENING ? days : null;
}

/** However long the span that its words give: weeks, where the count sums them up. */
export function statedDays(claim: Claim, context: StoryContext): Days | null {
  const { time, figure } = claim;
  const isOwn = time?.basis === "stated" || time?.basis === "relative";
  if (!isOwn || figure?.scope === "cumulative" || context.isBounded(claim)) return null;
  const start = time.start ? parseIsoDay(time.start) : null;
  const end = time.end ? parseIsoDay(time.end) : null;
  return start === null || end === null ? null : { start, end };
}

export function areDaysApart(a: Days | null, b: Days | null): boolean {
  if (a === null || b === null) return false;
  return Math.max(a.start - b.end, b.start - a.end) > ONE_EVENT_DAYS;
}
