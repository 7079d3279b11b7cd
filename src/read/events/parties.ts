import type { EventType } from "../../ontology/events.js";
import { type Group, isActor, kindsOf, tellsOffice } from "./arguments.js";
import { isDeed } from "./deed.js";
import type { Frame } from "./frame.js";
import { mayAct } from "./party.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Who does what a verb tells, and to whom it is done. */
export interface Parties {
  readonly subject: Group | null;
  readonly object: Group | null;
}

/**
 * Who does it and to whom it is done, among the bare noun phrases and the one before the verb.
 * @param plural the verb stands in the plural
 * @param elsewhere the object is told by a pronoun or behind a preposition
 */
export function partiesOf(
  scene: EventScene,
  frame: Frame,
  bare: readonly Group[],
  before: Group | null,
  elsewhere: boolean,
  plural: boolean,
): Parties {
  const told = bare.filter(
    (group, index) =>
      !(frame.either && isSpanOfTime(scene, group)) &&
      // عين سالم مراد رئيسا للوزراء: what somebody who is named is made is no party.
      !(frame.second !== null && index > 0 && isNamed(bare[0]) && isMade(scene, group)),
  );
  const [one = null, two = null] = told;
  // تأسست تجسيدا ل: what stands in the accusative is no subject.
  if (frame.subject !== "agent") {
    const isOther = one?.[0] !== undefined && isAdjunct(scene, one[0]);
    return { subject: (isOther ? null : one) ?? before, object: null };
  }
  if (frame.intransitive) return { subject: (plural ? null : one) ?? before, object: null };
  // القرار رفع الأسعار: what cannot act is no subject, and the object still stands behind the verb.
  const pre = frame.either || !before || actors(scene, before) ? before : null;
  // هاجموا الحي: a verb in the plural has no subject behind it.
  if (plural && (!frame.either || one)) {
    // الذين شنوا الهجوم "إرهابيون": in the nominative it is no object.
    const isOther = one?.[0] !== undefined && isNominativePlural(scene, one[0]);
    return { subject: pre, object: elsewhere || isOther ? null : one };
  }
  if (elsewhere) return { subject: one ?? pre, object: null };
  // أوقفت سائقين اثنين: a plural or a dual that stands in no nominative is the object.
  if (one?.every((it) => isObliquePlural(scene, it))) return { subject: pre, object: one };
  if (!one) {
    // ميليشيات اختطفت كلا من: forces and bodies are not taken, whoever is.
    if (frame.either && pre?.every((it) => isTaking(scene, it))) {
      return { subject: null, object: null };
    }
    return frame.either ? { subject: null, object: pre } : { subject: pre, object: null };
  }
  // ماكين الذي انتخب عضوا: the office stands behind the verb, whoever got it before.
  if (frame.second && frame.either && pre && tellsOffice(scene, one)) {
    return { subject: null, object: pre };
  }
  const [head] = one;
  // أطلق الجنود النار باتجاه: whom it struck stands behind a preposition, so the one phrase did it.
  const isElsewhere =
    frame.setWord.size > 0 && [...frame.prepositions.values()].includes(frame.object);
  if (isElsewhere && !two) return { subject: pre ?? one, object: null };
  // نشرت القوات مدرعاتها: of two phrases the first does it, though it could be deployed itself.
  const first = !pre && two && !frame.either && actors(scene, one) !== null;
  const near = pre ? [one] : first ? [two] : told.slice(0, 2);
  // Of two phrases the second is the object: "the coach stopped the talks" is no arrest of coaches.
  const asked = frame.picky
    ? near.findLast((group) => isAsked(scene, frame, group, near.length > 1 && group === one))
    : undefined;
  if (asked) return { subject: pre ?? (asked === one ? null : one), object: asked };
  if (pre) return { subject: pre, object: one };
  // اعتقل شقيقه سالم: whoever cannot arrest is arrested, what stands behind is his name.
  if (frame.either && head && !isArresting(scene, head)) return { subject: null, object: one };
  // حظر إلقاء الطعام: a verbal noun behind the verb is its object, whatever follows.
  if (two && !one.some((part) => isDeed(scene, part.first))) return { subject: one, object: two };
  // ناشد العامر بضرورة: who appeals stands first.
  if (frame.type === "appeal") return { subject: one, object: null };
  // وقصفت مواقع المتمردين: a place is struck, and strikes nothing.
  if (frame.type !== null && GROUND.has(frame.type) && one.every((it) => isGround(scene, it)))
    return { subject: null, object: one };
  const isObject = isAsked(scene, frame, one);
  if (frame.either && head) {
    return isActor(scene, head) && !isObject && !isAccusative(scene, head)
      ? { subject: one, object: null }
      : { subject: null, object: one };
  }
  const object = frame.picky
    ? isObject
    : head !== undefined &&
      (isAccusative(scene, head) ||
        (actors(scene, one) === null && frame.type !== "meet") ||
        (frame.need === "target" && (!isActor(scene, head) || actors(scene, one) === null)));
  // أطلق الصيادون النار عليهم: in the nominative, whoever it is, he did it.
  const isNominative = head !== undefined && isNominativePlural(scene, head);
  return object && !isNominative ? { subject: null, object: one } : { subject: one, object: null };
}

/** What befalls places. */
const GROUND: ReadonlySet<EventType> = new Set<EventType>(["attack", "seize", "siege", "strike"]);
/** Kinds of thing that somebody else strikes or takes. */
const GROUNDS: readonly string[] = ["building", "place-noun", "sites"];

/** A place or a building that bears no name. */
const isGround = (scene: EventScene, segment: Segment): boolean => {
  const kinds = kindsOf(scene, segment);
  return segment.name === null && GROUNDS.some((kind) => kinds.has(kind));
};

/** A body, forces, gunmen in the nominative: who arrests and kidnaps, rather than who is taken. */
function isArresting(scene: EventScene, segment: Segment): boolean {
  if (isActor(scene, segment)) return true;
  const kinds = kindsOf(scene, segment);
  if (["body", "forces", "armed", "official"].some((kind) => kinds.has(kind))) return true;
  return kinds.has("person") && scene.pack.events.isWholePlural(scene.form(segment.first), false);
}

/** An organization, an armed group or forces. */
function isTaking(scene: EventScene, segment: Segment): boolean {
  const named = segment.name?.mention.value;
  if (named) return named.kind === "organization" || named.type === "armed group";
  const kinds = kindsOf(scene, segment);
  return (kinds.has("forces") || kinds.has("armed")) && !kinds.has("person");
}

/** Those of a list who can do it, the list itself where all can; null where none can. */
export function actors(scene: EventScene, group: Group | null): Group | null {
  if (!group) return null;
  const able = group.filter((one) => mayAct(scene, one));
  if (able.length === group.length) return group;
  return able.length > 0 ? able : null;
}

/** Several do it: a plural, a count, a body. */
export function isCrowd(scene: EventScene, group: Group | null): boolean {
  if (!group) return false;
  return group.length > 1 || group.some((one) => isSeveral(scene, one) || isPeople(scene, one));
}

/** أنصار المعارضة, الناس: many, though their letters are no plural's. */
const isPeople = (scene: EventScene, { first }: Segment): boolean =>
  scene.cue(first)?.things.has("people") === true;

/** A plural, a number of them, or a body; not one man. */
export function isSeveral(scene: EventScene, segment: Segment): boolean {
  const named = segment.name?.mention.value;
  const { first, last } = segment;
  const number = scene.first(first)?.number ?? "singular";
  // الوزيران, الرئيسان: offices in the dual and the plural.
  if (named) return named.kind !== "person" || (named.head === "role" && number !== "singular");
  if (number !== "singular") return true;
  if (scene.has(first, "count.vague") && scene.hasArticle(first)) return true;
  return last > first + 1 && (scene.marks(first, "event.part") || scene.has(first, "count.vague"));
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

const isNamed = (group: Group | undefined): boolean =>
  group?.every(
    ({ name }) => name?.mention.value.kind === "person" && name.mention.value.head === "name",
  ) === true;

/** An office in the accusative of the indefinite. */
const isMade = (scene: EventScene, group: Group): boolean =>
  group.every(
    ({ first }) => !scene.hasArticle(first) && scene.pack.events.isAccusative(scene.form(first)),
  ) && tellsOffice(scene, group);

/** اعتقل أربع سنوات: how long it lasted. */
const isSpanOfTime = (scene: EventScene, group: Group): boolean =>
  group.every(
    ({ first, last, name }) =>
      name === null && scene.has(last - 1, "time.unit") && last <= first + 2,
  );

/** المسلحون: a sound plural that is no object. */
const isNominativePlural = (scene: EventScene, { first, name }: Segment): boolean =>
  name === null &&
  scene.pack.events.isWholePlural(scene.form(first), false) &&
  !scene.pack.events.isOblique(scene.form(first)) &&
  (scene.layer.words[first]?.readings ?? []).some(({ number }) => number === "plural");

/** سائقين, المتظاهرين: a sound plural or a dual in the oblique case, and no noun in the singular. */
const isObliquePlural = (scene: EventScene, { first, name }: Segment): boolean => {
  const { isOblique } = scene.pack.events;
  if (name !== null || !isOblique(scene.form(first))) return false;
  const nouns = (scene.layer.words[first]?.readings ?? []).filter(
    ({ entry }) => entry.pos === "noun",
  );
  return nouns.length > 0 && nouns.every(({ number }) => number !== "singular");
};

/** A single word in the accusative, of no known thing: تجسيدا، رسميا. */
const isAdjunct = (scene: EventScene, { first, last, name }: Segment): boolean =>
  name === null &&
  last === first + 1 &&
  !scene.hasArticle(first) &&
  (scene.cue(first)?.things.size ?? 0) === 0 &&
  scene.pack.events.isAccusative(scene.form(first));

function isAccusative(scene: EventScene, { first, name }: Segment): boolean {
  const reading = scene.first(first);
  if (name?.mention.value.head === "name" || !reading || scene.hasArticle(first)) return false;
  return scene.pack.events.isAccusative(scene.form(first)) && reading.number === "singular";
}
