/** What people decided, and what most needs a person, as they go over the wire. */
import { z } from "zod";
import { claimReferenceSchema } from "../core/claim-reference-schema.js";
import { decisionSchema, judgementSchema } from "../core/judgement-schema.js";
import { namedPlaceSchema } from "../core/named-place.js";
import { REVIEW_REASONS } from "../review/queue.js";
import { problemDetailsSchema } from "./problem.js";

const LONGEST_REASON = 2000;

/** Who decides and when is the server's to say. */
export const sentJudgementSchema = z
  .object({
    decision: decisionSchema.refine(({ reason }) => reason.trim().length <= LONGEST_REASON, {
      message: `longer than ${LONGEST_REASON} characters`,
      path: ["reason"],
    }),
    /** Id of the latest judgement about the same thing that held when it was looked at; null for none. */
    seen: z.string().max(100).nullable(),
  })
  .readonly();

const madeAnewSchema = z
  .object({
    anchor: z.number().int(),
    /** Of the account as it is now; null where it is still being folded. */
    id: z.string().nullable(),
  })
  .readonly();

export const madeJudgementSchema = z
  .object({
    judgement: judgementSchema,
    /** The stories of its reports, made anew. */
    stories: z.array(madeAnewSchema).readonly(),
  })
  .readonly();

/** Somebody decided about the same thing meanwhile: what, so that one decides knowing it. */
export const overtakenSchema = z
  .object({
    ...problemDetailsSchema.unwrap().shape,
    judgement: judgementSchema,
    /** What to send as `seen` by who still decides so. */
    seen: z.string().nullable(),
  })
  .readonly();

export const judgementPageSchema = z
  .object({
    /** The newest first. */
    judgements: z
      .array(
        z
          .object({
            /** Place in the log, from 1. */
            number: z.number().int(),
            judgement: judgementSchema,
            /** False once it was taken back. */
            holds: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    /** `before` of the next page; null where this is the last. */
    next: z.number().int().nullable(),
  })
  .readonly();

export const reviewItemSchema = z
  .object({
    id: z.string(),
    story: z.string(),
    anchor: z.number().int(),
    title: z.string(),
    reasons: z.array(z.enum(REVIEW_REASONS)).readonly(),
    /** The more, the sooner a person should look. */
    need: z.number(),
    claim: claimReferenceSchema.nullable(),
    /** Two names that may be one; null for a claim or a decision. */
    named: z.tuple([namedPlaceSchema, namedPlaceSchema]).readonly().nullable(),
    /** A decision that does nothing any more, and why; null for a claim or two names. */
    judgement: z.object({ id: z.string(), why: z.string() }).readonly().nullable(),
    disagreements: z.array(z.string()).readonly(),
  })
  .readonly();

export const reviewPageSchema = z
  .object({
    items: z.array(reviewItemSchema).readonly(),
    /** Of all pages together. */
    total: z.number().int(),
    /** `offset` of the next page; null where this is the last. */
    next: z.number().int().nullable(),
  })
  .readonly();

export type SentJudgement = z.infer<typeof sentJudgementSchema>;
export type MadeJudgement = z.infer<typeof madeJudgementSchema>;
export type Overtaken = z.infer<typeof overtakenSchema>;
export type JudgementPage = z.infer<typeof judgementPageSchema>;
export type WiredReviewItem = z.infer<typeof reviewItemSchema>;
export type ReviewPage = z.infer<typeof reviewPageSchema>;
