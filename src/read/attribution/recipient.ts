import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";
import { speakerOf, speakerPhrase } from "./speaker-phrase.js";

/** The outlet somebody speaks to, among the tokens: لرويترز, لوكالة سانا, في تصريح لـ سانا. */
export function recipientIn(scene: Scene, from: number, to: number): Speaker | null {
  for (let at = from; at < to; at++) {
    const form = scene.form(at);
    if ((form === "ل" || form === "مع") && at + 1 < to) {
      const start = scene.isQuote(at + 1) ? at + 2 : at + 1;
      const outlet = scene.name(start)?.kind === "outlet" || scene.has(start, "speaker.outlet");
      const afterAdjunct = form === "ل" && scene.has(at - 1, "speech.adjunct");
      if (outlet || (form === "ل" && (start > at + 1 || afterAdjunct))) {
        const phrase =
          start > at + 1 ? quotedName(scene, start, to) : speakerPhrase(scene, start, to);
        if (phrase) return asOutlet(speakerOf(scene, phrase));
      }
      continue;
    }
    const joined = scene.reading(at, "speaker.outlet");
    if (joined?.preposition === "ل") {
      const phrase = speakerPhrase(scene, at, to, true);
      if (phrase) return asOutlet(speakerOf(scene, phrase));
    }
    const name = scene.name(at);
    if (name?.kind === "outlet" && /^ل/.test(form) && !scene.has(at, "speaker")) {
      return asOutlet(speakerOf(scene, { ...name, joined: true }));
    }
  }
  return null;
}

function quotedName(
  scene: Scene,
  start: number,
  limit: number,
): { first: number; last: number } | null {
  for (let at = start; at < limit; at++) if (scene.isQuote(at)) return { first: start, last: at };
  return null;
}

const asOutlet = (speaker: Speaker): Speaker => ({ ...speaker, kind: "outlet" });
