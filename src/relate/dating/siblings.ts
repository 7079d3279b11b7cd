import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Report, Span } from "../../core/contract.js";
import { solve } from "../../core/date-constraint.js";
import type { ReportReading } from "../../read/reading.js";
import { Articles } from "../articles.js";
import { copiesIn, type Grouping, inOrder } from "../relate.js";
import { groupStories } from "../stories/stories.js";
import { type InferredDate, REACH_WITH_MONTH_DAYS, StoryDates } from "./story-dates.js";

/** A reading that may say what its words tell of its own day. */
export type DatableReading = ReportReading;

/** A few equal words are no sign of time; this share of the shorter text is. */
const LEAST_COPIED_SHARE = 0.05;
/**
 * Dates reports whose own words do not suffice, by the dated reports of the same story: the words
 * leave some days near the story; siblings then speak for one of them (a passage copied from a
 * dated report, an event that a dated report puts on a day, the span of the story). A report dated
 * so helps the next. Where several days stay plausible the date stays unknown.
 */
export function inferDates(
  unordered: readonly DatableReading[],
  articles = new Articles(),
  group: Grouping = groupStories,
): Map<string, InferredDate> {
  const out = new Map<string, InferredDate>();
  if (!unordered.some(({ report }) => mayBeDated(report.published))) return out;
  const constraintsOf = new Map(unordered.map((one) => [one.report.id, one.dateConstraints ?? []]));
  const guesses = new Map(unordered.map((one) => [one.report.id, one]));
  const readings = inOrder(unordered).map(withoutGuess);
  for (const { members: places } of group(readings, articles)) {
    if (places.length < 2) continue;
    const given = places.map((at) => readings[at] as ReportReading);
    if (given.every(isDated)) continue;
    const sure = given.flatMap(({ report: { published } }) =>
      published.start === null ? [] : (parseIsoDay(published.start) ?? []),
    );
    const members = given.map((one) => {
      const guess = guesses.get(one.report.id);
      return guess && keepsGuess(guess, sure) ? guess : one;
    });
    // Only a dated report can date another.
    if (members.every(isDated) || !members.some(isDated)) continue;
    const story = new StoryDates(members, copiesOf(places, readings, articles), constraintsOf);
    for (const [id, date] of story.infer()) out.set(id, date);
  }
  return out;
}

/**
 * A date that a report's own words leave open but for bounds ("Thursday 8 February", no year) gives
 * way to siblings whose date is certain, so it is set aside while stories are found.
 */
function withoutGuess(reading: DatableReading): DatableReading {
  const { published } = reading.report;
  const fixesYear = reading.dateConstraints?.some((one) => one.year !== undefined) ?? false;
  if (published.basis !== "inferred" || fixesYear) return reading;
  const unknown = { ...published, edtf: null, start: null, end: null };
  return { ...reading, report: { ...reading.report, published: unknown } };
}

/**
 * Only where no sibling has a date from outside or in full do dates inferred alone count, or where
 * the words allow no day near theirs: then it is of another time.
 */
function keepsGuess(guess: DatableReading, sure: readonly DayNumber[]): boolean {
  if (sure.length === 0) return true;
  const constraints = guess.dateConstraints ?? [];
  return (
    constraints.length > 0 &&
    solve(constraints, {
      notBefore: Math.min(...sure) - REACH_WITH_MONTH_DAYS,
      notAfter: Math.max(...sure) + REACH_WITH_MONTH_DAYS,
    }).days.length === 0
  );
}

/** True for what `inferDates` may give another date. */
export function mayBeDated({ start, end, basis }: Report["published"]): boolean {
  return start === null || start !== end || basis === "inferred";
}

function isDated(reading: ReportReading): boolean {
  const { start, end } = reading.report.published;
  return start !== null && start === end;
}

function copiesOf(
  members: readonly number[],
  readings: readonly ReportReading[],
  articles: Articles,
): ReadonlyMap<string, ReadonlyMap<string, Span>> {
  const out = new Map<string, Map<string, Span>>();
  const add = (of: string, other: string, span: Span): void => {
    out.set(of, (out.get(of) ?? new Map<string, Span>()).set(other, span));
  };
  for (const copy of copiesIn({ members }, readings, articles).copies) {
    const pair = copy.pairs[0];
    if (copy.share < LEAST_COPIED_SHARE || !pair) continue;
    add(copy.from, copy.to, { report: copy.from, start: pair[0][0], end: pair[0][1] });
    add(copy.to, copy.from, { report: copy.to, start: pair[1][0], end: pair[1][1] });
  }
  return out;
}
