/** The list of stories of a press: the public JSON of `stories.json`, beside an account a story. */
import { z } from "zod";
import { MEASURES } from "./codes.js";
import { messageSchema } from "./contract.js";

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
            /** Who tells the best number, as words name it, and the outlet that carries it; the latest of several. */
            by: z
              .object({ speaker: z.string().nullable(), outlet: z.string().nullable() })
              .readonly()
              .optional(),
          })
          .readonly(),
      )
      .readonly(),
    /**
     * How the best number of the first of the tolls moved: each step by the ISO day of the reports that made it,
     * in order. Absent where it did not move.
     */
    trend: z
      .array(z.object({ knownBy: z.string(), best: z.number() }).readonly())
      .readonly()
      .optional(),
    /** Contradictions, and what stayed undecided. */
    disputes: z.number().int(),
    /** What the first of them are about; absent where there is none. */
    disputed: z
      .array(z.object({ about: z.string(), aboutMessage: messageSchema.optional() }).readonly())
      .readonly()
      .optional(),
    /** Ids of the judgements that joined its reports or took them apart; absent where there is none. */
    judged: z.array(z.string()).readonly().optional(),
    /** Judgements of its reports that do nothing any more, and why; absent where there is none. */
    unapplied: z
      .array(z.object({ judgement: z.string(), why: z.string() }).readonly())
      .readonly()
      .optional(),
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
