import type { Modality } from "../../core/contract.js";
import type { EventType } from "../../ontology/events.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { fill, type Group, isSome, type Roles, tellsOffice, typesOf } from "./arguments.js";
import type { Headed } from "./cue.js";
import { isDeed } from "./deed.js";
import type { Frame } from "./frame.js";
import { meetsNeed, withoutSetWord } from "./frame-needs.js";
import { isHopedFor } from "./lifting.js";
import { isMeeting, partners } from "./meetings.js";
import { modalityOfVerb } from "./modality.js";
import { actors, isSeveral, type Parties, partiesOf } from "./parties.js";
import { sufferers } from "./party.js";
import { readPrepositions } from "./preposition-roles.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";
import { isRelative, isResumed, subjectBefore } from "./subject.js";
import { isBare, type Telling } from "./telling.js";
import { hasSense, isFigurative, type VerbSite } from "./verb-sense.js";

/** A finite verb of the deed itself. True where it told an event. */
export function readVerb(
  telling: Telling,
  at: number,
  headed: Headed<Frame>,
  all: readonly Group[],
  sentence: Sentence,
): boolean {
  const { scene } = telling;
  const { frame, reading } = headed;
  // وفرته: a verb without object bears no pronoun, so these letters are another word's.
  if ((frame.need === "prep" || frame.need === "topic") && reading.enclitic !== "") return false;
  // "to send", "so that they may guard": a purpose, no deed.
  if (reading.preposition === scene.pack.names.dative) return false;
  const groups = withoutSetWord(telling.scene, frame, all);
  if (!groups || groups.some(([head]) => head && frame.but.has(head.prep))) return false;
  const bare = groups.filter((group) => isBare(group) && !isFarFromHim(scene, at, frame, group));
  const pre = agreeing(scene, at, headed, subjectBefore(scene, at, sentence.first));
  const pronoun = reading.enclitic !== "" || pronounIsObject(scene, at, frame);
  const beside = groups.find((group) => {
    const [head] = group;
    if (!head || head.prep === "" || scene.completesLoyalty(head)) return false;
    return frame.prepositions.get(head.prep) === frame.object;
  });
  // فرضت الحكومة عقوبات على: what such a verb asks for stands bare, and behind "on" whom it befell.
  const isOther = frame.picky && beside && typesOf(scene, frame, beside).size === 0;
  const behind = isOther ? undefined : beside;
  // "which target the army and the police": the subject lies before the relative, known or not.
  const isOpen =
    frame.subject === "agent" &&
    !frame.either &&
    isRelative(scene, at) &&
    !isResumed(scene, at) &&
    // الشاحنة التي فر سائقها: a verb without object, and behind it who does it, told by her pronoun.
    !(frame.intransitive && bare[0] !== undefined && bearsPronoun(scene, bare[0]));
  const isPlural = reading.number === "plural" || (isOpen && !pronoun);
  // "the power that they looted", "the two whom they set free": the pronoun is of the noun before.
  const isTold = pre !== null && pronoun && frame.subject === "agent" && isRelative(scene, at);
  // مقاتلون دربهم الجيش اعتقلوا على أيدي خصومهم: whoever is named as its doer, it is a passive.
  const isPassive = pre !== null && frame.either && groups[0]?.[0]?.prep === "by";
  // الجماعة التي حظرت السلطات نشاطها: the noun comes back with the second phrase, and the first does it.
  const [one, two] = bare;
  const isOwned =
    isRelativeClause(scene, at, frame) &&
    one &&
    two &&
    bearsPronoun(scene, two) &&
    actors(scene, one);
  // الجبهة التي تأسست الأربعينيات، مشروع: of what "which" tells the noun before is told.
  const isOfNoun = frame.subject !== "agent" && pre !== null && isRelative(scene, at);
  const parties: Parties =
    isOfNoun && !isResumed(scene, at)
      ? { subject: pre, object: null }
      : isOwned
        ? { subject: one, object: two }
        : isTold || isPassive
          ? { subject: isPassive ? null : (bare[0] ?? null), object: pre }
          : partiesOf(scene, frame, bare, pre, pronoun || behind !== undefined, isPlural);
  const byAgent = frame.subject === "agent";
  const subject = byAgent ? actors(scene, parties.subject) : parties.subject;
  const told = parties.object ?? (byAgent ? (behind ?? null) : null);
  const object =
    subject && parties.object ? withAdjective(scene, parties.object, bare, frame) : told;
  const said =
    scene.has(at - 1, "that") &&
    !subject &&
    !isBeforeThat(scene, at) &&
    isSaid(scene, at) &&
    // أضاف أنه اعتقل أحد القادة: "it was so that somebody was arrested".
    !(frame.either && scene.pack.events.genders.get(scene.form(at - 1)) === "masculine") &&
    isOfSpeaker(scene, at, reading);
  const hasSubject = parties.subject !== null || pre !== null;
  const site: VerbSite = {
    ...{ at, frame, reading, sentence, groups, bare },
    ...{ subject, hasSubject, object, pronoun, said },
  };
  if (!hasSense(telling, site)) return false;
  return tell(telling, site, pre);
}

function tell(telling: Telling, site: VerbSite, pre: Group | null): boolean {
  const { scene } = telling;
  const { at, frame, reading, sentence, groups, bare, subject, object, pronoun, said } = site;
  const byAgent = frame.subject === "agent";
  const deciding = byAgent ? object : subject;
  const isFuture = reading.preposition === scene.pack.events.future;
  const isPresent = reading.tense === "present";
  const own = modalityOfVerb(scene, at, sentence.first, isFuture, isPresent);
  const modality = own === "asserted" && isPresent ? plotted(scene, at, sentence.first) : own;
  // عين مديرا للمكتبة: what he was made, and not who he is.
  const isOffice =
    frame.second !== null && object !== null && object !== pre && isWhatFor(scene, object);
  let any = false;
  for (const [type, things] of typesOf(
    scene,
    frameFor(scene, site),
    deciding,
    themOf(scene, site),
  )) {
    if (isFigurative(scene, type, site)) continue;
    const roles: Roles = new Map();
    const chosen = (group: Group): Group =>
      group === deciding && things.length > 0 ? things : group;
    if (type === "meet" && byAgent && frame.need !== "partner" && !isMeeting(scene, bare)) continue;
    if (frame.object === "agent" && byAgent) {
      if (!fillMeeting(scene, roles, site) && !pronoun) continue;
    } else {
      if (subject) fill(scene, roles, frame.subject, chosen(subject));
      const told = object && chosen(object);
      const able =
        told && byAgent ? sufferers(scene, type, topicOf(scene, type, told, bare)) : told;
      if (able) fill(scene, roles, isOffice && frame.second ? frame.second : frame.object, able);
    }
    const office = bare.find((group) => group !== subject && group !== object);
    if (frame.second && office && tellsOffice(scene, office)) {
      fill(scene, roles, frame.second, office);
    }
    readPrepositions(telling.scene, frame, roles, groups);
    // "X – Ain": behind its object alone, a verb of appointing must tell the office.
    if (frame.second && object === pre && !roles.has(frame.second)) continue;
    // عين الحجل: "the spring of", where nobody appoints and no office is told.
    const isNobody = !object?.some(({ name }) => name?.mention.value.kind === "person");
    const isAlone = type === "appoint" && !subject && !pre && !pronoun && isNobody;
    if (isAlone && !groups.some((group) => tellsOffice(scene, group))) continue;
    // "the student is appointed after", "the head of the council appoints": what is so as a rule.
    const isRule = modality === "asserted" && !sentence.heading && reading.preposition === "";
    if (frame.second && isPresent && (isRule || !roles.has("agent"))) continue;
    // ويرتفع السعر كلما زاد الطلب: what prices do in the present is so as a rule.
    if (type === "price-change" && isPresent && isRule && !scene.has(at - 1, "aspect")) continue;
    const isMaybeNoun = (scene.cue(at)?.masdars.length ?? 0) > 0;
    if (isMaybeNoun && isHopedFor(type, frame.phase, modality, roles)) continue;
    const spoken = said && frame.need === "agent";
    if (!spoken && !meetsNeed(frame, roles, pronoun || isOffice)) continue;
    // والتقى: piety. Somebody met somebody.
    const met = roles.get("agent")?.length ?? 0;
    if (type === "meet" && !said && !subject && !pronoun && met < 2) continue;
    any = true;
    // What is announced is told in the announcer's name.
    const performed = scene.has(at, "speech.verb") ? deciding?.[0]?.first : undefined;
    const how = {
      at,
      last: at + 1,
      rule: "event.verb",
      modality,
      bySpeaker: said,
      trigger: performed ?? at,
      past: reading.tense === "past",
    };
    telling.emit(type, roles, frame.phase, how, sentence);
  }
  return any;
}

/** "foiled one of the group's plots, which were targeting a mosque": it did not come about. */
function plotted(scene: EventScene, at: number, sentenceFirst: number): Modality {
  if (!isRelative(scene, at)) return "asserted";
  for (let to = at - 1; to >= Math.max(sentenceFirst, at - PLOT_REACH); to--) {
    if (scene.isGoverning(to) && scene.cue(to)?.modality === "planned") return "planned";
  }
  return "asserted";
}
/** Tokens from a verb back to the plot that its relative clause tells of. */
const PLOT_REACH = 8;

/** A decision is to do something: of the phrases behind the verb the one that tells a deed. */
function topicOf(scene: EventScene, type: EventType, told: Group, bare: readonly Group[]): Group {
  if (type !== "decide") return told;
  const deed = bare.find((group) => group.some(({ first }) => isDeed(scene, first)));
  return deed ?? told;
}

/** Forces and missiles strike whatever they target; of others the object must tell that they do. */
function frameFor(scene: EventScene, { frame, subject }: VerbSite): Frame {
  const isArmed = frame.free.size > 0 && subject !== null && isSome(scene, subject, frame.free);
  return isArmed ? { ...frame, picky: false } : frame;
}

/** A verb of a relative clause, whose noun may come back with a pronoun. */
const isRelativeClause = (scene: EventScene, at: number, frame: Frame): boolean =>
  frame.subject === "agent" && isRelative(scene, at) && !isResumed(scene, at);

/** An office in the accusative, without a name. */
const isWhatFor = (scene: EventScene, group: Group): boolean =>
  group.every(
    ({ first, name }) =>
      name === null &&
      !scene.hasArticle(first) &&
      // كلفت عددا من الأعضاء: how many, and no office.
      !scene.marks(first, "event.part") &&
      scene.pack.events.isAccusative(scene.form(first)),
  ) && tellsOffice(scene, group);

const bearsPronoun = (scene: EventScene, [head]: Group): boolean => {
  const first =
    head && head.name === null && !scene.isJoined(head.first) ? scene.first(head.first) : null;
  return first !== null && first.enclitic !== "" && first.entry.pos !== "fixed";
};

/** Fills in those who meet. False where one person is told, and nobody whom he met. */
function fillMeeting(
  scene: EventScene,
  roles: Roles,
  { frame, subject, object, bare, groups }: VerbSite,
): boolean {
  const met = partners(
    scene,
    bare.filter((group) => group === subject || group === object || isWho(group)),
  );
  const before = subject && !bare.includes(subject) ? subject : [];
  const all = [...before, ...met];
  if (all.length > 0) fill(scene, roles, "agent", all);
  if (all.length > 1) return true;
  if (groups.some(([head]) => head && frame.prepositions.get(head.prep) === "agent")) return true;
  return all.some((one) => isSeveral(scene, one));
}

const isWho = (group: Group): boolean => {
  const kind = group[0]?.name?.mention.value.kind;
  return kind === "person" || kind === "organization" || kind === "group";
};

/** A subject before its verb agrees with it in number: no one man "demonstrated" in the plural. */
function agreeing(
  scene: EventScene,
  at: number,
  { frame, reading }: Headed<Frame>,
  pre: Group | null,
): Group | null {
  // الشركة المملوكة للحكومة في سنغافورة، التي تأسست: the town is where, not what was founded.
  if (pre && frame.type === "found") {
    if (isRelative(scene, at) ? pre.every(isTown) : !isNear(pre, at)) return null;
  }
  if (pre && !isRelative(scene, at) && !isOfGender(scene, pre, reading)) return null;
  if (!pre || frame.either || reading.number !== "plural" || pre.length > 1) return pre;
  const [one] = pre;
  return one && one.name?.mention.value.kind === "person" && !isSeveral(scene, one) ? null : pre;
}

/** من حيث القوة المالية قرر: a noun in the feminine stands before no verb in the masculine. */
const isOfGender = (scene: EventScene, [one]: Group, { gender, number }: Reading): boolean =>
  one === undefined ||
  one.name !== null ||
  gender !== "masculine" ||
  number !== "singular" ||
  !scene.pack.events.isFeminineRaw(scene.raw(one.first)) ||
  scene.has(one.first, "counted.person") ||
  (one.first + 1 < one.last && !scene.hasArticle(one.first));

/** قصور مملوكة لعائلات عبر صناديق تأسست: what was founded stands right before its verb. */
const isNear = (pre: Group, at: number): boolean => (pre[pre.length - 1]?.last ?? 0) >= at - 2;

const isTown = ({ name }: Segment): boolean => name?.mention.value.kind === "place";

/** يناشد المركز الأطباء اليمنيين: who does it and to whom is told, so one more plural is an adjective. */
function withAdjective(
  scene: EventScene,
  object: Group,
  bare: readonly Group[],
  { second }: Frame,
): Group {
  const head = object[object.length - 1];
  const next = bare[bare.indexOf(object) + 1]?.[0];
  if (second || !head || !next || head.name || next.name || next.joined) return object;
  const isRight = next.first === head.last && next.last === next.first + 1;
  const { isOblique } = scene.pack.events;
  const isOfMany = [head.last - 1, next.first].every((at) => scene.hasArticle(at));
  return isRight && isOfMany && isOblique(scene.form(next.first))
    ? [...object.slice(0, -1), { ...head, last: next.last }]
    : object;
}

/** ضبطتهم الدوريات: "them", where the verb has one sense or somebody does it, and its letters are no verbal noun's. */
function themOf(scene: EventScene, { at, frame, reading, subject }: VerbSite): string {
  const types = new Set([...frame.of.values()].filter((type) => type !== "none"));
  if (frame.subject !== "agent" || (types.size > 1 && !subject)) return "";
  const isMaybeNoun = (scene.cue(at)?.masdars.length ?? 0) > 0;
  return isMaybeNoun && !subject ? "" : reading.enclitic;
}

/** لكنه أقيل في ديسمبر لدوره … «ماستر»: behind "but he" a name further off is not who it befell. */
function isFarFromHim(scene: EventScene, at: number, frame: Frame, [head]: Group): boolean {
  if (frame.subject === "agent" || !head || head.first === at + 1) return false;
  const before = scene.layer.words[at - 1]?.readings ?? [];
  return before.some(
    ({ enclitic, entry }) =>
      enclitic !== "" && ["that", "clause"].some((of) => entry.classes.includes(of)),
  );
}

/** أنه تقرر: the pronoun of "that he" is of another gender than the verb. */
const isOfSpeaker = (scene: EventScene, at: number, { gender }: Reading): boolean => {
  const told = scene.pack.events.genders.get(scene.form(at - 1));
  return told === undefined || gender === null || told === gender;
};

/** Tokens between a verb of saying and the deed it promises. */
const PROMISE_REACH = 4;

/**
 * أنه قرر, إنها ستنسحب: the pronoun is of who speaks. Bare أن before a verb makes an infinitive of it
 * (كان عليه أن يتنحى), of the speaker only right behind a verb of saying (وعد بأن ينسحب).
 */
function isSaid(scene: EventScene, at: number): boolean {
  if (scene.pack.events.genders.has(scene.form(at - 1))) return true;
  for (let to = at - 2; to >= at - PROMISE_REACH; to--) {
    if (scene.isComma(to)) return false;
    if (scene.has(to, "speech.verb") || (scene.cue(to)?.governors.length ?? 0) > 0) return true;
  }
  return false;
}

/** "before he decides", "lest": "that" is part of a conjunction, and nobody's speech. */
const isBeforeThat = (scene: EventScene, at: number): boolean =>
  scene.cue(at - 2)?.length === 2 &&
  (scene.marks(at - 2, "event.until") || scene.marks(at - 2, "event.maybe"));

/** "on them" behind a verb that takes its object with "on". */
function pronounIsObject(scene: EventScene, at: number, frame: Frame): boolean {
  const prep = scene.pack.events.pronouns.get(scene.form(at + 1));
  return prep !== undefined && frame.prepositions.get(prep) === frame.object;
}
