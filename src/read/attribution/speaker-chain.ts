/** Chains of speakers, from who passes it on to who said it: which goes on, which lies inside another. */
import type { Reading } from "../../text/word.js";
import { agrees } from "./agreement.js";
import type { Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/**
 * The chain that a verb without a subject of its own takes up: the one last in force, or those of
 * it through whom it came, or one shortly before, as its number and gender tell.
 * @param spoke those who spoke last, the latest at the end
 * @param anew the verb begins its sentence, so that somebody earlier may go on
 */
export function takenUp(
  scene: Scene,
  spoke: readonly (readonly Speaker[])[],
  verb: Reading,
  anew: boolean,
): readonly Speaker[] | null {
  const current = spoke.at(-1) ?? null;
  const origin = current?.at(-1);
  if (anew && current && isReview(scene, current) && agrees(scene, verb, current[0]) !== false)
    return current.slice(0, 1);
  if (!current || !origin || agrees(scene, verb, origin) !== false) return current;
  if (!anew) return null;
  for (let length = current.length - 1; length > 0; length--) {
    const link = current[length - 1];
    if (link && agrees(scene, verb, link)) return current.slice(0, length);
  }
  const known = spoke.findLast((chain) => {
    const last = chain.at(-1);
    return last !== undefined && agrees(scene, verb, last) === true;
  });
  // Many write "وأضاف" of a body, too; "أضافوا" nobody writes of one man.
  // Nor "وقالت" of a man.
  const man =
    verb.gender === "feminine" && (origin.kind === "official" || origin.kind === "person");
  // "الأرقام تشير إلى كذا. وتابع": who quoted the figures goes on.
  const teller =
    origin.kind === "document" && verb.entry.classes.includes("speech.continue")
      ? spoke.findLast((chain) => chain !== current && isPerson(chain.at(-1)))
      : undefined;
  if (!known && teller) return teller;
  return known ?? (verb.number === "singular" && verb.conjunction && !man ? current : null);
}

const isPerson = (origin: Speaker | undefined): boolean =>
  origin?.kind === "person" || origin?.kind === "official";

/** "الصحف السودانية": in a review of the press many papers go on telling, whomever they quote. */
export function isReview(
  scene: Scene,
  chain: readonly Speaker[],
): chain is readonly [Speaker, ...Speaker[]] {
  const [outlet] = chain;
  const papers = outlet ? scene.reading(outlet.first, "speaker.outlet") : null;
  return papers?.number === "plural";
}

/** The same speakers and somebody behind them. */
export const isDeeper = (chain: readonly Speaker[], outer: readonly Speaker[]): boolean =>
  chain.length > outer.length && outer.every((link) => chain.includes(link));
