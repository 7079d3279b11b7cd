import { LINK_KINDS, type LinkKind } from "../../core/codes.js";
import { QUOTES } from "../../rules/pattern.js";
import { textOf } from "../../text/layer.js";
import type { Speaker, SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** A speaker from the phrase that names him: his words as they stand, and what kind of source he is. */
export function speakerOf(scene: Scene, phrase: TokenRange | SpeakerPhrase): Speaker {
  const { first, last } = phrase;
  const joined = "joined" in phrase && phrase.joined;
  return {
    first,
    last,
    name: nameOf(scene, first, last, joined),
    kind: kindOf(scene, first, last),
  };
}

/** The words of the phrase without a joined conjunction, and without a joined preposition. */
function nameOf(scene: Scene, first: number, last: number, joined: boolean): string {
  const named = scene.name(first);
  if (named && named.last === last) return named.name;
  const written = textOf(scene.layer, first, last).replace(/\s+/g, " ");
  const words = scene.isQuote(first) ? withoutMarks(written) : written;
  const head = scene.reading(first, "speaker");
  const kind = head?.entry.features["kind"];
  const reading = head ?? scene.main(first);
  const behindConjunction = words.slice(reading?.conjunction.length ?? 0);
  const bare =
    joined && (!reading || reading.preposition)
      ? scene.shape.withoutPreposition(behindConjunction)
      : behindConjunction;
  // المصادر → مصادر: an unnamed source is cited in its indefinite form.
  const unnamed = head?.article && last === first + 1;
  return unnamed && (kind === "anonymous" || kind === "witness")
    ? scene.shape.indefinite(bare)
    : bare;
}

const withoutMarks = (words: string): string =>
  [...words].filter((one) => !QUOTES.has(one)).join("");

/** "محمود سالم، المتحدث باسم الهيئة": the office stands behind the name. */
function isOffice(scene: Scene, from: number, last: number): boolean {
  for (let at = from; at < last; at++) if (scene.isOfficial(at)) return true;
  return false;
}

function kindOf(scene: Scene, first: number, last: number): LinkKind {
  const listed = scene.unit(first, "speaker")?.reading.entry.features["kind"];
  const kind = LINK_KINDS.find((known) => known === listed);
  if (kind && kind !== "institution" && kind !== "person") return kind;
  // "مطار الملك خالد": called after somebody, and nobody.
  if (!kind && scene.has(first, "place-word") && !scene.isOfficial(first)) return "institution";
  let named: LinkKind | null = null;
  let official = false;
  for (let at = first; at < last; at++) {
    official ||= scene.isOfficial(at);
    const name = scene.name(at);
    if (name?.kind === "person")
      return kind ?? (official || isOffice(scene, name.last, last) ? "official" : "person");
    if (name) named ??= name.kind === "outlet" ? "outlet" : "institution";
  }
  if (named) return official ? "official" : named;
  return kind ?? (scene.has(first, "speech.document") ? "document" : "anonymous");
}
