import type { Modality } from "../../core/contract.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import {
  fill,
  type Group,
  groupsOf,
  isSome,
  kindsOf,
  type Roles,
  sentenceTells,
} from "./arguments.js";
import type { Headed } from "./cue.js";
import { isDeed } from "./deed.js";
import type { Frame, Onset } from "./frame.js";
import { modalityOfVerb } from "./modality.js";
import { QUOTES } from "./noun-phrase.js";
import { actors } from "./parties.js";
import { mayAct } from "./party.js";
import { readPrepositions } from "./preposition-roles.js";
import type { EventScene } from "./scene.js";
import { type Segment, segmentsFrom } from "./segments.js";
import { isRelative, isResumed, subjectBefore } from "./subject.js";
import { isBare, type Telling, type Told } from "./telling.js";

/** Types that happen only where a verb of their own says so: an agreement is talked of in many ways. */
const NEEDS_OWN_VERB: ReadonlySet<string> = new Set([
  "agree",
  "ceasefire",
  "curfew",
  "airlift",
  "appeal",
]);
/** Meetings and votes are held on a day: told in the present, they are yet to come. */
const SCHEDULED: ReadonlySet<string> = new Set(["election", "summit"]);
/** Tokens back from a verb to the event that its clause, interrupted by others, is about. */
const TOPIC_REACH = 45;

/** A verb of happening and the event noun beside it: protests broke out, they waged an attack. */
export function readOnset(
  telling: Telling,
  at: number,
  { frame, reading }: Headed<Onset>,
  groups: readonly Group[],
  sentence: Sentence,
): boolean {
  const { scene } = telling;
  if (reading.preposition === scene.pack.names.dative) return false;
  const home = homeOf(scene, at, frame, reading.enclitic !== "", groups, sentence);
  if (!home) return false;
  const own = modalityOfVerb(
    scene,
    at,
    sentence.first,
    reading.preposition === scene.pack.events.future,
    reading.tense === "present",
  );
  const modality = own === "asserted" && frame.noun ? askedBefore(scene, at, reading) : own;
  let any = false;
  for (const segment of home.group) {
    const [headed] = headsOf(scene, segment);
    if (!headed?.frame.type || telling.used.has(segment.first)) continue;
    const { type } = headed.frame;
    if (frame.only.size > 0 ? !frame.only.has(type) : NEEDS_OWN_VERB.has(type)) continue;
    if (headed.frame.plural && headed.reading.number !== "plural") continue;
    if (type === "attack" && isOfWords(scene, frame, segment, home.other)) continue;
    const isScheduled =
      modality === "asserted" &&
      reading.tense === "present" &&
      SCHEDULED.has(type) &&
      !wasSo(scene, at);
    const { other } = home;
    if (frame.noun && !other && reading.enclitic === "" && isMasdar(scene, at, reading, segment))
      continue;
    if (headed.frame.type === null) continue;
    // زلزال سياسي: the word behind it makes a figure of speech of it.
    if (type === "disaster" && scene.marks(segment.first + 1, "event.verbal")) continue;
    const roles: Roles = new Map();
    if (home.other) fillOther(scene, roles, frame, home.other, at);
    const before = placesBefore(scene, groups, segment);
    if (!roles.has("place") && before.length > 0) fill(scene, roles, "place", before);
    const bySpeaker = frame.event === "object" && !home.other && scene.has(at - 1, "that");
    const told = {
      at,
      last: at + 1,
      rule: "event.happening",
      modality: isScheduled ? "planned" : modality,
      bySpeaker,
      past: reading.tense === "past",
    };
    readName(telling, segment, headed, roles, sentence, told, groups);
    any = true;
  }
  return any;
}

/** بدأت في جنيف محادثات: named places between the verb and the event. */
const placesBefore = (scene: EventScene, groups: readonly Group[], { first }: Segment): Group =>
  groups.flatMap((group) =>
    group.filter(
      ({ start, last, prep, name }) =>
        last <= first &&
        start < first &&
        scene.pack.events.prepositions.get(prep) === "place" &&
        name?.mention.value.kind === "place",
    ),
  );

/** كان الطرفان يعقدان قمما: what was the case, and is not yet to come. */
const wasSo = (scene: EventScene, at: number): boolean =>
  scene.has(at - 1, "be") || scene.has(at - 2, "be");

/** Tokens from what asks for an event to the verbal noun that it asks for. */
const ASKED_REACH = 20;

/** طلبت من المجلس عقد اجتماع: in the clause of a verb that asks or plans, the verbal noun of the same letters. */
function askedBefore(scene: EventScene, at: number, reading: Reading): Modality {
  const isMaybeNoun = reading.gender === "masculine" && reading.number === "singular";
  if (reading.tense !== "past" || !isMaybeNoun || reading.conjunction !== "") return "asserted";
  for (let to = at - 1; to >= at - ASKED_REACH && to >= 0; to--) {
    if (scene.isComma(to) || scene.has(to, "that") || scene.has(to, "relative")) break;
    if (!scene.isWord(to) && scene.layer.tokens[to]?.kind !== "number" && !isBracket(scene, to))
      break;
    const cue = scene.cue(to);
    const isOpen = cue?.marks.has("event.maybe") || cue?.marks.has("event.must");
    if (cue && isOpen && to + cue.length === at) return cue.modality ?? "possible";
    if (!scene.isVerb(to)) continue;
    return cue?.governors[0]?.frame.modality ?? "asserted";
  }
  return "asserted";
}

const isBracket = (scene: EventScene, at: number): boolean => /^[()]$/.test(scene.form(at));

/** وعقد اجتماع، عقد لقاءات: without who does it, and not in the accusative, a verbal noun. */
function isMasdar(scene: EventScene, at: number, reading: Reading, { first }: Segment): boolean {
  if (reading.tense !== "past" || reading.gender !== "masculine" || first !== at + 1) return false;
  if (reading.number === "plural" || scene.joinedPreposition(first) !== "") return false;
  const isPlural = scene.first(first)?.number === "plural";
  return (
    isPlural || (reading.conjunction !== "" && !scene.pack.events.isAccusative(scene.form(first)))
  );
}

/** "waged a scathing attack on his rival": of one person, or told to be of words. */
function isOfWords(
  scene: EventScene,
  frame: Onset,
  { first, last }: Segment,
  by: Group | null,
): boolean {
  for (let at = first; at <= last; at++) if (scene.marks(at, "event.verbal")) return true;
  if (frame.event !== "object" || by?.length !== 1) return false;
  const [one] = by;
  if (!one) return false;
  // رئيس كتلة التغيير: who holds an office, though the body he holds it in was not known.
  const holdsOffice = scene.has(one.first, "office") && scene.first(one.first)?.number !== "plural";
  return one.name?.mention.value.kind === "person" || holdsOffice;
}

const hasPronoun = (scene: EventScene, group: Group | undefined): boolean =>
  group !== undefined && (scene.first(group[0]?.first ?? -1)?.enclitic ?? "") !== "";

interface Home {
  readonly group: Group;
  readonly other: Group | null;
}

function homeOf(
  scene: EventScene,
  at: number,
  frame: Onset,
  pronoun: boolean,
  groups: readonly Group[],
  sentence: Sentence,
): Home | null {
  const bare = groups.filter(isBare);
  const tells = (group: Group | null | undefined): group is Group =>
    group?.some((segment) => headsOf(scene, segment).length > 0) === true;
  if (frame.event === "subject") {
    if (tells(bare[0])) return { group: bare[0], other: null };
    const pre = subjectBefore(scene, at, sentence.first);
    // نتائج الانتخابات التي جرت: "which" is of the event right before it.
    const own =
      isRelative(scene, at) && !isResumed(scene, at) ? nameBeforeRelative(scene, at) : null;
    if (own && !tells(pre)) return { group: [own], other: bare[0] ?? null };
    // "the quake whose centre lies in": the verb has a subject of its own.
    if (bare.length > 0 && isRelative(scene, at) && hasPronoun(scene, bare[0])) return null;
    if (tells(pre)) return { group: pre, other: bare[0] ?? null };
    const near = nameBefore(scene, at);
    if (near) return { group: [near], other: bare[0] ?? null };
    if (bare.length > 0) return null;
    const topic = topicBefore(scene, at, sentence);
    return topic ? { group: topic, other: null } : null;
  }
  if (frame.event === "object" && pronoun) {
    // "the clashes that the town saw"
    const pre = subjectBefore(scene, at, sentence.first);
    return tells(pre) ? { group: pre, other: bare[0] ?? null } : null;
  }
  if (frame.event === "object") {
    const index = bare.findIndex(tells);
    const group = bare[index];
    // "the elections that were held": the passive of a verb of holding.
    const pre = !group && bare.length === 0 ? subjectBefore(scene, at, sentence.first) : null;
    if (tells(pre) && isRelative(scene, at)) return { group: pre, other: null };
    if (!group) return null;
    const before = index > 0 ? bare[0] : subjectBefore(scene, at, sentence.first);
    return { group, other: before ?? null };
  }
  const group = groups.find((one) => one[0]?.prep === frame.event && tells(one));
  if (!group) return null;
  const start = group[0]?.first ?? -1;
  // توصل إلى اتفاق مع النادي لضم اللاعب سالم: who did it stands between the verb and the event.
  const doer = bare.find(
    ([head]) => head !== undefined && head.first < start && !isBehindPlace(groups, head),
  );
  return { group, other: doer ?? subjectBefore(scene, at, sentence.first) };
}

/** إلى العاصمة الأردنية عمان: what stands at once behind a prepositional phrase says more of it. */
const isBehindPlace = (groups: readonly Group[], { first }: Segment): boolean =>
  groups.some((group) => {
    const last = group[group.length - 1];
    return last !== undefined && last.prep !== "" && last.last === first;
  });

/** بعد احتجاجات اندلعت, هزة أرضية ضربت: an indefinite name, and the verb that tells of it right behind. */
function nameBefore(scene: EventScene, verb: number): Segment | null {
  if (scene.isJoined(verb) || scene.opensSentence(verb)) return null;
  for (let first = verb - 1; first >= Math.max(0, verb - 3); first--) {
    if (!scene.isWord(first) || scene.name(first) || scene.opensSentence(first + 1)) return null;
    const cue = scene.cue(first);
    if (!cue || cue.names.length === 0) continue;
    const end = first + cue.length;
    if (scene.hasArticle(first)) continue;
    const isWhole = end === verb || (end === verb - 1 && scene.first(end)?.entry.pos !== "verb");
    if (!isWhole || scene.isVerb(first)) return null;
    return { start: first, first, last: verb, prep: "", joined: false, name: null, loose: false };
  }
  return null;
}

/** Tokens of a definite name of an event with its adjectives, before a relative pronoun. */
const NAME_REACH = 3;

/** الانتخابات البرلمانية التي: the event's name with the article, and nothing but its adjectives behind it. */
function nameBeforeRelative(scene: EventScene, verb: number): Segment | null {
  let last = verb - 1;
  while (last > 0 && !scene.has(last, "relative")) last--;
  for (let first = last - 1; first >= Math.max(0, last - NAME_REACH); first--) {
    if (!scene.isWord(first) || scene.name(first) || !scene.hasArticle(first)) return null;
    if ((scene.cue(first)?.names.length ?? 0) === 0) continue;
    return { start: first, first, last, prep: "", joined: false, name: null, loose: false };
  }
  return null;
}

/** "that those protests, in which …, according to …, broke out": the subject of "that". */
function topicBefore(scene: EventScene, verb: number, sentence: Sentence): Group | null {
  if (!scene.isComma(verb - 1)) return null;
  for (let at = verb - 1; at >= Math.max(sentence.first, verb - TOPIC_REACH); at--) {
    if (!scene.has(at, "that")) continue;
    const from = scene.has(at + 1, "demonstrative") ? at + 2 : at + 1;
    const [first] = groupsOf(scene, segmentsFrom(scene, from, verb));
    return first && isBare(first) ? first : null;
  }
  return null;
}

const isNoPlace = ({ name }: Segment): boolean => name?.mention.value.kind !== "place";

function fillOther(
  scene: EventScene,
  roles: Roles,
  { subject, event }: Onset,
  group: Group,
  at: number,
): void {
  const places = group.filter((one) => {
    const kinds = kindsOf(scene, one);
    return kinds.has("place") || kinds.has("place-noun");
  });
  // مجلس الاقتصاد والتنمية: of a list only those who can do it.
  if (subject === "agent") {
    if (!group.every((one) => isDeed(scene, one.first))) {
      const isBehind = (group[0]?.first ?? -1) > at;
      fill(
        scene,
        roles,
        subject,
        actors(scene, group) ?? (isBehind ? group.filter(isNoPlace) : []),
      );
    }
  } else if (subject !== "place") fill(scene, roles, subject, group);
  else if (places.length > 0 || event === "object") {
    if (places.length > 0) fill(scene, roles, "place", places);
  }
}

/** Event names that head a phrase; behind a number too. */
export function headsOf(scene: EventScene, segment: Segment): readonly Headed<Frame>[] {
  const { first, last, name } = segment;
  if (name) return [];
  const cue = scene.cue(first);
  if (cue && cue.names.length > 0) return cue.names;
  const isNumber = scene.layer.tokens[first]?.kind === "number" || scene.has(first, "number");
  if (isNumber && first + 1 < last) return scene.cue(first + 1)?.names ?? [];
  return [];
}

/** The arguments of an event noun, behind it. */
export function readName(
  telling: Telling,
  segment: Segment,
  { frame }: Headed<Frame>,
  roles: Roles,
  sentence: Sentence,
  told: Told,
  groups: readonly Group[],
): void {
  if (!frame.type) return;
  telling.used.add(segment.first);
  const behind = groups.filter((group) => (group[0]?.first ?? 0) > segment.first);
  if (frame.wild && isOfNoPlace(telling.scene, segment.first)) return;
  // إضراب عن الطعام: of food it is no labour strike.
  for (const thing of frame.without) if (sentenceTells(telling.scene, thing, sentence)) return;
  if (frame.type === "clash" && isOfIdeas(telling.scene, segment, frame, behind)) return;
  // عقدت في القاهرة اجتماعات بشأن الحرب في غزة: where it was is told before it.
  const known = [...(roles.get("place") ?? [])];
  readPrepositions(telling.scene, frame, roles, ofWhom(telling.scene, frame, behind));
  if (known.length > 0 && known.every(({ last }) => last <= segment.first))
    roles.set("place", known);
  const last = Math.max(told.last, segment.last);
  telling.emit(frame.type, roles, frame.phase, { ...told, last }, sentence, segment);
}

/** قصف لطيران التحالف: forces behind "of" may have done it or suffered it, and have no part told. */
function ofWhom(scene: EventScene, frame: Frame, groups: readonly Group[]): readonly Group[] {
  const { dative } = scene.pack.names;
  if (!frame.prepositions.has(dative)) return groups;
  return groups.filter(([head]) => head?.prep !== dative || !isSome(scene, [head], FORCES));
}
const FORCES: ReadonlySet<string> = new Set(["forces", "armed", "aircraft", "missiles"]);

/** زلزال الثورات, أعاصير الحياة: what completes a force of nature is a noun, and no place or kind of it. */
function isOfNoPlace(scene: EventScene, first: number): boolean {
  const at = QUOTES.has(scene.form(first + 1)) ? first + 2 : first + 1;
  if (!scene.isWord(at) || scene.name(at) || scene.isJoined(at)) return false;
  if (scene.afterTime(at) > at || scene.joinedPreposition(at) !== "") return false;
  const { article, isRelational } = scene.pack.names;
  if (!scene.hasArticle(at) || scene.hasArticle(first)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const isKind = readings.some(({ entry }) => entry.pos === "adjective" || entry.pos === "verb");
  const isOpen = ["closed", "preposition", "place-word", "direction", "relative"].some((of) =>
    scene.has(at, of),
  );
  return !isKind && !isOpen && !isRelational(scene.form(at).slice(article.length));
}

/** Somebody or a body, a land, or a word of persons' shape. */
const mayTakePart = (scene: EventScene, one: Segment): boolean =>
  one.name !== null || mayAct(scene, one) || kindsOf(scene, one).has("place-noun");

/** مواجهة التطرف, معركة ضد الفساد: a struggle in a manner of speaking. */
function isOfIdeas(
  scene: EventScene,
  { first, last }: Segment,
  frame: Frame,
  groups: readonly Group[],
): boolean {
  if (last > first + 1 && scene.cue(first + 1)?.things.has("abstract")) return true;
  // المعارك النقدية
  for (let at = first + 1; at < last; at++) if (scene.marks(at, "event.verbal")) return true;
  // معركة بين القديم والحديث: neither of the two can fight.
  const sides = groups.find(
    (group) => scene.pack.events.prepositions.get(group[0]?.prep ?? "") === "parties",
  );
  if (sides && sides.length > 1 && !sides.some((one) => mayTakePart(scene, one))) return true;
  return groups.some(
    (group) =>
      frame.prepositions.has(group[0]?.prep ?? "") &&
      group.every((one) => kindsOf(scene, one).has("abstract")),
  );
}
