import { type DayNumber, type Weekday, weekday } from "../../core/calendar.js";
import type { TimeSpec, Which } from "../../lang/time-spec.js";
import { daysUntil, onDay, type ResolutionContext, type ResolvedDays } from "./days.js";

/** A bare weekday is the last such day up to the day of publication, unless the tense looks ahead. */
export function resolveWeekday(
  wanted: Weekday,
  which: Which | null,
  published: DayNumber,
  context: ResolutionContext,
): DayNumber {
  const back = daysUntil(wanted, weekday(published));
  const ahead = (7 - back) % 7;
  const { told } = context;
  switch (which) {
    case "last":
      return published - (back === 0 ? 7 : back);
    case "before-last":
      return published - (back === 0 ? 14 : back + 7);
    case "next":
      return published + (ahead === 0 ? 7 : ahead);
    case "after-next":
      return published + (ahead === 0 ? 14 : ahead + 7);
    case "same":
      return told && weekday(told.start) === wanted ? told.start : published - back;
    case "next-told":
      return told ? told.end + (daysUntil(weekday(told.end), wanted) || 7) : published - back;
    case "previous-told":
      return told ? told.start - (daysUntil(wanted, weekday(told.start)) || 7) : published - back;
    case "this":
    case null:
      return context.tense !== "past" && context.tense !== null && ahead > 0
        ? published + ahead
        : published - back;
  }
}

/** "Tuesday of next week": the week begins on Monday, as ISO weeks do. */
export function resolveInWeek(
  spec: Extract<TimeSpec, { kind: "day" }>,
  { published }: ResolutionContext,
): ResolvedDays | null {
  const weeks =
    spec.week === "last" ? -1 : spec.week === "next" ? 1 : spec.week === "this" ? 0 : null;
  if (published === null || spec.weekday === null || weeks === null) return null;
  return onDay(published - weekday(published) + spec.weekday + 7 * weeks);
}

/** "The first Friday of July", "the last Friday of Ramadan": one of those in the days of `of`. */
export function resolveNthWeekday(
  wanted: Weekday,
  nth: number,
  of: ResolvedDays | null,
): ResolvedDays | null {
  if (of === null) return null;
  const found =
    nth > 0
      ? of.start + daysUntil(weekday(of.start), wanted) + 7 * (nth - 1)
      : of.end - daysUntil(wanted, weekday(of.end));
  return found >= of.start && found <= of.end ? onDay(found) : null;
}
