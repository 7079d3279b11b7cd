/**
 * Reports of the saudinewsnet archives, labelled by reading (README.md says how). The labels hold
 * where a record stands, hashes, offsets and values; the words are taken from the archives.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { MEASURES, type Range } from "../../src/core/contract.js";
import { dataPath, type LabelledRecord, labelledStance } from "../data.js";
import { type LabelledReading, pairWithRecords } from "../labelled.js";
import type { ReadReports } from "../task.js";
import { type ArchivedReport, digest, readArchive } from "./archive.js";
import type { DrawnSet } from "./sets.js";

/** Offsets in UTF-16 code units of the record's content, half open. */
const range = z.tuple([z.number().int(), z.number().int()]).readonly();
const day = z.string().nullable();

const labelsSchema = z.record(
  z.string(),
  z.object({
    archive: z.string(),
    /** Place in the archive's array, from 0. */
    index: z.number().int(),
    /** Hashes of the record's address and content (`digest`). */
    url: z.string(),
    text: z.string(),
    /** Only where the report's own words, with the day of collection, fix it. */
    published: day,
    figures: z.array(
      z.object({
        span: range,
        measure: z.enum(MEASURES),
        who: z.string(),
        min: z.number().nullable(),
        max: z.number().nullable(),
        /** The figure it is part of, by its place in this list. */
        partOf: z.number().int().nullable(),
        place: range.nullable(),
        /** Where the names stand, outermost relayer first. */
        chain: z.array(range),
        background: z.boolean(),
      }),
    ),
    times: z.array(z.object({ span: range, start: day, end: day })),
    attributions: z.array(
      z.object({
        span: range,
        chain: z.array(range),
        /** The names as they stand beside the words, where these refer back (`البيان`, `سموه`). */
        worded: z.array(range).optional(),
        stance: labelledStance,
      }),
    ),
    furniture: z.array(range),
  }),
);
/** What is labelled in one report. */
export type ReportLabels = z.infer<typeof labelsSchema>[string];

/** By the place of the attribution: the speaker as worded, where the label resolves a reference. */
type Worded = ReadonlyMap<number, readonly string[]>;

/** A report beside its labels, and the chains that are right too. */
export interface OwnReading extends LabelledReading {
  readonly worded: Worded;
}

/** A labelled report as it was collected. */
export interface OwnRecord {
  readonly record: LabelledRecord;
  readonly found: ArchivedReport;
  readonly worded: Worded;
}

const rangesOf = ({ figures, times, attributions, furniture }: ReportLabels): readonly Range[] => [
  ...figures.flatMap(({ span, place, chain }) => [span, ...(place ? [place] : []), ...chain]),
  ...times.map(({ span }) => span),
  ...attributions.flatMap(({ span, chain, worded }) => [span, ...chain, ...(worded ?? [])]),
  ...furniture,
];

/** What is wrong with the labels of a text, in words; null where they can be scored. */
export function faultOf(labels: ReportLabels, text: string): string | null {
  const outside = rangesOf(labels).find(
    ([start, end]) => start < 0 || end <= start || text.slice(start, end).trim() === "",
  );
  if (outside) return `nothing stands at ${outside.join("-")}`;
  const beyond = rangesOf(labels).find(([, end]) => end > text.length);
  if (beyond) return `the text ends before ${beyond.join("-")}`;
  const part = labels.figures.findIndex(
    ({ partOf }, index) => partOf !== null && (partOf === index || !labels.figures[partOf]),
  );
  return part < 0 ? null : `figure ${part} is part of no other`;
}

/** @throws where the archives hold another text than the one that was labelled, or labels are broken */
function recordOf(
  set: DrawnSet,
  name: string,
  labels: ReportLabels,
  found: ArchivedReport | undefined,
): OwnRecord {
  const place = `${labels.archive} #${labels.index}`;
  if (!found) throw new Error(`${set.labels}: ${name}: no record at ${place}`);
  if (digest(found.url) !== labels.url || digest(found.text) !== labels.text)
    throw new Error(`${set.labels}: ${name}: the record at ${place} is not the one labelled`);
  const { text } = found;
  const fault = faultOf(labels, text);
  if (fault !== null) throw new Error(`${set.labels}: ${name}: ${fault}`);
  const words = ([start, end]: readonly [number, number]): string => text.slice(start, end);
  const record: LabelledRecord = {
    name,
    text,
    labels: {
      outlet: found.outlet,
      group: set.name,
      published: labels.published,
      figures: labels.figures.map(({ partOf, ...figure }) => ({
        ...figure,
        evidence: words(figure.span),
        role: partOf === null ? "total" : "part",
        part_of: partOf,
        date: null,
        place: figure.place ? words(figure.place) : null,
        chain: figure.chain.map(words),
      })),
      times: labels.times.map((time) => ({ ...time, evidence: words(time.span) })),
      attributions: labels.attributions.map(({ worded: _, ...attribution }) => ({
        ...attribution,
        evidence: words(attribution.span),
        chain: attribution.chain.map(words),
      })),
      chrome: labels.furniture.map(words),
    },
  };
  const worded = new Map(
    labels.attributions.flatMap(({ worded: names }, index) =>
      names ? [[index, names.map(words)] as const] : [],
    ),
  );
  return { record, found, worded };
}

/**
 * The reports of a set with their labels, in the order of their names; null where they are absent or
 * nobody has labelled them.
 */
export function ownRecords(set: DrawnSet): readonly OwnRecord[] | null {
  const file = new URL(set.labels, import.meta.url);
  if (!dataPath("saudinewsnet") || !existsSync(file)) return null;
  const source = readFileSync(file, "utf8");
  const all = Object.entries(labelsSchema.parse(JSON.parse(source))).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const archives = new Map(
    [...new Set(all.map(([, { archive }]) => archive))].map((archive) => [
      archive,
      new Map(readArchive(archive).map((report) => [report.index, report])),
    ]),
  );
  return all.map(([name, labels]) =>
    recordOf(set, name, labels, archives.get(labels.archive)?.get(labels.index)),
  );
}

/** The reports of a set read together, as collected, beside their labels; null as of `ownRecords`. */
export function readOwn(set: DrawnSet, read: ReadReports): readonly OwnReading[] | null {
  const records = ownRecords(set);
  if (!records) return null;
  const account = read(
    records.map(({ record, found }) => ({
      text: record.text,
      file: `${record.name}.txt`,
      outlet: found.outlet,
      fetched: found.fetched,
    })),
  );
  const readings = pairWithRecords(
    records.map(({ record }) => record),
    account,
  );
  return readings.map((reading, index) => ({
    ...reading,
    worded: records[index]?.worded ?? new Map<number, readonly string[]>(),
  }));
}
