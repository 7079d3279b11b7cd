import {
  civil,
  type DayNumber,
  dayNumber,
  isValidDate,
  type Weekday,
  weekday,
} from "../../core/calendar.js";
import type { PartialDate, TimeSpec, Which } from "../../lang/time-spec.js";
import {
  daysUntil,
  earliest,
  latest,
  NEAR_AHEAD,
  onDay,
  type ResolutionContext,
  type ResolvedDays,
} from "./days.js";
import { nearHijri, resolveHijri } from "./resolve-hijri.js";
import { resolveInWeek, resolveWeekday } from "./resolve-weekday.js";
import { yearOf } from "./resolve-year.js";

/** A date without a year that lies farther back than this may lie a little ahead. */
const FAR_BACK = 300;

export function resolveDay(
  spec: Extract<TimeSpec, { kind: "day" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (spec.date) {
    const dated = resolveDate(spec, spec.date, context);
    if (dated !== null) return onDay(dated);
    if (spec.date.year !== undefined || spec.offset === null) return null;
  }
  if (spec.week) return resolveInWeek(spec, context);
  if (published === null) {
    const { told } = context;
    const follows = spec.weekday !== null && spec.which === "next-told" && told;
    return follows ? onDay(resolveWeekday(spec.weekday, "next-told", told.end, context)) : null;
  }
  if (spec.offset !== null) return onDay(relative(spec.offset, spec.weekday, published));
  if (spec.weekday === null) return null;
  return onDay(resolveWeekday(spec.weekday, spec.which, published, context));
}

/** "Today, Friday" in a record of another day: the weekday is what the words say. */
function relative(offset: number, wanted: Weekday | null, published: DayNumber): DayNumber {
  const day = published + offset;
  if (wanted === null || weekday(day) === wanted) return day;
  return day - daysUntil(wanted, weekday(day));
}

function resolveDate(
  spec: Extract<TimeSpec, { kind: "day" }>,
  date: PartialDate,
  context: ResolutionContext,
): DayNumber | null {
  const { published, told } = context;
  const { weekday: named, dateWhich: which } = spec;
  if (date.calendar === "hijri") return resolveHijri(date, named, which, context);
  const day = date.day ?? 0;
  if (date.month === undefined && which === null) {
    return published === null ? null : nearestNumbered(day, named, published, context);
  }
  const month =
    date.month ??
    (which === "same"
      ? told && civil(told.start).month
      : published === null
        ? undefined
        : monthOf(published, which));
  if (month === undefined || month === null || date.day === undefined) return null;
  const make = (year: number): DayNumber | null =>
    isValidDate(year, month, day) ? dayNumber(year, month, day) : null;
  if (date.year !== undefined) return make(date.year);
  const byHijri = spec.other ? nearHijri(spec.other, make) : null;
  if (byHijri !== null) return byHijri;
  if (which === "same") return told === null ? null : make(civil(told.start).year);
  const relativeYear = yearOf(date.yearWhich, context);
  if (date.yearWhich !== undefined) return relativeYear === null ? null : make(relativeYear);
  if (published === null) {
    const hinted = context.yearHint === null ? null : make(context.yearHint);
    return hinted !== null && (named === null || weekday(hinted) === named) ? hinted : null;
  }
  return nearestYear(make, named, which, published, context);
}

/** No two days of one number lie farther apart than this: the 31st of July and of May. */
const MONTH_REACH = 62;

/**
 * "Wednesday 27", "the 27th", without a month: the nearest such day, before rather than after; with
 * no weekday that holds it, the last one up to the report, or the next where the tense looks ahead.
 */
function nearestNumbered(
  number: number,
  named: Weekday | null,
  published: DayNumber,
  { tense }: ResolutionContext,
): DayNumber | null {
  const steps = named !== null ? [-1, 1] : tense === "future" ? [1] : [-1];
  for (let away = 0; away <= MONTH_REACH; away++) {
    for (const step of steps) {
      const day = published + step * away;
      if (civil(day).day === number && (named === null || weekday(day) === named)) return day;
    }
  }
  return null;
}

function nearestYear(
  make: (year: number) => DayNumber | null,
  named: Weekday | null,
  which: Which | null,
  published: DayNumber,
  context: ResolutionContext,
): DayNumber | null {
  const year = civil(published).year;
  const found = [year, year - 1, year + 1]
    .map(make)
    .filter((one): one is DayNumber => one !== null);
  const fits = named === null ? found : found.filter((one) => weekday(one) === named);
  const candidates = fits.length > 0 ? fits : found;
  if (which === "last") return latest(candidates.filter((one) => one <= published));
  if (which === "next" || (which === null && context.tense === "future")) {
    return earliest(candidates.filter((one) => one >= published)) ?? latest(candidates);
  }
  if (which === "this") return candidates.find((one) => civil(one).year === year) ?? null;
  // Plain "6 January": the last one, unless it lies a little ahead.
  const past = latest(candidates.filter((one) => one <= published));
  const soon = earliest(candidates.filter((one) => one > published));
  const isNear = soon !== null && soon - published <= NEAR_AHEAD;
  if (isNear && (past === null || published - past > FAR_BACK)) return soon;
  return past;
}

function monthOf(published: DayNumber, which: Which | null): number {
  const { month } = civil(published);
  if (which === "last") return month === 1 ? 12 : month - 1;
  if (which === "next") return month === 12 ? 1 : month + 1;
  return month;
}
