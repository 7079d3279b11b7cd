import type { JoinedLetters } from "../../lang/joined-letters.js";
import { type TextLayer, textOf } from "../../text/layer.js";
import { perWordOf } from "../../text/per-word.js";
import type { Reading } from "../../text/word.js";
import type { ResolutionContext } from "./days.js";

/** Tokens back from a time in which its verb is looked for. */
const REACH_BACK = 16;
/** A present verb farther off than this is hardly that of the time. */
const PRESENT_REACH = 8;
/** Tokens behind a time in which a coming verb tells: "وفي شهر أغسطس ستعلن". */
const REACH_AHEAD = 3;
/** Tense of the clause that holds a time `[first, last)`, from the verbs nearest to it. */
export function tenseAt(
  layer: TextLayer,
  first: number,
  last: number,
  joined: JoinedLetters,
): ResolutionContext["tense"] {
  const tenseOf = tensesIn(joined);
  const sentence = layer.sentences[layer.sentenceOf[first] ?? -1];
  if (!sentence) return null;
  if (opensClause(layer, first, sentence.first)) {
    const ahead = tenseBehind(layer, last, sentence.last, joined);
    if (ahead !== null) return ahead;
  }
  for (let at = first - 1; at >= Math.max(sentence.first, first - REACH_BACK); at--) {
    const word = layer.words[at];
    if (!word) continue;
    const found = tenseOf(word);
    if (found === null || (found === "future" && isOtherWord(layer, at, joined))) continue;
    if (found !== "present") return found;
    // "لم يعقد": a negation that makes a past of the present.
    if (layer.words[at - 1]?.classes.has("time.past-negation")) return "past";
    if (first - at <= PRESENT_REACH) return isBeing(layer, at) ? "past" : "present";
  }
  return null;
}

/**
 * The verb in front tells what happened once: "تخرج منذ عامين" was two years ago, where "يعاني منذ
 * عامين" and "كان مفقودا منذ عامين" have gone on since.
 */
export function tellsOnce(layer: TextLayer, first: number, joined: JoinedLetters): boolean {
  const tenseOf = tensesIn(joined);
  const start = layer.sentences[layer.sentenceOf[first] ?? -1]?.first ?? first;
  for (let at = first - 1; at >= Math.max(start, first - REACH_BACK); at--) {
    const word = layer.words[at];
    if (!word) continue;
    // "كان قد تخرج" lies before, and is over.
    if (word.classes.has("time.being")) return isPerfect(layer, at + 1);
    if (word.classes.has("time.lasting")) return false;
    if (layer.phrases[at]?.some(({ reading }) => reading.entry.classes.includes("time.lasting")))
      return false;
    const found = tenseOf(word);
    if (found !== null) return found === "past" || isPerfect(layer, at - 1);
  }
  return false;
}

/** "قد", with which a form that could be present is past. */
const isPerfect = (layer: TextLayer, at: number): boolean =>
  layer.words[at]?.classes.has("aspect") ?? false;

/** "كان يعقد": a past that went on. */
function isBeing(layer: TextLayer, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    if (layer.words[back]?.classes.has("time.being")) return true;
  }
  return false;
}

/** The time stands at the head of its sentence or behind a mark: its verb follows. */
function opensClause(layer: TextLayer, first: number, start: number): boolean {
  for (let at = first - 1; at >= Math.max(start, first - 3); at--) {
    if (layer.tokens[at]?.kind === "punct") return true;
    if (layer.words[at]?.readings[0]?.entry.pos !== "fixed") return false;
  }
  return first - start <= 3;
}

function tenseBehind(
  layer: TextLayer,
  last: number,
  end: number,
  joined: JoinedLetters,
): "future" | null {
  const tenseOf = tensesIn(joined);
  for (let at = last; at < Math.min(end, last + REACH_AHEAD); at++) {
    const word = layer.words[at];
    if (word && tenseOf(word) === "future" && !isOtherWord(layer, at, joined)) return "future";
    if (word && tenseOf(word) === "past") return null;
  }
  return null;
}

const tensesIn = perWordOf((word, joined: JoinedLetters): ResolutionContext["tense"] => {
  if (word.classes.has("time.future")) return "future";
  const verbs = word.readings.filter(({ tense }) => tense !== null);
  if (verbs.some(({ preposition, tense }) => preposition === joined.will && tense === "present"))
    return "future";
  if (verbs.length === 0 || verbs.length < word.readings.length - 1) return null;
  // Undiacritised, many a past is also a present ("تحدث"): a report tells what was.
  if (verbs.some(({ tense }) => tense === "past")) return "past";
  return verbs.every(tellsOfNow) ? "present" : null;
});

/** "I shall" is written with its hamza: without it "coast" and "he helped" would be to come. */
function isOtherWord(layer: TextLayer, at: number, joined: JoinedLetters): boolean {
  if (layer.words[at]?.classes.has("time.future")) return false;
  const written = textOf(layer, at, at + 1);
  const isJoined = written.startsWith(joined.and) || written.startsWith(joined.thus);
  return written.startsWith(joined.seemsIShall, isJoined ? 1 : 0);
}

/** "يذكر أن", "تشير المعلومات" are said now, of whatever time; "أوقع" is hardly "I fall". */
const tellsOfNow = ({ entry, number, gender }: Reading): boolean =>
  !entry.classes.some((name) => name.startsWith("speech")) &&
  !(number === "singular" && gender === null);
