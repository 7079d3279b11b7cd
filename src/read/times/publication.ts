import { type DayNumber, dayNumber, isoDay, parseIsoDay } from "../../core/calendar.js";
import type { Report, Span } from "../../core/contract.js";
import { type DateConstraint, solve } from "../../core/date-constraint.js";
import type { ReportInput } from "../../core/input.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { TimesRead } from "./time-expression.js";

export type Published = Report["published"];

/**
 * No report that this engine reads was published after the engine itself was released; a bound
 * that leaves one of the years in which a weekday falls on a date. Moved with each release.
 */
export const ENGINE_RELEASED: DayNumber = dayNumber(2026, 11, 30);
/** Arabic news sites have no reports from before. */
const FIRST_ONLINE: DayNumber = dayNumber(1996, 1, 1);

export const UNKNOWN_DATE: Published = {
  edtf: null,
  start: null,
  end: null,
  basis: "unknown",
  why: "neither metadata nor the text tell the day of publication",
  evidence: [],
};

/** The day a report was published: from metadata, a date stamp, or its own words; else unknown. */
export function datePublication(
  report: string,
  input: ReportInput,
  layer: TextLayer,
  times: TimesRead,
): Published {
  const metadata = input.published ? parseIsoDay(input.published) : null;
  if (metadata !== null) {
    return {
      ...onDay(metadata),
      basis: "metadata",
      why: "the record's own publication date",
      evidence: [],
    };
  }
  if (times.stated) {
    const { day, first, last } = times.stated;
    const [start, end] = rangeOf(layer, first, last);
    return {
      ...onDay(day),
      basis: "stated",
      why: "a date stamp stands at the head of the text",
      evidence: [{ report, start, end }],
    };
  }
  return inferred(report, times, boundsOf(input, times));
}

interface Bounds {
  readonly notBefore: DayNumber;
  readonly notAfter: DayNumber;
}

function boundsOf(input: ReportInput, times: TimesRead): Bounds {
  const fetched = input.fetched ? parseIsoDay(input.fetched) : null;
  return {
    notBefore: Math.max(times.notBefore ?? FIRST_ONLINE, FIRST_ONLINE),
    notAfter: fetched ?? ENGINE_RELEASED,
  };
}

function inferred(report: string, { constraints, dated }: TimesRead, bounds: Bounds): Published {
  const telling = constraints.filter((one) => one.month !== undefined || one.year !== undefined);
  if (telling.length === 0) return UNKNOWN_DATE;
  const { days, why } = solve(constraints, bounds);
  const evidence: Span[] = constraints.map(({ span: [start, end] }) => ({ report, start, end }));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return UNKNOWN_DATE;
  if (first === last) return { ...onDay(first), basis: "inferred", why, evidence };
  // "Today, 28 November" in a text that elsewhere dates that very day in full.
  const [told, ...others] = new Set(days.filter((day) => dated.includes(day)));
  if (
    told !== undefined &&
    others.length === 0 &&
    constraints.some((one) => one.exact && one.day !== undefined)
  ) {
    return {
      ...onDay(told),
      basis: "inferred",
      why: `${why}; the text dates that day in full`,
      evidence,
    };
  }
  // Dated news in the lead, and nothing else: the day itself is the likeliest, if the words of
  // the lead are those of its own day.
  const own = newsDay(constraints, days);
  if (own !== null) {
    return {
      ...onDay(own),
      basis: "inferred",
      why: `${why}; the lead tells the news of that day`,
      evidence,
    };
  }
  return UNKNOWN_DATE;
}

/** Several days left, all within the reach of one dated lead: the dated day. */
function newsDay(
  constraints: readonly DateConstraint[],
  days: readonly DayNumber[],
): DayNumber | null {
  const dated = constraints.filter(
    (one) => one.kind === "date" && !one.exact && one.weekday !== undefined,
  );
  const [only] = dated;
  if (dated.length !== 1 || !only) return null;
  const { year, month, day } = only;
  if (year === undefined || month === undefined || day === undefined) return null;
  const found = dayNumber(year, month, day);
  return days.includes(found) ? found : null;
}

const onDay = (day: DayNumber) => ({ edtf: isoDay(day), start: isoDay(day), end: isoDay(day) });
