import { type DayNumber, isoDay, parseIsoDay, weekday } from "../../core/calendar.js";
import type { Message, Span } from "../../core/contract.js";
import { allows, type DateConstraint, solve } from "../../core/date-constraint.js";
import { because, dateTerm, publicationInEnglish, saidBy } from "../../core/publication-reasons.js";
import type { ReportReading } from "../../read/reading.js";
import {
  crawlReason,
  distanceIn,
  eventReasons,
  figureReasons,
  type Reason,
} from "./day-reasons.js";
import { newsReason } from "./news-days.js";
import { type ToldDay, toldDays, toldFigures, toldNews } from "./told-days.js";

export interface InferredDate {
  readonly edtf: string;
  readonly start: string;
  readonly end: string;
  /** From which words and which sibling reports, in English. */
  readonly why: string;
  readonly whyMessages: readonly Message[];
  readonly evidence: readonly Span[];
}

/** A report of a story is published no farther than this from a dated report of it. */
const REACH_DAYS = 10;
/** Where its words tell day and month, only the year is open: a later follow-up is dated too. */
export const REACH_WITH_MONTH_DAYS = 45;
/** A copied passage is printed within a day of its source, as a rule. */
const COPY_DAYS = 1;
/** Points that the best day needs, and must lead by; more where no word fixes the day itself. */
const ENOUGH = 1;
const ENOUGH_WITHOUT_WORDS = 3;
/** … and where a word like "today" stands with news that a sibling dates. */
const ENOUGH_BY_NEWS = 2;
const LEAD = 1;

/** News is told within so many days, as a rule; what is told of before is no news. */
const NEWS_DAYS = 2;

/** The first day on which the dated reports put an event that they tell as news. */
function firstNews(first: DayNumber, events: ReadonlyMap<string, ToldDay>): DayNumber {
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
  /** How many of them there are, and their days of publication. */
  readonly reports: number;
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** A passage that a dated report has too. */
interface DatedCopy {
  readonly other: string;
  readonly span: Span;
  readonly printed: DayNumber;
}

/** Siblings named as those that date a report. */
const MOST_NAMED = 5;

/** The days of publication of one story: those that are known, and those that follow from them. */
export class StoryDates {
  private readonly days = new Map<string, DayNumber>();
  private readonly found = new Map<string, InferredDate>();
  private readonly names: ReadonlyMap<string, string>;

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
    this.names = new Map(
      readings.map(({ report: { id, file, title } }) => [id, file ?? title ?? id]),
    );
  }

  /** Rounds until nothing new is dated: what one round finds is evidence for the next. */
  infer(): ReadonlyMap<string, InferredDate> {
    for (let round = 0; round < this.readings.length; round++) {
      const dated = this.readings.filter(({ report }) => this.days.has(report.id));
      const events = toldDays(dated);
      const first = Math.min(...this.days.values());
      const told: Told = {
        events,
        figures: toldFigures(dated, this.days),
        news: toldNews(dated),
        since: firstNews(first, events),
        reports: this.days.size,
        first,
        last: Math.max(...this.days.values()),
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
    const candidates = candidatesFor(reading, constraints, told);
    if (candidates.length === 0) return null;
    const copies = this.copiesWithin(reading);
    const scored = candidates
      .map((day) => {
        const reasons = this.reasons(reading, day, constraints, copies, told);
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

  private reasons(
    reading: ReportReading,
    day: DayNumber,
    constraints: readonly DateConstraint[],
    copies: readonly DatedCopy[],
    told: Told,
  ): Reason[] {
    const out: Reason[] = [];
    if (day >= told.first && day <= told.last && told.reports > 1) {
      out.push({ points: 1, message: because("published-within-story"), spans: [] });
    }
    const copy = this.copiedNear(copies, day);
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

  /** Passages that a report shares with dated ones. */
  private copiesWithin({ report }: ReportReading): DatedCopy[] {
    return [...(this.copies.get(report.id) ?? [])].flatMap(([other, span]) => {
      const printed = this.days.get(other);
      return printed === undefined ? [] : [{ other, span, printed }];
    });
  }

  private copiedNear(copies: readonly DatedCopy[], day: DayNumber): Reason | null {
    const copy = copies.find(({ printed }) => Math.abs(printed - day) <= COPY_DAYS);
    if (!copy) return null;
    const message = because("published-copied", {
      report: { kind: "name", values: [this.nameOf(copy.other)] },
      date: dateTerm(copy.printed),
    });
    return { points: copy.printed === day ? 2 : 1, message, spans: [copy.span] };
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** The first of those that date it; a report of another season in the same story dates nothing. */
  private siblingsOf(own: string, day: DayNumber): string[] {
    const out: string[] = [];
    for (const [id, at] of this.days) {
      if (id === own || Math.abs(at - day) > REACH_WITH_MONTH_DAYS) continue;
      out.push(`${this.nameOf(id)} (${isoDay(at)})`);
      if (out.length === MOST_NAMED) break;
    }
    return out;
  }

  private inferred(
    reading: ReportReading,
    day: DayNumber,
    constraints: readonly DateConstraint[],
    reasons: readonly Reason[],
  ): InferredDate {
    const own = constraints.filter((one) => allows(one, day));
    const siblings = this.siblingsOf(reading.report.id, day);
    const whyMessages = [
      ...own.map(saidBy),
      because("published-siblings", { reports: { kind: "name", values: siblings } }),
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

/** Days near the story's dated reports that the words, and what is known of the date, allow. */
function candidatesFor(
  { report }: ReportReading,
  constraints: readonly DateConstraint[],
  told: Told,
): readonly DayNumber[] {
  const { start, end } = report.published;
  const first = start ? parseIsoDay(start) : null;
  const latest = end ?? report.fetched ?? null;
  const last = latest ? parseIsoDay(latest) : null;
  if (told.reports === 0) return [];
  const reach = constraints.some(isDayAndMonth) ? REACH_WITH_MONTH_DAYS : REACH_DAYS;
  const notBefore = Math.max(told.first - reach, first ?? Number.NEGATIVE_INFINITY);
  const notAfter = Math.min(told.last + reach, last ?? Number.POSITIVE_INFINITY);
  if (constraints.length > 0) return solve(constraints, { notBefore, notAfter }).days;
  const days: DayNumber[] = [];
  for (let day = notBefore; day <= notAfter; day++) days.push(day);
  return days;
}
