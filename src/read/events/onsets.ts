import type { Modality } from "../../core/contract.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { fill, type Group, kindsOf, type Roles } from "./arguments.js";
import type { Headed } from "./cue.js";
import { isDeed } from "./deed.js";
import type { Onset } from "./frame.js";
import { modalityOfVerb } from "./modality.js";
import { headsOf, readName } from "./nouns.js";
import { homeOf } from "./onset-noun.js";
import { actors } from "./parties.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";
import type { Telling } from "./telling.js";

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
    if (MUTUAL.has(type))
      for (const one of partnersBefore(scene, groups, segment, at))
        fill(scene, roles, "agent", one);
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

/** What two sides have a part in. */
const MUTUAL: ReadonlySet<string> = new Set(["agree", "meet"]);

/** وقعت الوزارة مع البنك اتفاقية: with whom, between the verb and the event. */
const partnersBefore = (
  scene: EventScene,
  groups: readonly Group[],
  { first }: Segment,
  at: number,
): readonly Group[] =>
  groups.filter(
    ([head]) =>
      head !== undefined &&
      head.start > at &&
      head.last <= first &&
      scene.has(head.start, "prep.with") &&
      !scene.marks(head.start - 1, "event.bound"),
  );

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
  // أن عقد اجتماع يتطلب: the subject of "that".
  const isTopic = scene.has(at - 1, "that") && !scene.pack.events.isAccusative(scene.form(first));
  return (
    isPlural ||
    isTopic ||
    (reading.conjunction !== "" && !scene.pack.events.isAccusative(scene.form(first)))
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
