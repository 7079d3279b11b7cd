import type { DisjointSets } from "./disjoint-sets.js";
import {
  countriesConflict,
  type EntityJoin,
  firstMention,
  isRoleOnly,
  type LocalEntity,
} from "./local-entity.js";
import { isSurnameOf, matchNames, type NameMatch } from "./name.js";

type Join = (a: LocalEntity, b: LocalEntity, why: readonly string[]) => void;

/**
 * Joins the persons of one story. Full names first (equal, or one skeleton with something else in
 * common), then names that are part of a longer one, then surnames: to the full name nearest
 * before in the same report, else to the only bearer in the story. What stays undecided stays apart.
 */
export function joinPersons(
  persons: readonly LocalEntity[],
  sets: DisjointSets,
  joins: EntityJoin[],
): void {
  const join: Join = (a, b, why) => {
    if (sets.join(a.index, b.index)) joins.push({ a: a.entity.id, b: b.entity.id, why });
  };
  const named = persons.filter((one) => !isRoleOnly(one));
  const full = named.filter((one) => one.name.parts >= 2);
  const short = named.filter((one) => one.name.parts < 2);
  joinEqualWords(full, join);
  joinFullNames(full, sets, join);
  joinSurnames(short, full, sets, join);
  joinHolders(persons.filter(isRoleOnly), named, sets, join);
}

/** Somebody told by an office alone is its holder, where the story names one holder only. */
function joinHolders(
  roles: readonly LocalEntity[],
  named: readonly LocalEntity[],
  sets: DisjointSets,
  join: Join,
): void {
  const holders = new Map<string, LocalEntity[]>();
  for (const person of named) {
    for (const office of person.offices) {
      const list = holders.get(office);
      if (list) list.push(person);
      else holders.set(office, [person]);
    }
  }
  const alone = new Map<string, LocalEntity>();
  for (const role of roles) {
    for (const office of role.offices) {
      const all = holders.get(office) ?? [];
      const here = all.filter((one) => one.reading === role.reading);
      const chosen = onlyOne(here, sets) ?? onlyOne(all, sets);
      const same = alone.get(office);
      if (chosen) join(role, chosen, ["the only one said to hold that office"]);
      else if (same) join(same, role, ["the same office, its holder not named"]);
      else alone.set(office, role);
    }
  }
}

function onlyOne(bearers: readonly LocalEntity[], sets: DisjointSets): LocalEntity | null {
  const persons = new Set(bearers.map((one) => sets.find(one.index)));
  return persons.size === 1 ? (bearers[0] ?? null) : null;
}

function joinEqualWords(persons: readonly LocalEntity[], join: Join): void {
  const byWords = new Map<string, LocalEntity>();
  for (const person of persons) {
    const first = byWords.get(person.name.bare);
    if (!first) byWords.set(person.name.bare, person);
    else if (!countriesConflict(first, person)) join(first, person, ["the same full name"]);
  }
}

function joinFullNames(full: readonly LocalEntity[], sets: DisjointSets, join: Join): void {
  const partial: [LocalEntity, LocalEntity, NameMatch][] = [];
  for (const [a, b] of pairsInBuckets(full)) {
    if (sets.same(a.index, b.index)) continue;
    const match = matchNames(a.name, b.name);
    if (match === null || countriesConflict(a, b)) continue;
    if (match === "same-skeleton" || match === "near-skeleton") {
      const why = evidence(a, b);
      const wanted = match === "same-skeleton" ? 1 : 2;
      if (why.length >= wanted) join(a, b, [wordsFor(match), ...why]);
    } else partial.push([a, b, match]);
  }
  // A part of a name joins only where it is part of one person's name.
  const wholes = new Map<number, Set<number>>();
  for (const [a, b] of partial) {
    const [short, long] = shorterFirst(a, b);
    const root = sets.find(short.index);
    wholes.set(root, (wholes.get(root) ?? new Set()).add(sets.find(long.index)));
  }
  for (const [a, b, match] of partial) {
    const [short, long] = shorterFirst(a, b);
    const bearers = wholes.get(sets.find(short.index));
    const distinct = new Set([...(bearers ?? [])].map((root) => sets.find(root)));
    const office = [...short.offices].find((one) => isTelling(one) && long.offices.has(one));
    if (distinct.size <= 1) join(short, long, [wordsFor(match), "no other in the story bears it"]);
    else if (office !== undefined) {
      join(short, long, [wordsFor(match), `the same office: ${office.split("|")[0]}`]);
    }
  }
}

/** An office of a named body: "the head" alone is held by many. */
const isTelling = (office: string): boolean => (office.split("|")[1] ?? "") !== "";

function shorterFirst(a: LocalEntity, b: LocalEntity): [LocalEntity, LocalEntity] {
  return a.name.skeleton.length <= b.name.skeleton.length ? [a, b] : [b, a];
}

/** Persons whose names begin or end alike; each distinct spelling once. */
function* pairsInBuckets(
  persons: readonly LocalEntity[],
): Iterable<readonly [LocalEntity, LocalEntity]> {
  const spellings = new Map<string, LocalEntity>();
  for (const person of persons) {
    // Bearers of one name in two countries are two persons.
    const key = `${person.name.bare}|${[...person.countries].sort().join(" ")}`;
    if (!spellings.has(key)) spellings.set(key, person);
  }
  const buckets = new Map<string, LocalEntity[]>();
  for (const person of spellings.values()) {
    const { skeleton } = person.name;
    for (const key of new Set([`<${skeleton.slice(0, 3)}`, `${skeleton.slice(-3)}>`])) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(person);
      else buckets.set(key, [person]);
    }
  }
  for (const bucket of buckets.values()) {
    for (let i = 0; i < bucket.length; i++) {
      for (let j = i + 1; j < bucket.length; j++) {
        yield [bucket[i] as LocalEntity, bucket[j] as LocalEntity];
      }
    }
  }
}

/** What two bearers of one skeleton have in common besides it. */
function evidence(a: LocalEntity, b: LocalEntity): string[] {
  const why: string[] = [];
  const title = [...a.offices].find((office) => b.offices.has(office));
  if (title !== undefined) why.push(`the same office: ${title.split("|")[0]}`);
  const country = [...a.countries].find((one) => b.countries.has(one));
  if (country !== undefined) why.push(`of the same country: ${country}`);
  const word = a.name.words.find((one) => one.length > 2 && b.name.words.includes(one));
  if (word !== undefined) why.push(`the word ${word} in both`);
  if (a.reading === b.reading) why.push("in the same report");
  if (a.name.skeleton.length >= LONG_SKELETON && a.name.skeleton === b.name.skeleton) {
    why.push("a long name, in one story");
  }
  return why;
}

/** Seven consonants in a row do not agree by chance within one story. */
const LONG_SKELETON = 7;

function joinSurnames(
  short: readonly LocalEntity[],
  full: readonly LocalEntity[],
  sets: DisjointSets,
  join: Join,
): void {
  const byEnd = new Map<string, LocalEntity[]>();
  for (const person of full) {
    for (const start of person.name.starts) {
      const key = person.name.skeleton.slice(start);
      const list = byEnd.get(key);
      if (list) list.push(person);
      else byEnd.set(key, [person]);
    }
  }
  const alone = new Map<string, LocalEntity>();
  for (const person of short) {
    const bearers = (byEnd.get(person.name.skeleton) ?? []).filter(
      (one) => isSurnameOf(person.name, one.name) && !countriesConflict(person, one),
    );
    const exact = bearers.filter((one) => one.name.words.at(-1) === person.name.words.at(-1));
    const chosen = chooseBearer(person, exact, sets) ?? chooseBearer(person, bearers, sets);
    if (chosen) join(person, chosen.bearer, [chosen.why]);
    else if (bearers.length === 0) {
      const same = alone.get(person.name.bare);
      if (same) join(same, person, ["the same name, in one story"]);
      else alone.set(person.name.bare, person);
    }
  }
}

function chooseBearer(
  person: LocalEntity,
  bearers: readonly LocalEntity[],
  sets: DisjointSets,
): { bearer: LocalEntity; why: string } | null {
  const at = firstMention(person);
  const here = bearers
    .filter((one) => one.reading === person.reading && firstMention(one) < at)
    .sort((a, b) => firstMention(b) - firstMention(a));
  if (here[0]) return { bearer: here[0], why: "the surname of the full name nearest before it" };
  const persons = new Set(bearers.map((one) => sets.find(one.index)));
  const only = bearers[0];
  if (persons.size === 1 && only) {
    return { bearer: only, why: "the surname of the only bearer in the story" };
  }
  return null;
}

function wordsFor(match: NameMatch): string {
  switch (match) {
    case "same-words":
      return "the same full name";
    case "same-skeleton":
      return "the same consonants";
    case "near-skeleton":
      return "the same consonants but one";
    case "end-of":
      return "the end of the longer name";
    case "beginning-of":
      return "the beginning of the longer name";
    case "first-and-last":
      return "the first and last word of the longer name";
  }
}
