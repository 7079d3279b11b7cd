import { assertNever } from "../../core/assert.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import { onDay, type ResolutionContext, type ResolvedDays, spanOf } from "./days.js";
import { resolveDay } from "./resolve-day.js";
import { resolveHoliday } from "./resolve-holiday.js";
import { portionOf, resolvePeriod, resolveSeason, resolveUnit, unitAt } from "./resolve-period.js";
import { resolveNthWeekday, resolveWeekday } from "./resolve-weekday.js";

/**
 * The days a time expression means, seen from the day of publication; null where the words and
 * that day do not fix them. Nothing is guessed: without a day of publication "today" stays open.
 */
export function resolveSpec(spec: TimeSpec, context: ResolutionContext): ResolvedDays | null {
  switch (spec.kind) {
    case "day":
      return resolveDay(spec, context);
    case "night":
      return resolveNight(spec, context);
    case "period":
      return portionOf(resolvePeriod(spec.date, spec.which, context), spec.portion, context);
    case "unit":
      return portionOf(resolveUnit(spec, context), spec.portion, context);
    case "nth-weekday":
      return resolveNthWeekday(spec.weekday, spec.nth, resolveSpec(spec.of, context));
    case "distance":
      return resolveDistance(spec, context);
    case "season":
      return resolveSeason(spec, context);
    case "holiday":
      return resolveHoliday(spec, context);
    case "range":
      return resolveRange(spec.from, spec.to, context);
    case "since": {
      const from = resolveSpec(spec.from, context);
      if (!from || context.published === null || from.start > context.published) return null;
      if (context.once && spec.from.kind === "distance") return from;
      return spanOf(from.start, context.published);
    }
    case "clock":
      return null;
    default:
      return assertNever(spec);
  }
}

function resolveNight(
  spec: Extract<TimeSpec, { kind: "night" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published, told } = context;
  if (spec.from === "told") {
    return told?.precision === "day" ? spanOf(told.start - 1, told.start) : null;
  }
  if (published === null) return null;
  if (spec.from === null) return spanOf(published - 1, published);
  const start = resolveWeekday(spec.from, null, published, {
    ...context,
    tense: context.tense === "future" ? "future" : null,
  });
  // The night ends in the morning after: it cannot have begun on the day that is still running.
  const from = start === published && context.tense !== "future" ? start - 7 : start;
  return spanOf(from, from + 1);
}

/** Hours told back from the report lie on its own day while they are this few. */
const HOURS_OF_A_DAY = 6;

function resolveDistance(
  spec: Extract<TimeSpec, { kind: "distance" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published, told } = context;
  if (spec.count === null) return null;
  const away = spec.direction * spec.count;
  if (spec.from === "told") {
    if (told === null) return null;
    const base = spec.direction > 0 ? told.end : told.start;
    // Days after a month or a year told are no day of the calendar.
    if (told.precision !== "day" && told.end - told.start > 1 && spec.unit === "day") return null;
    return distant(base, spec.unit, away);
  }
  if (published === null || (spec.from === "open" && context.tense !== "future")) return null;
  if (spec.unit === "hour") return Math.abs(away) < HOURS_OF_A_DAY ? onDay(published) : null;
  return distant(published, spec.unit, away);
}

/** Four days or weeks away is a day; four months or years away no more than a month or a year. */
const distant = (day: number, unit: Parameters<typeof unitAt>[1], away: number) =>
  unit === "week" ? onDay(day + 7 * away) : unit === "decade" ? null : unitAt(day, unit, away);

function resolveRange(
  from: TimeSpec,
  to: TimeSpec,
  context: ResolutionContext,
): ResolvedDays | null {
  const last = resolveSpec(to, context);
  if (!last) return null;
  // What ends in a month or year begins in the same one where its own words leave it open.
  const first = resolveSpec(lend(from, to), context);
  if (!first) return null;
  const weekdays = from.kind === "day" && from.weekday !== null && from.date === null;
  const start = first.start > last.end && weekdays ? first.start - 7 : first.start;
  if (start > last.end) {
    // "من 28 ديسمبر حتى 3 يناير 2022": over the turn of the year.
    const earlier = lend(from, to, 1);
    const before = earlier === from ? null : resolveSpec(earlier, context);
    return before && before.start <= last.end && last.end - before.start < YEAR
      ? spanOf(before.start, last.end)
      : null;
  }
  const bothYears = first.precision === "year" && last.precision === "year";
  return bothYears && start === last.start ? last : spanOf(start, last.end);
}

/** Days of the longest year. */
const YEAR = 366;

/** A beginning without a year, or without a month, has that of the end, or one so many years `before`. */
function lend(from: TimeSpec, to: TimeSpec, before = 0): TimeSpec {
  if ((from.kind !== "day" && from.kind !== "period") || !from.date) return from;
  if ((to.kind !== "day" && to.kind !== "period") || !to.date) return from;
  if (from.date.calendar !== to.date.calendar) return from;
  if (from.date.year !== undefined || from.date.yearWhich !== undefined) return from;
  const { yearWhich } = to.date;
  const year = to.date.year === undefined ? undefined : to.date.year - before;
  if (before > 0 && year === undefined) return from;
  const date = { ...from.date, year, yearWhich };
  if (from.kind === "day") {
    return {
      ...from,
      date,
      dateWhich: from.dateWhich ?? (to.kind === "day" ? to.dateWhich : null),
    };
  }
  return { ...from, date, which: from.which ?? (to.kind === "period" ? to.which : null) };
}
