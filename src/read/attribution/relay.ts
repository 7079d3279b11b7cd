import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { authorOf } from "./accord.js";
import { agrees } from "./agreement.js";
import { clauseEnd, contentStart, mediumIn, skipAsides } from "./asides.js";
import type { Speaker } from "./attribution-reading.js";
import { findOpening } from "./opening.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";
import { frameOf } from "./verb-frame.js";
import { withRefusal } from "./withheld.js";

/** A word or two may stand between the relayer and عن: للأنباء, الرسمية. */
const GAP_TOKENS = 2;

/** What is passed on may follow its origin at once: "نقلت عن مصادر سقوط قتلى". */
const ORIGIN = { taken: new Set(["object"]) };

/** Reads نقلت X عن Y عن Z: the relayer, then those he passes on. Null where no words are passed on. */
export function readRelay(
  speech: Speech,
  at: number,
  reading: Reading,
  sentence: Sentence,
): number | null {
  const { scene } = speech;
  const limit = sentence.last;
  const opening = findOpening(scene, at + 1, limit);
  const stop = opening?.first ?? limit;
  const phrase = speakerPhrase(scene, at + 1, stop, { taken: frameOf(reading).takes });
  const relayer = phrase ? speakerOf(scene, phrase) : carriedRelayer(speech, at, reading);
  // "نقلت الطائرة 24 مصابا" carries people, not words.
  if (relayer?.kind === "anonymous" && !scene.has(relayer.first, "speaker")) return null;
  const origins: Speaker[] = [];
  // What it said before ends where it passes on.
  if (relayer && !phrase) speech.endHere(at);
  let end = phrase?.last ?? at + 1;
  for (;;) {
    const about = aboutFrom(speech, end, stop, reading);
    const origin = about === null ? null : speakerPhrase(scene, about + 1, stop, ORIGIN);
    // "نقلت عن طريق الجمهور": by way of them.
    if (!origin || scene.has(origin.first, "speech.way")) break;
    // "عن بيان رسمي صدر عن الجيش": the author is the origin.
    const document = scene.has(origin.first, "speech.document");
    const author = document ? authorOf(scene, origin.first + 1, stop) : null;
    origins.push(author ?? speakerOf(scene, origin));
    end = author?.last ?? origin.last;
  }
  if (origins.length === 0) {
    if (!relayer) return null;
    const outlet = relayer.kind === "outlet" || relayer.kind === "anonymous";
    const material = scene.has(skipAsides(scene, end, limit), "speech.media");
    const mediaOnly = reading.entry.features["needs"] === "media";
    if (!outlet && !material && (mediaOnly || !opening)) return null;
  }
  const last = origins.at(-1);
  if (last) origins.splice(-1, 1, withRefusal(scene, last, stop));
  const inner = relayer && !speech.own.is(relayer) ? [relayer, ...origins] : origins;
  // "وحسب صحيفة كذا، نشر الموقع": told by the one, spread by the other.
  const teller = speech.enclosing(at);
  const told = teller?.rule === "attribution.according-to" && teller.first === at;
  const chain = told ? [...teller.value.chain, ...inner] : inner;
  const start = opening?.last ?? contentStart(scene, behindMasdar(speech, end), limit);
  // "طالبة تناقلت وسائل الإعلام خبرها": in a relative clause the relay tells of one thing in passing.
  const aside = scene.has(at - 1, "relative");
  if (!aside) speech.current = chain.length > 0 ? chain : null;
  if (chain.length === 0) return opening ? start : null;
  const medium = mediumIn(scene, at, start);
  const contentEnd = aside ? clauseEnd(scene, start, limit) : limit;
  speech.addSaying(
    { rule: "attribution.relay", at, reading, chain, medium, start, last: contentEnd, opening },
    sentence,
  );
  return start;
}

/** "قال التلفزيون إن …، ونقل عن مصدر": the outlet that spoke last passes on words of another. */
function carriedRelayer({ scene, current }: Speech, at: number, reading: Reading): Speaker | null {
  const outlet = current?.[0];
  if (outlet?.kind !== "outlet" || !reading.conjunction || !scene.has(at + 1, "prep.about"))
    return null;
  return agrees(scene, reading, outlet) !== false ? outlet : null;
}

/** The عن behind the relayer, asides skipped. */
function aboutFrom(
  { scene }: Speech,
  end: number,
  stop: number,
  { entry }: Reading,
): number | null {
  // "نسبت الوكالة إلى الوزير قوله".
  const ascribed = entry.features["origin"] !== undefined;
  const from = skipAsides(scene, end, stop);
  for (let at = from; at <= Math.min(stop - 1, from + GAP_TOKENS); at++) {
    if (scene.has(at, "prep.about") || (ascribed && at === from && scene.has(at, "prep.to")))
      return at;
    // "ونقلت الوكالة، عن الوزارة".
    if (scene.isComma(at) && scene.has(at + 1, "prep.about")) return at + 1;
    if (!scene.isWord(at) || scene.isVerb(at)) return null;
  }
  return null;
}

/** قوله, تأكيدها: "his saying" stands before what he says. */
function behindMasdar({ scene }: Speech, at: number): number {
  return scene.isHisSaying(at) ? at + 1 : at;
}
