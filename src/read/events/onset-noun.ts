/** Which noun a verb of happening tells of: its subject, its object, or one told before it. */
import type { Sentence } from "../../text/layer.js";
import { type Group, groupsOf } from "./arguments.js";
import type { Onset } from "./frame.js";
import { headsOf } from "./nouns.js";
import type { EventScene } from "./scene.js";
import { type Segment, segmentsFrom } from "./segments.js";
import { isRelative, isResumed, subjectBefore } from "./subject.js";
import { isBare } from "./telling.js";

/** Tokens back from a verb to the event that its clause, interrupted by others, is about. */
const TOPIC_REACH = 45;

const hasPronoun = (scene: EventScene, group: Group | undefined): boolean =>
  group !== undefined && (scene.first(group[0]?.first ?? -1)?.enclitic ?? "") !== "";

/** The event noun of a verb of happening, and the other party that the verb has. */
interface Home {
  readonly group: Group;
  readonly other: Group | null;
}

export function homeOf(
  scene: EventScene,
  at: number,
  frame: Onset,
  pronoun: boolean,
  groups: readonly Group[],
  sentence: Sentence,
): Home | null {
  const bare = groups.filter(isBare);
  const tells = (group: Group | null | undefined): group is Group =>
    group?.some((segment) => headsOf(scene, segment).length > 0) === true;
  if (frame.event === "subject") {
    if (tells(bare[0])) return { group: bare[0], other: null };
    const pre = subjectBefore(scene, at, sentence.first);
    // نتائج الانتخابات التي جرت: "which" is of the event right before it.
    const own =
      isRelative(scene, at) && !isResumed(scene, at) ? nameBeforeRelative(scene, at) : null;
    if (own && !tells(pre)) return { group: [own], other: bare[0] ?? null };
    // "the quake whose centre lies in": the verb has a subject of its own.
    if (bare.length > 0 && isRelative(scene, at) && hasPronoun(scene, bare[0])) return null;
    if (tells(pre)) return { group: pre, other: bare[0] ?? null };
    const near = nameBefore(scene, at);
    if (near) return { group: [near], other: bare[0] ?? null };
    if (bare.length > 0) return null;
    const topic = topicBefore(scene, at, sentence);
    return topic ? { group: topic, other: null } : null;
  }
  if (frame.event === "object" && pronoun) {
    // "the clashes that the town saw"
    const pre = subjectBefore(scene, at, sentence.first);
    return tells(pre) ? { group: pre, other: bare[0] ?? null } : null;
  }
  if (frame.event === "object") {
    const index = bare.findIndex(tells);
    const group = bare[index];
    // "the elections that were held": the passive of a verb of holding.
    const pre = !group && bare.length === 0 ? subjectBefore(scene, at, sentence.first) : null;
    if (tells(pre) && isRelative(scene, at)) return { group: pre, other: null };
    if (!group) return null;
    const before = index > 0 ? bare[0] : subjectBefore(scene, at, sentence.first);
    return { group, other: before ?? null };
  }
  const group = groups.find((one) => one[0]?.prep === frame.event && tells(one));
  if (!group) return null;
  const start = group[0]?.first ?? -1;
  // توصل إلى اتفاق مع النادي لضم اللاعب سالم: who did it stands between the verb and the event.
  const doer = bare.find(
    ([head]) => head !== undefined && head.first < start && !isBehindPlace(groups, head),
  );
  return { group, other: doer ?? subjectBefore(scene, at, sentence.first) };
}

/** إلى العاصمة الأردنية عمان: what stands at once behind a prepositional phrase says more of it. */
const isBehindPlace = (groups: readonly Group[], { first }: Segment): boolean =>
  groups.some((group) => {
    const last = group[group.length - 1];
    return last !== undefined && last.prep !== "" && last.last === first;
  });

/** بعد احتجاجات اندلعت, هزة أرضية ضربت: an indefinite name, and the verb that tells of it right behind. */
function nameBefore(scene: EventScene, verb: number): Segment | null {
  if (scene.isJoined(verb) || scene.opensSentence(verb)) return null;
  for (let first = verb - 1; first >= Math.max(0, verb - 3); first--) {
    if (!scene.isWord(first) || scene.name(first) || scene.opensSentence(first + 1)) return null;
    const cue = scene.cue(first);
    if (!cue || cue.names.length === 0) continue;
    const end = first + cue.length;
    if (scene.hasArticle(first)) continue;
    const isWhole = end === verb || (end === verb - 1 && scene.first(end)?.entry.pos !== "verb");
    if (!isWhole || scene.isVerb(first)) return null;
    return { start: first, first, last: verb, prep: "", joined: false, name: null, loose: false };
  }
  return null;
}

/** Tokens of a definite name of an event with its adjectives, before a relative pronoun. */
const NAME_REACH = 3;

/** الانتخابات البرلمانية التي: the event's name with the article, and nothing but its adjectives behind it. */
function nameBeforeRelative(scene: EventScene, verb: number): Segment | null {
  let last = verb - 1;
  while (last > 0 && !scene.has(last, "relative")) last--;
  for (let first = last - 1; first >= Math.max(0, last - NAME_REACH); first--) {
    if (!scene.isWord(first) || scene.name(first) || !scene.hasArticle(first)) return null;
    if ((scene.cue(first)?.names.length ?? 0) === 0) continue;
    return { start: first, first, last, prep: "", joined: false, name: null, loose: false };
  }
  return null;
}

/** "that those protests, in which …, according to …, broke out": the subject of "that". */
function topicBefore(scene: EventScene, verb: number, sentence: Sentence): Group | null {
  if (!scene.isComma(verb - 1)) return null;
  for (let at = verb - 1; at >= Math.max(sentence.first, verb - TOPIC_REACH); at--) {
    if (!scene.has(at, "that")) continue;
    const from = scene.has(at + 1, "demonstrative") ? at + 2 : at + 1;
    const [first] = groupsOf(scene, segmentsFrom(scene, from, verb));
    return first && isBare(first) ? first : null;
  }
  return null;
}
