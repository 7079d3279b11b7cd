import type { Sentence } from "../../text/layer.js";
import { fill, type Group, isActor, kindsOf, type Roles, typesOf } from "./arguments.js";
import type { Headed } from "./cue.js";
import type { Frame } from "./frame.js";
import { modalityOfVerb } from "./modality.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";
import { subjectBefore } from "./subject.js";
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
  // "to send", "so that they may guard": a purpose, no deed.
  if (reading.preposition === "ل") return false;
  const groups = telling.withoutSetWord(frame, all);
  if (!groups) return false;
  const bare = groups.filter(isBare);
  const pre = subjectBefore(scene, at, sentence.first);
  const pronoun = reading.enclitic !== "";
  const behind = groups.find((group) => {
    const [head] = group;
    return head && head.prep !== "" && frame.prepositions.get(head.prep) === frame.object;
  });
  const parties = partiesOf(scene, frame, bare, pre, pronoun || behind !== undefined);
  const { subject } = parties;
  const object = parties.object ?? (frame.subject === "agent" ? (behind ?? null) : null);
  if (frame.who !== null && !subject?.some((one) => kindsOf(scene, one).has(frame.who ?? ""))) {
    return false;
  }
  if (!telling.hasSome(frame, [subject, ...groups])) return false;
  const deciding = frame.subject === "agent" ? object : subject;
  const types = typesOf(scene, frame, deciding);
  const modality = modalityOfVerb(
    scene,
    at,
    sentence.first,
    reading.preposition === "س",
    reading.tense === "present",
  );
  const said = scene.has(at - 1, "that") && !subject;
  let any = false;
  for (const [type, things] of types) {
    const roles: Roles = new Map();
    const chosen = (group: Group): Group =>
      group === deciding && things.length > 0 ? things : group;
    if (subject) fill(scene, roles, frame.subject, chosen(subject));
    if (object) fill(scene, roles, frame.object, chosen(object));
    const office = bare.find((group) => group !== subject && group !== object);
    if (frame.second && office) fill(scene, roles, frame.second, office);
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
  return scene.form(first).endsWith("ا") && reading.number === "singular";
}
