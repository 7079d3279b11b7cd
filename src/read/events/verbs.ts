import type { Sentence } from "../../text/layer.js";
import {
  fill,
  type Group,
  isActor,
  isSome,
  kindsOf,
  type Roles,
  tellsOffice,
  typesOf,
} from "./arguments.js";
import type { Headed } from "./cue.js";
import type { Frame } from "./frame.js";
import { modalityOfVerb } from "./modality.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";
import { isRelative, subjectBefore } from "./subject.js";
import { isBare, type Telling } from "./telling.js";

/** A finite verb of the deed itself. True where it told an event. */
export function readVerb(
  telling: Telling,
  at: number,
  { frame, reading }: Headed<Frame>,
  all: readonly Group[],
  sentence: Sentence,
): boolean {
  const { scene } = telling;
  // وفرته: a verb without object bears no pronoun, so these letters are another word's.
  if ((frame.need === "prep" || frame.need === "topic") && reading.enclitic !== "") return false;
  // "to send", "so that they may guard": a purpose, no deed.
  if (reading.preposition === scene.pack.names.dative) return false;
  const groups = telling.withoutSetWord(frame, all);
  if (!groups || groups.some(([head]) => head && frame.but.has(head.prep))) return false;
  const bare = groups.filter(isBare);
  const pre = subjectBefore(scene, at, sentence.first);
  const pronoun = reading.enclitic !== "" || pronounIsObject(scene, at, frame);
  const behind = groups.find((group) => {
    const [head] = group;
    return head && head.prep !== "" && frame.prepositions.get(head.prep) === frame.object;
  });
  // "the power that they looted", "the two whom they set free": the pronoun is of the noun before.
  const isTold = pre !== null && pronoun && frame.subject === "agent" && isRelative(scene, at);
  const parties = isTold
    ? { subject: bare[0] ?? null, object: pre }
    : partiesOf(scene, frame, bare, pre, pronoun || behind !== undefined);
  const { subject } = parties;
  const object = parties.object ?? (frame.subject === "agent" ? (behind ?? null) : null);
  const said = scene.has(at - 1, "that") && !subject;
  if (frame.who.size > 0 && !said && !(subject && isSome(scene, subject, frame.who))) return false;
  if (frame.doer.size > 0) {
    // بدأوا يستهدفون: the plural of persons tells who does it.
    const isOpen = reading.tense === "present" && reading.number !== "plural";
    if (subject ? !isSome(scene, subject, frame.doer) : isOpen) return false;
  }
  // اجتمعت، طلبت: without anybody who did it, it may as well be "I".
  const isMaybeFirst = reading.tense === "past" && reading.gender === "feminine";
  if (isMaybeFirst && !subject && !object && !said && !pronoun) return false;
  if (object?.some(({ first }) => isSpoken(scene, first))) return false;
  if (!telling.hasSome(frame, [subject, ...groups])) return false;
  const deciding = frame.subject === "agent" ? object : subject;
  // "nobody targets mosques but he who …": what is so of everybody.
  const isRule = reading.tense === "present" && scene.has(at - 1, "negation");
  if (isRule && exceptBehind(scene, at, sentence.last)) return false;
  const types = typesOf(scene, frame, deciding);
  const modality = modalityOfVerb(
    scene,
    at,
    sentence.first,
    reading.preposition === scene.pack.events.future,
    reading.tense === "present",
  );
  let any = false;
  for (const [type, things] of types) {
    if (type === "meet" && frame.subject === "agent" && !isMeeting(scene, bare)) continue;
    const roles: Roles = new Map();
    const chosen = (group: Group): Group =>
      group === deciding && things.length > 0 ? things : group;
    if (subject) fill(scene, roles, frame.subject, chosen(subject));
    if (object) fill(scene, roles, frame.object, chosen(object));
    const office = bare.find((group) => group !== subject && group !== object);
    if (frame.second && office && tellsOffice(scene, office)) {
      fill(scene, roles, frame.second, office);
    }
    telling.readPrepositions(frame, roles, groups);
    // "X – Ain": behind its object alone, a verb of appointing must tell the office.
    if (frame.second && object === pre && !roles.has(frame.second)) continue;
    // "the student is appointed after": what is so as a rule.
    if (frame.second && reading.tense === "present" && !roles.has("agent")) continue;
    const spoken = said && frame.need === "agent";
    if (!spoken && !telling.meetsNeed(frame, roles, pronoun)) continue;
    any = true;
    // What is announced is told in the announcer's name.
    const performed = scene.has(at, "speech.verb") ? deciding?.[0]?.first : undefined;
    const told = {
      at,
      last: at + 1,
      rule: "event.verb",
      modality,
      bySpeaker: said,
      trigger: performed ?? at,
      past: reading.tense === "past",
    };
    telling.emit(type, roles, frame.phase, told, sentence);
  }
  return any;
}

/** "received the first flight": where two have a part, both are persons, bodies or places. */
function isMeeting(scene: EventScene, bare: readonly Group[]): boolean {
  return bare.slice(0, 2).every((group) => isSome(scene, group, MEETING));
}
const MEETING: ReadonlySet<string> = new Set([
  "person",
  "official",
  "body",
  "place",
  "place-noun",
  "named",
  "forces",
  "event",
]);

/** Tokens behind a denied verb in which "but", "except" takes the denial back. */
const EXCEPT_REACH = 8;
function exceptBehind(scene: EventScene, at: number, last: number): boolean {
  for (let to = at + 1; to < Math.min(last, at + EXCEPT_REACH); to++) {
    if (scene.has(to, "except")) return true;
  }
  return false;
}

/** "on them" behind a verb that takes its object with "on". */
function pronounIsObject(scene: EventScene, at: number, frame: Frame): boolean {
  const prep = scene.pack.events.pronouns.get(scene.form(at + 1));
  return prep !== undefined && frame.prepositions.get(prep) === frame.object;
}

/** "my neck", "our country": what somebody says of himself. */
function isSpoken(scene: EventScene, at: number): boolean {
  const enclitic = scene.first(at)?.enclitic ?? "";
  return enclitic !== "" && scene.pack.events.spoken.has(enclitic);
}

/**
 * Who does it and to whom it is done, among the bare noun phrases and the one before the verb.
 * @param elsewhere the object is told by a pronoun or behind a preposition
 */
function partiesOf(
  scene: EventScene,
  frame: Frame,
  bare: readonly Group[],
  pre: Group | null,
  elsewhere: boolean,
): { readonly subject: Group | null; readonly object: Group | null } {
  const [one = null, two = null] = bare;
  if (frame.subject !== "agent") return { subject: one ?? pre, object: null };
  if (elsewhere) return { subject: one ?? pre, object: null };
  if (!one) {
    return frame.either ? { subject: null, object: pre } : { subject: pre, object: null };
  }
  const near = pre ? [one] : bare.slice(0, 2);
  // Of two phrases the second is the object: "the coach stopped the talks" is no arrest of coaches.
  const asked = frame.picky
    ? near.findLast((group) => isAsked(scene, frame, group, near.length > 1 && group === one))
    : undefined;
  if (asked) return { subject: pre ?? (asked === one ? null : one), object: asked };
  if (pre) return { subject: pre, object: one };
  if (two) return { subject: one, object: two };
  const [head] = one;
  const isObject = isAsked(scene, frame, one);
  if (frame.either && head) {
    return isActor(scene, head) && !isObject && !isAccusative(scene, head)
      ? { subject: one, object: null }
      : { subject: null, object: one };
  }
  const object = frame.picky
    ? isObject
    : head !== undefined &&
      (isAccusative(scene, head) || (frame.need === "target" && !isActor(scene, head)));
  return object ? { subject: null, object: one } : { subject: one, object: null };
}

/**
 * One of the kinds of thing that make the verb an event.
 * @param things persons do not count
 */
function isAsked(scene: EventScene, { of }: Frame, group: Group, things = false): boolean {
  return group.some((segment) => {
    const kinds = kindsOf(scene, segment);
    for (const [kind, type] of of) {
      if (type !== "none" && kinds.has(kind) && !(things && kind === "person")) return true;
    }
    return false;
  });
}

function isAccusative(scene: EventScene, { first, name }: Segment): boolean {
  const reading = scene.first(first);
  if (name?.mention.value.head === "name" || !reading || scene.hasArticle(first)) return false;
  return scene.pack.events.isAccusative(scene.form(first)) && reading.number === "singular";
}
