import type { Sentence } from "../../text/layer.js";
import type { NameAt, SpeakerPhrase } from "./attribution-reading.js";
import { frontedSpeaker } from "./fronted.js";
import type { Scene } from "./scene.js";
import { speakerPhrase } from "./speaker-phrase.js";

/** "رفع المحتجون شعارات", "غادر الرئيس العاصمة": a verb of which nothing is known may have an object. */
const ANY_VERB = { taken: new Set(["object"]) };

/** A subject further in front of its verb than this belongs to another clause. */
const LONGEST_FRONT = 24;
/** The verb of a sentence stands at its head, give or take a conjunction and a time. */
const HEAD_TOKENS = 6;
/** A subject further in front of what it says belongs to another clause. */
const LONGEST_CLAUSE = 40;
/** Who is described by a relative clause is named in so many tokens. */
const LONGEST_ANTECEDENT = 12;
/** An office that is the sentence's subject stands this near to its head. */
const HEAD_OFFICE = 5;
/** A name in quotation marks, its marks counted, has at most so many tokens. */
const LONGEST_QUOTED_NAME = 6;
/** In front of "that": "غير أن", "إلا أن". */
const BUT = ["except", "clause.front", "speech.lead"] as const;
/** What somebody is, between commas, has at most so many tokens. */
const LONGEST_CALLING = 12;
/** An aside between subject and verb (في بيان،) has at most so many tokens. */
const LONGEST_ASIDE = 6;

/**
 * The noun phrase in front of a verb of saying that is its subject: "المصادر أوضحت",
 * "لكن مصدرا مطلعا قال", "كانت وزارة الدفاع أوضحت". A verb with a joined و carries the last
 * speaker instead.
 */
export function subjectBefore(
  scene: Scene,
  verb: number,
  sentence: Sentence,
): SpeakerPhrase | null {
  const first = Math.max(sentence.first, verb - LONGEST_FRONT);
  const joined = scene.layer.words[verb]?.readings.find((one) => one.tense !== null)?.conjunction;
  // "أما الوحدة فتتحدث": the ف answers أما.
  if (joined && !(joined === scene.shape.answer && asFor(scene, first, verb))) return null;
  const quoted = quotedBefore(scene, first, verb) ?? describedBefore(scene, first, verb);
  if (quoted) return quoted;
  for (let start = first; start < verb; start++) {
    if (!canBegin(scene, start, sentence)) continue;
    const phrase = speakerPhrase(scene, start, verb, { upToVerb: true });
    if (phrase && reachesVerb(scene, phrase.last, verb)) return phrase;
  }
  return frontedSpeaker(scene, verb, sentence);
}

/** "إلا أن «أوبك» أعلنت": a name in marks of its own, right in front of its verb. */
function quotedBefore(scene: Scene, first: number, verb: number): SpeakerPhrase | null {
  const close = verb - 1;
  if (!scene.isQuote(close) || scene.opensQuote(close)) return null;
  for (let open = close - 2; open >= Math.max(first, close - LONGEST_QUOTED_NAME); open--) {
    if (!scene.isQuote(open)) continue;
    const begins = open === first || scene.isComma(open - 1) || scene.has(open - 1, "that");
    if (!scene.opensQuote(open) || !begins) return null;
    return { first: open, last: close + 1, joined: false };
  }
  return null;
}

/** «كانت "كتائب كذا"، الجناح العسكري للحركة، أعلنت»: what describes the name stands between commas. */
function describedBefore(scene: Scene, first: number, verb: number): SpeakerPhrase | null {
  const open = scene.has(first, "be") ? first + 1 : first;
  const close = scene.opensQuote(open)
    ? scene.closingQuote(open, Math.min(verb, open + LONGEST_QUOTED_NAME + 1))
    : null;
  if (close === null || !scene.isComma(close + 1) || !canSpeak(scene, close + 2)) return null;
  const comma = nextComma(scene, close + 2, verb);
  if (comma >= verb || !reachesVerb(scene, comma, verb)) return null;
  return { first: open, last: close + 1, joined: false };
}

function asFor(scene: Scene, first: number, verb: number): boolean {
  for (let at = first; at < verb; at++) if (scene.has(at, "as-for")) return true;
  return false;
}

/**
 * The subject of the sentence's own verb, for a participle that qualifies it: "قدم مسن رواية …،
 * موضحا أن". Null where the sentence does not begin with a verb and its subject.
 */
export function subjectOfSentence(
  scene: Scene,
  sentence: Sentence,
  limit: number,
): SpeakerPhrase | null {
  // "سالم العلي وصف القرار بالمهم، مشيرا إلى": by his own name at the head.
  if (beginsWithName(scene, sentence.first)) return speakerPhrase(scene, sentence.first, limit);
  for (let at = sentence.first; at < Math.min(limit, sentence.first + HEAD_TOKENS); at++) {
    const verb = scene.layer.words[at]?.readings.some((reading) => reading.entry.pos === "verb");
    if (!verb || scene.nominalContext(at)) continue;
    const phrase = speakerPhrase(scene, at + 1, limit, ANY_VERB);
    // "وطالب المواطنين": whom it is said to.
    if (phrase && scene.shape.isOblique(scene.form(phrase.first))) return null;
    return phrase && canSpeak(scene, phrase.first) ? phrase : null;
  }
  return null;
}

/** Somebody by his own name, or a given name and a family name that is a common word, too ("يحيى عسيري"). */
export function beginsWithName(scene: Scene, at: number): boolean {
  const name = scene.name(at);
  if (name) return name.kind === "person" && name.skip === 0 && !scene.isOfficial(at);
  if (!scene.isBare(at, "given-name") || scene.afterTime(at) > at) return false;
  const next = at + 1;
  if (!scene.isWord(next) || scene.isClosed(next) || scene.isVerb(next)) return false;
  return (
    ["surname", "given-name"].some((part) => scene.has(next, part)) ||
    scene.shape.isNisba(scene.form(next))
  );
}

/**
 * The nearest subject in front of a token that can act and speak: "ألقى رئيس النادي كلمة …، داعيا",
 * "زار الوزير المصنع وقال". Verbs of relative clauses and of what is said have subjects of their own.
 */
export function subjectOfClause(
  scene: Scene,
  sentence: Sentence,
  at: number,
): SpeakerPhrase | null {
  for (let verb = at - 1; verb >= Math.max(sentence.first, at - LONGEST_CLAUSE); verb--) {
    const isVerb = scene.layer.words[verb]?.readings.some(({ entry }) => entry.pos === "verb");
    if (!isVerb || scene.nominalContext(verb)) continue;
    // "في الوقت الذي قلل فيه المتحدث من": a clause of time has the sentence's own subject.
    const during = scene.has(verb - 1, "relative") && scene.has(verb - 2, "speech.adjunct");
    if ((scene.has(verb - 1, "relative") && !during) || scene.has(verb - 1, "that")) continue;
    const start = scene.has(verb + 1, "prep.pronoun") ? verb + 2 : verb + 1;
    const phrase =
      speakerPhrase(scene, start, at, ANY_VERB) ?? frontedActor(scene, verb, start, sentence);
    // "يناشد المسؤولين": who is spoken to.
    if (phrase && scene.shape.isOblique(scene.form(phrase.first))) continue;
    if (phrase && (phrase.first < verb || isActor(scene, phrase.first))) return phrase;
  }
  return officialAtHead(scene, sentence, at);
}

/** "غير أن الجمعيات سارعت إلى الرد، مؤكدة": in front of a verb that governs by a preposition right behind it. */
function frontedActor(
  scene: Scene,
  verb: number,
  behind: number,
  sentence: Sentence,
): SpeakerPhrase | null {
  const governs = scene.has(behind, "preposition") || scene.has(behind, "prep.to");
  const fronted = governs ? frontedSpeaker(scene, verb, sentence) : null;
  if (!fronted || scene.has(fronted.last - 1, "negation")) return null;
  // "قال إن المقاومة سارعت إلى كذا": told by him who speaks; "غير أن" begins the report's own clause.
  const told = scene.has(fronted.first - 1, "that");
  return told && !BUT.some((name) => scene.has(fronted.first - 2, name)) ? null : fronted;
}

/** "حفز رئيس البعثة اللاعبين ووعدهم": an office right behind a first word that no lexicon knows for a verb. */
function officialAtHead(scene: Scene, sentence: Sentence, at: number): SpeakerPhrase | null {
  const last = Math.min(at, sentence.first + HEAD_OFFICE);
  for (let start = sentence.first + 1; start < last; start++) {
    const main = scene.main(start);
    if (!scene.isOfficial(start) || main?.conjunction || main?.preposition) continue;
    if (scene.has(start - 1, "preposition") || scene.has(start - 1, "prep.in")) continue;
    return speakerPhrase(scene, start, at, ANY_VERB);
  }
  return null;
}

/** Somebody definite: by name, by office, or with the article. */
export function isActor(scene: Scene, at: number): boolean {
  const name = scene.name(at);
  if (name) return name.kind !== "place";
  if (scene.isOfficial(at)) return true;
  // "والدة الطفل": definite by what stands behind it.
  const definite =
    scene.shape.isDefinite(scene.form(at)) ||
    (scene.has(at, "counted.kin") && scene.shape.isDefinite(scene.form(at + 1)));
  return scene.isPersonal(at) && definite;
}

/** "المسؤول الذي قال إن": who is described by a relative clause, from its pronoun. */
export function antecedentOf(
  scene: Scene,
  relative: number,
  sentence: Sentence,
): SpeakerPhrase | null {
  const end = scene.isComma(relative - 1) ? relative - 1 : relative;
  for (let start = Math.max(sentence.first, end - LONGEST_ANTECEDENT); start < end; start++) {
    const oneOf = scene.has(start, "one-of") && canSpeak(scene, start + 1);
    if (!canSpeak(scene, start) && !oneOf) continue;
    const phrase = speakerPhrase(scene, start, end, { joinedHead: true });
    if (phrase?.last === end) return phrase;
  }
  return null;
}

/** Nearest person or body named in front of a token of the sentence. */
export function actorBefore(scene: Scene, at: number, sentence: Sentence): NameAt | null {
  for (let back = at - 1; back >= sentence.first; back--) {
    const name = scene.name(back);
    if (name && name.kind !== "place" && name.last <= at) return name;
  }
  return null;
}

/** Somebody named or told by his calling; "الفلسطينيون" are people by their ending. */
const canSpeak = (scene: Scene, at: number): boolean =>
  scene.name(at) !== null ||
  scene.isPersonal(at) ||
  (scene.shape.isDefinite(scene.form(at)) && scene.shape.isSoundPlural(scene.form(at)));

/** A subject begins its clause: at the sentence's head, after a comma, after لكن or كان. */
function canBegin(scene: Scene, at: number, sentence: Sentence): boolean {
  // "غير أن عدة وسائل إعلام أفادت": how many of them.
  const which = scene.unit(at, "speech.latest");
  const some = which !== null && canSpeak(scene, which.last);
  const honoured = some || (scene.has(at, "honorific") && canSpeak(scene, at + 1));
  const before = at - 1;
  const named = at === sentence.first && beginsWithName(scene, at);
  if (!honoured && !named && !canSpeak(scene, at) && !isCalled(scene, at)) return false;
  return (
    at === sentence.first ||
    scene.isComma(before) ||
    scene.isStop(before) ||
    (scene.opensQuote(before) && scene.has(before - 1, "that")) ||
    scene.has(before, "be") ||
    scene.has(before, "clause.front")
  );
}

/** "وكان منصور التركي المتحدث الأمني قد أعلن": a given name and a family name that is a common word, before an office. */
const isCalled = (scene: Scene, at: number): boolean =>
  scene.has(at - 1, "be") &&
  scene.has(at, "given-name") &&
  scene.shape.isDefinite(scene.form(at + 1)) &&
  scene.isOfficial(scene.isComma(at + 2) ? at + 3 : at + 2);

/** Between subject and verb only commas, times, قد and short asides may stand. */
function reachesVerb(scene: Scene, from: number, verb: number): boolean {
  let at = from;
  while (at < verb) {
    const next = afterFiller(scene, at, verb);
    if (next === at) return false;
    at = next;
  }
  return at === verb;
}

function afterFiller(scene: Scene, at: number, verb: number): number {
  const time = scene.afterTime(at);
  if (time > at) return time;
  const aside = afterCalling(scene, at, verb);
  if (aside > at) return aside;
  if (scene.isComma(at) || scene.has(at, "aspect") || scene.has(at, "be")) return at + 1;
  // A relative clause between commas: "الذي يترأس المنظمة،".
  if (scene.has(at, "relative")) {
    const comma = nextComma(scene, at + 1, verb);
    if (comma < verb) return comma;
    return describesOnly(scene, at, verb) ? verb : at;
  }
  if (!scene.has(at, "prep.in")) return at;
  const end = nextComma(scene, at + 1, Math.min(verb, at + LONGEST_ASIDE));
  return scene.isComma(end) || end === verb ? end : at;
}

/** "الدراسة التي نشرتها المجلة قالت إن": a relative clause with a verb of its own, and "that" at once behind the second. */
function describesOnly(scene: Scene, relative: number, verb: number): boolean {
  if (!scene.isVerb(relative + 1) || verb <= relative + 2) return false;
  if (!scene.has(verb + 1, "that") && !scene.has(verb + 2, "that")) return false;
  // "هم شعلة يتوقع أن": expected by nobody named.
  const saying = scene.reading(verb, "speech.verb");
  if (saying?.tense === "present" && saying.entry.features["impersonal"] === "yes") return false;
  for (let at = relative + 2; at < verb; at++) {
    if (scene.has(at, "that") || scene.isVerb(at) || scene.has(at, "relative")) return false;
  }
  return true;
}

/** "سالم، وهو محلل سياسي، قال", "سالم، محلل سياسي، قال": what he is, between commas. */
function afterCalling(scene: Scene, at: number, verb: number): number {
  if (!scene.isComma(at)) return at;
  const calling = scene.isPersonal(at + 1) && !scene.shape.isDefinite(scene.form(at + 1));
  if (!calling && !scene.has(at + 1, "pronoun.personal")) return at;
  const comma = nextComma(scene, at + 1, Math.min(verb, at + LONGEST_CALLING));
  return scene.isComma(comma) ? comma : at;
}

function nextComma(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < limit && !scene.isComma(at)) at++;
  return at;
}
