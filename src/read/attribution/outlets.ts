import type { Sentence } from "../../text/layer.js";
import type { Reading } from "../../text/word.js";
import { accordAt } from "./accord.js";
import type { Speaker } from "./attribution-reading.js";
import { recipientIn, toldAt } from "./recipient.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";
import { speakerPhrase } from "./speaker-phrase.js";
import type { Speech } from "./speech.js";

/** "في تصريح لسانا، قال": the outlet stands at most so many tokens before the verb. */
const FRONT_REACH = 16;

/** Those through whom a saying comes, and those behind the speaker. */
export interface Relays {
  readonly outer: readonly Speaker[];
  readonly deeper: readonly Speaker[];
}

/** What the document shows may follow its carrier at once: "صور نشرتها الوكالة دمارا". */
const CARRIED = { taken: new Set(["object"]) };

/**
 * Outlets and relays between speaker and content: لرويترز, بحسب سكاي نيوز, نقلا عن رابطة.
 * @param said where the content begins: the outlet spoken to stands before it
 */
export function relaysBetween(speech: Speech, from: number, to: number, said = to): Relays {
  const outer: Speaker[] = [];
  const deeper: Speaker[] = [];
  for (let at = from; at < to; at++) {
    const accord = accordAt(speech.scene, at, to);
    if (accord) (accord.deeper ? deeper : outer).push(...accord.speakers);
    const passedOn = speech.scene.reading(at, "speech.relay") !== null;
    const carrier = passedOn ? carrierAt(speech.scene, at, to) : null;
    if (carrier?.kind === "outlet") outer.push(carrier);
  }
  const told = toldAt(speech.scene, from, to);
  if (told) outer.push(told);
  else outer.push(...spokenTo(speech, from, Math.min(to, Math.max(said, from + 1)), to));
  return { outer: outer.filter((speaker) => !speech.own.is(speaker)), deeper };
}

/** "في بيان نشرته وكالة X", "صور بثها ناشطون": who carried the document. */
export function carrierAt(scene: Scene, at: number, to: number): Speaker | null {
  // "تحليل أجرته الهيئة", "صور بثها ناشطون": a verb that points back to the document.
  const readings = scene.layer.words[at]?.readings ?? [];
  if (!readings.some(({ tense, enclitic }) => tense !== null && enclitic !== "")) return null;
  // "تصريح بثته أمس وكالة كذا".
  const phrase = speakerPhrase(scene, scene.afterTime(at + 1), to, CARRIED);
  const named = phrase && (scene.name(phrase.first) !== null || scene.isPersonal(phrase.first));
  return named ? speakerOf(scene, phrase) : null;
}

/** "في تصريح لسانا، قال …": the outlet stands before the verb. */
export function outletBefore(speech: Speech, at: number, sentence: Sentence): readonly Speaker[] {
  if (at - sentence.first > FRONT_REACH) return [];
  return spokenTo(speech, sentence.first, at);
}

function spokenTo(speech: Speech, from: number, to: number, limit = to): readonly Speaker[] {
  const recipient = recipientIn(speech.scene, from, to, limit);
  const outlet = recipient ? meant(speech, recipient) : null;
  return outlet && !speech.own.is(outlet) ? [outlet] : [];
}

/** "للمنصة", "للوكالة": the outlet named before. */
function meant({ scene, current }: Speech, recipient: Speaker): Speaker | null {
  const alone = recipient.last - recipient.first === 1;
  if (!alone || !scene.reading(recipient.first, "speaker.outlet")?.article) return recipient;
  return current?.find((link) => link.kind === "outlet") ?? null;
}

/** The same definite speaker as before (المصدر, الشاهد) still speaks to the same outlet. */
export function outletCarried({ scene, current }: Speech, speaker: Speaker): readonly Speaker[] {
  const outlet = current?.[0];
  const origin = current?.at(-1);
  if (outlet?.kind !== "outlet" || !origin || (current?.length ?? 0) < 2) return [];
  const head = headOf(scene, speaker.first);
  return head?.article && headOf(scene, origin.first)?.entry === head.entry ? [outlet] : [];
}

const headOf = (scene: Scene, at: number): Reading | null =>
  scene.reading(at, "speaker") ?? scene.reading(at, "counted.person");
