/**
 * The public JSON of Isnad, defined once. The TypeScript types, the JSON Schema file
 * (`schema/account.schema.json`) and every export derive from the schemas below.
 *
 * Offsets count UTF-16 code units of `report.text` and ranges are half-open: `[start, end)`.
 * Ids are content hashes, stable between runs. No clock time of a run appears anywhere.
 */
import { z } from "zod";
import { FIGURE_RULES, LINK_KINDS, MEASURES, MEDIA, MODALITIES, STANCES } from "./codes.js";

export type { FigureRule, LinkKind, Measure, Medium, Modality, Stance } from "./codes.js";
export { FIGURE_RULES, LINK_KINDS, MEASURES, MEDIA, MODALITIES, STANCES };

const id = z.string().min(1);
const offset = z.number().int().nonnegative();
const range = z.tuple([offset, offset]).readonly();
const isoDay = z.string().regex(/^-?\d{4,}-\d{2}-\d{2}$/);

export const valueSchema = z
  .object({
    min: z.number().nullable(),
    max: z.number().nullable(),
    hedge: z.enum(["exact", "about", "vague", "bound"]),
  })
  .readonly();

export const timeSchema = z
  .object({
    /** Extended Date/Time Format, level 1: `2022-01-06`, `2022-01`, `2022-01-04/2022-01-05`. */
    edtf: z.string(),
    start: isoDay.nullable(),
    end: isoDay.nullable(),
    span: range.nullable(),
    basis: z.enum(["stated", "relative", "inherited", "unknown"]),
    /** What is said of the hour, where anything is: a clock time `23:00` or a part of the day. */
    clock: z.string().nullable().optional(),
  })
  .readonly();

export const spanSchema = z.object({ report: id, start: offset, end: offset }).readonly();

/**
 * A sentence that the fold says of the account, as a code and what it is said of, so that any
 * language can say it. The English sentence stands beside it as a string.
 */
export const messageSchema = z
  .object({
    code: z.string(),
    terms: z
      .record(
        z.string(),
        z
          .object({
            /** What the values are: codes of the account, or words that no language changes. */
            kind: z.enum([
              "name",
              "counted",
              "measure",
              "event",
              "office",
              "goods",
              "number",
              /** A field of a claim that may be corrected (core/correction.ts). */
              "field",
              /** A day as far as words tell it: `W4 XXXX-01-06` (core/publication-reasons.ts). */
              "date",
            ]),
            values: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export const reportSchema = z
  .object({
    id,
    file: z.string().nullable(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    /** Who signs it, as the outlet prints it, where the input tells: a reporter, an agency, a place. */
    byline: z.string().nullable().optional(),
    language: z.string(),
    text: z.string(),
    published: z
      .object({
        edtf: z.string().nullable(),
        start: isoDay.nullable(),
        end: isoDay.nullable(),
        basis: z.enum(["metadata", "stated", "inferred", "unknown"]),
        why: z.string(),
        /** `why` by codes, so that any language can say it. */
        whyMessages: z.array(messageSchema).readonly().optional(),
        evidence: z.array(spanSchema).readonly(),
      })
      .readonly(),
    /** The day a crawler found it, where the input tells: it was published no later. */
    fetched: isoDay.nullable().optional(),
    times: z.array(timeSchema).readonly(),
    sentences: z.array(range).readonly(),
    furniture: z.array(range).readonly(),
  })
  .readonly();

export const entitySchema = z
  .object({
    id,
    kind: z.enum(["person", "organization", "place", "group", "outlet"]),
    name: z.string(),
    names: z.record(z.string(), z.string()).readonly(),
    forms: z.array(z.object({ form: z.string(), count: z.number().int() }).readonly()).readonly(),
    mentions: z.array(spanSchema).readonly(),
    type: z.string().nullable(),
    /** Id in the gazetteer (`geonames:1526384`, `country:KZ`, `institution:csto`), where it is known there. */
    ref: z.string().nullable(),
    geo: z
      .object({
        lat: z.number(),
        lon: z.number(),
        precision: z.enum(["point", "city", "region", "country"]),
        source: z.string(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();

export const linkSchema = z
  .object({
    /** The words that name him, as they stand in the text. */
    name: z.string(),
    /** The fuller name that these words point back to ("the unit"); absent where they do not. */
    meant: z.string().optional(),
    /** He asked not to be named, or refused to be; absent where nothing of the kind is said. */
    withheld: z.literal(true).optional(),
    entity: id.nullable(),
    kind: z.enum(LINK_KINDS),
    medium: z.enum(MEDIA).nullable(),
    stance: z.enum(STANCES),
    span: range.nullable(),
  })
  .readonly();

/** Kinds of entries of the log that show in an account; an `undo` shows by what it takes away. */
const JUDGED_KINDS = [
  "merge",
  "split",
  "same",
  "different",
  "accept",
  "reject",
  "correct",
  "one-witness",
  "two-witnesses",
] as const;

/** A person's decision that made something of the account what it is (`core/judgement.ts`). */
/** Why a decision does nothing: codes of `story-reasons.ts`. */
const IDLE_REASONS = [
  "idle-claim",
  "idle-name",
  "idle-report",
  "idle-stories",
  "idle-one",
] as const;

export const judgedSchema = z
  .object({
    /** Its id in the log. */
    judgement: id,
    kind: z.enum(JUDGED_KINDS),
    author: z.string(),
    /** When it was decided, ISO 8601. */
    time: z.string(),
    why: z.string(),
    whyMessages: z.array(messageSchema).readonly(),
    /** Of a judgement of stories or witnesses: the reports that it is about. */
    reports: z.array(id).readonly().optional(),
  })
  .readonly();

/** A decision that finds nothing any more: what it was, what it was about, and why it does nothing. */
const unappliedSchema = z
  .object({
    ...judgedSchema.unwrap().shape,
    /** Words of the claim, the names, or ids of the reports, as the log has them. */
    about: z.array(z.string()).readonly(),
    because: z.enum(IDLE_REASONS),
  })
  .readonly();

const figureSchema = z
  .object({
    measure: z.enum(MEASURES),
    /** The counted thing as a short English noun: `persons`, `soldiers`, `houses`. */
    counted: z.string(),
    group: id.nullable(),
    value: valueSchema,
    unit: z.string(),
    partOf: id.nullable(),
    scope: z.enum(["event", "place", "period", "cumulative"]),
  })
  .readonly();

const eventSchema = z
  .object({ type: z.string(), roles: z.record(z.string(), z.array(z.string()).readonly()) })
  .readonly();

/** What a person may correct of a claim, whole fields as they stand in the claim. */
const readingSchema = z
  .object({
    chain: z.array(linkSchema).readonly(),
    modality: z.enum(MODALITIES),
    time: timeSchema.nullable(),
    place: id.nullable(),
    places: z.array(id).readonly(),
    background: z.boolean(),
    figure: figureSchema,
    event: eventSchema,
  })
  .partial()
  .readonly();

export const claimSchema = z
  .object({
    id,
    report: id,
    span: range,
    sentence: range,
    rule: z.string(),
    kind: z.enum(["figure", "event", "office", "membership", "attribute", "statement"]),
    /** Outermost first; `chain[0]` is the report itself. */
    chain: z.array(linkSchema).readonly(),
    modality: z.enum(MODALITIES),
    time: timeSchema.nullable(),
    /** When it was said, where the report tells ("on 11 January the minister said"). */
    saidOn: timeSchema.nullable().optional(),
    place: id.nullable(),
    places: z.array(id).readonly(),
    /** Belongs to an earlier event, or to a running total. */
    background: z.boolean(),
    figure: figureSchema.optional(),
    event: eventSchema.optional(),
    office: z
      .object({
        holder: id,
        office: z.string(),
        of: id.nullable(),
        change: z.enum(["holds", "held", "appointed", "dismissed", "resigned", "acting"]),
      })
      .readonly()
      .optional(),
    membership: z.object({ member: id, of: id }).readonly().optional(),
    attribute: z.object({ of: id, name: z.string(), value: z.string() }).readonly().optional(),
    statement: z
      .object({
        stance: z.enum(STANCES),
        quoted: range.nullable(),
        direct: z.boolean(),
        about: z.array(id).readonly(),
      })
      .readonly()
      .optional(),
    /** What people decided about it, in the order of the log; absent where nobody did. */
    judged: z.array(judgedSchema).readonly().optional(),
    /** A person rejected it: it stays readable, and takes part in nothing. */
    rejected: z.literal(true).optional(),
    /** What the engine read, of the fields that a person corrected. */
    asRead: readingSchema.optional(),
  })
  .readonly();

export const ledgerSchema = z
  .object({
    id,
    measure: z.enum(MEASURES),
    counted: z.string(),
    place: id.nullable(),
    rows: z
      .array(
        z
          .object({
            claims: z.array(id).readonly(),
            value: valueSchema,
            speaker: linkSchema,
            via: z.array(linkSchema).readonly(),
            saidOn: timeSchema.nullable(),
            happened: timeSchema.nullable(),
            witnesses: z.number().int(),
            supersededBy: z.number().int().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    low: z.number().nullable(),
    best: z.number().nullable(),
    high: z.number().nullable(),
    /** The rule that chose low, best and high, in words. */
    rule: z.string(),
    /** The name of that rule; absent in accounts of an engine that had one only. */
    ruleName: z.enum(FIGURE_RULES).optional(),
    /** Counts of an earlier event, or of a long time, that reports recall. */
    background: z.boolean().optional(),
    /** Counts some of those that another ledger counts ("seven of them"). */
    part: z.boolean().optional(),
    /**
     * How low, best and high moved: what the same rule chose from the reports out by a day, for each
     * day on which that changed, in order. Absent where the reports were out on one day.
     */
    history: z
      .array(
        z
          .object({
            knownBy: isoDay,
            low: z.number().nullable(),
            best: z.number().nullable(),
            high: z.number().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
    ruleMessages: z.array(messageSchema).readonly().optional(),
  })
  .readonly();

export const timelineEntrySchema = z
  .object({
    id,
    time: timeSchema,
    type: z.string(),
    title: z.string(),
    claims: z.array(id).readonly(),
    witnesses: z.number().int(),
    place: id.nullable(),
    /** Of an earlier time than the story's own days. */
    background: z.boolean().optional(),
  })
  .readonly();

export const disagreementSchema = z
  .object({
    id,
    about: z.string(),
    aboutMessage: messageSchema.optional(),
    kind: z.enum([
      "figure",
      "extent",
      "identity",
      "office",
      "time",
      "place",
      "cause",
      "attribution",
      "fact",
    ]),
    relation: z.enum([
      "contradicts",
      "updates",
      "narrower",
      "vaguer",
      "other-group",
      "other-measure",
      "undecided",
    ]),
    positions: z
      .array(
        z
          .object({
            text: z.string(),
            value: z.string(),
            valueMessage: messageSchema.optional(),
            claims: z.array(id).readonly(),
            witnesses: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
    why: z.string(),
    whyMessages: z.array(messageSchema).readonly().optional(),
  })
  .readonly();

/** Why a report stands in its story, as the grouping of the reports by themselves found it. */
export const placementSchema = z
  .object({
    report: id,
    /**
     * `starts` a story, where no report before it is like enough; `joins` one; `bridges` two or more,
     * which became one; `follows`: it started one of its own, which became one with this later.
     */
    how: z.enum(["starts", "joins", "bridges", "follows"]),
    /** The report that it is likest to; null where it starts or follows. */
    nearest: id.nullable(),
    /** What the two share, in this order: text, names, places, events, days, words; at most four of each. */
    whyMessages: z.array(messageSchema).readonly(),
  })
  .readonly();

export const storySchema = z
  .object({
    id,
    title: z.string(),
    reports: z.array(id).readonly(),
    time: timeSchema.nullable(),
    places: z.array(id).readonly(),
    witnesses: z
      .array(
        z.object({ id, reports: z.array(id).readonly(), origin: z.string().nullable() }).readonly(),
      )
      .readonly(),
    copies: z
      .array(
        z
          .object({
            from: id,
            to: id,
            pairs: z.array(z.tuple([range, range]).readonly()).readonly(),
            /** Share of the shorter report's article text that stands in the other, 0 to 1. */
            share: z.number().min(0).max(1),
            direction: z.enum(["known", "unknown"]),
            origin: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    ledger: z.array(ledgerSchema).readonly(),
    timeline: z.array(timelineEntrySchema).readonly(),
    disagreements: z.array(disagreementSchema).readonly(),
    offices: z
      .array(
        z
          .object({
            office: z.string(),
            of: id.nullable(),
            holder: id,
            change: z.string(),
            time: timeSchema.nullable(),
            claims: z.array(id).readonly(),
            witnesses: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
    measuresInForce: z
      .array(
        z
          .object({
            type: z.string(),
            title: z.string(),
            places: z.array(id).readonly(),
            from: timeSchema.nullable(),
            to: timeSchema.nullable(),
            claims: z.array(id).readonly(),
            witnesses: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
    brief: z
      .object({
        lang: z.string(),
        sentences: z
          .array(z.object({ text: z.string(), claims: z.array(id).readonly() }).readonly())
          .readonly(),
      })
      .readonly(),
    /** In the order of its reports; absent where it has one. */
    placements: z.array(placementSchema).readonly().optional(),
    /** The judgements that joined its reports or took them apart, then those of its witnesses, each in the order of the log; absent where there is none. */
    judged: z.array(judgedSchema).readonly().optional(),
  })
  .readonly();

/**
 * Two that could be one by their names, of whom something had to be decided: people, bodies, places.
 * Those whom a gazetteer knows, or whose full names are equal within a story, are not listed.
 */
export const identitySchema = z
  .object({
    /** What each is in the account: equal where they are the same. */
    a: id,
    b: id,
    /** Where each is named, as it is named there; the report told first stands first. */
    named: z
      .tuple([
        z.object({ name: z.string(), report: id, start: offset, end: offset }).readonly(),
        z.object({ name: z.string(), report: id, start: offset, end: offset }).readonly(),
      ])
      .readonly(),
    /** Undecided ones are kept apart. */
    verdict: z.enum(["same", "different", "undecided"]),
    /** The sum of the weights; null where a person decided. */
    score: z.number().nullable(),
    /** What speaks for one (above 0) and for two (below), the weightiest first. */
    signs: z
      .array(
        z
          .object({
            weight: z.number(),
            why: z.string(),
            whyMessages: z.array(messageSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    judged: judgedSchema.optional(),
  })
  .readonly();

export const accountSchema = z
  .object({
    schema: z.literal("isnad/account@1"),
    engine: z.string(),
    reports: z.array(reportSchema).readonly(),
    entities: z.array(entitySchema).readonly(),
    claims: z.array(claimSchema).readonly(),
    stories: z.array(storySchema).readonly(),
    /** Undecided first, then different, then same; each by score, the highest first, then by place. Absent in accounts of an engine that did not tell. */
    identities: z.array(identitySchema).readonly().optional(),
    /** What people decided of these reports that does nothing any more, in the order of the log; absent where there is none. */
    unapplied: z.array(unappliedSchema).readonly().optional(),
  })
  .readonly();

export type Account = z.infer<typeof accountSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Span = z.infer<typeof spanSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Value = z.infer<typeof valueSchema>;
export type Time = z.infer<typeof timeSchema>;
export type Judged = z.infer<typeof judgedSchema>;
/** Fields of a claim that may be corrected, whole. */
export type ClaimReading = z.infer<typeof readingSchema>;
export type Unapplied = z.infer<typeof unappliedSchema>;
export type Identity = z.infer<typeof identitySchema>;
export type Story = z.infer<typeof storySchema>;
export type StoryPlacement = z.infer<typeof placementSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerRow = Ledger["rows"][number];
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type Disagreement = z.infer<typeof disagreementSchema>;
/** Half-open range of UTF-16 code units, as it stands in the public JSON. */
export type Range = readonly [start: number, end: number];
