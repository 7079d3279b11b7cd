import type { EventType } from "../../ontology/events.js";
import { type Group, kindsOf } from "./arguments.js";
import type { Cue } from "./cue.js";
import { isDeed } from "./deed.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Those who do something, and what is made to strike: a plane, a missile, a raid. */
const ACTORS: ReadonlySet<string> = new Set([
  "person",
  "official",
  "body",
  "forces",
  "armed",
  "vehicle",
  "aircraft",
  "missiles",
  "bomb",
  "event",
  "people",
]);
/** What befalls persons alone; an attack and a siege also befall places. */
const OF_PERSONS: ReadonlySet<EventType> = new Set<EventType>([
  "arrest",
  "kidnap",
  "release",
  "trial",
  "appoint",
  "dismiss",
]);
const PERSONAL: readonly string[] = ["counted.person", "victim", "calling", "kin", "office"];

/**
 * A noun phrase can do what the verb tells. Of a word that no lexicon tells anything of nothing is
 * known: better no party than a wrong one.
 */
export function mayAct(scene: EventScene, segment: Segment): boolean {
  const named = segment.name?.mention.value;
  if (named) return named.kind !== "place" || speaksForState(segment);
  const { first } = segment;
  // سموه، فخامته: His Highness, whoever he is.
  if (scene.has(first, "honorific") && segment.last === first + 1) return true;
  if (!scene.isWord(first) && scene.layer.tokens[first]?.kind !== "number") return false;
  const cue = scene.cue(first);
  if ((cue?.things.size ?? 0) === 0 && isDeed(scene, first)) return isStriking(cue);
  const kinds = [...kindsOf(scene, segment)].filter((kind) => ACTORS.has(kind));
  // نيابة عن: a body is told with the article or with what it is of.
  const isBare = segment.last === first + 1 && !scene.hasArticle(first);
  if (kinds.length > 0) return kinds.some((kind) => kind !== "body") || !isBare;
  const at = behindCount(scene, segment);
  // "hundreds of them": of those who were told before.
  if (at > first && scene.has(at, "count.of-them")) return true;
  if (at > first && (scene.name(at) !== null || scene.pack.events.isPersonShape(scene.form(at)))) {
    return true;
  }
  return (
    (scene.has(at, "speaker") && !isBare) || scene.pack.events.isWholePlural(scene.form(at), false)
  );
}

/** "a shelling targeted": deeds that strike somebody. */
function isStriking(cue: Cue | null): boolean {
  const all = [...(cue?.names ?? []), ...(cue?.masdars ?? [])];
  return all.some(({ frame }) => frame.type !== null && STRIKING.has(frame.type));
}
const STRIKING: ReadonlySet<EventType> = new Set<EventType>(["attack", "explosion", "strike"]);

/** "Turkey shelled": a country acts; a town or a district does not. */
function speaksForState({ name }: Segment): boolean {
  const type = name?.mention.value.type;
  return type === "country" || type === "capital";
}

/** The token behind "dozens of", "some", "one of". */
function behindCount(scene: EventScene, { first, last }: Segment): number {
  let at = first;
  if (at + 1 < last && isPart(scene, at) && scene.has(at + 1, "count.of-them")) return at + 1;
  while (at + 1 < last && isPart(scene, at)) at += scene.has(at + 1, "preposition") ? 2 : 1;
  return at;
}

const isPart = (scene: EventScene, at: number): boolean =>
  scene.layer.tokens[at]?.kind === "number" ||
  scene.marks(at, "event.part") ||
  scene.marks(at, "event.apposition") ||
  scene.has(at, "number") ||
  scene.has(at, "count.vague") ||
  scene.has(at, "hedge.before");

/** Whether somebody can suffer what the type tells. */
function mayUndergo(scene: EventScene, type: EventType, segment: Segment): boolean {
  const { names = [], things = null } = scene.cue(segment.first) ?? {};
  const isEvent = names.length > 0 && things?.size === 0 && segment.name === null;
  if (isEvent || isDeed(scene, segment.first)) return type === "ban" || type === "decide";
  if (type === "decide") return isTopic(scene, segment);
  if (type === "appeal") return mayAct(scene, segment);
  if (type === "found" && isNoBody(segment)) return false;
  if (!OF_PERSONS.has(type)) return true;
  const named = segment.name?.mention.value;
  if (named) return named.kind !== "place";
  const at = behindCount(scene, segment);
  if (PERSONAL.some((of) => scene.has(at, of)) || scene.name(at)) return true;
  const kinds = kindsOf(scene, segment);
  if (["person", "official", "body", "forces", "armed"].some((kind) => kinds.has(kind)))
    return true;
  if (at > segment.first || isPart(scene, at)) return true;
  return scene.pack.events.isPersonShape(scene.form(at));
}

/** Towns are as old as history, and persons are not founded: الخطة التي أسس لها الأمير. */
const isNoBody = ({ name }: Segment): boolean => {
  const kind = name?.mention.value.kind;
  return kind === "place" || kind === "person";
};

/** Of a decision: no person, and no adjective of who decides (الطبي, العريقة). */
function isTopic(scene: EventScene, { first, last, name }: Segment): boolean {
  // المدرب الروماني: the adjective of a nation is nothing that is decided.
  const value = name?.mention.value;
  if (value)
    return value.kind !== "person" && !(value.head === "nominal" && scene.hasArticle(first));
  if (!scene.isWord(first) || scene.has(first, "what")) return false;
  const known = scene.layer.words[first]?.readings.some(({ entry }) => entry.pos === "noun");
  return last > first + 1 || !scene.hasArticle(first) || known === true;
}

/** Those of a list that can suffer it; null where none can. */
export function sufferers(scene: EventScene, type: EventType, group: Group): Group | null {
  const able = group.filter((one) => mayUndergo(scene, type, one));
  return able.length > 0 ? able : null;
}
