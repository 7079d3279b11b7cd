import type { EventScene } from "./scene.js";

/** A verbal noun, by the lexicon or by its shape: "the throwing of food" does nothing to anybody. */
export function isDeed(scene: EventScene, at: number): boolean {
  if (scene.name(at)) return false;
  const { masdars = [] } = scene.cue(at) ?? {};
  if (masdars.length > 0 || scene.has(at, "harm.noun") || scene.has(at, "speech.masdar")) {
    return true;
  }
  if (NO_DEEDS.some((of) => scene.has(at, of)) || (scene.cue(at)?.things.size ?? 0) > 0)
    return false;
  return scene.pack.events.isDeedShape(scene.raw(at));
}

/** Classes of words that are somebody or something, whatever their shape. */
const NO_DEEDS: readonly string[] = [
  "counted.person",
  "counted.kin",
  "victim",
  "org",
  "office",
  "speaker",
  "place-word",
  "calling",
  "event.name",
  "title",
  "portfolio",
  "number",
  "ordinary.noun",
];
