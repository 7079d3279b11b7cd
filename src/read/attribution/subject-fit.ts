/** Whether what stands beside a verb of saying may be its subject, and can speak. */
import { assertNever } from "../../core/assert.js";
import type { Reading } from "../../text/word.js";
import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import type { Subject } from "./subject-bounds.js";
import type { VerbFrame } from "./verb-frame.js";

/** Nouns of what is done or suffered. */
const VERBAL = ["event.masdar", "harm.noun"] as const;

/** What is considered to be so follows its subject this near: "يعتبر الخبراء أن". */
const COPULA_REACH = 3;
/** What anybody "shows that" stands this near; a document may show it further on. */
const DOCUMENT_REACH = 3;

/**
 * The noun phrase behind a verb is its subject, and not its object: "ودعا المواطنين إلى" is said by
 * whoever spoke before. Told by case, by gender, and behind an object pronoun by being a name.
 */
export function isSubject(
  scene: Scene,
  { enclitic, gender, number }: Reading,
  { first }: SpeakerPhrase,
  takes: ReadonlySet<string>,
  opened: boolean,
): boolean {
  if (scene.has(first, "demonstrative")) return scene.isPersonal(first + 1);
  const known = scene.layer.words[first]?.readings ?? [];
  // "وحث قائدي المركبات", "نصحت السكان المحليين", "اتهم المملكة": the case or the gender of an object.
  if (takes.has("addressee") && !enclitic && isToldByForm(scene, first, gender)) return false;
  // "أخبرني أحد الأطباء أن": behind the pronoun of whom he tells.
  if (enclitic && opened && scene.isBare(first, "one-of")) return true;
  // "المدرب الذي وصف المعسكر بالناجح": in a relative clause a thing behind the verb is its object.
  const described = takes.has("object") && !enclitic && scene.has(first - 2, "relative");
  const during = scene.has(first - 3, "speech.adjunct");
  if (described && !during && !scene.name(first) && !scene.isPersonal(first)) return false;
  // In front of its subject a verb is singular: "اعتبروا البيان", "يتحدثون الألمانية".
  if (number !== "singular" && number !== null) {
    // "حملوا الحكومة المسؤولية": a verb that has an object has it there.
    const object = takes.has("object") || takes.has("addressee");
    const told = scene.shape.isToldMe(scene.form(first - 1));
    if (!told && (object || !scene.has(first, "speaker"))) return false;
  }
  // "وتعهدت بمفاوضات": what the verb takes.
  const { by } = scene.shape;
  // "يشيد بدور فلان": no woman's name before a verb of a man.
  if (takes.has(by) && gender === "masculine" && scene.name(first)?.kind === "person") {
    if (known.some(({ preposition, entry }) => preposition === by && entry.pos !== "verb"))
      return false;
  }
  // "طالب بعقوبة مشددة": what he demands is spelled like a town; towns are feminine.
  if (takes.has(by) && gender === "masculine" && scene.name(first)?.kind === "place") {
    if (scene.form(first).startsWith(by)) return false;
  }
  if (takes.has(by) && !scene.name(first) && !scene.isPersonal(first)) {
    const main = scene.main(first);
    if (main ? main.preposition === by : scene.shape.mayBear(scene.form(first), by)) return false;
  }
  // "كلمة أكد فيها حرص الوزارة": what is said in it; who says it stands in front.
  if (scene.has(first - 1, "prep.pronoun") && scene.has(first - 3, "speech.adjunct"))
    return (
      scene.name(first) !== null ||
      scene.isPersonal(first) ||
      scene.shape.isDefinite(scene.form(first))
    );
  // "وأبلغ مدربه", "دعا أنصاره": whom he speaks to.
  // "حذر زعيمها": not hers, where a man speaks.
  if (takes.has("addressee") && isHis(scene, first, gender)) return false;
  // "تقدر عدد الأجانب".
  if (takes.has("object") && scene.isBare(first, "tally") && !isSomeOf(scene, first)) return false;
  // "تقرير يتهم سلطات المدينة": no body told by a feminine noun, where a man or a document speaks.
  const transitive = takes.has("object") || takes.has("addressee");
  const head = scene.reading(first, "speaker");
  const hers = head?.gender === "feminine" && head.entry.features["kind"] === "institution";
  if (transitive && gender === "masculine" && hers && scene.name(first)) return false;
  // "الرئيس الذي أكد دعم بلاده": what is affirmed or renewed.
  if (enclitic && known.length === 0 && !scene.name(first))
    return scene.shape.isDefinite(scene.form(first));
  // "خبير وصف المتهورين بأنهم": nor does a plural in the wrong case, known or not.
  const oblique = known.length === 0 && transitive && scene.shape.isOblique(scene.form(first));
  if (oblique && !scene.name(first)) return false;
  if (scene.name(first) || known.length === 0) return true;
  if (scene.isBare(first, "speech.mute")) return false;
  // "يعلن وقف المشروع", "أكدت وفاة الزعيم": what is done or suffered says nothing.
  if (takes.has("object") && VERBAL.some((name) => scene.isBare(first, name))) return false;
  const form = scene.form(first);
  if (enclitic) {
    // "ما وصفه رئيس الوزراء بأنه": definite by what stands behind it; "الحزمة التي أعلنها" ends there.
    const office =
      opened && scene.isOfficial(first) && scene.shape.isDefinite(scene.form(first + 1));
    // "اعتبره خبراء محليون": several of them, by the ending of who acts.
    const several = scene.shape.isOfActors(form);
    return several || (scene.has(first, "speaker") && (office || scene.shape.isDefinite(form)));
  }
  if (!takes.has("addressee") && !takes.has("object")) return true;
  // "الأمين" ends like a plural of the wrong case, and is none.
  const one = known.some(({ number, entry }) => number === "singular" && entry.pos === "noun");
  if (scene.shape.isOblique(form) && !one) return false;
  // "رصدت الجهات مقطعا" has its subject in front.
  const main = scene.main(first);
  const masculine = main?.entry.pos === "noun" && main.gender === "masculine";
  if (gender === "feminine" && masculine && main.number === "singular" && !scene.isPersonal(first))
    return false;
  // "ودعا الصحف إلى": bodies of many are feminine, and are spoken to.
  const many = main?.gender === "feminine" && main.number === "plural";
  if (takes.has("addressee") && gender === "masculine" && many && !scene.isOfficial(first))
    return false;
  const clash = gender === "masculine" && scene.shape.isFeminineNoun(form);
  return !clash || scene.has(first, "given-name") || scene.has(first, "surname");
}

/** Several in the case of an object, or a body or country that is feminine behind the verb of a man. */
function isToldByForm(scene: Scene, first: number, gender: Reading["gender"]): boolean {
  const main = scene.main(first);
  const several = main?.entry.pos === "noun" && main.number !== "singular" && main.number !== null;
  const person = scene.name(first)?.kind === "person" || scene.has(first, "given-name");
  if (several && !person && scene.shape.isObliqueConstruct(scene.form(first)))
    return main.construct;
  const described = scene.shape.isObliqueOfRelation(scene.form(first + 1)) && !scene.name(first);
  if (several && described && scene.shape.isDefinite(scene.form(first))) return true;
  if (gender !== "masculine" || !scene.name(first) || person) return false;
  return scene.shape.isFeminineNoun(scene.form(first));
}

/** Pictures and recordings. */
export const isRecord = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.media") ||
  scene.reading(at, "speaker")?.entry.features["kind"] === "document";

export const isAffirmed = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  ["speech.renewed", "speech.content"].some((name) => scene.isBare(first, name)) &&
  !["given-name", "surname"].some((name) => scene.has(first, name));

/** "أعلنت حالة الطوارئ": what is announced, and announces nothing. */
export const isAnnounced = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.isBare(first, "speech.announced") && !scene.name(first);

/** "أكد عدد من الصحف": so many of those who speak. */
export const isSomeOf = (scene: Scene, at: number): boolean =>
  scene.has(at + 1, "prep.from") && (scene.isPersonal(at + 2) || scene.name(at + 2) !== null);

/** "ويتابع تطوراته": a thing of his is no subject, unless it is told at once what it says. */
export function isHisOwn(
  scene: Scene,
  { first, last }: SpeakerPhrase,
  opening: Opening | null,
): boolean {
  if (last > first + 1 || scene.name(first) || scene.isPersonal(first)) return false;
  if (scene.has(first, "counted.kin") || scene.has(first, "counted.person")) return false;
  // "واختتم تصريحه قائلا: «": what he ends by saying so.
  const talk = scene.isCircumstance(last) && scene.shape.endsInHis(scene.written(first));
  if (talk) return true;
  if (opening && opening.first <= last + 1) return false;
  const readings = scene.layer.words[first]?.readings ?? [];
  return readings.length > 0 && readings.every(({ enclitic }) => scene.shape.isOfOthers(enclitic));
}

const isHis = (scene: Scene, at: number, gender: Reading["gender"]): boolean =>
  scene.isPersonal(at) &&
  gender !== null &&
  scene.main(at)?.enclitic === scene.shape.pronounOf[gender];

/** Without an opening the subject must be one who can speak: not the lift that "announced". */
export function canSpeak(scene: Scene, phrase: SpeakerPhrase): boolean {
  if (speakerOf(scene, phrase).kind !== "anonymous" || scene.isPersonal(phrase.first)) return true;
  // "تعجب «العمري» من": a name in marks.
  if (scene.isQuote(phrase.first) && scene.shape.isDefinite(scene.form(phrase.first + 1)))
    return true;
  // "أكد سالم العلي أهمية": two names, though nobody of them was heard of.
  const next = phrase.first + 1;
  const family =
    scene.has(next, "surname") ||
    scene.has(next, "given-name") ||
    (scene.shape.isDefinite(scene.form(next)) && scene.shape.isNisba(scene.form(next)));
  if (scene.has(phrase.first, "given-name") && family && phrase.last === phrase.first + 2)
    return true;
  return phrase.last - phrase.first === 1 && scene.shape.isDefinite(scene.form(phrase.first));
}

/**
 * Whether a word that is mostly no verb of saying is one here: "زاد" increases unless somebody
 * speaks, "يعتبر" is "is considered" unless those who consider stand in front of what they think.
 * @param goesOn joined to what was said before, with what it takes near behind
 */
export function speaks(
  scene: Scene,
  { guard }: VerbFrame,
  { tense, gender }: Reading,
  subject: Subject | null,
  opening: Opening | null,
  approach: number,
  goesOn: boolean,
): boolean {
  const near = opening !== null && opening.first - approach <= COPULA_REACH;
  switch (guard) {
    case null:
    case "noun":
    case "between":
      return true;
    case "speaker":
      // "وأرجع ذلك إلى نقص التمويل": whoever spoke goes on, where the verb has what it takes at once.
      if (!subject) return near || goesOn;
      if (opening?.kind === "colon") return near;
      return isSpeaker(scene, subject.phrase);
    case "mute":
      // "تبين أن" is "it turned out that", where no woman or body speaks.
      if (tense !== "present") return true;
      return subject ? isSpeaker(scene, subject.phrase) : near && gender === "masculine";
    case "document":
      if (opening && opening.first - approach <= DOCUMENT_REACH) return true;
      return subject !== null && speakerOf(scene, subject.phrase).kind === "document";
    case "danger":
      return tense !== "present" || (subject !== null && isPerson(scene, subject.phrase));
    case "copula":
      return tense !== "present" || (subject !== null && near && isSpeaker(scene, subject.phrase));
    default:
      return assertNever(guard);
  }
}

/** Somebody by name or office, or a country: "يهدد الوحدة" is done by things. */
const isPerson = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.isOfficial(first) || scene.name(first) !== null;

/** Personal, a body, a document, or of unknown name. */
function isSpeaker(scene: Scene, { first }: SpeakerPhrase): boolean {
  const name = scene.name(first);
  if (name ? name.kind !== "place" : scene.isPersonal(first)) return true;
  // "علمت «النهار» أن": a name in marks.
  if (scene.isQuote(first) || scene.form(first) === "(") return scene.isWord(first + 1);
  // "د. سالم".
  if (scene.has(first, "title.short") && scene.form(first + 1) === ".") return true;
  // "ثمن عدد من المختصين القرار".
  if (scene.has(first, "tally") && isSomeOf(scene, first)) return true;
  // "ينصح المتخصصون": several who act, by their ending.
  if (scene.shape.isOfManyActors(scene.form(first))) return true;
  return scene.has(first, "speech.document") || scene.layer.words[first]?.readings.length === 0;
}
