import type { Entity } from "../../core/contract.js";
import { countryOf, demonym, named } from "../../gazetteer/gazetteer.js";
import type { ReportReading } from "../../read/reading.js";
import { type Spelling, spellingOf } from "../spelling.js";
import type { StoryGroup } from "../stories/stories.js";
import { type Name, parseName } from "./name.js";

/** An entity of one report, with what helps to know it again in another. */
export interface LocalEntity {
  /** Its place in the list of all local entities. */
  readonly index: number;
  readonly entity: Entity;
  /** Index of its reading. */
  readonly reading: number;
  /** Index of its story. */
  readonly story: number;
  readonly name: Name;
  readonly spelling: Spelling;
  /** Offices it is said to hold: `title|of|holds`, or `…|held` for former ones. */
  readonly offices: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2 codes of the countries it is said to belong to. */
  readonly countries: ReadonlySet<string>;
  /** Words that are left when nation adjectives, country names and generic heads are dropped; a body's town by its id. */
  readonly base: string;
}

export function localEntities(
  readings: readonly ReportReading[],
  stories: readonly StoryGroup[],
): LocalEntity[] {
  const storyOf = new Map<number, number>();
  for (const [story, group] of stories.entries()) {
    for (const member of group.members) storyOf.set(member, story);
  }
  const out: LocalEntity[] = [];
  for (const [at, reading] of readings.entries()) {
    const spelling = spellingOf(reading.report.language);
    const byId = new Map(reading.entities.map((entity) => [entity.id, entity]));
    const offices = officesOf(reading, byId);
    for (const entity of reading.entities) {
      const held = offices.get(entity.id);
      const name = parseName(entity.name, spelling);
      const { base, told } = countriesIn(name, spelling, entity.kind === "organization");
      const countries = new Set(told);
      const own = entity.ref === null ? null : countryOfReference(entity.ref);
      if (own) countries.add(own);
      for (const country of held?.countries ?? []) countries.add(country);
      out.push({
        index: out.length,
        entity,
        reading: at,
        story: storyOf.get(at) ?? -1,
        name,
        spelling,
        offices: held?.titles ?? new Set(),
        countries,
        base,
      });
    }
  }
  return out;
}

interface Held {
  readonly titles: Set<string>;
  readonly countries: Set<string>;
}

function officesOf(
  reading: ReportReading,
  byId: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, Held> {
  const out = new Map<string, Held>();
  for (const claim of reading.claims) {
    if (!claim.office) continue;
    const { holder, office, of } = claim.office;
    const body = of === null ? undefined : byId.get(of);
    const held = out.get(holder) ?? { titles: new Set(), countries: new Set() };
    const tense = claim.office.change === "holds" || claim.office.change === "acting";
    held.titles.add(`${office}|${body?.ref ?? body?.name ?? ""}|${tense ? "holds" : "held"}`);
    const country = body?.ref ? countryOfReference(body.ref) : null;
    if (country) held.countries.add(country);
    out.set(holder, held);
  }
  return out;
}

/** References composed for bodies of a state end in its code: `ministry:defence:RU`. */
function countryOfReference(ref: string): string | null {
  return countryOf(ref) ?? /:([A-Z]{2})$/.exec(ref)?.[1] ?? null;
}

/** Short words left over when a country is cut out ("في", "ل") are no part of a name either. */
const SHORTEST_NAME_WORD = 3;

interface NameOfCountries {
  readonly base: string;
  readonly told: ReadonlySet<string>;
}

/** As long as the name itself is kept: those of bodies, and those of all else. */
const foundOfBodies = new WeakMap<Name, NameOfCountries>();
const foundOfOthers = new WeakMap<Name, NameOfCountries>();

function countriesIn(name: Name, spelling: Spelling, isBody: boolean): NameOfCountries {
  const found = isBody ? foundOfBodies : foundOfOthers;
  let known = found.get(name);
  if (!known) found.set(name, (known = withoutCountries(name, spelling, isBody)));
  return known;
}

function withoutCountries(name: Name, spelling: Spelling, isBody: boolean): NameOfCountries {
  const countries = new Set<string>();
  const kept: string[] = [];
  for (const word of name.words) {
    const nation = demonym(word)?.country;
    const match = nation ? null : named(word);
    const place = match?.entries[0];
    // "The police of Kabul" in two spellings: the town is one.
    const isTown = isBody && match?.commonWord === false;
    if (nation) countries.add(nation);
    else if (place?.type === "country" && place.country) countries.add(place.country);
    else if (isTown && place && name.words.length > 1) kept.push(place.id);
    else if (word.length >= SHORTEST_NAME_WORD || name.words.length === 1) kept.push(word);
  }
  const proper = kept.filter((word) => !spelling.isGenericName(word));
  const words = proper.length > 0 ? proper : kept;
  // A name made of a country alone ("كازاخستان") keeps its words.
  return {
    base: (words.length > 0 ? words : name.words).map(spelling.bareForm).join(" "),
    told: countries,
  };
}

/** True for somebody named only by an office: "the Kazakh president", "its former head". */
export function isRoleOnly(local: LocalEntity): boolean {
  if (local.offices.size === 0) return false;
  const titles = new Set<string>();
  for (const office of local.offices) {
    for (const part of office.split("|").slice(0, 2)) {
      for (const word of part.split(" ")) titles.add(local.spelling.bareForm(word));
    }
  }
  const words = local.base.split(" ");
  // The first word is the title; what else is neither title nor body is part of a name.
  return titles.has(words[0] ?? "") && words.every((word) => titles.has(word) || local.entity.ref);
}

/** True where both are tied to countries and none is shared. */
export function countriesConflict(a: LocalEntity, b: LocalEntity): boolean {
  if (a.countries.size === 0 || b.countries.size === 0) return false;
  for (const country of a.countries) if (b.countries.has(country)) return false;
  return true;
}

export function firstMention(local: LocalEntity): number {
  return local.entity.mentions[0]?.start ?? Number.POSITIVE_INFINITY;
}
