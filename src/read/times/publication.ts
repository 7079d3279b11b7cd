import { type DayNumber, dayNumber, isoDay, parseIsoDay } from "../../core/calendar.js";
import type { Message, Report, Span } from "../../core/contract.js";
import { type DateConstraint, solve } from "../../core/date-constraint.js";
import type { ReportInput } from "../../core/input.js";
import { because, dateTerm, publicationInEnglish, saidBy } from "../../core/publication-reasons.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import { CRAWL_LAG } from "./crawled.js";
import type { TimesRead } from "./time-expression.js";

export type Published = Report["published"];

/**
 * No report that this engine reads was published after the engine itself was released; a bound
 * that leaves one of the years in which a weekday falls on a date. Moved with each release.
 */
const ENGINE_RELEASED: DayNumber = dayNumber(2026, 11, 30);
/** Arabic news sites have no reports from before. */
const FIRST_ONLINE: DayNumber = dayNumber(1996, 1, 1);

const UNKNOWN_DATE: Published = {
  edtf: null,
  start: null,
  end: null,
  basis: "unknown",
  ...whyOf([because("published-unknown")]),
  evidence: [],
};

function whyOf(whyMessages: readonly Message[]) {
  return { why: publicationInEnglish(whyMessages), whyMessages };
}

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
      ...whyOf([because("published-metadata")]),
      evidence: [],
    };
  }
  if (times.stated) {
    const { day, first, last, form } = times.stated;
    const [start, end] = rangeOf(layer, first, last);
    return {
      ...onDay(day),
      basis: "stated",
      ...whyOf([because(form === "stamp" ? "published-stamp" : "published-dateline")]),
      evidence: [{ report, start, end }],
    };
  }
  if (times.constraints.length === 0) return UNKNOWN_DATE;
  return inferred(report, layer, times, boundsOf(input, times));
}

interface Bounds {
  readonly notBefore: DayNumber;
  readonly notAfter: DayNumber;
  /** Day on which a crawler found the report; null where none is known. */
  readonly fetched: DayNumber | null;
}

function boundsOf(input: ReportInput, times: TimesRead): Bounds {
  const fetched = input.fetched ? parseIsoDay(input.fetched) : null;
  return {
    notBefore: Math.max(times.notBefore() ?? FIRST_ONLINE, FIRST_ONLINE),
    notAfter: Math.min(fetched ?? ENGINE_RELEASED, times.pageRead ?? ENGINE_RELEASED),
    fetched,
  };
}

function inferred(report: string, layer: TextLayer, times: TimesRead, bounds: Bounds): Published {
  const { constraints, dated } = times;
  const telling = constraints.some((one) => one.month !== undefined || one.year !== undefined);
  const evidence: Span[] = constraints.map(({ span: [start, end] }) => ({ report, start, end }));
  const infer = (day: DayNumber, why: readonly Message[]): Published => ({
    ...onDay(day),
    basis: "inferred",
    ...whyOf(why),
    evidence,
  });
  const found = soonFetched(constraints, bounds);
  if (found !== null && bounds.fetched !== null) {
    const crawled = because("published-crawled", { date: dateTerm(bounds.fetched) });
    return infer(found, [...constraints.map(saidBy), crawled]);
  }
  if (!telling) return UNKNOWN_DATE;
  const { days } = solve(constraints, bounds);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return UNKNOWN_DATE;
  if (first === last) return infer(first, oneDayLeft(constraints, times, bounds));
  // "Today, 28 November" in a text that elsewhere dates that very day in full.
  const [told, ...others] = new Set(days.filter((day) => dated.includes(day)));
  if (
    told !== undefined &&
    others.length === 0 &&
    constraints.some((one) => one.exact && one.day !== undefined)
  ) {
    return infer(told, [...constraints.map(saidBy), because("published-dated-in-full")]);
  }
  // Dated news in the lead, and nothing else: the day itself is the likeliest, if the words of
  // the lead are those of its own day.
  const own = newsDay(constraints, days, layer);
  if (own !== null && isFresh(own, bounds))
    return infer(own, [...constraints.map(saidBy), because("published-lead")]);
  return UNKNOWN_DATE;
}

/** A crawler takes the news of the last days: "today, Monday" is the Monday up to its day. */
const CRAWL_DAYS = 7;

/** The one day within a week up to the crawl that the words allow; null where they leave more. */
function soonFetched(
  constraints: readonly DateConstraint[],
  { fetched, notBefore }: Bounds,
): DayNumber | null {
  if (fetched === null || !constraints.some((one) => one.exact)) return null;
  const week = { notBefore: Math.max(notBefore, fetched - CRAWL_DAYS + 1), notAfter: fetched };
  const { days } = solve(constraints, week);
  const [only] = days;
  return days.length === 1 && only !== undefined ? only : null;
}

/** Names the bounds that were needed to leave one day; a bound that changes nothing goes unsaid. */
function oneDayLeft(
  constraints: readonly DateConstraint[],
  times: TimesRead,
  { notBefore, notAfter }: Bounds,
): readonly Message[] {
  const why = constraints.map(saidBy);
  if (solve(constraints, { notAfter }).days.length > 1 && times.notBefore() !== null) {
    why.push(because("published-not-before", { date: dateTerm(notBefore) }));
  }
  if (solve(constraints, { notBefore }).days.length > 1) {
    const code =
      notAfter === ENGINE_RELEASED ? "published-not-after-release" : "published-not-after-crawl";
    why.push(because(code, { date: dateTerm(notAfter) }));
  }
  return why;
}

/** Code units in which the first sentence tells its news; a date farther on may be of anything. */
const HEAD_CHARS = 200;

/** What a crawler finds is news of its day or the day before: an older date is of something else. */
const isFresh = (day: DayNumber, { fetched }: Bounds): boolean =>
  fetched === null || fetched - day <= CRAWL_LAG;

/** Several days left, all within the reach of one dated lead: the dated day. */
function newsDay(
  constraints: readonly DateConstraint[],
  days: readonly DayNumber[],
  layer: TextLayer,
): DayNumber | null {
  const head = layer.sentences[0]?.start ?? 0;
  const dated = constraints.filter(
    ({ kind, exact, weekday, span: [start] }) =>
      kind === "date" && !exact && weekday !== undefined && start - head <= HEAD_CHARS,
  );
  const [only] = dated;
  if (dated.length !== 1 || !only) return null;
  const { year, month, day } = only;
  if (year === undefined || month === undefined || day === undefined) return null;
  const found = dayNumber(year, month, day);
  return days.includes(found) ? found : null;
}

const onDay = (day: DayNumber) => ({ edtf: isoDay(day), start: isoDay(day), end: isoDay(day) });
