import { addTo } from "../../core/grouping.js";
import type { ReportReading } from "../../read/reading.js";
import type { Decisions } from "./decisions.js";
import { countriesConflict, isRoleOnly, type LocalEntity } from "./local-entity.js";
import { isSurnameOf, matchNames, type NameMatch } from "./name.js";
import { isForeign, nameSigns } from "./name-signs.js";
import { type Sign, sign, sumOf, verdictOf } from "./signs.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";

/** Somebody of one story, to be known again in others: all that are one with him by now. */
interface Person {
  readonly members: readonly LocalEntity[];
  /** His fullest name. */
  readonly main: LocalEntity;
  readonly offices: ReadonlySet<string>;
  around: Surroundings | null;
}

/** So many people of like names are held against the next one; then the name tells too little. */
const MOST_ALIKE = 12;
/** So many members tell what stands around somebody. */
const MOST_MEMBERS = 4;
/** What stands around more than this share of the people alike in name, and more than this many, tells nothing. */
const FREQUENT_SHARE = 0.1;
const FREQUENT = 3;
const MOST_WORDS = 4;
const MOST_BESIDE = 3;

/**
 * Joins people over stories: each is held against those before him whose names begin and end alike,
 * and becomes one with the likest of them where the signs suffice. No pair is looked at but through
 * the index of names, so that the cost is in proportion.
 */
export function joinAcross(
  locals: readonly LocalEntity[],
  readings: readonly ReportReading[],
  decisions: Decisions,
): void {
  const people = peopleOf(locals, decisions);
  const alike = candidates(people);
  if (alike.length === 0) return;
  const around = (one: Person): Surroundings =>
    (one.around ??= surroundingsOf(one.members.slice(0, MOST_MEMBERS), readings));
  const frequent = frequentAround(new Set(alike.flatMap(({ a, b }) => [a, b])), around);
  // Who is told to be two comes first, then of all that one may be the likest.
  const weighed = alike.map((pair) => ({
    ...pair,
    signs: [...pair.signs, ...signsAcross(pair.a, pair.b, around, frequent, readings)],
  }));
  const order = new Map(weighed.map((pair, at) => [pair, at]));
  const rank = ({ signs }: (typeof weighed)[number]): number => {
    const score = sumOf(signs);
    return verdictOf(score) === "different" ? Number.POSITIVE_INFINITY : score;
  };
  const ranks = new Map(weighed.map((pair) => [pair, rank(pair)]));
  weighed.sort((x, y) => {
    const [p, q] = [ranks.get(x) ?? 0, ranks.get(y) ?? 0];
    return p === q ? (order.get(x) ?? 0) - (order.get(y) ?? 0) : q - p;
  });
  for (const { a, b, signs, isPlain } of weighed) {
    // What two of one name have at odds is kept, whoever else they are one with.
    decisions.decide(a.main, b.main, signs, isPlain);
  }
}

function peopleOf(locals: readonly LocalEntity[], decisions: Decisions): Person[] {
  const groups = new Map<number, LocalEntity[]>();
  for (const local of locals) {
    if (local.entity.kind !== "person" || local.entity.ref !== null || isRoleOnly(local)) continue;
    const root = decisions.rootOf(local);
    addTo(groups, root, local);
  }
  return [...groups.values()].map((members) => ({
    members,
    main: members.reduce((best, one) => (one.name.parts > best.name.parts ? one : best)),
    offices: new Set(members.flatMap((one) => [...one.offices])),
    around: null,
  }));
}

interface Alike {
  readonly a: Person;
  readonly b: Person;
  readonly signs: readonly Sign[];
  readonly isPlain: boolean;
}

/** Pairs of different stories whose names could be one. */
function candidates(people: readonly Person[]): Alike[] {
  const index = new Map<string, Person[]>();
  const pairs = new Map<Person, Set<Person>>();
  const out: Alike[] = [];
  for (const person of people) {
    for (const key of keysOf(person)) {
      const known = index.get(key);
      if (!known) {
        index.set(key, [person]);
        continue;
      }
      for (const other of known) {
        const met = pairs.get(other);
        if (other.main.story === person.main.story || met?.has(person)) continue;
        if (met) met.add(person);
        else pairs.set(other, new Set([person]));
        const signs = alikeness(other, person);
        if (!signs) continue;
        out.push({
          a: other,
          b: person,
          signs,
          isPlain:
            other.main.name.core === person.main.name.core && person.main.name.units.length > 2,
        });
      }
      if (known.length < MOST_ALIKE) known.push(person);
    }
  }
  return out;
}

/** First and last name as writers agree on them; for lone names and those they may be the last of. */
function* keysOf({ main: { name, spelling } }: Person): Iterable<string> {
  const { units, unitSkeletons: sounds } = name;
  const last = sounds.at(-1) ?? "";
  const isRare = isForeign(name, spelling) && (units.at(-1)?.length ?? 0) > 3;
  if (units.length < 2) {
    if (isRare) yield `|${last}`;
    return;
  }
  yield `${sounds[0]}|${last}`;
  if (units.length > 2) yield `${sounds[0]}|${sounds[1]}`;
  if (isRare) yield `|${last}`;
}

function alikeness(a: Person, b: Person): Sign[] | null {
  const [x, y] = [a.main, b.main];
  const [short, long] = x.name.units.length <= y.name.units.length ? [x, y] : [y, x];
  if (short.name.units.length < 2) {
    if (long.name.units.length < 2 || !isSurnameOf(short.name, long.name)) return null;
    return [sign("id-name-lone"), sign("id-foreign")];
  }
  const match: NameMatch | null = matchNames(x.name, y.name);
  if (match === null || match === "near-skeleton" || match === "end-of") return null;
  const signs = nameSigns(x, y, match);
  if (match === "first-and-last") return isOneFamily(x, y) ? signs : null;
  if (match !== "same-skeleton") return signs;
  const both = isForeign(x.name, x.spelling) && isForeign(y.name, y.spelling);
  // Vowels tell Arabic names apart: حميدان is not حمدان.
  return both ? [...signs, sign("id-foreign")] : null;
}

/** العمري is not العمرة, though they have the same consonants. */
function isOneFamily(x: LocalEntity, y: LocalEntity): boolean {
  const [a = "", b = ""] = [x, y].map(({ name }) => name.units.at(-1));
  const { bareForm } = x.spelling;
  return (
    bareForm(a) === bareForm(b) || (isForeign(x.name, x.spelling) && isForeign(y.name, y.spelling))
  );
}

function signsAcross(
  a: Person,
  b: Person,
  around: (one: Person) => Surroundings,
  frequent: ReadonlySet<string>,
  readings: readonly ReportReading[],
): Sign[] {
  const signs: Sign[] = [];
  const office = [...a.offices].find((one) => b.offices.has(one) && isTelling(one));
  if (office !== undefined) signs.push(sign("id-office", [office.split("|")[0] ?? ""]));
  if (a.main.countries.size > 0 && b.main.countries.size > 0) {
    signs.push(sign(countriesConflict(a.main, b.main) ? "id-countries" : "id-country"));
  }
  const [x, y] = [around(a), around(b)];
  const shared = (of: "words" | "beside", most: number): string[] =>
    [...x[of]]
      .filter(([key]) => y[of].has(key) && !frequent.has(`${of} ${key}`))
      .map(([, word]) => word)
      .slice(0, most);
  const [words, beside] = [shared("words", MOST_WORDS), shared("beside", MOST_BESIDE)];
  if (words.length > 0) signs.push(sign("id-told-alike", words));
  if (beside.length > 0) signs.push(sign("id-beside", beside));
  const outlets = [a, b].map(({ main }) => readings[main.reading]?.report.outlet ?? null);
  if (x.signs && y.signs && outlets[0] !== null && outlets[0] === outlets[1]) {
    signs.push(sign("id-signs"));
  } else if (words.length + beside.length === 0) signs.push(sign("id-nothing-beside"));
  if (x.walks.size > 0 && y.walks.size > 0) {
    const isShared = [...x.walks].some((one) => y.walks.has(one));
    signs.push(sign(isShared ? "id-walk" : "id-walks"));
  }
  return signs;
}

/** An office of a named body: "the head" alone is held by many. */
const isTelling = (office: string): boolean => (office.split("|")[1] ?? "") !== "";

/** What stands around so many that it tells nobody from another. */
function frequentAround(
  people: ReadonlySet<Person>,
  around: (one: Person) => Surroundings,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const one of people) {
    const { words, beside } = around(one);
    for (const key of words.keys()) count(counts, `words ${key}`);
    for (const key of beside.keys()) count(counts, `beside ${key}`);
  }
  const most = Math.max(FREQUENT, people.size * FREQUENT_SHARE);
  return new Set([...counts].filter(([, times]) => times > most).map(([key]) => key));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
