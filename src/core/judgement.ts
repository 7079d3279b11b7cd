import { z } from "zod";
import { assertNever } from "./assert.js";
import type { Judged } from "./contract.js";
import { textId } from "./hash.js";
import { fillTemplate } from "./message.js";
import { STORY_REASONS, storyReason } from "./story-reasons.js";

/**
 * What a person decided about stories and about who is who: an entry of a log to which entries are
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

const reports = z.array(z.string().min(1)).readonly();

/** Where an entity is named, and how: what it is called may change, where it stands does not. */
export const namedPlaceSchema = z
  .object({
    report: z.string().min(1),
    /** UTF-16 code units of the report's text, half-open. */
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    /** As it was called when the judgement was made; for whoever reads the log. */
    name: z.string(),
  })
  .readonly();

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
  /** The entry `undoes` counts no longer; undoing an undo brings it back. */
  z.object({ kind: z.literal("undo"), ...entry, undoes: z.string().min(1) }).readonly(),
]);

export type Judgement = z.infer<typeof judgementSchema>;
export type NamedPlace = z.infer<typeof namedPlaceSchema>;
export type StandingJudgement = Exclude<Judgement, { kind: "undo" }>;
export type StoryJudgement = Extract<Judgement, { kind: "merge" | "split" }>;
export type EntityJudgement = Extract<Judgement, { kind: "same" | "different" }>;

type WithoutId<T> = T extends Judgement ? Omit<T, "id"> : never;

/** The entry with its id, which rests on everything that it says. */
export function identified(made: WithoutId<Judgement>): Judgement {
  return { ...made, id: judgementId(made) };
}

/** The id that an entry must have: equal decisions at one time by one author are one. */
export function judgementId(made: WithoutId<Judgement>): string {
  const { kind, author, time, reason } = made;
  return textId("judgement", kind, author, time, reason, ...particulars(made));
}

function particulars(made: WithoutId<Judgement>): readonly string[] {
  switch (made.kind) {
    case "merge":
    case "split":
      return made.reports;
    case "same":
    case "different":
      return made.places.flatMap(({ report, start, end, name }) => [
        report,
        String(start),
        String(end),
        name,
      ]);
    case "undo":
      return [made.undoes];
    default:
      return assertNever(made);
  }
}

/** A story as judgements leave it. */
export interface JudgedStory {
  /** Report ids, in the order of the grouping. */
  readonly reports: readonly string[];
  /** The merges and splits that made it what it is, in the order of the log. */
  readonly judged: readonly StoryJudgement[];
}

/**
 * The decisions that hold, in the order of the log. An undo counts where it stands behind the entry
 * that it names, and is not itself undone; one of an unknown entry does nothing.
 */
export function standing(log: readonly Judgement[]): StandingJudgement[] {
  const undone = undoneIn(log);
  return log.filter(
    (entry, at): entry is StandingJudgement => entry.kind !== "undo" && !undone.has(at),
  );
}

/** Places in the log of entries that do not count: taken back, or said a second time. */
export function undoneIn(log: readonly Judgement[]): ReadonlySet<number> {
  const places = new Map<string, number>();
  const undone = new Set<number>();
  for (const [at, { id }] of log.entries()) {
    if (places.has(id)) undone.add(at);
    else places.set(id, at);
  }
  for (let at = log.length - 1; at >= 0; at--) {
    const entry = log[at];
    if (entry?.kind !== "undo" || undone.has(at)) continue;
    const place = places.get(entry.undoes);
    if (place !== undefined && place < at) undone.add(place);
  }
  return undone;
}

export const isAboutStories = (entry: StandingJudgement): entry is StoryJudgement =>
  entry.kind === "merge" || entry.kind === "split";

export const isAboutEntities = (entry: StandingJudgement): entry is EntityJudgement =>
  entry.kind === "same" || entry.kind === "different";

/**
 * The grouping with the judgements applied, entry by entry; a report that it does not hold is passed
 * over. Every report stays in exactly one story. Stories stand by their first report.
 * @param stories report ids, each once, in their order
 */
export function judgeStories(
  stories: readonly (readonly string[])[],
  log: readonly Judgement[],
): JudgedStory[] {
  const order = stories.flat();
  const storyOf = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, story] as const)));
  const members = new Map(stories.map((ids, story) => [story, new Set(ids)] as const));
  const judged = new Map<number, readonly StoryJudgement[]>();
  let next = stories.length;
  const move = (ids: Iterable<string>, to: number): void => {
    for (const id of [...ids]) {
      members.get(storyOf.get(id) as number)?.delete(id);
      members.get(to)?.add(id);
      storyOf.set(id, to);
    }
  };
  for (const entry of standing(log).filter(isAboutStories)) {
    const known = [...new Set(entry.reports)].filter((id) => storyOf.has(id));
    const touched = [...new Set(known.map((id) => storyOf.get(id) as number))];
    const story = next++;
    if (entry.kind === "merge") {
      if (touched.length < 2) continue;
      const before = touched.flatMap((one) => judged.get(one) ?? []);
      members.set(story, new Set());
      for (const one of touched) move(members.get(one) ?? [], story);
      judged.set(story, [...new Set([...before, entry])]);
    } else {
      const held = touched.reduce((sum, one) => sum + (members.get(one)?.size ?? 0), 0);
      if (known.length === 0 || (touched.length === 1 && held === known.length)) continue;
      members.set(story, new Set());
      move(known, story);
      judged.set(story, [entry]);
      for (const one of touched) judged.set(one, [...(judged.get(one) ?? []), entry]);
    }
  }
  const out = new Map<number, string[]>();
  for (const id of order) {
    const story = storyOf.get(id) as number;
    const list = out.get(story);
    if (list) list.push(id);
    else out.set(story, [id]);
  }
  return [...out].map(([story, ids]) => ({ reports: ids, judged: judged.get(story) ?? [] }));
}

/** As it stands in the account, beside what it made. */
export function judgedIn({ id, kind, author, time, reason }: StandingJudgement): Judged {
  const why = storyReason(`story-${PAST[kind]}`, {
    author: { kind: "name", values: [author] },
    reason: { kind: "name", values: [reason] },
  });
  const said = STORY_REASONS[why.code as keyof typeof STORY_REASONS];
  return {
    judgement: id,
    kind,
    author,
    time,
    why: fillTemplate(said, why.terms, ({ values }) => values.join(", ")),
    whyMessages: [why],
  };
}

const PAST = { merge: "merged", split: "split", same: "same", different: "different" } as const;
