import {
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDay,
  type Weekday,
} from "../../core/calendar.js";

/** EDTF for a day that the words leave open. */
export const UNKNOWN_DAY = "XXXX-XX-XX";

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
  /** Tense of the clause: "future" also where a word says "planned"; null where nothing tells. */
  readonly tense: "past" | "present" | "future" | null;
  /** The verb before "since" tells what happened once: it is a point, no stretch. */
  readonly once: boolean;
  /** A year that the text gives elsewhere, for a day and month without one. */
  readonly yearHint: number | null;
}

/** A date without a year lies ahead rather than a year back where it is this near, in days. */
export const NEAR_AHEAD = 60;

export const onDay = (day: DayNumber): ResolvedDays => ({ start: day, end: day, precision: "day" });

export const spanOf = (start: DayNumber, end: DayNumber): ResolvedDays => ({
  start,
  end,
  precision: "range",
});

export const wholeYear = (year: number): ResolvedDays => ({
  start: dayNumber(year, 1, 1),
  end: dayNumber(year, 12, 31),
  precision: "year",
});

export const wholeMonth = (year: number, month: number): ResolvedDays => ({
  start: dayNumber(year, month, 1),
  end: dayNumber(year, month, daysInMonth(year, month)),
  precision: "month",
});

/** The month `index` months after January of year 0. */
export const monthAt = (index: number): ResolvedDays =>
  wholeMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);

export const latest = (days: readonly DayNumber[]): DayNumber | null =>
  days.length === 0 ? null : Math.max(...days);
export const earliest = (days: readonly DayNumber[]): DayNumber | null =>
  days.length === 0 ? null : Math.min(...days);

/** Days from the first weekday to the next second one: 0 to 6. */
export const daysUntil = (from: Weekday, to: Weekday): number => (to - from + 7) % 7;

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
