/** What a frame asks for besides its word: a set word, somebody of a kind, a role that is told. */
import { type Group, kindsOf, type Roles } from "./arguments.js";
import type { Frame } from "./frame.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** ألقت إدارة التحريات بشرطة المنطقة، القبض: phrases between a verb and its set word. */
const FURTHEST_SET_WORD = 4;

/**
 * `ألقى القبض على`: takes the set word out of the arguments; null where it is not there. What
 * completes it stays: "set free the *prisoners*" is one phrase with the word for freedom.
 */
export function withoutSetWord(
  scene: EventScene,
  frame: Frame,
  groups: readonly Group[],
): readonly Group[] | null {
  if (frame.setWord.size === 0) return groups;
  const index = groups.findIndex((group) => {
    const [head] = group;
    return head !== undefined && startsWith(scene, head, frame.setWord);
  });
  if (index < 0 || index > FURTHEST_SET_WORD) return null;
  return groups.flatMap((group, at): Group[] => {
    const [head, ...rest] = group;
    if (at !== index || !head) return [group];
    const isWhole = head.first + 1 >= head.last || frame.setWord.has(head.prep);
    const name = scene.name(head.first + 1);
    const behind = { ...head, first: head.first + 1, name };
    return isWhole ? (rest.length > 0 ? [rest] : []) : [[behind, ...rest]];
  });
}

function startsWith(
  scene: EventScene,
  { start, first, prep }: Segment,
  words: ReadonlySet<string>,
): boolean {
  if (words.has(prep)) return true;
  // أطلق وابلا من الرصاص: the set word is what the verb governs, not what completes another.
  if (prep !== "" && start !== first) return false;
  if (words.has(scene.form(first))) return true;
  const readings = scene.layer.words[first]?.readings ?? [];
  return readings.some(({ stem, enclitic }) => enclitic !== "" && words.has(stem));
}

/** A withdrawal is one of forces or from a place: players withdraw from other things. */
export function hasSome(
  scene: EventScene,
  frame: Frame,
  groups: readonly (Group | null)[],
): boolean {
  if (frame.some.size === 0) return true;
  return groups.some((group) =>
    group?.some((one) => [...kindsOf(scene, one)].some((kind) => frame.some.has(kind))),
  );
}

/** @param pronoun the verb bears its object as a pronoun */
export function meetsNeed(frame: Frame, roles: Roles, pronoun: boolean): boolean {
  const { need } = frame;
  if (need === null) return true;
  // بحث مع: one who talks has talked with somebody.
  if (need === "partner") return (roles.get("agent")?.length ?? 0) > 1;
  if (need === "prep") {
    return pronoun || [...frame.prepositions.values()].some((role) => roles.has(role));
  }
  if (need === "target") return pronoun || roles.has("target") || roles.has(frame.object);
  for (const role of roles.keys()) if (role === need) return true;
  return false;
}
