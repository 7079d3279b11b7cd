import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** "…، طلب عدم الكشف عن هويته" stands this near behind the speaker. */
const REACH = 14;
/** From the refusal to "his name" at most so many tokens. */
const LONGEST_REFUSAL = 6;

/**
 * The token at which somebody asks not to be named: "طلب عدم نشر اسمه", "رفض الكشف عن هويته"; null
 * where nobody does.
 */
export function refusalOfName(scene: Scene, from: number, limit: number): number | null {
  for (let at = from; at < limit; at++) {
    if (!scene.has(at, "speech.identity")) continue;
    let naming = false;
    for (let back = at - 1; back >= Math.max(from, at - LONGEST_REFUSAL); back--) {
      naming ||= scene.has(back, "speech.naming");
      if (naming && scene.has(back, "speech.refusal")) return back;
    }
  }
  return null;
}

/** The speaker, unnamed where the words behind him say that he asked for it. */
export function withRefusal(scene: Scene, speaker: Speaker, limit: number): Speaker {
  const end = Math.min(limit, speaker.last + REACH);
  if (speaker.withheld || refusalOfName(scene, speaker.last, end) === null) return speaker;
  return { ...speaker, kind: "anonymous", withheld: true };
}
