import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { authorOf } from "./accord.js";
import { contentStart, mediumIn } from "./asides.js";
import type { Speaker, SpeakerPhrase } from "./attribution-reading.js";
import { findOpening, type Opening } from "./opening.js";
import { outletBefore, outletCarried, relaysBetween } from "./outlets.js";
import { recipientAt } from "./recipient.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { actorBefore, subjectBefore } from "./subject.js";
import { frameOf, isSaying, opensAll, takesContent, type VerbFrame } from "./verb-frame.js";

/** Between a verb and its subject stand at most so many pronouns and adverbs. */
const MOST_FILLERS = 2;
/** Without an opening, relays are looked for in so many tokens behind the subject. */
const RELAY_REACH = 12;
/** Words between a document and its author: صادر عن. */
const DOCUMENT_AUTHOR = 6;
/** A document that "says" stands at most so many tokens before its verb. */
const DOCUMENT_REACH = 16;

/** The subject of a verb of saying, and on which side it stands. */
interface Subject {
  readonly phrase: SpeakerPhrase;
  readonly side: "after" | "before";
}

/** Who speaks by a verb, and whether this is a quotation inside a quotation. */
interface Source {
  readonly rule: string;
  readonly chain: readonly Speaker[];
  readonly nested: boolean;
}

/** Reads a verb of saying; returns the token to go on with, or null where nobody speaks by it. */
export function readVerb(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const lost = (why: string): null => {
    const rule = `attribution.verb ${reading.entry.lemma}`;
    scene.layer.trace?.lose("attribution", { first: at, last: at + 1, rule }, why);
    return null;
  };
  if (!isSaying(scene, at, reading)) return lost("it is negated here, or no verb of saying");
  const frame = frameOf(reading);
  const limit = sentence.last;
  const opening = findOpening(scene, at + 1, limit);
  const subject = subjectOf(speech, at, reading, frame, opening, sentence);
  if (subject === undefined) return lost("its subject is nobody who can speak");
  const approach = subject?.side === "after" ? subject.phrase.last : at + 1;
  if (!takesContent(scene, frame, opening, approach, limit)) {
    return lost("nothing behind it is what the verb takes: no content");
  }
  const source = subject
    ? spoken(speech, at, subject, opening, approach, sentence)
    : carriedOn(speech, at, reading, sentence);
  if (!source || source.chain.length === 0) {
    return lost("it has no subject here, and no earlier speaker goes on");
  }
  // "قال … إن": content runs from the opening; "أعلن … مقتل": from the end of the speaker.
  const opens = opening !== null && opensAll(scene, frame, opening, approach);
  const start = opens ? opening.last : contentStart(scene, approach, limit);
  if (!source.nested) speech.current = source.chain;
  const medium = mediumIn(scene, subject?.side === "before" ? sentence.first : at, start);
  const { rule, chain } = source;
  speech.addSaying(
    { rule, at, reading, chain, medium, start, opening: opens ? opening : null },
    sentence,
  );
  return Math.max(start, at + 1);
}

/**
 * The subject, where it can speak; null where the verb has none of its own ("وقدر عدد القتلى": the
 * last speaker goes on); undefined where nobody speaks here.
 */
function subjectOf(
  speech: Speech,
  at: number,
  reading: Reading,
  { takes }: VerbFrame,
  opening: Opening | null,
  sentence: Sentence,
): Subject | null | undefined {
  const { scene } = speech;
  const limit = opening?.first ?? sentence.last;
  const front = subjectBefore(scene, at, sentence);
  // "إن الرئيس أبلغ نظيره": behind أن the subject comes first.
  if (front && scene.has(front.first - 1, "that")) return { phrase: front, side: "before" };
  const start = behindRecipient(scene, behindFillers(scene, at + 1), limit);
  const after = reading.enclitic
    ? null
    : speakerPhrase(scene, start, limit, { taken: takes, addressee: takes.has("addressee") });
  const before = after ? null : front;
  const phrase = after ?? before;
  if (!phrase) return null;
  if (opening || canSpeak(scene, phrase)) return { phrase, side: after ? "after" : "before" };
  return reading.conjunction && speech.current ? null : undefined;
}

/** "قالت لنا الموظفة", "وأضاف أيضا": pronouns and adverbs between the verb and its subject. */
function behindFillers(scene: Scene, from: number): number {
  let at = from;
  while (
    at < from + MOST_FILLERS &&
    (scene.isBare(at, "speech.filler") || scene.isBare(at, "adverb") || scene.isClosed(at))
  )
    at++;
  return at;
}

/** "صرح لـ«الميزان» مدير المشفى": the outlet may stand between the verb and its subject. */
function behindRecipient(scene: Scene, at: number, limit: number): number {
  const outlet = recipientAt(scene, at, limit);
  if (!outlet || outlet.last > limit) return at;
  return scene.isQuote(outlet.last) ? outlet.last + 1 : outlet.last;
}

/** Without an opening the subject must be one who can speak: not the lift that "announced". */
function canSpeak(scene: Scene, phrase: SpeakerPhrase): boolean {
  if (speakerOf(scene, phrase).kind !== "anonymous" || scene.isPersonal(phrase.first)) return true;
  return phrase.last - phrase.first === 1 && scene.shape.isDefinite(scene.form(phrase.first));
}

function spoken(
  speech: Speech,
  at: number,
  { phrase, side }: Subject,
  opening: Opening | null,
  approach: number,
  sentence: Sentence,
): Source {
  const { scene } = speech;
  const speaker = voiceOf(scene, phrase);
  const stop = opening?.first ?? Math.min(sentence.last, approach + RELAY_REACH);
  const { outer, deeper } = relaysBetween(speech, approach, stop);
  const links = [
    ...quotedBy(speech, side === "before" ? phrase.first : at),
    ...outer,
    ...outletBefore(speech, at, sentence),
    ...outletCarried(speech, speaker),
    speaker,
    ...deeper,
  ];
  const rule = side === "after" ? "attribution.verb-subject" : "attribution.subject-verb";
  return { rule, chain: withoutRepeats(links), nested: false };
}

/** A statement "issued by X" is X speaking. */
function voiceOf(scene: Scene, phrase: SpeakerPhrase): Speaker {
  const document = scene.has(phrase.first, "speech.document");
  const author = document ? authorOf(scene, phrase.first + 1, phrase.last + DOCUMENT_AUTHOR) : null;
  return author ?? speakerOf(scene, phrase);
}

/** A speaker brought in inside what another says (… إن X قال إن, حيث اعتبر X) is quoted by him. */
function quotedBy(speech: Speech, at: number): readonly Speaker[] {
  const { scene } = speech;
  if (!scene.has(at - 1, "that") && !scene.has(at - 1, "clause.inner")) return [];
  return speech.enclosing(at)?.value.chain ?? [];
}

/** The chain of a verb without a subject of its own. */
function carriedOn(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): Source | null {
  const { scene } = speech;
  const rule = "attribution.verb-carried";
  // "تلقت بلاغا يفيد بوقوع": the document speaks, inside what is being said.
  const document = reading.tense === "present" ? documentBefore(scene, at, sentence) : null;
  if (document) {
    return { rule, chain: [...(speech.enclosing(at)?.value.chain ?? []), document], nested: true };
  }
  // "واتهمته بـ", "ما تقول إنه": the one who acts in this sentence.
  const acting = reading.enclitic !== "" || scene.has(at - 1, "what");
  const actor = acting ? actorBefore(scene, at, sentence) : null;
  const chain = actor ? [speakerOf(scene, actor)] : speech.current;
  return chain ? { rule, chain, nested: false } : null;
}

/** An indefinite document a little before, in the same sentence. */
function documentBefore(scene: Scene, at: number, sentence: Sentence): Speaker | null {
  for (let back = at - 1; back >= Math.max(sentence.first, at - DOCUMENT_REACH); back--) {
    const reading = scene.reading(back, "speaker");
    const isDocument = reading?.entry.features["kind"] === "document";
    if (isDocument && !reading.article && !reading.enclitic) {
      return speakerOf(scene, { first: back, last: back + 1 });
    }
  }
  return null;
}

const withoutRepeats = (links: readonly Speaker[]): readonly Speaker[] =>
  links.filter((link, index) => links.findIndex(({ name }) => name === link.name) === index);
