import { MODALITIES } from "../../core/codes.js";
import type { Modality } from "../../core/contract.js";
import { type EventType, isEventType } from "../../ontology/events.js";
import { isRole, type Role } from "../../ontology/roles.js";
import type { Entry } from "../../text/word.js";

/** What a row of the event lexicon says of its arguments. */
export interface Frame {
  readonly type: EventType | null;
  /** Type by what the object is; `none` where such an object makes no event. */
  readonly of: ReadonlyMap<string, EventType | "none">;
  /** True where an object of `of` must be there. */
  readonly picky: boolean;
  readonly subject: Role;
  readonly object: Role;
  /** Role of a verbal noun's first complement; null where it has none. */
  readonly genitive: Role | null;
  /** Role of a second object: appointed minister. */
  readonly second: Role | null;
  readonly either: boolean;
  /** Words of which one must stand first among the arguments. */
  readonly setWord: ReadonlySet<string>;
  /** `target`, `office` … or `prep`: any role behind a preposition. */
  readonly need: string | null;
  /** Kinds of thing of which the subject must be one, and must be told. */
  readonly who: ReadonlySet<string>;
  /** Kinds of thing of which the subject must be one where it is told. */
  readonly doer: ReadonlySet<string>;
  /** Prepositions that make another sense of it: cuts the way *to* somebody. */
  readonly but: ReadonlySet<string>;
  /** Kinds of which one must be among those that take part. */
  readonly some: ReadonlySet<string>;
  /** Class of thing that must be told of in the sentence. */
  readonly needs: string | null;
  /** Classes of things whose sentences tell another sense of it. */
  readonly without: ReadonlySet<string>;
  /** Kinds of subject that do something else by it. */
  readonly never: ReadonlySet<string>;
  readonly prepositions: ReadonlyMap<string, Role>;
  /** Told in any context, not only where something governs it. */
  readonly bare: boolean;
  /** Told by itself behind "in", "because of". */
  readonly told: boolean;
  readonly plural: boolean;
  readonly phase: string | null;
  /** Told in the past or the future only: in the present it is a state. */
  readonly punctual: boolean;
  /** Many must do it: one man's objection is no protest. */
  readonly crowd: boolean;
  /** Done with words where one person does it. */
  readonly words: boolean;
  /** Kinds of which the object must be one, where the subject decides the type. */
  readonly with: ReadonlySet<string>;
  /** No event in a report of a match. */
  readonly unplayed: boolean;
  /** Kinds of subject with which any object makes the event. */
  readonly free: ReadonlySet<string>;
  /** A force of nature: of anything but a place it is one in a manner of speaking. */
  readonly wild: boolean;
  /** An operation for it may still go on: it is done only where the text says so. */
  readonly open: boolean;
  /** No bare noun phrase is its object. */
  readonly intransitive: boolean;
}

const NAMED = new Set(
  "type subject object genitive second voice then need needs who doer but some bare told only phase gender punctual crowd words with free loose played without never wild open".split(
    " ",
  ),
);
const roleOf = (name: string | undefined, otherwise: Role): Role =>
  name !== undefined && isRole(name) ? name : otherwise;
const listOf = (value: string | undefined, fold: (word: string) => string): ReadonlySet<string> =>
  new Set(value ? value.split(",").map(fold) : []);

export function frameOf(entry: Entry, fold: (word: string) => string): Frame {
  const { features } = entry;
  const of = new Map<string, EventType | "none">();
  const prepositions = new Map<string, Role>();
  for (const [key, value] of Object.entries(features)) {
    if (key.startsWith("of.")) {
      if (value === "none" || isEventType(value)) of.set(key.slice(3), value);
    } else if (!NAMED.has(key) && isRole(value)) prepositions.set(fold(key), value);
  }
  const type = features["type"];
  return {
    type: type !== undefined && isEventType(type) ? type : null,
    of,
    picky: features["loose"] !== "yes" && [...of.values()].some((one) => one !== "none"),
    subject: roleOf(features["subject"], "agent"),
    object: roleOf(features["object"], "target"),
    genitive: features["genitive"] === "none" ? null : roleOf(features["genitive"], "target"),
    second: features["second"] === undefined ? null : roleOf(features["second"], "office"),
    either: features["voice"] === "either",
    setWord: listOf(features["then"], fold),
    need: features["need"] ?? null,
    who: listOf(features["who"], (kind) => kind),
    doer: listOf(features["doer"], (kind) => kind),
    but: listOf(features["but"], fold),
    some: listOf(features["some"], (kind) => kind),
    needs: features["needs"] ?? null,
    without: listOf(features["without"], (kind) => kind),
    never: listOf(features["never"], (kind) => kind),
    prepositions,
    bare: features["bare"] === "yes",
    told: features["told"] === "yes",
    plural: features["only"] === "plural",
    phase: features["phase"] ?? null,
    punctual: features["punctual"] === "yes",
    crowd: features["crowd"] === "yes",
    words: features["words"] === "yes",
    wild: features["wild"] === "yes",
    open: features["open"] === "yes",
    intransitive: features["object"] === "none",
    free: listOf(features["free"], (kind) => kind),
    unplayed: features["played"] === "no",
    with: listOf(features["with"], (kind) => kind),
  };
}

/** A verb of happening: where the event's name stands beside it. */
export interface Onset {
  /** `subject`, `object`, or the preposition before it. */
  readonly event: string;
  readonly subject: Role;
  readonly only: ReadonlySet<string>;
  /** Its past is written like its verbal noun. */
  readonly noun: boolean;
  /** Its past is no noun right behind an event's name: تفجير وقع. */
  readonly apart: boolean;
}

export function onsetOf({ features }: Entry, fold: (word: string) => string): Onset {
  return {
    event: fold(features["event"] ?? "subject"),
    subject: roleOf(features["subject"], "place"),
    only: listOf(features["only"], (word) => word),
    noun: features["noun"] === "yes",
    apart: features["apart"] === "yes",
  };
}

/** A verb that takes a verbal noun, and what it makes of the event. */
export interface Governor {
  readonly modality: Modality;
  readonly by: ReadonlySet<string>;
  readonly passive: boolean;
  /** Its subject only tells of the event. */
  readonly says: boolean;
  /** In the present it tells what is done each time: يتم ضبط المخالفين. */
  readonly usual: boolean;
  /** Its object does what is governed: forced the residents to flee. */
  readonly drives: boolean;
  /** Role of its subject in the governed event. */
  readonly subject: Role;
}

export function governorOf({ features }: Entry, fold: (word: string) => string): Governor {
  return {
    modality: MODALITIES.find((one) => one === features["modality"]) ?? "asserted",
    by: listOf(features["by"], fold),
    passive: features["voice"] === "passive",
    says: features["says"] === "yes",
    usual: features["usual"] === "yes",
    drives: features["drives"] === "yes",
    subject: roleOf(features["subject"], "agent"),
  };
}
