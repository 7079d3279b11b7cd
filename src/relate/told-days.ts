import { type DayNumber, parseIsoDay } from "../core/calendar.js";
import type { Claim, Span } from "../core/contract.js";
import type { ReportReading } from "../read/reading.js";
import { keyOf } from "./features.js";
import { spellingOf } from "./spelling.js";

/** The day on which dated reports put an event, by a key that an undated report can have too. */
export interface ToldDay {
  readonly day: DayNumber;
  readonly span: Span;
}

/** Ways to tell of the sending of a force, which reports choose between freely. */
const FAMILY: Readonly<Record<string, string>> = {
  deploy: "send",
  airlift: "send",
  decide: "send",
};

/** Event keys: type and one who takes part. Events whose only filler is a country are too common. */
export function eventKeys(claim: Claim, keys: ReadonlyMap<string, string>): string[] {
  if (!claim.event || claim.background) return [];
  const family = FAMILY[claim.event.type] ?? claim.event.type;
  const out = new Set<string>();
  for (const fillers of Object.values(claim.event.roles)) {
    for (const filler of fillers) out.add(`${family}|${keys.get(filler) ?? filler}`);
  }
  return [...out];
}

export function entityKeys(reading: ReportReading): Map<string, string> {
  const spelling = spellingOf(reading.report.language);
  return new Map(reading.entities.map((entity) => [entity.id, keyOf(entity, spelling)]));
}

/** A toll as a report words it: counts move daily, so that equal ones were told close together. */
export function figureKey(claim: Claim): string | null {
  if (!claim.figure || claim.background || claim.figure.measure === "price") return null;
  const { measure, counted, value } = claim.figure;
  return `${measure}|${counted}|${value.min}|${value.max}|${value.hedge}`;
}

/** Figures that dated reports of one single day of publication tell. */
export function toldFigures(
  dated: readonly ReportReading[],
  dayOfReport: ReadonlyMap<string, DayNumber>,
): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const { report, claims } of dated) {
    const day = dayOfReport.get(report.id);
    if (day === undefined) continue;
    for (const claim of claims) {
      const key = figureKey(claim);
      if (key === null) continue;
      const known = out.get(key);
      const span = { report: report.id, start: claim.span[0], end: claim.span[1] };
      if (known === undefined) out.set(key, { day, span });
      else if (known !== null && known.day !== day) out.set(key, null);
    }
  }
  return new Map([...out].filter((one): one is [string, ToldDay] => one[1] !== null));
}

/** Keys that dated reports put on one single day. A key told of on two days tells nothing. */
export function toldDays(dated: readonly ReportReading[]): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const reading of dated) {
    const keys = entityKeys(reading);
    for (const claim of reading.claims) {
      const day = dayOf(claim);
      if (day === null) continue;
      const span = { report: reading.report.id, start: claim.span[0], end: claim.span[1] };
      for (const key of eventKeys(claim, keys)) {
        const known = out.get(key);
        if (known === undefined) out.set(key, { day, span });
        else if (known !== null && known.day !== day) out.set(key, null);
      }
    }
  }
  return new Map([...out].filter((one): one is [string, ToldDay] => one[1] !== null));
}

/** The one day of a claim whose words tell it; null where they tell a longer time or none. */
export function dayOf(claim: Claim): DayNumber | null {
  const { time } = claim;
  if (!time?.start || time.start !== time.end) return null;
  if (time.basis !== "stated" && time.basis !== "relative") return null;
  return parseIsoDay(time.start);
}
