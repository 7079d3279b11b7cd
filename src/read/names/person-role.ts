import { bynamesAt } from "./alias.js";
import type { MentionRole, NameReading } from "./mention.js";
import { Opening } from "./openings.js";
import { readOrganisation } from "./organisation.js";
import { personAt } from "./person.js";
import { isNameLike } from "./person-context.js";
import type { PersonName } from "./person-given.js";
import { knownAt, nameless, readKnown } from "./place.js";
import { readPlacesAfterWord } from "./place-word.js";
import { roleAt } from "./role.js";
import type { RoleReading } from "./role-reading.js";
import { COMMAS, type Draft, type Scan } from "./scan.js";

/** Titles and offices in a row before one name: "رئيس المنظمة رئيس الوزراء الأرمني" and a rank. */
const MOST_ROLES = 4;
/** Words of what an office is for: "لشؤون الإعلام والاتصال السياسي". */
const LONGEST_PURPOSE = 5;

/** Titles and offices from `role` on, and the name that they introduce, if any. */
export function readRole(scan: Scan, role: RoleReading, limit: number, drafts: Draft[]): number {
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
  // "ولي عهد بريطانيا أمير ويلز": another office.
  const other = direct?.parts === 1 && scan.profile(direct.first).office !== null;
  if (direct && !other && direct.skip === 0 && (direct.certain || isAlone(scan, direct, last)))
    return direct;
  return behindComma(scan, roles, at, limit) ?? behindAdjunct(scan, roles, at, limit);
}

/** "الرئيس الروسي، بوتين،", "وزير الدفاع الروسي، الفريق سيرغي شويغو". */
function behindComma(
  scan: Scan,
  roles: RoleReading[],
  at: number,
  limit: number,
): PersonName | null {
  const last = roles[roles.length - 1] as RoleReading;
  if (!COMMAS.has(scan.form(at)) || last.office === null || !last.definite || scan.form(at) === ":")
    return null;
  const { behind, title } = titledAt(scan, at + 1, limit);
  if (!behind || behind.skip > 0) return null;
  // "الرئيس الروسي، بوتين،": one word between commas.
  const closed = COMMAS.has(scan.form(behind.last));
  if (!(behind.parts > 1 || closed)) return null;
  if (title) roles.push(title);
  return behind;
}

interface Titled {
  readonly title: RoleReading | null;
  readonly behind: PersonName | null;
}

/** A name at `at`, behind a title or none. */
function titledAt(scan: Scan, at: number, limit: number): Titled {
  const role = at < limit ? roleAt(scan, at, limit) : null;
  const title = role && role.office === null && role.skip === 0 ? role : null;
  const behind = personAt(scan, title ? title.last : at, limit, title ? "title" : "role");
  return { title, behind };
}

/**
 * "وزير الصحة في حكومة دمشق، الدكتور حسن الغباش", "وكيل الإمارة للشؤون الأمنية عبدالله البادي": what
 * stands between an office and its holder's full name, and tells where or for what it is held.
 */
function behindAdjunct(
  scan: Scan,
  roles: RoleReading[],
  at: number,
  limit: number,
): PersonName | null {
  const last = roles[roles.length - 1] as RoleReading;
  if (last.office === null || !(last.definite || last.of) || last.calling || at >= limit)
    return null;
  const body = scan.mayOpen(at, Opening.In) ? bodyAt(scan, at + 1, limit) : null;
  const end = body ? body.last : endOfPurpose(scan, at, limit);
  if (end === at || end >= limit) return null;
  const from = COMMAS.has(scan.form(end)) ? end + 1 : end;
  const { title, behind } = titledAt(scan, from, limit);
  if (!behind || behind.skip > 0 || behind.parts < 2) return null;
  if (!behind.certain && from === end) return null;
  if (body) {
    roles[roles.length - 1] = last.of
      ? { ...last, beside: body, last: end }
      : { ...last, of: body, last: end };
  } else {
    const office = `${last.office} ${scan.words(at, end)}`;
    roles[roles.length - 1] = { ...last, office, last: end };
  }
  if (title) roles.push(title);
  return behind;
}

/** What an office is held in: a body, a place with its word or without. */
function bodyAt(scan: Scan, at: number, limit: number): Draft | null {
  if (at >= limit || !scan.isWord(at)) return null;
  const known = knownAt(scan, at, limit);
  const body = readOrganisation(scan, at, limit, known);
  if (body) return body;
  const [place] = readPlacesAfterWord(scan, at, limit);
  return place ?? (known && readKnown(scan, at, limit, known));
}

/** "للشؤون الأمنية", "لشؤون الإعلام والاتصال": the end of what an office is for; `at` if nothing is. */
function endOfPurpose(scan: Scan, at: number, limit: number): number {
  const first = scan.profile(at);
  if (!scan.isWord(at) || first.preposition !== scan.pack.names.dative || first.conjunction)
    return at;
  if (!first.ordinary || first.part !== null || first.org || first.office || first.stop) return at;
  let end = at + 1;
  while (end < limit && end < at + LONGEST_PURPOSE && scan.isWord(end)) {
    const { article, ordinary, part, office, title, preposition, stop } = scan.profile(end);
    if (!article || !ordinary || part !== null || office || title || stop) break;
    if (preposition !== "") break;
    end++;
  }
  return first.article || end > at + 1 ? end : at;
}

/** A name of unknown words behind an office: plain words of the lexicon were ruled out before. */
function isAlone(scan: Scan, person: PersonName, role: RoleReading): boolean {
  if (role.calling && !person.certain) return person.parts > 1;
  if (role.weak && role.of === null && !role.definite) return false;
  return person.parts > 1 || isNameLike(scan, person.first) || scan.profile(person.first).article;
}

export function emitPerson(
  scan: Scan,
  person: PersonName,
  before: readonly RoleReading[],
  limit: number,
  drafts: Draft[],
): number {
  const roles = [...before];
  let end = person.last;
  if (roles.every((one) => one.office === null || one.noble)) {
    // "الأمير خالد الفيصل مستشار خادم الحرمين الشريفين أمير منطقة مكة المكرمة": offices in a row.
    for (let most = MOST_ROLES; most > 0; most--) {
      const behind = roleBehind(scan, end, limit);
      if (!behind) break;
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
  for (const { of, beside, last } of roles) {
    if (last > person.first) continue;
    if (of) drafts.push(of);
    if (beside) drafts.push(beside);
  }
  const value: NameReading = {
    ...nameless,
    kind: "person",
    name: scan.words(person.first, person.last, person.skip),
    type: null,
    country: roles.find((one) => one.of?.value.country)?.of?.value.country ?? null,
    skip: person.skip,
    aliases: bynamesAt(scan, person.last, limit),
    roles: read,
    role: read[0] ?? null,
  };
  drafts.push({
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
    const another = roleAt(scan, next, limit)?.office != null;
    const other = another ? null : personAt(scan, next, limit, "role");
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
