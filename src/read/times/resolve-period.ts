import { civil, type DayNumber, dayNumber, weekday } from "../../core/calendar.js";
import { hijriDay, hijriMonthLength, hijriYear } from "../../core/hijri.js";
import type {
  PartialDate,
  Portion,
  Season,
  TimeSpec,
  TimeUnit,
  Which,
} from "../../lang/time-spec.js";
import {
  monthAt,
  onDay,
  type ResolutionContext,
  type ResolvedDays,
  spanOf,
  wholeMonth,
  wholeYear,
} from "./days.js";
import { yearOf } from "./resolve-year.js";

/** A month told without a year begins soon rather than lies most of a year back. */
const NEAR_MONTHS = 2;

export function resolvePeriod(
  date: PartialDate,
  which: Which | null,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (date.calendar === "hijri") return resolveHijriPeriod(date, which, context);
  if (date.month === undefined) return date.year === undefined ? null : wholeYear(date.year);
  if (date.year !== undefined) return wholeMonth(date.year, date.month);
  if (date.yearWhich !== undefined) {
    const year = yearOf(date.yearWhich, context);
    return year === null ? null : wholeMonth(year, date.month);
  }
  if (published === null) {
    return context.yearHint === null ? null : wholeMonth(context.yearHint, date.month);
  }
  const now = civil(published);
  return wholeMonth(yearOfMonth(date.month, which, now, context.tense), date.month);
}

function yearOfMonth(
  month: number,
  which: Which | null,
  now: { readonly year: number; readonly month: number },
  tense: ResolutionContext["tense"],
): number {
  switch (which) {
    case "this":
      return now.year;
    case "last":
      return month >= now.month ? now.year - 1 : now.year;
    case "before-last":
      return month >= now.month ? now.year - 2 : now.year - 1;
    case "next":
      return month <= now.month ? now.year + 1 : now.year;
    default: {
      const ahead = (month - now.month + 12) % 12;
      const back = (now.month - month + 12) % 12;
      // "They will pay the wages of May", in July: the May that was.
      if (tense === "future" && back > NEAR_MONTHS) {
        return month < now.month ? now.year + 1 : now.year;
      }
      if (tense !== "past" && ahead <= NEAR_MONTHS && back >= 12 - NEAR_MONTHS) {
        return month < now.month ? now.year + 1 : now.year;
      }
      return month > now.month ? now.year - 1 : now.year;
    }
  }
}

function resolveHijriPeriod(
  date: PartialDate,
  which: Which | null,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (date.commonYear !== undefined) return hijriMonthIn(date.commonYear, date.month);
  const current = published === null ? null : hijriYear(published);
  const year = date.year ?? current;
  if (year === null) return null;
  if (date.month === undefined) {
    const start = hijriDay(year, 1, 1);
    const next = hijriDay(year + 1, 1, 1);
    return start === null || next === null ? null : spanOf(start, next - 1);
  }
  const found = hijriMonth(year, date.month);
  if (found === null || date.year !== undefined || published === null) return found;
  if (which === "next" || (which === null && context.tense === "future")) {
    return found.end < published ? hijriMonth(year + 1, date.month) : found;
  }
  // A month that has not begun is the one of the year before, unless it is next.
  const far = found.start > published + (which === "last" ? 0 : 31 * NEAR_MONTHS);
  return far ? hijriMonth(year - 1, date.month) : found;
}

/** "Ramadan 2015": the one that began in that year of the common era; null where two did. */
function hijriMonthIn(commonYear: number, month: number | undefined): ResolvedDays | null {
  const first = hijriYear(dayNumber(commonYear, 1, 1));
  if (first === null || month === undefined) return null;
  const [only, ...others] = [first, first + 1]
    .map((year) => hijriMonth(year, month))
    .filter((one): one is ResolvedDays => one !== null && civil(one.start).year === commonYear);
  return others.length === 0 ? (only ?? null) : null;
}

function hijriMonth(year: number, month: number): ResolvedDays | null {
  const start = hijriDay(year, month, 1);
  return start === null ? null : spanOf(start, start + hijriMonthLength(year, month) - 1);
}

/** Halves and quarters are counted in months; "the beginning of June" only begins with June. */
export function portionOf(
  days: ResolvedDays | null,
  portion: Portion | null,
  { published }: Pick<ResolutionContext, "published">,
): ResolvedDays | null {
  if (days === null || portion === null) return days;
  const { year, month } = civil(days.start);
  const months = (first: number, last: number): ResolvedDays =>
    spanOf(wholeMonth(year, first).start, wholeMonth(year, last).end);
  switch (portion) {
    case "start":
    case "middle":
    case "end":
      return days;
    case "weekend":
      return null;
    case "rest": {
      const running = published !== null && published >= days.start && published <= days.end;
      return running ? spanOf(published, days.end) : null;
    }
    case "half-1":
    case "half-2": {
      const second = portion === "half-2";
      if (days.precision === "year") return second ? months(7, 12) : months(1, 6);
      if (days.precision !== "month") return days;
      const middle = dayNumber(year, month, 15);
      return second ? spanOf(middle + 1, days.end) : spanOf(days.start, middle);
    }
    case "quarter-1":
    case "quarter-2":
    case "quarter-3":
    case "quarter-4": {
      const quarter = Number(portion.slice(-1));
      return days.precision === "year" ? months(3 * quarter - 2, 3 * quarter) : days;
    }
    case "week-1":
    case "week-2":
    case "week-3":
    case "week-4": {
      const start = days.precision === "year" ? firstWeek(year) : days.start;
      const first = start + 7 * (Number(portion.slice(-1)) - 1);
      return spanOf(first, first + 6);
    }
    case "week-last": {
      if (days.precision !== "year") return spanOf(days.end - 6, days.end);
      const next = firstWeek(year + 1);
      return spanOf(next - 7, next - 1);
    }
  }
}

/** Monday of the first ISO week of a year: the one that holds 4 January. */
function firstWeek(year: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - (weekday(fourth) - 1);
}

/** First month of each season of the northern half of the earth, by whole months. */
const SEASON_STARTS: Readonly<Record<Season, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  winter: 12,
};

/** "The summer of 2014". A winter lies in two years: with a year alone it stays open. */
export function resolveSeason(
  { season, date }: Extract<TimeSpec, { kind: "season" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const inYear = (year: number): ResolvedDays =>
    spanOf(
      wholeMonth(year, SEASON_STARTS[season]).start,
      monthAt(year * 12 + SEASON_STARTS[season] + 1).end,
    );
  if (date.year !== undefined) return season === "winter" ? null : inYear(date.year);
  const { published } = context;
  if (published === null) return null;
  const { year } = civil(published);
  const near = [year - 2, year - 1, year, year + 1].map(inYear);
  switch (date.yearWhich) {
    case "last":
      return near.findLast((one) => one.end < published) ?? null;
    case "next":
      return near.find((one) => one.start > published) ?? null;
    case "this":
      return season === "winter" ? null : inYear(year);
    default:
      return null;
  }
}

export function resolveUnit(
  spec: Extract<TimeSpec, { kind: "unit" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { which, count } = spec;
  if (which === "same" || which === "next-told" || which === "previous-told") {
    return resolveToldUnit(spec, context);
  }
  const { published } = context;
  if (published === null || count === null) return null;
  if (which === "before-last" || which === "after-next") {
    return count === 1 ? unitAt(published, spec.unit, which === "before-last" ? -2 : 2) : null;
  }
  const sign = which === "next" ? 1 : which === "last" ? -1 : 0;
  switch (spec.unit) {
    case "hour":
      if (sign >= 0) return null;
      return count < 12 ? onDay(published) : spanOf(published - Math.ceil(count / 24), published);
    case "day":
      return sign < 0
        ? spanOf(published - count, published - 1)
        : spanOf(published + sign, published + count * Math.max(sign, 0));
    case "week":
    case "month":
    case "year": {
      if (sign === 0 || count === 1) return unitAt(published, spec.unit, sign);
      const near = unitAt(published, spec.unit, sign);
      const far = unitAt(published, spec.unit, sign * count);
      if (!near || !far) return null;
      return sign < 0 ? spanOf(far.start, near.end) : spanOf(near.start, far.end);
    }
    case "decade":
      // "The past decade" is as often the last ten years, so only the running and the coming one.
      return sign < 0 || count !== 1 ? null : unitAt(published, "decade", sign);
    case "century":
      return null;
  }
}

/** "The same month", "the following year": seen from the time told before. */
function resolveToldUnit(
  spec: Extract<TimeSpec, { kind: "unit" }>,
  { told }: ResolutionContext,
): ResolvedDays | null {
  if (told === null || spec.count !== 1) return null;
  const step = spec.which === "same" ? 0 : spec.which === "next-told" ? 1 : -1;
  const isFiner = rank(spec.unit) >= PRECISION_RANK[told.precision];
  return isFiner ? unitAt(step > 0 ? told.end : told.start, spec.unit, step) : null;
}

const PRECISION_RANK: Readonly<Record<ResolvedDays["precision"], number>> = {
  day: 0,
  range: 1,
  month: 2,
  year: 3,
};
const rank = (unit: TimeUnit): number => ["day", "week", "month", "year"].indexOf(unit);

/** The day, ISO week, month or year `away` from the one that holds the day. */
export function unitAt(day: DayNumber, unit: TimeUnit, away: number): ResolvedDays | null {
  const { year, month } = civil(day);
  switch (unit) {
    case "day":
      return onDay(day + away);
    case "week": {
      const monday = day - (weekday(day) - 1) + 7 * away;
      return spanOf(monday, monday + 6);
    }
    case "month":
      return monthAt(year * 12 + month - 1 + away);
    case "year":
      return wholeYear(year + away);
    case "decade": {
      const first = Math.floor(year / 10) * 10 + 10 * away;
      return spanOf(wholeYear(first).start, wholeYear(first + 9).end);
    }
    case "hour":
    case "century":
      return null;
  }
}
