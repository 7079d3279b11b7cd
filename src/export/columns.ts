/** Columns that several tables share: days, places, values, speakers, and the words relied on. */
import type { Claim, Link, Report, Story, Time, Value } from "../core/contract.js";
import { type Column, listCell } from "./csv.js";
import { countedLabel } from "./labels/counted-label.js";
import { precisionOf } from "./labels/format.js";
import { codeLabel } from "./labels.js";
import type { Scope } from "./scope.js";

/** The same columns for something that a row holds. */
export function columnsOf<Row, Part>(
  part: (row: Row) => Part,
  columns: readonly Column<Part>[],
): readonly Column<Row>[] {
  return columns.map(({ name, cell }) => ({ name, cell: (row) => cell(part(row)) }));
}

/** A day as it is known; empty where nothing is known of it but that. */
export function timeColumns(name: string): readonly Column<Time | null>[] {
  return [
    { name, cell: (time) => (isKnown(time) ? time.edtf : null) },
    { name: `${name}_start`, cell: (time) => time?.start ?? null },
    { name: `${name}_end`, cell: (time) => time?.end ?? null },
    { name: `${name}_precision`, cell: (time) => (time ? precisionOf(time) : "unknown") },
    { name: `${name}_basis`, cell: (time) => time?.basis ?? "unknown" },
  ];
}

/** True where any day is known, be it only the last one possible. */
export const isKnown = (time: Time | null): time is Time =>
  time !== null && (time.start !== null || time.end !== null);

export const clockColumn = (name: string): Column<Time | null> => ({
  name: `${name}_clock`,
  cell: (time) => time?.clock ?? null,
});

export const placeColumn = (scope: Scope): Column<string | null> => ({
  name: "place",
  cell: (id) => (id === null ? null : scope.nameOf(id)),
});

/** Where that place lies, as far as it is known. */
export function positionColumns(scope: Scope): readonly Column<string | null>[] {
  return [
    { name: "place_id", cell: (id) => id },
    { name: "place_ref", cell: (id) => scope.entity(id)?.ref ?? null },
    { name: "lat", cell: (id) => scope.entity(id)?.geo?.lat ?? null },
    { name: "lon", cell: (id) => scope.entity(id)?.geo?.lon ?? null },
    { name: "place_precision", cell: (id) => scope.entity(id)?.geo?.precision ?? null },
  ];
}

export const VALUE_COLUMNS: readonly Column<Value | null>[] = [
  { name: "value_min", cell: (value) => value?.min ?? null },
  { name: "value_max", cell: (value) => value?.max ?? null },
  { name: "value_hedge", cell: (value) => value?.hedge ?? null },
];

/** What is counted: codes, which never change, and what they are called. */
export const countedColumns = ({
  lang,
}: Scope): readonly Column<{ readonly measure: string; readonly counted: string } | null>[] => [
  { name: "measure", cell: (of) => of?.measure ?? null },
  { name: "measure_label", cell: (of) => of && codeLabel("measure", of.measure)[lang] },
  { name: "counted", cell: (of) => of?.counted ?? null },
  { name: "counted_label", cell: (of) => of && countedLabel(of.counted)[lang] },
];

/** Who says it and through whom. */
export function speakerColumns(
  scope: Scope,
): readonly Column<{ readonly speaker: Link | null; readonly via: readonly Link[] }>[] {
  return [
    { name: "speaker", cell: ({ speaker }) => speaker && scope.speakerName(speaker) },
    { name: "speaker_kind", cell: ({ speaker }) => speaker?.kind ?? null },
    { name: "speaker_id", cell: ({ speaker }) => speaker?.entity ?? null },
    { name: "stance", cell: ({ speaker }) => speaker?.stance ?? null },
    { name: "via", cell: ({ via }) => listCell(via.map((link) => scope.speakerName(link))) },
  ];
}

export const storyColumns: readonly Column<Story | null>[] = [
  { name: "story_id", cell: (story) => story?.id ?? null },
  { name: "story_title", cell: (story) => story?.title ?? null },
];

function reportColumns(scope: Scope): readonly Column<Report | null>[] {
  return [
    { name: "report_number", cell: (report) => report && scope.number(report.id) },
    { name: "report_file", cell: (report) => report?.file ?? null },
    { name: "report_title", cell: (report) => report?.title ?? null },
    { name: "report_outlet", cell: (report) => report?.outlet ?? null },
    { name: "report_url", cell: (report) => report?.url ?? null },
    { name: "report_published", cell: (report) => report?.published.edtf ?? null },
    { name: "report_published_basis", cell: (report) => report?.published.basis ?? null },
    { name: "report_id", cell: (report) => report?.id ?? null },
  ];
}

/** The exact words. */
export const wordsColumn = (scope: Scope): Column<Claim | null> => ({
  name: "as_worded",
  cell: (claim) => claim && scope.wordsOf(claim),
});

/** Where one claim stands: its sentence, the report and the offsets in it. */
export function claimPlaceColumns(scope: Scope): readonly Column<Claim | null>[] {
  return [
    { name: "sentence", cell: (claim) => claim && scope.sentenceOf(claim) },
    ...columnsOf(
      (claim: Claim | null) => claim && scope.report(claim.report),
      reportColumns(scope),
    ),
    { name: "claim_id", cell: (claim) => claim?.id ?? null },
    { name: "span_start", cell: (claim) => claim?.span[0] ?? null },
    { name: "span_end", cell: (claim) => claim?.span[1] ?? null },
    { name: "sentence_start", cell: (claim) => claim?.sentence[0] ?? null },
    { name: "sentence_end", cell: (claim) => claim?.sentence[1] ?? null },
    { name: "rule", cell: (claim) => claim?.rule ?? null },
  ];
}

/** The evidence of a row that rests on several claims: the first in full, all by their ids. */
export function evidenceColumns(scope: Scope): readonly Column<readonly string[]>[] {
  return [
    ...columnsOf((ids: readonly string[]) => firstClaim(scope, ids), claimPlaceColumns(scope)),
    { name: "claims", cell: (ids) => ids.length },
    { name: "claim_ids", cell: (ids) => listCell(ids) },
    { name: "told_in", cell: (ids) => listCell(reportsTelling(scope, ids)) },
  ];
}

export function firstClaim(scope: Scope, ids: readonly string[]): Claim | null {
  for (const id of ids) {
    const claim = scope.claim(id);
    if (claim) return claim;
  }
  return null;
}

/** `[3] النهار`: the reports that claims stand in, each once. */
export function reportsTelling(scope: Scope, ids: readonly string[]): readonly string[] {
  const found = new Set(ids.flatMap((id) => scope.claim(id)?.report ?? []));
  return [...found].flatMap((id) => {
    const report = scope.report(id);
    return report ? `[${scope.number(id)}] ${scope.reportName(report)}` : [];
  });
}
