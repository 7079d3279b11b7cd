import {
  civil,
  type DayNumber,
  dayNumber,
  isValidDate,
  type Weekday,
  weekday,
} from "../../core/calendar.js";
import { hijriDay, hijriYear } from "../../core/hijri.js";
import type { Holiday, PartialDate, TimeSpec, Which } from "../../lang/time-spec.js";
import {
  daysUntil,
  earliest,
  latest,
  onDay,
  type ResolutionContext,
  type ResolvedDays,
  spanOf,
} from "./days.js";

/** A date without a year lies ahead rather than a year back where it is this near. */
const NEAR_AHEAD = 60;
const FAR_BACK = 300;
/** The sighting of the moon moves a Hijri date by a day; so far the name of its weekday is believed. */
const MOON_DAYS = 1;

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
function resolveInWeek(
  spec: Extract<TimeSpec, { kind: "day" }>,
  { published }: ResolutionContext,
): ResolvedDays | null {
  const weeks =
    spec.week === "last" ? -1 : spec.week === "next" ? 1 : spec.week === "this" ? 0 : null;
  if (published === null || spec.weekday === null || weeks === null) return null;
  return onDay(published - weekday(published) + spec.weekday + 7 * weeks);
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
  if (date.month === undefined && named !== null && which === null) {
    return nearestNumbered(named, day, published);
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

/** A month either way, for "Wednesday 27". */
const MONTH_REACH = 31;

/** The nearest day with this weekday and number, before rather than after; null where none is near. */
function nearestNumbered(
  named: Weekday,
  number: number,
  published: DayNumber | null,
): DayNumber | null {
  if (published === null) return null;
  for (let away = 0; away <= MONTH_REACH; away++) {
    for (const day of [published - away, published + away]) {
      if (civil(day).day === number && weekday(day) === named) return day;
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

/** The year meant by "this year", "last year", "the same year"; null where it hangs in the air. */
export function yearOf(
  which: Which | undefined,
  { published, told }: ResolutionContext,
): number | null {
  const year = published === null ? null : civil(published).year;
  const toldYear = told === null ? null : civil(told.start).year;
  const from = (base: number | null, step: number): number | null =>
    base === null ? null : base + step;
  switch (which) {
    case undefined:
      return null;
    case "before-last":
      return from(year, -2);
    case "last":
      return from(year, -1);
    case "this":
      return year;
    case "next":
      return from(year, 1);
    case "after-next":
      return from(year, 2);
    case "same":
      return toldYear;
    case "next-told":
      return from(toldYear, 1);
    case "previous-told":
      return from(toldYear, -1);
  }
}

function monthOf(published: DayNumber, which: Which | null): number {
  const { month } = civil(published);
  if (which === "last") return month === 1 ? 12 : month - 1;
  if (which === "next") return month === 12 ? 1 : month + 1;
  return month;
}

/** The Gregorian day and month that the Hijri date beside them falls on, give or take the moon. */
function nearHijri(hijri: PartialDate, make: (year: number) => DayNumber | null): DayNumber | null {
  const { year, month, day } = hijri;
  if (year === undefined || month === undefined || day === undefined) return null;
  const start = hijriDay(year, month, day);
  if (start === null) return null;
  const found = make(civil(start).year);
  return found !== null && Math.abs(found - start) <= MOON_DAYS + 1 ? found : null;
}

function resolveHijri(
  date: PartialDate,
  named: Weekday | null,
  which: Which | null,
  context: ResolutionContext,
): DayNumber | null {
  const { published } = context;
  const { month, day } = date;
  if (month === undefined || day === undefined) return null;
  const year = date.year ?? (published === null ? null : hijriYear(published));
  if (year === null) return null;
  const fixed = date.year !== undefined || date.yearWhich === "this" || which === "this";
  const found = onWeekday(hijriDay(year, month, day), named);
  if (found === null || fixed || published === null) return found;
  const ahead = which === "next" || context.tense === "future";
  if (ahead && found < published) return onWeekday(hijriDay(year + 1, month, day), named);
  const back = which === "last" && found > published;
  return back || (!ahead && found > published + NEAR_AHEAD)
    ? onWeekday(hijriDay(year - 1, month, day), named)
    : found;
}

function onWeekday(day: DayNumber | null, named: Weekday | null): DayNumber | null {
  if (day === null || named === null) return day;
  for (const moved of [0, MOON_DAYS, -MOON_DAYS]) {
    if (weekday(day + moved) === named) return day + moved;
  }
  return day;
}

/** A fully dated Hijri day of the report's own calendar; null where the date is not complete. */
export function dayOfHijri(date: PartialDate, named: Weekday | null): DayNumber | null {
  const { year, month, day } = date;
  if (date.calendar !== "hijri" || year === undefined) return null;
  if (month === undefined || day === undefined) return null;
  return onWeekday(hijriDay(year, month, day), named);
}

/** A feast is meant that lies no farther away than this, where no word says which. */
const HOLIDAY_REACH = 100;

export function resolveHoliday(
  spec: Extract<TimeSpec, { kind: "holiday" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const start = holidayStart(spec.holiday, spec.year, context);
  if (start === null) return null;
  if (spec.nth !== null) return onDay(start + spec.nth - 1);
  const { days } = spec.holiday;
  return days === 1 ? onDay(start) : spanOf(start, start + days - 1);
}

function holidayStart(
  holiday: Holiday,
  told: PartialDate | null,
  context: ResolutionContext,
): DayNumber | null {
  const { month, day } = holiday;
  if (month === null || day === null) return null;
  const { published } = context;
  const hijri = holiday.calendar === "hijri";
  const inYear = (year: number): readonly DayNumber[] => {
    if (!hijri) return [dayNumber(year, month, day)];
    // A Gregorian year holds the feast once, at times twice.
    const first = hijriYear(dayNumber(year, 1, 1));
    if (first === null) return [];
    return [first, first + 1]
      .map((one) => hijriDay(one, month, day))
      .filter((one): one is DayNumber => one !== null && civil(one).year === year);
  };
  if (told?.year !== undefined) {
    if (told.calendar === "hijri") return hijri ? hijriDay(told.year, month, day) : null;
    return inYear(told.year)[0] ?? null;
  }
  if (published === null) return null;
  const { year } = civil(published);
  const all = [year - 1, year, year + 1].flatMap(inYear);
  const which = told?.yearWhich;
  if (which === "last") return latest(all.filter((one) => one < published));
  if (which === "next") return earliest(all.filter((one) => one > published));
  if (which === "this") return inYear(year)[0] ?? null;
  const near = all
    .filter((one) => Math.abs(one - published) <= HOLIDAY_REACH)
    .sort((a, b) => Math.abs(a - published) - Math.abs(b - published));
  return near[0] ?? null;
}
