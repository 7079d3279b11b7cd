import type { EventScene } from "./scene.js";

/** What no argument stands behind: another verb, a complementiser, a relative, a negation. */
export function endsClause(scene: EventScene, at: number): boolean {
  if (scene.name(at)) return false;
  if (scene.has(at, "that") || scene.has(at, "relative") || scene.has(at, "negation")) return true;
  if (scene.has(at, "what") || scene.marks(at, "event.or")) return true;
  if (scene.marks(at, "event.clause") && !scene.hasArticle(at)) return true;
  if (isJoinedVerb(scene, at)) return true;
  // ويمكن أن: joined, it opens a clause of its own.
  if (scene.isJoined(at) && scene.marks(at, "event.maybe") && scene.has(at, "before-that"))
    return true;
  // حظر تجول: a set phrase of things, though its first word is a verb too.
  if ((scene.cue(at)?.things.size ?? 0) > 0) return false;
  if (scene.has(at, "be") || scene.has(at, "aspect") || scene.has(at, "clause")) return true;
  return scene.isVerb(at);
}

/** شنه, نفذته: a verb of happening with a pronoun, and no noun in the feminine (إقامة). */
export const resumesEvent = (scene: EventScene, at: number): boolean =>
  scene.cue(at)?.onsets.some(({ reading }) => reading.enclitic !== "") === true &&
  !scene.pack.events.isFeminineRaw(scene.raw(at));

/** واستجوبت، وشكل حكومة: goes on with another verb, though the letters could be a noun's. */
function isJoinedVerb(scene: EventScene, at: number): boolean {
  const readings = scene.layer.words[at]?.readings ?? [];
  if (readings.length === 0) return scene.pack.events.isJoinedVerb(scene.form(at));
  const first = scene.first(at);
  if (!first || first.entry.pos === "verb") return false;
  const joined = readings.filter(({ conjunction }) => conjunction !== "");
  return (
    joined.some(({ entry, tense }) => entry.pos === "verb" && tense === "past") &&
    joined.every(
      ({ entry }) =>
        entry.pos === "verb" ||
        entry.classes.every((name) => name === "ordinary" || name === "price.not"),
    )
  );
}
