/** Who is called by a name that the names layer does not know, or does not know for a name there. */
import type { Speaker } from "./attribution-reading.js";
import { isNameLike } from "./phrase-name.js";
import type { Scene } from "./scene.js";

/** A word that is somebody by his calling, a document or a blessing is nobody's name, though a name is spelled so. */
const NO_NAME = [
  "honorific",
  "style",
  "sacred",
  "deity",
  "speech.adjunct",
  "speech.document",
  "speech.media",
  "speech.nobody",
  "speech.figure",
  "speech.latest",
  "one-of",
  "kin",
  "negation",
  "count.every",
  "count.others",
  "counted.kin",
] as const;

/**
 * "وأكد القحطاني", "وقال حسين", "ويقول تورالي": one word that is a given name or a family's, or is known for nothing at all, and
 * says something. A source that is not named is told by what he is.
 */
export function isCalledAlone(
  scene: Scene,
  { first, kind, withheld }: Speaker,
  gender: string | null,
): boolean {
  if (kind !== "anonymous" || withheld || !scene.isWord(first) || scene.isPersonal(first))
    return false;
  if (scene.isClosed(first) || NO_NAME.some((name) => scene.has(first, name))) return false;
  const { shape } = scene;
  const form = scene.form(first);
  if (isGivenName(scene, first)) return true;
  const nisba = shape.isDefinite(form) && shape.isNisba(form) && !scene.has(first, "org");
  if (scene.has(first, "surname")) return nisba || !scene.has(first, "ordinary");
  if (shape.isDefinite(form)) return gender !== "feminine" && nisba;
  // Of a body by its own name a verb is feminine: "قالت نيسان".
  if (gender !== "masculine") return false;
  // "قال مبتسما", "قال شموخه": how he said it, and a noun with its pronoun.
  const noun =
    shape.isBareAccusative(form) ||
    shape.isOfMen(form) ||
    shape.isToldMe(form) ||
    shape.endsInHis(scene.written(first)) ||
    shape.mayBear(form, shape.by);
  return !noun && (scene.layer.words[first]?.readings ?? []).length === 0;
}

/** "المهندس الدرعي", "ناصر ودادي", "الناشط المدني سامر الكناني": a name behind a title, a calling or a given name. */
export function isCalled(scene: Scene, { first, last, kind, withheld }: Speaker): boolean {
  const next = first + 1;
  // "خالد العبد الله أحد زبائن المتجر": of whom the center is told.
  const man = isGivenName(scene, first) && scene.has(next, "name.prefix");
  if (withheld || (kind !== "anonymous" && !man)) return false;
  const { shape } = scene;
  const readings = scene.layer.words[next]?.readings ?? [];
  const whoIs = isOneOfCalling(scene, first);
  if (whoIs && namesBehind(scene, next, last)) return true;
  // "نادية (مواطنة)", "رشيد أوزان مدير المتحف".
  if (isGivenName(scene, first) && (scene.form(next) === "(" || holdsOffice(scene, next, last)))
    return true;
  const dotted = scene.has(first, "title.short") && scene.form(next) === ".";
  if (!dotted && (!scene.isWord(next) || shape.isJoinedDefinite(scene.form(next)))) return false;
  if (readings.some(({ conjunction }) => conjunction !== "")) return false;
  const title = scene.reading(first, "title");
  if (title && title.entry.features["weak"] !== "yes" && title.number === "singular")
    return (
      title.article &&
      (last === next + 1 || isNameLike(scene, next) || shape.isDefinite(scene.form(next)))
    );
  // "د. الحجي".
  if (scene.has(first, "title.short") && scene.form(next) === ".") return scene.isWord(next + 1);
  // "فياض الحربي", "فان غال": nothing is known of the first word, and the second is a family's.
  if (last > next && isFamily(scene, next) && mayBeGiven(scene, first)) return true;
  if (scene.has(first, "name.foreign")) return isNameLike(scene, next);
  if (man) return true;
  return isGivenName(scene, first) && (isNameLike(scene, next) || isFamily(scene, next));
}

/** "علي" is spelled like "على", which bears another letter at its end. */
const isGivenName = (scene: Scene, at: number): boolean =>
  scene.has(at, "given-name") &&
  (!scene.has(at, "preposition") || scene.shape.isGivenName(scene.written(at)));

/** An office stands behind the second word of his name. */
export function holdsOffice(scene: Scene, next: number, last: number): boolean {
  for (let at = next + 1; at < last; at++) if (scene.isOfficial(at)) return true;
  return false;
}

/** One man or woman told by what he is, definite. */
function isOneOfCalling(scene: Scene, at: number): boolean {
  const reading =
    scene.reading(at, "calling") ??
    scene.reading(at, "counted.person") ??
    scene.reading(at, "office") ??
    scene.reading(at, "title");
  // "والدتها": definite by whose she is.
  const kin = scene.reading(at, "counted.kin");
  if (kin && kin.number === "singular") return kin.enclitic !== "";
  return reading !== null && reading.number === "singular" && reading.article;
}

/** A given name and another word of a name, or a name in marks, ends the phrase. */
function namesBehind(scene: Scene, from: number, last: number): boolean {
  if (last - from >= 2 && scene.isQuote(last - 1) && scene.opensQuote(from)) return true;
  for (let at = from; at < last - 1; at++) {
    const given = isGivenName(scene, at) || scene.layer.words[at]?.readings.length === 0;
    if (given && (isNameLike(scene, at + 1) || isFamily(scene, at + 1))) return true;
  }
  return false;
}

/** A word without an article that is nobody's calling and no body: in front of a definite adjective it is a name. */
const mayBeGiven = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  !scene.shape.isDefinite(scene.form(at)) &&
  !scene.isPersonal(at) &&
  !scene.isClosed(at) &&
  !NO_NAME.some((name) => scene.has(at, name)) &&
  !["org", "place-word", "tally", "event.masdar", "adverb", "speech.content"].some((name) =>
    scene.has(at, name),
  );

/** "الكندي", "العسيري": most family names of Arabia end so. */
const isFamily = (scene: Scene, at: number): boolean =>
  scene.isWord(at) && scene.shape.isDefinite(scene.form(at)) && scene.shape.isNisba(scene.form(at));
