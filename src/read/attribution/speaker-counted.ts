import type { SpeakerPhrase } from "./attribution-reading.js";
import type { Opening } from "./opening.js";
import type { Scene } from "./scene.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { VerbFrame } from "./verb-frame.js";

/**
 * "نددت 19 منظمة بالقرار", "أكد 7 خبراء أن": so many who speak, behind what the verb takes. Null where what is
 * counted says nothing, or may be the object of the verb.
 */
export function countedAt(
  scene: Scene,
  at: number,
  limit: number,
  { takes }: VerbFrame,
  opening: Opening | null,
): SpeakerPhrase | null {
  if (scene.token(at)?.kind !== "number" || !scene.isPersonal(at + 1)) return null;
  const addressee = takes.has("addressee");
  const counted = speakerPhrase(scene, at + 1, limit, { taken: takes, addressee });
  if (!counted) return null;
  const { last } = counted;
  const governed = takes.has(scene.form(last)) || bearsTaken(scene, last, takes);
  if (!governed && opening?.first !== last) return null;
  return { first: at, last, joined: false };
}

const bearsTaken = (scene: Scene, at: number, takes: ReadonlySet<string>): boolean =>
  takes.has(scene.shape.by) && scene.bears(at, scene.shape.by);
