/** Reports of a store, as they go over the wire. */
import { z } from "zod";
import { servedStorySchema } from "./stories.js";

const time = z.string();
const day = z.iso.date();

const outline = {
  id: z.string(),
  /** 1 for the first. */
  version: z.number().int(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  added: time,
};

const word = z.string().optional();
const originSchema = z
  .object({
    via: z.enum(["file", "page", "feed", "archive", "sent"]),
    file: word,
    url: word,
    finalUrl: word,
    retrieved: word,
    status: z.number().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    encoding: word,
  })
  .readonly();

export const storedReportSchema = z
  .object({
    ...outline,
    text: z.string(),
    byline: z.string().nullable(),
    language: z.string().nullable(),
    /** How it came: by file, page, feed, archive, or handed in; with addresses and times. */
    origin: originSchema,
    /** SHA-256 of the original bytes. */
    content: z.string(),
    /** `anchor` of the story that it stands in; null where none does yet, or a newer version does. */
    anchor: z.number().int().nullable(),
  })
  .readonly();

export const reportVersionsSchema = z
  .object({
    /** The oldest first. */
    versions: z.array(z.object(outline).readonly()).readonly(),
  })
  .readonly();

export const searchQuerySchema = z.object({
  /** `words all of which stand there`, `"words in a row"`, `-without`, `beginn*`. */
  q: z.string().min(1).max(400),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

const range = z.tuple([z.number().int(), z.number().int()]).readonly();
export const foundReportSchema = z
  .object({
    ...outline,
    /** The part of the text where most of the words stand together; how it begins where none does. */
    excerpt: z.string(),
    /** Where the excerpt stands in the text, in UTF-16 code units, `[start, end)`. */
    span: range,
    /** The words within the text, by the same units. */
    lit: z.array(range).readonly(),
    score: z.number(),
    anchor: z.number().int().nullable(),
  })
  .readonly();

export const searchAnswerSchema = z
  .object({
    /** The best first, then the newest. */
    reports: z.array(foundReportSchema).readonly(),
    /** Stories whose title, places or outlets hold the words; with the first page only. */
    stories: z.array(servedStorySchema).readonly(),
    /** `offset` of the next page; null where this is the last. */
    next: z.number().int().nullable(),
  })
  .readonly();

/** A report that is handed in: an input of the engine. */
export const newReportSchema = z
  .object({
    text: z.string().min(1).max(2_000_000),
    id: z.string().max(1000).optional(),
    title: z.string().max(10_000).optional(),
    outlet: z.string().max(1000).optional(),
    byline: z.string().max(1000).optional(),
    url: z.url().max(4000).optional(),
    published: day.optional(),
    /** When a crawler found it: it was published no later. */
    fetched: day.optional(),
    language: z.string().max(20).optional(),
  })
  .readonly();
export const newReportsSchema = z
  .object({ reports: z.array(newReportSchema).min(1).max(500).readonly() })
  .readonly();

export const addedSchema = z
  .object({
    added: z.number().int(),
    /** Of them, those that correct one that was there. */
    corrected: z.number().int(),
    duplicates: z.number().int(),
    /** Of those that were added, how many no account tells of yet: they are told soon. */
    behind: z.number().int(),
    /** What could not be read of files. */
    problems: z
      .array(
        z
          .object({
            severity: z.enum(["error", "warning"]),
            code: z.string(),
            file: z.string().nullable(),
            place: z.string().nullable(),
            message: z.string(),
            remedy: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type StoredReportAnswer = z.infer<typeof storedReportSchema>;
export type ReportVersions = z.infer<typeof reportVersionsSchema>;
export type FoundReportAnswer = z.infer<typeof foundReportSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
export type NewReport = z.infer<typeof newReportSchema>;
export type Added = z.infer<typeof addedSchema>;
