import { markOf } from "../../text/marks.js";
import type { Reading } from "../../text/word.js";
import type { TokenRange } from "./attribution-reading.js";
import { isFollowed } from "./followed.js";
import { endOfQuotedName, namesSpeaker } from "./phrase-bracket.js";
import type { Scene } from "./scene.js";

/** Between a verb of saying and أن, a colon or a quotation stand at most this many tokens. */
const LONGEST_APPROACH = 48;
/** Nearer than this "إلى أن" is written for "أن" behind a verb that does not take it. */
const UNTIL_REACH = 6;
/** A quotation longer than this is speech; a shorter one inside the approach is a name. */
const LONGEST_QUOTED_NAME = 6;
/** Right behind the verb even a short quotation is speech. */
const SHORTEST_SPEECH = 2;

/** A verb that takes no preposition for its content. */
export const NOTHING_TAKEN: ReadonlySet<string> = new Set();

/** What opens the content of a saying: أن/إن, a colon, a quotation mark. */
export interface Opening extends TokenRange {
  readonly kind: "that" | "colon" | "quote";
}

/**
 * The first opening after a verb at `at - 1`, within its clause: another verb of saying on the
 * way takes it for itself.
 */
export function findOpening(
  scene: Scene,
  at: number,
  limit: number,
  taken: ReadonlySet<string> = NOTHING_TAKEN,
): Opening | null {
  const end = Math.min(limit, at + LONGEST_APPROACH);
  let next = at;
  /** "قال متحدث لقناة كذا «العدد مرشح للزيادة».": a short quotation that ends the sentence of a verb without an object. */
  let last: Opening | null = null;
  while (next < end) {
    // "حذر من أن": the verb's own preposition, which elsewhere makes a time or a degree of the clause.
    // "واصل الهلال سيطرته … إلى أن أطلق": "until", where the verb does not take it.
    const until = scene.has(next - 1, "prep.to") && next - at > UNTIL_REACH;
    const bound = (until || scene.has(next - 1, "before-that")) && !taken.has(scene.form(next - 1));
    if (isThat(scene, next) && !bound) {
      return { kind: "that", first: next, last: next + 1 };
    }
    // "نسخة منه (أتمنى أن …)": what stands in brackets opens nothing outside them.
    if (next > at && scene.form(next) === "(" && !isScripture(scene, next - 1)) {
      const close = closingBracket(scene, next, end);
      if (close !== null) {
        next = close + 1;
        continue;
      }
    }
    // "للفنانين المشاركين وهم: خالد وسامية": behind a pronoun a colon opens a list.
    if (scene.isColon(next) && next > at + 1 && scene.has(next - 1, "speech.list")) return last;
    if (scene.isColon(next)) return { kind: "colon", first: next, last: next + 1 };
    if (scene.opensQuote(next)) {
      const close = scene.closingQuote(next, limit);
      const length = (close ?? limit) - next - 1;
      const joined = scene.shape.isJoinedLetter(scene.form(next - 1));
      const named =
        close !== null &&
        length <= LONGEST_QUOTED_NAME &&
        (endOfQuotedName(scene, close) !== null ||
          (next === at && namesSpeaker(scene, next, close)));
      // A name's marks are closed beside it; what stays open in its sentence is speech.
      // "قال الوزير «إن الحدود آمنة»": behind a verb without an object what begins with "that" is no name.
      const clause = taken !== NOTHING_TAKEN && !taken.has("object") && scene.has(next + 1, "that");
      const speech =
        clause ||
        close === null ||
        length > LONGEST_QUOTED_NAME ||
        (length > SHORTEST_SPEECH && holdsClause(scene, next, close)) ||
        (next === at && length > SHORTEST_SPEECH && !named);
      if (speech && !joined) return { kind: "quote", first: next, last: next + 1 };
      const ends = close !== null && close >= limit - 2 && length > SHORTEST_SPEECH;
      if (ends && !joined && taken !== NOTHING_TAKEN && taken.size === 0 && next > at + 1)
        last = { kind: "quote", first: next, last: next + 1 };
      next = close === null || close >= end ? next + 1 : close + 1;
      continue;
    }
    if (next > at && isAnotherSaying(scene, next)) return null;
    next++;
  }
  return last;
}

/** "قال في كلمته "هذا الرعب مستمر"": in no name stands "this", "we" or "is". */
function holdsClause(scene: Scene, open: number, close: number): boolean {
  if (scene.has(open + 1, "that")) return false;
  // "ندعو رعايانا إلى المغادرة", "لا نعلم بذلك".
  const readings = scene.layer.words[open + 1]?.readings ?? [];
  if (readings.some((one) => one.tense === "present" && scene.isFirstPerson(open + 1, one)))
    return true;
  for (let at = open + 1; at < close; at++)
    if (CLAUSAL.some((name) => scene.has(at, name)) && !scene.name(open + 1)) return true;
  return false;
}

const CLAUSAL = ["demonstrative", "pronoun.personal", "that", "aspect", "be"] as const;

const isScripture = (scene: Scene, at: number): boolean =>
  scene.has(at, "sacred") || scene.has(at, "deity");

function closingBracket(scene: Scene, at: number, end: number): number | null {
  for (let next = at + 1; next < end; next++) if (scene.form(next) === ")") return next;
  return null;
}

/** "وأن" joins a second clause to what is already being said. */
const isThat = (scene: Scene, at: number): boolean => {
  const that = scene.reading(at, "that");
  if (that === null || that.conjunction === scene.shape.and) return false;
  // "سي. إن. إن.": the name of a letter.
  const behind = scene.token(at + 1);
  if (behind?.form === "." && !behind.spaced) return false;
  return !scene.isNameParticle(at) && scene.unit(at, "speech.wish") === null;
};

/** Spelled like a preposition or a noun: no sign of a verb by itself. */
const isHomograph = ({ entry }: Reading): boolean =>
  entry.features["guard"] === "between" || entry.features["guard"] === "noun";

/** An indefinite document stands right in front, or with "of hers" between. */
function ofDocument(scene: Scene, at: number): boolean {
  const document = isDocument(scene, at - 1) ? at - 1 : at - 2;
  return isDocument(scene, document) && !scene.main(document)?.article;
}

const isDocument = (scene: Scene, at: number): boolean =>
  scene.has(at, "speech.document") ||
  scene.has(at, "speech.adjunct") ||
  scene.reading(at, "speaker")?.entry.features["kind"] === "document";

/** "سفينة تحمل نحو 370 ناجيا": what says something only with a certain noun behind it. */
const lacksNoun = (scene: Scene, at: number, { entry }: Reading): boolean => {
  const need = NOUNS_NEEDED.find((one) => entry.features["needs"] === one);
  if (!need) return false;
  for (let next = at + 1; next < at + NOUN_REACH; next++)
    if (scene.has(next, `speech.${need}`)) return false;
  return true;
};

const NOUNS_NEEDED = ["responsibility", "condolence", "renewed", "document", "claim"] as const;
/** It stands this near behind its verb. */
const NOUN_REACH = 7;

/** "بحسب ما نقلت", "كما ذكرت", "حسبما أفاد". */
const isOfAccord = (scene: Scene, at: number): boolean =>
  scene.unit(at - 1, "speech.accord-clause") !== null ||
  (scene.has(at - 1, "what") &&
    [at - 2, at - 3].some((first) => {
      const accord = scene.unit(first, "speech.accord");
      return accord !== null && accord.last <= at - 1;
    }));

/** Most tokens bear none of these. */
const SAYING = markOf(["speech.participle", "speech.verb", "speech.relay"]);

function isAnotherSaying(scene: Scene, at: number): boolean {
  if (((scene.layer.marks[at] ?? 0) & SAYING) === 0) return false;
  // "وقال الوزير، بحسب ما نقلت الوكالة، إن": the verb of "according to what" opens nothing of its own.
  if (isOfAccord(scene, at)) return false;
  // "حذر من ذلك بقوله: …": the verb of saying in front tells how it was meant.
  if (scene.has(at, "speech.by-saying")) return false;
  if (scene.isCircumstance(at) && (scene.isComma(at - 1) || scene.has(at + 1, "that"))) return true;
  const reading = scene.reading(at, "speech.verb") ?? scene.reading(at, "speech.relay");
  if (!reading || isHomograph(reading) || scene.nominalContext(at)) return false;
  if (isFollowed(reading) || lacksNoun(scene, at, reading)) return false;
  // "وتابع الشيخ يقول: …": how he went on.
  if (reading.tense === "present" && !reading.conjunction && scene.isColon(at + 1)) return false;
  // "أحد السكان ويدعى سالم": how he is called.
  const ending = reading.tense === "present" ? reading.entry.features["ends"] : undefined;
  if (ending !== undefined && !scene.written(at).endsWith(ending)) return false;
  // "في بيان نشرته الوكالة": who carried the document.
  // "في تقرير لها نشر اليوم أن": that it was published.
  if (reading.entry.features["needs"] === "media" && (reading.enclitic || ofDocument(scene, at)))
    return false;
  // "في بيان أوردته الوكالة".
  if (reading.enclitic && reading.entry.classes.includes("speech.relay") && ofDocument(scene, at))
    return false;
  // يعتقد is a particle of what may be, too.
  const verb =
    scene.main(at)?.entry.pos === "verb" || reading.entry.features["impersonal"] === "yes";
  if (scene.isNegated(at) || !verb) return false;
  if (scene.isFirstPerson(at, reading) || scene.isBlessing(at, reading)) return false;
  // "… الذي قال", "كان قد قال", "التي كانت تتحدث": the relative clause describes the speaker.
  if (scene.has(at - 1, "be") && scene.has(at - 2, "relative")) return false;
  return !scene.has(at - 1, "relative") && !scene.has(at - 1, "aspect") && reading.tense !== null;
}
