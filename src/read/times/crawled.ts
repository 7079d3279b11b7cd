import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import { allows, type DateConstraint } from "../../core/date-constraint.js";
import type { TimeSpec } from "../../lang/time-spec.js";
import type { Annotation } from "../../text/layer.js";
import { UNKNOWN_DAY } from "./days.js";
import type { TimeExpression } from "./time-expression.js";

/**
 * Days from publication to the crawl that found the report. Of 308 reports of a daily crawl that
 * date themselves by their weekday, 279 were found on their own day or the day after.
 */
export const CRAWL_LAG = 1;
const WEEK = 7;

/**
 * The times of a report whose day is unknown but that a crawler found on `fetched`: what means the
 * same seen from each of the days that it may be of ("19 July", "two years ago") is resolved, what
 * does not ("yesterday") stays open.
 */
export function resolveCrawled(
  fetched: DayNumber,
  expressions: readonly TimeExpression[],
  constraints: readonly DateConstraint[],
  resolveOn: (published: DayNumber) => readonly Annotation<Time>[],
): Annotation<Time>[] {
  const days = Array.from({ length: CRAWL_LAG + 1 }, (_, lag) => fetched - lag);
  // "This August" leaves the days of August.
  const allowed = days.filter((day) => constraints.every((one) => allows(one, day)));
  const [latest = [], ...earlier] = (allowed.length > 0 ? allowed : days).map(resolveOn);
  // Whether the time told last was resolved: "the same day" is no surer than the day it leans on.
  let told = false;
  return latest.map((one, at) => {
    const spec = expressions[at]?.value.spec;
    if (one.value.start === null || !spec) return one;
    const others = earlier.map((reading) => reading[at]?.value);
    const same = others.every((other) => other?.edtf === one.value.edtf);
    const sure =
      (same && !isWeek(spec)) ||
      isLatest(spec, one.value, fetched) ||
      (spec.kind === "since" &&
        !isWeek(spec) &&
        others.every((other) => other?.start === one.value.start)) ||
      (leansOnTold(spec) && told);
    told = sure;
    return sure ? one : { ...one, value: open(one.value) };
  });
}

const open = (time: Time): Time => ({
  ...time,
  edtf: UNKNOWN_DAY,
  start: null,
  end: null,
  basis: "unknown",
});

/**
 * A bare weekday that is past is the last one before the crawl, a month called "last" the last one:
 * a report seldom tells news of the week, or of the year, before.
 */
function isLatest(spec: TimeSpec, time: Time, fetched: DayNumber): boolean {
  if (spec.kind === "period") return spec.which === "last" && spec.date.month !== undefined;
  if (spec.kind !== "day" || spec.weekday === null || spec.which !== null) return false;
  if (spec.offset !== null || spec.date !== null || spec.week) return false;
  const day = time.start === null ? null : parseIsoDay(time.start);
  return day !== null && day <= fetched && fetched - day < WEEK;
}

/** "Last week" is told by days, and whose week ends when differs: no reader fixes it by the crawl. */
const isWeek = (spec: TimeSpec): boolean =>
  spec.kind === "since" ? isWeek(spec.from) : spec.kind === "unit" && spec.unit === "week";

/** "The same day", "two days later": seen from the time told before. */
function leansOnTold(spec: TimeSpec): boolean {
  const of = (which: string | null): boolean =>
    which === "same" || which === "next-told" || which === "previous-told";
  switch (spec.kind) {
    case "distance":
      return spec.from === "told";
    case "night":
      return spec.from === "told";
    case "unit":
    case "period":
      return of(spec.which);
    case "day":
      return of(spec.which) || of(spec.dateWhich);
    default:
      return false;
  }
}
