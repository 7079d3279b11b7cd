import { endsInOffice } from "./phrase-complement.js";
import { isNameLike, joins, tellsOutlet } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import type { Scene } from "./scene.js";

export function afterWord(
  scene: Scene,
  at: number,
  progress: Progress,
  joinedHead: boolean,
): number | null {
  if (!scene.isWord(at) || scene.has(at, "prep.for")) return null;
  if (at > progress.head && isGodsName(scene, at)) {
    progress.person = true;
    progress.named = true;
    const family = at + 2;
    return scene.shape.isDefinite(scene.form(family)) ? family + 1 : family;
  }
  if (scene.isClosed(at) && !isTown(scene, at)) return null;
  if (at === progress.head) {
    if (!joinedHead && !beginsPhrase(scene, at)) return null;
  } else {
    if (!continuesPhrase(scene, at, progress)) return null;
    if (scene.name(at) && !joins(scene, at, progress)) return null;
    if (progress.named && !describesName(scene, at, progress)) return null;
    if (overrunsHead(scene, progress.head, at)) return null;
  }
  progress.official ||= scene.isOfficial(at);
  progress.named = at > progress.head && progress.person && endsName(scene, at);
  return at + 1;
}

/** "اللواء وصل الله الحربي": behind a title a word and "of God" are a given name, whatever the word means. */
const isGodsName = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "title") && scene.has(at + 1, "deity") && scene.name(at) === null;

/** A person's name may end here: what follows only describes him. */
const endsName = (scene: Scene, at: number): boolean =>
  (isNameLike(scene, at) && !scene.isOfficial(at)) || isFamilyName(scene, at);

/** "المهندس محمد المخرج": what stands behind a title and a given name alone, whatever it means. */
const isFamilyName = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "given-name") &&
  scene.has(at - 2, "title") &&
  scene.shape.isDefinite(scene.form(at));

const CLAUSE_WORDS = ["that", "relative", "aspect", "be", "what"] as const;

const isClauseWord = (scene: Scene, at: number): boolean =>
  CLAUSE_WORDS.some((name) => scene.has(at, name)) &&
  !scene.isNameParticle(at) &&
  !isTown(scene, at);

/** "رئيس بلدية كان ديفيد لينار": behind a noun that waits for a place the verb "to be" is one, in front of who holds it. */
const isTown = (scene: Scene, at: number): boolean =>
  scene.has(at, "be") &&
  (scene.has(at - 1, "place-word") || scene.has(at - 1, "org")) &&
  !scene.main(at - 1)?.article &&
  scene.isOfficial(at - 2) &&
  (scene.name(at + 1)?.kind === "person" || scene.main(at + 1) === null);

function beginsPhrase(scene: Scene, at: number): boolean {
  if (isClauseWord(scene, at)) return false;
  const preposition = scene.has(at, "preposition") && !scene.isTitleNotPreposition(at);
  if (preposition || scene.isNobody(at)) return false;
  // "وكرر قوله": what somebody said is nobody.
  if (scene.has(at, "speech.said")) return false;
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
  // "لكن مصدرا في الشرطة قال": an accusative that its particle governs.
  const governed = scene.has(at - 1, "clause.front") || scene.has(at - 1, "that");
  const adverbial = !governed && (governs || (!scene.main(at) && scene.has(at, "ordinary")));
  // "مراسلنا في حلب" ends in a pronoun.
  const ours = (scene.reading(at, "speaker")?.enclitic ?? "") !== "";
  if (!scene.name(at) && !ours && adverbial && scene.shape.isBareAccusative(form)) return false;
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
  "speech.when",
] as const;

function continuesPhrase(scene: Scene, at: number, progress: Progress): boolean {
  const { official, person } = progress;
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
  const field = (scene.has(at, "portfolio") && scene.isOfficial(at - 1)) || purpose;
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

/** "اللجنة التابعة لغرفة جدة", "المركز المعني بالأسماك": what a body or an office belongs to or sees to. */
const isAffiliation = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "speech.affiliated") &&
  (scene.bears(at, scene.shape.to) || scene.bears(at, scene.shape.by));

/** "الشؤون الصحية بمنطقة حائل": where a body is, unless the verb takes what stands so ("أشادت الأمانة بمدينة"). */
function standsIn(scene: Scene, at: number, { head, by }: Progress): boolean {
  if (by || !servesPlace(scene, at)) return false;
  return (
    scene.name(head)?.kind === "organization" ||
    scene.unit(head, "speaker")?.reading.entry.features["kind"] === "institution"
  );
}

/** "الوكالة السورية للأنباء". */
const tellsTrade = (scene: Scene, at: number, { head }: Progress): boolean =>
  scene.has(at, "outlet.generic") && scene.has(head, "speaker.outlet");

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

/** "الدكتور أمين صالح", "المهندسة منى": a title in front of a person's name. */
const opensName = (scene: Scene, at: number): boolean =>
  scene.has(at, "title") &&
  scene.name(at + 1)?.kind === "person" &&
  !scene.main(at)?.preposition &&
  !scene.main(at)?.conjunction;

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

/** "شركة آسيا للاستثمار": what a body with a name of its own is for. */
const servesTrade = (scene: Scene, at: number, { head, object }: Progress): boolean =>
  !object &&
  at > head + 1 &&
  isBody(scene, head) &&
  !scene.reading(head, "speaker")?.article &&
  servesField(scene, at);

/** "للصحفيين": journalists are spoken to; a spokesman is "for" an agency, not for them. */
function isPress(scene: Scene, at: number): boolean {
  const kind = scene.reading(at, "speaker")?.entry.features["kind"];
  return kind === "outlet" && !scene.has(at, "speaker.outlet");
}

/** Behind a name: an adjective, "of" a place, an office; not the object of the verb. */
function describesName(scene: Scene, at: number, progress: Progress): boolean {
  const { official, person } = progress;
  if (scene.has(at, "speech.affiliated") || isAffiliation(scene, at)) return true;
  if (standsIn(scene, at, progress) || tellsTrade(scene, at, progress)) return true;
  if (person && servesPlace(scene, at) && endsInOffice(scene, progress.head, at)) return true;
  if (person && completesGiven(scene, at)) return true;
  // "أستاذ الاقتصاد بجامعة الطائف د. سالم": the title opens his name.
  if (!person && scene.has(at, "title.short") && scene.form(at + 1) === ".")
    return scene.isPersonal(progress.head);
  if (!person && !isBody(scene, progress.head) && opensName(scene, at)) return true;
  // "وكالة «موديز» للتصنيف": what a body named in marks is for.
  if (scene.isQuote(at - 1) && scene.bears(at, scene.shape.to) && !isPress(scene, at)) return true;
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
  if (isPurpose(scene, at) || servesTrade(scene, at, progress)) return true;
  const main = scene.main(at);
  if (main?.entry.pos === "adjective" && main.article) return true;
  // "عبدالغني الأنصاري التنظيم الجديد": behind a person a body with its article is told of.
  const body = person && isBody(scene, at) && scene.shape.isDefinite(scene.form(at));
  // "قوات الدفاع الشعبي الجناح العسكري للحزب".
  if (!body && scene.unit(at, "speaker")) return true;
  const describing = ["office", "speaker", "given-name", "surname"];
  if (!body && describing.some((name) => scene.has(at, name))) return true;
  // "القنصل السعودي العام".
  if (
    official &&
    !person &&
    scene.has(at, "office.adjective") &&
    scene.shape.isDefinite(scene.form(at))
  )
    return true;
  if (scene.shape.isDefinite(scene.form(at))) {
    // "القوات المشتركة": an adjective of bodies, whatever its shape.
    if (!person && scene.has(at, "body.adjective")) return true;
    // "أحمد بن محمد العمود رئيس البرنامج": behind "son of" the family name, whatever it means.
    if (person && !scene.isPersonal(at) && closesName(scene, at + 1)) return true;
    if (person && isFamilyName(scene, at)) return true;
    // "المقرب من الحزب", "المقيم في باريس": a participle with what it governs.
    const governs = scene.has(at + 1, "prep.from") || scene.has(at + 1, "prep.in");
    // "تبنى التنظيم الهجومين": the object.
    const agrees = scene.shape.isOblique(scene.form(at - 1));
    if (scene.shape.isOblique(scene.form(at)) && !agrees) return false;
    const participle = governs && !scene.isPersonal(at);
    return participle || scene.shape.isAdjectiveShaped(scene.form(at));
  }
  const unknown = scene.layer.words[at]?.readings.length === 0;
  if (isSonOf(scene, at)) return true;
  // "ذكر نادي مانشستر سيتي المنافس": behind a verb without an object an unknown word is of the name.
  if (unknown && !progress.object && !person && isNameLike(scene, at) && isForeign(scene, at))
    return true;
  // "عبد الستار بارز «…»": an indefinite word right before the speech is the last of the name.
  const next = at + 1;
  const opens =
    scene.isQuote(next) ||
    scene.isComma(next) ||
    scene.isColon(next) ||
    scene.has(next, "that") ||
    scene.has(next, "clause.front") ||
    scene.afterTime(next) > next ||
    (scene.has(next, "prep.in") && scene.has(next + 1, "speech.adjunct"));
  return opens && !scene.isVerb(at) && !main?.preposition;
}

/** Nouns of what is said or of whom it is said to. */
const TOLD = [
  "speaker",
  "org",
  "office",
  "harm.noun",
  "event.masdar",
  "event.name",
  "speech.content",
  "speech.renewed",
  "speech.mute",
  "speech.claim",
  "counted.person",
] as const;

/**
 * "النائب نعمة شمعة التفجير": behind an office nobody is called by a given name alone; an indefinite word
 * that is known for nothing else, right in front of a definite one, is his family's.
 */
function completesGiven(scene: Scene, at: number): boolean {
  const name = scene.name(at - 1);
  if (name?.kind !== "person" || name.first !== at - 1) return false;
  if (!scene.has(at - 1, "given-name") && !scene.has(at - 1, "surname")) return false;
  if (!scene.isOfficial(at - 2) && !scene.isOfficial(at - 3)) return false;
  if (!scene.shape.isDefinite(scene.form(at + 1)) || scene.shape.isDefinite(scene.form(at)))
    return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const plain = readings.every(
    ({ preposition, conjunction, tense, entry }) =>
      preposition === "" &&
      conjunction === "" &&
      tense === null &&
      entry.classes.includes("ordinary"),
  );
  return plain && !TOLD.some((told) => scene.has(at, told));
}

/** "بدر باسلمه": families of Hadramaut begin with "sons of", spelled like a preposition. */
const isSonOf = (scene: Scene, at: number): boolean =>
  scene.main(at) === null &&
  scene.has(at - 1, "given-name") &&
  scene.shape.isFamilyOfSons(scene.form(at));

/** No letter in front of it is a preposition's. */
const isForeign = (scene: Scene, at: number): boolean =>
  !scene.shape.mayBear(scene.form(at), scene.shape.by) &&
  !scene.shape.mayBear(scene.form(at), scene.shape.to);

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
export function servesPlace(scene: Scene, at: number): boolean {
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
  const reading = scene.reading(head, "speaker") ?? scene.reading(head, "speech.document");
  if (scene.has(head, "style")) return true;
  // A row in which the article stands (الصور) has none to split off.
  const listed = reading?.entry.pos === "fixed" && scene.shape.isDefinite(scene.form(head));
  if (!reading || !(reading.article || (listed && !scene.shape.isDefinite(scene.form(at)))))
    return false;
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
  // "الصحافي المقرب من الحزب", "الناشط المقيم في باريس".
  const governs = scene.has(at + 1, "prep.from") || scene.has(at + 1, "prep.in");
  if (definite && governs && scene.isPersonal(head)) return false;
  if (!main && !definite) return reading.entry.features["kind"] === "institution";
  return !(definite && scene.shape.isAdjectiveShaped(scene.form(at)));
}

/** A body or an outlet, and nobody ("اجتمع المدرب سالم باللاعبين"). */
function isBody(scene: Scene, at: number): boolean {
  const kind = scene.unit(at, "speaker")?.reading.entry.features["kind"];
  return kind === "institution" || kind === "outlet";
}

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
