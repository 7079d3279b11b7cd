import { Addressed } from "./address.js";
import type { Attribution, Speaker } from "./attribution-reading.js";
import { holdsOffice, isCalled, isCalledAlone } from "./called.js";
import { isNameLike } from "./phrase-name.js";
import type { Scene } from "./scene.js";
import { speakerOf } from "./speaker.js";

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
  /** Whoever has been told of in full, speaker or not. */
  const people = new PeopleSoFar(scene);
  const addressed = new Addressed(scene);
  let read = 0;
  let last: Speaker | null = null;
  const inTextOrder = [...attributions].sort((a, b) => a.value.cue.first - b.value.cue.first);
  const resolved = new Map<Attribution, Attribution>();
  for (const attribution of inTextOrder) {
    for (; read < attribution.value.cue.first; read++) addressed.noteName(read);
    const chain = attribution.value.chain.map((speaker): Speaker => {
      const head = scene.reading(speaker.first, "speaker");
      const alone = speaker.last - speaker.first === 1;
      const style = alone && scene.has(speaker.first, "style");
      if (!head || !(style || (alone && head.article))) {
        if (head && !alone) named.set(head.entry, speaker);
        if (alone) {
          const who = head
            ? speaker
            : (bySurname(scene, speaker, surnames) ?? people.calledLikewise(speaker));
          addressed.note(who.meant ?? who);
          return isCalledAlone(scene, who, genderOf(scene, attribution))
            ? { ...who, kind: "person" }
            : who;
        }
        const known = titled(scene, speaker, surnames, people);
        addressed.note(known);
        noteSurname(scene, known, surnames);
        return known;
      }
      const document = scene.has(speaker.first, "speech.document");
      const meant = style
        ? addressed.meantBy(speaker.first, last)
        : document
          ? last
          : (named.get(head.entry) ?? null);
      return meant && meant.first < speaker.first ? { ...speaker, meant } : speaker;
    });
    const origin = chain.at(-1);
    if (origin && !scene.has(origin.first, "speech.document")) last = origin.meant ?? origin;
    resolved.set(attribution, { ...attribution, value: { ...attribution.value, chain } });
  }
  return attributions.map((attribution) => resolved.get(attribution) ?? attribution);
}

/** The gender of the verb by which it is said; null where no verb says it. */
const genderOf = (scene: Scene, { value }: Attribution): string | null =>
  scene.reading(value.cue.first, "speech.verb")?.gender ?? null;

/** "الفريق المحرج", "الدكتور الدرعي": a title and the family name alone of one told of before, or of one that nothing knows. */
function titled(
  scene: Scene,
  speaker: Speaker,
  surnames: ReadonlyMap<string, Speaker>,
  people: PeopleSoFar,
): Speaker {
  const { first, last, kind } = speaker;
  // "الدكتور راشد العمري، نائب المدير … الدكتور العمري": of the same kind.
  if (kind === "person" && last === first + 2 && scene.has(first, "title")) {
    const full = surnames.get(scene.form(first + 1));
    return full && full.first < first ? { ...speaker, kind: full.kind } : speaker;
  }
  if (kind !== "anonymous" && kind !== "institution") return speaker;
  if (last === first + 2 && scene.has(first, "title")) {
    const family: Speaker = { ...speaker, first: first + 1, kind: "anonymous" };
    const { meant } = bySurname(scene, family, surnames) ?? people.calledLikewise(family);
    if (meant) return { ...speaker, kind: meant.kind, meant };
  }
  if (!isCalled(scene, speaker)) return speaker;
  const official = scene.isOfficial(first) || holdsOffice(scene, first, last);
  return { ...speaker, kind: official ? "official" : "person" };
}

/** The last word of a person's name in the phrase that names him. */
function noteSurname(scene: Scene, speaker: Speaker, surnames: Map<string, Speaker>): void {
  if (speaker.kind !== "official" && speaker.kind !== "person") return;
  for (let at = speaker.first; at < speaker.last; at++) {
    const name = scene.name(at);
    if (name?.kind === "person") surnames.set(scene.form(name.last - 1), speaker);
    // "تورن بلاسكي مدير الشركة": of a name that no lexicon knows every word behind the first.
    else if (at > speaker.first && scene.main(at) === null && isNameLike(scene, at))
      surnames.set(scene.form(at), speaker);
  }
}

/** Names of persons in text order, by their last word, as far as the report has been read. */
class PeopleSoFar {
  private readonly byLast = new Map<string, Speaker>();
  private read = 0;

  constructor(private readonly scene: Scene) {}

  /** "نقل سعيد الصالحاني … وقال الصالحاني": the family name alone of one who has been told of, but has not spoken. */
  calledLikewise(speaker: Speaker): Speaker {
    if (speaker.kind !== "anonymous") return speaker;
    const { scene } = this;
    for (; this.read < speaker.first; this.read++) {
      const name = scene.name(this.read);
      if (name?.kind !== "person") continue;
      if (name.last - name.first < 2) {
        // "حمدي العربي": of a given name alone the word behind it may be the family's.
        const given = scene.has(name.first, "given-name") && name.skip === 0;
        if (given && scene.isWord(name.last))
          this.byLast.set(
            scene.form(name.last),
            speakerOf(scene, { first: name.first, last: name.last + 1 }),
          );
        continue;
      }
      // "روى البخاري": a verb, and no name of his.
      if (scene.isVerb(name.first) || scene.has(name.last - 1, "deity")) continue;
      this.byLast.set(scene.form(name.last - 1), speakerOf(scene, name));
    }
    const full = this.byLast.get(scene.form(speaker.first));
    return full ? { ...speaker, kind: "person", meant: full } : speaker;
  }
}

/** "وأضاف بصل" is of the kind of "المتحدث محمود بصل", and where no name was seen in it, is he. */
function bySurname(
  scene: Scene,
  speaker: Speaker,
  surnames: ReadonlyMap<string, Speaker>,
): Speaker | null {
  const full = surnames.get(scene.form(speaker.first));
  if (!full || full.first >= speaker.first) return null;
  if (speaker.kind === "person") return { ...speaker, kind: full.kind };
  return speaker.kind === "anonymous" ? { ...speaker, kind: full.kind, meant: full } : speaker;
}

/** "المصادر", "الصحيفة": one noun with its article, of somebody told by the same noun before. */
export function pointsBack(scene: Scene, link: Speaker, known: Speaker): boolean {
  if (link.last !== link.first + 1 || link.first === known.first) return false;
  const head = scene.reading(link.first, "speaker");
  return head?.article === true && scene.reading(known.first, "speaker")?.entry === head.entry;
}
