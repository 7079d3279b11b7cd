import type { Entity, Span } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import type { LanguagePack } from "../../lang/pack.js";
import { fold } from "../../text/fold.js";
import type { TextLayer } from "../../text/layer.js";
import { type NameMention, nameRange } from "./mention.js";
import { alike, People } from "./person-identity.js";
import type { Gazetteer } from "./profile.js";

export interface ReportEntities {
  /** In the order of their first mention. */
  readonly entities: readonly Entity[];
  /** The entity that mention `index` of the names means; null where the text does not decide. */
  readonly entityOf: (index: number) => string | null;
}

interface Group {
  readonly kind: Entity["kind"];
  readonly key: string;
  readonly members: number[];
  /** The smallest of the members. */
  first: number;
}

/** Few people share a report; a report that names more is hostile, and is joined by spelling alone. */
const MOST_PEOPLE = 400;

/**
 * Who and what the names of one report stand for. Joined are: one gazetteer id; one name in
 * several spellings; a family name with the full name before it; an acronym with the body it was
 * told beside; "the organisation" with the only one it can be. Ids hold for this report alone.
 */
export function readEntities(
  layer: TextLayer,
  names: readonly NameMention[],
  reportId: string,
  pack: LanguagePack,
  gazetteer: Gazetteer,
): ReportEntities {
  const groups: Group[] = [];
  const byKey = new Map<string, Map<Entity["kind"], Group>>();
  const groupOf: (Group | null)[] = new Array(names.length).fill(null);
  const join = (index: number, kind: Entity["kind"], key: string): Group => {
    let ofKey = byKey.get(key);
    if (!ofKey) byKey.set(key, (ofKey = new Map()));
    let group = ofKey.get(kind);
    if (!group) {
      group = { kind, key, members: [], first: index };
      ofKey.set(kind, group);
      groups.push(group);
    }
    group.members.push(index);
    group.first = Math.min(group.first, index);
    groupOf[index] = group;
    return group;
  };
  joinPeople(names, pack, join);
  joinThings(names, pack, join);
  joinNominals(names, pack, gazetteer, groupOf);
  const ids = new Map<Group, string>();
  for (const group of groups) {
    ids.set(group, contentId("entity", reportId, group.kind, group.key));
  }
  const entities = groups
    .sort((a, b) => a.first - b.first)
    .map((group) =>
      entityOfGroup(layer, names, group, ids.get(group) as string, reportId, pack, gazetteer),
    );
  return {
    entities,
    entityOf: (index) => {
      const group = groupOf[index];
      return group ? (ids.get(group) ?? null) : null;
    },
  };
}

type Join = (index: number, kind: Entity["kind"], key: string) => Group;

function joinPeople(names: readonly NameMention[], pack: LanguagePack, join: Join): void {
  const people = new People(pack.names);
  const persons: { index: number; name: string; aliases: readonly string[] }[] = [];
  for (const [index, { value }] of names.entries()) {
    const { kind, head, name, aliases } = value;
    if (kind === "person" && head === "name") persons.push({ index, name, aliases });
  }
  if (persons.length > MOST_PEOPLE) {
    for (const { index, name } of persons) join(index, "person", fold(name));
    return;
  }
  for (const { index, name, aliases } of persons) people.add(index, name, aliases);
  for (const { name, mentions } of people.all) {
    const key = name.words.join(" ");
    for (const index of mentions) join(index, "person", key);
  }
}

/** Places and bodies: by gazetteer id, else by their folded name or the acronym told beside it. */
function joinThings(names: readonly NameMention[], pack: LanguagePack, join: Join): void {
  const keyOf = new Map<string, { kind: Entity["kind"]; key: string }>();
  for (const [index, { value }] of names.entries()) {
    if (value.kind === "person") continue;
    if (value.head !== "name" && value.ref === null) continue;
    const spelled = bare(value.name, pack);
    const known = value.ref === null ? keyOf.get(spelled) : undefined;
    const group = known ?? { kind: value.kind, key: value.ref ?? spelled };
    join(index, group.kind, group.key);
    if (value.head === "name") keyOf.set(spelled, group);
    for (const alias of value.aliases) keyOf.set(bare(alias, pack), group);
  }
}

function bare(name: string, { names }: LanguagePack): string {
  const folded = fold(name);
  return names.article !== "" && folded.startsWith(names.article)
    ? folded.slice(names.article.length)
    : folded;
}

/** So many bodies back a common noun may reach. */
const MOST_BODIES = 40;
/** Bodies of which a state has many: one named police force is not "the police" of the rest. */
const MANIFOLD: ReadonlySet<string> = new Set(["police", "forces", "army", "authorities"]);

/** "المنظمة", "الرئيس": the one of that kind named before; nothing where it could be two. */
function joinNominals(
  names: readonly NameMention[],
  pack: LanguagePack,
  gazetteer: Gazetteer,
  groupOf: (Group | null)[],
): void {
  const holders = holdersOf(names, groupOf);
  /** With a space behind each name, so that only whole words begin alike. */
  const bodies = new Map<string, { group: Group; names: readonly string[] }>();
  for (const [index, { value }] of names.entries()) {
    const group = groupOf[index];
    if (group) {
      if (value.kind !== "organization" && value.kind !== "group") continue;
      if (value.ref === null && MANIFOLD.has(value.type ?? "")) continue;
      const entry = value.ref ? gazetteer.entry(value.ref) : null;
      const called = [value.name, ...(entry ? [entry.name] : [])].map(
        (name) => `${bare(name, pack)} `,
      );
      // The nearest before is the one meant.
      bodies.delete(group.key);
      bodies.set(group.key, { group, names: called });
      continue;
    }
    if (value.head === "name") continue;
    const { role } = value;
    if (role) {
      if (role.counterpart || role.possessed || role.change === "held") continue;
      const found = holders.get(role.of ? `${role.office} ${role.of}` : role.office);
      if (found?.size === 1) groupOf[index] = [...found][0] ?? null;
      continue;
    }
    const called = `${bare(value.name, pack)} `;
    for (const body of [...bodies.values()].slice(-MOST_BODIES).reverse()) {
      if (!body.names.some((name) => name.startsWith(called))) continue;
      groupOf[index] = body.group;
      break;
    }
  }
}

function holdersOf(
  names: readonly NameMention[],
  groupOf: readonly (Group | null)[],
): ReadonlyMap<string, ReadonlySet<Group>> {
  const holders = new Map<string, Set<Group>>();
  for (const [index, { value }] of names.entries()) {
    const group = groupOf[index];
    if (!group || value.kind !== "person") continue;
    for (const role of value.roles) {
      if (role.change === "held" || role.counterpart) continue;
      for (const key of [`${role.office} ${role.of}`, role.office]) {
        const known = holders.get(key) ?? new Set();
        holders.set(key, known.add(group));
      }
    }
  }
  return holders;
}

function entityOfGroup(
  layer: TextLayer,
  names: readonly NameMention[],
  group: Group,
  id: string,
  reportId: string,
  pack: LanguagePack,
  gazetteer: Gazetteer,
): Entity {
  const members = group.members.map((index) => names[index] as NameMention);
  const named = members.filter(({ value }) => value.head === "name");
  const told = named.length > 0 ? named : members;
  const counts = new Map<string, number>();
  for (const { value } of told) counts.set(value.name, (counts.get(value.name) ?? 0) + 1);
  for (const { value } of members) {
    for (const alias of value.aliases) if (!counts.has(alias)) counts.set(alias, 0);
  }
  const first = told[0]?.value;
  const ref = first?.ref ?? null;
  const entry = ref ? gazetteer.entry(ref) : null;
  const forms = [...counts].map(([form, count]) => ({ form, count }));
  const name = entry?.name ?? bestForm(forms, group.kind, pack);
  const mentions: Span[] = told.map((mention) => {
    const [start, end] = nameRange(layer, mention);
    return { report: reportId, start, end };
  });
  return {
    id,
    kind: entry?.kind ?? group.kind,
    name,
    names: entry ? entry.names : { [pack.code]: name },
    forms,
    mentions,
    type: entry?.type ?? first?.type ?? null,
    ref,
    geo: entry ? entry.geo : (first?.geo ?? null),
  };
}

/** The fullest name; of spellings of it the one written most, then the first. */
function bestForm(
  forms: readonly { readonly form: string; readonly count: number }[],
  kind: Entity["kind"],
  pack: LanguagePack,
): string {
  let best = forms[0];
  for (const form of forms.slice(1)) {
    if (!best || form.count === 0) continue;
    const longer = form.form.split(" ").length - best.form.split(" ").length;
    const same =
      longer === 0 ||
      alike(pack.names, fold(form.form).replaceAll(" ", ""), fold(best.form).replaceAll(" ", ""));
    if ((kind === "person" && !same && longer > 0) || (same && form.count > best.count))
      best = form;
  }
  return best?.form ?? "";
}
