import { civil, type DayNumber, dayNumber } from "../../core/calendar.js";
import { hijriDay, hijriYear } from "../../core/hijri.js";
import type { Holiday, PartialDate, TimeSpec } from "../../lang/time-spec.js";
import {
  earliest,
  latest,
  onDay,
  type ResolutionContext,
  type ResolvedDays,
  spanOf,
} from "./days.js";

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
