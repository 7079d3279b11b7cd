import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { authorOf } from "./accord.js";
import { agrees, fitsRelative } from "./agreement.js";
import { contentStart } from "./asides.js";
import type { Attribution, Speaker, SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import { pointsBack } from "./back-reference.js";
import { frontedSubject } from "./fronted.js";
import type { Opening } from "./opening.js";
import { carrierAt, outletBefore, outletCarried, type Relays, relaysBetween } from "./outlets.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import {
  actorBefore,
  antecedentOf,
  isActor,
  subjectOfClause,
  subjectOfSentence,
} from "./subject.js";
import type { Subject } from "./subject-bounds.js";
import { beginsClause } from "./verb-frame.js";
import { withRefusal } from "./withheld.js";

/** Without an opening, relays are looked for in so many tokens behind the subject. */
const RELAY_REACH = 12;
/** A verb this near to the head of its sentence may take up somebody earlier. */
const HEAD_TOKENS = 3;
/** Words between a document and its author: صادر عن. */
const DOCUMENT_AUTHOR = 24;
/** "وفي ختام كلمته أكد": an adjunct in front of the verb has at most so many words. */
const LONGEST_FRONT = 12;
/** What such an adjunct begins with. */
const FRONTS = [
  "preposition",
  "prep.from",
  "adverb",
  "clause",
  "clause.front",
  "prep.about",
] as const;
/** A document that "says" stands at most so many tokens before its verb. */
const DOCUMENT_REACH = 16;

/** Who speaks by a verb. */
export interface Source {
  readonly rule: string;
  readonly chain: readonly Speaker[];
  /** The chain that a continuing verb takes up; null where the last speaker stays the one before. */
  readonly current: readonly Speaker[] | null;
  /** Said in a relative clause, which ends at its comma. */
  readonly aside: boolean;
}

/** A speaker whom the verb has for its subject. */
export function spoken(
  speech: Speech,
  at: number,
  { phrase, side }: Subject,
  opening: Opening | null,
  approach: number,
  sentence: Sentence,
): Source {
  const { scene } = speech;
  const speaker = withRefusal(scene, voiceOf(scene, phrase), opening?.first ?? approach);
  const stop = opening?.first ?? Math.min(sentence.last, approach + RELAY_REACH);
  const said = opening?.first ?? contentStart(scene, approach, sentence.last);
  const { outer, deeper } = behindOutlet(speaker, relaysBetween(speech, approach, stop, said));
  const inner = side === "before" ? phrase.first : at;
  // "في الوقت الذي دعت فيه": a conjunction of time, no relative clause.
  const aside = scene.has(at - 1, "relative") && !scene.has(at - 2, "speech.adjunct");
  const carrier = carrierAt(scene, phrase.last, approach);
  const through = [
    ...quotedBy(speech, inner, speaker),
    ...(carrier && !speech.own.is(carrier) ? [carrier] : []),
    ...outer,
    ...outletBefore(speech, at, sentence),
  ];
  // Who speaks to another outlet now does not still speak to the one before.
  const anew = through.some(({ kind }) => kind === "outlet");
  const links = [...through, ...(anew ? [] : outletCarried(speech, speaker)), speaker];
  const rule = side === "after" ? "attribution.verb-subject" : "attribution.subject-verb";
  const anybody = phrase.last - phrase.first === 1 && scene.has(phrase.first, "one-of");
  // "بعد أن أفادت الوكالة": when it was, and nothing that somebody says.
  const inside =
    scene.has(inner - 1, "that") && !scene.has(inner - 2, "before-that") && !isBut(speech, inner);
  const nested = aside || anybody || inside || isQuoted(speech, inner, speaker);
  const learned = [
    ...learnedFrom(scene, at, approach, stop),
    ...passedOn(scene, speaker, approach, opening),
  ];
  const chain = withoutRepeats(scene, [...links, ...learned, ...deeper]);
  // "ذكرت الوكالة نقلا عن مصدر … وأضاف": whom it quotes goes on, where the verb agrees with him.
  return { rule, chain, current: nested ? null : chain, aside };
}

/** "ذكرت الصحيفة، بحسب مصدر أمني، أن": who is no outlet told it to the outlet that tells it. */
function behindOutlet({ kind }: Speaker, relays: Relays): Relays {
  if (kind !== "outlet") return relays;
  const { outer, deeper } = relays;
  return {
    outer: outer.filter((link) => link.kind === "outlet"),
    deeper: [...outer.filter((link) => link.kind !== "outlet"), ...deeper],
  };
}

/** A statement "issued by X" is X speaking. */
function voiceOf(scene: Scene, phrase: SpeakerPhrase): Speaker {
  const document = scene.has(phrase.first, "speech.document");
  const author = document ? authorOf(scene, phrase.first + 1, phrase.last + DOCUMENT_AUTHOR) : null;
  return author ?? speakerOf(scene, phrase);
}

/**
 * A speaker brought in inside what another says (… إن X قال إن, حيث اعتبر X, طرق أعلنت عنها X) is
 * quoted by him.
 */
function quotedBy(speech: Speech, at: number, speaker: Speaker): readonly Speaker[] {
  const { scene } = speech;
  const enclosing = speech.enclosing(at);
  // "كما" adds another saying, though it holds "ما".
  // "إلا أن موسكو تنفي": the report goes on with a "but" of its own.
  if (isBut(speech, at)) return [];
  const opens =
    scene.isBare(at - 1, "clause.inner") ||
    ["that", "relative"].some((name) => scene.has(at - 1, name));
  // "وبحسب المرصد، قالت الشرطة إن": told by the one, said by the other.
  const relayed =
    enclosing?.first === at &&
    (enclosing.rule === "attribution.according-to" || isCarried(scene, enclosing));
  if (!opens && !relayed && !isQuoted(speech, at, speaker)) return [];
  return enclosing?.value.chain ?? [];
}

/** Behind an accusation or a denial, and outside what "that" or a quotation mark opened. */
function isBut(speech: Speech, at: number): boolean {
  const { scene } = speech;
  if (!scene.has(at - 1, "that") || !scene.has(at - 2, "speech.lead")) return false;
  const first = speech.enclosing(at)?.first ?? at;
  return !scene.has(first - 1, "that") && !speech.isQuotedAt(at);
}

/** "علمت «النهار» من مصادر مطلعة أن": from whom it learned so. */
function learnedFrom(scene: Scene, at: number, from: number, limit: number): readonly Speaker[] {
  const verb = scene.cue(at, "speech.verb");
  if (verb?.entry.features["from"] !== "source" || !scene.has(from, "prep.from")) return [];
  // "من موقع الحادث": where, and not from whom.
  const somebody = scene.isPersonal(from + 1) && !scene.has(from + 1, "speaker.outlet");
  const phrase = somebody ? speakerPhrase(scene, from + 1, limit) : null;
  return phrase ? [speakerOf(scene, phrase)] : [];
}

/** "ذكرت القناة عن المتحدث باسم الوزارة أن": what an outlet tells of somebody is his where "that" follows at once. */
function passedOn(
  scene: Scene,
  { kind }: Speaker,
  from: number,
  opening: Opening | null,
): readonly Speaker[] {
  if (kind !== "outlet" || !opening || !scene.has(from, "prep.about")) return [];
  const phrase = speakerPhrase(scene, from + 1, opening.first);
  if (!phrase || !(scene.isPersonal(phrase.first) || scene.name(phrase.first))) return [];
  const behind = scene.isComma(phrase.last) ? phrase.last + 1 : phrase.last;
  return behind === opening.first ? [speakerOf(scene, phrase)] : [];
}

/** "في بيان نشرته الوكالة، قالت الوزارة": the relay points back to the document that it carried. */
const isCarried = (scene: Scene, { rule, value }: Attribution): boolean =>
  rule === "attribution.relay" && !!scene.reading(value.cue.first, "speech.relay")?.enclitic;

/**
 * Between two quotation marks of a person's. A body that is quoted speaks of itself by its name, and
 * by no other's: "قالت الوزارة إن «المتهمين اعترفوا»".
 */
function isQuoted(speech: Speech, at: number, speaker: Speaker | null = null): boolean {
  if (!speech.isQuotedAt(at)) return false;
  const kind = speech.enclosing(at)?.value.chain.at(-1)?.kind;
  if (kind !== "institution" && kind !== "document") return true;
  return speaker !== null && OTHERS.has(speaker.kind);
}

/** Nobody whose words a body publishes as its own. */
const OTHERS: ReadonlySet<Speaker["kind"]> = new Set(["person", "witness", "anonymous"]);

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
    // "الأرقام التي تشير إلى", "الذين قدموا للسلام": without أن or a colon it may say nothing.
    const isDocument = speakerOf(scene, antecedent).kind === "document";
    if (!opening && (isDocument || !isActor(scene, antecedent.first))) return null;
    const chain = withoutRepeats(scene, [
      ...(enclosing?.value.chain ?? []),
      speakerOf(scene, antecedent),
    ]);
    return { rule, chain, current: null, aside: true };
  }
  if (isConclusion(scene, at, reading)) return null;
  if (frontedSubject(scene, at, sentence)) return null;
  if (isQuoted(speech, at) || hasUnknownSubject(scene, at, enclosing?.first)) return null;
  // "ومن يؤيد", "مما يكشف عن": whoever or whatever it be, no speaker named before.
  if (scene.has(at - 1, "prep.from") || !standsApart(scene, at, reading, sentence)) return null;
  // "ويتوقع أن", "يقدر عدد القتلى": mostly "it is expected", by nobody named.
  const guess = reading.entry.features["impersonal"] === "yes" && reading.tense === "present";
  const nobodys = opening?.first === at + 1 || (!reading.conjunction && scene.has(at + 1, "tally"));
  if (guess && nobodys && reading.gender === "masculine") return null;
  const found = actorOf(speech, at, reading, sentence);
  // "فوجئ المصلون بوجود الوزير واعتبروا": many speak, and he is one.
  const actor =
    found && reading.number === "plural" && !agreesWith(scene, reading, found) ? null : found;
  if (!actor && reading.preposition) return null;
  const chain = actor
    ? [speakerOf(scene, actor)]
    : (speech.takenUp(reading, at <= sentence.first + HEAD_TOKENS) ??
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
  const { sentences, sentenceOf } = scene.layer;
  const before = sentences[(sentenceOf[at] ?? 0) - 1];
  if (!before || before.heading) return null;
  const subject = subjectOfSentence(scene, before, before.last);
  if (!subject || !isActor(scene, subject.first)) return null;
  const speaker = speakerOf(scene, subject);
  return agrees(scene, reading, speaker) === true ? [speaker] : null;
}

const agreesWith = (scene: Scene, verb: Reading, phrase: TokenRange): boolean =>
  agrees(scene, verb, speakerOf(scene, phrase)) !== false;

const isOneMan = (scene: Scene, chain: readonly Speaker[]): boolean => {
  const origin = chain.at(-1);
  if (!origin || (origin.kind !== "person" && origin.kind !== "official")) return false;
  const head = scene.reading(origin.first, "speaker") ?? scene.main(origin.first);
  return !head || head.number === "singular";
};

/** A verb that takes up somebody begins its clause: behind a noun of its own clause it is said of that. */
function standsApart(scene: Scene, at: number, { enclitic }: Reading, sentence: Sentence): boolean {
  if (beginsClause(scene, at) || scene.has(at - 1, "what") || scene.has(at - 1, "that"))
    return true;
  // "ألقى كلمة أكد فيها": said in it by whoever gave it.
  // "ظهر في تسجيل مصور قال فيه".
  if (scene.has(at + 1, "prep.pronoun") && [at - 1, at - 2].some((one) => isRecord(scene, one)))
    return true;
  // "ومضى يقول", "وهو يؤكد".
  if (scene.isVerb(at - 1) || scene.isClosed(at - 1)) return true;
  // "ومن أهم كتبه:" are his books.
  if (enclitic !== "") return false;
  let first = at;
  while (first > sentence.first && at - first < LONGEST_FRONT) {
    const before = first - 1;
    if (!scene.isWord(before) && scene.token(before)?.kind !== "number") break;
    if (scene.isVerb(before) || scene.has(before, "relative")) return false;
    first--;
  }
  // "وفي ختام كلمته أكد": what stands in front of the verb is an adjunct.
  return scene.afterTime(first) > first || FRONTS.some((name) => scene.has(first, name));
}

const isRecord = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.adjunct") ||
  scene.unit(at, "speaker")?.reading.entry.features["kind"] === "document";

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

/** "أن المشرف يشدد على": inside what is said a bare verb behind a noun has that noun for its subject. */
function hasUnknownSubject(scene: Scene, at: number, first: number | undefined): boolean {
  if (first === undefined || at <= first || !scene.isWord(at - 1)) return false;
  const reading = scene.main(at);
  if (reading?.conjunction || reading?.preposition) return false;
  if (scene.isClosed(at - 1)) return false;
  return !["clause.front", "clause.inner", "aspect", "be", "what", "clause"].some((name) =>
    scene.has(at - 1, name),
  );
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

function withoutRepeats(scene: Scene, links: readonly Speaker[]): readonly Speaker[] {
  return links.filter((link, index) => {
    const before = links.slice(0, index);
    return !before.some((known) => known.name === link.name || pointsBack(scene, link, known));
  });
}
