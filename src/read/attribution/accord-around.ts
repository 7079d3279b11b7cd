/** Where the clause ends whose source ("according to") stands behind its beginning, and not behind all of it. */
import type { Reading } from "../../text/word.js";
import { type Accord, accordAt } from "./accord.js";
import { clauseEnd } from "./asides.js";
import type { TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** A verb, its joined particles and its subject. */
const SHORTEST_WHOLE = 2;
/** A verb and a subject of several words, or a noun phrase that waits for what is said of it. */
const LONGEST_BEGUN = 5;

/**
 * "يصل السعر وفقا للموقع إلى ثلاثة ملايين", "وأسفر القصف، وفق المرصد، عن مقتل": the clause goes on behind its
 * source: with a preposition, or with the object or the subject that its verb still waits for.
 * @returns where what the source says ends: in front of it, where nothing goes on
 */
export function endAround(
  scene: Scene,
  { first, last }: Accord,
  segment: number,
  sentence: TokenRange,
): number {
  const before = scene.isComma(first - 1);
  const behind = scene.isComma(last);
  const next = behind ? last + 1 : last;
  const begun = first - segment - (before ? 1 : 0);
  if (!before && !behind) {
    // "ويظهر التسجيل بحسب الوكالة لحظة الانفجار": a verb and its subject are no clause yet.
    const waits = begun <= SHORTEST_WHOLE && scene.isWord(last);
    const counts = scene.token(last)?.kind === "number";
    const goes = scene.has(last, "preposition") || waits || counts;
    return goes ? clauseEnd(scene, last, sentence.last) : first;
  }
  if (!behind) {
    // "بلغ عدد السيارات، وفقا لفريق الإحصاء 1554 سيارة".
    return scene.token(last)?.kind === "number" ? clauseEnd(scene, last, sentence.last) : first;
  }
  const goes = goesOn(scene, next)
    ? before || begun <= LONGEST_BEGUN
    : isAwaited(scene, next) || (begun <= LONGEST_BEGUN && isSaidOfIt(scene, next));
  return goes ? endOfRest(scene, next, sentence.last) : first;
}

/** Another source, or a clause of its own, ends what goes on. */
function endOfRest(scene: Scene, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (accordAt(scene, at, limit)) return clauseEnd(scene, from, limit);
    if (!scene.isComma(at)) continue;
    const next = at + 1;
    const joined = (scene.main(next)?.conjunction ?? "") !== "" && scene.isVerb(next);
    if (joined || scene.has(next, "clause.front") || scene.isCircumstance(next)) return at;
  }
  return limit;
}

/** A preposition, apart or joined, that governs a noun: "عن مقتل", "بالصواريخ"; not "من جهة أخرى". */
function goesOn(scene: Scene, at: number): boolean {
  if (TURNS.some((name) => scene.has(at + 1, name)) || scene.afterTime(at) > at) return false;
  if (scene.has(at, "clause.front") || scene.has(at, "clause")) return false;
  const apart = GOVERNORS.some((name) => scene.has(at, name));
  return apart ? scene.isWord(at + 1) && !scene.has(at + 1, "what") : isJoined(scene, at);
}

/** "وشكلت الحكومة، وفق المحافظ، لجانا": a noun that nothing joins to what stands in front is its object or its subject. */
function isAwaited(scene: Scene, at: number): boolean {
  if (!scene.isWord(at) || scene.isVerb(at) || scene.afterTime(at) > at) return false;
  const isElse = (name: string): boolean => scene.has(at, name);
  if (OTHER_CLAUSES.some(isElse) || GOVERNORS.some(isElse)) return false;
  if (scene.isClosed(at) || scene.isCircumstance(at) || scene.isAccusative(at)) return false;
  const main = scene.main(at);
  if (main && (isGoverning(main) || main.enclitic !== "" || main.entry.pos === "adjective"))
    return false;
  // "، القتلى هم": a noun of which something is told behind it begins a clause of its own.
  return !scene.isVerb(at + 1) && !scene.has(at + 1, "pronoun.personal");
}

/** "المشكلة، وفقا للدراسة، لا تكمن", "وكانت النتيجة، وفق الوكالة، أن". */
const isSaidOfIt = (scene: Scene, at: number): boolean =>
  SAID_OF_IT.some((name) => scene.reading(at, name)?.conjunction === "");

const SAID_OF_IT = ["negation", "that", "what"] as const;

/** "من جانبه", "في حين", "في وقت": what follows is another clause. */
const TURNS = ["speech.aside", "speech.lead", "speech.adjunct"] as const;

const OTHER_CLAUSES = [
  "clause",
  "clause.front",
  "clause.inner",
  "relative",
  "that",
  "what",
  "demonstrative",
  "adverb",
  "one-of",
  "except",
  "aspect",
  "be",
  "negation",
  "speech.participle",
  "speech.lead",
  "speech.accord",
] as const;

const GOVERNORS = ["preposition", "prep.in", "prep.from", "prep.about", "prep.to"] as const;

const isGoverning = ({ preposition, conjunction }: Reading): boolean =>
  preposition !== "" || conjunction !== "";

const isJoined = (scene: Scene, at: number): boolean =>
  (scene.main(at)?.preposition ?? "") !== "" && scene.main(at)?.conjunction === "";

/** "…، وذلك بحسب", "…، جاء ذلك وفقا لـ": pointing at what was told is no part of it. Where that ends. */
export function behindPointer(scene: Scene, segment: number, accord: number): number {
  let at = scene.isComma(accord - 1) ? accord - 1 : accord;
  if (!scene.has(at - 1, "demonstrative")) return accord;
  const and = scene.main(at - 1)?.conjunction === scene.shape.and || hasAnd(scene, at - 1);
  const came = scene.has(at - 2, "speech.came");
  if (!and && !came) return accord;
  at -= came ? 2 : 1;
  return Math.max(segment, scene.isComma(at - 1) ? at - 1 : at);
}

const hasAnd = (scene: Scene, at: number): boolean =>
  scene.reading(at, "demonstrative")?.conjunction === scene.shape.and;
