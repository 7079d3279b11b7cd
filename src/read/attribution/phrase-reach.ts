import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import { NO_NOUN_PHRASE, PREPOSITIONS } from "./phrase-breaks.js";
import { describedUpToMark } from "./phrase-described.js";
import { endsWhoSpeaks, isNameLike } from "./phrase-name.js";
import { servesPlace } from "./phrase-purpose.js";
import type { Scene } from "./scene.js";
import { wordTaken } from "./verb-preposition.js";

/** Words of a name or an office that no lexicon knows, up to what is said. */
const LONGEST_REST = 16;

/** What is no part of a name or an office. */
const BREAKS = [
  ...NO_NOUN_PHRASE,
  ...PREPOSITIONS,
  "that",
  "prep.pronoun",
  "adverb",
  "speech.content",
  "speech.renewed",
  "speech.claim",
  "speech.mute",
  "event.masdar",
  "harm.noun",
  "count.every",
  "speech.masdar",
  "speech.said",
  "speech.the-saying",
  "same",
] as const;

/**
 * "أكد مدير المنتخب عبيد الشعيلان أن", "أعرب الأمير علي عن": nothing but nouns stands between where the phrase ends for
 * the lexicon and what opens the saying, so that they are of the speaker too. A verb with an object may have
 * it there; then only "that" tells.
 */
export function reachingWhatIsSaid(
  scene: Scene,
  phrase: SpeakerPhrase,
  opening: Opening | null,
  takes: ReadonlySet<string>,
): SpeakerPhrase {
  const titled = scene.has(phrase.last, "title");
  const described = describedUpToMark(scene, phrase, opening);
  if (described && !takes.has("addressee")) return described;
  if (takes.has("addressee") && !titled) return phrase;
  const object = takes.has("object");
  // "وصف الوزير الهجوم بأنه", "اعتبرت الحركة القرار «إعلان حرب»": its object stands there.
  const by = opening !== null && scene.form(opening.first).startsWith(scene.shape.by);
  if (object && (by || opening?.kind === "quote")) return phrase;
  let at = phrase.last;
  while (at < phrase.last + LONGEST_REST && isOfName(scene, at, takes)) at++;
  if (at === phrase.last) return phrase;
  const that = opening?.first === at || (scene.isComma(at) && opening?.first === at + 1);
  const own = takes.has(scene.form(at)) && scene.has(at, "preposition");
  // "أعرب نادي القلعة الحمراء خلال الحفل عن", "قال الرئيس يوها سيبيلا في مؤتمر صحفي إن": how and when he said so.
  const content = opening !== null || wordTaken(scene, takes, at) !== null;
  const aside = !object && isAside(scene, at) && content && isOfWho(scene, phrase.last);
  const reaches =
    that ||
    aside ||
    (titled && scene.isComma(at)) ||
    (own && (!object || isAllName(scene, phrase.last, at)));
  return reaches ? { ...phrase, last: at } : phrase;
}

/** "كبير الخبراء", "صاحب محل", "القابضة", a name; but "عرض الرئيس استراتيجية النادي في كلمته". */
const isOfWho = (scene: Scene, at: number): boolean =>
  scene.isPersonal(at) ||
  scene.shape.isDefinite(scene.form(at)) ||
  scene.shape.isJoinedDefinite(scene.form(at)) ||
  scene.has(at, "one-of") ||
  scene.main(at)?.conjunction === scene.shape.and ||
  isNameLike(scene, at);

const isAside = (scene: Scene, at: number): boolean =>
  scene.isComma(at) ||
  scene.afterTime(at) > at ||
  ["preposition", "prep.in", "speech.manner", "speech.identity"].some((name) =>
    scene.has(at, name),
  );

/** "نادي باريس سان جيرمان | عن ضم", "نجم الفريق وهدافه سالم العلي | على": names, and whoever is joined to him. */
function isAllName(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const joined = scene.main(at)?.conjunction === scene.shape.and && at === from;
    if (!joined && !isNameLike(scene, at)) return false;
  }
  return true;
}

/** "لجنة التوعية": what a body is for, behind its noun. */
const isField = (scene: Scene, at: number): boolean =>
  scene.shape.isDefinite(scene.form(at)) && scene.has(at - 1, "org");

/** "لقناة كذا", "للصحافيين": whom he tells; "بتأثر كبير": how. "بالقصر", "للمهندسين": where he serves, and whom. */
function isAdjunct(scene: Scene, at: number, takes: ReadonlySet<string>): boolean {
  const main = scene.main(at) ?? scene.layer.words[at]?.readings[0];
  if (scene.has(at, "speaker.outlet") || scene.name(at)?.kind === "outlet") return true;
  if (main?.preposition && (main.enclitic || takes.has(main.preposition))) return true;
  if (scene.bears(at, scene.shape.to)) {
    // "الهيئة السعودية للمهندسين", but "الشركة للعملاء".
    const body = scene.shape.isAdjectiveShaped(scene.form(at - 1)) && !scene.name(at - 1);
    const press = scene.reading(at, "speaker")?.entry.features["kind"] === "outlet";
    // "أكينو لجمع من أنصاره", "لعدد من الشركات".
    const some = scene.has(at, "tally") || scene.has(at + 1, "prep.from");
    return press || some || scene.has(at, "counted.kin") || (scene.isPersonal(at) && !body);
  }
  if (!scene.bears(at, scene.shape.by)) return false;
  const place = servesPlace(scene, at) || scene.shape.isJoinedDefinite(scene.form(at));
  return !place || main?.conjunction !== "";
}

function isOfName(scene: Scene, at: number, takes: ReadonlySet<string>): boolean {
  // "وكثير من الدول".
  if (endsWhoSpeaks(scene, at)) return false;
  if (scene.has(at, "prep.from")) return scene.main(at - 1)?.conjunction === scene.shape.and;
  if (!scene.isWord(at) || scene.afterTime(at) > at || scene.isAccusative(at)) return false;
  const given = scene.has(at, "given-name") && scene.shape.isGivenName(scene.written(at));
  if (given && !scene.main(at)?.preposition) return true;
  if (scene.isVerb(at) || scene.isClosed(at) || scene.isCircumstance(at)) return false;
  const field = scene.has(at, "event.masdar") && isField(scene, at);
  if (!field && BREAKS.some((name) => scene.has(at, name))) return false;
  if (isAdjunct(scene, at, takes)) return false;
  // "متحدثا", "معددا": how he speaks.
  const named = scene.name(at) !== null || scene.has(at, "surname") || scene.has(at, "given-name");
  if (scene.shape.isBareAccusative(scene.form(at)) && !named) return false;
  const main = scene.main(at);
  // "نجم الفريق وهدافه": his own, joined to him.
  return !scene.shape.isOfOthers(main?.enclitic ?? "") || main?.conjunction === scene.shape.and;
}
