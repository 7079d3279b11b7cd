/** Stories and the parts of their accounts, as they go over the wire. */
import { z } from "zod";
import { MEASURES } from "../core/codes.js";
import { claimSchema, disagreementSchema, entitySchema, ledgerSchema } from "../core/contract.js";
import { storySummarySchema } from "../core/story-list.js";

export const STORY_ORDERS = ["weight", "newest", "disputes", "reports"] as const;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is YYYY-MM-DD");
const words = z.string().max(400);

/** Where the next page begins; to be given back as it is. */
const cursor = z.string().max(2000);

export const storyQuerySchema = z.object({
  /** Words of title, places or outlets, in any spelling. */
  q: words.optional(),
  /** Stories that touch these days. */
  from: day.optional(),
  to: day.optional(),
  measure: z.enum(MEASURES).optional(),
  /** Names as they stand in `places` and `outlets`. */
  place: words.optional(),
  outlet: words.optional(),
  disputed: z.enum(["true", "false"]).optional(),
  order: z.enum(STORY_ORDERS).default("weight"),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: cursor.optional(),
});

/** A story in the list. */
export const servedStorySchema = z
  .object({
    ...storySummarySchema.unwrap().shape,
    /** Names the story for good; `id` is that of its account as it stands. */
    anchor: z.number().int(),
  })
  .readonly();

export const storyPageSchema = z
  .object({
    stories: z.array(servedStorySchema).readonly(),
    /** Of all pages. */
    total: z.number().int(),
    /** Reports of the whole store, versions included. */
    reports: z.number().int(),
    next: z.string().nullable(),
  })
  .readonly();

const of = {
  /** `id` of the account. */
  story: z.string(),
  title: z.string(),
};

export const storyLedgerSchema = z
  .object({ ...of, ledger: z.array(ledgerSchema).readonly() })
  .readonly();
export const storyDisagreementsSchema = z
  .object({ ...of, disagreements: z.array(disagreementSchema).readonly() })
  .readonly();
export const storyEntitiesSchema = z
  .object({ ...of, entities: z.array(entitySchema).readonly() })
  .readonly();
export const storyClaimsSchema = z
  .object({
    ...of,
    claims: z.array(claimSchema).readonly(),
    total: z.number().int(),
    next: z.string().nullable(),
  })
  .readonly();

export const claimQuerySchema = z.object({
  kind: z.enum(["figure", "event", "office", "membership", "attribute", "statement"]).optional(),
  measure: z.enum(MEASURES).optional(),
  report: words.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

export const entityQuerySchema = z.object({
  /** How the name begins, in any spelling. */
  name: words.min(1),
  kind: z.enum(["person", "organization", "place", "group", "outlet"]).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Who or what is named in a story. */
export const namedSchema = z
  .object({
    entity: z.string(),
    kind: z.string(),
    name: z.string(),
    mentions: z.number().int(),
    anchor: z.number().int(),
    story: z.string(),
    title: z.string(),
  })
  .readonly();
export const namedListSchema = z.object({ entities: z.array(namedSchema).readonly() }).readonly();

export type StoryQuery = z.infer<typeof storyQuerySchema>;
export type ServedStory = z.infer<typeof servedStorySchema>;
export type StoryPage = z.infer<typeof storyPageSchema>;
export type StoryLedger = z.infer<typeof storyLedgerSchema>;
export type StoryDisagreements = z.infer<typeof storyDisagreementsSchema>;
export type StoryEntities = z.infer<typeof storyEntitiesSchema>;
export type StoryClaims = z.infer<typeof storyClaimsSchema>;
export type ClaimQuery = z.infer<typeof claimQuerySchema>;
export type EntityQuery = z.infer<typeof entityQuerySchema>;
export type NamedList = z.infer<typeof namedListSchema>;
