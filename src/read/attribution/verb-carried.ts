import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { agrees, fitsRelative } from "./agreement.js";
import type { Speaker, SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import { keepsFloor, saysInRecord } from "./floor.js";
import { frontedSubject } from "./fronted.js";
import type { Opening } from "./opening.js";
import { relaysBetween } from "./outlets.js";
import { authorOfRecord } from "./record-author.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import type { Speech } from "./speech.js";
import {
  actorBefore,
  antecedentOf,
  isActor,
  subjectOfClause,
  subjectOfSentence,
} from "./subject.js";
import { frameOf } from "./verb-frame.js";
import { isQuoted, type Source, withoutRepeats } from "./verb-source.js";

/** A verb this near to the head of its sentence may take up somebody earlier. */
const HEAD_TOKENS = 3;
/** A document that "says" stands at most so many tokens before its verb. */
const DOCUMENT_REACH = 16;

/** The chain of a verb without a subject of its own; null where nobody is known to speak. */
export function carriedOn(
  speech: Speech,
  at: number,
  reading: Reading,
  opening: Opening | null,
  sentence: Sentence,
): Source | null {
  const { scene } = speech;
  const rule = "attribution.verb-carried";
  const enclosing = speech.enclosing(at);
  // "تلقت بلاغا يفيد بوقوع": the document speaks, inside what is being said.
  // So does "أصدر فتوى أكدت أن"; but "أصدر بيانا أكد فيه" is said by who issued it.
  const within =
    reading.tense === "past" &&
    (scene.has(at - 1, "speaker") || isFinding(scene, at - 1)) &&
    !scene.has(at + 1, "speech.filler") &&
    !scene.has(at + 1, "prep.pronoun");
  const document =
    reading.tense === "present" || (within && reading.conjunction === "")
      ? documentBefore(scene, at, reading, sentence)
      : null;
  if (document) {
    const outer = enclosing?.value.chain ?? [];
    return {
      rule,
      chain: withoutRepeats(scene, [...outer, document]),
      current: null,
      aside: false,
    };
  }
  const relative = scene.has(at - 1, "aspect") ? at - 2 : at - 1;
  if (scene.has(relative, "relative")) {
    const antecedent = antecedentOf(scene, relative, sentence);
    if (!antecedent || !fitsRelative(scene, relative, reading)) return null;
    // "الأرقام التي تشير إلى", "الذين قدموا للسلام": without أن or a colon it says something only of one by name, of whom
    // the report tells itself.
    const told = reading.number === "singular" && isNamed(scene, antecedent) && !enclosing;
    if (!opening && !told) return null;
    const chain = withoutRepeats(scene, [
      ...(enclosing?.value.chain ?? []),
      speakerOf(scene, antecedent),
    ]);
    return { rule, chain, current: null, aside: true };
  }
  if (isConclusion(scene, at, reading)) return null;
  if (frontedSubject(scene, at, sentence)) return null;
  // "عن بالغ إدانته", "مشروع الأربعة ملايين فدان": a noun of the same letters.
  if (isQuoted(speech, at) || (!opening && scene.main(at)?.entry.pos === "noun")) return null;
  // "ومن يؤيد", "مما يكشف عن": whoever or whatever it be, no speaker named before.
  if (scene.has(at - 1, "prep.from")) return null;
  if (!keepsFloor(scene, at, reading, opening, sentence, !!enclosing)) return null;
  if (!opening && standsBehind(scene, at, reading)) return null;
  // "ويتوقع أن", "يقدر عدد القتلى": mostly "it is expected", by nobody named.
  const guess = reading.entry.features["impersonal"] === "yes" && reading.tense === "present";
  const nobodys = opening?.first === at + 1 || (!reading.conjunction && scene.has(at + 1, "tally"));
  if (guess && nobodys && reading.gender === "masculine") return null;
  const author = authorOfRecord(scene, at, sentence);
  // "قالت المصادر إن المركز تلقى بلاغا من فتاة تدعي فيه أن": told by whoever speaks around it.
  if (author && enclosing && author.first >= enclosing.first) {
    const chain = withoutRepeats(scene, [...enclosing.value.chain, speakerOf(scene, author)]);
    return agreesWith(scene, reading, author) ? { rule, chain, current: null, aside: true } : null;
  }
  const found = author ?? actorOf(speech, at, reading, sentence);
  // "فوجئ المصلون بوجود الوزير واعتبروا": many speak, and he is one; "سلمت الشرطة المتهم واعترف": a man speaks.
  // "أرسل العميد رسالة، تحذرهم": the verb agrees with what he sent.
  const his =
    found && (agreesWith(scene, reading, found) || saysInRecord(scene, at, reading, sentence));
  const actor = his ? found : null;
  if (!actor && reading.preposition) return null;
  const chain = actor
    ? [speakerOf(scene, actor)]
    : (actedSince(speech, at, reading, sentence) ??
      speech.takenUp(reading, at <= sentence.first + HEAD_TOKENS) ??
      actedBefore(speech, at, reading, sentence));
  // "أجرى الملك اتصالا بالرئيس أكدا فيه": two spoke, of whom one alone would be named.
  if (reading.number === "dual" && chain && isOneMan(scene, chain)) return null;
  if (!chain) return null;
  const { outer, deeper } = opening
    ? relaysBetween(speech, at + 1, opening.first)
    : { outer: [], deeper: [] };
  const told = withoutRepeats(scene, [...outer, ...chain, ...deeper]);
  return { rule, chain: told, current: chain, aside: false };
}

/** "الإداري محمد العلي", "منظمة «أطباء الضفاف»": a name that is no place's ends there. */
function isNamed(scene: Scene, { first, last }: TokenRange): boolean {
  if (scene.isQuote(last - 1)) return true;
  for (let at = first; at < last; at++) {
    const name = scene.name(at);
    if (name && name.kind !== "place" && name.last === last) return true;
  }
  return false;
}

/**
 * "وأيده عموم التجار", "وطالب آخرون بالمصالحة": a noun behind a verb that bears its object, and a plural in the
 * nominative, are the subject, though nobody who is known to speak.
 */
function standsBehind(scene: Scene, at: number, reading: Reading): boolean {
  const next = at + 1;
  if (!scene.isWord(next) || scene.afterTime(next) > next || scene.isClosed(next)) return false;
  const main = scene.main(next);
  if (main?.preposition || main?.conjunction) return false;
  const form = scene.form(next);
  if (scene.shape.isOfActors(form) || scene.shape.isOfManyActors(form)) return true;
  const { takes } = frameOf(reading);
  if (reading.enclitic === "" || takes.has("addressee") || !takes.has("object")) return false;
  const somebody = scene.isPersonal(next) || scene.name(next) !== null;
  // "واعتبرته سلسلة من كذا": what it is held for.
  if (reading.entry.features["double"] === "yes") return somebody;
  return (somebody || main?.entry.pos === "noun") && !scene.isAccusative(next);
}

/**
 * "ارتفع العدد ما يشير إلى", "وهو ما يؤكد قوته": what it points to is the report's own conclusion; but "ما يقول إنه"
 * is what somebody says.
 */
function isConclusion(scene: Scene, at: number, { tense, enclitic }: Reading): boolean {
  // "كما يشيد بـ" adds another saying.
  const bare = scene.has(at - 1, "what") && !scene.has(at - 1, "clause.front");
  const what = bare || scene.shape.isWhatOf(scene.form(at - 1));
  return what && tense === "present" && enclitic === "" && !scene.has(at + 1, "that");
}

/**
 * "افتتحت المديرة المعرض. وأوضحت أن": where nobody has spoken so far, whoever acted in the sentence before goes on to say.
 */
function actedBefore(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): readonly Speaker[] | null {
  const { scene, current } = speech;
  if (current || reading.conjunction === "" || at > sentence.first + HEAD_TOKENS) return null;
  return actorOfSentenceBefore(scene, at, reading);
}

function actorOfSentenceBefore(
  scene: Scene,
  at: number,
  reading: Reading,
): readonly Speaker[] | null {
  const { sentences, sentenceOf } = scene.layer;
  const before = sentences[(sentenceOf[at] ?? 0) - 1];
  if (!before || before.heading) return null;
  const subject = subjectOfSentence(scene, before, before.last);
  if (!subject || !isActor(scene, subject.first)) return null;
  const speaker = speakerOf(scene, subject);
  return agrees(scene, reading, speaker) === true ? [speaker] : null;
}

/**
 * "قال شهود إن … . ووصل المحافظ إلى المكان. وقال": of several who spoke "he said" tells nothing, of one who acted since
 * then it does.
 */
function actedSince(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): readonly Speaker[] | null {
  const { scene, current } = speech;
  const origin = current?.at(-1);
  if (!origin || reading.number !== "singular" || reading.conjunction === "") return null;
  if (reading.entry.classes.includes("speech.continue") || at > sentence.first + HEAD_TOKENS)
    return null;
  const several = scene.reading(origin.first, "speaker")?.number === "plural";
  const people =
    origin.kind === "witness" || origin.kind === "person" || origin.kind === "official";
  return several && people ? actorOfSentenceBefore(scene, at, reading) : null;
}

const agreesWith = (scene: Scene, verb: Reading, phrase: TokenRange): boolean =>
  agrees(scene, verb, speakerOf(scene, phrase)) !== false;

const isOneMan = (scene: Scene, chain: readonly Speaker[]): boolean => {
  const origin = chain.at(-1);
  if (!origin || (origin.kind !== "person" && origin.kind !== "official")) return false;
  if (scene.name(origin.first)?.kind === "person") return true;
  const head = scene.reading(origin.first, "speaker") ?? scene.main(origin.first);
  return !head || head.number === "singular";
};

/** The one who acts in this clause: "ووعدهم بـ", "ما تقول إنه", "زار الوزير المصنع وقال إن". */
function actorOf(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): { readonly first: number; readonly last: number } | null {
  const { scene } = speech;
  const acting = reading.enclitic !== "" || scene.has(at - 1, "what");
  if (!acting && speech.hasSpoken()) return null;
  const subject = coordinated(scene, at, reading, sentence) ?? subjectOfClause(scene, sentence, at);
  if (subject || !acting) return subject;
  const actor = actorBefore(scene, at, sentence);
  // "للقائمين على مركز التأهيل وحثهم": of whom something is told in passing; but "للقوة التي قتلته واتهمته".
  const passing = actor && (actor.skip > 0 || scene.has(actor.first - 1, "preposition"));
  return passing && !scene.has(actor.last, "relative") ? null : actor;
}

/** Tokens from a second verb back to the first. */
const COORDINATED_REACH = 24;

/** "إلا أن الأهالي رفضوا ذلك، وطالبوا": the plural of a second verb is theirs who stand in front of the first. */
function coordinated(
  scene: Scene,
  at: number,
  reading: Reading,
  sentence: Sentence,
): SpeakerPhrase | null {
  if (reading.number !== "plural" || reading.conjunction !== scene.shape.and || reading.enclitic)
    return null;
  for (let verb = at - 1; verb > Math.max(sentence.first, at - COORDINATED_REACH); verb--) {
    const first = scene.layer.words[verb]?.readings.find(({ tense }) => tense !== null);
    if (first?.number !== "plural" || !scene.isVerb(verb) || !scene.isPersonal(verb - 1)) continue;
    const opens = ["that", "clause.front"].some((name) => scene.has(verb - 2, name));
    if (opens || verb - 1 === sentence.first || scene.isComma(verb - 2))
      return { first: verb - 1, last: verb, joined: false };
  }
  return null;
}

/** "تقريرا كشف عن ممارسات": it speaks itself; "بيانا أكد" is the word of whoever issued it. */
function isFinding(scene: Scene, at: number): boolean {
  const document = scene.reading(at, "speech.document");
  return document !== null && document.entry.features["medium"] !== "statement";
}

/** An indefinite document a little before, in the same sentence. */
function documentBefore(
  scene: Scene,
  at: number,
  verb: Reading,
  sentence: Sentence,
): Speaker | null {
  for (let back = at - 1; back >= Math.max(sentence.first, at - DOCUMENT_REACH); back--) {
    const finding = isFinding(scene, back) ? scene.reading(back, "speech.document") : null;
    const reading = finding ?? scene.reading(back, "speaker");
    const isDocument = reading?.entry.features["kind"] === "document";
    if (reading && isDocument && !reading.article && !reading.enclitic && !reading.preposition) {
      const gender = reading.number === "plural" ? "feminine" : reading.gender;
      if (gender !== verb.gender) return null;
      return speakerOf(scene, { first: back, last: back + 1 });
    }
  }
  return null;
}
