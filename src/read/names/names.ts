import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import type { Trace } from "../../text/trace.js";
import type { NameMention, NameReading } from "./mention.js";
import { isRead, Opening } from "./openings.js";
import { readOrganisation } from "./organisation.js";
import { readUnlistedOrganisation } from "./organisation-unlisted.js";
import { personAt } from "./person.js";
import { isIntroduced, isQuotedAlone } from "./person-context.js";
import type { PersonName } from "./person-given.js";
import { emitPerson, readRole } from "./person-role.js";
import { knownAt, readKnown } from "./place.js";
import { settleAddresses } from "./place-address.js";
import { settleBearers } from "./place-bearers.js";
import { readAddressed, readLand, readRegion } from "./place-context.js";
import { findIntroduced } from "./place-recurring.js";
import { settleTeams } from "./place-teams.js";
import { readPlacesAfterWord } from "./place-word.js";
import type { Gazetteer } from "./profile.js";
import { roleAt } from "./role.js";
import { COMMAS, type Draft, Scan } from "./scan.js";
import { findSurnames } from "./surname.js";

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
  const region = readRegion(scan, at, limit) ?? readLand(scan, at, limit);
  const addressed = readAddressed(scan, at, limit);
  const unlisted = readUnlistedOrganisation(scan, at, limit);
  const thing = longer(
    longer(longer(longer(longer(place, body), known), region), addressed),
    unlisted,
  );
  const footing = isIntroduced(scan, at) ? "title" : "bare";
  const person = (openings & Opening.Person) === 0 ? null : personAt(scan, at, limit, footing);
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
    if (isIntroduced(scan, at)) return profile.part === "given";
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
  if (isIntroduced(scan, at)) return true;
  const after =
    person.last < limit && COMMAS.has(scan.form(person.last)) ? person.last + 1 : person.last;
  const role = after < limit ? roleAt(scan, after, limit) : null;
  if (role?.office && role.definite && !role.weak) return true;
  const before = scan.layer.words[at - 1];
  return at > 0 && scan.token(at).breaks === 0 && before?.classes.has("speech.verb") === true;
}
