import { addTo } from "../../core/grouping.js";
import type { EventType } from "../../ontology/events.js";
import type { Role } from "../../ontology/roles.js";
import type { Sentence } from "../../text/layer.js";
import { isDeed } from "./deed.js";
import type { RoleFiller } from "./event-reading.js";
import type { Frame } from "./frame.js";
import type { EventScene } from "./scene.js";
import type { Segment } from "./segments.js";

/** Noun phrases on one list: "the internet, the banks and the flights". A verbal noun opens its own. */
export type Group = readonly Segment[];

/** Roles while they are being filled. */
export type Roles = Map<Role, RoleFiller[]>;

export function groupsOf(scene: EventScene, segments: readonly Segment[]): Group[] {
  const out: Segment[][] = [];
  for (const segment of segments) {
    const last = out[out.length - 1];
    if (segment.joined && last && !isDeed(scene, segment.first)) last.push(segment);
    else out.push([segment]);
  }
  return out;
}

export function fillerOf(scene: EventScene, segment: Segment): RoleFiller {
  const { first, last, name } = segment;
  if (!name || name.mention.value.head === "nominal") {
    return { first, last, named: false, text: scene.words(first, last) };
  }
  const { mention } = name;
  return {
    first: mention.first,
    last: mention.last,
    named: true,
    text: mention.value.name,
  };
}

export function fill(scene: EventScene, roles: Roles, role: Role, group: Group): void {
  const known = roles.get(role) ?? [];
  for (const segment of group) {
    if (isOpenCount(scene, segment) || isNumberOf(scene, segment)) continue;
    if (isQualityAlone(scene, segment)) continue;
    // كل عام: how often it is done.
    if (segment.name === null && isHowOften(scene, segment)) continue;
    // زار السفير الألماني: the adjective of a nation is nowhere that somebody goes to.
    const isNation = segment.name?.mention.value.head === "nominal";
    if (isNation && PLACED.has(role) && scene.hasArticle(segment.first)) continue;
    // قدم الموظف عدد كبير: a number and its adjective, of whom it does not say.
    if (isBareNumber(scene, segment)) continue;
    const filler = fillerOf(scene, role === "office" ? { ...segment, name: null } : segment);
    if (!known.some((one) => one.first === filler.first)) known.push(filler);
  }
  if (known.length > 0) roles.set(role, known);
}

/** بحصار ممنهج, منشآت حكومية وأمنية: an indefinite adjective by itself is nobody and nothing. */
const isQualityAlone = (scene: EventScene, { first, last, name }: Segment): boolean => {
  if (name || last !== first + 1 || scene.hasArticle(first) || !scene.isWord(first)) return false;
  if (PERSONS.some((of) => scene.has(first, of))) return false;
  return (
    scene.first(first)?.entry.pos === "adjective" ||
    scene.marks(first, "event.quality") ||
    scene.has(first, "grave")
  );
};
const PERSONS: readonly string[] = ["counted.person", "victim", "calling", "office"];

/** عدد إجمالي: "a number" with an adjective, and nobody whom it counts. */
const isBareNumber = (scene: EventScene, { first, last, name }: Segment): boolean =>
  name === null &&
  last === first + 2 &&
  scene.marks(first, "event.part") &&
  scene.has(first, "tally") &&
  !scene.hasArticle(first + 1) &&
  scene.pack.names.isRelational(scene.form(first + 1));

const PLACED: ReadonlySet<Role> = new Set<Role>(["destination", "origin", "place"]);

/** كل من لديهم: "all" of whom a clause tells; اعتقالات عدة: how many they were, and no phrase. */
const isOpenCount = (scene: EventScene, { first, last }: Segment): boolean =>
  last === first + 1 &&
  scene.marks(first, "event.part") &&
  (scene.has(last, "prep.from") || scene.first(first - 1)?.number === "plural");

/** كل عام, 20 يوما: a unit of time behind a number or a word for all. */
const isHowOften = (scene: EventScene, { first, last }: Segment): boolean =>
  last === first + 2 &&
  scene.has(last - 1, "time.unit") &&
  (isCount(scene, first) || scene.marks(first, "event.part"));

/** والمدعوات وعددهن 200: a number of those told before. */
const isNumberOf = (scene: EventScene, { first }: Segment): boolean =>
  scene.has(first, "tally") && (scene.first(first)?.enclitic ?? "") !== "";

/** What kinds of thing a noun phrase is, as frames ask for them. */
export function kindsOf(scene: EventScene, segment: Segment): ReadonlySet<string> {
  const kinds = new Set<string>();
  // What it is, its head tells: a film of drawings (رسوم) is no fee (رسوم).
  let inHead = true;
  for (let at = segment.first; at < segment.last; at++) {
    const cue = scene.cue(at);
    for (const thing of cue?.things ?? []) {
      if (inHead || !BY_HEAD.has(thing)) kinds.add(thing);
    }
    if (inHead && cue && cue.names.length + cue.masdars.length > 0) kinds.add("event");
    inHead &&= isCount(scene, at) || scene.marks(at, "event.part") || scene.has(at, "preposition");
  }
  const named = segment.name?.mention.value;
  if (named) {
    if (named.kind === "person" || named.kind === "group") kinds.add("person");
    else if (named.kind === "place") kinds.add("place");
    else kinds.add("body");
    if (named.type === "armed group" || named.type === "forces") kinds.add("forces");
    // الرئيس: an office alone, whose holder the report has not named yet.
    const isOffice = named.head === "nominal" && named.kind === "person";
    if (named.head === "role" || (isOffice && scene.has(segment.first, "office")))
      kinds.add("official");
    if (named.head === "name") kinds.add("named");
  } else {
    const head = segment.first;
    // الآلاف: so many people.
    const isMany = scene.has(head, "count.vague") && scene.hasArticle(head);
    if (isMany || isPersonNoun(scene, head)) kinds.add("person");
    // "ten of the protesters", "one of his relatives": the person stands behind the number.
    if (isCount(scene, head) || scene.marks(head, "event.part")) {
      for (let at = head; at < Math.min(segment.last, head + 5); at++) {
        if (isPersonNoun(scene, at)) kinds.add("person");
        // 35 كرتونا مخالفا: what stands right behind the number is counted, and no other.
        if (isThingOfNumber(scene, head, at)) break;
      }
    }
    const place = placeType(scene, head);
    if (place !== null) kinds.add("place-noun");
    if (place !== null && SETTLED.has(place)) kinds.add("place");
    if (scene.has(head, "office")) kinds.add("official").add("person");
    if (scene.has(head, "org")) kinds.add("body");
    if (scene.has(head, "speaker") && !kinds.has("person")) kinds.add("body");
  }
  return kinds;
}

/** A noun in the accusative right behind a number. */
const isThingOfNumber = (scene: EventScene, head: number, at: number): boolean =>
  at > head &&
  (scene.layer.tokens[at - 1]?.kind === "number" || scene.has(at - 1, "number")) &&
  !scene.has(at, "number") &&
  scene.pack.events.isAccusative(scene.form(at));

/** Kinds that a phrase is by its head alone. */
const BY_HEAD: ReadonlySet<string> = new Set([
  "abstract",
  "accord",
  "armed",
  "aid",
  "bomb",
  "building",
  "flights",
  "forces",
  "missiles",
  "net",
  "prices",
  "rank",
  "strike",
  "transport",
  "vehicle",
  "weapons",
]);

/** Places that are taken, shelled and fled from, though their names are not told: "towns and villages". */
const SETTLED: ReadonlySet<string> = new Set([
  "camp",
  "city",
  "district",
  "neighbourhood",
  "town",
  "village",
]);

function placeType(scene: EventScene, at: number): string | null {
  if (!scene.has(at, "place-word")) return null;
  const readings = scene.layer.words[at]?.readings ?? [];
  const reading = readings.find(({ entry }) => entry.classes.includes("place-word"));
  return reading?.entry.features["type"] ?? "";
}

const COUNTS: readonly string[] = [
  "number",
  "number.unit",
  "number.tens",
  "number.hundred",
  "count.vague",
  "hedge.before",
];
/** A number, "dozens of", "one of". */
function isCount(scene: EventScene, at: number): boolean {
  if (scene.layer.tokens[at]?.kind === "number" || scene.marks(at, "event.apposition")) return true;
  if (COUNTS.some((of) => scene.has(at, of))) return true;
  const phrases = scene.layer.phrases[at] ?? [];
  return phrases.some(({ reading }) => reading.entry.classes.includes("hedge.before"));
}

function isPersonNoun(scene: EventScene, at: number): boolean {
  return (
    scene.has(at, "counted.person") || scene.has(at, "victim") || scene.has(at, "office.title")
  );
}

/** Some of the phrases is one of these kinds. */
export function isSome(scene: EventScene, group: Group, wanted: ReadonlySet<string>): boolean {
  return group.some((segment) => [...kindsOf(scene, segment)].some((kind) => wanted.has(kind)));
}

/** Some word of the sentence is such a thing. */
export function sentenceTells(
  scene: EventScene,
  thing: string,
  { first, last }: Sentence,
): boolean {
  for (let at = first; at < last; at++) if (scene.cue(at)?.things.has(thing)) return true;
  return false;
}

const OFFICES: readonly string[] = ["event.post", "event.headship"];

/** An office is among the words: "as minister", not "to open the match". */
export function tellsOffice(scene: EventScene, group: Group): boolean {
  return group.some(({ first, last }) => {
    for (let at = first; at < last; at++) {
      if (scene.has(at, "office") || OFFICES.some((mark) => scene.marks(at, mark))) return true;
    }
    return false;
  });
}

/**
 * Types that the objects of a frame make, each with the phrases that make it.
 * @param enclitic the pronoun that is the object, or empty
 */
export function typesOf(
  scene: EventScene,
  frame: Frame,
  objects: Group | null,
  enclitic = "",
): Map<EventType, Segment[]> {
  const out = new Map<EventType, Segment[]>();
  if (!objects) {
    // ضبطتهم الدوريات, جرى إيقافهم: "them" in the plural are persons.
    const ofThem = scene.pack.events.them.has(enclitic) ? frame.of.get("person") : undefined;
    if (frame.picky && ofThem && ofThem !== "none") out.set(ofThem, []);
    if (!frame.picky && frame.type) out.set(frame.type, []);
    return out;
  }
  for (const segment of objects) {
    const kinds = kindsOf(scene, segment);
    let type: EventType | "none" | null = null;
    for (const [kind, of] of frame.of) if (type === null && kinds.has(kind)) type = of;
    if (type === "none") return new Map();
    type ??= frame.picky ? null : frame.type;
    if (type === null || (frame.phase === null && isTypeOf(scene, segment, type))) continue;
    addTo(out, type, segment);
  }
  return out;
}

/** "announced the lifting of the curfew": the verbal noun at its head tells of it better. */
function isTypeOf(scene: EventScene, { first }: Segment, type: EventType): boolean {
  const masdars = scene.cue(first)?.masdars ?? [];
  return masdars.some(({ frame }) => [...frame.of.values()].includes(type));
}

/** Those who arrest and dismiss, rather than those who are arrested. */
export function isActor(scene: EventScene, segment: Segment): boolean {
  const named = segment.name?.mention.value;
  if (named) {
    if (named.kind === "organization" || named.kind === "outlet") return true;
    if (named.type === "armed group") return true;
    if (named.kind === "place") return true;
    return named.kind === "person" && named.head === "role";
  }
  return scene.has(segment.first, "speaker") && scene.hasArticle(segment.first);
}
