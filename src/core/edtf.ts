import { dayNumber, daysInMonth, isoDay, isValidDate } from "./calendar.js";

export interface DayBounds {
  /** ISO days, both included. */
  readonly start: string;
  readonly end: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The first and last day of a date as people write it in a form: a day, a month, a year, or two of
 * these with a slash between (Extended Date/Time Format, level 0). Null for anything else, and for a
 * last day before the first.
 */
export function boundsOfEdtf(edtf: string): DayBounds | null {
  const [first, last = first, more] = edtf.split("/");
  if (first === undefined || last === undefined || more !== undefined) return null;
  const [start, end] = [boundsOfDate(first)?.start, boundsOfDate(last)?.end];
  return start && end && start <= end ? { start, end } : null;
}

function boundsOfDate(date: string): DayBounds | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined || Number(year) < 1) return null;
  const y = Number(year);
  if (month === undefined) return between(y, 1, 1, 12, 31);
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (day === undefined) return between(y, m, 1, m, daysInMonth(y, m));
  const d = Number(day);
  return isValidDate(y, m, d) ? between(y, m, d, m, d) : null;
}

const between = (y: number, m: number, d: number, lastM: number, lastD: number): DayBounds => ({
  start: isoDay(dayNumber(y, m, d)),
  end: isoDay(dayNumber(y, lastM, lastD)),
});
