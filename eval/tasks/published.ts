/** The day a report was published: right, wrong or unknown. A wrong day costs twice an unknown one. */
import { parseIsoDay } from "../../src/core/calendar.js";
import type { Report } from "../../src/core/contract.js";
import { type LabelledReading, readLabelled } from "../labelled.js";
import type { Finding, ReadReports, Row, Task } from "../task.js";
import { readWorkedCase } from "../worked-case.js";

/** Reports of one incident appear within this many days of one another. */
const SIBLING_DAYS = 2;

type Verdict = "right" | "wrong" | "unknown";

export interface DatedCase {
  readonly record: string;
  readonly published: Report["published"];
  /** The labelled day; null where the text itself fixes none. */
  readonly label: string | null;
  /** Labelled days of reports of the same incident, from which the engine may rightly infer. */
  readonly siblings: readonly string[];
}

/** A day given where the label has none is right only if reports of the same incident bear it out. */
export function judgePublished({ published, label, siblings }: DatedCase): Verdict {
  const { start, end } = published;
  const isDay = start !== null && start === end;
  if (label !== null) return !isDay ? "unknown" : start === label ? "right" : "wrong";
  if (!isDay) return "right";
  return isBorneOut(start, siblings) ? "right" : "wrong";
}

/** A day lies near one of those that reports of the same incident were published on. */
export function isBorneOut(given: string, siblings: readonly string[]): boolean {
  const at = parseIsoDay(given);
  return siblings.some((sibling) => {
    const day = parseIsoDay(sibling);
    return at !== null && day !== null && Math.abs(at - day) <= SIBLING_DAYS;
  });
}

/** Labelled days of publication of the other reports of a record's incident. */
export function siblingDays(
  readings: readonly LabelledReading[],
  { name, labels }: LabelledReading["record"],
): readonly string[] {
  return readings
    .filter(
      ({ record }) =>
        record.name !== name && record.labels.group === labels.group && labels.group !== "other",
    )
    .flatMap(({ record }) => record.labels.published ?? []);
}

export function datedRow(name: string, cases: readonly DatedCase[]): Row {
  const verdicts = cases.map((dated) => ({ dated, verdict: judgePublished(dated) }));
  const count = (wanted: Verdict): number =>
    verdicts.filter(({ verdict }) => verdict === wanted).length;
  const [right, unknown, wrong] = [count("right"), count("unknown"), count("wrong")];
  const findings = verdicts.map(({ dated, verdict }): Finding => {
    const { published, label, record } = dated;
    return {
      verdict: verdict === "right" ? "hit" : verdict === "wrong" ? "wrong" : "miss",
      record,
      at: null,
      text: `${label ?? "not fixed by its text"} ← ${published.edtf ?? "unknown"} (${published.basis}: ${published.why})`,
    };
  });
  return {
    name,
    cases: cases.length,
    precision: right + wrong === 0 ? null : right / (right + wrong),
    recall: cases.length === 0 ? null : right / cases.length,
    score: cases.length === 0 ? null : 1 - (unknown + 2 * wrong) / (2 * cases.length),
    remark: `right ${right}, unknown ${unknown}, wrong ${wrong}`,
    findings,
  };
}

function workedCase(read: ReadReports): Row | null {
  const readings = readWorkedCase(read);
  if (!readings) return null;
  return datedRow(
    "published, worked case",
    readings.map(
      ({ record, report }): DatedCase => ({
        record: record.name,
        published: report.published,
        label: record.labels.published,
        siblings: [],
      }),
    ),
  );
}

function casesOf(readings: readonly LabelledReading[]): DatedCase[] {
  return readings.map(({ record, report }): DatedCase => {
    const { published: day } = record.labels;
    const siblings = siblingDays(readings, record);
    return { record: record.name, published: report.published, label: day, siblings };
  });
}

export const published: Task = {
  name: "published",
  rows: ["published", "published, as collected", "published, worked case"],
  run: (read) => {
    const readings = readLabelled(read);
    const worked = workedCase(read);
    if (!readings && !worked) return null;
    const rows: Row[] = [];
    const collected = readLabelled(read, "collected");
    if (readings) rows.push(datedRow("published", casesOf(readings)));
    if (collected) rows.push(datedRow("published, as collected", casesOf(collected)));
    if (worked) rows.push(worked);
    return rows;
  },
};
