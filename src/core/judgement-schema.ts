import { z } from "zod";
import { claimReferenceSchema } from "./claim-reference-schema.js";
import { correctionSchema } from "./correction-schema.js";
import { namedPlaceSchema } from "./named-place.js";

/**
 * What a person decided about stories, claims, witnesses and about who is who: an entry of a log to which entries are
 * only ever added. Time and author are given data; nothing here asks a clock. An entry is taken back
 * by an `undo` entry.
 */
const entry = {
  /** Hash of all the rest: unique in the log, and an entry that was changed shows it. */
  id: z.string().min(1),
  author: z.string().min(1),
  /** When it was decided, ISO 8601. */
  time: z.iso.datetime({ offset: true }),
  reason: z.string().min(1),
};

const claim = claimReferenceSchema;

/** Every two of them are told to be one or two, so that their number counts by its square. */
const MOST_TELLERS = 100;

/** Two at least; which they are is all that counts. */
const tellers = z
  .array(z.string().min(1))
  .min(2)
  .max(MOST_TELLERS)
  .refine((ids) => new Set(ids).size === ids.length, { message: "a report is named twice" })
  .readonly();

const reports = z.array(z.string().min(1)).readonly();

const places = z.tuple([namedPlaceSchema, namedPlaceSchema]).readonly();

export const judgementSchema = z.discriminatedUnion("kind", [
  /** The stories of these reports are one. */
  z.object({ kind: z.literal("merge"), ...entry, reports }).readonly(),
  /** These reports are a story of their own, apart from the others of theirs. */
  z.object({ kind: z.literal("split"), ...entry, reports }).readonly(),
  /** Who is named at these two places is one. */
  z.object({ kind: z.literal("same"), ...entry, places }).readonly(),
  /** Who is named at these two places are two. */
  z.object({ kind: z.literal("different"), ...entry, places }).readonly(),
  /** The claim is as the engine, or the corrections before this, have it. */
  z.object({ kind: z.literal("accept"), ...entry, claim }).readonly(),
  /** The claim is none: misread, or no news of anything. It takes part in nothing. */
  z.object({ kind: z.literal("reject"), ...entry, claim }).readonly(),
  /** The claim is otherwise than it was read, in the fields given. */
  z.object({ kind: z.literal("correct"), ...entry, claim, changes: correctionSchema }).readonly(),
  /** These reports have what they tell from one source. */
  z.object({ kind: z.literal("one-witness"), ...entry, reports: tellers }).readonly(),
  /** None of these reports has from another, or from a source in common, what both tell. */
  z.object({ kind: z.literal("two-witnesses"), ...entry, reports: tellers }).readonly(),
  /** The entry `undoes` counts no longer; undoing an undo brings it back. */
  z.object({ kind: z.literal("undo"), ...entry, undoes: z.string().min(1) }).readonly(),
]);

const { id: _id, author: _author, time: _time, ...reasoned } = entry;

/** What somebody decides, before it has an author, a time and an id. */
export const decisionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("merge"), ...reasoned, reports }).readonly(),
  z.strictObject({ kind: z.literal("split"), ...reasoned, reports }).readonly(),
  z.strictObject({ kind: z.literal("same"), ...reasoned, places }).readonly(),
  z.strictObject({ kind: z.literal("different"), ...reasoned, places }).readonly(),
  z.strictObject({ kind: z.literal("accept"), ...reasoned, claim }).readonly(),
  z.strictObject({ kind: z.literal("reject"), ...reasoned, claim }).readonly(),
  z
    .strictObject({ kind: z.literal("correct"), ...reasoned, claim, changes: correctionSchema })
    .readonly(),
  z.strictObject({ kind: z.literal("one-witness"), ...reasoned, reports: tellers }).readonly(),
  z.strictObject({ kind: z.literal("two-witnesses"), ...reasoned, reports: tellers }).readonly(),
  z.strictObject({ kind: z.literal("undo"), ...reasoned, undoes: z.string().min(1) }).readonly(),
]);

export type Decision = z.infer<typeof decisionSchema>;
export type StandingDecision = Exclude<Decision, { kind: "undo" }>;
export type Judgement = z.infer<typeof judgementSchema>;
export type StandingJudgement = Exclude<Judgement, { kind: "undo" }>;
export type StoryJudgement = Extract<Judgement, { kind: "merge" | "split" }>;
export type EntityJudgement = Extract<Judgement, { kind: "same" | "different" }>;
export type ClaimJudgement = Extract<Judgement, { kind: "accept" | "reject" | "correct" }>;
export type WitnessJudgement = Extract<Judgement, { kind: "one-witness" | "two-witnesses" }>;
