import type { LinkKind } from "../../core/contract.js";
import { textOf } from "../../text/layer.js";
import type { Speaker, SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** No speaker is named in more tokens than this. */
const LONGEST_SPEAKER = 24;
/** A quotation this short inside a noun phrase is a name (شبكة "فرات بوست"), not speech. */
const LONGEST_QUOTED_NAME = 6;

/**
 * The noun phrase that names a speaker, from token `at`: head, complements, adjectives, names,
 * the place he speaks from. Ends before what is said, before adjuncts and before a verb.
 * Null where no noun phrase begins here.
 * @param taken prepositions that the verb of saying takes for its content (حذر من)
 * @param joinedHead the head may bear a joined preposition (لوكالة سانا, للمصادر ذاتها)
 */
export function speakerPhrase(
  scene: Scene,
  at: number,
  limit: number,
  joinedHead = false,
  taken: readonly string[] = [],
): SpeakerPhrase | null {
  const end = Math.min(limit, at + LONGEST_SPEAKER);
  let last = at;
  let next = at;
  let officials = false;
  /** The token before closes a proper name: only what describes it can follow. */
  let named = false;
  while (next < end) {
    const name = scene.name(next);
    if (name && (next === at || joins(scene, next, officials))) {
      for (let inside = next; inside < name.last; inside++) officials ||= isOfficial(scene, inside);
      next = Math.min(name.last, end);
      last = next;
      named = isProper(scene, name, at);
      continue;
    }
    const token = scene.layer.tokens[next];
    if (!token) break;
    if (scene.opensQuote(next)) {
      const close = scene.closingQuote(next, end);
      if (next === at || close === null || close - next - 1 > LONGEST_QUOTED_NAME) break;
      next = close + 1;
      last = next;
      continue;
    }
    if (token.form === "(") {
      const close = indexOfForm(scene, ")", next, end);
      if (next === at || close < 0 || close - next > LONGEST_QUOTED_NAME + 2) break;
      next = close + 1;
      last = next;
      continue;
    }
    if (scene.isComma(next) || token.form === "-" || token.form === "–") {
      const apposition = afterComma(scene, next + 1, end, at);
      if (apposition === null) break;
      next = apposition;
      last = next;
      continue;
    }
    if (token.kind === "punct" || token.form === "ل") break;
    if (next > at && taken.includes(token.form)) break;
    if (next > at && !continuesPhrase(scene, next, officials)) break;
    if (next > at && named && !describesName(scene, next)) break;
    if (next > at && overrunsHead(scene, at, next)) break;
    if (next === at && !joinedHead && !beginsPhrase(scene, next)) break;
    officials ||= isOfficial(scene, next);
    named = false;
    next++;
    last = next;
  }
  return last > at ? { first: at, last, joined: joinedHead } : null;
}

function beginsPhrase(scene: Scene, at: number): boolean {
  if (scene.has(at, "that") || scene.has(at, "relative") || scene.has(at, "preposition"))
    return false;
  if (scene.has(at, "aspect") || scene.has(at, "be") || scene.has(at, "negation")) return false;
  if (scene.afterTime(at) > at) return false;
  if (scene.main(at)?.preposition && !scene.name(at)) return false;
  if (scene.has(at, "speaker")) return true;
  return !scene.isVerb(at) && !isParticiple(scene, at);
}

function continuesPhrase(scene: Scene, at: number, officials: boolean): boolean {
  if (scene.has(at, "that") || scene.has(at, "relative") || scene.has(at, "aspect")) return false;
  if (scene.has(at, "be") || scene.has(at, "speech.accord") || scene.has(at, "speech.phone"))
    return false;
  if (scene.has(at, "speech.masdar") && scene.reading(at, "speech.masdar")?.enclitic) return false;
  if (scene.afterTime(at) > at) return false;
  if (isParticiple(scene, at)) return false;
  const form = scene.form(at);
  if (form === "في") return placeFollows(scene, at + 1);
  if (form === "من") return !scene.has(at + 1, "speech.aside") && !scene.has(at + 1, "that");
  if (scene.has(at, "preposition")) return false;
  const first = scene.main(at);
  if (scene.has(at, "event.noun") || scene.has(at, "harm.noun")) return false;
  // "أحد المصابين" is somebody; a victim noun elsewhere is what is told.
  if (scene.has(at, "victim") && !/^(و|ف)?(احد|احدي|بعض|من)$/.test(scene.form(at - 1)))
    return false;
  if (/^(و|ف)?(احد|احدي|عددا|عدد)$/.test(form) || token(scene, at) === "number") return false;
  if (first?.preposition === "ل" && !officials) return false;
  if (first?.preposition === "ب" || (!first && /^ب(ال)?/.test(form) && form.length > 4)) {
    return officials && (placeFollows(scene, at) || isOfficial(scene, at) || form === "باسم");
  }
  if (scene.has(at, "speaker")) return true;
  return !scene.isVerb(at);
}

const isOfficial = (scene: Scene, at: number): boolean =>
  scene.reading(at, "speaker")?.entry.features["kind"] === "official" || scene.has(at, "office");

/** A name that is complete in itself, unlike an office whose holder follows. */
function isProper(scene: Scene, name: TokenRange, head: number): boolean {
  const last = name.last - 1;
  return !(name.first === head && isOfficial(scene, last)) && !scene.has(last, "office");
}

/** Behind a name: an adjective, "of" a place, another name joined by و; not the object of the verb. */
function describesName(scene: Scene, at: number): boolean {
  const form = scene.form(at);
  if (form === "في" || form === "من" || form === "باسم") return true;
  const reading = scene.main(at);
  if (reading?.entry.pos === "adjective" && reading.article) return true;
  if (scene.has(at, "office") || scene.has(at, "speaker")) return true;
  if (form.startsWith("ال")) return isAdjectiveShaped(form);
  // "عبد الستار بارز «…»": an indefinite word right before the speech is the last of the name.
  const next = at + 1;
  const opens =
    scene.isQuote(next) ||
    scene.isComma(next) ||
    scene.has(next, "that") ||
    scene.form(next) === ":";
  return opens && !scene.isVerb(at) && !scene.main(at)?.preposition && scene.isWord(at);
}

const isAdjectiveShaped = (form: string): boolean => /(ي|يه|ين|ون|يين|يون|يات)$/.test(form);

/**
 * After a definite head alone (المصدر, الحكومة) only an adjective or a name goes on; another noun
 * is what he speaks of: "قدّر الشاهد الحصيلة", "أعلنت الحكومة حالة الطوارئ".
 */
function overrunsHead(scene: Scene, head: number, at: number): boolean {
  if (at !== head + 1 || scene.name(at)) return false;
  const reading = scene.reading(head, "speaker");
  if (!reading?.article) return false;
  const form = scene.form(at);
  const known = scene.main(at);
  if (known?.entry.pos === "adjective" || scene.has(at, "speaker") || scene.has(at, "office"))
    return false;
  if (scene.has(at, "preposition") || scene.has(at, "title") || scene.has(at, "given-name"))
    return false;
  if (known === undefined && !form.startsWith("ال"))
    return reading.entry.features["kind"] === "institution";
  return !(form.startsWith("ال") && isAdjectiveShaped(form));
}

function joins(scene: Scene, at: number, officials: boolean): boolean {
  const form = scene.form(at);
  const token = scene.layer.tokens[at];
  if (!token) return false;
  const reading = scene.main(at);
  // لرويترز: the outlet spoken to is no part of the speaker.
  if (reading?.preposition === "ل" || (!reading && form.startsWith("ل") && form.length > 4)) {
    return officials && scene.name(at)?.kind !== "outlet";
  }
  return true;
}

const token = (scene: Scene, at: number): string => scene.layer.tokens[at]?.kind ?? "";

/** "في" belongs to the phrase before a place or an institution, not before في بيان, في وقت. */
function placeFollows(scene: Scene, at: number): boolean {
  if (scene.has(at, "speech.adjunct") || scene.afterTime(at) > at) return false;
  const name = scene.name(at);
  if (name) return true;
  if (scene.has(at, "place-word") || scene.has(at, "speaker") || scene.has(at, "org")) return true;
  // "المسؤول في المار صالح محمد": an unknown place before the name.
  return scene.form(at).startsWith("ال") && scene.name(at + 1)?.kind === "person";
}

/** `…، أفيخاي أدرعي،`: a name or office behind the comma belongs to the speaker. Null if none. */
function afterComma(scene: Scene, at: number, end: number, start: number): number | null {
  // A phrase that ends in a name already has its apposition.
  if (scene.isComma(at - 1) === false && scene.layer.tokens[at - 1]?.spaced === true) return null;
  const name = scene.name(at);
  const office = scene.reading(at, "speaker")?.entry.features["kind"] === "official";
  if (!(name?.kind === "person") && !office) return null;
  if (office && at - start > LONGEST_SPEAKER / 2) return null;
  const last = name ? name.last : (speakerPhrase(scene, at, end)?.last ?? at);
  // The apposition is closed by a comma, a complementiser, or the verb.
  const follows = scene.form(last);
  if (scene.isComma(last) || scene.has(last, "that") || follows === ":" || scene.isQuote(last))
    return last;
  if (scene.has(last, "preposition") || scene.afterTime(last) > last || scene.has(last, "aspect"))
    return last;
  return name && (scene.isVerb(last) || scene.has(last, "speech.verb")) ? last : null;
}

function isParticiple(scene: Scene, at: number): boolean {
  const reading = scene.reading(at, "speech.participle");
  return reading !== null && !reading.article && /[اه]$|ين$/.test(scene.form(at));
}

function indexOfForm(scene: Scene, form: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (scene.form(at) === form) return at;
  return -1;
}

/** A speaker from a phrase: what kind of source it is, and its words as they stand. */
export function speakerOf(scene: Scene, range: TokenRange | SpeakerPhrase): Speaker {
  const joined = "joined" in range && range.joined;
  const [first, last] = [range.first, range.last];
  return {
    first,
    last,
    name: speakerName(scene, first, last, joined),
    kind: kindOf(scene, first, last),
  };
}

/** The words of the phrase without a joined conjunction, and without a joined preposition. */
function speakerName(scene: Scene, first: number, last: number, joined: boolean): string {
  const words = textOf(scene.layer, first, last).replace(/\s+/g, " ");
  const named = scene.name(first);
  if (named && named.last === last) return named.name;
  const head = scene.reading(first, "speaker");
  const reading = head ?? scene.main(first);
  const kind = head?.entry.features["kind"];
  const prefix =
    (reading?.conjunction.length ?? 0) + (joined ? (reading?.preposition.length ?? 0) : 0);
  // المصادر → مصادر: an unnamed source is cited in its indefinite form.
  if (head?.article && last === first + 1 && (kind === "anonymous" || kind === "witness")) {
    return words.slice(prefix).replace(/^(ال|ل)/, "");
  }
  // للمدينة → المدينة: the article is written without its alif after ل.
  if (joined && reading?.preposition === "ل" && reading.article)
    return `ال${words.slice(prefix + 1)}`;
  if (joined && !reading) return unknownWithoutPreposition(words);
  return words.slice(prefix);
}

/** A name no lexicon knows, behind a joined ل: لرويترز, للجزيرة. */
function unknownWithoutPreposition(words: string): string {
  if (words.startsWith("لل")) return `ال${words.slice(2)}`;
  return words.replace(/^[لب]/, "");
}

function kindOf(scene: Scene, first: number, last: number): LinkKind {
  const head = scene.unit(first, "speaker");
  const kind = head?.reading.entry.features["kind"];
  if (kind === "official" || kind === "anonymous" || kind === "witness" || kind === "outlet") {
    return kind;
  }
  for (let at = first; at < last; at++) {
    const name = scene.name(at);
    if (!name) continue;
    if (name.kind === "person") return kind === "institution" ? "institution" : "person";
    if (name.kind === "outlet") return "outlet";
    if (name.kind === "organization" || name.kind === "place") return "institution";
  }
  if (kind === "institution" || kind === "person") return kind;
  const document = scene.reading(first, "speech.document");
  return document ? "document" : "anonymous";
}
