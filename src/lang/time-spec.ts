import type { Weekday } from "../core/calendar.js";

/**
 * Which one of many. `last`, `this`, `next` are seen from the day of the report, `before-last` and
 * `after-next` one farther; `same`, `previous-told` and `next-told` from the time told before.
 */
export type Which =
  | "before-last"
  | "last"
  | "this"
  | "next"
  | "after-next"
  | "same"
  | "previous-told"
  | "next-told";
export type Portion =
  | "start"
  | "middle"
  | "end"
  /** What is left of it on the day of the report. */
  | "rest"
  /** Its last days off: which they are differs by country, so they are named and not computed. */
  | "weekend"
  | "half-1"
  | "half-2"
  | "quarter-1"
  | "quarter-2"
  | "quarter-3"
  | "quarter-4"
  | "week-1"
  | "week-2"
  | "week-3"
  | "week-4"
  | "week-last";
export type TimeUnit = "hour" | "day" | "week" | "month" | "year" | "decade" | "century";
export type Season = "spring" | "summer" | "autumn" | "winter";

/** A calendar date as far as the words give it. A Hijri date keeps its own calendar. */
export interface PartialDate {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  /** The year by its relation: "June of last year". */
  readonly yearWhich?: Which | undefined;
  /** Of a Hijri month: the year of the common era in which it began ("Ramadan 2015"). */
  readonly commonYear?: number | undefined;
  readonly calendar: "gregorian" | "hijri";
}

/** A day of the calendar that has a name, on a fixed date of its own calendar. */
export interface Holiday {
  readonly calendar: "gregorian" | "hijri";
  /** Null for a day whose date differs between communities: named, never computed. */
  readonly month: number | null;
  readonly day: number | null;
  /** Days that it lasts. */
  readonly days: number;
}

/** What a time expression says, before anybody knows on which day it was written. */
export type TimeSpec =
  | {
      readonly kind: "day";
      /** Days from the day of the report: today 0, yesterday −1; null where no such word stands. */
      readonly offset: number | null;
      readonly weekday: Weekday | null;
      readonly date: PartialDate | null;
      /** The same day in the other calendar: "27 Ramadan 1443, 28 April 2022". */
      readonly other?: PartialDate | null;
      /** Said of the weekday, or of the date. */
      readonly which: Which | null;
      readonly dateWhich: Which | null;
      /** The week of the weekday: "Tuesday of next week". */
      readonly week?: Which | null;
      readonly part: string | null;
    }
  | {
      /** Begins on that weekday; `told`: before the day told last; null: before the report's own day. */
      readonly kind: "night";
      readonly from: Weekday | "told" | null;
      readonly part: string;
    }
  | {
      /** "The first Friday of July": `nth` from 1, −1 for the last. */
      readonly kind: "nth-weekday";
      readonly nth: number;
      readonly weekday: Weekday;
      readonly of: TimeSpec;
    }
  | {
      readonly kind: "period";
      readonly date: PartialDate;
      readonly which: Which | null;
      readonly portion: Portion | null;
    }
  | {
      readonly kind: "unit";
      readonly unit: TimeUnit;
      /** How many units; 1 for "last week". Null for a vague number ("days ago"). */
      readonly count: number | null;
      readonly which: Which;
      readonly portion: Portion | null;
    }
  | {
      /** A distance: "four days ago" −4 days. Seen from the report, or from the time told before. */
      readonly kind: "distance";
      readonly unit: TimeUnit;
      readonly count: number | null;
      readonly direction: -1 | 1;
      /** `open`: the words leave it to the tense ("after two days"). */
      readonly from: "report" | "told" | "open";
    }
  | { readonly kind: "season"; readonly season: Season; readonly date: PartialDate }
  | {
      readonly kind: "holiday";
      readonly holiday: Holiday;
      readonly year: PartialDate | null;
      /** Which day of it, from 1; 0 for the eve; null for all of it. */
      readonly nth: number | null;
    }
  | { readonly kind: "range"; readonly from: TimeSpec; readonly to: TimeSpec }
  | { readonly kind: "since"; readonly from: TimeSpec }
  | { readonly kind: "clock"; readonly clock: string };

export interface TimeExpressionValue {
  readonly spec: TimeSpec;
  /** The hour as told: `23:00`, or a part of the day: `dawn`. */
  readonly clock: string | null;
}
