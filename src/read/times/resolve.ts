import {
  civil,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDay,
  isValidDate,
  type Weekday,
  weekday,
} from "../../core/calendar.js";
import { hijriDay, hijriMonthLength, hijriYear } from "../../core/hijri.js";
import type { PartialDate, Portion, TimeSpec, TimeUnit, Which } from "../../lang/time-spec.js";

/** Days `[start, end]`, both included, and how finely the words tell them. */
export interface ResolvedDays {
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly precision: "day" | "month" | "year" | "range";
}

/** What the resolution may lean on beside the expression itself. */
export interface ResolutionContext {
  /** Day of publication; null where unknown. */
  readonly published: DayNumber | null;
  /** The time last told before, for "the following day" and "the same month". */
  readonly told: ResolvedDays | null;
  /** The sentence speaks of what is to come. */
  readonly future: boolean;
  /** A year that the text gives elsewhere, for a day and month without one. */
  readonly yearHint: number | null;
}

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
      return portionOf(resolvePeriod(spec.date, spec.which, context), spec.portion);
    case "unit":
      return resolveUnit(spec, context);
    case "distance":
      return resolveDistance(spec, context);
    case "range":
      return resolveRange(spec.from, spec.to, context);
    case "since": {
      const from = resolveSpec(spec.from, context);
      if (!from || context.published === null || from.start > context.published) return null;
      return { start: from.start, end: context.published, precision: "range" };
    }
    case "clock":
      return null;
  }
}

const onDay = (day: DayNumber): ResolvedDays => ({ start: day, end: day, precision: "day" });

function resolveDay(
  spec: Extract<TimeSpec, { kind: "day" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (spec.date) {
    const dated = resolveDate(spec.date, spec.dateWhich, spec.weekday, context);
    if (dated !== null) return onDay(dated);
    if (spec.date.year !== undefined || spec.offset === null) return null;
  }
  if (published === null) return null;
  if (spec.offset !== null) return onDay(published + spec.offset);
  if (spec.weekday === null) return null;
  return onDay(resolveWeekday(spec.weekday, spec.which, published, context));
}

/** A bare weekday is the last such day up to the day of publication, unless the tense looks ahead. */
function resolveWeekday(
  wanted: Weekday,
  which: Which | null,
  published: DayNumber,
  context: ResolutionContext,
): DayNumber {
  const back = (weekday(published) - wanted + 7) % 7;
  const ahead = (7 - back) % 7;
  switch (which) {
    case "last":
      return published - (back === 0 ? 7 : back);
    case "next":
      return published + (ahead === 0 ? 7 : ahead);
    case "same":
      if (context.told && weekday(context.told.start) === wanted) return context.told.start;
      return published - back;
    default:
      return context.future && ahead > 0 ? published + ahead : published - back;
  }
}

function resolveDate(
  date: PartialDate,
  which: Which | null,
  day: Weekday | null,
  context: ResolutionContext,
): DayNumber | null {
  if (date.calendar === "hijri") return resolveHijri(date, context);
  const { published } = context;
  const month = date.month ?? (published === null ? undefined : monthOf(published, which));
  if (month === undefined || date.day === undefined) return null;
  const make = (year: number): DayNumber | null =>
    isValidDate(year, month, date.day ?? 0) ? dayNumber(year, month, date.day ?? 0) : null;
  if (date.year !== undefined) return make(date.year);
  if (published === null) return context.yearHint === null ? null : make(context.yearHint);
  const year = civil(published).year;
  const years = [year, year - 1, year + 1];
  const found = years.map(make).filter((one): one is DayNumber => one !== null);
  const fits = day === null ? found : found.filter((one) => weekday(one) === day);
  const candidates = fits.length > 0 ? fits : found;
  if (which === "last") return latest(candidates.filter((one) => one <= published));
  if (which === "next" || (which === null && context.future)) {
    return earliest(candidates.filter((one) => one >= published)) ?? latest(candidates);
  }
  if (which === "this") return candidates.find((one) => civil(one).year === year) ?? null;
  // Plain "6 January": the last one, unless it lies a little ahead.
  const past = latest(candidates.filter((one) => one <= published));
  const soon = earliest(candidates.filter((one) => one > published));
  if (
    soon !== null &&
    (past === null || (soon - published <= NEAR_AHEAD && published - past > FAR_BACK))
  ) {
    return soon;
  }
  return past;
}

/** A date without a year lies ahead rather than a year back where it is this near. */
const NEAR_AHEAD = 45;
const FAR_BACK = 300;

function monthOf(published: DayNumber, which: Which | null): number {
  const { month } = civil(published);
  if (which === "last") return month === 1 ? 12 : month - 1;
  if (which === "next") return month === 12 ? 1 : month + 1;
  return month;
}

function resolveHijri(date: PartialDate, context: ResolutionContext): DayNumber | null {
  const year = date.year ?? (context.published === null ? null : hijriYear(context.published));
  if (year === null || date.month === undefined || date.day === undefined) return null;
  const found = hijriDay(year, date.month, date.day);
  if (found === null || date.year !== undefined || context.published === null) return found;
  return found > context.published + NEAR_AHEAD ? hijriDay(year - 1, date.month, date.day) : found;
}

function resolveNight(
  spec: Extract<TimeSpec, { kind: "night" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  if (context.published === null) return null;
  if (spec.from === null) {
    return { start: context.published - 1, end: context.published, precision: "range" };
  }
  const start = resolveWeekday(spec.from, null, context.published, context);
  // The night ends in the morning after: it cannot have begun on the day that is still running.
  const from = start === context.published ? start - 7 : start;
  return { start: from, end: from + 1, precision: "range" };
}

function resolvePeriod(
  date: PartialDate,
  which: Which | null,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (date.calendar === "hijri") return resolveHijriMonth(date, context);
  if (date.month === undefined) return date.year === undefined ? null : wholeYear(date.year);
  if (date.year !== undefined) return wholeMonth(date.year, date.month);
  if (published === null) {
    return context.yearHint === null ? null : wholeMonth(context.yearHint, date.month);
  }
  const now = civil(published);
  let year = now.year;
  if (which === "last" || (which === null && !context.future)) {
    if (date.month > now.month || (which === "last" && date.month === now.month)) year--;
  } else if (which === "next" || which === null) {
    if (date.month < now.month) year++;
  }
  return wholeMonth(year, date.month);
}

function resolveHijriMonth(date: PartialDate, context: ResolutionContext): ResolvedDays | null {
  const year = date.year ?? (context.published === null ? null : hijriYear(context.published));
  if (year === null || date.month === undefined) return null;
  const start = hijriDay(year, date.month, 1);
  const length = hijriMonthLength(year, date.month);
  return start === null ? null : { start, end: start + length - 1, precision: "range" };
}

const wholeYear = (year: number): ResolvedDays => ({
  start: dayNumber(year, 1, 1),
  end: dayNumber(year, 12, 31),
  precision: "year",
});

const wholeMonth = (year: number, month: number): ResolvedDays => ({
  start: dayNumber(year, month, 1),
  end: dayNumber(year, month, daysInMonth(year, month)),
  precision: "month",
});

/** "The beginning of June" begins with June; how far it reaches the words do not say. */
function portionOf(days: ResolvedDays | null, _portion: Portion | null): ResolvedDays | null {
  return days;
}

function resolveUnit(
  spec: Extract<TimeSpec, { kind: "unit" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (published === null || spec.count === null) return null;
  const sign = spec.which === "next" ? 1 : spec.which === "last" ? -1 : 0;
  if (spec.which === "same" || spec.which === "next-told") return null;
  switch (spec.unit) {
    case "hour":
      if (sign >= 0) return null;
      return spec.count < 12
        ? onDay(published)
        : { start: published - Math.ceil(spec.count / 24), end: published, precision: "range" };
    case "day":
      return sign < 0
        ? { start: published - spec.count, end: published - 1, precision: "range" }
        : {
            start: published + sign,
            end: published + spec.count * Math.max(sign, 0),
            precision: "range",
          };
    case "week":
      return weeks(published, spec.count, sign);
    case "month":
      return months(published, spec.count, sign);
    case "year":
      return years(published, spec.count, sign);
    case "decade":
    case "century":
      return null;
  }
}

/** The working week of Arabic news begins on Saturday or Sunday; ISO weeks are kept, and said so. */
function weeks(published: DayNumber, count: number, sign: number): ResolvedDays {
  const monday = published - (weekday(published) - 1);
  const start = sign < 0 ? monday - 7 * count : sign > 0 ? monday + 7 : monday;
  const end = sign < 0 ? monday - 1 : sign > 0 ? monday + 7 * count + 6 : monday + 6;
  return { start, end, precision: "range" };
}

function months(published: DayNumber, count: number, sign: number): ResolvedDays {
  const { year, month } = civil(published);
  const index = year * 12 + month - 1;
  const first = sign < 0 ? index - count : index + sign;
  const last = sign < 0 ? index - 1 : index + sign * count;
  const from = wholeMonth(Math.floor(first / 12), (first % 12) + 1);
  const to = wholeMonth(Math.floor(last / 12), (last % 12) + 1);
  return { start: from.start, end: to.end, precision: count === 1 ? "month" : "range" };
}

function years(published: DayNumber, count: number, sign: number): ResolvedDays {
  const { year } = civil(published);
  const from = wholeYear(sign < 0 ? year - count : year + sign);
  const to = wholeYear(sign < 0 ? year - 1 : year + sign * count);
  return { start: from.start, end: to.end, precision: count === 1 ? "year" : "range" };
}

function resolveDistance(
  spec: Extract<TimeSpec, { kind: "distance" }>,
  context: ResolutionContext,
): ResolvedDays | null {
  const { published } = context;
  if (published === null || spec.count === null) return null;
  const away = spec.direction * spec.count;
  return shifted(published, spec.unit, away);
}

function shifted(published: DayNumber, unit: TimeUnit, away: number): ResolvedDays | null {
  const { year, month, day } = civil(published);
  switch (unit) {
    case "hour":
      return Math.abs(away) < 6 ? onDay(published) : null;
    case "day":
      return onDay(published + away);
    case "week":
      return onDay(published + 7 * away);
    case "month": {
      const index = year * 12 + month - 1 + away;
      void day;
      return wholeMonth(Math.floor(index / 12), (index % 12) + 1);
    }
    case "year":
      return wholeYear(year + away);
    case "decade":
    case "century":
      return null;
  }
}

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
  const start =
    first.start > last.end && from.kind === "day" && from.weekday !== null
      ? first.start - 7
      : first.start;
  return start > last.end ? null : { start, end: last.end, precision: "range" };
}

function lend(from: TimeSpec, to: TimeSpec): TimeSpec {
  if (
    from.kind === "day" &&
    to.kind === "day" &&
    from.date &&
    to.date &&
    from.date.year === undefined
  ) {
    return { ...from, date: { ...from.date, year: to.date.year } };
  }
  if (from.kind === "period" && to.kind === "period" && from.date.year === undefined) {
    return { ...from, date: { ...from.date, year: to.date.year } };
  }
  return from;
}

const latest = (days: readonly DayNumber[]): DayNumber | null =>
  days.length === 0 ? null : Math.max(...days);
const earliest = (days: readonly DayNumber[]): DayNumber | null =>
  days.length === 0 ? null : Math.min(...days);

/** Extended Date/Time Format, level 1. */
export function edtfOf(days: ResolvedDays): string {
  const start = isoDay(days.start);
  switch (days.precision) {
    case "day":
      return start;
    case "month":
      return start.slice(0, -3);
    case "year":
      return start.slice(0, -6);
    case "range":
      return days.start === days.end ? start : `${start}/${isoDay(days.end)}`;
  }
}
