import type { Entity, Span } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { EntityJudgement } from "../core/judgement.js";
import { forms as knownForms } from "../gazetteer/gazetteer.js";
import type { ReportReading } from "../read/reading.js";
import { joinBodies } from "./bodies.js";
import type { DisjointSets } from "./disjoint-sets.js";
import { EntitySets } from "./identity/entity-sets.js";
import { followJudgements } from "./identity/judged.js";
import { type EntityJoin, isRoleOnly, type LocalEntity, localEntities } from "./local-entity.js";
import { joinPersons } from "./persons.js";
import type { StoryGroup } from "./stories/stories.js";

export interface JoinedEntities {
  /** By kind, then name, then id. */
  readonly entities: readonly Entity[];
  /** Id within a report → id in the account. */
  readonly idOf: ReadonlyMap<string, string>;
  /** Every join made by more than an equal gazetteer id, with its reasons. */
  readonly joins: readonly EntityJoin[];
}

/**
 * Joins the entities of all reports: by gazetteer id everywhere; by name within a story; across
 * stories only where a name of three words, or a full name with the same office or country, says
 * that it is the same one.
 */
export function joinEntities(
  readings: readonly ReportReading[],
  stories: readonly StoryGroup[],
  judgements: readonly EntityJudgement[] = [],
): JoinedEntities {
  const locals = localEntities(readings, stories);
  const sets = new EntitySets(locals.length);
  const joins: EntityJoin[] = [];
  followJudgements(judgements, locals, readings, sets);
  joinByReference(locals, sets);
  for (const story of byStory(locals)) {
    joinPersons(
      story.filter((one) => one.entity.kind === "person"),
      sets,
      joins,
    );
    joinBodies(
      story.filter((one) => one.entity.kind !== "person"),
      sets,
      joins,
    );
  }
  joinAcrossStories(locals, sets, joins);
  return fold(locals, sets, joins, readings);
}

function joinByReference(locals: readonly LocalEntity[], sets: DisjointSets): void {
  const first = new Map<string, number>();
  for (const local of locals) {
    if (local.entity.ref === null) continue;
    const known = first.get(local.entity.ref);
    if (known === undefined) first.set(local.entity.ref, local.index);
    else sets.join(known, local.index);
  }
}

function byStory(locals: readonly LocalEntity[]): LocalEntity[][] {
  const out = new Map<number, LocalEntity[]>();
  for (const local of locals) {
    const list = out.get(local.story);
    if (list) list.push(local);
    else out.set(local.story, [local]);
  }
  return [...out.values()];
}

/** A name of this many words is not borne by two people of the same news. */
const UNMISTAKABLE_PARTS = 3;

function joinAcrossStories(
  locals: readonly LocalEntity[],
  sets: DisjointSets,
  joins: EntityJoin[],
): void {
  const first = new Map<string, LocalEntity>();
  for (const local of locals) {
    for (const [key, why] of globalKeys(local)) {
      const known = first.get(key);
      if (!known) first.set(key, local);
      else if (sets.join(known.index, local.index)) {
        joins.push({ a: known.entity.id, b: local.entity.id, why: [why] });
      }
    }
  }
}

function* globalKeys(local: LocalEntity): Iterable<readonly [key: string, why: string]> {
  const { kind, ref } = local.entity;
  if (ref !== null) return;
  if (kind === "person") {
    if (local.name.parts < 2) return;
    if (local.name.parts >= UNMISTAKABLE_PARTS) {
      yield [`person:${local.name.bare}`, "the same name of three words"];
    }
    for (const office of local.offices) {
      yield [`person:${local.name.bare}|${office}`, "the same full name and office"];
    }
    for (const country of local.countries) {
      yield [`person:${local.name.bare}|${country}`, "the same full name and country"];
    }
    return;
  }
  if (kind === "organization" || kind === "outlet") {
    for (const country of local.countries) {
      yield [`body:${local.base}|${country}`, "the same body of the same country"];
    }
    if (kind === "outlet") yield [`outlet:${local.base}`, "the same outlet"];
  }
}

function fold(
  locals: readonly LocalEntity[],
  sets: DisjointSets,
  joins: readonly EntityJoin[],
  readings: readonly ReportReading[],
): JoinedEntities {
  const idOf = new Map<string, string>();
  const entities: Entity[] = [];
  const used = new Set<string>();
  for (const set of sets.sets()) {
    const members = set.map((at) => locals[at] as LocalEntity);
    const entity = foldOne(members, readings, used);
    used.add(entity.id);
    entities.push(entity);
    for (const member of members) idOf.set(member.entity.id, entity.id);
  }
  entities.sort(
    (a, b) => compare(a.kind, b.kind) || compare(a.name, b.name) || compare(a.id, b.id),
  );
  return { entities, idOf, joins };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function foldOne(
  members: readonly LocalEntity[],
  readings: readonly ReportReading[],
  used: ReadonlySet<string>,
): Entity {
  const known = members.find((one) => one.entity.ref !== null) ?? (members[0] as LocalEntity);
  const { kind, ref } = members.some((one) => one.entity.kind === "outlet")
    ? { kind: "outlet" as const, ref: known.entity.ref }
    : known.entity;
  const counts = new Map<string, number>();
  const mentions: Span[] = [];
  for (const { entity } of members) {
    for (const { form, count } of entity.forms) counts.set(form, (counts.get(form) ?? 0) + count);
    mentions.push(...entity.mentions);
  }
  if (ref !== null) for (const form of knownForms(ref)) if (!counts.has(form)) counts.set(form, 0);
  mentions.sort((a, b) => compare(a.report, b.report) || a.start - b.start || a.end - b.end);
  const name = ref !== null ? known.entity.name : bestName(members);
  // Two bearers of one name: the first report that names the second tells them apart.
  const plain = contentId("entity", kind, ref ?? name);
  const language = readings[known.reading]?.report.language ?? "ar";
  return {
    id: used.has(plain) ? contentId("entity", kind, ref ?? name, mentions[0]?.report ?? "") : plain,
    kind,
    name,
    names: ref !== null ? known.entity.names : { [language]: name },
    forms: [...counts]
      .map(([form, count]) => ({ form, count }))
      .sort((a, b) => b.count - a.count || compare(a.form, b.form)),
    mentions,
    type: members.find((one) => one.entity.type !== null)?.entity.type ?? null,
    ref,
    geo: members.find((one) => one.entity.geo !== null)?.entity.geo ?? null,
  };
}

/** The fullest of the names met, a name before an office: most words up to three, then most often, then first in order. */
function bestName(all: readonly LocalEntity[]): string {
  const named = all.filter((one) => !isRoleOnly(one));
  const members = named.length > 0 ? named : all;
  const counts = new Map<string, { parts: number; count: number }>();
  for (const { entity, name } of members) {
    const known = counts.get(entity.name)?.count ?? 0;
    counts.set(entity.name, { parts: name.parts, count: known + entity.mentions.length });
  }
  const [best] = [...counts].sort(
    ([nameA, a], [nameB, b]) =>
      Math.min(b.parts, UNMISTAKABLE_PARTS) - Math.min(a.parts, UNMISTAKABLE_PARTS) ||
      b.count - a.count ||
      compare(nameA, nameB),
  );
  return best?.[0] ?? "";
}
