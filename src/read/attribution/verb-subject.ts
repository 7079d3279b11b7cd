import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { isAccused } from "./accused.js";
import { fitsRelative } from "./agreement.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import { frontedSubject, isDefinite } from "./fronted.js";
import type { Opening } from "./opening.js";
import { isNameLike } from "./phrase-name.js";
import { reachingWhatIsSaid } from "./phrase-reach.js";
import type { Scene } from "./scene.js";
import { shareAt } from "./share.js";
import { speakerOf } from "./speaker.js";
import { countedAt } from "./speaker-counted.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { subjectBefore } from "./subject.js";
import { anySubject } from "./subject-any.js";
import { behindAside, behindFillers, behindRecipient, type Subject } from "./subject-bounds.js";
import {
  canSpeak,
  isAffirmed,
  isAnnounced,
  isHisOwn,
  isRecord,
  isSomeOf,
  isSubject,
} from "./subject-fit.js";
import type { VerbFrame } from "./verb-frame.js";
import { wordTaken } from "./verb-preposition.js";

/**
 * The subject, where it can speak; null where the verb has none of its own ("وقدر عدد القتلى": the
 * last speaker goes on); undefined where nobody speaks here.
 */
export function subjectOf(
  speech: Speech,
  at: number,
  reading: Reading,
  frame: VerbFrame,
  opening: Opening | null,
  sentence: Sentence,
): Subject | null | undefined {
  const { scene } = speech;
  const { takes, needs } = frame;
  const limit = opening?.first ?? sentence.last;
  const front = subjectBefore(scene, at, sentence);
  // "إن الرئيس أبلغ نظيره": behind أن the subject comes first.
  if (front && scene.has(front.first - 1, "that")) return { phrase: front, side: "before" };
  // "وكان فلان قد انتقد علنا الحكم".
  const been = front !== null && scene.has(front.first - 1, "be") && scene.has(at - 1, "aspect");
  if (been) return { phrase: front, side: "before" };
  // "الأحمد دعا زوار المهرجان إلى": right in front of a verb that takes who is spoken to.
  if (front?.last === at && takes.has("addressee") && scene.name(front.first)?.kind === "person")
    return { phrase: front, side: "before" };
  // "علمت صحيفة الميزان من مصادر أن": who learned it is told nothing.
  const learns = reading.entry.features["from"] === "source";
  const unfilled = behindFillers(scene, at + 1);
  const start = learns ? unfilled : behindRecipient(scene, unfilled, limit);
  // "أشاد بما تحقق": behind "what" with the verb's own preposition stands what is said.
  const what = [...takes].some((take) => scene.shape.isWhatBehind(scene.form(at + 1), take));
  if (what) return front ? { phrase: front, side: "before" } : null;
  const share = shareAt(scene, at + 1, limit);
  if (share) return { phrase: share, side: "after" };
  const several = countedAt(scene, start, limit, frame, opening);
  if (several) return { phrase: several, side: "after" };
  // "وقال نقلا عن الدائرة إن": who is named there is behind the speaker.
  if (scene.has(start, "speech.accord")) return front ? { phrase: front, side: "before" } : null;
  const named = speakerPhrase(scene, start, learns ? beforeSource(scene, start, limit) : limit, {
    taken: takes,
    addressee: takes.has("addressee"),
  });
  if (named && isToldTo(scene, named)) return front ? { phrase: front, side: "before" } : null;
  const found = named && (learns ? named : reachingWhatIsSaid(scene, named, opening, takes));
  if (found && isOnlyOneTold(speech, reading, found, opening))
    return front ? { phrase: front, side: "before" } : null;
  if (found && isAccused(scene, reading, found, frame)) {
    if (front) return { phrase: front, side: "before" };
    // "صدر تقرير يتهم البلدية بكذا": a clause that describes whoever spoke last.
    const goesOn = reading.conjunction || reading.tense === "present";
    return goesOn || scene.has(at - 1, "relative") ? null : undefined;
  }
  const carries = reading.entry.classes.includes("speech.continue");
  const after =
    found &&
    isSubject(scene, reading, found, takes, opening !== null) &&
    !((carries || takes.has("object")) && isHisOwn(scene, found, opening)) &&
    !isCalledUpon(speech, reading, found, takes) &&
    !(takes.has("object") && !opening && isResumedObject(speech, found)) &&
    !(takes.has("object") && isDescribed(speech, reading, found, opening))
      ? found
      : null;
  // "الرئيس الذي أكد دعم بلاده": what is affirmed; but "ووجهت إليه اتهامات" is said by nobody.
  const said = after && (isAffirmed(scene, after) || (!opening && isAnnounced(scene, after)));
  if (said && takes.has("object") && needs.length === 0)
    return front ? { phrase: front, side: "before" } : null;
  // "وكانت السلطات أعلنت تفكيك خلية": behind a verb that has its subject in front stands its object.
  const object =
    front !== null &&
    after !== null &&
    takes.has("object") &&
    !scene.name(after.first) &&
    !scene.isPersonal(after.first) &&
    !scene.shape.isDefinite(scene.form(after.first));
  const behind =
    object || (after && isToldOf(scene, at, reading, after, takes, opening, sentence))
      ? null
      : after;
  const phrase = behind ?? front;
  const again = opening || (phrase && canSpeak(scene, phrase)) ? null : namedAgain(speech, start);
  if (again) return { phrase: again, side: "after" };
  // "تؤكد الوقائع أن": what shows something says nothing.
  if (phrase && isFigure(scene, phrase.first)) return undefined;
  // "مشاهد توثق الغارات": what pictures show stands behind the verb.
  const shown = reading.tense === "present" && !reading.conjunction && isRecord(scene, at - 1);
  if (shown && phrase && !scene.name(phrase.first) && !scene.isPersonal(phrase.first))
    return undefined;
  // "ويخبرنا التاريخ بأن": behind its object a definite noun is the subject, if none that speaks.
  if (!phrase) {
    const called = opening && anySubject(scene, behindAside(scene, start), reading, opening);
    if (called) return { phrase: called, side: "after" };
    return reading.enclitic !== "" && scene.shape.isDefinite(scene.form(start)) ? undefined : null;
  }
  if (opening || canSpeak(scene, phrase)) return { phrase, side: behind ? "after" : "before" };
  // "وحذر بعض الخبراء من": where nobody spoke before who could have warned them.
  const some = speech.current === null ? scene.unit(phrase.first, "speech.latest") : null;
  if (some && scene.isPersonal(some.last)) return { phrase, side: behind ? "after" : "before" };
  // "وأشارت حصيلة إلى": a noun behind a verb that has no object is its subject, whoever spoke before.
  const bare = !takes.has("object") && !takes.has("addressee");
  if (after && bare && scene.has(after.first, "tally")) return { phrase, side: "after" };
  if (after && bare && scene.main(after.first)?.entry.pos === "noun") return undefined;
  // "وعبر مارتن عن", "ويشير النجاح الكبير إلى": so is a name, which speaks, and what the lexicon does not know.
  if (after && bare && wordTaken(scene, takes, after.last) !== null && isNoun(scene, after.first))
    return isUnknownName(scene, after) || isSomeOf(scene, after.first) || isOfMany(scene, after)
      ? { phrase: after, side: "after" }
      : undefined;
  return reading.conjunction && speech.current ? null : undefined;
}

/**
 * "وطالب العلي المقاول بكذا", "وأشادت «العلي» بكذا": a family name alone, of one who spoke lately. What stands behind it is
 * told.
 */
function namedAgain(speech: Speech, first: number): SpeakerPhrase | null {
  const { scene } = speech;
  const quoted = scene.isQuote(first);
  const start = quoted ? first + 1 : first;
  let last = start;
  while (isNameLike(scene, last) && speech.isNamePartOfSpeaker(scene.form(last))) last++;
  // "اللورد هول", behind "اللورد العلي": another name.
  const another = isNameLike(scene, last) && !scene.shape.isDefinite(scene.form(last));
  if (last === start || another || (quoted && !scene.isQuote(last))) return null;
  return { first, last: quoted ? last + 1 : last, joined: false };
}

/** "وقال لسالم العلي إن": a man or a body with "to" in front is spoken to; of a place it may be the name's own letter. */
function isToldTo(scene: Scene, { first }: SpeakerPhrase): boolean {
  const name = scene.name(first);
  if (!name || name.kind === "place" || name.skip !== 1) return false;
  return scene.form(first).startsWith(scene.shape.to);
}

/** Nothing but words that no lexicon knows, or knows for names. */
function isUnknownName(scene: Scene, { first, last }: SpeakerPhrase): boolean {
  for (let at = first; at < last; at++) if (!isNameLike(scene, at)) return false;
  return true;
}

/** "عبر المنشدون عن سعادتهم": several who act, by their ending. */
const isOfMany = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.shape.isOfManyActors(scene.form(first));

/** A noun or a name that bears nothing: no adjunct ("بشكل كبير", "لأول مرة", "منذ العنوان"). */
const isNoun = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  !scene.isClosed(at) &&
  !scene.main(at)?.preposition &&
  !["preposition", "adverb", "demonstrative", "speech.filler", "speech.manner"].some((name) =>
    scene.has(at, name),
  ) &&
  (scene.main(at) !== null ||
    !(
      scene.shape.mayBear(scene.form(at), scene.shape.by) ||
      scene.shape.mayBear(scene.form(at), scene.shape.to)
    ));

/** "علمت صحيفة الميزان من مصادر مطلعة": from whom it learned so stands behind who learned it. */
function beforeSource(scene: Scene, from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) if (scene.has(at, "prep.from")) return at;
  return limit;
}

/** "فوزي" is a name and "شاهدة" a witness, too. */
function isFigure(scene: Scene, at: number): boolean {
  const figure = scene.reading(at, "speech.figure");
  if (!figure || figure.enclitic || scene.name(at)) return false;
  return !scene.has(at, "speaker") && !scene.has(at, "given-name");
}

/**
 * "الثقافة الجديدة ترى العقد", "القانون الذي يشدد العقوبة", "وهو يصف الاتفاق": where the verb has its subject in
 * front, a thing behind it is its object.
 */
function isToldOf(
  scene: Scene,
  at: number,
  reading: Reading,
  phrase: SpeakerPhrase,
  takes: ReadonlySet<string>,
  opening: Opening | null,
  sentence: Sentence,
): boolean {
  const { first } = phrase;
  const { kind } = speakerOf(scene, phrase);
  if (kind === "person" || kind === "official") return false;
  if (!takes.has("object") && !takes.has("addressee") && reading.tense === "past") return false;
  if (scene.name(first) || scene.isPersonal(first) || reading.enclitic !== "") return false;
  if (scene.has(at + 1, "prep.pronoun") || scene.isQuote(first)) return false;
  // "القرار الذي يرى الشارع أنه": taken up again behind the subject.
  if (opening?.kind === "that" && scene.reading(opening.first, "that")?.enclitic) return false;
  const fronted = frontedSubject(scene, at, sentence);
  // "…، مقطع مصور يوثق الدمار": behind an indefinite noun the verb describes it.
  if (fronted) return reading.tense !== "present" || isDefinite(scene, fronted);
  const before = scene.has(at - 1, "aspect") ? at - 2 : at - 1;
  if (scene.has(before, "relative"))
    return !scene.has(before - 1, "speech.adjunct") && fitsRelative(scene, before, reading);
  const pronoun = scene.reading(before, "that")?.enclitic ?? "";
  return scene.has(before, "pronoun.personal") || scene.shape.isOfOthers(pronoun);
}

/** "قال المبعوث … وناشد أطراف النزاع أن": nobody appeals without appealing to somebody. */
const isOnlyOneTold = (
  { scene, current }: Speech,
  { conjunction, entry }: Reading,
  { last }: SpeakerPhrase,
  opening: Opening | null,
): boolean =>
  entry.features["told"] === "always" &&
  conjunction === scene.shape.and &&
  current !== null &&
  opening?.first === last;

/**
 * "ذكر الدفاع المدني أن …، وطالب الأهالي باتخاذ الحذر": where somebody has just spoken, townspeople told by
 * nothing else are whom he calls upon.
 */
function isCalledUpon(
  speech: Speech,
  { conjunction, gender }: Reading,
  { first, last }: SpeakerPhrase,
  takes: ReadonlySet<string>,
): boolean {
  const { scene } = speech;
  if (!takes.has("addressee") || gender !== "masculine" || last > first + 1) return false;
  if (conjunction !== scene.shape.and || !speech.hasSpoken()) return false;
  const people =
    scene.has(first, "count.every") ||
    scene.reading(first, "speaker")?.entry.features["kind"] === "witness";
  const origin = speech.current?.at(-1);
  const body = origin?.kind === "institution" || origin?.kind === "official";
  return people && body && scene.shape.isDefinite(scene.form(first));
}

/** "كما يصف الصراع الذي ينشب": a thing that a relative goes on with is what somebody told before speaks of. */
function isResumedObject({ scene, current }: Speech, { first, last }: SpeakerPhrase): boolean {
  if (current === null || last > first + 1 || !scene.has(last, "relative")) return false;
  return !scene.name(first) && !scene.isPersonal(first) && !scene.has(first, "speaker");
}

/**
 * "وذكر المتحدث أن القتال مستمر ووصف الوضع بأنه متوتر": where somebody has just spoken, a thing behind a verb
 * that has an object is that object.
 */
function isDescribed(
  speech: Speech,
  { conjunction }: Reading,
  { first }: SpeakerPhrase,
  opening: Opening | null,
): boolean {
  const { scene } = speech;
  if (conjunction !== scene.shape.and || !speech.hasSpoken()) return false;
  if (opening?.kind !== "that" || !scene.form(opening.first).startsWith(scene.shape.by))
    return false;
  if (scene.name(first) || scene.isPersonal(first) || !scene.shape.isDefinite(scene.form(first)))
    return false;
  return scene.main(first)?.entry.pos === "noun" || scene.has(first, "ordinary");
}
