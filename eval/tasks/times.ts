/** Time expressions that fix a day, a month, a year or a range of them. */
import type { Time } from "../../src/core/contract.js";
import type { TimeLabel } from "../data.js";
import { excerpt, type LabelledReading, readLabelled, sameAtPrecision } from "../labelled.js";
import { overlap, pair, placesOf } from "../match.js";
import { type Finding, type Row, ratedRow, type Task, type TextScore } from "../task.js";

const describe = ({ start, end }: Pick<Time, "start" | "end">): string =>
  start === end ? (start ?? "unknown") : `${start ?? "…"}/${end ?? "…"}`;

const agrees = (label: TimeLabel, time: Time, bySiblings: boolean): boolean =>
  (sameAtPrecision(label.start, time.start) && sameAtPrecision(label.end, time.end)) ||
  (bySiblings && label.start === null && label.end === null && time.basis === "relative");

/**
 * Scores the times of one report. A time that fixes no day is never spurious: labels hold only
 * expressions that could, so a clock time or a duration standing alone is left out.
 */
export function scoreTimes({ record, report }: LabelledReading): TextScore {
  // A label says what the text alone fixes. Where the reports of the same incident date this one,
  // "yesterday" has a day after all; whether that date is right is scored by `published`.
  const bySiblings = record.labels.published === null && report.published.basis === "inferred";
  const labels = record.labels.times;
  const places = placesOf(record.text, labels);
  const given = report.times.filter((time) => time.span !== null);
  const overlapWith = (index: number, time: Time): number =>
    Math.max(0, ...(places[index] ?? []).map((range) => overlap(range, time.span ?? [0, 0])));
  const partners = pair(
    labels.map((label, index) => ({ label, index })),
    given,
    ({ label, index }, time) => (agrees(label, time, bySiblings) ? overlapWith(index, time) : 0),
  );
  const findings: Finding[] = [];
  labels.forEach((label, index) => {
    const near = given.filter((time) => overlapWith(index, time) > 0);
    const instead = near.map(
      (time) => `${describe(time)} ${excerpt(report.text, time.span ?? [0, 0])}`,
    );
    const isHit = partners[index] != null;
    findings.push({
      verdict: isHit ? "hit" : near.length > 0 ? "wrong" : "miss",
      record: record.name,
      at: places[index]?.[0]?.[0] ?? null,
      text: `${describe(label)} «${label.evidence}»${isHit || near.length === 0 ? "" : `  ← ${instead.join("; ")}`}`,
    });
  });
  let counted = 0;
  const used = new Set(partners);
  given.forEach((time, index) => {
    const isUsed = used.has(index);
    if (!isUsed && time.start === null && time.end === null) return;
    counted++;
    if (isUsed) return;
    findings.push({
      verdict: "spurious",
      record: record.name,
      at: time.span?.[0] ?? null,
      text: `${describe(time)} ${excerpt(report.text, time.span ?? [0, 0])} in ${excerpt(report.text, time.span ?? [0, 0], 40)}`,
    });
  });
  return {
    hits: partners.filter((partner) => partner !== null).length,
    labelled: labels.length,
    given: counted,
    findings,
  };
}

const rowOf = (name: string, readings: readonly LabelledReading[]): Row =>
  ratedRow(name, readings.map(scoreTimes));

export const times: Task = {
  name: "times",
  rows: ["times", "times, as collected"],
  run: (read) => {
    const texts = readLabelled(read);
    const collected = readLabelled(read, "collected");
    if (!texts || !collected) return null;
    return [rowOf("times", texts), rowOf("times, as collected", collected)];
  },
};
