import type { Sentence } from "../../text/layer.js";
import { isPercentSign } from "../numbers/percent.js";
import type { SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import { PREPOSITIONS } from "./phrase-breaks.js";
import type { Scene } from "./scene.js";
import { shareAt } from "./share.js";
import { speakerOf } from "./speaker.js";

/** A noun phrase further in front of its verb belongs to another clause. */
const LONGEST_FRONTED = 14;
/** Somebody is named in at most so many tokens in front of his verb. */
const LONGEST_NAMED = 10;

/** A clause that begins with one of these begins with an adjunct, or with another clause. */
const NO_SUBJECT = [
  ...PREPOSITIONS,
  "adverb",
  "clause",
  "negation",
  "event.if",
  "interrogative",
  "speech.own",
  "speech.lead",
] as const;

/** Behind one of these a clause begins, with its subject or its verb. */
const OPENERS = ["that", "clause.front", "be"] as const;

/** What somebody gives, and says something in. */
const RECORDS = ["speech.adjunct", "speech.document", "speech.media"] as const;

/** Things and deeds: they show something, and say nothing. */
const THINGS = [
  "speech.figure",
  "speech.content",
  "speech.mute",
  "event.masdar",
  "harm.noun",
] as const;

/**
 * The noun phrase with which the clause of a bare verb begins: "غير أن كبير المفاوضين سالم العلي أكد",
 * "28% قالوا", "الأرقام الجديدة للسوق تشير". Whatever it is, it is the verb's subject, and nobody who
 * spoke before is. Null where the clause begins with an adjunct ("وعن رأيه يقول") or with another verb.
 */
export function frontedSubject(scene: Scene, verb: number, sentence: Sentence): TokenRange | null {
  const reading = scene.layer.words[verb]?.readings.find(({ tense }) => tense !== null);
  if (!reading || reading.conjunction || reading.preposition) return null;
  let last = verb;
  while (last > sentence.first && isAuxiliary(scene, last - 1)) last--;
  // "…، كلمة رحب فيها": said in it by whoever gave it.
  if (scene.has(verb + 1, "prep.pronoun") && RECORDS.some((name) => scene.has(last - 1, name)))
    return null;
  let first = last;
  while (first > sentence.first && !opens(scene, first - 1)) {
    first--;
    const inside = scene.isWord(first) || isNumeric(scene, first);
    if (!inside || last - first > LONGEST_FRONTED) return null;
    if (scene.has(first, "relative") || scene.has(first, "what")) return null;
    if (scene.isVerb(first) && scene.name(first) === null) return null;
  }
  // "أما حلب فقد أحصى التقرير": of what it is told.
  if (scene.has(first - 1, "as-for")) return null;
  return first < last && beginsNominal(scene, first) ? { first, last } : null;
}

/** Who is named by it, where it names somebody who can speak. */
export function frontedSpeaker(
  scene: Scene,
  verb: number,
  sentence: Sentence,
): SpeakerPhrase | null {
  const fronted = frontedSubject(scene, verb, sentence);
  if (!fronted) return null;
  const { first } = fronted;
  const last = endOfNamed(scene, fronted);
  if (shareAt(scene, first, last)?.last === last) return { first, last, joined: false };
  if (last - first > LONGEST_NAMED || THINGS.some((name) => scene.has(first, name))) return null;
  const record = RECORDS.some((name) => scene.has(first, name));
  const somebody = (!record && endsInPerson(scene, first, last)) || isSpeakers(scene, first, last);
  return somebody ? { first, last, joined: false } : null;
}

/** "الوزير بعد اطلاعه على النتائج", "الصحف من جهتها أيضا": an adjunct behind who speaks is no part of his name. */
function endOfNamed(scene: Scene, { first, last }: TokenRange): number {
  for (let at = first + 1; at < last; at++) {
    const aside = scene.has(at, "prep.from") && scene.has(at + 1, "speech.aside");
    if (aside || scene.has(at, "event.after") || scene.has(at, "adverb")) return at;
  }
  return last;
}

/** "مجموعة من المحللين", "دراسة عن التطبيقات": some of those who speak, or a document. */
function isSpeakers(scene: Scene, at: number, last: number): boolean {
  const behind = scene.unit(at, "speech.latest")?.last ?? at;
  const whom = scene.has(behind + 1, "prep.from") ? behind + 2 : behind;
  const { kind } = speakerOf(scene, { first: whom, last });
  // "مقطع مصور يوثق الدمار": behind an indefinite noun the verb describes it.
  if (kind === "document" || scene.has(whom, "speech.media"))
    return isDefinite(scene, { first: whom, last });
  return scene.isPersonal(whom) || scene.name(whom)?.last === last;
}

/** "تقرير الوزارة", "استطلاع لرويترز". */
export function isDefinite(scene: Scene, { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++)
    if (scene.name(at) || scene.shape.isDefinite(scene.form(at))) return true;
  return false;
}

/** "كبير المفاوضين سالم العلي": what he is, and his name at the end. */
function endsInPerson(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const name = scene.name(at);
    if (name && name.last === last) return name.kind === "person" && name.skip === 0;
  }
  return false;
}

/** "قد", "كان" right in front of the verb, with no و of their own. */
const isAuxiliary = (scene: Scene, at: number): boolean =>
  (scene.has(at, "aspect") || scene.has(at, "be")) && !scene.main(at)?.conjunction;

const isNumeric = (scene: Scene, at: number): boolean =>
  scene.token(at)?.kind === "number" || isPercentSign(scene.form(at));

const opens = (scene: Scene, at: number): boolean =>
  scene.isComma(at) || scene.isStop(at) || OPENERS.some((name) => scene.has(at, name));

function beginsNominal(scene: Scene, at: number): boolean {
  if (scene.token(at)?.kind === "number" || scene.name(at)) return true;
  if (scene.isClosed(at) || scene.afterTime(at) > at) return false;
  if (NO_SUBJECT.some((name) => scene.has(at, name))) return false;
  if (scene.has(at, "one-of") || scene.unit(at, "speech.latest")) return true;
  const main = scene.main(at);
  // "كبير المفاوضين": a word of which nothing more is known, in front of what makes it definite.
  if (!main) {
    const governs = scene.isBare(at, "ordinary") && scene.shape.isDefinite(scene.form(at + 1));
    return governs || scene.shape.isDefinite(scene.form(at));
  }
  const noun = main.entry.pos === "noun" || main.entry.pos === "adjective";
  return (noun || scene.has(at, "ordinary")) && !main.preposition;
}
