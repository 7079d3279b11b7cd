import { addTo } from "../../core/grouping.js";
import type { Decisions } from "./decisions.js";
import { countriesConflict, firstMention, isRoleOnly, type LocalEntity } from "./local-entity.js";
import { isSurnameOf, matchNames, type NameMatch } from "./name.js";
import { nameSigns } from "./name-signs.js";
import { type Sign, sign } from "./signs.js";

/**
 * Joins the persons of one story. Full names first (equal, or one skeleton with something else in
 * common), then names that are part of a longer one, then surnames: to the full name nearest
 * before in the same report, else to the only bearer in the story. What stays undecided stays apart.
 */
export function joinPersons(persons: readonly LocalEntity[], decisions: Decisions): void {
  const named = persons.filter((one) => !isRoleOnly(one));
  const full = named.filter((one) => one.name.parts >= 2);
  const short = named.filter((one) => one.name.parts < 2);
  joinEqualWords(full, decisions);
  joinFullNames(full, decisions);
  joinSurnames(short, full, decisions);
  joinHolders(persons.filter(isRoleOnly), named, decisions);
}

/** What two of one story have in common or at odds beside their names. */
function storySigns(a: LocalEntity, b: LocalEntity): Sign[] {
  const signs = [sign("id-story")];
  if (a.countries.size > 0 && b.countries.size > 0) {
    signs.push(sign(countriesConflict(a, b) ? "id-countries" : "id-country"));
  }
  return signs;
}

/** Somebody told by an office alone is its holder, where the story names one holder only. */
function joinHolders(
  roles: readonly LocalEntity[],
  named: readonly LocalEntity[],
  decisions: Decisions,
): void {
  const holders = new Map<string, LocalEntity[]>();
  for (const person of named) {
    for (const office of person.offices) {
      addTo(holders, office, person);
    }
  }
  const alone = new Map<string, LocalEntity>();
  for (const role of roles) {
    for (const office of role.offices) {
      const all = holders.get(office) ?? [];
      const here = all.filter((one) => one.reading === role.reading);
      const chosen = onlyOne(here, decisions) ?? onlyOne(all, decisions);
      const same = alone.get(office);
      if (chosen) decisions.decide(role, chosen, [sign("id-holder"), sign("id-story")]);
      else if (same) decisions.decide(same, role, [sign("id-no-holder"), sign("id-story")], true);
      else alone.set(office, role);
    }
  }
}

function onlyOne(bearers: readonly LocalEntity[], decisions: Decisions): LocalEntity | null {
  const persons = new Set(bearers.map((one) => decisions.rootOf(one)));
  return persons.size === 1 ? (bearers[0] ?? null) : null;
}

/** Bearers of one name in the story are one, but for those of different countries. */
function joinEqualWords(persons: readonly LocalEntity[], decisions: Decisions): void {
  const byWords = new Map<string, LocalEntity[]>();
  for (const person of persons) {
    const known = byWords.get(person.name.core);
    if (!known) {
      byWords.set(person.name.core, [person]);
      continue;
    }
    const like = known.find((one) => !countriesConflict(one, person)) ?? (known[0] as LocalEntity);
    const signs = [...nameSigns(like, person, "same-words"), ...storySigns(like, person)];
    const verdict = decisions.decide(like, person, signs, true);
    if (verdict !== "same" && known.length < MOST_BEARERS) known.push(person);
  }
}

/** So many bearers of one name are told apart in a story; more are hostile. */
const MOST_BEARERS = 8;

function joinFullNames(full: readonly LocalEntity[], decisions: Decisions): void {
  const partial: [LocalEntity, LocalEntity, NameMatch][] = [];
  for (const [a, b] of pairsInBuckets(full)) {
    if (decisions.areOne(a, b)) continue;
    const match = matchNames(a.name, b.name);
    if (match === null || match === "same-words" || countriesConflict(a, b)) continue;
    if (match === "same-skeleton" || match === "near-skeleton") {
      const signs = [...nameSigns(a, b, match), sign("id-story"), ...evidence(a, b)];
      decisions.decide(a, b, signs);
    } else partial.push([a, b, match]);
  }
  // A part of a name joins only where it is part of one person's name.
  const wholes = new Map<number, Set<number>>();
  for (const [a, b] of partial) {
    const [short, long] = shorterFirst(a, b);
    const root = decisions.rootOf(short);
    wholes.set(root, (wholes.get(root) ?? new Set()).add(decisions.rootOf(long)));
  }
  for (const [a, b, match] of partial) {
    const [short, long] = shorterFirst(a, b);
    const bearers = wholes.get(decisions.rootOf(short)) ?? [];
    const distinct = new Set([...bearers].map((root) => decisions.rootNow(root)));
    const office = [...short.offices].find((one) => isTelling(one) && long.offices.has(one));
    decisions.decide(short, long, [
      ...nameSigns(short, long, match),
      sign("id-story"),
      sign(distinct.size <= 1 ? "id-only-bearer" : "id-other-bearers"),
      ...(office === undefined ? [] : [sign("id-office", [office.split("|")[0] ?? ""])]),
    ]);
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
    const key = `${person.name.core}|${[...person.countries].sort().join(" ")}`;
    if (!spellings.has(key)) spellings.set(key, person);
  }
  const buckets = new Map<string, LocalEntity[]>();
  for (const person of spellings.values()) {
    const { skeleton } = person.name;
    for (const key of new Set([`<${skeleton.slice(0, 3)}`, `${skeleton.slice(-3)}>`])) {
      addTo(buckets, key, person);
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
function evidence(a: LocalEntity, b: LocalEntity): Sign[] {
  const signs: Sign[] = [];
  const title = [...a.offices].find((office) => b.offices.has(office));
  if (title !== undefined) signs.push(sign("id-office", [title.split("|")[0] ?? ""]));
  if ([...a.countries].some((one) => b.countries.has(one))) signs.push(sign("id-country"));
  const word = a.name.words.find((one) => one.length > 2 && b.name.words.includes(one));
  if (word !== undefined) signs.push(sign("id-word", [word]));
  if (a.reading === b.reading) signs.push(sign("id-report"));
  return signs;
}

function joinSurnames(
  short: readonly LocalEntity[],
  full: readonly LocalEntity[],
  decisions: Decisions,
): void {
  const byEnd = new Map<string, LocalEntity[]>();
  for (const person of full) {
    for (const start of person.name.starts) {
      const key = person.name.skeleton.slice(start);
      addTo(byEnd, key, person);
    }
  }
  const alone = new Map<string, LocalEntity>();
  for (const person of short) {
    const bearers = (byEnd.get(person.name.skeleton) ?? []).filter(
      (one) => isSurnameOf(person.name, one.name) && !countriesConflict(person, one),
    );
    const exact = bearers.filter((one) => one.name.words.at(-1) === person.name.words.at(-1));
    const chosen =
      chooseBearer(person, exact, decisions) ?? chooseBearer(person, bearers, decisions);
    const [first] = bearers;
    if (chosen) {
      decisions.decide(person, chosen.bearer, [
        sign("id-name-lone"),
        sign("id-story"),
        sign(chosen.why),
      ]);
    } else if (first) {
      decisions.decide(person, first, [
        sign("id-name-lone"),
        sign("id-story"),
        sign("id-other-bearers"),
      ]);
    } else {
      const same = alone.get(person.name.core);
      if (same) decisions.decide(same, person, [sign("id-name-alone"), sign("id-story")], true);
      else alone.set(person.name.core, person);
    }
  }
}

function chooseBearer(
  person: LocalEntity,
  bearers: readonly LocalEntity[],
  decisions: Decisions,
): { bearer: LocalEntity; why: "id-before" | "id-only-bearer" } | null {
  const at = firstMention(person);
  const here = bearers
    .filter((one) => one.reading === person.reading && firstMention(one) < at)
    .sort((a, b) => firstMention(b) - firstMention(a));
  if (here[0]) return { bearer: here[0], why: "id-before" };
  const only = onlyOne(bearers, decisions);
  return only && { bearer: only, why: "id-only-bearer" };
}
