/** Whose a document is: its author named behind it, or who issued it. */
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";

/** A document's author is named this near behind it. */
const AUTHOR_REACH = 5;

/** بيان سابق لفريق X, بيان صادر عن X: the author after لـ or عن. */
export function authorOf(scene: Scene, from: number, limit: number): Speaker | null {
  for (let at = from; at < Math.min(limit, from + AUTHOR_REACH); at++) {
    const joinedHead =
      scene.main(at)?.preposition === scene.shape.to ||
      (scene.name(at) !== null && scene.shape.mayBear(scene.form(at), scene.shape.to));
    const author = unknownAuthor(scene, at, limit);
    if (author && !joinedHead) return author;
    // "بيان من مكتب التحقيقات".
    const sentBy = at === from && scene.has(at, "prep.from");
    if (joinedHead || sentBy || scene.has(at, "prep.about") || scene.has(at, "prep.for")) {
      const phrase = speakerPhrase(scene, joinedHead ? at : at + 1, limit, { joinedHead });
      if (!phrase) return null;
      // "بيان صادر عن «كذا»": a name in marks of its own.
      const quoted = scene.isQuote(phrase.first);
      // "البيانات الصادرة عن مشروع كذا": what issues documents is somebody.
      const issues =
        (scene.has(at, "prep.about") && scene.has(at - 1, "speech.issued")) ||
        (at === from && scene.has(at - 1, "tally") && phrase.last > phrase.first + 1);
      const named =
        quoted || issues || scene.name(phrase.first) !== null || scene.isPersonal(phrase.first);
      return named ? speakerOf(scene, phrase) : null;
    }
    if (scene.isComma(at) || scene.has(at, "that")) return null;
    // "تقرير المجلس القومي للدفاع المدني": whose it is stands right behind.
    if (at === from && ownsDocument(scene, at)) return null;
  }
  return null;
}

/** "بيان للإعلام الحربي أن": whose it is, though nothing knows the body. */
function unknownAuthor(scene: Scene, at: number, limit: number): Speaker | null {
  if (!scene.shape.isJoinedDefinite(scene.form(at)) || !scene.bears(at, scene.shape.to))
    return null;
  const phrase = speakerPhrase(scene, at, limit, { joinedHead: true });
  return phrase && scene.has(phrase.last, "that") ? speakerOf(scene, phrase) : null;
}

const ownsDocument = (scene: Scene, at: number): boolean =>
  scene.reading(at, "speaker")?.article === true && !scene.has(at, "speech.document");

/** "وفق حصيلة جديدة أعلنتها وزارة الداخلية": who issued it, in a clause that points back to it. */
export function issuerOf(scene: Scene, from: number, limit: number): Speaker | null {
  for (let at = from; at < Math.min(limit, from + AUTHOR_REACH); at++) {
    if (scene.isComma(at) || scene.has(at, "that")) return null;
    const verb = scene.reading(at, "speech.verb") ?? scene.reading(at, "speech.relay");
    if (!verb?.enclitic) continue;
    const phrase = speakerPhrase(scene, at + 1, limit);
    const named = phrase && (scene.name(phrase.first) !== null || scene.isPersonal(phrase.first));
    return named ? speakerOf(scene, phrase) : null;
  }
  return null;
}
