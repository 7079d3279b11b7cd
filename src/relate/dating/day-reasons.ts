import { type DayNumber, parseIsoDay, weekday } from "../../core/calendar.js";
import type { Message, Range, Span } from "../../core/contract.js";
import type { DateConstraint } from "../../core/date-constraint.js";
import { because, dateTerm } from "../../core/publication-reasons.js";
import type { ReportReading } from "../../read/reading.js";
import { CRAWL_LAG } from "../../read/times/crawled.js";
import type { ToldDay } from "./told-days.js";
import { toldKeys } from "./told-keys.js";

/** One reason for a day, with its weight and what it rests on. */
export interface Reason {
  readonly points: number;
  readonly message: Message;
  /** It rests on words of the report's own: "today" beside news that a sibling dates. */
  readonly news?: boolean;
  readonly spans: readonly Span[];
}

/** How far a bare weekday reaches back, the day itself included. */
const WEEK = 7;

/** "Yesterday" in the lead leaves one day, more surely than a copied passage does. */
const BY_DISTANCE = 3;

/**
 * How far the lead's own news lies from the day of publication ("yesterday": -1), where the first word
 * for a day in it says so by its distance; null where none does.
 */
export function distanceIn({ dayWords }: ReportReading, [start, end]: Range): number | null {
  const first = dayWords?.find(({ span }) => span[0] >= start && span[1] <= end);
  return first?.offset ?? null;
}

/** What dated reports say of the events that this one tells: each event speaks once. */
export function eventReasons(
  reading: ReportReading,
  day: DayNumber,
  constraints: readonly DateConstraint[],
  told: ReadonlyMap<string, ToldDay>,
): Reason[] {
  const out: Reason[] = [];
  const lead = reading.report.sentences[0];
  const used = new Set<DayNumber>();
  for (const { claim, keys } of toldKeys(reading).events) {
    for (const key of keys) {
      const when = told.get(key);
      if (!when || used.has(when.day)) continue;
      const said = constraints.find(
        (one) =>
          one.weekday !== undefined &&
          one.span[0] >= claim.sentence[0] &&
          one.span[1] <= claim.sentence[1],
      );
      const what = {
        date: dateTerm(when.day),
        event: { kind: "event", values: [claim.event?.type ?? ""] },
      } as const;
      if (said?.exact) {
        if (day + said.offset !== when.day) continue;
        used.add(when.day);
        out.push({ points: 2, message: because("published-event-on", what), spans: [when.span] });
      } else if (said && said.weekday === weekday(when.day)) {
        if (day < when.day || day - when.day >= WEEK) continue;
        used.add(when.day);
        const message = because("published-event-weekday", what);
        out.push({ points: 1, message, spans: [when.span] });
      } else if (!said && lead && claim.sentence[0] === lead[0]) {
        const word = distanceIn(reading, lead);
        const isNews = word === null ? day === when.day || day === when.day + 1 : true;
        if (!isNews || (word !== null && day + word !== when.day)) continue;
        used.add(when.day);
        const points = word !== null ? BY_DISTANCE : day === when.day ? 2 : 1;
        out.push({ points, message: because("published-event-news", what), spans: [when.span] });
      }
    }
  }
  return out;
}

/** A crawler finds a report on its own day or the day after, as a rule (`read/times/crawled.ts`). */
export function crawlReason({ report }: ReportReading, day: DayNumber): Reason | null {
  const fetched = report.fetched ? parseIsoDay(report.fetched) : null;
  if (fetched === null || day > fetched || fetched - day > CRAWL_LAG) return null;
  const message = because("published-crawled", { date: dateTerm(fetched) });
  return { points: 1, message, spans: [] };
}

/** Tolls that a report of that day, and of no other, tells in the same numbers. */
export function figureReasons(
  reading: ReportReading,
  day: DayNumber,
  told: ReadonlyMap<string, ToldDay>,
): Reason[] {
  const out = new Map<string, Reason>();
  for (const { claim, keys } of toldKeys(reading).figures) {
    const [key = ""] = keys;
    const when = told.get(key);
    if (!when || Math.abs(when.day - day) > 1) continue;
    const exact = claim.figure?.value.hedge !== "vague";
    const points = (exact ? 1 : 0.5) * (when.day === day ? 1 : 0.5);
    const message = because("published-figure", { date: dateTerm(when.day) });
    out.set(key, { points, message, spans: [when.span] });
  }
  return [...out.values()];
}
