import type { EventScene, NamePhrase } from "./scene.js";

/** What goes on a noun phrase as its adjective, and what begins the next phrase. */

/** A plural that keeps its ending has no complement: what follows it begins another phrase. */
export function isWholePlural(scene: EventScene, at: number): boolean {
  if (scene.has(at, "number") || scene.has(at, "preposition") || scene.name(at)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const isPlural = readings.some(({ number, construct }) => number === "plural" && !construct);
  // انتحاريان: so does the dual lose its ن.
  const isDual = readings.some(
    ({ number, construct, entry }) => number === "dual" && !construct && entry.pos !== "verb",
  );
  return isDual || scene.pack.events.isWholePlural(scene.form(at), isPlural);
}

/** Words that are adjectives behind a noun and, alone, nouns for persons: المعتقلين, الحوثيين. */
const PERSONS: readonly string[] = ["counted.person", "victim", "calling"];

/** An adjective under the article goes on a definite phrase; a noun under it begins the next. */
export function agrees(scene: EventScene, head: number, at: number, oblique: boolean): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  if (!scene.hasArticle(at)) {
    // مسلحون مجهولون, مقاتلين أكراد: an indefinite plural and its adjective.
    return (
      isWholePlural(scene, at - 1) &&
      (isWholePlural(scene, at) ||
        scene.marks(at, "event.people") ||
        // سائقين اثنين
        isTwo(scene, at))
    );
  }
  const { isNominativeQuality, isOblique } = scene.pack.events;
  // السكان المقدر عددهم بمائة: an adjective of the number that follows it.
  if (scene.has(at + 1, "tally") && !scene.isJoined(at + 1) && !scene.hasArticle(at + 1))
    return false;
  // القضاة المكلفون: in the nominative it is no object of the verb before.
  if (isNominativeQuality(scene.form(at)) && isPluralPerson(scene, at - 1)) return true;
  if (scene.marks(at, "event.people") && isPluralPerson(scene, at - 1)) {
    // عصابات المستوطنين اليهود: whoever acts stands in the nominative, so the people is an adjective.
    if (oblique || isOblique(scene.form(at - 1))) return true;
    // هاجم المسلحون الأكراد الشرطة: between those who act and to whom it is done.
    if (mayDo(scene, at + 1) && scene.hasArticle(at + 1)) return !scene.isJoined(at + 1);
  }
  // الوفد المرافق له: a participle with what completes it.
  if (scene.has(at + 1, "prep.pronoun") && scene.pack.events.isParticiple(scene.form(at)))
    return true;
  const isNoun = readings.some(({ entry }) => entry.pos === "noun");
  if (!isNoun && readings.some(({ entry }) => entry.pos === "adjective")) {
    return isAlike(scene, head, at);
  }
  // القوى العالمية الست: how many those are that were told.
  if (COUNTING.some((of) => scene.has(at, of)) && scene.hasArticle(at - 1)) return true;
  if (scene.marks(at, "event.quality") && !isNoun && scene.hasArticle(at - 1)) return true;
  if (isStance(scene, at) || isPersonal(scene, at, oblique)) return true;
  // الفصائل المعارضة: a woman's name of calling behind a plural is its adjective.
  const isCalling = readings.some(
    ({ entry, gender }) => gender === "feminine" && entry.classes.includes("calling"),
  );
  if (isCalling && scene.first(at - 1)?.number !== "singular") return true;
  // العمل الإرهابي الغادر الذي: behind an adjective, before the clause that tells of it.
  if (scene.has(at + 1, "relative") && isRelational(scene, at - 1)) return true;
  // العمل الإرهابي: a word for a person, behind what no person is.
  if (isRelational(scene, at) && !mayDo(scene, at - 1) && at > 0) return true;
  if (isNoun) return false;
  const isThing = (scene.cue(at)?.things.size ?? 0) > 0;
  if (!isThing && scene.pack.events.isParticiple(scene.form(at))) return isAlike(scene, head, at);
  // Behind a preposition no object follows at once.
  if (oblique) return true;
  return isRelational(scene, at);
}

/** The number two, which stands behind its dual. */
const isTwo = (scene: EventScene, at: number): boolean =>
  (scene.layer.words[at]?.readings ?? []).some(
    ({ entry }) => entry.classes.includes("number.unit") && entry.features["value"] === "2",
  );

const COUNTING: readonly string[] = ["number.unit", "number.ordinal", "number.ordinal-feminine"];

/** اعتقلت الشرطة المتهم: an adjective is of the gender of its noun; of which one, more words leave open. */
function isAlike(scene: EventScene, head: number, at: number): boolean {
  if (at > head + 1) return true;
  const { isFeminine, isOblique, isNominative } = scene.pack.events;
  const [one, two] = [scene.form(at - 1), scene.form(at)];
  const isMan = !isFeminine(two) && !isOblique(two) && !isNominative(two);
  return !isMan || !isFeminine(one) || isPlural(scene, at - 1);
}

const isPlural = (scene: EventScene, at: number): boolean =>
  (scene.layer.words[at]?.readings ?? []).some(({ number }) => number === "plural");

/** التنظيم المتطرف, الفصائل المقاتلة: of a body it is an adjective, of the gender of the noun before. */
function isStance(scene: EventScene, at: number): boolean {
  if (!scene.marks(at, "event.stance") || !scene.hasArticle(at - 1)) return false;
  const { isFeminine } = scene.pack.events;
  const isOfMany = isPlural(scene, at - 1) || isFeminine(scene.form(at - 1));
  return isFeminine(scene.form(at)) === isOfMany;
}

/** Nouns for one person, no office and no body: على الشاب المصاب. */
const SINGLE: readonly string[] = ["counted.kin", "calling"];

/**
 * على الأطفال المعتقلين, بعض اللاجئين المقيمين: a word for persons behind another, in the same case by
 * its ending or behind a preposition, where no object follows at once.
 */
function isPersonal(scene: EventScene, at: number, oblique: boolean): boolean {
  if (!PERSONS.some((of) => scene.has(at, of)) || scene.has(at, "office")) return false;
  return isSameCase(scene, at, oblique);
}

function isSameCase(scene: EventScene, at: number, oblique: boolean): boolean {
  if (!scene.hasArticle(at) || !scene.hasArticle(at - 1) || scene.name(at - 1)) return false;
  const { isFeminine, isNominative, isOblique } = scene.pack.events;
  const [one, two] = [scene.form(at - 1), scene.form(at)];
  const isOne = SINGLE.some((of) => scene.has(at - 1, of));
  if (oblique && isOne && [at - 1, at].every((it) => scene.first(it)?.number === "singular")) {
    return isFeminine(one) === isFeminine(two);
  }
  if (!isPluralPerson(scene, at - 1)) return false;
  if (isOblique(two)) return oblique || isOblique(one) || isGeneric(scene, at - 1);
  return isNominative(two);
}

/** الأشخاص المتهمين: "persons", of whom what follows tells more. */
const isGeneric = (scene: EventScene, at: number): boolean =>
  (scene.layer.words[at]?.readings ?? []).some(
    ({ entry }) =>
      entry.classes.includes("counted.person") && entry.features["generic"] !== undefined,
  );

/** المسلحين الحوثيين: the name of a group, of persons, behind a noun for persons. */
export function isQualifyingName(
  scene: EventScene,
  at: number,
  { last, mention }: NamePhrase,
  oblique: boolean,
): boolean {
  if (last !== at + 1 || mention.value.kind !== "group" || scene.isJoined(at)) return false;
  return scene.joinedPreposition(at) === "" && isSameCase(scene, at, oblique);
}

/** A word for several persons, by the lexicon or by its ending. */
const isPluralPerson = (scene: EventScene, at: number): boolean =>
  scene.pack.events.isNominativeQuality(scene.form(at)) ||
  (scene.layer.words[at]?.readings ?? []).some(
    ({ entry, number }) =>
      number === "plural" &&
      ["counted.person", "office", "calling", "speaker"].some((of) => entry.classes.includes(of)),
  );

/** Somebody who acts: an object may follow at once. */
function mayDo(scene: EventScene, at: number): boolean {
  return (
    scene.name(at) !== null ||
    ["speaker", "counted.person", "office", "org", "calling"].some((of) => scene.has(at, of))
  );
}

function isRelational(scene: EventScene, at: number): boolean {
  const { article, isRelational } = scene.pack.names;
  if (!scene.hasArticle(at)) return false;
  if (isRelational(scene.form(at).slice(article.length))) return true;
  // الجوي, النووي: of so few letters where no lexicon has them as something else.
  if (!scene.pack.events.isShortRelational(scene.raw(at))) return false;
  if ((scene.cue(at)?.things.size ?? 0) > 0 || scene.has(at, "place-word")) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  return readings.every(({ entry }) => entry.pos !== "noun" && entry.pos !== "verb");
}
