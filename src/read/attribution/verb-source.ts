import type { Sentence } from "../../text/layer.js";
import { contentStart } from "./asides.js";
import type { Attribution, Speaker, SpeakerPhrase } from "./attribution-reading.js";
import { pointsBack } from "./back-reference.js";
import { authorOf } from "./document-author.js";
import type { Opening } from "./opening.js";
import { carrierAt, outletBefore, outletCarried, type Relays, relaysBetween } from "./outlets.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import type { Subject } from "./subject-bounds.js";
import { withRefusal } from "./withheld.js";

/** Without an opening, relays are looked for in so many tokens behind the subject. */
const RELAY_REACH = 12;
/** Words between a document and its author: صادر عن. */
const DOCUMENT_AUTHOR = 24;
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
export function isQuoted(speech: Speech, at: number, speaker: Speaker | null = null): boolean {
  if (!speech.isQuotedAt(at)) return false;
  const kind = speech.enclosing(at)?.value.chain.at(-1)?.kind;
  if (kind !== "institution" && kind !== "document") return true;
  return speaker !== null && OTHERS.has(speaker.kind);
}

/** Nobody whose words a body publishes as its own. */
const OTHERS: ReadonlySet<Speaker["kind"]> = new Set(["person", "witness", "anonymous"]);

/** A speaker named twice, or pointed back to, is one link. */
export function withoutRepeats(scene: Scene, links: readonly Speaker[]): readonly Speaker[] {
  return links.filter((link, index) => {
    const before = links.slice(0, index);
    return !before.some(
      (known) =>
        known.name === link.name ||
        pointsBack(scene, link, known) ||
        isFamilyOf(scene, link, known),
    );
  });
}

/** "أعلن الشيخ سالم الفهد كذا، إذ أكد الفهد": the last word of his name alone. */
const isFamilyOf = (scene: Scene, link: Speaker, known: Speaker): boolean =>
  link.last === link.first + 1 &&
  known.last > known.first + 1 &&
  link.first > known.first &&
  (known.kind === "person" || known.kind === "official") &&
  scene.name(known.last - 1 - lengthOfLast(scene, known))?.kind === "person" &&
  scene.form(known.last - 1) === scene.form(link.first);

/** How many words the name that ends with him has in front of its last. */
function lengthOfLast(scene: Scene, { first, last }: Speaker): number {
  for (let at = first; at < last; at++) {
    const name = scene.name(at);
    if (name && name.last === last) return last - 1 - at;
  }
  return 0;
}
