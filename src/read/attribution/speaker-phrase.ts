import type { SpeakerPhrase } from "./attribution-reading.js";
import { NOTHING_TAKEN } from "./opening.js";
import { isAddressee } from "./phrase-addressee.js";
import { afterBrackets } from "./phrase-bracket.js";
import { closesConstruct } from "./phrase-closed.js";
import { afterComplement, endsInOffice } from "./phrase-complement.js";
import { afterName, isNameLike } from "./phrase-name.js";
import type { Progress } from "./phrase-progress.js";
import { isCharge, servesPlace } from "./phrase-purpose.js";
import { afterWord } from "./phrase-word.js";
import type { Scene } from "./scene.js";

/** No speaker is named in more tokens than this. */
const LONGEST_SPEAKER = 24;

/** A person's name has at most so many words. */
const LONGEST_NAME = 6;

export interface PhraseOptions {
  /** The head may bear a joined preposition (لوكالة سانا, للمصادر ذاتها). */
  readonly joinedHead?: boolean;
  /** Prepositions that the verb of saying takes for its content (حذر من); folded. */
  readonly taken?: ReadonlySet<string>;
  /** Somebody spoken to may follow the speaker at once: "حذر العميد السكان من". */
  readonly addressee?: boolean;
  /** His verb stands at the limit: "الإحصاءات الرسمية للدولة | تقول". */
  readonly upToVerb?: boolean;
}

/** The verb takes a noun phrase for its content: أعلن مقتل. */
const OBJECT = "object";

/**
 * The noun phrase that names a speaker, from token `at`: head, complements, adjectives, names,
 * the place he speaks from. Ends before what is said, before adjuncts and before a verb.
 * Null where no noun phrase begins here.
 */
export function speakerPhrase(
  scene: Scene,
  at: number,
  limit: number,
  { joinedHead = false, taken = NOTHING_TAKEN, addressee = false, upToVerb }: PhraseOptions = {},
): SpeakerPhrase | null {
  const end = Math.min(limit, at + LONGEST_SPEAKER);
  const progress: Progress = {
    head: at,
    official: false,
    named: false,
    person: false,
    object: taken.has(OBJECT) || addressee,
    addressee,
    by: taken.has(scene.shape.by),
    verb: upToVerb ? limit : null,
  };
  let next = at;
  while (next < end) {
    const after =
      afterName(scene, next, end, progress) ??
      afterTitleMark(scene, next, end) ??
      afterClosing(scene, at, next) ??
      afterBrackets(scene, next, end, progress) ??
      afterComma(scene, next, end, progress, taken) ??
      (isTaken(scene, next, taken, progress)
        ? null
        : (afterWord(scene, next, progress, joinedHead) ??
          afterComplement(scene, next, end, progress, addressee, taken)));
    if (after === null || (addressee && isAddressee(scene, at, next, progress))) break;
    if (isOwnNoun(scene, at, next)) break;
    if (isOtherCountry(scene, at, next, addressee, progress)) break;
    if (isOtherPerson(scene, at, next, progress)) break;
    if (isOutletTold(scene, at, next) || isOthersBehindName(scene, at, next, progress)) break;
    if (taken.has(OBJECT) && isContent(scene, at, next)) break;
    if (taken.has(OBJECT) && !progress.person && isObject(scene, at, next)) break;
    if (progress.object && isDefiniteObject(scene, at, next, progress)) break;
    next = after;
  }
  // "الوزير من | عدد الإصابات": the preposition goes with what follows.
  while (next > at + 1 && DANGLING.some((name) => scene.has(next - 1, name))) next--;
  return next > at ? { first: at, last: next, joined: joinedHead } : null;
}

/** "قائد فرقة «مواهب» الكابتن سالم": a mark that closes what a name opened inside the phrase. */
function afterClosing(scene: Scene, head: number, at: number): number | null {
  if (at <= head || !scene.isQuote(at) || scene.opensQuote(at)) return null;
  let open = 0;
  for (let inside = head; inside < at; inside++)
    if (scene.isQuote(inside)) open += scene.opensQuote(inside) ? 1 : -1;
  return open > 0 ? at + 1 : null;
}

const DANGLING = ["prep.from", "prep.in"] as const;

/** What the verb takes for its content: حذر من, and behind a person's name رحب ببعثة. */
function isTaken(
  scene: Scene,
  at: number,
  taken: ReadonlySet<string>,
  { person, head }: Progress,
): boolean {
  // "حذر عدد من السكان من": how many of whom.
  if (at === head + 1 && scene.has(head, "tally") && scene.has(at, "prep.from")) return false;
  if (taken.has(scene.form(at))) return !isCharge(scene, at);
  if (taken.has(scene.shape.to) && at > 0 && scene.main(at)?.preposition === scene.shape.to)
    return true;
  // "صرح الرائد محمد الحمادي المتحدث باسم الدفاع المدني بمنطقة الرياض بتلقي": where he serves.
  if (servesPlace(scene, at) && endsInOffice(scene, head, at) && takesLater(scene, at))
    return false;
  return person && taken.has(scene.shape.by) && scene.bears(at, scene.shape.by);
}

/** What the verb takes stands behind the place. */
const takesLater = (scene: Scene, at: number): boolean =>
  [at + 1, at + 2, at + 3].some(
    (next) =>
      scene.bears(next, scene.shape.by) &&
      ["event.masdar", "harm.noun", "that", "ordinary"].some((name) => scene.has(next, name)),
  );

/** "قدم الأمير شكره", "أبدى الوزير استعداده": what is the subject's own is what he tells. */
function isOwnNoun(scene: Scene, head: number, at: number): boolean {
  if (at <= head || scene.has(at, "name-of")) return false;
  // "أبدى الأمير سعادته": his joy, and no style of address.
  if (scene.has(at, "style")) return true;
  const main = scene.main(at);
  if (scene.name(at) && (scene.name(at)?.last !== at + 1 || !main?.enclitic)) return false;
  // "بدأ اللاعب حديثه": an unknown word with the letter of the pronoun, not of the feminine.
  const his = !main && scene.shape.isDefinite(scene.form(at - 1)) && scene.has(at, "ordinary");
  if (his && scene.shape.endsInHis(scene.written(at))) return true;
  if (!main?.enclitic || main.entry.pos !== "noun" || main.conjunction || main.preposition)
    return false;
  // "نعت الكتائب قائدها": behind a whole name even somebody is.
  const name = scene.name(head);
  if (name?.last === at) return scene.shape.isOfOthers(main.enclitic);
  return !scene.isPersonal(at) && (name !== null || closesConstruct(scene, at - 1));
}

/** "تتهم البحرين إيران", "حملت الحركة إسرائيل": a country behind a country or a body is its object. */
function isOtherCountry(
  scene: Scene,
  head: number,
  at: number,
  addressee: boolean,
  { person, official }: Progress,
): boolean {
  const name = scene.name(head);
  const other = at > head && scene.name(at)?.kind === "place" && !scene.name(at)?.skip;
  // "أكدت أوكرانيا وروسيا".
  if (scene.name(at)?.skip && scene.form(at).startsWith(scene.shape.and)) return false;
  // "حذر الرئيس التركي من", "دعا رئيس تركيا إلى": what the office is of; but "دعا الرئيس إسرائيل إلى".
  const nation =
    scene.shape.isDefinite(scene.form(at)) && scene.shape.isAdjectiveShaped(scene.form(at));
  const waits = official && !person && scene.shape.isDefinite(scene.form(at - 1));
  if (other && ((nation && waits) || (scene.isOfficial(at - 1) && !scene.main(at - 1)?.article)))
    return false;
  // "حذر القائد سالم العلي طهران من": behind a person's own name.
  if (addressee && other && person && !scene.isOfficial(at - 1)) return true;
  // "انتقدت جماعة بيئية الدنمارك".
  if (other && scene.main(at - 1)?.entry.pos === "adjective" && closesConstruct(scene, at - 1))
    if (!scene.shape.isDefinite(scene.form(at - 1)) && head < at - 1) return true;
  // "حملت حركة حماس إسرائيل المسؤولية", "دعا غوتيريش إسرائيل إلى".
  const whole = name ? name.last === at : head === at - 1 && scene.main(head) === null;
  if (addressee && other && whole) return true;
  if (addressee && other && scene.shape.isDefinite(scene.form(at - 1)))
    return !scene.shape.isDefinite(scene.form(at));
  return name?.kind === "place" && name.last === at && scene.name(at)?.kind === "place";
}

/** "تتهم وزارة الداخلية سامي الحلبي": behind a body's whole name a person is somebody else. */
function isOtherPerson(scene: Scene, head: number, at: number, { official }: Progress): boolean {
  if (at <= head || official) return false;
  if (scene.name(at)?.kind !== "person" && !scene.isBare(at, "given-name")) return false;
  const ofBody =
    scene.name(head)?.kind === "organization" ||
    scene.reading(head, "speaker")?.entry.features["kind"] === "institution";
  return ofBody && scene.shape.isDefinite(scene.form(at - 1));
}

/**
 * "زار الأمير فيصل بن خالد المصابين", "دان الوزير أحمد الملا التفجير": behind a person's name a plural of the
 * wrong case and the name of an event are the object.
 */
function isOthersBehindName(scene: Scene, head: number, at: number, progress: Progress): boolean {
  if (at <= head || !progress.person || !scene.isWord(at)) return false;
  const form = scene.form(at);
  if (!scene.shape.isDefinite(form) || scene.isOfficial(at - 1)) return false;
  if (scene.shape.isOblique(form)) {
    const plural = scene.isPersonal(at) || scene.has(at, "victim");
    return plural && !scene.shape.isOblique(scene.form(at - 1)) && !scene.has(at, "surname");
  }
  return progress.object && EVENTS.some((name) => scene.has(at, name));
}

const EVENTS = ["event.name", "event.masdar", "harm.noun"] as const;

/**
 * "أفاد مسؤول محلي وكالة فرانس برس", "قالت مصادر طبية للجزيرة": an outlet behind a phrase that is complete
 * is told, and no part of it.
 */
function isOutletTold(scene: Scene, head: number, at: number): boolean {
  if (at <= head) return false;
  if (scene.has(at, "outlet.told")) return true;
  if (!namesOutlet(scene, at) || namesOutlet(scene, head)) return false;
  const kind = scene.reading(head, "speaker")?.entry.features["kind"];
  if (kind === "outlet") return false;
  const alone = at === head + 1 && (kind === "witness" || kind === "anonymous");
  if (PREPOSITIONS.some((name) => scene.has(at - 1, name))) return false;
  const described = at > head + 1 && scene.shape.isAdjectiveShaped(scene.form(at - 1));
  return alone || described || closesConstruct(scene, at - 1);
}

const PREPOSITIONS = ["preposition", "prep.in", "prep.from", "prep.about", "prep.at"] as const;

const namesOutlet = (scene: Scene, at: number): boolean => {
  const name = scene.name(at);
  if (name) return name.kind === "outlet" && name.skip === 0;
  const noun = scene.reading(at, "speaker.outlet");
  return noun !== null && !noun.article && !noun.preposition && !noun.enclitic;
};

/** "أكد كي مون أهمية": nouns of what is affirmed, unless the head itself governs them ("مدير دور"). */
function isContent(scene: Scene, head: number, at: number): boolean {
  // "أعلنت الكلية الصناعية أسماء الطلاب": names of many, and nobody's name.
  const many = scene.shape.isOblique(scene.form(at + 1)) || scene.isPersonal(at + 1);
  const names = scene.reading(at, "speech.identity");
  if (at > head + 1 && names?.number === "plural" && names.preposition === "" && many) return true;
  if (scene.isBare(at, "speech.content"))
    return at > head + 1 || (at > head && (scene.name(head) !== null || scene.main(head) === null));
  // "أدان الرئيس العام العمل الإرهابي"; but "وزير العمل", "مدير مكتب العمل".
  const whole = at > head + 1 && scene.shape.isDefinite(scene.form(at - 1));
  return whole && !scene.isOfficial(at - 1) && scene.reading(at, "speech.figure")?.article === true;
}

/**
 * "رجح خبير الأرصاد هطول أمطار", "أكد خبراء أمنيون استخدام": an indefinite noun behind a phrase that
 * is complete is told of.
 */
function isObject(scene: Scene, head: number, at: number): boolean {
  if (at > head && scene.isBare(at, "speech.mute")) return true;
  // "عزا متحدث باسمها الفارق إلى": behind "in her name" nothing more of him is told.
  if (at > head && scene.reading(at - 1, "speech.identity")?.enclitic && !scene.name(at))
    return true;
  if (at <= head || scene.name(at) || !scene.isWord(at - 1) || isNameLike(scene, at)) return false;
  const listed = scene.reading(at, "speaker")?.entry.features;
  // "قدر مسؤولو الأرصاد المحليون قوة الزلزال".
  const thing =
    listed?.["kind"] === "document" ||
    listed?.["weak"] === "yes" ||
    scene.has(at, "speech.document");
  const split = scene.main(at) ?? scene.layer.words[at]?.readings[0];
  // "للأرصاد وحماية البيئة" goes on with the name; "وللأمن حادث" does not.
  const before = scene.form(at - 1);
  const and =
    before.startsWith(scene.shape.and) &&
    scene.shape.isDefinite(before.slice(1)) &&
    scene.main(at) !== null;
  const joined = (and || scene.shape.isJoinedDefinite(before)) && !split?.conjunction;
  if (!(joined || closesConstruct(scene, at - 1)) || (scene.isPersonal(at) && !thing)) return false;
  // "الرئاسة العامة للأرصاد", "المدير التنفيذي لمنظومة": what a body or an office is for.
  const waits = scene.has(at - 1, "body.adjective") || scene.has(at - 1, "office.adjective");
  if (waits && split?.preposition === scene.shape.to) return false;
  // "لجنة الآثار والتراث": a definite noun goes on with the name.
  if (scene.layer.words[at]?.readings.some(({ article }) => article)) return false;
  // "المتحدث باسم الولاية دين محمد": no noun that is known; "أعلن الوزير تعيين فلان" tells of one.
  const unknown = scene.main(at) === null;
  if (unknown && scene.isOfficial(head) && scene.name(at + 1)?.kind === "person") return false;
  // "مصادر محلية مطلعة": a second adjective of sources ends as the first.
  const source = scene.reading(head, "speaker")?.entry.features["kind"] === "anonymous";
  const second =
    [at - 1, at].every((one) => !scene.shape.isDefinite(scene.form(one))) &&
    scene.form(at - 1).at(-1) === scene.form(at).at(-1);
  const told = scene.has(at, "event.masdar") || scene.has(at, "harm.noun");
  if (source && second && !told) return false;
  // "سياسيون يمنيون": an adjective agrees with what it describes.
  const describes = !scene.shape.isDefinite(scene.form(at - 1)) && !scene.has(at, "event.masdar");
  if (describes && scene.shape.isAdjectiveShaped(scene.form(at))) return false;
  const main = scene.main(at);
  // "مصدر أمني رفيع": behind an indefinite adjective an unknown word may be another.
  const known = scene.main(at - 1)?.entry.pos === "adjective" && !scene.main(at - 1)?.article;
  const noun = thing
    ? true
    : main
      ? main.entry.pos === "noun" || TOLD_OF.some((told) => scene.has(at, told))
      : (scene.has(at, "ordinary") && !known) || scene.shape.isSoundFeminine(scene.form(at));
  return noun && !main?.article && !main?.preposition && !scene.shape.isDefinite(scene.form(at));
}

/**
 * "وصفت مصادر تركية الحادث": behind an indefinite noun and its adjective nothing definite is a part of it;
 * "انتقد الشيخ سالم العلي فرنسا": nor is a country of somebody's name.
 */
function isDefiniteObject(scene: Scene, head: number, at: number, { person }: Progress): boolean {
  if (at <= head + 1 || !scene.isWord(at) || scene.isPersonal(at)) return false;
  const name = scene.name(at);
  if (name?.kind === "place" && name.skip === 0) return person && endsFamilyName(scene, at - 1);
  if (name || !scene.shape.isDefinite(scene.form(at))) return false;
  const kind = scene.reading(head, "speaker")?.entry.features["kind"];
  const some = kind === "anonymous" || kind === "witness";
  const main = scene.main(at - 1);
  const adjective =
    main?.entry.pos === "adjective" ||
    (some && main?.entry.pos !== "noun" && scene.shape.isAdjectiveShaped(scene.form(at - 1)));
  return (
    adjective &&
    head === at - 2 &&
    [head, at - 1].every((one) => !scene.name(one) && !scene.shape.isDefinite(scene.form(one)))
  );
}

/** The last word of somebody's name, and no office or place that waits for what it is of. */
const endsFamilyName = (scene: Scene, at: number): boolean =>
  isNameLike(scene, at) &&
  !scene.isOfficial(at) &&
  !["title", "name.prefix", "name.filial", "place-word"].some((part) => scene.has(at, part)) &&
  scene.shape.isDefinite(scene.form(at));

/** Fixed words that tell of an event: "قبائل كذا حادث التفجير". */
const TOLD_OF = ["harm.fall", "event.before", "event.after"] as const;

/** "الدكتور/ أنس", "د. قاسم": a mark between a title and the name. */
function afterTitleMark(scene: Scene, at: number, end: number): number | null {
  const slash = scene.form(at) === "/" && scene.has(at - 1, "title");
  const dot = scene.form(at) === "." && scene.form(at - 1).length === 1 && scene.isWord(at - 1);
  return (slash || dot) && at + 1 < end && scene.isWord(at + 1) ? at + 1 : null;
}

/** `…، أفيخاي أدرعي،`: a name or office behind the comma belongs to the speaker. */
function afterComma(
  scene: Scene,
  at: number,
  end: number,
  progress: Progress,
  taken: ReadonlySet<string>,
): number | null {
  const { head } = progress;
  const dash = scene.form(at) === "-" || scene.form(at) === "–";
  if (at === head || !(scene.isComma(at) || dash)) return null;
  if (dash && scene.token(at)?.spaced) return null;
  const start = at + 1;
  // "نقلت عن فلان، رئيس الوكالة، قوله إن".
  if (scene.isHisSaying(start)) return null;
  // "…، النقيب بحري سالم العلي،": a rank of two words.
  const titled = scene.has(start, "title")
    ? (scene.name(start + 1) ?? personAt(scene, start + 2))
    : null;
  const name = scene.name(start) ?? titled;
  const office = scene.isOfficial(start);
  if (office && start - head > LONGEST_SPEAKER / 2) return null;
  let last: number;
  // "فلان، رئيس الديوان رئيس المجلس،": offices follow one another.
  if (office)
    last = Math.max(
      name?.last ?? start,
      speakerPhrase(scene, start, end, { taken })?.last ?? start,
    );
  else if (name?.kind === "person") last = name.last;
  else if (progress.official && !progress.person) last = afterUnknownName(scene, start, end);
  // "قال الصحافي المقرب من الحزب، دياري محمد، إن".
  else if (scene.isPersonal(head) && !progress.person && scene.shape.isDefinite(scene.form(head)))
    last = afterTwoNames(scene, start, end);
  else return null;
  if (last <= start || !closesApposition(scene, last, name !== null)) {
    // "ونوه أمين الطائف، رئيس المجلس سالم العلي بالرعاية": behind his name what the verb takes.
    if (!office || last <= start || !taken.has(scene.shape.by)) return null;
    if (!scene.bears(last, scene.shape.by) || !endsInName(scene, last)) return null;
  }
  // Behind his name "، عزمه زيارة" is what he tells.
  progress.person ||= !office;
  return last;
}

const personAt = (scene: Scene, at: number): ReturnType<Scene["name"]> =>
  scene.name(at)?.kind === "person" && !scene.isVerb(at - 1) ? scene.name(at) : null;

/** A person's name ends right in front. */
function endsInName(scene: Scene, last: number): boolean {
  for (let at = last - 1; at >= last - LONGEST_NAME; at--) {
    const name = scene.name(at);
    if (name) return name.kind === "person" && last - name.last <= 1;
  }
  return false;
}

/** Words no lexicon knows, or parts of names: the name of an official just introduced. */
function afterUnknownName(scene: Scene, start: number, end: number): number {
  let at = start;
  while (at < Math.min(end, start + LONGEST_NAME) && mayBeName(scene, at)) at++;
  return at;
}

/** Two or three words that are names or known for nothing else. */
function afterTwoNames(scene: Scene, start: number, end: number): number {
  let at = start;
  while (at < Math.min(end, start + 3) && isNameLike(scene, at) && mayBeName(scene, at)) at++;
  return at >= start + 2 && scene.isComma(at) ? at : start;
}

/** Between two commas behind an office even an ordinary word is a name. */
const mayBeName = (scene: Scene, at: number): boolean =>
  scene.isWord(at) &&
  scene.afterTime(at) === at &&
  !scene.isVerb(at) &&
  !scene.isCircumstance(at) &&
  !["that", "relative", "preposition", "prep.for", "prep.about"].some((name) =>
    scene.has(at, name),
  ) &&
  scene.name(at)?.kind !== "outlet" &&
  !isJoinedNoun(scene, at);

/** A preposition in front of it; "باكاري" would be a given name with a pronoun, which none bears. */
function isJoinedNoun(scene: Scene, at: number): boolean {
  const main = scene.main(at);
  if (!main?.preposition) return false;
  return !(main.enclitic && main.entry.classes.includes("given-name"));
}

/** The apposition is closed by a comma, what opens the content, an adjunct, or the verb. */
function closesApposition(scene: Scene, at: number, named: boolean): boolean {
  if (scene.isComma(at) || scene.isColon(at) || scene.isQuote(at)) return true;
  // "…، علي الحسيني لـ«راديو سوا» إن", "…، خالد الأحمد لرويترز".
  if (named && (scene.has(at, "prep.for") || scene.name(at)?.kind === "outlet")) return true;
  if (scene.has(at, "that") || scene.has(at, "preposition") || scene.has(at, "aspect")) return true;
  if (scene.afterTime(at) > at) return true;
  return named && (scene.isVerb(at) || scene.has(at, "speech.verb"));
}
