import type { EventType } from "../../ontology/events.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { type Group, isSome, kindsOf, sentenceTells, typesOf } from "./arguments.js";
import type { Frame } from "./frame.js";
import { hasSome } from "./frame-needs.js";
import { isCrowd } from "./parties.js";
import type { EventScene } from "./scene.js";
import { isRelative, isResumed } from "./subject.js";
import type { Telling } from "./telling.js";

/** A finite verb in its place, with what was read of its parties. */
export interface VerbSite {
  readonly at: number;
  readonly frame: Frame;
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly groups: readonly Group[];
  readonly bare: readonly Group[];
  readonly subject: Group | null;
  /** A subject is told, though it may be none that could do it. */
  readonly hasSubject: boolean;
  readonly object: Group | null;
  readonly pronoun: boolean;
  /** "that …": who speaks does it. */
  readonly said: boolean;
}

/** Whether the verb has the sense in which it tells its event, as far as its row in the lexicon says. */
export function hasSense(telling: Telling, site: VerbSite): boolean {
  const { scene } = telling;
  const { at, frame, reading, sentence, groups, bare, subject, object, said, pronoun } = site;
  const isPast = reading.tense === "past";
  // الثقافة التي تأسسوا عليها: persons are not founded.
  if (frame.type === "found" && frame.subject !== "agent" && reading.number === "plural")
    return false;
  // اعتدت على مرافقتهم: "I am used to", where nobody stands behind it who attacked.
  if (scene.pack.events.maybeSpoken.has(scene.raw(at)) && bare.length === 0) return false;
  // وفرت الجمعية 4 حافلات: a verb without object has none behind who does it.
  if (frame.type === "flee" && takesObject(at, bare)) return false;
  // وخفض التكاليف: without who did it, letters that are also a verbal noun's tell no verb. وفرض حظر
  // تجول tells of a curfew either way.
  // وخفض التكاليف: of prices either may be told.
  const isPrices = isOfPrices(frame);
  const isSet =
    frame.picky && !isPrices && object !== null && typesOf(scene, frame, object).size > 0;
  const isMaybeNoun =
    (scene.cue(at)?.masdars.length ?? 0) > 0 && frame.subject === "agent" && !isSet;
  if (isMaybeNoun && !subject && !frame.either && isPast) return false;
  if (frame.punctual && !isPast && reading.preposition === "" && !sentence.heading) return false;
  // أخي توقف: without an object behind it, the past of the verb that takes none.
  const isStopped = frame.either && !isPast && bare.length === 0 && !pronoun;
  const isPastToo = scene.cue(at)?.verbs.some((one) => one.reading.tense === "past") === true;
  if (isStopped && isPastToo && reading.gender === "feminine") return false;
  if (frame.needs !== null && !sentenceTells(scene, frame.needs, sentence)) return false;
  for (const thing of frame.without) if (sentenceTells(scene, thing, sentence)) return false;
  if (subject && isOnly(scene, subject, frame.never)) return false;
  // مما يخفض التكلفة: without who does it, in the present, what is so as a rule.
  const isTold = isPast || reading.preposition !== "" || sentence.heading || subject !== null;
  if (isRise(frame) && !isTold && !scene.has(at - 1, "aspect")) return false;
  // فتنخفض الأسعار: what follows from it each time.
  if (
    isPrices &&
    !isPast &&
    reading.conjunction === scene.pack.events.consequence &&
    !sentence.heading
  )
    return false;
  // عندما تقرر: "when you decide".
  if (frame.subject === "topic" && (scene.has(at - 1, "clause") || scene.has(at - 1, "that.bare")))
    return false;
  if (frame.unplayed && telling.isPlayed(sentence)) return false;
  if (frame.crowd && reading.number === "singular" && !isCrowd(scene, subject)) return false;
  if (frame.crowd && !subject && (groups.length === 0 || frame.who.size > 0)) return false;
  // "remarks in which he attacked": with words, as one person attacks another.
  if (frame.words && isResumed(scene, at)) return false;
  // يجتمع فيه الأهالي: what goes on at a place as a rule.
  if (frame.type === "meet" && frame.intransitive && !isPast && isResumed(scene, at)) return false;
  if (frame.words && subject?.length === 1 && isPerson(subject)) return false;
  if (frame.with.size > 0 && !bare.some((one) => one !== subject && isSome(scene, one, frame.with)))
    return false;
  // احتلت المرتبة الأولى: one phrase of another sense is enough.
  if (groups.some((group) => isNone(scene, frame, group))) return false;
  if (frame.who.size > 0 && !said && !(subject && isSome(scene, subject, frame.who))) return false;
  if (frame.doer.size > 0) {
    // بدأوا يستهدفون: the plural of persons tells who does it.
    const isOpen = !isPast && reading.number !== "plural";
    if (subject ? !isSome(scene, subject, frame.doer) : isOpen) return false;
  }
  // "the alliance targets the community": in the present only those in arms do so with arms.
  const isUsual = !isPast && reading.preposition === "" && !sentence.heading;
  if (isUsual && frame.free.size > 0 && subject && !isSome(scene, subject, frame.free))
    return false;
  // اجتمعت، طلبت: without anybody who did it, it may as well be "I".
  const isMaybeFirst = isPast && reading.gender === "feminine";
  if (isMaybeFirst && !subject && !object && !said && !pronoun) return false;
  if (object?.some(({ first }) => isSpoken(scene, first))) return false;
  if (!hasSome(telling.scene, frame, [subject, ...groups])) return false;
  // "nobody targets mosques but he who …": what is so of everybody.
  const isRule = !isPast && scene.has(at - 1, "negation");
  return !(isRule && exceptBehind(scene, at, sentence.last));
}

/** Two phrases stand right behind the verb: who does it, and to what. */
const takesObject = (at: number, [one, two]: readonly Group[]): boolean =>
  one?.[0]?.first === at + 1 && two?.[0]?.first === one[one.length - 1]?.last;

const isOfPrices = ({ type, of }: Frame): boolean =>
  type === "price-change" || of.get("prices") === "price-change";

/** Somebody's raising or lowering of prices. */
const isRise = ({ of, subject }: Frame): boolean =>
  subject === "agent" && of.get("prices") === "price-change";

/** A car alone storms nothing; a car bomb does. */
function isOnly(scene: EventScene, group: Group, never: ReadonlySet<string>): boolean {
  if (never.size === 0) return false;
  const kinds = new Set(group.flatMap((one) => [...kindsOf(scene, one)]));
  return [...never].some((kind) => kinds.has(kind)) && !kinds.has("bomb") && !kinds.has("forces");
}

/** Acts of force: somebody does them, and what no one does is a figure of speech. */
const FORCE: ReadonlySet<EventType> = new Set<EventType>([
  "arrest",
  "attack",
  "kidnap",
  "riot",
  "seize",
  "siege",
  "strike",
]);
/** What a raid or a blast can do as well. */
const BY_EVENTS: ReadonlySet<EventType> = new Set<EventType>(["attack", "strike", "explosion"]);

/** "anxiety seized the markets", "the assaults that besiege the city", "what is robbed". */
export function isFigurative(
  scene: EventScene,
  type: EventType,
  { at, frame, reading, subject, object, hasSubject, pronoun, said, sentence }: VerbSite,
): boolean {
  if (!FORCE.has(type) || frame.subject !== "agent") return false;
  // مناطق ستهاجمها الأعاصير: forces of nature.
  if (subject?.every((one) => isOfNature(scene, one.first))) return true;
  if (subject) return !BY_EVENTS.has(type) && subject.every((one) => isDeedAlone(scene, one.first));
  if (hasSubject && !frame.either) return true;
  // شب طوقه: nobody did it, and to whom it was done only a pronoun tells.
  if (pronoun && !object && !said && reading.conjunction === "" && !frame.either) return true;
  const isOpen = reading.tense === "present" && reading.preposition === "";
  // ويعتقل المعارضين: what goes on from who is not told any more, and is so as a rule.
  const isPassive = frame.either && reading.conjunction === "" && !isRelative(scene, at);
  return (
    isOpen && !isPassive && !pronoun && !said && !sentence.heading && reading.number === "singular"
  );
}

/** A flood, a storm. */
const isOfNature = (scene: EventScene, at: number): boolean =>
  scene.cue(at)?.names.some(({ frame }) => frame.type === "disaster") === true;

/** An event's name that is no body or force besides. */
const isDeedAlone = (scene: EventScene, at: number): boolean => {
  const cue = scene.cue(at);
  if (!cue || scene.name(at)) return false;
  if (cue.things.size > 0) return cue.things.has("event");
  return cue.names.length + cue.masdars.length > 0;
};

/** Words with which the verb tells no event, wherever they stand. */
function isNone(scene: EventScene, { of }: Frame, group: Group): boolean {
  if (of.get("rank") !== "none") return false;
  return group.some((segment) => kindsOf(scene, segment).has("rank"));
}

const isPerson = (group: Group): boolean => group[0]?.name?.mention.value.kind === "person";

/** "my neck", "our country": what somebody says of himself. */
function isSpoken(scene: EventScene, at: number): boolean {
  const enclitic = scene.first(at)?.enclitic ?? "";
  return enclitic !== "" && scene.pack.events.spoken.has(enclitic);
}

/** Tokens behind a denied verb in which "but", "except" takes the denial back. */
const EXCEPT_REACH = 8;
function exceptBehind(scene: EventScene, at: number, last: number): boolean {
  for (let to = at + 1; to < Math.min(last, at + EXCEPT_REACH); to++) {
    if (scene.has(to, "except")) return true;
  }
  return false;
}
