import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import type { Trace } from "../../text/trace.js";
import type { MentionRole, NameMention, NameReading } from "./mention.js";
import { isRead, Opening } from "./openings.js";
import { readOrganisation } from "./organisation.js";
import { readUnlistedOrganisation } from "./organisation-unlisted.js";
import { type PersonName, personAt } from "./person.js";
import { isNameLike, isQuotedAlone } from "./person-context.js";
import { knownAt, nameless, readKnown } from "./place.js";
import { settleAddresses } from "./place-address.js";
import { settleBearers } from "./place-bearers.js";
import { readAddressed, readRegion } from "./place-context.js";
import { findIntroduced } from "./place-recurring.js";
import { settleTeams } from "./place-teams.js";
import { readPlacesAfterWord } from "./place-word.js";
import type { Gazetteer } from "./profile.js";
import { roleAt } from "./role.js";
import type { RoleReading } from "./role-reading.js";
import { type Draft, Scan } from "./scan.js";
import { findSurnames } from "./surname.js";

const COMMAS: ReadonlySet<string> = new Set(["،", ",", "-", "–", ":"]);
/** Titles and offices in a row before one name: "رئيس المنظمة رئيس الوزراء الأرمني" and a rank. */
const MOST_ROLES = 4;

/**
 * Everybody and everything named in the article, in token order, not overlapping; see
 * `NameReading`. One pass over the tokens and one more for family names alone.
 */
export function readNames(
  layer: TextLayer,
  pack: LanguagePack,
  gazetteer: Gazetteer,
): NameMention[] {
  const scan = new Scan(layer, pack, gazetteer);
  const drafts: Draft[] = [];
  for (const { first, last } of layer.sentences) {
    let at = first;
    while (at < last) at = readAt(scan, at, last, drafts);
  }
  settleTeams(scan, drafts);
  settleBearers(scan, drafts);
  settleAddresses(scan, drafts);
  drafts.push(...findIntroduced(scan, drafts));
  const all = [...drafts, ...findSurnames(scan, drafts)].sort((a, b) => a.first - b.first);
  return joinRoles(scan, all);
}

/** "ماسيموف رئيس وكالة الأمن الوطني السابق": an office alone behind a family name alone is its bearer's. */
function joinRoles(scan: Scan, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined[joined.length - 1];
    const role = draft.value.role;
    const alone = draft.value.kind === "person" && draft.value.head !== "name" && role !== null;
    const gap = before ? draft.first - before.last : -1;
    const touching = gap === 0 || (gap === 1 && COMMAS.has(scan.form(draft.first - 1)));
    if (alone && before && touching && isUntold(before.value) && draft.value.skip === 0) {
      joined[joined.length - 1] = { ...before, value: { ...before.value, roles: [role], role } };
      continue;
    }
    joined.push(draft);
  }
  return joined;
}

const isUntold = (value: NameReading): boolean =>
  value.kind === "person" && value.head === "name" && value.role === null;

/** Reads what begins at `at` into `drafts`; returns where to go on. */
function readAt(scan: Scan, at: number, limit: number, drafts: Draft[]): number {
  const openings = scan.openings[at] ?? 0;
  if (!isRead(openings)) return at + 1;
  const role = roleAt(scan, at, limit);
  if (role) {
    const next = readRole(scan, role, limit, drafts);
    if (next > at) return next;
  }
  const places = readPlacesAfterWord(scan, at, limit);
  const place = places[0] ?? null;
  const name = knownAt(scan, at, limit);
  const body = readOrganisation(scan, at, limit, name);
  const known = name && readKnown(scan, at, limit, name);
  const region = readRegion(scan, at, limit);
  const addressed = readAddressed(scan, at, limit);
  const unlisted = readUnlistedOrganisation(scan, at, limit);
  const thing = longer(
    longer(longer(longer(longer(place, body), known), region), addressed),
    unlisted,
  );
  const person = (openings & Opening.Person) === 0 ? null : personAt(scan, at, limit, "bare");
  const named =
    person !== null && isPerson(scan, person, at, limit) && isLonger(scan, person, thing);
  if (scan.layer.trace) {
    const things = [place, body, known, region, addressed, unlisted];
    noteLosers(scan.layer.trace, things, thing, person, named);
  }
  if (person && named) {
    return emitPerson(scan, person, [], limit, drafts);
  }
  if (!thing) return at + 1;
  if (thing === places[0]) drafts.push(...places);
  else drafts.push(thing);
  return Math.max(drafts[drafts.length - 1]?.last ?? 0, at + 1);
}

/** What could begin here and is not what is read here. */
function noteLosers(
  trace: Trace,
  things: readonly (Draft | null)[],
  thing: Draft | null,
  person: PersonName | null,
  named: boolean,
): void {
  const longer = person !== null && named;
  for (const one of things) {
    if (!one || (one === thing && !longer)) continue;
    const winner = longer ? "a person's name" : (thing?.rule ?? "");
    trace.lose("names", one, `${winner} reads as much or more here`);
  }
  if (!person || longer) return;
  const { first, last, certain } = person;
  const rule = certain ? "names.person-given" : "names.person-unknown";
  const why = thing
    ? `${thing.rule} reads as much or more here`
    : "nothing in it or beside it proves a person: no given name, office, title or verb of saying";
  trace.lose("names", { first, last, rule }, why);
}

/** The one that reaches further; of two alike the first. */
const longer = (one: Draft | null, other: Draft | null): Draft | null =>
  other && (!one || other.last > one.last) ? other : one;

/** Of one word that is a person known to all and a town (نيوتن), the person is meant. */
function isLonger(scan: Scan, person: PersonName, thing: Draft | null): boolean {
  if (!thing || person.last !== thing.last) return person.last > (thing?.last ?? 0);
  const { type, kind } = thing.value;
  return (
    kind === "place" &&
    type !== "country" &&
    type !== "capital" &&
    thing.first === person.first &&
    scan.profile(person.first).famous
  );
}

/** Without a role in front: a given name must be in it, or something beside it that fits a person. */
function isPerson(scan: Scan, person: PersonName, at: number, limit: number): boolean {
  const profile = scan.profile(at);
  if (person.certain) {
    if (person.parts > 1) return true;
    // One given name alone, when it is nothing else.
    if (profile.famous || profile.part === "prefix" || profile.part === "filial") return true;
    return profile.part === "given" && !profile.ordinary && knownAt(scan, at, limit) === null;
  }
  if (!person.allUnknown) return false;
  if (person.parts < 2) {
    const { form } = scan.token(at);
    return (
      isQuotedAlone(scan, at, limit) &&
      scan.pack.names.mayBeForeign(form) &&
      knownAt(scan, at, limit) === null
    );
  }
  const after =
    person.last < limit && COMMAS.has(scan.form(person.last)) ? person.last + 1 : person.last;
  const role = after < limit ? roleAt(scan, after, limit) : null;
  if (role?.office && role.definite && !role.weak) return true;
  const before = scan.layer.words[at - 1];
  return at > 0 && scan.token(at).breaks === 0 && before?.classes.has("speech.verb") === true;
}

/** Titles and offices from `role` on, and the name that they introduce, if any. */
function readRole(scan: Scan, role: RoleReading, limit: number, drafts: Draft[]): number {
  const roles: RoleReading[] = [role];
  let at = role.last;
  while (roles.length < MOST_ROLES && at < limit) {
    const more = roleAt(scan, at, limit);
    if (!more || more.skip > 0) break;
    roles.push(more);
    at = more.last;
  }
  const person = nameBehind(scan, roles, at, limit);
  if (person) return emitPerson(scan, person, roles, limit, drafts);
  for (const one of roles) emitUnheld(scan, one, drafts);
  return at > role.first && roles.some((one) => one.office !== null && isUnheldRole(one)) ? at : 0;
}

function nameBehind(
  scan: Scan,
  roles: RoleReading[],
  at: number,
  limit: number,
): PersonName | null {
  const last = roles[roles.length - 1] as RoleReading;
  const footing = last.office === null && !last.calling ? "title" : "role";
  const direct = personAt(scan, at, limit, footing);
  if (direct && direct.skip === 0 && (direct.certain || isAlone(scan, direct, last))) return direct;
  if (!COMMAS.has(scan.form(at)) || last.office === null || !last.definite || scan.form(at) === ":")
    return null;
  let next = at + 1;
  const title = next < limit ? roleAt(scan, next, limit) : null;
  if (title && title.office === null && title.skip === 0) {
    roles.push(title);
    next = title.last;
  }
  const behind = personAt(scan, next, limit, title ? "title" : "role");
  if (!behind || behind.skip > 0) return null;
  if (behind.certain && behind.parts > 1) return behind;
  // "الرئيس الروسي، بوتين،": one word between commas.
  const closed = COMMAS.has(scan.form(behind.last));
  return behind.parts > 1 || closed ? behind : null;
}

/** A name of unknown words behind an office: plain words of the lexicon were ruled out before. */
function isAlone(scan: Scan, person: PersonName, role: RoleReading): boolean {
  if (role.calling && !person.certain) return person.parts > 1;
  if (role.weak && role.of === null && !role.definite) return false;
  return person.parts > 1 || isNameLike(scan, person.first) || scan.profile(person.first).article;
}

function emitPerson(
  scan: Scan,
  person: PersonName,
  before: readonly RoleReading[],
  limit: number,
  drafts: Draft[],
): number {
  const roles = [...before];
  let end = person.last;
  if (!roles.some((one) => one.office !== null)) {
    const behind = roleBehind(scan, person.last, limit);
    if (behind) {
      roles.push(behind);
      end = behind.last;
    }
  } else {
    // "رئيس وكالة الأمن الوطني كريم ماسيموف السابق" is rare, but "X السابق" is not a name part.
    const status =
      person.last < limit && scan.isWord(person.last)
        ? scan.entry(person.last, "office.status")
        : null;
    if (status && scan.profile(person.last).article) end = status.last;
  }
  const offices = roles.filter((one) => one.office !== null);
  // "الرئيس المؤسس X": a general word beside an office is no second one.
  const read = offices
    .filter((one) => offices.length === 1 || !one.weak || one.of !== null)
    .map((one) => mentionRole(one));
  for (const one of roles) if (one.of && one.last <= person.first) drafts.push(one.of);
  const value: NameReading = {
    ...nameless,
    kind: "person",
    name: scan.words(person.first, person.last, person.skip),
    type: null,
    country: roles.find((one) => one.of?.value.country)?.of?.value.country ?? null,
    skip: person.skip,
    roles: read,
    role: read[0] ?? null,
  };
  drafts.splice(drafts.length, 0, {
    first: person.first,
    last: person.last,
    rule: ruleOf(before, roles, person),
    value,
  });
  for (const one of roles) if (one.of && one.first >= person.last) drafts.push(one.of);
  return end;
}

function ruleOf(
  before: readonly RoleReading[],
  all: readonly RoleReading[],
  person: PersonName,
): string {
  if (before.some((one) => one.office !== null)) return "names.person-after-office";
  if (before.length > 0) return "names.person-after-title";
  if (all.length > 0) return "names.person-before-office";
  return person.certain ? "names.person-given" : "names.person-unknown";
}

/** "ديمتري روجوزين، رئيس وكالة الفضاء الروسية": an office behind the name, and no other name behind it. */
function roleBehind(scan: Scan, at: number, limit: number): RoleReading | null {
  const comma = COMMAS.has(scan.form(at));
  const from = comma ? at + 1 : at;
  if (from >= limit || !scan.isWord(from) || scan.form(at) === ":") return null;
  const role = roleAt(scan, from, limit);
  if (!role || role.office === null || role.skip > 0 || role.counterpart) return null;
  if (!role.definite || (role.weak && role.of === null)) return null;
  const next = role.last;
  if (next < limit && scan.isWord(next)) {
    const other = personAt(scan, next, limit, "role");
    if (other && other.skip === 0 && (other.certain || other.parts > 1)) return null;
  }
  return role;
}

function mentionRole(role: RoleReading): MentionRole {
  const { of } = role;
  return {
    office: role.office ?? "",
    of: of ? (of.value.ref ?? of.value.name) : null,
    change: role.change,
    first: role.first,
    last: role.last,
    ofToken: of ? of.first : null,
    counterpart: role.counterpart,
    possessed: role.possessed,
  };
}

const isUnheldRole = (role: RoleReading): boolean =>
  role.office !== null && role.definite && !(role.weak && role.of === null) && !role.calling;

/** An office whose holder is not named here. */
function emitUnheld(scan: Scan, role: RoleReading, drafts: Draft[]): void {
  if (!isUnheldRole(role)) return;
  const { of } = role;
  const last = Math.min(role.last, of ? of.first : role.last);
  const read = mentionRole(role);
  if (last > role.first) {
    drafts.push({
      first: role.first,
      last,
      rule: "names.office-alone",
      value: {
        ...nameless,
        kind: "person",
        name: scan.words(role.first, role.last, role.skip),
        head: role.last - role.first === 1 ? "nominal" : "role",
        country: of?.value.country ?? null,
        skip: role.skip,
        roles: [read],
        role: read,
      },
    });
  }
  if (of) drafts.push(of);
}
