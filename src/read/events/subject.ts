import { type Group, groupsOf } from "./arguments.js";
import { QUOTES } from "./noun-phrase.js";
import { mayAct } from "./party.js";
import type { EventScene } from "./scene.js";
import { type Segment, segmentsFrom } from "./segments.js";

/** Tokens back from a verb to where its clause begins. */
const REACH = 24;

/** Tokens of the longest name before a relative pronoun. */
const NAME_REACH = 6;

/**
 * The subject that stands before its verb: the first bare noun phrase of the clause, or the noun
 * that a relative clause tells of. Null where the clause begins with the verb.
 */
export function subjectBefore(
  scene: EventScene,
  verb: number,
  sentenceFirst: number,
): Group | null {
  if (scene.first(verb)?.conjunction !== "" && scene.first(verb)) return null;
  let end = verb;
  // "had been dismissed": the auxiliary stands between the subject and its verb.
  while (end > sentenceFirst && (scene.has(end - 1, "aspect") || scene.has(end - 1, "be"))) end--;
  // ولم تتوقف: what is joined is the negation.
  if (scene.has(end - 1, "negation") && end > sentenceFirst) end--;
  if (end < verb && scene.first(end)?.conjunction !== "") return null;
  const near = indefiniteBefore(scene, end);
  if (near) return [near];
  let from = end;
  let commas = 0;
  let opens = false;
  for (let at = end - 1; at >= Math.max(sentenceFirst, verb - REACH); at--) {
    if (scene.has(at, "relative")) {
      // والتي goes on from some noun further off; "in which they attacked" is not told of its noun.
      const isOwn = at === end - 1 && scene.first(at)?.conjunction === "";
      return isOwn && !isResumed(scene, verb) ? antecedent(scene, at, sentenceFirst) : null;
    }
    opens = scene.has(at, "that");
    if (opens || scene.has(at, "be")) break;
    const form = scene.form(at);
    if (form === "." || form === ":" || form === "؛") break;
    if (scene.isComma(at) && ++commas > 2) break;
    // Behind another verb of the sentence stand its own arguments.
    if (scene.isVerb(at) && !scene.name(at) && !scene.has(at, "preposition")) return null;
    if (scene.has(at, "clause")) break;
    from = at;
  }
  if (from >= end || (!opens && isOpeningQuote(scene, end - 1))) return null;
  // في المدينة، اعتقل شقيقه: an adjunct, unless an apposition stands between two commas.
  if (scene.isComma(end - 1) && commas < 2 && !opens) return null;
  const [first] = groupsOf(scene, segmentsFrom(scene, from, end));
  const head = first?.[0];
  if (!first || !head || head.prep !== "" || head.loose || !opensNoun(scene, head)) return null;
  return first;
}

/** قال الشاهد "أطلقوا": a mark that opens what is quoted stands between the speaker and his words. */
const isOpeningQuote = (scene: EventScene, at: number): boolean =>
  QUOTES.has(scene.form(at)) &&
  scene.layer.tokens[at]?.spaced === true &&
  scene.layer.tokens[at + 1]?.spaced === false;

/** على رجل اقتحم الطوق: behind an indefinite person under a preposition the verb tells what he did. */
function indefiniteBefore(scene: EventScene, end: number): Segment | null {
  const at = end - 1;
  if (!scene.has(at, "counted.person") || scene.hasArticle(at) || scene.name(at)) return null;
  const first = scene.first(at);
  if (first?.enclitic !== "" || first.conjunction !== "" || first.preposition !== "") return null;
  if (!scene.has(at - 1, "preposition") || scene.has(at - 1, "clause")) return null;
  return { start: at, first: at, last: end, prep: "", joined: false, name: null, loose: false };
}

/** A detached و, a list's number, بل are no noun. */
const opensNoun = (scene: EventScene, { first, last, name }: Segment): boolean =>
  name !== null ||
  (!["closed", "joining", "particle", "adverb"].some((of) => scene.has(first, of)) &&
    (scene.layer.tokens[first]?.kind === "word" || last > first + 1));

/** اعتقل خلالها, هاجم فيها: the noun before "which" comes back behind a preposition. */
export function isResumed(scene: EventScene, verb: number): boolean {
  const prep = scene.pack.events.pronouns.get(scene.form(verb + 1));
  return prep !== undefined && scene.pack.events.resuming.has(prep);
}

/** The verb tells of the noun before "who", "that". */
export function isRelative(scene: EventScene, verb: number): boolean {
  let at = verb - 1;
  while (scene.has(at, "aspect") || scene.has(at, "be") || scene.has(at, "negation")) at--;
  return scene.has(at, "relative");
}

/** المواجهات الشرسة التي: one definite word right behind a definite noun is its adjective. */
function wholeOf(scene: EventScene, segments: readonly Segment[]): Segment | undefined {
  const [one, two] = segments;
  if (!one || !two || segments.length > 2) return segments[segments.length - 1];
  const isNext = two.first === one.last && two.last === two.first + 1 && two.name === null;
  const readings = scene.layer.words[two.first]?.readings ?? [];
  const isThing =
    readings.some(({ entry }) => entry.pos === "noun") ||
    (scene.cue(two.first)?.things.size ?? 0) > 0;
  const isQuality =
    isNext && !isThing && scene.hasArticle(two.first) && scene.hasArticle(one.last - 1);
  return isQuality ? { ...one, last: two.last } : two;
}

/** العمل الإرهابي الذي: an adjective of the definite noun before it, no owner. */
function isQuality(scene: EventScene, from: number, { first }: Segment): boolean {
  const { article, isRelational } = scene.pack.names;
  if (first <= from && !scene.hasArticle(first - 1)) return false;
  return (
    scene.hasArticle(first - 1) &&
    scene.hasArticle(first) &&
    isRelational(scene.form(first).slice(article.length))
  );
}

/** خليفة للزعيم الراحل الذي أسس: "who" is of a definite noun, and so not of the one at the head. */
function isOfDefinite(scene: EventScene, { first, last, name }: Segment): boolean {
  if (name || scene.hasArticle(first) || last <= first + 1) return false;
  for (let at = first + 1; at < last; at++) {
    if (scene.joinedPreposition(at) === scene.pack.names.dative) return true;
  }
  return false;
}

/** Tokens from a person to the body that tells of whom he is one. */
const OF_REACH = 4;
/** A word for one person, or his office, stands in the same clause. */
function isPersonBefore(scene: EventScene, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - OF_REACH) && scene.isWord(at); at--) {
    if (["counted.person", "office", "speaker"].some((of) => scene.has(at, of)))
      return scene.first(at)?.number !== "plural";
  }
  return false;
}

/** المناهضة للعرب: a word in the feminine, alone or with what completes it. */
const isWoman = (scene: EventScene, { first, last, name }: Segment): boolean =>
  name === null &&
  scene.pack.events.isFeminineRaw(scene.raw(first)) &&
  (first + 1 >= last || scene.marks(first, "event.loyal") || scene.marks(first, "event.backed"));

/** The noun phrase before a relative pronoun. */
function antecedent(scene: EventScene, relative: number, sentenceFirst: number): Group | null {
  const end = scene.isComma(relative - 1) ? relative - 1 : relative;
  // حركة كاخ المناهضة للعرب الذي اغتيل: "who" is of somebody further off.
  const isMan = scene.pack.events.masculineRelatives.has(scene.form(relative));
  let found: Group | null = null;
  for (let from = end - 1; from >= Math.max(sentenceFirst, end - NAME_REACH); from--) {
    const name = scene.name(from);
    if (name?.last !== end) continue;
    // المسؤول الثالث من الاتحاد الذي يزور: "who" is of a person, told by the body that he is of.
    if (scene.has(from - 1, "prep.from") && name.mention.value.kind !== "person") {
      if (scene.first(relative)?.number !== "plural" && isPersonBefore(scene, from - 1))
        return null;
    }
    return [{ start: from, first: from, last: end, prep: "", joined: false, name, loose: false }];
  }
  for (let from = Math.max(sentenceFirst, end - 3); from < end; from++) {
    const segments = segmentsFrom(scene, from, end);
    const last = wholeOf(scene, segments);
    // نتيجة القيود التي: "as a result of" is no part of the noun.
    if (scene.marks(from, "event.cause") || scene.marks(from, "event.after")) continue;
    if (last && last.last >= end && segments.length <= 2) {
      if (isMan && isWoman(scene, last)) return null;
      // هوية الانتحاري الذي: the owner, where the thing owned can do nothing.
      if (mayAct(scene, last) && !isQuality(scene, from, last)) {
        return isOfDefinite(scene, last) ? null : [last];
      }
      found ??= [last];
    }
  }
  return found;
}
