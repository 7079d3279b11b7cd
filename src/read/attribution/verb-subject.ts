import { assertNever } from "../../core/assert.js";
import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { authorOf } from "./accord.js";
import { fitsRelative } from "./agreement.js";
import type { Speaker, SpeakerPhrase } from "./attribution-reading.js";
import { frontedSubject, isDefinite } from "./fronted.js";
import type { Opening } from "./opening.js";
import { carrierAt } from "./outlets.js";
import { isNameLike } from "./phrase-name.js";
import { reachingWhatIsSaid } from "./phrase-reach.js";
import { recipientAt, toldAt } from "./recipient.js";
import type { Scene } from "./scene.js";
import { shareAt } from "./share.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { subjectBefore } from "./subject.js";
import { anySubject } from "./subject-any.js";
import { type VerbFrame, wordTaken } from "./verb-frame.js";

/** Between a verb and its subject stand at most so many pronouns and adverbs. */
const MOST_FILLERS = 2;
/** What is considered to be so follows its subject this near: "يعتبر الخبراء أن". */
const COPULA_REACH = 3;
/** What anybody "shows that" stands this near; a document may show it further on. */
const DOCUMENT_REACH = 3;
/** "على مواقع التواصل الاجتماعي", "عبر منصة إكس": has at most so many words. */
const LONGEST_PLATFORM = 6;

/** Nouns of what is done or suffered. */
const VERBAL = ["event.masdar", "harm.noun"] as const;

/** The subject of a verb of saying, and on which side it stands. */
export interface Subject {
  readonly phrase: SpeakerPhrase;
  readonly side: "after" | "before";
}

/**
 * The subject, where it can speak; null where the verb has none of its own ("وقدر عدد القتلى": the
 * last speaker goes on); undefined where nobody speaks here.
 */
export function subjectOf(
  speech: Speech,
  at: number,
  reading: Reading,
  { takes, needs }: VerbFrame,
  opening: Opening | null,
  sentence: Sentence,
): Subject | null | undefined {
  const { scene } = speech;
  const limit = opening?.first ?? sentence.last;
  const front = subjectBefore(scene, at, sentence);
  // "إن الرئيس أبلغ نظيره": behind أن the subject comes first.
  if (front && scene.has(front.first - 1, "that")) return { phrase: front, side: "before" };
  // "وكان فلان قد انتقد علنا الحكم".
  const been = front !== null && scene.has(front.first - 1, "be") && scene.has(at - 1, "aspect");
  if (been) return { phrase: front, side: "before" };
  // "الأحمد دعا زوار المهرجان إلى": right in front of a verb that takes who is spoken to.
  if (front?.last === at && takes.has("addressee") && scene.name(front.first)?.kind === "person")
    return { phrase: front, side: "before" };
  // "علمت صحيفة الميزان من مصادر أن": who learned it is told nothing.
  const learns = reading.entry.features["from"] === "source";
  const unfilled = behindFillers(scene, at + 1);
  const start = learns ? unfilled : behindRecipient(scene, unfilled, limit);
  // "أشاد بما تحقق": behind "what" with the verb's own preposition stands what is said.
  const what = [...takes].some((take) => scene.shape.isWhatBehind(scene.form(at + 1), take));
  if (what) return front ? { phrase: front, side: "before" } : null;
  const share = shareAt(scene, at + 1, limit);
  if (share) return { phrase: share, side: "after" };
  // "وقال نقلا عن الدائرة إن": who is named there is behind the speaker.
  if (scene.has(start, "speech.accord")) return front ? { phrase: front, side: "before" } : null;
  const named = speakerPhrase(scene, start, learns ? beforeSource(scene, start, limit) : limit, {
    taken: takes,
    addressee: takes.has("addressee"),
  });
  const found = named && reachingWhatIsSaid(scene, named, opening, takes);
  const carries = reading.entry.classes.includes("speech.continue");
  const after =
    found &&
    isSubject(scene, reading, found, takes, opening !== null) &&
    !((carries || takes.has("object")) && isHisOwn(scene, found, opening)) &&
    !isCalledUpon(speech, reading, found, takes) &&
    !(takes.has("object") && isDescribed(speech, reading, found, opening))
      ? found
      : null;
  // "الرئيس الذي أكد دعم بلاده": what is affirmed; but "ووجهت إليه اتهامات" is said by nobody.
  const said = after && (isAffirmed(scene, after) || (!opening && isAnnounced(scene, after)));
  if (said && takes.has("object") && needs.length === 0)
    return front ? { phrase: front, side: "before" } : null;
  // "وكانت السلطات أعلنت تفكيك خلية": behind a verb that has its subject in front stands its object.
  const object =
    front !== null &&
    after !== null &&
    takes.has("object") &&
    !scene.name(after.first) &&
    !scene.isPersonal(after.first) &&
    !scene.shape.isDefinite(scene.form(after.first));
  const behind =
    object || (after && isToldOf(scene, at, reading, after, takes, opening, sentence))
      ? null
      : after;
  const phrase = behind ?? front;
  // "تؤكد الوقائع أن": what shows something says nothing.
  if (phrase && isFigure(scene, phrase.first)) return undefined;
  // "مشاهد توثق الغارات": what pictures show stands behind the verb.
  const shown = reading.tense === "present" && !reading.conjunction && isRecord(scene, at - 1);
  if (shown && phrase && !scene.name(phrase.first) && !scene.isPersonal(phrase.first))
    return undefined;
  // "ويخبرنا التاريخ بأن": behind its object a definite noun is the subject, if none that speaks.
  if (!phrase) {
    const called = opening && anySubject(scene, behindAside(scene, start), reading, opening);
    if (called) return { phrase: called, side: "after" };
    return reading.enclitic !== "" && scene.shape.isDefinite(scene.form(start)) ? undefined : null;
  }
  if (opening || canSpeak(scene, phrase)) return { phrase, side: behind ? "after" : "before" };
  // "وحذر بعض الخبراء من": where nobody spoke before who could have warned them.
  const some = speech.current === null ? scene.unit(phrase.first, "speech.latest") : null;
  if (some && scene.isPersonal(some.last)) return { phrase, side: behind ? "after" : "before" };
  // "وأشارت حصيلة إلى": a noun behind a verb that has no object is its subject, whoever spoke before.
  const bare = !takes.has("object") && !takes.has("addressee");
  if (after && bare && scene.has(after.first, "tally")) return { phrase, side: "after" };
  if (after && bare && scene.main(after.first)?.entry.pos === "noun") return undefined;
  // "وعبر مارتن عن", "ويشير النجاح الكبير إلى": so is a name, which speaks, and what the lexicon does not know.
  if (after && bare && wordTaken(scene, takes, after.last) !== null && isNoun(scene, after.first))
    return isUnknownName(scene, after) || isSomeOf(scene, after.first)
      ? { phrase: after, side: "after" }
      : undefined;
  return reading.conjunction && speech.current ? null : undefined;
}

/** Nothing but words that no lexicon knows, or knows for names. */
function isUnknownName(scene: Scene, { first, last }: SpeakerPhrase): boolean {
  for (let at = first; at < last; at++) if (!isNameLike(scene, at)) return false;
  return true;
}

/** A noun or a name that bears nothing: no adjunct ("بشكل كبير", "لأول مرة", "منذ العنوان"). */
const isNoun = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  !scene.isClosed(at) &&
  !scene.main(at)?.preposition &&
  !["preposition", "adverb", "demonstrative", "speech.filler", "speech.manner"].some((name) =>
    scene.has(at, name),
  ) &&
  (scene.main(at) !== null ||
    !(
      scene.shape.mayBear(scene.form(at), scene.shape.by) ||
      scene.shape.mayBear(scene.form(at), scene.shape.to)
    ));

/** "علمت صحيفة الميزان من مصادر مطلعة": from whom it learned so stands behind who learned it. */
function beforeSource(scene: Scene, from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) if (scene.has(at, "prep.from")) return at;
  return limit;
}

/** "فوزي" is a name and "شاهدة" a witness, too. */
function isFigure(scene: Scene, at: number): boolean {
  const figure = scene.reading(at, "speech.figure");
  if (!figure || figure.enclitic || scene.name(at)) return false;
  return !scene.has(at, "speaker") && !scene.has(at, "given-name");
}

/**
 * "الثقافة الجديدة ترى العقد", "القانون الذي يشدد العقوبة", "وهو يصف الاتفاق": where the verb has its subject in
 * front, a thing behind it is its object.
 */
function isToldOf(
  scene: Scene,
  at: number,
  reading: Reading,
  phrase: SpeakerPhrase,
  takes: ReadonlySet<string>,
  opening: Opening | null,
  sentence: Sentence,
): boolean {
  const { first } = phrase;
  const { kind } = speakerOf(scene, phrase);
  if (kind === "person" || kind === "official") return false;
  if (!takes.has("object") && !takes.has("addressee") && reading.tense === "past") return false;
  if (scene.name(first) || scene.isPersonal(first) || reading.enclitic !== "") return false;
  if (scene.has(at + 1, "prep.pronoun") || scene.isQuote(first)) return false;
  // "القرار الذي يرى الشارع أنه": taken up again behind the subject.
  if (opening?.kind === "that" && scene.reading(opening.first, "that")?.enclitic) return false;
  const fronted = frontedSubject(scene, at, sentence);
  // "…، مقطع مصور يوثق الدمار": behind an indefinite noun the verb describes it.
  if (fronted) return reading.tense !== "present" || isDefinite(scene, fronted);
  const before = scene.has(at - 1, "aspect") ? at - 2 : at - 1;
  if (scene.has(before, "relative"))
    return !scene.has(before - 1, "speech.adjunct") && fitsRelative(scene, before, reading);
  const pronoun = scene.reading(before, "that")?.enclitic ?? "";
  return scene.has(before, "pronoun.personal") || scene.shape.isOfOthers(pronoun);
}

/**
 * "ذكر الدفاع المدني أن …، وطالب الأهالي باتخاذ الحذر": where somebody has just spoken, townspeople told by
 * nothing else are whom he calls upon.
 */
function isCalledUpon(
  speech: Speech,
  { conjunction, gender }: Reading,
  { first, last }: SpeakerPhrase,
  takes: ReadonlySet<string>,
): boolean {
  const { scene } = speech;
  if (!takes.has("addressee") || gender !== "masculine" || last > first + 1) return false;
  if (conjunction !== scene.shape.and || !speech.hasSpoken()) return false;
  const people = scene.reading(first, "speaker")?.entry.features["kind"] === "witness";
  const origin = speech.current?.at(-1);
  const body = origin?.kind === "institution" || origin?.kind === "official";
  return people && body && scene.shape.isDefinite(scene.form(first));
}

/**
 * "وذكر المتحدث أن القتال مستمر ووصف الوضع بأنه متوتر": where somebody has just spoken, a thing behind a verb
 * that has an object is that object.
 */
function isDescribed(
  speech: Speech,
  { conjunction }: Reading,
  { first }: SpeakerPhrase,
  opening: Opening | null,
): boolean {
  const { scene } = speech;
  if (conjunction !== scene.shape.and || !speech.hasSpoken()) return false;
  if (opening?.kind !== "that" || !scene.form(opening.first).startsWith(scene.shape.by))
    return false;
  if (scene.name(first) || scene.isPersonal(first) || !scene.shape.isDefinite(scene.form(first)))
    return false;
  return scene.main(first)?.entry.pos === "noun" || scene.has(first, "ordinary");
}

/** "قالت لنا الموظفة", "وأضاف أيضا": pronouns and adverbs between the verb and its subject. */
function behindFillers(scene: Scene, from: number): number {
  // "يقول رحمه الله".
  let at = scene.has(from + 1, "deity") && scene.isHim(from) ? from + 2 : from;
  // "أعلنت ما تسمى مؤسسة كذا": how it is called stands in front of it.
  if (scene.unit(at, "speech.so-called")) return scene.unit(at, "speech.so-called")?.last ?? at;
  // "أوضح ذلك المتحدث باسم الهيئة": what he said stands in front of him.
  if (scene.has(at, "speech.pointer") && scene.isOfficial(at + 1)) return at + 1;
  from = at;
  while (
    at < from + MOST_FILLERS &&
    // "وعبر ولي العهد": spelled like "and to me", which does not stand there.
    !(scene.has(at, "given-name") && scene.reading(at, "speech.filler")?.conjunction) &&
    (scene.isBare(at, "speech.filler") || scene.isBare(at, "adverb") || scene.isClosed(at))
  )
    at++;
  return at;
}

/** "وبين من جهته سالم العلي أن". */
const behindAside = (scene: Scene, at: number): number =>
  scene.has(at, "prep.from") && scene.has(at + 1, "speech.aside") ? at + 2 : at;

/** "وأشار بيان صادر عن الهيئة إلى": who issued it stands behind the document. */
export function endOfSubject(scene: Scene, { phrase }: Subject, limit: number): number {
  const shown = scene.reading(phrase.first, "speaker")?.entry.features["kind"] === "document";
  const carrier = shown ? carrierAt(scene, phrase.last, limit) : null;
  if (carrier) return behindPlatform(scene, carrier.last, limit);
  if (!scene.has(phrase.first, "speech.document")) return phrase.last;
  const issued = [phrase.last - 1, phrase.last].some((at) => scene.has(at, "speech.issued"));
  const author = authorOf(scene, phrase.last, limit);
  // "أفادت بيانات لوزارة الصحة بمقتل".
  const whose = author !== null && author.first === phrase.last;
  return issued || whose ? Math.max(phrase.last, author?.last ?? 0) : phrase.last;
}

/** "صور نشرها ناشطون على فيسبوك دمارا": where they did so, behind a preposition. */
function behindPlatform(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < Math.min(limit, from + LONGEST_PLATFORM)) {
    if (scene.isComma(at) || scene.afterTime(at) > at) break;
    if (scene.has(at, "speech.platform")) return at + 1;
    at++;
  }
  return from;
}

/** "صرح لـ«الميزان» مدير المشفى": the outlet may stand between the verb and its subject. */
export function behindRecipient(scene: Scene, at: number, limit: number): number {
  return behindOutlet(scene, at, limit, recipientAt(scene, at, limit));
}

/** Behind who speaks an outlet needs no preposition: "أبلغ المتحدث رويترز بإصابة". */
export const behindTold = (scene: Scene, at: number, limit: number): number =>
  behindOutlet(scene, at, limit, recipientAt(scene, at, limit) ?? toldAt(scene, at, limit));

function behindOutlet(scene: Scene, at: number, limit: number, outlet: Speaker | null): number {
  if (!outlet || outlet.last > limit) return at;
  const behind = scene.isQuote(outlet.last) ? outlet.last + 1 : outlet.last;
  return scene.isComma(behind) ? behind + 1 : behind;
}

/**
 * The noun phrase behind a verb is its subject, and not its object: "ودعا المواطنين إلى" is said by
 * whoever spoke before. Told by case, by gender, and behind an object pronoun by being a name.
 */
function isSubject(
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
const isRecord = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.media") ||
  scene.reading(at, "speaker")?.entry.features["kind"] === "document";

const isAffirmed = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.isBare(first, "speech.renewed") && !scene.has(first, "given-name");

/** "أعلنت حالة الطوارئ": what is announced, and announces nothing. */
const isAnnounced = (scene: Scene, { first }: SpeakerPhrase): boolean =>
  scene.isBare(first, "speech.announced") && !scene.name(first);

/** "أكد عدد من الصحف": so many of those who speak. */
const isSomeOf = (scene: Scene, at: number): boolean =>
  scene.has(at + 1, "prep.from") && (scene.isPersonal(at + 2) || scene.name(at + 2) !== null);

/** "ويتابع تطوراته": a thing of his is no subject, unless it is told at once what it says. */
function isHisOwn(scene: Scene, { first, last }: SpeakerPhrase, opening: Opening | null): boolean {
  if (last > first + 1 || scene.name(first) || scene.isPersonal(first)) return false;
  if (scene.has(first, "counted.kin") || scene.has(first, "counted.person")) return false;
  if (opening && opening.first <= last + 1) return false;
  const readings = scene.layer.words[first]?.readings ?? [];
  return readings.length > 0 && readings.every(({ enclitic }) => scene.shape.isOfOthers(enclitic));
}

const isHis = (scene: Scene, at: number, gender: Reading["gender"]): boolean =>
  scene.isPersonal(at) &&
  gender !== null &&
  scene.main(at)?.enclitic === scene.shape.pronounOf[gender];

/** Without an opening the subject must be one who can speak: not the lift that "announced". */
function canSpeak(scene: Scene, phrase: SpeakerPhrase): boolean {
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
  // "ينصح المتخصصون": several who act, by their ending.
  if (scene.shape.isOfManyActors(scene.form(first))) return true;
  return scene.has(first, "speech.document") || scene.layer.words[first]?.readings.length === 0;
}
