/**
 * What a careful reader lists in the five reports of the worked case: tolls, days, who says what.
 * The labels (`worked-case.json`) hold offsets and values only, for the texts are not ours.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { MEASURES } from "../src/core/contract.js";
import { dataPath, type LabelledRecord, labelledStance, readTexts } from "./data.js";
import { type LabelledReading, pairWithRecords } from "./labelled.js";
import type { ReadReports } from "./task.js";

const range = z.tuple([z.number().int(), z.number().int()]).readonly();

const workedCaseSchema = z.record(
  z.string(),
  z.object({
    published: z.string(),
    figures: z.array(
      z.object({
        span: range,
        measure: z.enum(MEASURES),
        who: z.string(),
        min: z.number().nullable(),
        max: z.number().nullable(),
        /** Where the names stand, outermost relayer first. */
        chain: z.array(range),
      }),
    ),
    times: z.array(z.object({ span: range, start: z.string(), end: z.string() })),
    attributions: z.array(z.object({ span: range, chain: z.array(range), stance: labelledStance })),
    furniture: z.array(range),
  }),
);

function workedCaseRecords(): readonly LabelledRecord[] | null {
  const folder = dataPath("kazakhstan-2022");
  if (!folder) return null;
  const source = readFileSync(new URL("worked-case.json", import.meta.url), "utf8");
  const cases = workedCaseSchema.parse(JSON.parse(source));
  return readTexts(folder).map(({ name, text }): LabelledRecord => {
    const labels = cases[name];
    if (!labels) throw new Error(`worked-case.json has no labels for ${name}`);
    const words = ([start, end]: readonly [number, number]): string => text.slice(start, end);
    return {
      name,
      text,
      labels: {
        outlet: "",
        group: "worked case",
        published: labels.published,
        figures: labels.figures.map((figure) => ({
          ...figure,
          evidence: words(figure.span),
          chain: figure.chain.map(words),
          role: "total",
          part_of: null,
          date: null,
          place: null,
          background: false,
        })),
        times: labels.times.map((time) => ({ ...time, evidence: words(time.span) })),
        attributions: labels.attributions.map((attribution) => ({
          ...attribution,
          evidence: words(attribution.span),
          chain: attribution.chain.map(words),
        })),
        chrome: labels.furniture.map(words),
      },
    };
  });
}

/** The five reports in one account, beside their labels; null where they are absent. */
export function readWorkedCase(read: ReadReports): readonly LabelledReading[] | null {
  const records = workedCaseRecords();
  if (!records) return null;
  return pairWithRecords(
    records,
    read(records.map(({ name, text }) => ({ text, file: `${name}.txt` }))),
  );
}
