import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Claim, Span } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import { toldKeys } from "./told-keys.js";

/** The day on which dated reports put an event, by a key that an undated report can have too. */
export interface ToldDay {
  readonly day: DayNumber;
  readonly span: Span;
}

/** Figures that dated reports of one single day of publication tell. */
export function toldFigures(
  dated: readonly ReportReading[],
  dayOfReport: ReadonlyMap<string, DayNumber>,
): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const reading of dated) {
    const day = dayOfReport.get(reading.report.id);
    if (day === undefined) continue;
    for (const { claim, keys } of toldKeys(reading).figures) note(out, reading, claim, keys, day);
  }
  return onOneDay(out);
}

/** Keys that dated reports put on one single day. A key told of on two days tells nothing. */
export function toldDays(dated: readonly ReportReading[]): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const reading of dated) {
    for (const { claim, keys } of toldKeys(reading).events) {
      const day = dayOf(claim);
      if (day !== null) note(out, reading, claim, keys, day);
    }
  }
  return onOneDay(out);
}

/** The day on which the dated reports put each piece of news; what they put on two days is left out. */
export function toldNews(dated: readonly ReportReading[]): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const reading of dated) {
    for (const { claim, keys } of toldKeys(reading).news) {
      const { time } = claim;
      if (!time?.start || time.start !== time.end) continue;
      const day = parseIsoDay(time.start);
      if (day !== null) note(out, reading, claim, keys, day);
    }
  }
  return onOneDay(out);
}

/** Null stands for what was told of two days. */
function note(
  told: Map<string, ToldDay | null>,
  { report }: ReportReading,
  { span: [start, end] }: Claim,
  keys: readonly string[],
  day: DayNumber,
): void {
  for (const key of keys) {
    const known = told.get(key);
    if (known === undefined) told.set(key, { day, span: { report: report.id, start, end } });
    else if (known !== null && known.day !== day) told.set(key, null);
  }
}

const onOneDay = (told: ReadonlyMap<string, ToldDay | null>): Map<string, ToldDay> =>
  new Map([...told].filter((one): one is [string, ToldDay] => one[1] !== null));

/** The one day of a claim whose words tell it; null where they tell a longer time or none. */
export function dayOf(claim: Claim): DayNumber | null {
  const { time } = claim;
  if (!time?.start || time.start !== time.end) return null;
  if (time.basis !== "stated" && time.basis !== "relative") return null;
  return parseIsoDay(time.start);
}
