import type { Sentence } from "../../text/layer.js";
import { type Group, isSome, kindsOf, type Roles, sentenceTells } from "./arguments.js";
import type { Headed } from "./cue.js";
import type { Frame } from "./frame.js";
import { QUOTES } from "./noun-phrase.js";
import { mayAct } from "./party.js";
import { readPrepositions } from "./preposition-roles.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";
import type { Telling, Told } from "./telling.js";

/** Event names that head a phrase; behind a number too. */
export function headsOf(scene: EventScene, segment: Segment): readonly Headed<Frame>[] {
  const { first, last, name } = segment;
  if (name) return [];
  const cue = scene.cue(first);
  if (cue && cue.names.length > 0) return cue.names;
  const isNumber = scene.layer.tokens[first]?.kind === "number" || scene.has(first, "number");
  if (isNumber && first + 1 < last) return scene.cue(first + 1)?.names ?? [];
  return [];
}

/** The arguments of an event noun, behind it. */
export function readName(
  telling: Telling,
  segment: Segment,
  { frame }: Headed<Frame>,
  roles: Roles,
  sentence: Sentence,
  told: Told,
  groups: readonly Group[],
): void {
  if (!frame.type) return;
  telling.used.add(segment.first);
  const behind = groups.filter((group) => (group[0]?.first ?? 0) > segment.first);
  if (frame.wild && isOfNoPlace(telling.scene, segment.first)) return;
  // إضراب عن الطعام: of food it is no labour strike.
  for (const thing of frame.without) if (sentenceTells(telling.scene, thing, sentence)) return;
  if (frame.type === "clash" && isOfIdeas(telling.scene, segment, frame, behind)) return;
  // عقدت في القاهرة اجتماعات بشأن الحرب في غزة: where it was is told before it.
  const known = [...(roles.get("place") ?? [])];
  readPrepositions(telling.scene, frame, roles, ofWhom(telling.scene, frame, behind));
  if (known.length > 0 && known.every(({ last }) => last <= segment.first))
    roles.set("place", known);
  const last = Math.max(told.last, segment.last);
  telling.emit(frame.type, roles, frame.phase, { ...told, last }, sentence, segment);
}

/** قصف لطيران التحالف: forces behind "of" may have done it or suffered it, and have no part told. */
function ofWhom(scene: EventScene, frame: Frame, groups: readonly Group[]): readonly Group[] {
  const { dative } = scene.pack.names;
  if (!frame.prepositions.has(dative)) return groups;
  return groups.filter(([head]) => head?.prep !== dative || !isSome(scene, [head], FORCES));
}
const FORCES: ReadonlySet<string> = new Set(["forces", "armed", "aircraft", "missiles"]);

/** زلزال الثورات, أعاصير الحياة: what completes a force of nature is a noun, and no place or kind of it. */
function isOfNoPlace(scene: EventScene, first: number): boolean {
  const at = QUOTES.has(scene.form(first + 1)) ? first + 2 : first + 1;
  if (!scene.isWord(at) || scene.name(at) || scene.isJoined(at)) return false;
  if (scene.afterTime(at) > at || scene.joinedPreposition(at) !== "") return false;
  const { article, isRelational } = scene.pack.names;
  if (!scene.hasArticle(at) || scene.hasArticle(first)) return false;
  const readings = scene.layer.words[at]?.readings ?? [];
  const isKind = readings.some(({ entry }) => entry.pos === "adjective" || entry.pos === "verb");
  const isOpen = ["closed", "preposition", "place-word", "direction", "relative"].some((of) =>
    scene.has(at, of),
  );
  return !isKind && !isOpen && !isRelational(scene.form(at).slice(article.length));
}

/** Somebody or a body, a land, or a word of persons' shape. */
const mayTakePart = (scene: EventScene, one: Segment): boolean =>
  one.name !== null || mayAct(scene, one) || kindsOf(scene, one).has("place-noun");

/** مواجهة التطرف, معركة ضد الفساد: a struggle in a manner of speaking. */
function isOfIdeas(
  scene: EventScene,
  { first, last }: Segment,
  frame: Frame,
  groups: readonly Group[],
): boolean {
  if (last > first + 1 && scene.cue(first + 1)?.things.has("abstract")) return true;
  // المعارك النقدية
  for (let at = first + 1; at < last; at++) if (scene.marks(at, "event.verbal")) return true;
  // معركة بين القديم والحديث: neither of the two can fight.
  const sides = groups.find(
    (group) => scene.pack.events.prepositions.get(group[0]?.prep ?? "") === "parties",
  );
  if (sides && sides.length > 1 && !sides.some((one) => mayTakePart(scene, one))) return true;
  return groups.some(
    (group) =>
      frame.prepositions.has(group[0]?.prep ?? "") &&
      group.every((one) => kindsOf(scene, one).has("abstract")),
  );
}
