import { isClauseWord } from "./phrase-breaks.js";
import { isCoordinate, isNameLike, isSonOf, tellsOutlet } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import {
  isAffiliation,
  isBody,
  isCharge,
  isPress,
  isPurpose,
  servesPlace,
  servesTrade,
  standsIn,
  tellsTrade,
} from "./phrase-purpose.js";
import type { Scene } from "./scene.js";

const ADJUNCT_WORDS = [
  "speech.accord",
  "speech.phone",
  "speech.unverified",
  "event.noun",
  "harm.noun",
  "tally",
  "testimony",
  "speech.condolence",
  "speech.when",
] as const;

/** Which words go on with a speaker's phrase behind its head, and which are of the clause around it. */
export function continuesPhrase(scene: Scene, at: number, progress: Progress): boolean {
  const { official, person } = progress;
  // "لاعب وسط": a word of his calling, whatever it is elsewhere.
  if (scene.unit(at - 1, "speaker")?.last === at + 1) return true;
  if (isClauseWord(scene, at)) return false;
  // "التقرير الصادر أخيرا": how a document came out is no part of whose it is.
  if (scene.reading(at, "speech.issued")?.article) return false;
  if (scene.has(at, "speech.affiliated")) return isAffiliation(scene, at + 1);
  if (isAffiliation(scene, at) || isSonOf(scene, at)) return true;
  // "المسؤولون أنفسهم لم يتغير".
  if (scene.has(at, "same")) return false;
  // "نفى المتهمون أي ضلوع".
  if (scene.isBare(at, "speech.nobody")) return false;
  if (scene.has(at, "negation") && !scene.has(at, "negation.noun")) return false;
  // "وزير النقل": a field of office is no adjunct.
  // "رئيس المجلس الأعلى للقضاء": what a high body is for.
  const purpose =
    scene.bears(at, scene.shape.to) &&
    (scene.has(at - 1, "body.adjective") || scene.has(at - 1, "office.adjective"));
  const field =
    (scene.has(at, "portfolio") && scene.isOfficial(at - 1)) ||
    purpose ||
    isGoverned(scene, at, progress);
  if (!field && ADJUNCT_WORDS.some((name) => scene.has(at, name))) return false;
  if (scene.isBare(at, "harm.fall") || scene.isHisSaying(at)) return false;
  // "لفت التقرير النظر إلى", "نفى الرئيس بقوة".
  if (scene.has(at, "speech.filler") || scene.isBare(at, "speech.manner")) return false;
  if (scene.has(at, "speech.manner") && scene.bears(at, scene.shape.by)) return false;
  // "أعرب الملك باسمه واسم شعبه"; but "المتحدث باسمها".
  const inHisName = (scene.reading(at, "speech.identity")?.enclitic ?? "") !== "";
  if (inHisName && !scene.has(at - 1, "speaker")) return false;
  if (scene.afterTime(at) > at || scene.isCircumstance(at)) return false;
  // "مسؤول رفض الكشف عن اسمه", "بث ناشطون صورا", "مقطع فيديو".
  if (scene.refusesName(at)) return false;
  const media = scene.has(at, "speech.media") && !scene.has(at - 1, "speech.media");
  if (media && !isCoordinate(scene, at)) return false;
  // "نفى مسؤولون تقريرًا", "الإحصائيات تلك المناطق": an object, another phrase.
  if (scene.isAccusative(at) || scene.has(at, "demonstrative")) return false;
  // "نشر الموقع بيانا": so it is without the mark, where the word is known for no name.
  // Behind a definite adjective it is no part of a name, known or not: "البوابة العربية خيارا".
  const closed =
    scene.shape.isDefinite(scene.form(at - 1)) &&
    scene.shape.isAdjectiveShaped(scene.form(at - 1)) &&
    !scene.has(at - 1, "surname");
  const known = closed || scene.main(at) !== null || scene.has(at, "ordinary");
  if (
    known &&
    !scene.name(at) &&
    scene.shape.isBareAccusative(scene.form(at)) &&
    (closed || !isNameLike(scene, at))
  )
    return false;
  if (scene.has(at, "prep.in")) return placeFollows(scene, at + 1);
  // "علمت «النهار» من موقع الحادث": where it learned so.
  if (scene.has(at, "prep.from") && scene.isQuote(at - 1) && scene.isQuote(progress.head))
    return false;
  if (scene.has(at, "prep.from"))
    return scene.isWord(at + 1) && !scene.has(at + 1, "speech.aside") && !isWho(scene, at);
  if (isCharge(scene, at) || (official && servesPlace(scene, at))) return true;
  if (standsIn(scene, at, progress)) return true;
  if (official && !person && isGivenName(scene, at)) return true;
  if (scene.has(at, "preposition") && !scene.isTitleNotPreposition(at)) return false;
  if (scene.has(at, "prep.about")) return false;
  // "أحد المصابين" is somebody; a victim noun elsewhere is what is told.
  // So is "والد الشهيد".
  const partitive =
    ["one-of", "prep.from", "counted.kin"].some((name) => scene.has(at - 1, name)) ||
    isKinOf(scene, at) ||
    (!progress.object && agreesInCase(scene, at));
  if (scene.has(at, "victim") && !partitive) return false;
  // "والدة أحد الضحايا".
  if (scene.isBare(at, "one-of") && !scene.has(at - 1, "counted.kin")) return false;
  const main = scene.main(at);
  if (isPurpose(scene, at) || servesTrade(scene, at, progress)) return true;
  if (tellsTrade(scene, at, progress)) return true;
  if (main?.preposition === scene.shape.to && !official) return false;
  if (main?.preposition === scene.shape.to && isPress(scene, at)) return false;
  // "قال حاكم الإقليم لقناة كذا": behind a complement an outlet is told; "المدير العام للقناة" is hers.
  if (scene.bears(at, scene.shape.to) && tellsOutlet(scene, at, progress)) return false;
  // "أفادت مصادر طبية بارتفاع الحصيلة": what the verb takes, though the letters are a fixed phrase, too.
  const event = scene.reading(at, "event.masdar") ?? scene.reading(at, "harm.noun");
  if (progress.by && event?.preposition === scene.shape.by && !official) return false;
  // "قال الوزير فلان لقناة": behind his name an outlet is whom he told.
  if (main?.preposition === scene.shape.to && person && scene.has(at, "speaker.outlet"))
    return false;
  // "اليستير باسكي": behind a name an unknown word is another.
  const another = isNameLike(scene, at) && isNameLike(scene, at - 1);
  if (
    main
      ? main.preposition === scene.shape.by
      : !another && !isRelation(scene, at) && scene.shape.mayBear(scene.form(at), scene.shape.by)
  ) {
    return official && (placeFollows(scene, at) || scene.isOfficial(at));
  }
  return scene.has(at, "speaker") || !scene.isVerb(at) || isClubName(scene, at);
}

/** "فرق الإنقاذ", "جهاز الإسعاف": a body's noun without an article governs the definite one right behind it. */
const isGoverned = (scene: Scene, at: number, { head }: Progress): boolean =>
  at === head + 1 &&
  scene.reading(head, "speaker")?.entry.features["kind"] === "institution" &&
  !scene.shape.isDefinite(scene.form(head)) &&
  scene.main(at)?.article === true &&
  scene.main(at)?.preposition === "" &&
  scene.main(at)?.conjunction === "";

/** "مدير الكرة في نادي هجر،": spelled like a verb, between a club that waits for its name and a mark. */
const isClubName = (scene: Scene, at: number): boolean =>
  scene.reading(at - 1, "speaker")?.entry.features["kind"] === "institution" &&
  !scene.shape.isDefinite(scene.form(at - 1)) &&
  scene.has(at - 2, "prep.in") &&
  (scene.isComma(at + 1) || scene.has(at + 1, "that"));

/** "مشروع المهاجرين المفقودين": two definite plurals in one case, the second an adjective of the first. */
const agreesInCase = (scene: Scene, at: number): boolean =>
  [at - 1, at].every(
    (one) => scene.shape.isDefinite(scene.form(one)) && scene.shape.isOblique(scene.form(one)),
  );

/** "أهالي الضحايا", "ذوو الشهداء". */
const isKinOf = (scene: Scene, at: number): boolean =>
  scene.shape.isDefinite(scene.form(at)) &&
  scene.reading(at - 1, "speaker")?.entry.features["kind"] === "witness";

/** "ودعت الوزارة من يرغب": "who", not "from", before a verb. */
const isWho = (scene: Scene, at: number): boolean =>
  scene.has(at + 1, "that") ||
  scene.layer.words[at + 1]?.readings.some(({ tense }) => tense === "present") === true;

/** "المستشار علي يونسي": a given name spelled like "on", behind an office and before another name. */
const isGivenName = (scene: Scene, at: number): boolean =>
  scene.has(at, "prep.over") &&
  scene.has(at, "given-name") &&
  scene.shape.isGivenName(scene.written(at)) &&
  isNameLike(scene, at + 1);

/** "مسؤول بريطاني", "مصادر باكستانية": an adjective whose own first letter looks like a preposition. */
const isRelation = (scene: Scene, at: number): boolean =>
  scene.shape.isOfNation(scene.written(at)) &&
  scene.name(at) === null &&
  !scene.shape.isDefinite(scene.form(at - 1));

/** "في" belongs to the phrase before a place or an institution, not before في بيان, في وقت. */
function placeFollows(scene: Scene, at: number): boolean {
  if (scene.has(at, "speech.adjunct") || scene.afterTime(at) > at) return false;
  if (scene.name(at)) return true;
  if (["place-word", "org"].some((name) => scene.has(at, name)) || isBody(scene, at)) return true;
  // "الباحث في شؤون الجماعات", "مسؤولون في مجال الدفاع".
  if (scene.has(at, "speech.field")) return true;
  // "المسؤول في المار صالح محمد": an unknown place before the name.
  return scene.shape.isDefinite(scene.form(at)) && scene.name(at + 1)?.kind === "person";
}
