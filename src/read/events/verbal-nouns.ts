import type { Modality } from "../../core/contract.js";
import type { EventType } from "../../ontology/events.js";
import type { Sentence } from "../../text/layer.js";
import {
  fill,
  type Group,
  groupsOf,
  isSome,
  kindsOf,
  type Roles,
  sentenceTells,
  tellsOffice,
  typesOf,
} from "./arguments.js";
import { resumesEvent } from "./clause-end.js";
import type { Headed } from "./cue.js";
import { isDeed } from "./deed.js";
import type { Frame, Governor } from "./frame.js";
import { hasSome, meetsNeed, withoutSetWord } from "./frame-needs.js";
import { fillInstrument, takesInstrument } from "./instrument.js";
import { isHopedFor } from "./lifting.js";
import { isMeasureGroup } from "./measures.js";
import { clauseModality } from "./modality.js";
import { actors } from "./parties.js";
import { sufferers } from "./party.js";
import { readPrepositions } from "./preposition-roles.js";
import { type Segment, segmentsFrom } from "./segments.js";
import { isBare, type Telling } from "./telling.js";
import { contextOf, isOpenBare } from "./verbal-noun-context.js";
import {
  ARMED,
  couldAct,
  doneTo,
  isDoer,
  isDoneAlone,
  isNext,
  isQuality,
} from "./verbal-noun-parties.js";

/** A verbal noun that no verb read so far governs. */
export function readFreeVerbalNoun(telling: Telling, at: number, sentence: Sentence): void {
  const modality = contextOf(telling, at, sentence);
  const rule = "event.verbal-noun";
  if (modality !== null) {
    const isDone = modality === "planned" && isByDecision(telling, at);
    const isOpen = modality === "asserted" && isStillOpen(telling, at);
    const own = isDone ? "asserted" : isOpen ? "planned" : modality;
    readVerbalNoun(telling, at, own, null, sentence, rule);
  } else if (isOpenBare(telling, at)) {
    readVerbalNoun(
      telling,
      at,
      clauseModality(telling.scene, at, sentence.first),
      null,
      sentence,
      rule,
      { onlyBare: true },
    );
  }
}

/** المرحلة الثانية من عملية تحرير المدينة: the operation for it is no proof that it was done. */
const isStillOpen = ({ scene }: Telling, at: number): boolean =>
  scene.marks(at - 1, "event.operation") &&
  // تمت عملية تحرير الرهائن: carried out.
  scene.cue(at - 2)?.governors.some(({ frame }) => frame.passive) !== true &&
  scene.cue(at)?.masdars.some(({ frame }) => frame.open) === true;

/** What a decision brings about by itself. */
const BY_WORD: ReadonlySet<EventType> = new Set<EventType>([
  "appoint",
  "curfew",
  "dismiss",
  "emergency",
]);

/** قرار إقالته: who decides it does it by the same word. Not بقرار, nor what an owner's decision is for. */
function isByDecision({ scene }: Telling, at: number): boolean {
  const decides = scene.cue(at - 1)?.masdars.some(({ frame }) => frame.type === "decide") ?? false;
  const types = (scene.cue(at)?.masdars ?? []).flatMap(({ frame: { type, of } }) => [
    type,
    ...of.values(),
  ]);
  return decides && types.some((type) => type !== null && type !== "none" && BY_WORD.has(type));
}

/** A party that the governing verb gives: its subject, in the role it has in the deed. */
export interface Party {
  readonly role: Governor["subject"];
  readonly group: Group;
}

/** A verbal noun, with the party that its governing verb gives. Whether an event was told by it. */
export function readVerbalNoun(
  telling: Telling,
  at: number,
  modality: Modality,
  party: Party | null,
  sentence: Sentence,
  rule: string,
  { onlyBare = false, past = false }: { readonly onlyBare?: boolean; readonly past?: boolean } = {},
): boolean {
  const cue = telling.scene.cue(at);
  if (!cue) return false;
  const behind = at + cue.length;
  const groups = groupsOf(telling.scene, segmentsFrom(telling.scene, behind, sentence.last, true));
  for (const headed of cue.masdars) {
    const { frame } = headed;
    if (onlyBare && !frame.bare) continue;
    if (frame.unplayed && telling.isPlayed(sentence)) continue;
    // إيقافهم عن العمل: no arrest.
    if (groups[0]?.[0] && frame.but.has(groups[0][0].prep)) continue;
    if (frame.needs !== null && !sentenceTells(telling.scene, frame.needs, sentence)) continue;
    const isOther = [...frame.without].some((it) => sentenceTells(telling.scene, it, sentence));
    if (isOther) continue;
    const rest = withoutSetWord(telling.scene, frame, groups);
    if (!rest) continue;
    // وافق على قرار المحكمة, رفض قرارها: whoever approves or rejects what was decided, it is decided.
    const isDecided = frame.type === "decide" && (modality === "planned" || modality === "denied");
    const own = isDecided ? "asserted" : modality;
    const told = { at, last: behind, rule, modality: own, past } as const;
    if (tell(telling, headed, rest, party, sentence, told)) {
      for (let of = at; of < behind; of++) telling.used.add(of);
      return true;
    }
  }
  return false;
}

function tell(
  telling: Telling,
  { frame, reading }: Headed<Frame>,
  groups: readonly Group[],
  party: Party | null,
  sentence: Sentence,
  told: Parameters<Telling["emit"]>[3],
): boolean {
  const { scene } = telling;
  // A verbal noun is followed by its complement at once, and that by its own object.
  const [one, two] = groups.filter(isBare);
  if (isOfAnotherKind(scene, told.last)) return false;
  const alone = reading.article || reading.enclitic !== "";
  // قصف شنه المتمردون: a verb of happening that takes up the event is no complement.
  const isResumed = resumesEvent(scene, told.last);
  const next = !alone && !isResumed && one && isNext(telling, told.last, one) ? one : null;
  // "looting on a wide scale": an adjective behind it is no complement.
  const isAdjective = isQuality(telling, next);
  const whole = next && two ? withQuality(telling, frame, next, two, groups) : next;
  const complement = isAdjective ? null : whole;
  if (!hasSome(telling.scene, frame, [party?.group ?? null, ...groups])) return false;
  const end = complement?.[complement.length - 1]?.last ?? told.last;
  const own =
    complement && two && isNext(telling, end, two) && !isDeed(scene, two[0]?.first ?? -1)
      ? two
      : null;
  const roles: Roles = new Map();
  readPrepositions(telling.scene, frame, roles, groups);
  if (frame.needs !== null && takesInstrument(frame))
    fillInstrument(scene, roles, frame.needs, sentence);
  let objects: Group | null = complement;
  const done =
    complement && !frame.second && reading.entry.pos === "noun"
      ? doneTo(telling, frame, complement, groups)
      : null;
  if (done && complement) {
    objects = done;
    fill(scene, roles, "agent", complement);
  } else if (
    own &&
    !frame.second &&
    frame.genitive === "target" &&
    (complement === null || isDoer(telling, complement, own, frame)) &&
    typesOf(scene, frame, own).size > 0
  ) {
    objects = own;
    if (complement) fill(scene, roles, "agent", complement);
  } else if (own && frame.genitive === "agent" && frame.type !== "decide") {
    fill(scene, roles, frame.object, own);
  } else if (!complement && frame.prepositions.size > 0) {
    objects =
      groups.find((group) => frame.prepositions.get(group[0]?.prep ?? "") === frame.object) ?? null;
  }
  const isDone = frame.genitive !== "agent" && frame.need === null;
  // جراء قصف إسرائيلي: of what kind it is is told, and where; تم القبض عليهم: on them.
  const isNamed = frame.told && isAdjective;
  const isInside = scene.pack.events.pronouns.has(scene.form(told.last - 1));
  const onThem = scene.pack.events.pronouns.get(scene.form(told.last));
  const isTheirs = isInside || (onThem !== undefined && frame.prepositions.has(onThem));
  // نفذت الشرطة اعتقالات واسعة: deeds in the plural, and who did them.
  const isMany = reading.number === "plural" && party?.role === "agent" && !reading.article;
  if (!objects && isDone && reading.enclitic === "" && !isNamed && !isTheirs && !isMany)
    return false;
  if (frame.genitive === "agent" && complement && !couldAct(telling, complement)) return false;
  if (frame.who.size > 0 && !(complement && isSome(scene, complement, frame.who))) return false;
  // القبض عليهم على ذمة القضية: whom, the pronoun told.
  if (isTheirs) roles.delete(frame.object);
  let any = false;
  for (const [type, things] of typesOf(scene, frame, isTheirs ? null : objects, reading.enclitic)) {
    const filled: Roles = new Map(roles);
    const role = objects === complement ? frame.genitive : frame.object;
    // ارتفاع رسوم المدارس في المنطقة: what a complement tells no preposition tells again.
    // فرض عقوبات على: but where that is the measure alone.
    const known = filled.get("target");
    const isOnThem =
      known !== undefined &&
      complement !== null &&
      objects === complement &&
      isMeasureGroup(scene, complement);
    if (complement && objects === complement && role === "target" && !isOnThem)
      filled.delete("target");
    const chosen = isOnThem ? null : objects && (things.length > 0 ? things : objects);
    const able =
      chosen && role === "target"
        ? sufferers(scene, type, chosen)
        : chosen && role === "agent"
          ? (actors(scene, chosen) ?? chosen)
          : chosen;
    if (chosen && !able && filled.size === 0) continue;
    // استهداف الميليشيات: by them or of them, the letters do not tell.
    const isOpen = FIRE.has(type) && objects === complement && able && isSome(scene, able, ARMED);
    if (able && role && !isOpen) fill(scene, filled, role, able);
    // أعلن المتحدث استهداف: one man's announcement is no deed of force by him.
    const isTeller = party !== null && BY_FORCE.has(type) && party.group.every(isPersonName);
    // وافق على تأسيس شركة: who allows it does not do it.
    const isAllowed =
      (type === "found" && told.modality === "planned") ||
      (party?.role === "agent" && (type === "accident" || type === "disaster"));
    if (party && !isTeller && !isAllowed && !filled.has(party.role)) {
      if (party.role !== "place" || isPlace(telling, party.group)) {
        fill(scene, filled, party.role, party.group);
      }
    }
    // تعيين صهره العميد سالم مراد: under the article it is his rank.
    const isRank = own?.[0] !== undefined && scene.hasArticle(own[0].first);
    if (frame.second && own && !isRank && objects === complement && tellsOffice(scene, own)) {
      fill(scene, filled, frame.second, own);
    }
    if (filled.size === 0 && reading.enclitic === "" && !isTheirs) continue;
    if (!meetsNeed(frame, filled, isTheirs)) continue;
    const isFree = told.rule === "event.verbal-noun";
    if (isFree && isHopedFor(type, frame.phase, told.modality, filled)) continue;
    any = true;
    telling.emit(type, filled, frame.phase, told, sentence);
  }
  return any;
}

/**
 * استيلاء الطلاب الإيرانيين على السفارة: where a preposition tells to what it was done, one definite
 * word behind who did it is his adjective.
 */
function withQuality(
  { scene }: Telling,
  frame: Frame,
  next: Group,
  [two]: Group,
  groups: readonly Group[],
): Group {
  const head = next[next.length - 1];
  if (!head || !two || head.name || two.name) return next;
  if (two.first !== head.last || two.last !== two.first + 1 || !scene.hasArticle(two.first))
    return next;
  const isElsewhere =
    frame.genitive === "agent" &&
    groups.some(
      ([one]) => one && one.prep !== "" && frame.prepositions.get(one.prep) === frame.object,
    );
  // إطلاق سراح النشطاء المعلمين: nobody else stands behind whom it is done to.
  return isElsewhere || isDoneAlone(scene, frame, head, two)
    ? [...next.slice(0, -1), { ...head, last: two.last }]
    : next;
}

/** انفجار سكاني: the word behind it makes a figure of speech of it. */
const isOfAnotherKind = (scene: Telling["scene"], at: number): boolean =>
  scene.marks(at, "event.verbal");

const BY_FORCE: ReadonlySet<string> = new Set(["attack", "strike", "arrest", "seize", "siege"]);
const isPersonName = ({ name }: Segment): boolean => name?.mention.value.kind === "person";

/** Deeds whose verbal noun stands before who did it as before whom it struck. */
const FIRE: ReadonlySet<string> = new Set(["attack", "strike"]);
function isPlace({ scene }: Telling, group: Group): boolean {
  return group.every((one) => {
    const kinds = kindsOf(scene, one);
    return kinds.has("place") || kinds.has("place-noun");
  });
}
