import { fold } from "../../text/fold.js";
import type { Reading } from "../../text/word.js";
import { behindRelative, contentStart } from "./asides.js";
import { isFollowed } from "./followed.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import { isTurned } from "./stance.js";

/** The preposition a verb takes stands this near behind its subject. */
const PREPOSITION_REACH = 14;
/** What a verb needs (مسؤولية, إدانة) stands this near. */
const NEED_REACH = 6;
/** What is rejected stands this near. */
const CLAIM_REACH = 2;
/** An أن this far behind the subject opens the content rather than a clause inside it. */
const THAT_REACH = 12;
const THAT_IN_OBJECT = 8;
/** Behind so many words without a comma, a preposition or a relative clause, أن belongs elsewhere. */
const FAR_THAT = 14;
/** "لا تعترف إلا بـ". */
const EXCEPTION_REACH = 6;
/** The أن of the verb بيّن stands this near, where the letters could be "between". */
const BETWEEN_REACH = 16;

/** How a verb of saying takes its content, from its lexicon row. */
export interface VerbFrame {
  /** `object`, `addressee`, or folded prepositions. */
  readonly takes: ReadonlySet<string>;
  /** One of these must stand in the clause, else the word says nothing. */
  readonly needs: readonly string[];
  readonly guard: Guard | null;
  /** With this preposition in place of its object the verb is another: استبعد من. */
  readonly without: string | null;
}

/**
 * What else the letters may be: a noun, the preposition بين, a verb that says something only of a
 * speaker (زاد), a copula (يعتبر), "it turned out" (تبين), what only documents do with an object
 * (أظهر), what dangers do (يهدد).
 */
const GUARDS = ["noun", "between", "speaker", "copula", "mute", "document", "danger"] as const;
type Guard = (typeof GUARDS)[number];

const frames = new WeakMap<Reading["entry"], VerbFrame>();

export function frameOf({ entry }: Reading): VerbFrame {
  let frame = frames.get(entry);
  if (!frame) {
    const list = (key: string): string[] => entry.features[key]?.split(",").map(fold) ?? [];
    frame = {
      takes: new Set(list("takes")),
      needs: list("needs"),
      guard: GUARDS.find((known) => known === entry.features["guard"]) ?? null,
      without: entry.features["without"] ? fold(entry.features["without"]) : null,
    };
    frames.set(entry, frame);
  }
  return frame;
}

/** A verb of saying here, and not a noun or preposition of the same letters, nor one negated. */
export function isSaying(scene: Scene, at: number, reading: Reading): boolean {
  if (scene.nominalContext(at) && reading.tense !== "present") return false;
  if (scene.isNegated(at) && !isExcepted(scene, at) && !isTurned(scene, at, reading)) return false;
  if (scene.main(at)?.article) return false;
  if (scene.isFirstPerson(at, reading) || scene.isBlessing(at, reading)) return false;
  // "سيناريو كنت قد حذرت منه".
  if (scene.has(at - 1, "aspect") && scene.shape.isOfSelf(scene.form(at - 2))) return false;
  if (isPassive(scene, at, reading)) return false;
  // "سوف تطلب", "وربما تعلن": not said so far; "وصفي" is no verb with its object.
  if (reading.tense === "present" && scene.has(at - 1, "speech.unsaid")) return false;
  // "إذا أعلن المجلس": a condition.
  if (scene.has(at - 1, "event.if") && !scene.has(at - 1, "that")) return false;
  // "لماذا تشتكي": asked, not said.
  if (scene.has(at - 1, "interrogative") && !scene.has(at - 1, "what")) return false;
  // So is "ستعلن الهيئة نتائجها".
  if (reading.preposition === scene.shape.will) return false;
  const object = reading.enclitic === "" || scene.shape.isObjectOfVerb(reading.enclitic);
  // "أخبرني أحد الأطباء".
  if (!object && !(frameOf(reading).takes.has("addressee") && scene.shape.isToldMe(scene.form(at))))
    return false;
  // "مبلغ وقدره ألف": with a pronoun the letters are another word.
  if (reading.enclitic !== "" && reading.entry.features["bound"] === "no") return false;
  if (isFollowed(reading) || isReason(scene, at, reading)) return false;
  // "أن تبني": behind the bare particle a verb is in the subjunctive, which is never past.
  // "من المتوقع أن تعلن", "دون أن يفصح": nor has anything been said yet by one in the present.
  if (scene.has(at - 1, "that.bare") && !scene.has(at - 2, "that.said")) return false;
  // "تظهر فيها صور", "وصفت له حالنا": with a pronoun's preposition the verb is another.
  if (reading.entry.features["pronoun"] === "no" && scene.has(at + 1, "prep.pronoun"))
    return scene.has(at + 2, "that");
  switch (frameOf(reading).guard) {
    case "between":
      return beginsClause(scene, at) && thatFollows(scene, at) && !isPaired(scene, at);
    case "noun":
    case "mute":
      return (
        beginsClause(scene, at) ||
        scene.has(at - 1, "relative") ||
        reading.tense === "present" ||
        scene.shape.isFeminineVerb(scene.form(at))
      );
    default:
      return true;
  }
}

/**
 * "ويدعى سالم": "he is called" is written otherwise than "he claims"; so is "club" otherwise than "he
 * called".
 */
function isPassive(scene: Scene, at: number, reading: Reading): boolean {
  const { tense, entry, number } = reading;
  // "واتهم بالقتل": who is accused himself.
  if (entry.features["stance"] === "accuses" && tense === "past" && reading.enclitic === "") {
    const { takes } = frameOf(reading);
    const charged = takes.has("addressee") && takes.has(scene.shape.by);
    if (charged && scene.bears(at + 1, scene.shape.by) && !scene.name(at + 1)) return true;
  }
  const ending = tense === "present" ? entry.features["ends"] : entry.features["ended"];
  if (ending === undefined || scene.written(at).endsWith(ending)) return false;
  return (
    tense === "present" || (number === "singular" && !scene.shape.isFeminineVerb(scene.form(at)))
  );
}

/** "وهو ما دعا الجيش إلى الانسحاب": what prompts somebody calls on nobody; "ما دعا إليه" does. */
function isReason(scene: Scene, at: number, reading: Reading): boolean {
  const { takes } = frameOf(reading);
  if (!takes.has("addressee") || reading.tense !== "past" || reading.enclitic) return false;
  // "كما دعت الحركة المجتمع الدولي": "as", which adds, is spelled with "what".
  return (
    scene.has(at - 1, "what") &&
    !scene.has(at - 1, "clause.front") &&
    !scene.has(at + 1, "prep.pronoun") &&
    !scene.has(at + 2, "prep.pronoun")
  );
}

/** "لا تعترف إلا بقتيل" affirms what follows إلا. */
function isExcepted(scene: Scene, at: number): boolean {
  for (let next = at + 1; next < at + EXCEPTION_REACH; next++) {
    if (scene.has(next, "except")) return true;
  }
  return false;
}

export function beginsClause(scene: Scene, at: number): boolean {
  const { sentenceOf } = scene.layer;
  if (at === 0 || sentenceOf[at - 1] !== sentenceOf[at]) return true;
  if (scene.main(at)?.conjunction) return true;
  if (scene.has(at - 1, "clause.front") || scene.has(at - 1, "clause.inner")) return true;
  // "من جانبه عبر الأمير عن".
  if (scene.has(at - 1, "speech.aside") && scene.has(at - 2, "prep.from")) return true;
  return (
    scene.token(at - 1)?.kind === "punct" || scene.has(at - 1, "aspect") || scene.has(at - 1, "be")
  );
}

/** "بين هذا وبين ذاك": the second of two prepositions. */
function isPaired(scene: Scene, at: number): boolean {
  if (scene.has(at - 1, "what")) return true;
  const { sentenceOf } = scene.layer;
  for (let back = at - 1; back > at - BETWEEN_REACH; back--) {
    if (sentenceOf[back] !== sentenceOf[at]) return false;
    if (scene.has(back, "speech.verb") && scene.has(back, "preposition")) return true;
  }
  return false;
}

function thatFollows(scene: Scene, at: number): boolean {
  for (let next = at + 1; next < at + BETWEEN_REACH; next++) {
    if (scene.has(next, "that")) return true;
    // "وبيّن المتحدث بصحة الجوف، فهد الكريع، أن".
    if (scene.isComma(next) && scene.has(next + 1, "that")) return true;
    if (scene.isComma(next) && next > at + NEED_REACH) return false;
  }
  return false;
}

/**
 * Whether what stands behind the subject is what the verb takes.
 * @param approach token behind verb and subject
 */
export function takesContent(
  scene: Scene,
  frame: VerbFrame,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean {
  if (!meetsNeeds(scene, frame, opening, approach, limit)) return false;
  // "استبعد اللاعب من التشكيلة": what is done to somebody, not what he says.
  if (!opening && frame.without !== null) {
    const object = contentStart(scene, approach, limit);
    if (scene.form(object) === frame.without || scene.has(object, "prep.about")) return false;
    // "استبعد المدرب قائد الفريق": so is somebody.
    if (scene.isPersonal(object) || scene.name(object)?.kind === "person") return false;
  }
  if (frame.takes.has("object") || frame.takes.has("addressee"))
    return opening !== null || !joinsOn(scene, approach, limit);
  if (opening) return !isFarThat(scene, opening, approach);
  // "شددت إجراءاتها على الحدود": what is done to its own things is no saying.
  const object = scene.main(approach);
  if (object?.entry.pos === "noun" && object.enclitic && !object.preposition) return false;
  if (frame.needs.includes("revealed") && isRevealed(scene, contentStart(scene, approach, limit)))
    return true;
  return findPreposition(scene, behindRelative(scene, approach, limit), limit, frame.takes);
}

/** "اعتمد البرنامج وأعلن ومن الصعب تغييره": behind an "and" with a preposition stands no object. */
function joinsOn(scene: Scene, approach: number, limit: number): boolean {
  const at = contentStart(scene, approach, limit);
  if (!scene.isWord(at) || scene.name(at)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  return (
    readings.length > 0 &&
    readings.every(({ conjunction }) => conjunction === scene.shape.and) &&
    // "قام ودعا واستغفر".
    (scene.isVerb(at) ||
      ["prep.from", "prep.in", "preposition", "negation"].some((name) => scene.has(at, name)))
  );
}

/** Whether one of the things stands there without which the word says nothing. */
export const meetsNeeds = (
  scene: Scene,
  { needs }: VerbFrame,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean =>
  needs.length === 0 || needs.some((need) => meets(scene, need, opening, approach, limit));

/** An أن this far behind the subject belongs to another verb, unless a clause describes the subject. */
function isFarThat(scene: Scene, opening: Opening, approach: number): boolean {
  if (opening.kind !== "that" || opening.first - approach <= FAR_THAT) return false;
  for (let at = approach; at < approach + FAR_THAT; at++) {
    if (scene.isComma(at) || scene.has(at, "relative") || scene.has(at, "preposition"))
      return false;
  }
  return true;
}

function meets(
  scene: Scene,
  need: string,
  opening: Opening | null,
  approach: number,
  limit: number,
): boolean {
  switch (need) {
    case "opening":
      // A clause that describes the speaker may stand between.
      return (
        opening !== null &&
        (opening.kind !== "that" ||
          opening.first - approach < THAT_REACH ||
          scene.has(approach, "relative") ||
          (scene.isComma(approach) && scene.has(approach + 1, "relative")))
      );
    case "object": {
      const object = contentStart(scene, approach, limit);
      return object < limit && !scene.has(object, "preposition");
    }
    // "خلص التقرير إلى أن": with a clause between ("توصلا إلى اتفاق ينص على أن") somebody else says it.
    case "said-that":
      return (
        opening !== null &&
        opening.kind === "that" &&
        (contentStart(scene, approach, limit) >= opening.first - 1 ||
          // "خلصت الدراسة التي نشرتها الصحيفة إلى أن": behind a clause that describes who says it.
          (scene.has(approach, "relative") && scene.has(opening.first - 1, "prep.to")))
      );
    case "document":
      return opening !== null && wordWithin(scene, "speech.document", approach, limit);
    case "claim":
      return (
        wordWithin(scene, "speech.claim", approach, approach + CLAIM_REACH) ||
        scene.has(approach, "what")
      );
    // "كشفت الشرطة تفاصيل الحادث": right behind who reveals it.
    case "revealed":
      return isRevealed(scene, contentStart(scene, approach, limit));
    case "responsibility":
    case "condolence":
    case "renewed":
      return wordWithin(scene, `speech.${need}`, approach, limit);
    default:
      return findPreposition(scene, approach, limit, new Set([need]));
  }
}

const isRevealed = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.revealed") && !scene.main(at)?.preposition;

function wordWithin(scene: Scene, name: string, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + NEED_REACH); at++)
    if (scene.has(at, name)) return true;
  return false;
}

/** A preposition the verb takes, a few tokens on: joined (بـ) or a word (عن). */
function findPreposition(
  scene: Scene,
  from: number,
  limit: number,
  takes: ReadonlySet<string>,
): boolean {
  let apart = false;
  for (let at = from; at < Math.min(limit, from + PREPOSITION_REACH); at++) {
    const form = scene.form(at);
    if (takes.has(form)) return true;
    for (const take of takes) {
      const joined = take.length === 1;
      if (joined && (scene.bears(at, take) || scene.shape.mayBear(form, take))) return true;
      // "أشاد بما تحقق".
      if (joined && scene.isClosed(at) && scene.shape.isWhatBehind(form, take)) return true;
    }
    // "عبر المجلس في اجتماعه الذي عقد اليوم عن": a clause that describes something is none of his.
    apart ||= scene.isComma(at);
    if (at > from && scene.isVerb(at) && (apart || !scene.has(at - 1, "relative"))) return false;
  }
  return false;
}

/** Nouns that a verb with an object has for it. */
const OBJECTS = [
  "speech.content",
  "speech.renewed",
  "speech.claim",
  "event.masdar",
  "harm.noun",
] as const;

/**
 * "أعرب الوزير خلال استقبال الوفد عن شكره": of a verb without an object nothing is said before the preposition that it
 * takes, where that is a word. Its token; null where none stands in the clause.
 */
export function wordTaken(scene: Scene, takes: ReadonlySet<string>, from: number): number | null {
  if (takes.has("addressee")) return null;
  // "أعلنت الشركة عبر موقعها عن الأرباح": nor does one with an object that opens with how it was said.
  const object = takes.has("object");
  const how = scene.has(from, "preposition") && !scene.has(from, "prep.pronoun");
  if (object && (!how || takes.has(scene.form(from)))) return null;
  for (let at = from; at < from + PREPOSITION_REACH; at++) {
    const own = takes.has(scene.form(at)) && scene.has(at, "preposition");
    // "أكد لدى وصوله حرص بلاده على السلام", "طلبت إيران في أكثر من مناسبة إعادة الحصص": its object stands between.
    const apart = scene.has(at, "prep.about") || scene.isComma(at - 1);
    if (own && (!object || apart)) return at;
    if (object && OBJECTS.some((name) => scene.isBare(at, name))) return null;
    // "أشاد … بالجهود" takes the letter, and "على" behind it is of another word.
    for (const take of takes) if (take.length === 1 && scene.bears(at, take)) return null;
    const described = scene.has(at - 1, "relative") || scene.has(at - 1, "that");
    if (scene.isVerb(at) && !described) return null;
    if (scene.isStop(at) || scene.isColon(at) || scene.opensQuote(at) || scene.isCircumstance(at))
      return null;
  }
  return null;
}

/**
 * "أعرب لدى حضوره عن حزنه، سائلا الله أن": what the verb takes comes before an أن that belongs to
 * another word. Its preposition; null where nothing such stands there.
 */
export function aboutBefore(
  scene: Scene,
  takes: ReadonlySet<string>,
  from: number,
  limit: number,
): number | null {
  const only = !takes.has("object");
  const first = contentStart(scene, from, limit);
  const last = only
    ? Math.min(limit - 1, from + PREPOSITION_REACH)
    : Math.min(limit - 1, first + 1);
  for (let at = first; at < last; at++) {
    // "دعا إلى وجوب كذا، حيث أننا", but "دعا إلى أن".
    const governs = at === first && scene.has(at, "prep.to") && limit > at + 1;
    if (!takes.has(scene.form(at)) || !(governs || scene.has(at, "prep.about"))) continue;
    if (!scene.has(at - 1, "speech.adjunct") && !scene.has(at - 1, "speech.accord")) return at;
  }
  return null;
}

/**
 * "أعرب عن حزنه لما حدث وأمله في أن": the verb's own preposition stands right behind the speaker and
 * governs a noun, so that what is said begins there, and an أن further on lies inside it. Its
 * token; null where none does.
 */
export function ownPreposition(
  scene: Scene,
  { takes }: VerbFrame,
  from: number,
  opening: Opening,
): number | null {
  if (opening.kind !== "that") return null;
  const first = contentStart(scene, from, opening.first);
  // "أكدت على لسان متحدثها أن" tells by whose mouth.
  if (scene.unit(first, "speech.accord")) return null;
  // "اعترف بالقيام بكذا وإيهام المحققين بأنها".
  const joined = takes.has(scene.shape.by) && scene.bears(first, scene.shape.by);
  if (joined && !scene.has(first, "that") && opening.first > first + 2) return first;
  return takes.has(scene.form(first)) && opening.first > first + 1 ? first : null;
}

/**
 * "دعا الوالد السلطات إلى التعاون «بما أنه مواطن»": the object of the verb, or whom it is said to, stands in front of
 * the quotation and belongs to what is told. Its token; null where nothing but how it was said does.
 */
export function objectBefore(
  scene: Scene,
  { takes }: VerbFrame,
  from: number,
  opening: Opening,
): number | null {
  const first = contentStart(scene, from, opening.first);
  // "شدد على ضرورة الحل «وفق …»", "وعد باستقبال أشخاص «يحظون …»": the verb's own preposition governs what is said.
  const joined = takes.has(scene.shape.by) && scene.bears(first, scene.shape.by);
  const tells = takes.has(scene.form(first)) || joined;
  if (!takes.has("object") && !takes.has("addressee") && !tells) return null;
  if (first >= opening.first - 1 || !scene.isWord(first)) return null;
  const taken = takes.has(scene.form(first));
  const adjunct = ["preposition", "prep.in", "prep.for", "prep.with", "relative"].some((name) =>
    scene.has(first, name),
  );
  return taken || joined || !(adjunct || scene.isClosed(first) || scene.main(first)?.preposition)
    ? first
    : null;
}

/**
 * With "object" verbs an أن far inside the object opens a clause of the content. Behind a comma no
 * object stands: what lies between describes the speaker.
 */
export function opensAll(
  scene: Scene,
  { takes, needs }: VerbFrame,
  opening: Opening,
  approach: number,
): boolean {
  if (needs.includes("document") || scene.isComma(approach)) return true;
  // "دعا الصحف إلى الدقة، إضافة إلى أن": whom he calls on, then for what.
  if (takes.has("addressee") && opening.kind === "that") {
    for (let at = approach; at < Math.min(opening.first - 1, approach + PREPOSITION_REACH); at++)
      if (scene.has(at, "preposition") && takes.has(scene.form(at))) return false;
  }
  // "أكدت الإمارة على لسان متحدثها … أن".
  if (scene.unit(approach, "speech.accord")) return true;
  // "أوضحت الهيئة عبر حسابها على الموقع أن": what stands between is how it was said.
  if (scene.has(approach, "preposition") && !takes.has(scene.form(approach))) return true;
  return (
    opening.kind !== "that" || !takes.has("object") || opening.first - approach <= THAT_IN_OBJECT
  );
}
