import type { Entity, Identity, Span } from "../../core/contract.js";
import { groupBy } from "../../core/grouping.js";
import { contentId } from "../../core/hash.js";
import type { EntityJudgement } from "../../core/judgement.js";
import type { IdleJudgement } from "../../core/unapplied.js";
import { forms as knownForms } from "../../gazetteer/gazetteer.js";
import type { ReportReading } from "../../read/reading.js";
import type { DisjointSets } from "../disjoint-sets.js";
import type { StoryGroup } from "../stories/stories.js";
import { joinAcross } from "./across.js";
import { joinBodies } from "./bodies.js";
import { Decisions } from "./decisions.js";
import { EntitySets } from "./entity-sets.js";
import { followJudgements } from "./judged.js";
import { isRoleOnly, type LocalEntity, localEntities } from "./local-entity.js";
import { UNMISTAKABLE_PARTS } from "./name-signs.js";
import { joinPersons } from "./persons.js";
import { sign } from "./signs.js";

export interface JoinedEntities {
  /** By kind, then name, then id. */
  readonly entities: readonly Entity[];
  /** Id within a report → id in the account. */
  readonly idOf: ReadonlyMap<string, string>;
  /** What had to be decided, with its signs; in the order of the account. */
  readonly identities: readonly Identity[];
  /** Decisions about names that could not be followed. */
  readonly idle: readonly IdleJudgement[];
}

/**
 * Joins the entities of all reports: by gazetteer id everywhere; within a story by name; across
 * stories people by the signs that speak for and against it, bodies where their country is told,
 * too. What people decided goes before.
 */
export function joinEntities(
  readings: readonly ReportReading[],
  stories: readonly StoryGroup[],
  judgements: readonly EntityJudgement[] = [],
): JoinedEntities {
  const locals = localEntities(readings, stories);
  const sets = new EntitySets(locals.length);
  const { followed, idle } = followJudgements(judgements, locals, readings, sets);
  const decisions = new Decisions(sets);
  joinByReference(locals, sets);
  for (const story of byStory(locals)) {
    joinPersons(
      story.filter((one) => one.entity.kind === "person"),
      decisions,
    );
    joinBodies(
      story.filter((one) => one.entity.kind !== "person"),
      decisions,
    );
  }
  if (stories.length > 1) {
    joinAcross(locals, readings, decisions);
    joinBodiesAcross(locals, decisions);
  }
  const { entities, idOf } = fold(locals, sets, readings);
  const reportOf = ({ reading }: LocalEntity): string => readings[reading]?.report.id ?? "";
  return { entities, idOf, identities: decisions.list(idOf, reportOf, followed), idle };
}

/** One id is one thing; but "the Red Crescent" of one story may be Libya's, of another Syria's. */
function joinByReference(locals: readonly LocalEntity[], sets: DisjointSets): void {
  const first = new Map<string, number>();
  const national = new Set(
    locals.filter(({ countries }) => countries.size > 0).map(({ base }) => base),
  );
  for (const local of locals) {
    if (local.entity.ref === null) continue;
    const isBody = local.entity.kind === "organization";
    if (isBody && local.countries.size === 0 && national.has(local.base)) continue;
    const known = first.get(local.entity.ref);
    if (known === undefined) first.set(local.entity.ref, local.index);
    else sets.join(known, local.index);
  }
}

function byStory(locals: readonly LocalEntity[]): LocalEntity[][] {
  return [...groupBy(locals, ({ story }) => story).values()];
}

/** Bodies of one name and country are one in all stories, and so are outlets of one name. */
function joinBodiesAcross(locals: readonly LocalEntity[], decisions: Decisions): void {
  const first = new Map<string, LocalEntity>();
  for (const local of locals) {
    for (const [key, isOfCountry] of bodyKeys(local)) {
      const known = first.get(key);
      if (!known) first.set(key, local);
      else if (!decisions.areOne(known, local)) {
        const signs = [sign("id-body"), sign(isOfCountry ? "id-country" : "id-outlet")];
        decisions.decide(known, local, signs, known.name.bare === local.name.bare);
      }
    }
  }
}

function* bodyKeys(local: LocalEntity): Iterable<readonly [key: string, isOfCountry: boolean]> {
  const { kind, ref } = local.entity;
  if (ref !== null || (kind !== "organization" && kind !== "outlet")) return;
  for (const country of local.countries) yield [`body:${local.base}|${country}`, true];
  if (kind === "outlet") yield [`outlet:${local.base}`, false];
}

function fold(
  locals: readonly LocalEntity[],
  sets: DisjointSets,
  readings: readonly ReportReading[],
): Pick<JoinedEntities, "entities" | "idOf"> {
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
  return { entities, idOf };
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
