/** Where the subject of a verb of saying begins and ends, and what stands between the two. */

import type { Speaker, SpeakerPhrase } from "./attribution-reading.js";
import { authorOf } from "./document-author.js";
import { carrierAt } from "./outlets.js";
import { recipientAt, toldAt } from "./recipient.js";
import type { Scene } from "./scene.js";

/** The subject of a verb of saying, and on which side it stands. */
export interface Subject {
  readonly phrase: SpeakerPhrase;
  readonly side: "after" | "before";
}

/** Between a verb and its subject stand at most so many pronouns and adverbs. */
const MOST_FILLERS = 2;
/** "على مواقع التواصل الاجتماعي", "عبر منصة إكس": has at most so many words. */
const LONGEST_PLATFORM = 6;

/** "قالت لنا الموظفة", "وأضاف أيضا": pronouns and adverbs between the verb and its subject. */
export function behindFillers(scene: Scene, from: number): number {
  // "يقول رحمه الله".
  let at = scene.has(from + 1, "deity") && scene.isHim(from) ? from + 2 : from;
  // "أعلنت ما تسمى مؤسسة كذا": how it is called stands in front of it.
  if (scene.unit(at, "speech.so-called")) return scene.unit(at, "speech.so-called")?.last ?? at;
  // "أوضح ذلك المتحدث باسم الهيئة": what he said stands in front of him.
  if (scene.has(at, "speech.pointer") && scene.isOfficial(at + 1)) return at + 1;
  from = at;
  while (
    at < from + MOST_FILLERS &&
    // "وعبر ولي العهد": spelled like "and to me", which does not stand there.
    !(scene.has(at, "given-name") && scene.reading(at, "speech.filler")?.conjunction) &&
    (scene.isBare(at, "speech.filler") || scene.isBare(at, "adverb") || scene.isClosed(at))
  )
    at++;
  return at;
}

/** "وبين من جهته سالم العلي أن". */
export const behindAside = (scene: Scene, at: number): number =>
  scene.has(at, "prep.from") && scene.has(at + 1, "speech.aside") ? at + 2 : at;

/** "وأشار بيان صادر عن الهيئة إلى": who issued it stands behind the document. */
export function endOfSubject(scene: Scene, subject: Subject, limit: number): number {
  let last = endOfIssued(scene, subject, limit);
  // "أفادت المصادر ذاتها بوصول".
  while (last < limit && scene.has(last, "same")) last++;
  return last;
}

function endOfIssued(scene: Scene, { phrase }: Subject, limit: number): number {
  const shown = scene.reading(phrase.first, "speaker")?.entry.features["kind"] === "document";
  const carrier = shown ? carrierAt(scene, phrase.last, limit) : null;
  if (carrier) return behindPlatform(scene, carrier.last, limit);
  const published = endOfPublished(scene, phrase);
  if (published !== null) return published;
  if (!scene.has(phrase.first, "speech.document")) return phrase.last;
  const issued = [phrase.last - 1, phrase.last].some((at) => scene.has(at, "speech.issued"));
  const author = authorOf(scene, phrase.last, limit);
  // "أفادت بيانات لوزارة الصحة بمقتل".
  const whose = author !== null && author.first === phrase.last;
  return issued || whose ? Math.max(phrase.last, author?.last ?? 0) : phrase.last;
}

/** "بيانات نشرت أمس الخميس نمو الاقتصاد": when they were; null where no such verb describes the document. */
function endOfPublished(scene: Scene, { first, last }: SpeakerPhrase): number | null {
  const issued = scene.reading(last, "speech.issued");
  const kind = scene.reading(first, "speaker")?.entry.features["kind"];
  const isDefinite = scene.shape.isDefinite(scene.form(first));
  if (kind !== "document" || isDefinite || issued?.tense !== "past" || issued.enclitic) return null;
  const behind = scene.afterTime(last + 1);
  return behind > last + 1 ? behind : null;
}

/** "صور نشرها ناشطون على فيسبوك دمارا": where they did so, behind a preposition. */
function behindPlatform(scene: Scene, from: number, limit: number): number {
  let at = from;
  while (at < Math.min(limit, from + LONGEST_PLATFORM)) {
    if (scene.isComma(at) || scene.afterTime(at) > at) break;
    if (scene.has(at, "speech.platform")) return at + 1;
    at++;
  }
  return from;
}

/** "صرح لـ«الميزان» مدير المشفى": the outlet may stand between the verb and its subject. */
export function behindRecipient(scene: Scene, at: number, limit: number): number {
  return behindOutlet(scene, at, limit, recipientAt(scene, at, limit));
}

/** Behind who speaks an outlet needs no preposition: "أبلغ المتحدث رويترز بإصابة". */
export const behindTold = (scene: Scene, at: number, limit: number): number =>
  behindOutlet(scene, at, limit, recipientAt(scene, at, limit) ?? toldAt(scene, at, limit));

function behindOutlet(scene: Scene, at: number, limit: number, outlet: Speaker | null): number {
  if (!outlet || outlet.last > limit) return at;
  const closes = scene.isQuote(outlet.last) || scene.form(outlet.last) === ")";
  const behind = closes ? outlet.last + 1 : outlet.last;
  return scene.isComma(behind) ? behind + 1 : behind;
}
