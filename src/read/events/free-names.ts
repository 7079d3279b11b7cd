import type { Modality } from "../../core/contract.js";
import type { Sentence } from "../../text/layer.js";
import { type Group, groupsOf, type Roles } from "./arguments.js";
import { resumesEvent } from "./clause-end.js";
import type { Frame, Governor } from "./frame.js";
import { clauseModality, isConditional, modalityOfVerb } from "./modality.js";
import { readName } from "./nouns.js";
import { readPrepositions } from "./preposition-roles.js";
import type { EventScene } from "./scene.js";
import { segmentsFrom } from "./segments.js";
import type { Telling } from "./telling.js";
import { contextOf } from "./verbal-noun-context.js";

/** An event's name by itself, where the words before it make an event of it. */

/** "as a result of", "caused by": words of several tokens that end here. */
const endsMark = (scene: EventScene, at: number): boolean =>
  endsWith(scene, at, "event.after") || endsWith(scene, at, "event.cause");

/** Words of several tokens with this mark end right before a token. */
function endsWith(scene: EventScene, at: number, mark: string): boolean {
  for (let to = at - 2; to >= Math.max(0, at - 4); to--) {
    const cue = scene.cue(to);
    if (cue && to + cue.length === at) return cue.marks.has(mark);
  }
  return false;
}

/** أدى انفجار إلى: the indefinite subject right behind a verb of the past. */
function isSubject({ scene, found }: Telling, at: number): boolean {
  // استهدفت غارة منزلا: told already, as who did it.
  if (found.some(({ value, last }) => value.trigger === at - 1 && last > at)) return false;
  // شن هجوما: the object of a verb of happening, which told it or did not.
  if (scene.cue(at - 1)?.onsets.some(({ frame }) => frame.event === "object") === true)
    return false;
  const verb = scene.first(at - 1);
  // تسبب انفجارات: a plural has its verb in the feminine, so this one is the object of a present.
  if (verb?.gender === "masculine" && scene.first(at)?.number === "plural") return false;
  return (
    verb?.entry.pos === "verb" &&
    verb.tense === "past" &&
    scene.isVerb(at - 1) &&
    !scene.has(at - 2, "negation")
  );
}

/** Tokens from an event's name to the verb of which it is the subject. */
const VERB_REACH = 14;

/**
 * قال إن غارة على البلدة أدت إلى: the subject behind "that", with a verb of the past behind it that is of no
 * clause of its own.
 */
function isTopic(scene: EventScene, at: number, behind: number, { last }: Sentence): boolean {
  if (!scene.has(at - 1, "that")) return false;
  for (let to = behind; to < Math.min(last, behind + VERB_REACH); to++) {
    if (CLAUSES.some((mark) => scene.has(to, mark))) return false;
    if (!scene.isVerb(to)) continue;
    // إن سيارة مفخخة انفجرت: that verb tells of it.
    const { verbs = [], onsets = [] } = scene.cue(to) ?? {};
    const isTold = verbs.length + onsets.length > 0;
    return scene.first(to)?.tense === "past" && !scene.has(to, "be") && !isTold;
  }
  return false;
}

/** What opens a clause that tells no more of the subject in front of it. */
const CLAUSES: readonly string[] = ["that", "relative", "clause", "clause.front"];

/** What happens rather than is done, so that who announces it tells that it was. */
const HAPPENS: ReadonlySet<string | null> = new Set(["accident", "disaster", "explosion"]);

/** What the words before an event's name make of it. */
function clauseOf(scene: EventScene, at: number, { first }: Sentence): Modality {
  // ستحقق مع المسؤولين عن هجمات: what somebody is blamed for has happened, whatever is yet to come.
  if (endsWith(scene, at, "event.since")) return "asserted";
  return isConditional(scene, at, first) ? "conditional" : clauseModality(scene, at, first);
}

/** Behind it stands on whom, or between whom, it was. */
function tellsParties(telling: Telling, frame: Frame, groups: readonly Group[]): boolean {
  const roles: Roles = new Map();
  readPrepositions(telling.scene, frame, roles, groups.slice(0, 2));
  return roles.has("target") || roles.has("agent");
}

/** A noun stands right behind, and no adjective or verb. */
const hasComplement = (scene: EventScene, at: number): boolean =>
  scene.name(at) !== null ||
  (scene.isWord(at) &&
    (scene.hasArticle(at) ||
      (scene.layer.words[at]?.readings ?? []).some(({ entry }) => entry.pos === "noun")) &&
    !scene.marks(at, "event.quality") &&
    !scene.isVerb(at) &&
    !resumesEvent(scene, at) &&
    !scene.has(at, "preposition") &&
    scene.joinedPreposition(at) === "" &&
    !scene.isJoined(at) &&
    scene.afterTime(at) === at);

/** An event's name stands there, or before the adjective that stands there. */
const tellsDeed = (scene: EventScene, at: number): boolean =>
  (scene.cue(at)?.names.length ?? 0) > 0 ||
  (scene.marks(at, "event.quality") && (scene.cue(at - 1)?.names.length ?? 0) > 0);

/** Tokens back from "the outbreak of" to what denies it. */
const DENIAL_REACH = 6;

/**
 * بعد اندلاع حريق, بلاغا بوقوع انفجار: a noun of happening, and what the words before it make of the
 * event; null where none stands there, where it is denied, or where nothing governs it.
 */
function happeningOf(telling: Telling, at: number, sentence: Sentence): Modality | null {
  const { scene } = telling;
  if (scene.marks(at - 1, "event.happens")) return toldBy(telling, at - 1, sentence);
  return scene.marks(at - 1, "event.does") ? doneBy(telling, at - 1, sentence) : null;
}

/** قامت بشن هجمات, دعا إلى إجراء انتخابات, وصل لإجراء محادثات: with the verb that governs the noun, else what it is for. */
function doneBy(telling: Telling, noun: number, sentence: Sentence): Modality | null {
  if (telling.scene.name(noun)) return null;
  const { scene } = telling;
  const told = contextOf(telling, noun, sentence) ?? governorBefore(scene, noun, sentence);
  const isFor = scene.joinedPreposition(noun) === scene.pack.names.dative;
  return told ?? (isFor ? "planned" : null);
}

/** What the words before a noun of happening make of the event; null where they do not tell of it. */
export function toldBy(telling: Telling, noun: number, sentence: Sentence): Modality | null {
  const { scene } = telling;
  if (scene.name(noun)) return null;
  // عند وقوع حادث: whenever one happens.
  if (scene.marks(noun - 1, "event.whenever")) return null;
  // بشأن وقوع انفجار: what is told about has happened.
  if (scene.marks(noun - 1, "event.about")) return clauseModality(scene, noun, sentence.first);
  const modality = contextOf(telling, noun, sentence);
  if (modality !== null) return modality === "denied" ? null : modality;
  // أعلن الجيش صد هجوم, أكد الناطق وقوع انفجار: with the verb that governs it.
  const governed = governorBefore(scene, noun, sentence);
  if (governed !== null) return governed === "denied" ? null : governed;
  const own = scene.joinedPreposition(noun);
  if (own === scene.pack.names.dative) return null;
  if (own === "" && !scene.isBehindPreposition(noun)) return null;
  for (let to = noun - 1; to >= Math.max(sentence.first, noun - DENIAL_REACH); to--) {
    if (scene.has(to, "negation") || scene.has(to, "negation.noun")) return null;
  }
  // حذرت من حدوث عواصف: what is warned of.
  if (scene.has(noun - 1, "prep.from")) return "possible";
  return clauseModality(scene, noun, sentence.first);
}

/** Tokens from a verb to the noun of happening that it governs. */
const GOVERNOR_REACH = 8;
/** The same of who announces what happened. */
const NEAR_GOVERNOR = 4;

const takesBare = ({ by }: Governor): boolean => by.size === 0 || by.has("0");

/** What the verb of the clause makes of the noun that it governs, with its preposition or without. */
function governorBefore(
  scene: EventScene,
  noun: number,
  { first }: Sentence,
  reach = GOVERNOR_REACH,
): Modality | null {
  if (scene.isJoined(noun)) return null;
  const own = scene.joinedPreposition(noun);
  const prep = own === "" && scene.isBehindPreposition(noun) ? scene.form(noun - 1) : own;
  for (let to = noun - 1; to >= Math.max(first, noun - reach); to--) {
    if (scene.isComma(to) || scene.has(to, "that") || scene.has(to, "relative")) return null;
    if (!scene.isVerb(to)) continue;
    const one = scene.cue(to)?.governors[0];
    if (!one || !(prep === "" ? takesBare(one.frame) : one.frame.by.has(prep))) return null;
    return modalityOfVerb(scene, to, first, false, false) === "asserted"
      ? one.frame.modality
      : null;
  }
  return null;
}

/** Behind no preposition, and behind no noun that makes something else of it: إحباط تفجير. */
const isObject = (scene: EventScene, at: number, length: number): boolean =>
  scene.cue(at - 1) === null &&
  // حريقا اندلع: the verb behind it tells of it.
  (scene.cue(at + length)?.onsets.length ?? 0) === 0 &&
  !scene.isJoined(at) &&
  scene.joinedPreposition(at) === "" &&
  !scene.isBehindPreposition(at);

/** "in an explosion", a headline that begins with the event. */
export function readFreeName(telling: Telling, at: number, sentence: Sentence): void {
  const { scene } = telling;
  const cue = scene.cue(at);
  const [headed] = cue?.names ?? [];
  if (!cue || !headed?.frame.type) return;
  const { frame, reading } = headed;
  if (reading.enclitic !== "") return;
  const starts = at === sentence.first || scene.form(at - 1) === ":";
  const opens = !reading.article && sentence.heading && starts && at + cue.length < sentence.last;
  const before = scene.cue(at - 1);
  const isIn = scene.prepositionBefore(at) === "place";
  const isPlace = isIn && (!reading.article || telling.tellsHarm(sentence));
  const follows =
    frame.told &&
    (isPlace ||
      before?.marks.has("event.after") === true ||
      before?.marks.has("event.cause") === true ||
      endsMark(scene, at) ||
      isSubject(telling, at) ||
      (!reading.article && isTopic(scene, at, at + cue.length, sentence)) ||
      scene.has(at - 1, "victim") ||
      scene.has(at - 1, "tally"));
  // هجوم بسيارة ملغومة: by what the deed was done, and no other.
  const isMeans = scene.joinedPreposition(at) !== "" && tellsDeed(scene, at - 1);
  if (isMeans) return;
  // أعلن مصدر أمني انفجار عبوة: announced, it has happened.
  const isAnnounced = (): boolean =>
    frame.told &&
    HAPPENS.has(frame.type) &&
    !reading.article &&
    isObject(scene, at, cue.length) &&
    governorBefore(scene, at, sentence, NEAR_GOVERNOR) === "asserted";
  const happening = happeningOf(telling, at, sentence) ?? (isAnnounced() ? "asserted" : null);
  if (!opens && !follows && !happening) return;
  if (scene.marks(at + cue.length, "event.verbal")) return;
  // بعد حادث إطلاق النار الذي وقع في المدينة: the verb behind "which" tells of it, and where.
  const isTold = (scene.cue(at + cue.length + 1)?.onsets.length ?? 0) > 0;
  if (isTold && scene.has(at + cue.length, "relative")) return;
  if (opens && !follows && at + cue.length + 1 >= sentence.last) return;
  if (frame.plural && reading.number !== "plural") return;
  const groups = groupsOf(scene, segmentsFrom(scene, at, sentence.last));
  const segment = groups[0]?.[0];
  if (!segment) return;
  // في تفجير المسجد: what completes a verbal noun its own frame must read.
  if (cue.masdars.length > 0 && !reading.article && hasComplement(scene, at + cue.length)) return;
  // سيل من الإعانات: a flood of something.
  const next = groups[1]?.[0];
  if (next && next.start === segment.last && frame.but.has(next.prep)) return;
  // "wounded in the attack": of one told before, and no news unless it says on whom.
  if (reading.article && !tellsParties(telling, frame, groups.slice(1))) return;
  const modality = happening ?? clauseOf(scene, at, sentence);
  const rule = opens ? "event.headline" : "event.told";
  const told = { at, last: at + cue.length, rule, modality };
  readName(telling, segment, headed, new Map(), sentence, told, groups.slice(1));
}
