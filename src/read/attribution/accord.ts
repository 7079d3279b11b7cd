import type { Stance } from "../../core/contract.js";
import type { Speaker, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf, speakerPhrase } from "./speaker-phrase.js";

/** "According to …": its source, and whether what it governs comes before or after. */
export interface Accord extends TokenRange {
  readonly speakers: readonly Speaker[];
  readonly stance: Stance;
  /** At the head of the sentence: governs what follows. */
  readonly front: boolean;
  /** نقلا عن: the source lies behind the speaker named before, not in front of him. */
  readonly deeper: boolean;
}

/** Reads بحسب X, وفقا لـX, حسبما أفاد X, وفق ما نقلته X, نقلا عن X at a token. */
export function accordAt(scene: Scene, at: number, limit: number): Accord | null {
  const clause = scene.unit(at, "speech.accord-clause");
  if (clause) {
    const found = afterVerb(scene, at, clause.last, limit);
    if (found) return found;
  }
  const accord = scene.unit(at, "speech.accord");
  if (!accord || accord.reading.article || accord.reading.enclitic) return null;
  const deeper = /^(و|ف)?نقلا$/.test(scene.form(at));
  let next = accord.last;
  if (/^(ما|لما)$/.test(scene.form(next))) return afterVerb(scene, at, next + 1, limit);
  if (scene.form(next) === "عن" || scene.form(next) === "الي" || scene.form(next) === "ل") next++;
  const speakers = sources(scene, next, limit);
  if (!speakers) return null;
  return build(scene, at, speakers, deeper);
}

/** كما قال X, حسبما أفادت X, وفق ما نقلته عنه X: a verb of saying, then its subject. */
function afterVerb(scene: Scene, at: number, verb: number, limit: number): Accord | null {
  const reading = scene.reading(verb, "speech.verb") ?? scene.reading(verb, "speech.relay");
  if (!reading) return null;
  let next = verb + 1;
  while (
    next < limit &&
    next < verb + 4 &&
    (scene.has(next, "preposition") ||
      scene.afterTime(next) > next ||
      /^(به|عنه|عنها|له|حينها|انذاك)$/.test(scene.form(next)))
  ) {
    next = Math.max(next + 1, scene.afterTime(next));
  }
  const speakers = sources(scene, next, limit);
  if (!speakers) return null;
  // "كما أعلن الوزير أن …" adds a statement of its own: the verb is read, not the adverb.
  const last = speakers.at(-1)?.last ?? next;
  if (/^(و|ف)?كما$/.test(scene.form(at)) && opensContent(scene, last, limit)) return null;
  return build(scene, at, speakers, false);
}

function opensContent(scene: Scene, at: number, limit: number): boolean {
  for (let next = at; next < Math.min(limit, at + 12); next++) {
    if (scene.has(next, "that") || scene.form(next) === ":") return true;
    if (scene.isComma(next)) return false;
  }
  return at < limit && !scene.isComma(at) && scene.form(at) !== ".";
}

/** The source and who stands behind it: بيان لوزارة الداخلية is the ministry's word. */
function sources(scene: Scene, at: number, limit: number): readonly Speaker[] | null {
  const document = scene.reading(at, "speech.document");
  if (document) {
    const author = authorOf(scene, at + 1, limit);
    if (author) return [author];
  }
  if (scene.has(at, "testimony")) return sources(scene, at + 1, limit);
  if (scene.isQuote(at)) {
    const close = scene.closingQuote(at, limit);
    return close === null || close - at > 7 ? null : [asNamed(scene, at + 1, close)];
  }
  const phrase = speakerPhrase(scene, at, limit, true);
  if (!phrase) return null;
  const speaker = speakerOf(scene, phrase);
  const named =
    scene.name(phrase.first) !== null ||
    scene.has(phrase.first, "speaker") ||
    scene.has(phrase.first, "person");
  if (!named && !document) return null;
  if (scene.form(phrase.last) === "عن") {
    const origin = speakerPhrase(scene, phrase.last + 1, limit);
    if (origin) return [speaker, speakerOf(scene, origin)];
  }
  return [speaker];
}

/** A source named only in quotation marks: وفقا لـ"الدفاع المدني". */
function asNamed(scene: Scene, first: number, last: number): Speaker {
  const speaker = speakerOf(scene, { first, last });
  return speaker.kind === "anonymous" ? { ...speaker, kind: "institution" } : speaker;
}

/** بيان سابق لفريق X, بيان صادر عن X: the author after لـ or عن. */
export function authorOf(scene: Scene, from: number, limit: number): Speaker | null {
  for (let at = from; at < Math.min(limit, from + 5); at++) {
    const reading = scene.main(at);
    const joined =
      reading?.preposition === "ل" || (scene.name(at) !== null && /^ل/.test(scene.form(at)));
    const first = joined ? at : scene.form(at) === "عن" || scene.form(at) === "ل" ? at + 1 : -1;
    if (first >= 0) {
      const phrase = speakerPhrase(scene, first, limit, joined);
      return phrase ? speakerOf(scene, phrase) : null;
    }
    if (scene.isComma(at) || scene.has(at, "that")) return null;
  }
  return null;
}

function build(scene: Scene, at: number, speakers: readonly Speaker[], deeper: boolean): Accord {
  const sentence = scene.layer.sentences[scene.layer.sentenceOf[at] ?? -1];
  const start = sentence?.first ?? at;
  const joined =
    /^[وف]/.test(scene.form(at)) && scene.form(at) !== "وفق" && scene.form(at) !== "وفقا";
  const end = speakers.at(-1)?.last ?? at + 1;
  let front =
    at === start ||
    (joined && scene.isComma(at - 1)) ||
    followedByThen(scene, end, sentence?.last ?? end);
  if (!front) {
    front = true;
    for (let before = start; before < at && front; before++) {
      front = !scene.isVerb(before) && at - start <= 4 && !scene.has(before, "harm.noun");
    }
  }
  return {
    first: at,
    last: speakers.at(-1)?.last ?? at + 1,
    speakers,
    stance: "states",
    front,
    deeper,
  };
}

/** "وبحسب X، فإن …": the ف of the answer shows that what X says comes behind. */
function followedByThen(scene: Scene, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 8); at++) {
    if (/^ف(ان|انه|انها|قد|انهم)$/.test(scene.form(at))) return true;
    if (scene.isVerb(at)) return false;
  }
  return false;
}
