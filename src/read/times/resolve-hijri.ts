import { civil, type DayNumber, type Weekday, weekday } from "../../core/calendar.js";
import { hijriDay, hijriYear } from "../../core/hijri.js";
import type { PartialDate, Which } from "../../lang/time-spec.js";
import { NEAR_AHEAD, type ResolutionContext } from "./days.js";

/** The sighting of the moon moves a Hijri date by a day; so far the name of its weekday is believed. */
const MOON_DAYS = 1;

/** The Gregorian day and month that the Hijri date beside them falls on, give or take the moon. */
export function nearHijri(
  hijri: PartialDate,
  make: (year: number) => DayNumber | null,
): DayNumber | null {
  const { year, month, day } = hijri;
  if (year === undefined || month === undefined || day === undefined) return null;
  const start = hijriDay(year, month, day);
  if (start === null) return null;
  const found = make(civil(start).year);
  return found !== null && Math.abs(found - start) <= MOON_DAYS + 1 ? found : null;
}

export function resolveHijri(
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
  const found = onWeekday(dayIn(year, month, day), named);
  if (found === null || fixed || published === null) return found;
  const ahead = which === "next" || context.tense === "future";
  if (ahead && found < published) return onWeekday(dayIn(year + 1, month, day), named);
  const back = which === "last" && found > published;
  return back || (!ahead && found > published + NEAR_AHEAD)
    ? onWeekday(dayIn(year - 1, month, day), named)
    : found;
}

/** The 30th of a month of 29 days by the calendar: where the moon was sighted late there is one. */
function dayIn(year: number, month: number, day: number): DayNumber | null {
  const found = hijriDay(year, month, day);
  if (found !== null || day !== LATE_DAY) return found;
  const before = hijriDay(year, month, day - 1);
  return before === null ? null : before + 1;
}

const LATE_DAY = 30;

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
  return onWeekday(dayIn(year, month, day), named);
}
