/** The list of stories of a press: the public JSON of `stories.json`, beside an account a story. */
import { z } from "zod";
import { MEASURES } from "./codes.js";

const day = z.string().nullable();

export const storySummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    /** First and last ISO day of what is told as news; null where no day is known. */
    start: day,
    end: day,
    /** Names of the main places, most told first. */
    places: z.array(z.string()).readonly(),
    reports: z.number().int(),
    /** Names of the outlets, each once, by code unit. */
    outlets: z.array(z.string()).readonly(),
    /** Reports that tell independently; copies share a witness. */
    witnesses: z.number().int(),
    /** Figures of people harmed, by the weight of their ledgers, each measure once. */
    tolls: z
      .array(
        z
          .object({
            measure: z.enum(MEASURES),
            counted: z.string(),
            low: z.number().nullable(),
            best: z.number().nullable(),
            high: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** Contradictions, and what stayed undecided. */
    disputes: z.number().int(),
    /** Ids of the judgements that joined its reports or took them apart; absent where there is none. */
    judged: z.array(z.string()).readonly().optional(),
  })
  .readonly();

export const storyListSchema = z
  .object({
    schema: z.literal("isnad/stories@1"),
    engine: z.string(),
    /** Reports read, of all stories. */
    reports: z.number().int(),
    /** Most outlets first, then most reports, then the newest, then by id. */
    stories: z
      .array(storySummarySchema.unwrap().extend({ file: z.string() }).readonly())
      .readonly(),
  })
  .readonly();

/** What a list of stories shows of one; everything else stands in its account. */
export type StorySummary = z.infer<typeof storySummarySchema>;
export type StoryList = z.infer<typeof storyListSchema>;
export type ListedStory = StoryList["stories"][number];
