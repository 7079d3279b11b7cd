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
import { clauseModality, joinModality, modalityOfVerb } from "./modality.js";
import { actors } from "./parties.js";
import { mayAct, sufferers } from "./party.js";
import { readPrepositions } from "./preposition-roles.js";
import { type Segment, segmentsFrom } from "./segments.js";
import { isRelative, subjectBefore } from "./subject.js";
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

/** A verb that takes a verbal noun: announced the sending, called for the release. */
export function readGovernor(
  telling: Telling,
  at: number,
  { frame, reading }: Headed<Governor>,
  groups: readonly Group[],
  sentence: Sentence,
): boolean {
  const { scene } = telling;
  const future = reading.preposition === scene.pack.events.future;
  const outer = modalityOfVerb(scene, at, sentence.first, future, reading.tense === "present");
  const twice = outer === "denied" && frame.modality === "denied";
  const joined = twice ? "asserted" : joinModality(outer, frame.modality);
  // "which leads to a rise": what causes in the present is no news of what was caused.
  const isUsual = frame.subject === "cause" && reading.tense === "present";
  const told = joined === "demanded" && isOfFacts(scene, at) ? outer : joined;
  const modality = told === "asserted" && isUsual ? "possible" : told;
  const [next] = groups;
  const subject = next && isBare(next) ? next : undefined;
  let any = false;
  // "began the trial of those accused of the bombing": what completes a deed is not governed.
  let governed: string | null = null;
  for (const group of groups) {
    for (const { prep, first } of group) {
      if (governed !== null && prep !== governed) continue;
      if (prep === "" ? frame.by.size > 0 && !frame.by.has("0") : !frame.by.has(prep)) continue;
      const cue = scene.cue(first);
      // ", on the anniversary of the founding": what an adjunct is completed by.
      if (group[0]?.loose && isCompletion(groups, group)) continue;
      if (!cue || cue.masdars.length === 0 || telling.used.has(first)) continue;
      // يتم ضبط المخالفين: what is done each time.
      if (frame.usual && modality === "asserted" && isHabitual(scene, at, reading, sentence))
        continue;
      const withheld = frame.passive || frame.says || subject === group || modality === "demanded";
      // بدأت المحكمة محاكمة المتهمين في تفجير: behind the object a preposition completes it.
      const isOfObject =
        prep !== "" &&
        groups.some(
          (one) => isBare(one) && one !== subject && one[one.length - 1]?.last === group[0]?.start,
        );
      // وهذا سيؤدي إلى: what was told before; ومع هذا تمكنت is no subject.
      const isThis = scene.has(at - 1, "demonstrative") && !scene.has(at - 2, "preposition");
      // اللجنة التي أعلن عن تأسيسها: the pronoun is of whom it is done to.
      const isOfNoun =
        !frame.passive && isRelative(scene, at) && (cue.masdars[0]?.reading.enclitic ?? "") !== "";
      const control =
        withheld || isOfObject || isThis || (isOfNoun && !subject)
          ? null
          : frame.drives
            ? (groups.findLast((one) => isBare(one) && isBefore(one, group)) ??
              subjectBefore(scene, at, sentence.first))
            : (subject ?? subjectBefore(scene, at, sentence.first));
      // مما دفع المئات إلى الفرار: whom "which" drove to it does it.
      const isDriven =
        frame.subject === "cause" &&
        subject &&
        ["what", "relative", "pronoun"].some((of) => scene.has(at - 1, of));
      const isVague = control?.every((one) => isVagueCause(telling, one)) === true;
      const party = isVague
        ? null
        : control?.some((one) => frame.subject !== "agent" || mayAct(scene, one))
          ? { role: isDriven ? ("agent" as const) : frame.subject, group: control }
          : null;
      governed ??= prep;
      any = readVerbalNoun(telling, first, modality, party, sentence, "event.governed") || any;
    }
  }
  return any;
}

const isBefore = ([one]: Group, [two]: Group): boolean => (one?.first ?? 0) < (two?.first ?? 0);

/** وهو الأمر الذي أدى إلى: a word alone that tells no cause. */
const isVagueCause = ({ scene }: Telling, { first, last }: Segment): boolean =>
  last === first + 1 && scene.marks(first, "event.vague");

/** الأمر الذي دعا إلى إخلاء المبنى: what calls for it is what brought it about. */
const isOfFacts = (scene: Telling["scene"], at: number): boolean =>
  scene.has(at - 1, "relative") && scene.marks(at - 2, "event.vague");

/** Before a verb: it comes before what is told, so it is told of one deed. قبل أن يتم القبض عليه. */
const isOfOneDeed = (scene: Telling["scene"], at: number): boolean =>
  scene.marks(at - 2, "event.until") || scene.has(at - 1, "be");

/** A present outside a headline, with no mark of the future. */
const isHabitual = (
  scene: Telling["scene"],
  at: number,
  { tense, preposition }: Headed<Governor>["reading"],
  sentence: Sentence,
): boolean =>
  tense === "present" && preposition === "" && !sentence.heading && !isOfOneDeed(scene, at);

/** It stands at once behind another phrase of an adjunct, with a preposition joined to it. */
const isCompletion = (groups: readonly Group[], group: Group): boolean => {
  const [head] = group;
  return groups.some(
    ([one]) =>
      one !== head && one?.loose && one.last === head?.first && head?.start === head?.first,
  );
};

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
      true,
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
interface Party {
  readonly role: Governor["subject"];
  readonly group: Group;
}

function readVerbalNoun(
  telling: Telling,
  at: number,
  modality: Modality,
  party: Party | null,
  sentence: Sentence,
  rule: string,
  onlyBare = false,
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
    // وافق على قرار المحكمة: whoever orders or approves what was decided, it is decided.
    const isDecided = frame.type === "decide" && modality === "planned";
    const told = { at, last: behind, rule, modality: isDecided ? "asserted" : modality } as const;
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
