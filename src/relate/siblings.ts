import { type DayNumber, isoDay, parseIsoDay, weekday } from "../core/calendar.js";
import type { Message, Report, Span } from "../core/contract.js";
import { allows, type DateConstraint, solve } from "../core/date-constraint.js";
import { because, dateTerm, publicationInEnglish, saidBy } from "../core/publication-reasons.js";
import type { ReportReading } from "../read/reading.js";
import { Articles } from "./articles.js";
import {
  crawlReason,
  distanceIn,
  eventReasons,
  figureReasons,
  type Reason,
} from "./day-reasons.js";
import { newsReason, toldNews } from "./news-days.js";
import { copiesIn, type Grouping, inOrder } from "./relate.js";
import { groupStories } from "./stories/stories.js";
import { type ToldDay, toldDays, toldFigures } from "./told-days.js";

export interface InferredDate {
  readonly edtf: string;
  readonly start: string;
  readonly end: string;
  /** From which words and which sibling reports, in English. */
  readonly why: string;
  readonly whyMessages: readonly Message[];
  readonly evidence: readonly Span[];
}

/** A reading that may say what its words tell of its own day. */
export type DatableReading = ReportReading;

/** A report of a story is published no farther than this from a dated report of it. */
const REACH_DAYS = 10;
/** Where its words tell day and month, only the year is open: a later follow-up is dated too. */
const REACH_WITH_MONTH_DAYS = 45;
/** A copied passage is printed within a day of its source, as a rule. */
const COPY_DAYS = 1;
/** A few equal words are no sign of time; this share of the shorter text is. */
const LEAST_COPIED_SHARE = 0.05;
/** Points that the best day needs, and must lead by; more where no word fixes the day itself. */
const ENOUGH = 1;
const ENOUGH_WITHOUT_WORDS = 3;
/** … and where a word like "today" stands with news that a sibling dates. */
const ENOUGH_BY_NEWS = 2;
const LEAD = 1;

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
    const story = new Story(members, copiesOf(places, readings, articles), constraintsOf);
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

/** News is told within so many days, as a rule; what is told of before is no news. */
const NEWS_DAYS = 2;

/** The first day on which the dated reports put an event that they tell as news. */
function firstNews(known: Iterable<DayNumber>, events: ReadonlyMap<string, ToldDay>): DayNumber {
  const first = Math.min(...known);
  const days = [...events.values()].map(({ day }) => day);
  return Math.min(first, ...days.filter((day) => day >= first - NEWS_DAYS));
}

/** Points against a day on which the lead's "yesterday" would be of before there was news. */
const TOO_EARLY = 2;

function tooEarly(reading: ReportReading, day: DayNumber, { since }: Told): number {
  const lead = reading.report.sentences[0];
  const distance = lead ? distanceIn(reading, lead) : null;
  return distance !== null && distance < 0 && day + distance < since ? TOO_EARLY : 0;
}

const isDayAndMonth = (one: DateConstraint): boolean =>
  one.exact && one.day !== undefined && one.month !== undefined;

/** What the dated reports of a story tell, by keys that an undated one can have too. */
interface Told {
  readonly events: ReadonlyMap<string, ToldDay>;
  readonly figures: ReadonlyMap<string, ToldDay>;
  readonly news: ReadonlyMap<string, ToldDay>;
  /** Before this day there was nothing to tell. */
  readonly since: DayNumber;
}

class Story {
  private readonly days = new Map<string, DayNumber>();
  private readonly found = new Map<string, InferredDate>();

  constructor(
    private readonly readings: readonly ReportReading[],
    private readonly copies: ReadonlyMap<string, ReadonlyMap<string, Span>>,
    private readonly constraintsOf: ReadonlyMap<string, readonly DateConstraint[]>,
  ) {
    for (const { report } of readings) {
      const { start, end } = report.published;
      const day = start !== null && start === end ? parseIsoDay(start) : null;
      if (day !== null) this.days.set(report.id, day);
    }
  }

  /** Rounds until nothing new is dated: what one round finds is evidence for the next. */
  infer(): ReadonlyMap<string, InferredDate> {
    for (let round = 0; round < this.readings.length; round++) {
      const dated = this.readings.filter(({ report }) => this.days.has(report.id));
      const events = toldDays(dated);
      const told: Told = {
        events,
        figures: toldFigures(dated, this.days),
        news: toldNews(dated),
        since: firstNews(this.days.values(), events),
      };
      const fresh: [string, DayNumber][] = [];
      for (const reading of this.readings) {
        const { id } = reading.report;
        if (this.days.has(id)) continue;
        const choice = this.choose(reading, told);
        if (!choice) continue;
        this.found.set(id, choice.date);
        fresh.push([id, choice.day]);
      }
      if (fresh.length === 0) break;
      for (const [id, day] of fresh) this.days.set(id, day);
    }
    return this.found;
  }

  private choose(
    reading: ReportReading,
    told: Told,
  ): { day: DayNumber; date: InferredDate } | null {
    const constraints = this.constraintsOf.get(reading.report.id) ?? [];
    const candidates = this.candidates(reading, constraints);
    if (candidates.length === 0) return null;
    const scored = candidates
      .map((day) => {
        const reasons = this.reasons(reading, day, constraints, told);
        const points = reasons.reduce((sum, one) => sum + one.points, 0);
        return { day, reasons, points: points - tooEarly(reading, day, told) };
      })
      .sort((a, b) => b.points - a.points || a.day - b.day);
    const [best, second] = scored;
    if (!best) return null;
    const fixed = constraints.some((one) => one.exact && one.kind !== "year");
    const dayAndMonth = constraints.some(isDayAndMonth);
    const byNews = best.reasons.some((one) => one.news);
    const enough = fixed ? ENOUGH : byNews ? ENOUGH_BY_NEWS : ENOUGH_WITHOUT_WORDS;
    const decided =
      second === undefined
        ? fixed && (dayAndMonth || best.points >= ENOUGH)
        : best.points >= enough && best.points - second.points >= LEAD;
    if (!decided) return null;
    return { day: best.day, date: this.inferred(reading, best.day, constraints, best.reasons) };
  }

  /** Days near the story's dated reports that the words, and what is known of the date, allow. */
  private candidates(
    reading: ReportReading,
    constraints: readonly DateConstraint[],
  ): readonly DayNumber[] {
    const known = [...this.days.values()];
    const { start, end } = reading.report.published;
    const first = start ? parseIsoDay(start) : null;
    const latest = end ?? reading.report.fetched ?? null;
    const last = latest ? parseIsoDay(latest) : null;
    if (known.length === 0) return [];
    const reach = constraints.some(isDayAndMonth) ? REACH_WITH_MONTH_DAYS : REACH_DAYS;
    const notBefore = Math.max(Math.min(...known) - reach, first ?? Number.NEGATIVE_INFINITY);
    const notAfter = Math.min(Math.max(...known) + reach, last ?? Number.POSITIVE_INFINITY);
    if (constraints.length > 0) return solve(constraints, { notBefore, notAfter }).days;
    const days: DayNumber[] = [];
    for (let day = notBefore; day <= notAfter; day++) days.push(day);
    return days;
  }

  private reasons(
    reading: ReportReading,
    day: DayNumber,
    constraints: readonly DateConstraint[],
    told: Told,
  ): Reason[] {
    const out: Reason[] = [];
    const known = [...this.days.values()];
    if (day >= Math.min(...known) && day <= Math.max(...known) && known.length > 1) {
      out.push({ points: 1, message: because("published-within-story"), spans: [] });
    }
    const copy = this.copiedNear(reading, day);
    if (copy) out.push(copy);
    out.push(...eventReasons(reading, day, constraints, told.events));
    out.push(...figureReasons(reading, day, told.figures));
    const news = newsReason(reading, day, told.news);
    if (news) out.push(news);
    const crawled = crawlReason(reading, day);
    if (crawled) out.push(crawled);
    if (constraints.some((one) => !one.exact && one.weekday === weekday(day))) {
      out.push({ points: 0.5, message: because("published-weekday-named"), spans: [] });
    }
    return out;
  }

  private copiedNear(reading: ReportReading, day: DayNumber): Reason | null {
    for (const [other, span] of this.copies.get(reading.report.id) ?? []) {
      const printed = this.days.get(other);
      if (printed === undefined || Math.abs(printed - day) > COPY_DAYS) continue;
      const points = printed === day ? 2 : 1;
      const message = because("published-copied", {
        report: { kind: "name", values: [this.nameOf(other)] },
        date: dateTerm(printed),
      });
      return { points, message, spans: [span] };
    }
    return null;
  }

  private nameOf(id: string): string {
    const report = this.readings.find((one) => one.report.id === id)?.report;
    return report?.file ?? report?.title ?? id;
  }

  private inferred(
    reading: ReportReading,
    day: DayNumber,
    constraints: readonly DateConstraint[],
    reasons: readonly Reason[],
  ): InferredDate {
    const own = constraints.filter((one) => allows(one, day));
    // A report of another season in the same story dates nothing.
    const siblings = [...this.days]
      .filter(([id, at]) => id !== reading.report.id && Math.abs(at - day) <= REACH_WITH_MONTH_DAYS)
      .map(([id, at]) => `${this.nameOf(id)} (${isoDay(at)})`);
    const whyMessages = [
      ...own.map(saidBy),
      because("published-siblings", { reports: { kind: "name", values: siblings.slice(0, 5) } }),
      ...reasons.map(({ message }) => message),
    ];
    const why = publicationInEnglish(whyMessages);
    const evidence = [
      ...own.map((one) => ({ report: reading.report.id, start: one.span[0], end: one.span[1] })),
      ...reasons.flatMap((one) => one.spans),
    ];
    const iso = isoDay(day);
    return { edtf: iso, start: iso, end: iso, why, whyMessages, evidence };
  }
}
