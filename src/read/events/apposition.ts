import { QUOTES } from "./noun-phrase.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segment.js";

/** What says more of the noun phrase before it, and is no phrase of its own. */

const STROKE = "/";

/** الفصائل الاسلامية والمقاتلة: one definite adjective joined to another, of one noun. */
export function isSecondQuality(
  scene: EventScene,
  { first, last, name }: Segment,
  at: number,
): boolean {
  if (name || last <= first + 1) return false;
  // عنصرا جنائيا وتكفيريا: indefinite both, in the accusative.
  const { isAccusative } = scene.pack.events;
  const isBoth = [last - 1, at].every(
    (one) =>
      !scene.hasArticle(one) &&
      !scene.name(one) &&
      isAccusative(scene.form(one)) &&
      scene.pack.names.isRelational(scene.form(one).slice(0, -1)),
  );
  if (isBoth) return true;
  if (!scene.hasArticle(last - 1) || !scene.hasArticle(at)) return false;
  if (scene.name(at) || scene.name(last - 1)) return false;
  const { isFeminineRaw } = scene.pack.events;
  const isAlike = isFeminineRaw(scene.raw(last - 1)) && isFeminineRaw(scene.raw(at));
  const isNoun = [last - 1, at].some((one) =>
    (scene.layer.words[one]?.readings ?? []).some(({ entry }) => entry.pos === "noun"),
  );
  const { article, isRelational } = scene.pack.names;
  return isAlike && !isNoun && isRelational(scene.form(last - 1).slice(article.length));
}

/** تنظيم القاعدة المتهم بالوقوف: behind a name a participle with what completes it. */
export function isCharged(scene: EventScene, { name }: Segment, at: number): boolean {
  const value = name?.mention.value;
  if (value?.head !== "name" || (value.kind !== "group" && value.kind !== "organization"))
    return false;
  const isCompleted = scene.joinedPreposition(at + 1) !== "" || scene.has(at + 1, "preposition");
  return isCompleted && scene.pack.events.isParticiple(scene.form(at));
}

/** "South Sudan": a direction that is part of a country's name, or of a body's or a person's. */
export function isNamedLand(scene: EventScene, at: number): boolean {
  const value = scene.name(at)?.mention.value;
  return value !== undefined && (value.kind !== "place" || value.type === "country");
}

/** "Almaty, biggest city of": a noun right behind a name says more of it. */
export function endsInName(scene: EventScene, segment: Segment): boolean {
  if (segment.name) return true;
  for (let at = segment.first; at < segment.last; at++) {
    if (scene.name(at)?.last === segment.last) return true;
  }
  return false;
}

/** "his wife X", "the child Y": a noun for one person, and right behind it the name. */
export function isApposition(scene: EventScene, before: Segment, next: number): boolean {
  const { first: at, last, name: known } = before;
  const isMark = scene.form(last) === STROKE || QUOTES.has(scene.form(last));
  const behind = isMark ? last + 1 : last;
  if (known || behind !== next || last !== at + 1) return false;
  const value = scene.name(next)?.mention.value;
  const isUnknown = !value && scene.isWord(next) && scene.first(next) === null;
  if (!isUnknown && (value?.kind !== "person" || value.head !== "name")) return false;
  // تعيين الإنجليزي هاورد ويب: whose nation alone stands before the name.
  const { article, isRelational } = scene.pack.names;
  const isNation = scene.hasArticle(at) && isRelational(scene.form(at).slice(article.length));
  if (isNation && !isUnknown && !scene.has(at, "counted.person")) return true;
  const isOne = scene.first(at)?.number === "singular";
  return isOne && PERSONAL.some((of) => scene.has(at, of));
}
/** "of the lawyer and the Syrian journalist X": the name behind who is told by what he does. */
export function isCalled(
  scene: EventScene,
  { first, last, prep, name }: Segment,
  at: number,
): boolean {
  if (name || last !== at) return false;
  const isOwner =
    last === first + 2 && scene.hasArticle(last - 1) && scene.has(last - 1, "counted.person");
  if (!scene.hasArticle(first)) {
    const value = scene.name(at)?.mention.value;
    return (
      isOwner &&
      scene.first(last - 1)?.number === "singular" &&
      value?.kind === "person" &&
      value.head === "name"
    );
  }
  // اغتيال المعارض اليساري محمد: where no preposition stands, the noun must be one person's.
  const isOne = scene.first(first)?.number === "singular";
  if (prep === "" && !(isOne && PERSONAL.some((of) => scene.has(first, of)))) return false;
  const value = scene.name(at)?.mention.value;
  return value?.kind === "person" && value.head === "name" && value.roles.length === 0;
}

/** An office is among the words of a phrase, with the article. */
export function tellsPerson(scene: EventScene, { first, last }: Segment): boolean {
  for (let at = first; at < last; at++) {
    if (!scene.hasArticle(at)) continue;
    if (scene.has(at, "office") || (at === last - 1 && scene.has(at, "counted.person")))
      return true;
  }
  return false;
}

const PERSONAL: readonly string[] = ["kin", "counted.kin", "counted.person", "calling"];
