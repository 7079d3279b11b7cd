import type { Weekday } from "../core/calendar.js";

/** Which one of many: the last, this one, the next, the one after the time told before. */
export type Which = "last" | "this" | "next" | "same" | "next-told";
export type Portion = "start" | "middle" | "end";
export type TimeUnit = "hour" | "day" | "week" | "month" | "year" | "decade" | "century";

/** A calendar date as far as the words give it. A Hijri date keeps its own calendar. */
export interface PartialDate {
  readonly day?: number | undefined;
  readonly month?: number | undefined;
  readonly year?: number | undefined;
  readonly calendar: "gregorian" | "hijri";
}

/** What a time expression says, before anybody knows on which day it was written. */
export type TimeSpec =
  | {
      readonly kind: "day";
      /** Days from the day of the report: today 0, yesterday −1; null where no such word stands. */
      readonly offset: number | null;
      readonly weekday: Weekday | null;
      readonly date: PartialDate | null;
      /** Said of the weekday, or of the date. */
      readonly which: Which | null;
      readonly dateWhich: Which | null;
      readonly part: string | null;
    }
  | { readonly kind: "night"; readonly from: Weekday | null; readonly part: string }
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
      /** A distance from the day of the report: "four days ago" −4 days. */
      readonly kind: "distance";
      readonly unit: TimeUnit;
      readonly count: number | null;
      readonly direction: -1 | 1;
    }
  | { readonly kind: "range"; readonly from: TimeSpec; readonly to: TimeSpec }
  | { readonly kind: "since"; readonly from: TimeSpec }
  | { readonly kind: "clock"; readonly clock: string };

export interface TimeExpressionValue {
  readonly spec: TimeSpec;
  /** The hour as told: `23:00`, or a part of the day: `dawn`. */
  readonly clock: string | null;
}
