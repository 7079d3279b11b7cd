/**
 * Who has been introduced as a speaker holds the floor until another speaks. A verb without a subject of
 * its own is his only where something ties it to what he said; every other verb has a subject that
 * was not read, or says nothing, and is nobody's.
 */
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import { frameOf } from "./verb-frame.js";

/** "…، كما أشار", "حيث قال", "فيما شدد": a clause that goes on with what was said. */
const TIES = ["clause.inner", "clause.front"] as const;
/** What an adjunct in front of the verb begins with: "وعن رأيه قال", "وفي ختام كلمته أكد". */
const ADJUNCTS = [
  "preposition",
  "prep.from",
  "prep.about",
  "prep.pronoun",
  "adverb",
  "clause",
  "speech.adjunct",
] as const;
/** An adjunct in front of the verb has at most so many words, unless a comma sets it apart. */
const LONGEST_FRONT = 12;
/** A question that somebody is asked, between commas, has at most so many. */
const LONGEST_TOPIC = 40;
/** "رسالة … قال فيها": the record stands this near in front of the verb. */
const RECORD_REACH = 14;
/** "رسالة …، تحذرهم": behind a comma, where the verb tells whom it is said to, it may stand further off. */
const TOLD_REACH = 24;

/** Whether the verb goes on with what whoever holds the floor has said. */
export function keepsFloor(
  scene: Scene,
  at: number,
  reading: Reading,
  opening: Opening | null,
  sentence: Sentence,
  inside: boolean,
): boolean {
  if (reading.conjunction !== "") return !(inside && isOfContent(scene, at, reading, opening));
  // "عاد المدير ليبين أن".
  if (reading.preposition !== "") return true;
  // "وقد كتب", "وكان قد أعلن", "ومضى يقول".
  let first = at;
  while (first > sentence.first && isAuxiliary(scene, first - 1)) {
    first--;
    if (scene.main(first)?.conjunction) return true;
  }
  const goesOn = scene.isVerb(first - 1) && scene.main(first - 1)?.conjunction;
  if (goesOn && reading.tense === "present") return true;
  // "يقول: «…»" at the head of its sentence, in an interview or a feature.
  if (first === sentence.first || scene.isStop(first - 1))
    return opensAtOnce(at, opening) || reading.entry.classes.includes("speech.continue");
  const before = first - 1;
  if (scene.has(before, "relative") || scene.has(before, "that.bare")) return false;
  // "ما وصفه بأنه", "مما قاله": what is said bears its pronoun.
  if (scene.has(before, "what") || scene.shape.isWhatOf(scene.form(before)))
    return (
      scene.has(before, "clause.front") || reading.enclitic !== "" || scene.has(at + 1, "that")
    );
  if (TIES.some((name) => scene.has(before, name))) return true;
  // "وهناك تعهد بمحاسبة المقصرين".
  if (scene.isClosed(before) && scene.main(before)?.conjunction) return true;
  if (isPronoun(scene, before)) return true;
  if (!inside && saysOfIt(scene, at, reading, opening)) return true;
  return saysInRecord(scene, at, reading, sentence) || behindAdjunct(scene, first, sentence);
}

/** "إلا أنه", "غير أنها". */
const BUT = ["except", "clause.front", "speech.lead"] as const;

/**
 * "قال إن اللغة تمثل هوية المجتمع وتعبر عن فكره", "دعا إلى جمع الأخبار ورصد المخالفات": inside what is said, with no mark in
 * front, a verb of the present goes on with the verb of what is said, and a noun of the same letters with its noun.
 */
function isOfContent(scene: Scene, at: number, reading: Reading, opening: Opening | null): boolean {
  if (opening || scene.token(at - 1)?.kind === "punct") return false;
  return reading.tense === "present" || reading.entry.features["masdar"] === "same";
}

const opensAtOnce = (at: number, opening: Opening | null): boolean =>
  opening !== null && opening.kind !== "that" && opening.first === at + 1;

const isAuxiliary = (scene: Scene, at: number): boolean =>
  scene.has(at, "aspect") || scene.has(at, "be");

/** "لكنه أكد", "إلا أنها نفت", "وهو يقول": the pronoun is whoever was spoken of. */
function isPronoun(scene: Scene, at: number): boolean {
  if (scene.has(at, "pronoun.personal")) return true;
  // "ذكر البنك أنه يتوقع" says no more than what he is told to have said.
  const but = scene.has(at, "that") && BUT.some((name) => scene.has(at - 1, name));
  const opens = but || scene.has(at, "then") || scene.has(at, "speech.lead");
  return opens && scene.shape.bearsThird(scene.form(at));
}

/** "ضبطت الشرطة أسلحة، قالت إنها معدة للبيع": said of what stands in front, to which the pronoun points back. */
const saysOfIt = (scene: Scene, at: number, reading: Reading, opening: Opening | null): boolean =>
  reading.tense === "past" &&
  !frameOf(reading).takes.has("object") &&
  opening?.kind === "that" &&
  opening.first === at + 1 &&
  scene.shape.bearsThird(scene.form(at + 1));

/** "ألقى كلمة، أكد فيها", "وجه رسالة إلى الأهالي، تحذرهم من": said in it by whoever gave it. */
export function saysInRecord(
  scene: Scene,
  at: number,
  { enclitic }: Reading,
  sentence: Sentence,
): boolean {
  const told = enclitic !== "" && scene.isComma(at - 1);
  if (!scene.has(at + 1, "prep.pronoun") && !told) return false;
  const reach = told ? TOLD_REACH : RECORD_REACH;
  for (let back = at - 1; back >= Math.max(sentence.first, at - reach); back--)
    if (isRecord(scene, back)) return true;
  return false;
}

export const isRecord = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.adjunct") ||
  scene.unit(at, "speaker")?.reading.entry.features["kind"] === "document";

/** "وحول الإصابات، قال", "وفي ختام كلمته أكد": nothing stands in front of the verb but an adjunct. */
function behindAdjunct(scene: Scene, verb: number, { first }: Sentence): boolean {
  const apart = scene.isComma(verb - 1);
  const longest = apart ? LONGEST_TOPIC : LONGEST_FRONT;
  let start = verb;
  const begins = (at: number): boolean =>
    at === first || scene.isStop(at - 1) || (apart && opensTopic(scene, at));
  while (!begins(start) && verb - start < longest) start--;
  if (!begins(start)) return false;
  if (!isAdjunct(scene, start)) return false;
  for (let at = start; at < verb - 1; at++) {
    const within = scene.isWord(at) || scene.token(at)?.kind === "number" || scene.isQuote(at);
    if (!within && !apart) return false;
    if (scene.isVerb(at) && !apart) return false;
  }
  return true;
}

/** "…، وعن توفر السلعة في الأسواق، قال إن": what somebody is asked about, behind what he said before. */
export const opensTopic = (scene: Scene, at: number): boolean =>
  scene.isComma(at - 1) && scene.reading(at, "prep.about")?.conjunction === scene.shape.and;

const isAdjunct = (scene: Scene, at: number): boolean =>
  scene.afterTime(at) > at ||
  ADJUNCTS.some((name) => scene.has(at, name)) ||
  (scene.main(at)?.preposition ?? "") !== "";
