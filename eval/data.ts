/**
 * Where the evaluation data lie, and their reading. The data are no part of the project: every
 * loader answers null where its folder is absent, and the tasks that need it are skipped.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { MEASURES } from "../src/core/contract.js";
import type { ReportInput } from "../src/core/input.js";
import { ingest } from "../src/ingest/ingest.js";

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "..");

export const dataRoot = process.env["ISNAD_DATA"] ?? resolve(projectRoot, "../shared/data");

/** The folder or file below the data root; null where it is absent. */
export function dataPath(...parts: readonly string[]): string | null {
  const path = join(dataRoot, ...parts);
  return existsSync(path) ? path : null;
}

/** The project's own example reports, as the command reads them, their files told from the root. */
export function exampleInputs(): readonly ReportInput[] {
  const folder = join(projectRoot, "examples");
  if (!existsSync(folder)) return [];
  return ingest([folder]).reports.map((input) => ({
    ...input,
    file: input.file ? relative(projectRoot, input.file) : null,
  }));
}

export interface TextRecord {
  /** File name without extension. */
  readonly name: string;
  readonly text: string;
}

/** The `.txt` files of a folder, in the order of their names. */
export function readTexts(folder: string): readonly TextRecord[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt") && file !== "SOURCE.txt")
    .sort()
    .map((file) => ({
      name: file.slice(0, -".txt".length),
      text: readFileSync(join(folder, file), "utf8"),
    }));
}

const day = z.string().nullable();

/** Only labels kept as offsets have a span; those of the data quote their evidence. */
const span = z.tuple([z.number(), z.number()]).readonly().optional();

const figureLabel = z.object({
  evidence: z.string().min(1),
  span,
  measure: z.enum(MEASURES),
  who: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  role: z.enum(["total", "part"]),
  part_of: z.number().int().nullable(),
  date: day,
  place: z.string().nullable(),
  chain: z.array(z.string()),
  background: z.boolean(),
});

const timeLabel = z.object({ evidence: z.string().min(1), span, start: day, end: day });

export const labelledStance = z.enum([
  "states",
  "denies",
  "accuses",
  "condemns",
  "warns",
  "promises",
  "unverified",
]);

const attributionLabel = z.object({
  evidence: z.string().min(1),
  span,
  chain: z.array(z.string()),
  stance: labelledStance,
});

const labels = z.object({
  outlet: z.string(),
  group: z.string(),
  published: day,
  figures: z.array(figureLabel),
  times: z.array(timeLabel),
  attributions: z.array(attributionLabel),
  chrome: z.array(z.string()),
});

export type FigureLabel = z.infer<typeof figureLabel>;
export type TimeLabel = z.infer<typeof timeLabel>;
export type AttributionLabel = z.infer<typeof attributionLabel>;
export type Labels = z.infer<typeof labels>;

export interface LabelledRecord extends TextRecord {
  readonly labels: Labels;
}

/** The hand-labelled reports, each with its labels. */
export function labelledRecords(): readonly LabelledRecord[] | null {
  const folder = dataPath("labelled-dev");
  if (!folder) return null;
  return readTexts(folder).map((record) => {
    const parsed = labels.safeParse(
      JSON.parse(readFileSync(join(folder, `${record.name}.json`), "utf8")),
    );
    if (!parsed.success) throw new Error(`labels of ${record.name}: ${parsed.error.message}`);
    return { ...record, labels: parsed.data };
  });
}
