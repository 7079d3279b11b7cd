import { contentStart, isAdjunct, isDash } from "./asides.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import { NO_NOUN_PHRASE } from "./phrase-breaks.js";
import { isNameLike } from "./phrase-name.js";
import { recipientAt } from "./recipient.js";
import type { Scene } from "./scene.js";

const NOBODY: ReadonlySet<string | undefined> = new Set(["document", "outlet"]);

/** What describes a speaker has at most so many tokens. */
const LONGEST_DESCRIPTION = 28;

/** What begins an object or another clause, and describes nobody. */
const BREAKS = [
  ...NO_NOUN_PHRASE,
  "that",
  "adverb",
  "preposition",
  "prep.about",
  "prep.pronoun",
  "speech.content",
  "speech.renewed",
  "speech.claim",
  "speech.mute",
  "speech.masdar",
  "speech.said",
  "speech.the-saying",
  "speech.participle",
  "count.every",
  "same",
] as const;

/**
 * "أوضح وكيل الوزارة للتفتيش وتطوير بيئة العمل د. سالم العلي، أن", "أوضح سالم العلي، مدير الجمرك، أن": a comma right in
 * front of "that" closes what describes the speaker, so that nothing of the object stands before it, and
 * every noun up to there is of his name or office. Null where anything else stands between.
 */
export function describedUpToMark(
  scene: Scene,
  phrase: SpeakerPhrase,
  opening: Opening | null,
): SpeakerPhrase | null {
  if (opening?.kind !== "that" || opening.first - phrase.last > LONGEST_DESCRIPTION) return null;
  // "- مدير العلاقات - على أن": with the verb's own preposition.
  const governed = ["prep.to", "prep.over"].some((name) => scene.has(opening.first - 1, name));
  const mark = governed ? opening.first - 2 : opening.first - 1;
  if (!scene.isComma(mark) && !isDash(scene, mark)) return null;
  if (!mayBeDescribed(scene, phrase.first)) return null;
  const isOfTwo = phrase.last === phrase.first + 1 && isOtherHalf(scene, phrase.last);
  let at = phrase.last;
  let last = at;
  while (at < mark) {
    const apposed = scene.isComma(at) && isWho(scene, at + 1);
    if (apposed || isTitleDot(scene, at)) at++;
    // "سرفراز بكتي": behind a name alone the next word is the other half of it.
    else if (isOfDescription(scene, at) || (isOfTwo && at === phrase.last)) last = ++at;
    else break;
  }
  const reaches = contentStart(scene, last, mark + 1) === mark + 1;
  return last > phrase.last && reaches ? { ...phrase, last } : null;
}

/** Somebody, or a word that nothing knows for anything else than a name; "علمت الوطن من مصادر، أن" is an outlet. */
const mayBeDescribed = (scene: Scene, at: number): boolean =>
  (scene.isPersonal(at) && !NOBODY.has(scene.reading(at, "speaker")?.entry.features["kind"])) ||
  (scene.name(at) !== null && scene.name(at)?.kind !== "outlet") ||
  scene.has(at, "given-name") ||
  (scene.main(at) === null && !scene.shape.isDefinite(scene.form(at)));

const isOtherHalf = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  !scene.isOfficial(at - 1) &&
  !scene.isClosed(at) &&
  scene.afterTime(at) === at &&
  !BREAKS.some((name) => scene.has(at, name));

const isWho = (scene: Scene, at: number): boolean =>
  scene.isOfficial(at) || scene.has(at, "title") || scene.name(at)?.kind === "person";

const isField = (scene: Scene, at: number): boolean =>
  scene.main(at)?.conjunction === scene.shape.and ||
  (scene.shape.isDefinite(scene.form(at)) && !scene.shape.isDefinite(scene.form(at - 1)));

const isHis = (scene: Scene, at: number): boolean => {
  const main = scene.main(at);
  return main ? main.enclitic !== "" : scene.shape.endsInHis(scene.written(at));
};

/** "د. سالم", "م. عادل". */
const isTitleDot = (scene: Scene, at: number): boolean =>
  scene.form(at) === "." && scene.form(at - 1).length === 1 && scene.isWord(at + 1);

function isOfDescription(scene: Scene, at: number): boolean {
  if (!scene.isWord(at) || scene.afterTime(at) > at || isAdjunct(scene, at)) return false;
  // "لصحيفة كذا": whom he tells.
  if (recipientAt(scene, at, at + LONGEST_DESCRIPTION)) return false;
  if (scene.name(at) || scene.has(at, "given-name") || scene.isTitleNotPreposition(at)) return true;
  // "في الجامعة", "من باكستان"; not "في تصريحه", "من جهته".
  if (["prep.in", "prep.from"].some((name) => scene.has(at, name)))
    return scene.isWord(at + 1) && !scene.has(at + 1, "speech.aside") && !isHis(scene, at + 1);
  if (scene.isClosed(at) || scene.isVerb(at) || BREAKS.some((name) => scene.has(at, name)))
    return false;
  // "للتفتيش وتطوير بيئة العمل", "هيئة الإسعاف": what his office is for; an event of its own is what is told.
  if (scene.has(at, "event.masdar") || scene.has(at, "harm.noun")) return isField(scene, at);
  const named = isNameLike(scene, at) || scene.has(at, "surname");
  return named || !scene.shape.isBareAccusative(scene.form(at));
}
