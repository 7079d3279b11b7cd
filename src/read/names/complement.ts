import { personAt } from "./person.js";
import { knownAt } from "./place.js";
import type { Profile } from "./profile.js";
import type { Scan } from "./scan.js";

/** What completes a head word to the name of a body: وزارة [الدفاع الروسية]. */
export interface Complement {
  readonly last: number;
  /** It ends in a word with the article, or holds a proper name: a name and not "a company". */
  readonly definite: boolean;
  readonly country: string | null;
  /** The country is told by its adjective or its own name, not by a town in it. */
  readonly national: boolean;
  readonly portfolio: string | null;
  /** First token of a proper name in it; -1 if none. */
  readonly properAt: number;
  /** A person's name completes it. */
  readonly ofPerson: boolean;
  /** Nothing stands in it but a nation adjective. */
  readonly nationOnly: boolean;
}

/** Words behind the head of a name: هيئة الأمر بالمعروف والنهي عن المنكر is the longest common one. */
const LONGEST_COMPLEMENT = 7;

/**
 * A row of bare nouns is closed by one word with the article or a proper name; behind that only
 * adjectives, a nation, and "for …" go on.
 * @param articleHead the head has the article itself, so that only adjectives complete it
 * @param dative "for …" may belong to the name: of committees and councils, not of forces or clubs
 * @param ministry several portfolios may be joined by "and"
 */
export function readComplement(
  scan: Scan,
  head: number,
  limit: number,
  articleHead: boolean,
  ministry: boolean,
  dative: boolean,
): Complement {
  let at = head + 1;
  let definite = articleHead;
  let country: string | null = null;
  let national = false;
  let portfolio: string | null = null;
  let properAt = -1;
  let ofPerson = false;
  let others = 0;
  let closed = false;
  let fors = 0;
  const end = Math.min(limit, head + 1 + LONGEST_COMPLEMENT);
  while (at < end && scan.isWord(at)) {
    const profile = scan.profile(at);
    const start = at === head + 1;
    const port = closed || !(ministry || start) ? null : scan.entry(at, "portfolio");
    if (port && port.last <= limit && !articleHead && (start || profile.conjunction)) {
      portfolio ??= port.reading.entry.features["id"] ?? null;
      at = port.last;
      definite = true;
      others++;
      continue;
    }
    if ((profile.stop && profile.part === null) || profile.time || profile.status) break;
    const joined = profile.conjunction || profile.preposition !== "";
    if (profile.demonym && !joined) {
      if (start && !profile.article) break;
      if (profile.article !== definite) break;
      country = profile.demonym.country;
      national = true;
      at++;
      closed = true;
      continue;
    }
    // "حكومة خادم الحرمين الشريفين"; "قوات الرئيس السابق علي صالح" is told by its person.
    const style = start && !joined && !articleHead ? scan.phrase(at, "honorific") : null;
    if (style && style.last <= end) {
      at = style.last;
      definite = true;
      others++;
      continue;
    }
    const office = start && !joined && profile.title === null ? officeEnd(scan, at) : at;
    if (office > at && leadsToHolder(scan, office, end)) break;
    const known = joined || articleHead ? null : knownAt(scan, at, limit);
    if (
      known &&
      known.spelling.skip === 0 &&
      !known.match.commonWord &&
      (start || leadsIn(scan, at - 1))
    ) {
      const person = personAt(scan, at, limit, "title");
      if (!person?.certain || person.last <= known.last) {
        const entry = known.match.entries[0];
        if (properAt < 0) properAt = at;
        country ??= entry?.country ?? null;
        national ||= entry?.type === "country";
        definite = true;
        others++;
        at = known.last;
        closed = true;
        continue;
      }
    }
    if (joined) {
      const more = endOfJoined(
        scan,
        at,
        end,
        profile,
        definite && !start,
        ministry,
        dative && fors === 0,
        fors > 0,
      );
      if (more === at) break;
      others += more - at;
      at = more;
      closed = false;
      if (scan.profile(at - 1).conjunction === false) fors++;
      continue;
    }
    if (profile.article && !definite && profile.title && at + 1 < end) {
      // "جامعة الملك سعود": a title and its name.
      const titled = personAt(scan, at + 1, limit, "title");
      if (titled && titled.skip === 0) {
        properAt = at;
        ofPerson = true;
        definite = true;
        others += titled.last - at;
        at = titled.last;
        continue;
      }
    }
    if (profile.article) {
      if (definite ? !isAdjective(scan, at, profile) : profile.part === "surname" && !start) break;
      // "قدرات الحزب العسكرية": the adjective of something before the head.
      if (start && articleHead && !agrees(scan, head, at)) break;
      definite = true;
      at++;
      others++;
      continue;
    }
    if (definite || closed) break;
    const proper = start || leadsIn(scan, at - 1) ? properEnd(scan, at, limit) : at;
    if (proper > at) {
      properAt = at;
      ofPerson = true;
      definite = true;
      others += proper - at;
      at = proper;
      continue;
    }
    if (!profile.ordinary || isVerbal(scan, at)) break;
    at++;
    others++;
  }
  return {
    last: at,
    definite,
    country,
    national,
    portfolio,
    properAt,
    ofPerson,
    nationOnly: others === 0 && national,
  };
}

/** The end of the office of one certain holder: الرئيس, رئيس الوزراء; `at` if none stands there. */
function officeEnd(scan: Scan, at: number): number {
  const phrase = scan.phrase(at, "office");
  if (phrase) return phrase.last;
  return scan.profile(at).office?.article === true ? at + 1 : at;
}

/** "الرئيس السابق علي", "رئيس الوزراء الياباني شينزو": behind an office its adjectives, and a name. */
function leadsToHolder(scan: Scan, at: number, end: number): boolean {
  let next = at;
  while (next < end && scan.isWord(next)) {
    const { article, status, demonym, part } = scan.profile(next);
    if (!article || !(status || demonym)) return part === "given" || part === "surname";
    next++;
  }
  return false;
}

/** An adjective in the feminine belongs to no masculine singular head. */
function agrees(scan: Scan, head: number, at: number): boolean {
  const { names } = scan.pack;
  const org = scan.profile(head).org;
  if (!org || org.number === "plural" || names.isFeminineNoun(org.entry.lemma)) return true;
  return (
    org.entry.features["gender"] === "feminine" ||
    !names.isRelational(scan.form(at)) ||
    !names.isFeminineNoun(scan.form(at))
  );
}

/** Words before a proper name inside a name: "شرطة مدينة ألماتي", "مركز الملك سلمان". */
function leadsIn(scan: Scan, at: number): boolean {
  const { place, org, title, office } = scan.profile(at);
  return place !== null || org !== null || title !== null || office !== null;
}

/** A person's or an unknown name behind the head: حكومة توكاييف, شركة هواوي, مؤسسة محمد بن راشد. */
function properEnd(scan: Scan, at: number, limit: number): number {
  const person = personAt(scan, at, limit, "title");
  if (person && person.skip === 0) {
    if (person.certain || person.allUnknown) {
      const first = scan.profile(at);
      if (!(first.ordinary && person.parts === 1)) return person.last;
    }
  }
  return at;
}

function isVerbal(scan: Scan, at: number): boolean {
  const readings = scan.layer.words[at]?.readings ?? [];
  // شهدها: a pronoun behind a verb leaves no doubt that it is one.
  return (
    readings[0]?.entry.pos === "verb" ||
    readings.some((one) => one.entry.pos === "verb" && one.enclitic !== "")
  );
}

/** Adjectives behind a definite word: of belonging by shape, or listed. */
function isAdjective(scan: Scan, at: number, profile: Profile): boolean {
  if (profile.part !== null) return false;
  return (
    profile.adjective ||
    scan.entry(at, "org.adjective") !== null ||
    scan.pack.names.isRelational(scan.form(at))
  );
}

/** "للتنمية والإعمار", "لحقوق الإنسان", "والتعليم": only behind a definite word, and definite themselves. */
function endOfJoined(
  scan: Scan,
  at: number,
  end: number,
  profile: Profile,
  allowed: boolean,
  ministry: boolean,
  forMore: boolean,
  purposed: boolean,
): number {
  if (!allowed || profile.office || profile.title || profile.demonym) return at;
  const dative = profile.preposition === scan.pack.names.dative && !profile.conjunction;
  // "لمناقشة الأزمة": what was done, and not what the body is for.
  if (dative && scan.layer.words[at]?.classes.has("org.act")) return at;
  const and = profile.conjunction && profile.preposition === "" && profile.article;
  if (profile.org && !dative) return at;
  const further = ministry || behindDative(scan, at) || goesOn(scan, at, end, purposed);
  if (dative ? !forMore : !(and && further)) return at;
  if (profile.article) return profile.known.length > 0 && !profile.ordinary ? at : at + 1;
  // "لحقوق الإنسان": the bare word needs its own complement.
  const after = at + 1 < end && scan.isWord(at + 1) ? scan.profile(at + 1) : null;
  return profile.ordinary &&
    after?.article &&
    !after.conjunction &&
    after.preposition === "" &&
    !after.demonym
    ? at + 2
    : at;
}

/**
 * "للتدريب التقني والمهني", "للمواصفات والمقاييس والجودة": more that a body is for; "الدراسات والإعلام
 * الاقتصادي": two nouns that one adjective closes. Neither are people, bodies or places.
 */
function goesOn(scan: Scan, at: number, end: number, purposed: boolean): boolean {
  const { names } = scan.pack;
  if (!isAbstract(scan, at) || names.isSeveral(scan.form(at))) return false;
  if (!isAbstract(scan, at - 1)) return false;
  const alike = names.isRelational(scan.form(at)) === names.isRelational(scan.form(at - 1));
  if (purposed) return alike || !names.isRelational(scan.form(at));
  const next = at + 1;
  if (next >= end || !scan.isWord(next) || names.isRelational(scan.form(at))) return false;
  const { article, conjunction, preposition, demonym } = scan.profile(next);
  if (!article || conjunction || preposition !== "") return false;
  return demonym !== null || isAdjective(scan, next, scan.profile(next));
}

/** A definite noun or adjective that is no body, no place, nobody, and not several. */
function isAbstract(scan: Scan, at: number): boolean {
  const { article, ordinary, part, org, office, title, place, known, demonym, calling } =
    scan.profile(at);
  return (
    article &&
    ordinary &&
    part === null &&
    !(org || office || title || place || calling || demonym) &&
    known.length === 0 &&
    !scan.layer.words[at]?.classes.has("counted.person")
  );
}

function behindDative(scan: Scan, at: number): boolean {
  return scan.profile(at - 1).preposition === scan.pack.names.dative;
}
