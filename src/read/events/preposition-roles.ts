/** What the arguments behind prepositions are to an event. */
import type { EventType } from "../../ontology/events.js";
import type { Role } from "../../ontology/roles.js";
import { fill, type Group, isSome, kindsOf, type Roles, tellsOffice } from "./arguments.js";
import { isDeed } from "./deed.js";
import type { Frame } from "./frame.js";
import { isMeasureBefore } from "./measures.js";
import { actors } from "./parties.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Two sides have a part in it: what stands behind "between" are these. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>([
  "agree",
  "call",
  "ceasefire",
  "clash",
  "meet",
  "summit",
]);
const TAKING_PART: ReadonlySet<string> = new Set(["person", "official", "body", "forces", "place"]);
const PERSONS: ReadonlySet<string> = new Set(["person", "official"]);

/** Fills the roles of arguments behind prepositions: by the frame, else by the language's usual. */
export function readPrepositions(
  scene: EventScene,
  frame: Frame,
  roles: Roles,
  groups: readonly Group[],
): void {
  let isFor = false;
  for (const group of groups) {
    const [head] = group;
    if (!head || head.prep === "") continue;
    if (scene.completesLoyalty(head)) continue;
    // اجتمع لمناقشة الأوضاع في اليمن: what they talked of is there, not they.
    isFor ||= head.prep === scene.pack.names.dative && isDeed(scene, head.first);
    if (isMutual(frame) && completesAccord(scene, frame, head)) continue;
    const role = roleOf(scene, frame, head);
    const isHis = (scene.first(head.first)?.enclitic ?? "") !== "";
    // "met with the minister in his office": with the same letter, who takes part and where.
    if (role === "agent" && isMutual(frame)) {
      // اجتمعت اللجنة لمناقشة الإصلاحات بالمنظمة: where the reforms are, and no partner.
      if (isFor && head.start === head.first) continue;
      // على الحدود مع سوريا: "with" completes the noun before it.
      if (scene.marks(head.start - 1, "event.bound")) continue;
      // اجتمع بجدة: a town behind a joined preposition is where.
      const isTown =
        head.start === head.first &&
        (head.name?.mention.value.kind === "place" || scene.has(head.first, "place-word"));
      if (isTown) {
        fill(scene, roles, "place", group);
        continue;
      }
      if ((head.name === null && isHis) || !isSome(scene, group, TAKING_PART)) continue;
    }
    // للقصف في محاولة للضغط: a deed suffers nothing.
    if (role === "target" && head.name === null && isDeed(scene, head.first)) {
      if (frame.type !== "ban" && frame.type !== "decide") continue;
    }
    // حكمت المحكمة بولاية كولورادو: where, and not what.
    if (role === "topic" && group.every((one) => one.name?.mention.value.kind === "place")) {
      fill(scene, roles, "place", group);
      continue;
    }
    if (role === "office" && !isHis && !tellsOffice(scene, group)) continue;
    if (role === "amount" && !tellsNumber(scene, head)) continue;
    // فر ألف من اليهود: where they come from is no person.
    if (role === "origin" && isSome(scene, group, PERSONS)) continue;
    const isOpen = role === "target" && isMeasureBefore(scene, roles.get(role), head.start);
    if (role && (role === "agent" || isOpen || !roles.has(role))) {
      // فرضت عقوبات على: on whom, rather than the measure by itself.
      if (isOpen) roles.delete(role);
      fill(scene, roles, role, role === "office" ? withoutPost(scene, group) : group);
      continue;
    }
    const usual = scene.pack.events.prepositions.get(head.prep);
    if (usual === "parties") {
      if (
        isMutual(frame) &&
        frame.need !== "partner" &&
        tellsParties(scene, roles, head) &&
        !isOfOther(scene, head)
      )
        fill(scene, roles, "agent", group);
    } else if (usual === "agent") {
      // "named by the union those of a team founded by the federation": who does it is told.
      const able = roles.has("agent") ? null : actors(scene, group);
      if (able) fill(scene, roles, "agent", able);
    } else if (usual === "place") {
      if (isFor && isMutual(frame) && group.every(isLand)) continue;
      const named = group.some((one) => one.name?.mention.value.kind === "place");
      const places = group.filter(
        (one) => one.name?.mention.value.kind === "place" || scene.has(one.first, "place-word"),
      );
      if (named) fill(scene, roles, "place", places);
    } else if (usual) fill(scene, roles, usual, group);
  }
}

const isLand = ({ name }: Segment): boolean => name?.mention.value.type === "country";

/** "met him to discuss relations between A and B": two have met, and "between" is of the relations. */
function tellsParties(scene: EventScene, roles: Roles, { start }: Segment): boolean {
  // من جهة وبين فصائل: the other side.
  if ((scene.first(start)?.conjunction ?? "") !== "") return true;
  return (roles.get("agent")?.length ?? 0) < 2 && !scene.marks(start - 1, "event.bound");
}

/** تمهيدا للاجتماع المشترك بين: the sides of another event, told under a preposition. */
function isOfOther(scene: EventScene, { start }: Segment): boolean {
  return [start - 1, start - 2].some(
    (at) => (scene.cue(at)?.names.length ?? 0) > 0 && scene.joinedPreposition(at) !== "",
  );
}

/** حيال مزايا الاتفاق مع إيران: with whom another deed was done, told in the clause of this one. */
function completesAccord(scene: EventScene, frame: Frame, { start, prep }: Segment): boolean {
  const names = scene.cue(start - 1)?.names ?? [];
  return (
    frame.prepositions.get(prep) === "agent" &&
    names.length > 0 &&
    names.every((one) => one.frame.type !== frame.type)
  );
}

function tellsNumber(scene: EventScene, { first, last }: Segment): boolean {
  for (let at = first; at <= last; at++) {
    if (scene.has(at, "time.unit")) return false;
    if (scene.layer.tokens[at]?.kind === "number" || scene.has(at, "number")) {
      return scene.afterTime(at) === at;
    }
  }
  return false;
}

/** "to Kazakhstan" is where; "for keeping peace", with the same letter, is not. */
function roleOf(scene: EventScene, frame: Frame, head: Segment): Role | undefined {
  const role = frame.prepositions.get(head.prep);
  if (role !== "destination" || head.start !== head.first) return role;
  const kinds = kindsOf(scene, head);
  return kinds.has("place") || kinds.has("body") ? role : undefined;
}

/** "from the post of minister": the office without the word for it. */
function withoutPost(scene: EventScene, group: Group): Group {
  return group.flatMap((segment) => {
    const skip = scene.marks(segment.first, "event.post") ? 1 : 0;
    const first = segment.first + skip;
    return first < segment.last ? [{ ...segment, first, name: skip ? null : segment.name }] : [];
  });
}

const isMutual = (frame: Frame): boolean =>
  (frame.type !== null && MUTUAL.has(frame.type)) ||
  [...frame.of.values()].some((type) => type !== "none" && MUTUAL.has(type));
