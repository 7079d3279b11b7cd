/** What is done apart from the thread that holds the database: reports read, stories folded. Pure. */
import { assertNever } from "../core/assert.js";
import type { Account, Claim, FigureRule } from "../core/contract.js";
import type { ReportInput } from "../core/input.js";
import type { StandingJudgement } from "../core/judgement.js";
import type { StorySummary } from "../core/story-list.js";
import {
  type GivenReading,
  type GrownStory,
  type ReportReading,
  readSketched,
  type StoryMemory,
  searchWords,
  storyAccounts,
} from "../engine.js";
import { summaryOf } from "../export/story-summary.js";
import { GrowingStories, GrowingStory } from "./growing-stories.js";
import { hashOf, pack, packText, unpack } from "./packing.js";
import type { ClaimRow, EntityRow } from "./schema.js";
import { packSketch } from "./sketches.js";

export interface ReadWork {
  readonly kind: "store-read";
  readonly inputs: readonly ReportInput[];
}

/** What was read of a report, as it is kept. */
export interface PackedReading {
  /** The engine's id of the report. */
  readonly id: string;
  readonly hash: string;
  readonly body: Uint8Array;
  readonly sketch: Uint8Array;
  readonly claims: readonly Omit<ClaimRow, "report" | "engine">[];
  /** By spaces. */
  readonly words: string;
}

/** A report of a story, as it is kept. */
export interface PackedMember {
  /** `reports.seq`. */
  readonly report: number;
  /** Of `PackedReading`. */
  readonly hash: string;
  /** `ReportInput`. */
  readonly input: Uint8Array;
  /** Of `PackedReading`. */
  readonly body: Uint8Array;
  /** As `body`: its reading on the day that siblings told when it was last folded; null for none. */
  readonly dated: Uint8Array | null;
}

/** A report that the thread has, by `PackedMember.hash`. */
export type SentMember = Pick<PackedMember, "report" | "hash">;

/** A report that was read again on a day that siblings told. */
export type DatedReading = Pick<PackedMember, "report" | "body">;

export interface StoryWork {
  readonly anchor: number;
  /** `accounts.key` of what is made. */
  readonly key: string;
  readonly members: readonly (PackedMember | SentMember)[];
  readonly forms: readonly number[];
  readonly placements: GrownStory["placements"];
  readonly judgements: readonly StandingJudgement[];
}

export interface FoldWork {
  readonly kind: "store-fold";
  /** The program that read, as the store numbers it. */
  readonly engine: number;
  /** Stories that may soon be folded again: what is worked out of them is kept in memory. */
  readonly grows: boolean;
  readonly rule: FigureRule;
  readonly stories: readonly StoryWork[];
}

export interface PackedAccount {
  readonly key: string;
  readonly summary: StorySummary;
  readonly body: Uint8Array;
  readonly entities: readonly Omit<EntityRow, "account">[];
  /** What was read again for it. */
  readonly dated: readonly DatedReading[];
}

export interface FoldResult {
  readonly accounts: readonly PackedAccount[];
  /** Keys of those that were not made: the thread does not have all reports that it was to have. */
  readonly lacking: readonly string[];
}

export type StoreWork = ReadWork | FoldWork;

export interface WorkResult {
  readonly "store-read": readonly PackedReading[];
  readonly "store-fold": FoldResult;
}

export const isStoreWork = (task: { readonly kind: string }): task is StoreWork =>
  task.kind === "store-read" || task.kind === "store-fold";

export function doWork(work: StoreWork): WorkResult[StoreWork["kind"]] {
  switch (work.kind) {
    case "store-read":
      return readInputs(work);
    case "store-fold":
      return foldStories(work);
    default:
      return assertNever(work);
  }
}

export function readInputs({ inputs }: ReadWork): PackedReading[] {
  return Array.from(readSketched(inputs), ({ reading, sketch }, at) => {
    const { report, claims } = reading;
    const body = JSON.stringify(withoutText(reading));
    return {
      id: report.id,
      hash: hashOf(body),
      body: packText(body),
      sketch: packSketch(sketch),
      claims: claims.map(outlineOf),
      words: wordsIn({ title: inputs[at]?.title, text: report.text }),
    };
  });
}

/** The words by which a report is found, by spaces. */
export const wordsIn = ({ title, text }: Pick<ReportInput, "title" | "text">): string =>
  searchWords(`${title ?? ""}\n${text}`).join(" ");

/** The text stands in the input. */
const withoutText = (reading: ReportReading): ReportReading => ({
  ...reading,
  report: { ...reading.report, text: "" },
});

function unpackReading({ input, body }: Pick<PackedMember, "input" | "body">): GivenReading {
  const given = unpack(input) as ReportInput;
  return { input: given, reading: readingIn(body, given) };
}

function readingIn(body: Uint8Array, { text }: ReportInput): ReportReading {
  const reading = unpack(body) as ReportReading;
  return { ...reading, report: { ...reading.report, text } };
}

/** Unpacks a report for a story, and what was read of it on another day. */
function unpackMember(member: PackedMember | SentMember, memory: StoryMemory): GivenReading | null {
  if (!("body" in member)) return null;
  const given = unpackReading(member);
  if (member.dated) memory.remember(given.reading, readingIn(member.dated, given.input));
  return given;
}

function outlineOf(claim: Claim, place: number): PackedReading["claims"][number] {
  const { kind, span, time, figure, event, office } = claim;
  return {
    place,
    kind,
    subject: figure?.measure ?? event?.type ?? office?.office ?? null,
    span_start: span[0],
    span_end: span[1],
    low: figure?.value.min ?? null,
    high: figure?.value.max ?? null,
    first_day: time?.start ?? null,
    last_day: time?.end ?? null,
  };
}

/** Of this thread. */
const growing = new GrowingStories();

export function foldStories({ rule, engine, grows, stories }: FoldWork): FoldResult {
  const lacking: string[] = [];
  const given = stories.flatMap((story) => {
    const { anchor, key, members, forms, placements, judgements } = story;
    const known = grows ? growing.of(`${engine}/${anchor}`, members.length) : new GrowingStory();
    const reports = members.map((member) =>
      known.given(member, () => unpackMember(member, known.memory)),
    );
    if (reports.includes(null)) {
      lacking.push(key);
      return [];
    }
    return {
      key,
      members,
      given: reports.filter((report) => report !== null),
      options: { rule, forms: new Set(forms), placements, judgements },
      memory: known.memory,
    };
  });
  const accounts = storyAccounts(given).flatMap((account, at) => {
    const story = given[at];
    return story ? [packed(account, story)] : [];
  });
  return { accounts, lacking };
}

interface FoldedStory {
  readonly key: string;
  readonly members: StoryWork["members"];
  readonly given: readonly GivenReading[];
  readonly memory: StoryMemory;
}

function packed(account: Account, { key, members, given, memory }: FoldedStory): PackedAccount {
  const again = memory.readAgain();
  return {
    key,
    summary: summaryOf(account),
    body: pack(account),
    entities: account.entities.map(({ id, kind, name, mentions }) => ({
      entity: id,
      kind,
      name,
      words: searchWords(name).join(" "),
      mentions: mentions.length,
    })),
    dated: given.flatMap(({ reading }, at): DatedReading[] => {
      const [dated, member] = [again.get(reading), members[at]];
      return dated && member ? [{ report: member.report, body: pack(withoutText(dated)) }] : [];
    }),
  };
}
