/** What is done with what people decided; how it is checked stands apart, so that a page need not load the checking. */

import { assertNever } from "./assert.js";
import type { ClaimReference } from "./claim-reference-schema.js";
import type { Judged, Message } from "./contract.js";
import { correctionText, fieldsOf } from "./correction.js";
import { groupBy } from "./grouping.js";
import { textId } from "./hash.js";
import type {
  ClaimJudgement,
  Decision,
  EntityJudgement,
  Judgement,
  StandingDecision,
  StandingJudgement,
  StoryJudgement,
  WitnessJudgement,
} from "./judgement-schema.js";
import { fillTemplate } from "./message.js";
import type { NamedPlace } from "./named-place.js";
import { STORY_REASONS, type StoryReasonCode, storyReason } from "./story-reasons.js";

export type {
  ClaimJudgement,
  Decision,
  EntityJudgement,
  Judgement,
  NamedPlace,
  StandingJudgement,
  StoryJudgement,
  WitnessJudgement,
};

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
    case "one-witness":
    case "two-witnesses":
      return made.reports;
    case "accept":
    case "reject":
      return referenceParts(made.claim);
    case "correct":
      return [...referenceParts(made.claim), correctionText(made.changes)];
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

/** The reports that an entry speaks of, an undo aside. */
export function reportsOf(entry: StandingJudgement | StandingDecision): readonly string[] {
  switch (entry.kind) {
    case "accept":
    case "reject":
    case "correct":
      return [entry.claim.report];
    case "same":
    case "different":
      return entry.places.map(({ report }) => report);
    case "merge":
    case "split":
    case "one-witness":
    case "two-witnesses":
      return entry.reports;
    default:
      return assertNever(entry);
  }
}

const referenceParts = (one: ClaimReference): readonly string[] => [
  one.report,
  one.kind,
  one.subject,
  String(one.start),
  String(one.end),
  one.id,
  one.words,
];

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

export const isAboutClaims = (entry: StandingJudgement): entry is ClaimJudgement =>
  entry.kind === "accept" || entry.kind === "reject" || entry.kind === "correct";

export const isAboutWitnesses = (entry: StandingJudgement): entry is WitnessJudgement =>
  entry.kind === "one-witness" || entry.kind === "two-witnesses";

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
  const out = groupBy(order, (id) => storyOf.get(id) as number);
  return [...out].map(([story, ids]) => ({ reports: ids, judged: judged.get(story) ?? [] }));
}

/** As it stands in the account, beside what it made. */
export function judgedIn(entry: StandingJudgement): Judged {
  const { id, kind, author, time, reason } = entry;
  const terms: Message["terms"] = {
    author: { kind: "name", values: [author] },
    reason: { kind: "name", values: [reason] },
    ...(entry.kind === "correct"
      ? { what: { kind: "field", values: fieldsOf(entry.changes) } }
      : {}),
  };
  const why = storyReason(SAID[kind], terms);
  return {
    judgement: id,
    kind,
    author,
    time,
    why: fillTemplate(STORY_REASONS[SAID[kind]], why.terms, ({ values }) => values.join(", ")),
    whyMessages: [why],
    ...("reports" in entry ? { reports: entry.reports } : {}),
  };
}

const SAID = {
  merge: "story-merged",
  split: "story-split",
  same: "story-same",
  different: "story-different",
  accept: "claim-accepted",
  reject: "claim-rejected",
  correct: "claim-corrected",
  "one-witness": "witnesses-one",
  "two-witnesses": "witnesses-two",
} as const satisfies Readonly<Record<StandingJudgement["kind"], StoryReasonCode>>;
