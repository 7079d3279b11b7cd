import { isNameLike, joins } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

export function afterWord(
  scene: Scene,
  at: number,
  progress: Progress,
  joinedHead: boolean,
): number | null {
  if (!scene.isWord(at) || scene.has(at, "prep.for") || scene.isClosed(at)) return null;
  if (at === progress.head) {
    if (!joinedHead && !beginsPhrase(scene, at)) return null;
  } else {
    if (!continuesPhrase(scene, at, progress)) return null;
    if (scene.name(at) && !joins(scene, at, progress)) return null;
    if (progress.named && !describesName(scene, at, progress)) return null;
    if (overrunsHead(scene, progress.head, at)) return null;
  }
  progress.official ||= scene.isOfficial(at);
  progress.named = at > progress.head && isFamilyName(scene, at, progress.person);
  return at + 1;
}

/** "المهندس محمد المخرج": what stands behind a title and a given name alone, whatever it means. */
const isFamilyName = (scene: Scene, at: number, person: boolean): boolean =>
  person &&
  scene.has(at - 1, "given-name") &&
  scene.has(at - 2, "title") &&
  scene.shape.isDefinite(scene.form(at));

const CLAUSE_WORDS = ["that", "relative", "aspect", "be", "what"] as const;

function beginsPhrase(scene: Scene, at: number): boolean {
  if (CLAUSE_WORDS.some((name) => scene.has(at, name))) return false;
  if (scene.has(at, "preposition") || scene.isNobody(at)) return false;
  if (scene.afterTime(at) > at || scene.main(at)?.preposition) return false;
  // "قال عقب اجتماع طارئ".
  if (scene.has(at, "event.after") && !scene.name(at)) return false;
  if (scene.isAccusative(at)) return false;
  const form = scene.form(at);
  if (!scene.main(at) && scene.shape.isJoinedDefinite(form)) return false;
  // "يتحدث بمرارة", "بصراحة": how it is said.
  if (!scene.main(at) && !scene.name(at) && scene.shape.isManner(form)) return false;
  // "أكدت تزامنا مع": an adverbial accusative.
  const governs = scene.has(at + 1, "preposition") || scene.has(at + 1, "prep.about");
  const adverbial = governs || (!scene.main(at) && scene.has(at, "ordinary"));
  if (!scene.name(at) && adverbial && scene.shape.isBareAccusative(form)) return false;
  if (scene.has(at, "speaker") || scene.has(at, "counted.kin")) return true;
  return !scene.isVerb(at) && !scene.isCircumstance(at);
}

const ADJUNCT_WORDS = [
  "speech.accord",
  "speech.phone",
  "speech.unverified",
  "event.noun",
  "harm.noun",
  "tally",
  "testimony",
  "speech.condolence",
] as const;

function continuesPhrase(scene: Scene, at: number, { official, person }: Progress): boolean {
  if (CLAUSE_WORDS.some((name) => scene.has(at, name))) return false;
  // "وزير النقل": a field of office is no adjunct.
  const field = scene.has(at, "portfolio") && scene.isOfficial(at - 1);
  if (!field && ADJUNCT_WORDS.some((name) => scene.has(at, name))) return false;
  if (scene.isBare(at, "harm.fall") || scene.isHisSaying(at)) return false;
  // "لفت التقرير النظر إلى".
  if (scene.has(at, "speech.filler")) return false;
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
  const known = scene.main(at) !== null || scene.has(at, "ordinary");
  if (
    known &&
    !scene.name(at) &&
    scene.shape.isBareAccusative(scene.form(at)) &&
    !isNameLike(scene, at)
  )
    return false;
  if (scene.has(at, "prep.in")) return placeFollows(scene, at + 1);
  if (scene.has(at, "prep.from"))
    return scene.isWord(at + 1) && !scene.has(at + 1, "speech.aside") && !scene.has(at + 1, "that");
  if (official && (servesPlace(scene, at) || isCharge(scene, at))) return true;
  if (official && !person && isGivenName(scene, at)) return true;
  if (scene.has(at, "preposition") || scene.has(at, "prep.about")) return false;
  // "أحد المصابين" is somebody; a victim noun elsewhere is what is told.
  // So is "والد الشهيد".
  const partitive = ["one-of", "prep.from", "counted.kin"].some((name) => scene.has(at - 1, name));
  if (scene.has(at, "victim") && !partitive) return false;
  // "والدة أحد الضحايا".
  if (scene.isBare(at, "one-of") && !scene.has(at - 1, "counted.kin")) return false;
  const main = scene.main(at);
  if (isPurpose(scene, at)) return true;
  if (main?.preposition === scene.shape.to && !official) return false;
  if (main?.preposition === scene.shape.to && isPress(scene, at)) return false;
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
  return scene.has(at, "speaker") || !scene.isVerb(at);
}

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

/** "المشرف على المهرجان", "المشرف العام على المركز": what he is set over. */
export const isCharge = (scene: Scene, at: number): boolean =>
  scene.has(at, "prep.over") &&
  scene.isWord(at + 1) &&
  (scene.has(at - 1, "speaker.over") || scene.has(at - 2, "speaker.over"));

/** "مستشفى الولادة والأطفال", "وزارة المياه والكهرباء": a second definite noun of the same name. */
function isCoordinate(scene: Scene, at: number): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  return readings.some(
    ({ conjunction, article, stem, tense }) =>
      conjunction === scene.shape.and &&
      tense === null &&
      (article || scene.shape.isDefinite(stem)),
  );
}

/** "الرئاسة العامة لرعاية الشباب": behind "general", "national" a body tells what it is for. */
function isPurpose(scene: Scene, at: number): boolean {
  return (
    scene.has(at - 1, "body.adjective") &&
    scene.bears(at, scene.shape.to) &&
    !scene.isPersonal(at) &&
    !isPress(scene, at) &&
    scene.afterTime(at) === at
  );
}

/** "للصحفيين": journalists are spoken to; a spokesman is "for" an agency, not for them. */
function isPress(scene: Scene, at: number): boolean {
  const kind = scene.reading(at, "speaker")?.entry.features["kind"];
  return kind === "outlet" && !scene.has(at, "speaker.outlet");
}

/** Behind a name: an adjective, "of" a place, an office; not the object of the verb. */
function describesName(scene: Scene, at: number, { official, person }: Progress): boolean {
  if (official && !person) {
    if (isNameLike(scene, at) || servesPlace(scene, at)) return true;
    if (scene.name(at + 1)?.kind === "person" && !scene.isVerb(at)) return true;
    // "رئيس اللجنة للانتخابات م. سالم".
    if (scene.has(at, "title.short") && scene.form(at + 1) === ".") return true;
    // "مساعد المدير العام للدفاع المدني للطوارئ": what the office behind the body's name is for.
    if (servesField(scene, at)) return true;
  }
  if (scene.has(at, "prep.in") || scene.has(at, "prep.from") || scene.has(at, "name-of"))
    return true;
  if (isCoordinate(scene, at)) return true;
  if (isPurpose(scene, at)) return true;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" && main.article) return true;
  if (["office", "speaker", "given-name", "surname"].some((name) => scene.has(at, name)))
    return true;
  // "القنصل السعودي العام".
  if (
    official &&
    !person &&
    scene.has(at, "office.adjective") &&
    scene.shape.isDefinite(scene.form(at))
  )
    return true;
  if (scene.shape.isDefinite(scene.form(at))) {
    // "أحمد بن محمد العمود رئيس البرنامج": behind "son of" the family name, whatever it means.
    if (person && !scene.isPersonal(at) && closesName(scene, at + 1)) return true;
    if (isFamilyName(scene, at, person)) return true;
    // "المقرب من الحزب", "المقيم في باريس": a participle with what it governs.
    const governs = scene.has(at + 1, "prep.from") || scene.has(at + 1, "prep.in");
    // "تبنى التنظيم الهجومين": the object.
    const agrees = scene.shape.isOblique(scene.form(at - 1));
    if (scene.shape.isOblique(scene.form(at)) && !agrees) return false;
    const participle = governs && !scene.isPersonal(at);
    return participle || scene.shape.isAdjectiveShaped(scene.form(at));
  }
  // "عبد الستار بارز «…»": an indefinite word right before the speech is the last of the name.
  const next = at + 1;
  const opens =
    scene.isQuote(next) ||
    scene.isComma(next) ||
    scene.isColon(next) ||
    scene.has(next, "that") ||
    scene.afterTime(next) > next ||
    (scene.has(next, "prep.in") && scene.has(next + 1, "speech.adjunct"));
  return opens && !scene.isVerb(at) && !main?.preposition;
}

/** What is said, or an office without its article, stands there: the name is over. */
const closesName = (scene: Scene, at: number): boolean =>
  scene.has(at, "that") ||
  scene.isColon(at) ||
  // "عبد الله السند، بالتفجير".
  (scene.isComma(at) && (scene.has(at + 1, "that") || scene.bears(at + 1, scene.shape.by))) ||
  (scene.isOfficial(at) && !scene.main(at)?.article);

/** "للطوارئ والكوارث", not "للصحفيين", "لوكالة": definite, and nobody who can be told. */
const servesField = (scene: Scene, at: number): boolean =>
  scene.main(at)?.preposition === scene.shape.to &&
  scene.main(at)?.article === true &&
  scene.name(at) === null &&
  !scene.isPersonal(at) &&
  !isPress(scene, at) &&
  !scene.has(at, "speaker.outlet") &&
  scene.afterTime(at) === at;

/** "سفير … لدى", "مبعوث … إلى سورية", "المتحدث … بمنطقة الرياض": where the official serves. */
function servesPlace(scene: Scene, at: number): boolean {
  const joined =
    scene.main(at)?.preposition === scene.shape.by ||
    scene.shape.mayBear(scene.form(at), scene.shape.by);
  if (joined) return scene.name(at)?.kind === "place" || scene.has(at, "place-word");
  return scene.has(at, "prep.to") && scene.name(at + 1)?.kind === "place";
}

/**
 * After a definite head alone (المصدر, الحكومة) only an adjective or a name goes on; another noun
 * is what he speaks of: "قدّر الشاهد الحصيلة", "أعلنت الحكومة حالة الطوارئ".
 */
function overrunsHead(scene: Scene, head: number, at: number): boolean {
  if (at !== head + 1 || scene.name(at)) return false;
  const reading = scene.reading(head, "speaker");
  if (scene.has(head, "style")) return true;
  if (!reading?.article) return false;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" || scene.has(at, "preposition")) return false;
  if (scene.isOfficial(head) && (isNameLike(scene, at) || scene.name(at + 1)?.kind === "person"))
    return false;
  if (
    ["speaker", "office", "office.adjective", "body.adjective", "title", "given-name"].some(
      (name) => scene.has(at, name),
    )
  )
    return false;
  const definite = scene.shape.isDefinite(scene.form(at));
  if (!main && !definite) return reading.entry.features["kind"] === "institution";
  return !(definite && scene.shape.isAdjectiveShaped(scene.form(at)));
}

/** "في" belongs to the phrase before a place or an institution, not before في بيان, في وقت. */
function placeFollows(scene: Scene, at: number): boolean {
  if (scene.has(at, "speech.adjunct") || scene.afterTime(at) > at) return false;
  if (scene.name(at)) return true;
  if (["place-word", "speaker", "org"].some((name) => scene.has(at, name))) return true;
  // "الباحث في شؤون الجماعات", "مسؤولون في مجال الدفاع".
  if (scene.has(at, "speech.field")) return true;
  // "المسؤول في المار صالح محمد": an unknown place before the name.
  return scene.shape.isDefinite(scene.form(at)) && scene.name(at + 1)?.kind === "person";
}
