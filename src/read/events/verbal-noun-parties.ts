/** Who did the deed of a verbal noun, and to whom: what completes it may be either. */
import type { EventType } from "../../ontology/events.js";
import { type Group, isActor, isSome } from "./arguments.js";
import { isDeed } from "./deed.js";
import type { Frame } from "./frame.js";
import { mayAct } from "./party.js";
import type { Segment } from "./segments.js";
import type { Telling } from "./telling.js";

export const ARMED: ReadonlySet<string> = new Set(["forces", "armed"]);

/** تأسيس الهيئة الثانية: one definite word that is no noun goes with the noun before it. */
function isSingleQuality(scene: Telling["scene"], { first, last, name }: Segment): boolean {
  if (name || last !== first + 1 || !scene.hasArticle(first)) return false;
  if ((scene.cue(first)?.things.size ?? 0) > 0) return false;
  return !(scene.layer.words[first]?.readings ?? []).some(({ entry }) => entry.pos === "noun");
}

/** One indefinite word that no lexicon has as a noun, and no accusative. */
const isUnknown = (scene: Telling["scene"], { first, last, name }: Segment): boolean =>
  name === null &&
  last === first + 1 &&
  scene.isWord(first) &&
  !scene.hasArticle(first) &&
  (scene.cue(first)?.things.size ?? 0) === 0 &&
  !scene.pack.events.isAccusative(scene.form(first)) &&
  !(scene.layer.words[first]?.readings ?? []).some(
    ({ entry, enclitic }) => entry.pos === "noun" || enclitic !== "",
  );

/** What the word tells, where only some objects make it that: ضبط of persons is an arrest. */
function soleType({ type, of }: Frame): EventType | null {
  const [one, ...others] = [...of.values()].filter((made) => made !== "none");
  return type ?? (one !== undefined && others.length === 0 ? one : null);
}

/** What is done to persons is not done by the one who stands right behind it: "the release of". */
const TO_WHOM: ReadonlySet<string> = new Set([
  "found",
  "release",
  "appoint",
  "dismiss",
  "trial",
  "rescue",
  "evacuate",
  "kidnap",
]);
/** Of what has no second party but an office, two definite plurals in a row are one phrase. */
export function isDoneAlone(
  scene: Telling["scene"],
  frame: Frame,
  head: Segment,
  { first }: Segment,
): boolean {
  const type = soleType(frame);
  if (frame.second || type === null || !TO_WHOM.has(type) || !scene.hasArticle(head.last - 1))
    return false;
  return [head.last - 1, first].every((at) =>
    (scene.layer.words[at]?.readings ?? []).some(({ number }) => number === "plural"),
  );
}

/** "the council's raising of prices": of two phrases the first does it, where it is one who can. */
export function isDoer({ scene }: Telling, complement: Group, own: Group, frame: Frame): boolean {
  const type = soleType(frame);
  if (type !== null && TO_WHOM.has(type)) return false;
  if (!complement.every((one) => mayAct(scene, one))) return false;
  if (
    type === "arrest" &&
    !complement.every((one) => isActor(scene, one) || isSome(scene, [one], ARMED))
  )
    return false;
  // الهكر الشهير: an adjective of the name before it.
  const [head] = own;
  if (head && isSingleQuality(scene, head)) return false;
  // استهداف مدنيين أبرياء: an indefinite word that is in no lexicon a thing goes with the one before.
  if (head && isUnknown(scene, head)) return false;
  const isQuality =
    head && head.last === head.first + 1 && head.name === null && scene.hasArticle(head.first);
  return !isQuality || !complement.some((one) => one.name?.mention.value.head === "name");
}

/** قصف مدفعي، استهداف صاروخي: of what kind it is, not what is done to whom. */
export function isQuality({ scene }: Telling, group: Group | null): boolean {
  const [head] = group ?? [];
  if (!head || head.name) return false;
  // تفجيرين انتحاريين: an indefinite dual and its adjective.
  const isDual = scene.first(head.first - 1)?.number === "dual" && !scene.hasArticle(head.first);
  if (isDual && scene.first(head.first)?.number === "dual") {
    return scene.pack.names.isRelational(scene.first(head.first)?.entry.lemma ?? "");
  }
  if (scene.first(head.first)?.entry.pos === "adjective") return true;
  if (scene.marks(head.first, "event.quality")) return true;
  const isIndefinite = !scene.hasArticle(head.first) && !scene.has(head.first, "counted.person");
  // إسقاط مروحية: a thing with the ending of relation.
  if (scene.cue(head.first)?.things.has("vehicle")) return false;
  return isIndefinite && scene.pack.names.isRelational(scene.form(head.first));
}

/** "the shelling by planes of positions": whom the genitive did it to, behind the preposition. */
export function doneTo(
  { scene }: Telling,
  frame: Frame,
  complement: Group,
  groups: readonly Group[],
): Group | null {
  if (frame.genitive !== "target" || !isSome(scene, complement, ACTORS)) return null;
  const end = complement[complement.length - 1]?.last;
  const type = soleType(frame);
  if (type !== null && (TO_WHOM.has(type) || type === "arrest")) return null;
  const { dative } = scene.pack.names;
  const isTo = (prep: string): boolean =>
    prep === dative || frame.prepositions.get(prep) === frame.object;
  return (
    groups.find(
      ([head]) =>
        head !== undefined &&
        isTo(head.prep) &&
        // عزل الرئيس المنتمي للجماعة: to what he belongs completes the phrase before.
        !scene.completesLoyalty(head) &&
        // حرق المزارعين للمخلفات: of many senses, by what stands right behind.
        (head.start === end ||
          isBehindTime(scene, end, head) ||
          (head.prep !== dative && !frame.picky)) &&
        !isDeed(scene, head.first),
    ) ?? null
  );
}
const ACTORS: ReadonlySet<string> = new Set(["person", "body", "forces", "vehicle"]);

/** باقتحام القوات، أمس الأحد، للمسجد: only a time stands between. */
function isBehindTime(
  scene: Telling["scene"],
  end: number | undefined,
  { start }: Segment,
): boolean {
  if (end === undefined) return false;
  const from = scene.isComma(end) ? end + 1 : end;
  const to = scene.afterTime(from);
  return to > from && (scene.isComma(to) ? to + 1 : to) === start;
}

/** The group stands at once behind a token; quotation marks do not count. */
export function isNext({ scene }: Telling, at: number, group: Group): boolean {
  const first = group[0]?.first ?? -1;
  return first === at || (first === at + 1 && !scene.isWord(at));
}

/** "the resignation of the government", not "the resignation of today". */
export function couldAct({ scene }: Telling, group: Group): boolean {
  const [head] = group;
  return (
    head !== undefined && (head.name !== null || scene.layer.tokens[head.first]?.kind === "word")
  );
}
