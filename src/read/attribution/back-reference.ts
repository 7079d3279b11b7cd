import type { Attribution, Speaker } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/**
 * "الوحدة", "المسؤول", "الوزيرة" are those named before by the same noun; "البيان" is the word of
 * whoever spoke last. The words of the report stay the speaker's name; who is meant is told beside.
 */
export function resolveBackReferences(
  scene: Scene,
  attributions: readonly Attribution[],
): Attribution[] {
  /** The fullest mention so far, by the lexicon row of its head. */
  const named = new Map<unknown, Speaker>();
  /** Whoever was named in full, by the last word of his name. */
  const surnames = new Map<string, Speaker>();
  let last: Speaker | null = null;
  const inTextOrder = [...attributions].sort((a, b) => a.value.cue.first - b.value.cue.first);
  const resolved = new Map<Attribution, Attribution>();
  for (const attribution of inTextOrder) {
    const chain = attribution.value.chain.map((speaker): Speaker => {
      const head = scene.reading(speaker.first, "speaker");
      const alone = speaker.last - speaker.first === 1;
      const style = alone && scene.has(speaker.first, "style");
      if (!head || !(style || (alone && head.article))) {
        if (head && !alone) named.set(head.entry, speaker);
        if (!alone) noteSurname(scene, speaker, surnames);
        return alone && !head ? bySurname(scene, speaker, surnames) : speaker;
      }
      const document = scene.has(speaker.first, "speech.document");
      // "سموه" is whoever of rank spoke last.
      const meant = document || style ? last : (named.get(head.entry) ?? null);
      return meant && meant.first < speaker.first ? { ...speaker, meant } : speaker;
    });
    const origin = chain.at(-1);
    if (origin && !scene.has(origin.first, "speech.document")) last = origin.meant ?? origin;
    resolved.set(attribution, { ...attribution, value: { ...attribution.value, chain } });
  }
  return attributions.map((attribution) => resolved.get(attribution) ?? attribution);
}

/** The last word of a person's name in the phrase that names him. */
function noteSurname(scene: Scene, speaker: Speaker, surnames: Map<string, Speaker>): void {
  if (speaker.kind !== "official" && speaker.kind !== "person") return;
  for (let at = speaker.first; at < speaker.last; at++) {
    const name = scene.name(at);
    if (name?.kind === "person") surnames.set(scene.form(name.last - 1), speaker);
  }
}

/** "وأضاف بصل" is of the kind of "المتحدث محمود بصل", and where no name was seen in it, is he. */
function bySurname(
  scene: Scene,
  speaker: Speaker,
  surnames: ReadonlyMap<string, Speaker>,
): Speaker {
  const full = surnames.get(scene.form(speaker.first));
  if (!full || full.first >= speaker.first) return speaker;
  if (speaker.kind === "person") return { ...speaker, kind: full.kind };
  return speaker.kind === "anonymous" ? { ...speaker, kind: full.kind, meant: full } : speaker;
}

/** "المصادر", "الصحيفة": one noun with its article, of somebody told by the same noun before. */
export function pointsBack(scene: Scene, link: Speaker, known: Speaker): boolean {
  if (link.last !== link.first + 1 || link.first === known.first) return false;
  const head = scene.reading(link.first, "speaker");
  return head?.article === true && scene.reading(known.first, "speaker")?.entry === head.entry;
}
