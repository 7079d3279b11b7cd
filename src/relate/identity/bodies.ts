import { addTo, groupBy } from "../../core/grouping.js";
import type { Decisions } from "./decisions.js";
import { countriesConflict, firstMention, type LocalEntity } from "./local-entity.js";
import { sign } from "./signs.js";

/**
 * Joins what is not a person within one story: organisations, outlets, groups and places that the
 * gazetteer does not know. Their names are common words, whose vowels matter ("الأمن" is not
 * "الأمين"), so that they must agree word for word but for articles, nation adjectives and generic
 * heads; only place names are compared by skeleton. A body without a country joins the one of that
 * name nearest before it, or the only one in the story.
 */
export function joinBodies(bodies: readonly LocalEntity[], decisions: Decisions): void {
  joinSameNamed(bodies, decisions);
  joinWider(bodies, decisions);
}

function joinSameNamed(bodies: readonly LocalEntity[], decisions: Decisions): void {
  const byKey = groupBy(bodies, (body) => bodyKey(body));
  joinShortened(bodies, decisions);
  for (const same of byKey.values()) {
    const national = same.filter((one) => one.countries.size > 0);
    // "The Red Crescent" is known too, and still whichever country's the story tells of.
    const owned = national.length > 0 ? national : same.filter((one) => one.entity.ref !== null);
    const loose = same.filter((one) => !owned.includes(one));
    const leaders: LocalEntity[] = [];
    for (const body of owned) {
      const leader = leaders.find((one) => agree(one, body));
      if (leader) decisions.decide(leader, body, signsOf(leader, body), isPlain(leader, body));
      else leaders.push(body);
    }
    for (const body of loose) {
      const owner = ownerOf(body, owned, leaders);
      if (owner) decisions.decide(body, owner, signsOf(body, owner), isPlain(body, owner));
      else if (loose[0] && leaders.length === 0 && loose[0] !== body) {
        decisions.decide(loose[0], body, signsOf(loose[0], body), isPlain(loose[0], body));
      }
    }
  }
}

/**
 * "The ministry of health and population", beside the ministry of health of the story's only country:
 * a ministry is told with and without what else it is in charge of.
 */
function joinWider(bodies: readonly LocalEntity[], decisions: Decisions): void {
  const ministries = bodies.filter(({ entity }) => entity.type === "ministry");
  const countries = new Set(ministries.flatMap((one) => [...one.countries]));
  if (countries.size > 1) return;
  const byBase = new Map(ministries.map((one) => [one.base, one]));
  for (const body of ministries) {
    const first = body.spelling.firstOfJoined(body.base);
    const narrow = first === body.base ? undefined : byBase.get(first);
    if (narrow) decisions.decide(narrow, body, [sign("id-wider-body"), sign("id-story")]);
  }
}

/** The two are likened by their names alone, in one story. */
const signsOf = (a: LocalEntity, b: LocalEntity) => [
  sign(a.entity.kind === "place" && b.entity.kind === "place" ? "id-place" : "id-body"),
  sign("id-story"),
];

const isPlain = (a: LocalEntity, b: LocalEntity): boolean => a.name.bare === b.name.bare;

/** Words from which a name tells which body it is without its country. */
const TELLING_WORDS = 3;

/** "The National Security Agency", after "the National Security Agency in Kazakhstan". */
function joinShortened(bodies: readonly LocalEntity[], decisions: Decisions): void {
  const known = new Map<number, LocalEntity[]>();
  for (const body of bodies) {
    if (body.entity.ref === null || body.entity.kind === "place") continue;
    addTo(known, body.reading, body);
  }
  for (const body of bodies) {
    const { ref, kind, name } = body.entity;
    if (ref !== null || kind === "place" || name.split(" ").length < TELLING_WORDS) continue;
    const owners = (known.get(body.reading) ?? []).filter(({ entity }) =>
      entity.forms.some(({ form, count }) => count > 0 && form.startsWith(`${name} `)),
    );
    if (owners[0] && owners.length === 1) {
      decisions.decide(owners[0], body, [
        sign("id-short-body"),
        sign("id-report"),
        sign("id-story"),
      ]);
    }
  }
}

function bodyKey(body: LocalEntity): string {
  const { kind } = body.entity;
  // An agency is an outlet to one report and an organisation to another.
  const family = kind === "outlet" ? "organization" : kind;
  const telling = kind === "place" && body.name.skeleton.length >= SHORTEST_PLACE_SKELETON;
  return `${family}:${telling ? body.name.skeleton : body.base}`;
}

const SHORTEST_PLACE_SKELETON = 3;

function agree(a: LocalEntity, b: LocalEntity): boolean {
  if (a.entity.ref !== null && b.entity.ref !== null) return a.entity.ref === b.entity.ref;
  if (a.entity.kind === "place") {
    // One of them is not in the gazetteer under its spelling: same skeleton, same first letter.
    return a.name.words[0]?.[0] === b.name.words[0]?.[0] && !countriesConflict(a, b);
  }
  if (a.countries.size === 0 || b.countries.size === 0) return a.base === b.base;
  return !countriesConflict(a, b);
}

function ownerOf(
  body: LocalEntity,
  owned: readonly LocalEntity[],
  leaders: readonly LocalEntity[],
): LocalEntity | null {
  if (body.entity.kind === "place") return leaders.find((one) => agree(one, body)) ?? null;
  const at = firstMention(body);
  const here = owned.filter((one) => one.reading === body.reading);
  const before = here
    .filter((one) => firstMention(one) < at)
    .sort((a, b) => firstMention(b) - firstMention(a));
  if (before[0]) return before[0];
  if (here.length > 0) return here[0] ?? null;
  return leaders.length === 1 ? (leaders[0] ?? null) : null;
}
