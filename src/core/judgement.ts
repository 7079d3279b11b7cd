import type { Message } from "./contract.js";
import { storyReason } from "./story-reasons.js";

/**
 * What a person decided about stories: an entry of a log to which entries are only ever added. Time
 * and author are given data; nothing here asks a clock. An entry is taken back by an `undo` entry.
 */
export type Judgement = MergeJudgement | SplitJudgement | UndoJudgement;

interface Entry {
  /** Unique in the log. */
  readonly id: string;
  readonly author: string;
  /** When it was decided, ISO 8601. */
  readonly time: string;
  readonly reason: string;
}

/** The stories of these reports are one. */
export interface MergeJudgement extends Entry {
  readonly kind: "merge";
  readonly reports: readonly string[];
}

/** These reports are a story of their own, apart from the others of theirs. */
export interface SplitJudgement extends Entry {
  readonly kind: "split";
  readonly reports: readonly string[];
}

/** The entry `undoes` counts no longer; undoing an undo brings it back. */
export interface UndoJudgement extends Entry {
  readonly kind: "undo";
  readonly undoes: string;
}

/** A change to a story by a judgement that holds, and why. */
export interface JudgedStory {
  /** Report ids, in the order of the grouping. */
  readonly reports: readonly string[];
  /** The merges and splits that made it what it is, in the order of the log. */
  readonly judged: readonly Message[];
}

/**
 * The merges and splits that hold, in the order of the log. An undo counts where it stands behind the
 * entry that it names, and is not itself undone; one of an unknown entry does nothing.
 */
export function standing(log: readonly Judgement[]): (MergeJudgement | SplitJudgement)[] {
  const places = new Map<string, number>();
  for (const [at, { id }] of log.entries()) if (!places.has(id)) places.set(id, at);
  const undone = new Set<number>();
  for (let at = log.length - 1; at >= 0; at--) {
    const entry = log[at];
    if (entry?.kind !== "undo" || undone.has(at)) continue;
    const place = places.get(entry.undoes);
    if (place !== undefined && place < at) undone.add(place);
  }
  return log.flatMap((entry, at) =>
    entry.kind === "undo" || undone.has(at) || places.get(entry.id) !== at ? [] : [entry],
  );
}

/**
 * The grouping with the judgements applied, entry by entry; a report that it does not hold is passed
 * over. Every report stays in exactly one story. Stories stand by their first report.
 * @param stories report ids, each once, in their order
 */
export function judgeStories(
  stories: readonly (readonly string[])[],
  log: readonly Judgement[],
): JudgedStory[] {
  const order = new Map(stories.flat().map((id, at) => [id, at] as const));
  const storyOf = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, story] as const)));
  const judged = new Map<number, Message[]>();
  let next = stories.length;
  for (const entry of standing(log)) {
    const known = [...new Set(entry.reports)].filter((id) => storyOf.has(id));
    const touched = new Set(known.map((id) => storyOf.get(id) as number));
    const story = next++;
    const note = because(entry);
    if (entry.kind === "merge") {
      if (touched.size < 2) continue;
      for (const [id, own] of storyOf) if (touched.has(own)) storyOf.set(id, story);
      judged.set(story, [...[...touched].flatMap((one) => judged.get(one) ?? []), note]);
    } else {
      const rest = [...storyOf].some(([id, own]) => touched.has(own) && !known.includes(id));
      if (known.length === 0 || (touched.size === 1 && !rest)) continue;
      for (const id of known) storyOf.set(id, story);
      judged.set(story, [note]);
      for (const one of touched) judged.set(one, [...(judged.get(one) ?? []), note]);
    }
  }
  const out = new Map<number, string[]>();
  for (const id of order.keys()) {
    const story = storyOf.get(id) as number;
    const list = out.get(story);
    if (list) list.push(id);
    else out.set(story, [id]);
  }
  return [...out].map(([story, reports]) => ({ reports, judged: judged.get(story) ?? [] }));
}

const because = ({ kind, author, reason }: MergeJudgement | SplitJudgement): Message =>
  storyReason(kind === "merge" ? "story-merged" : "story-split", {
    author: { kind: "name", values: [author] },
    reason: { kind: "name", values: [reason] },
  });
