import { LINK_KINDS, type LinkKind } from "../../core/codes.js";
import { QUOTES } from "../../rules/pattern.js";
import { textOf } from "../../text/layer.js";
import type { NameAt, Speaker, SpeakerPhrase, TokenRange } from "./attribution-reading.js";
import type { Scene } from "./scene.js";

/** A speaker from the phrase that names him: his words as they stand, and what kind of source he is. */
export function speakerOf(scene: Scene, phrase: TokenRange | SpeakerPhrase): Speaker {
  const { first, last } = phrase;
  const joined = "joined" in phrase && phrase.joined;
  const unjoined = "joined" in phrase && !phrase.joined;
  return {
    first,
    last,
    name: nameOf(scene, first, last, joined, unjoined),
    kind: kindOf(scene, first, last),
  };
}

/** The words of the phrase without a joined conjunction, and without a joined preposition. */
function nameOf(
  scene: Scene,
  first: number,
  last: number,
  joined: boolean,
  unjoined: boolean,
): string {
  const named = scene.name(first);
  const split = named !== null && unjoined && bearsPreposition(scene, named);
  if (named && named.last === last && !split) return named.name;
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

/** "قال كرافت": what is the subject of a verb bears no preposition; its first letter is of the name. */
const bearsPreposition = (scene: Scene, { first, skip }: NameAt): boolean =>
  skip === 1 && [scene.shape.by, scene.shape.like].includes(scene.form(first).slice(0, 1));

const withoutMarks = (words: string): string =>
  [...words]
    .filter((one) => !QUOTES.has(one))
    .join("")
    .trim();

/** "محمود سالم، المتحدث باسم الهيئة": the office stands behind the name. */
function isOffice(scene: Scene, from: number, last: number): boolean {
  for (let at = from; at < last; at++) if (scene.isOfficial(at)) return true;
  return false;
}

/** Townspeople, citizens, witnesses: the kind of speaker that the lexicon has such words down for. */
function isOfPeople(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (scene.reading(at, "speaker")?.entry.features["kind"] === "witness") return true;
  }
  return false;
}

/** What the lexicon says of the word that opens the phrase. */
function listedKind(scene: Scene, first: number): LinkKind | undefined {
  const unit = scene.unit(first, "speaker");
  const { kind, remit } = unit?.reading.entry.features ?? {};
  // "وكالة الفضاء": an agency, and none of news.
  if (unit && remit === "yes" && scene.has(unit.last, "agency.remit")) return "institution";
  return LINK_KINDS.find((known) => known === kind);
}

/** "اللواء 35", "اللواء الأول": a brigade; of a man a name stands behind his rank. */
const isUnit = (scene: Scene, at: number): boolean =>
  scene.reading(at, "speaker")?.entry.features["unit"] === "yes" &&
  (scene.token(at + 1)?.kind === "number" || scene.has(at + 1, "number.ordinal"));

/** What men are called by their trade, or one of many. */
const isSomebody = (scene: Scene, at: number): boolean =>
  ["calling", "counted.person", "one-of"].some((name) => scene.has(at, name)) &&
  listedKind(scene, at) !== "institution" &&
  !scene.name(at);

function kindOf(scene: Scene, head: number, last: number): LinkKind {
  // "19 منظمة": what is counted tells what they are.
  const counts = scene.token(head)?.kind === "number" && scene.isPersonal(head + 1);
  const first = counts ? head + 1 : head;
  if (isUnit(scene, first)) return "institution";
  const kind = listedKind(scene, first);
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
    // "أحد سكان حلب": people of a place are not the place.
    const isWhere = name?.kind === "place" && at > first && isOfPeople(scene, first, at);
    // "خبير في مكتب التحقيقات": nor is somebody who serves a body that body.
    const isWhose = at > first && !official && isSomebody(scene, first);
    if (name && !isWhere && !isWhose) named ??= name.kind === "outlet" ? "outlet" : "institution";
  }
  // "مؤسسة النقد العربي", "تقرير مكتب الرئيس": a body, whatever word of an office is in its name.
  const body = kind === "institution" || scene.has(first, "speech.document");
  if (named) return official && !body ? "official" : named;
  return kind ?? (scene.has(first, "speech.document") ? "document" : "anonymous");
}
