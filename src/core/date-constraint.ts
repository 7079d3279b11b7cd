import {
  civil,
  type DayNumber,
  dayNumber,
  daysInMonth,
  type Weekday,
  weekday,
} from "./calendar.js";
import type { Range } from "./contract.js";

/**
 * What the words of a report say of its own day of publication: "publication day + offset is a day
 * with these fields". Every field that is present must hold, so "today, Thursday 6 January" is one
 * constraint with a weekday, a day and a month.
 *
 * - `exact: true`: the day `publication + offset` itself has the fields ("today Thursday": 0,
 *   "yesterday Friday": -1, "tomorrow, Thursday": 1, "this January": offset 0 with a month only).
 * - `exact: false`: some day from `publication + offset` up to the publication day (or, for a
 *   positive offset, from it on) has them ("last Monday, 10 January": offset -7; a bare
 *   "6 January": as far back as the reader dares to say, say -330).
 */
export interface DateConstraint {
  /** The most telling field; for words only. All fields given are applied. */
  readonly kind: "weekday" | "day-month" | "date" | "month-year" | "year";
  readonly weekday?: Weekday;
  /** 1 to 31. */
  readonly day?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly year?: number;
  /** Days from the publication day; whole, negative for the past. */
  readonly offset: number;
  readonly exact: boolean;
  /** The words that say it, in the report's text. */
  readonly span: Range;
}

/**
 * A day told by nothing but its distance from the day of publication ("today", "yesterday morning")
 * or its weekday. Alone it tells nothing of that day; beside a sibling that dates the news, it does.
 */
export interface DayWord {
  /** Days from the publication day; null for a bare weekday, the last one up to it. */
  readonly offset: number | null;
  readonly weekday: Weekday | null;
  readonly span: Range;
}

export interface DateBounds {
  readonly notBefore?: DayNumber | undefined;
  readonly notAfter?: DayNumber | undefined;
}

export interface DateSolution {
  /** Every publication day that satisfies all constraints within the bounds, ascending. */
  readonly days: readonly DayNumber[];
}

/** Days before the press went online, and far ahead, are no candidates unless bounds ask for them. */
const FIRST_DAY = dayNumber(1990, 1, 1);
const LAST_DAY = dayNumber(2049, 12, 31);

/**
 * All publication days that the constraints allow. Contradictory constraints give no day, no
 * constraint at all gives none either (nothing is known, rather than every day). Cost: one step a
 * day of the bounds for each distinct constraint at most, and one a year where a constraint names
 * day and month.
 */
export function solve(
  constraints: readonly DateConstraint[],
  bounds: DateBounds = {},
): DateSolution {
  if (constraints.length === 0) return { days: [] };
  const from = bounds.notBefore ?? FIRST_DAY;
  const to = bounds.notAfter ?? LAST_DAY;
  const distinct = new Map<string, DateConstraint>();
  for (const one of constraints) distinct.set(keyOf(one), one);
  // Those that leave the fewest days come first.
  const ordered = [...distinct.values()].sort((a, b) => breadth(a) - breadth(b));
  let days = candidates(ordered[0], from, to);
  for (const constraint of ordered) {
    if (days.length === 0) break;
    days = days.filter((day) => allows(constraint, day));
  }
  return { days };
}

const keyOf = ({ weekday, day, month, year, offset, exact }: DateConstraint): string =>
  `${weekday} ${day} ${month} ${year} ${offset} ${exact}`;

/** Of how many days, about, the constraint allows one. */
function breadth({ day, month, exact, offset }: DateConstraint): number {
  const fixed = day === undefined || month === undefined ? 1 : 366;
  return (exact ? 1 : Math.abs(offset) + 1) / fixed;
}

/** True where a report published on `day` can hold the words of the constraint. */
export function allows(constraint: DateConstraint, day: DayNumber): boolean {
  if (constraint.exact) return hasFields(constraint, day + constraint.offset);
  const reach = Math.abs(constraint.offset);
  const first = constraint.offset < 0 ? day - reach : day;
  if (constraint.day !== undefined && constraint.month !== undefined) {
    return namesDayWithin(constraint, constraint.month, constraint.day, first, first + reach);
  }
  for (let away = 0; away <= reach; away++) {
    if (hasFields(constraint, first + away)) return true;
  }
  return false;
}

/** Whether one of the days that a day of a month falls on, a year, lies in `[first, last]`. */
function namesDayWithin(
  fields: DateConstraint,
  month: number,
  day: number,
  first: DayNumber,
  last: DayNumber,
): boolean {
  const lastYear = civil(last).year;
  for (let year = civil(first).year; year <= lastYear; year++) {
    if (day > daysInMonth(year, month)) continue;
    const named = dayNumber(year, month, day);
    if (named >= first && named <= last && hasFields(fields, named)) return true;
  }
  return false;
}

function hasFields(fields: DateConstraint, day: DayNumber): boolean {
  if (fields.weekday !== undefined && weekday(day) !== fields.weekday) return false;
  if (fields.day === undefined && fields.month === undefined && fields.year === undefined)
    return true;
  const date = civil(day);
  return (
    (fields.day === undefined || date.day === fields.day) &&
    (fields.month === undefined || date.month === fields.month) &&
    (fields.year === undefined || date.year === fields.year)
  );
}

/** A superset of what a constraint allows, ascending: small where it names a month or a year. */
function candidates(
  constraint: DateConstraint | undefined,
  from: DayNumber,
  to: DayNumber,
): DayNumber[] {
  const out: DayNumber[] = [];
  let next = from;
  const push = (first: DayNumber, last: DayNumber): void => {
    for (let day = Math.max(first, next); day <= Math.min(last, to); day++) out.push(day);
    next = Math.max(next, last + 1);
  };
  if (!constraint || (constraint.month === undefined && constraint.year === undefined)) {
    push(from, to);
    return out;
  }
  const { offset, exact } = constraint;
  const reach = Math.ceil(Math.abs(offset) / 365) + 1;
  const first = constraint.year ?? civil(from).year - reach;
  const last = constraint.year ?? civil(to).year + reach;
  for (let year = first; year <= last; year++) {
    const named = daysNamed(constraint, year);
    if (!named) continue;
    const [start, end] = named;
    if (exact) push(start - offset, end - offset);
    else push(Math.min(start, start - offset), Math.max(end, end - offset));
  }
  return out;
}

/** The first and last day of a year that the day, month and year of a constraint may name. */
function daysNamed({ day, month }: DateConstraint, year: number): [DayNumber, DayNumber] | null {
  if (month === undefined) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  const length = daysInMonth(year, month);
  if (day === undefined) return [dayNumber(year, month, 1), dayNumber(year, month, length)];
  if (day > length) return null;
  const named = dayNumber(year, month, day);
  return [named, named];
}
