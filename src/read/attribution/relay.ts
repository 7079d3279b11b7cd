import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { agrees } from "./agreement.js";
import { clauseEnd, contentStart, mediumIn, skipAsides } from "./asides.js";
import type { Speaker, SpeakerPhrase } from "./attribution-reading.js";
import { authorOf, issuerOf } from "./document-author.js";
import { findOpening } from "./opening.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { isReview } from "./speaker-chain.js";
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
  const behind = speakerPhrase(scene, at + 1, stop, { taken: frameOf(reading).takes });
  // "وسلطت الضوء على كذا": behind a verb that the papers go on with stands its object.
  const named = behind !== null && canRelay(scene, behind);
  const carried = named ? null : carriedRelayer(speech, at, reading);
  const phrase = carried ? null : behind;
  const relayer = phrase ? speakerOf(scene, phrase) : carried;
  // "أبرزها إعلان المبعوث عن كذا": an announcement passes on nothing.
  if (phrase && scene.isBare(phrase.first, "speech.masdar")) return null;
  // "نقلت الطائرة 24 مصابا" carries people, not words.
  if (relayer?.kind === "anonymous" && !scene.has(relayer.first, "speaker")) return null;
  const origins: Speaker[] = [];
  // What it said before ends where it passes on.
  if (relayer && !phrase) speech.endHere(at);
  let end = phrase?.last ?? at + 1;
  for (;;) {
    const about = aboutFrom(speech, end, stop, reading);
    // "ونقلت الوكالة عنه قوله": him who spoke or was named last.
    const ofHim = about !== null && scene.has(about, "prep.about") && scene.isHim(about);
    const him = ofHim ? speech.current?.at(-1) : undefined;
    if (him && him.kind !== "outlet" && him.kind !== "document") {
      origins.push(him);
      end = (about ?? end) + 1;
      break;
    }
    const origin = about === null ? null : speakerPhrase(scene, about + 1, stop, ORIGIN);
    // "نقلت عن طريق الجمهور": by way of them.
    if (!origin || scene.has(origin.first, "speech.way")) break;
    // "عن بيان رسمي صدر عن الجيش": the author is the origin.
    const document = scene.has(origin.first, "speech.document");
    const author = document ? makerOf(scene, origin.first + 1, stop) : null;
    origins.push(author ?? speakerOf(scene, origin));
    end = author?.last ?? origin.last;
  }
  // "هجوم نسب إلى التنظيم": a deed laid to somebody, and no words of his.
  if (reading.entry.features["origin"] !== undefined && !phrase && !carried && !opening)
    if (!scene.isHisSaying(end)) return end;
  const worded = origins.length === 0 ? sayingOf(scene, end, stop) : null;
  if (worded) {
    origins.push(worded);
    end = worded.last;
  }
  if (origins.length === 0) {
    if (!relayer) return null;
    // "الأرقام التي نقلتها وسائل الإعلام أولية": a clause that tells where a thing stood, and no words of it.
    if (reading.enclitic && scene.has(at - 1, "relative")) return end;
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
  // "سلطت الصحف الضوء على إعلان المتحدث أن": what the papers show begins before somebody's "that".
  const deeper = carried !== null && origins.length === 0 && opening?.kind === "that";
  // "وأوردت القناة هذا النبأ": what was told before.
  const object = contentStart(scene, end, limit);
  if (!opening && scene.has(object, "demonstrative") && scene.has(object + 1, "speech.news"))
    return end;
  const opens = deeper && opening.first > end + 1 ? null : opening;
  const start = opens?.last ?? contentStart(scene, behindMasdar(speech, end), limit);
  // "طالبة تناقلت وسائل الإعلام خبرها": in a relative clause the relay tells of one thing in passing.
  const aside = scene.has(at - 1, "relative");
  if (!aside) speech.current = chain.length > 0 ? chain : null;
  if (chain.length === 0) return opening ? start : null;
  const medium = mediumIn(scene, at, start);
  const contentEnd = aside ? clauseEnd(scene, start, limit) : limit;
  speech.addSaying(
    {
      rule: "attribution.relay",
      at,
      reading,
      chain,
      medium,
      start,
      last: contentEnd,
      opening: opens,
    },
    sentence,
  );
  return start;
}

const canRelay = (scene: Scene, phrase: SpeakerPhrase): boolean =>
  scene.name(phrase.first) !== null || scene.isPersonal(phrase.first);

/** "بيان أصدره المنشقون للتلفزيون", "بيان للوزارة": who issued it, or whose it is. */
function makerOf(scene: Scene, from: number, limit: number): Speaker | null {
  const issuer = issuerOf(scene, from, limit);
  const author = authorOf(scene, from, limit);
  return issuer && (!author || issuer.first <= author.first) ? issuer : author;
}

/** "نقلت الوكالة قول الرئيس": whose saying it was. */
function sayingOf(scene: Scene, at: number, limit: number): Speaker | null {
  const saying = scene.reading(at, "speech.masdar");
  if (!saying || saying.enclitic || saying.article || saying.preposition) return null;
  const phrase = speakerPhrase(scene, at + 1, limit);
  const named = phrase && (scene.name(phrase.first) !== null || scene.isPersonal(phrase.first));
  return named ? speakerOf(scene, phrase) : null;
}

/** "قال التلفزيون إن …، ونقل عن مصدر": the outlet that spoke last passes on words of another. */
function carriedRelayer(speech: Speech, at: number, reading: Reading): Speaker | null {
  const { scene, current } = speech;
  const outlet = current?.[0];
  // "أما في الشأن السوري فقد اهتمت بإعلان": behind "as for".
  const answers = scene.has(at - 1, "aspect") && (scene.main(at - 1)?.conjunction ?? "") !== "";
  const goesOn = reading.conjunction !== "" || scene.isComma(at - 1) || answers;
  if (outlet?.kind !== "outlet" || !goesOn) return null;
  // "وسلطت الضوء على كذا": the papers of a review go on from sentence to sentence.
  const reviewed =
    reading.entry.features["needs"] === "media" && current !== null && isReview(scene, current);
  const begins = scene.beginsSentence(at) || answers;
  if (!scene.has(at + 1, "prep.about") && !(reviewed && begins)) return null;
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
