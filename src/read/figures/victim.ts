import type { Clauses } from "./clause.js";

/** Tokens of titles and offices that stand before a name: المدعو, رئيس الوزراء السابق. */
const MOST_TITLES = 6;
const LONGEST_ADDRESS = 4;

/** One victim who is not counted by a noun: `[first, last)`, and what he is called. */
export interface Victim {
  readonly first: number;
  readonly last: number;
  readonly counted: string | null;
}

/** A name at the token, perhaps behind titles; or an office with its article or pronoun. */
export function victimAt(clauses: Clauses, at: number): Victim | null {
  // قتل الخميس أيضا: a weekday in front of what is no name.
  if (clauses.has(at, "adverb") && clauses.has(at + 1, "adverb")) return null;
  let counted: string | null = null;
  let told: Victim | null = null;
  for (let to = at; to < at + MOST_TITLES; to++) {
    const name = clauses.personAt(to);
    if (name) {
      if (name.role && !told && !counted) return { first: at, last: name.last, counted: null };
      return { first: at, last: name.last, counted };
    }
    const unlisted = to === at || told || counted ? unlistedName(clauses, to) : null;
    if (unlisted) return { first: at, last: unlisted, counted };
    const form = clauses.form(to);
    if ((to > at || form === "/") && (form === "/" || form === '"' || form === "«" || form === "“"))
      continue;
    if (!clauses.isWord(to) || clauses.isPreposition(to) || clauses.isBoundary(to)) break;
    const role = clauses.role(to);
    if (role?.conjunction || role?.flags.has("clause") || role?.flags.has("adverb")) break;
    const noun = role?.noun;
    if (noun?.sort === "person" && noun.number === "singular") {
      // الشيخ علي: before a name it is a title.
      if (noun.counted !== "elders" || !clauses.personAt(to + 1)) counted ??= noun.counted;
      if (to === at && noun.article) told = { first: at, last: to + 1, counted };
    } else if (noun) break;
    const isOffice = clauses.isOffice(to) && (noun?.number ?? "singular") === "singular";
    if (clauses.isCalling(to)) told ??= { first: at, last: to + 1, counted: counted ?? "persons" };
    if (isOffice && to === at && isDefinite(clauses, to)) {
      told ??= { first: at, last: to + 1, counted: noun?.counted ?? "officials" };
    }
    // إصابة السلوفاكي رودي لوكاس: his nation, or a first name that no list has.
    if (!role && clauses.personAt(to + 1) && clauses.isUnknown(to)) continue;
    if (!noun && !isOffice && !clauses.isAddress(to) && !counted && !told) break;
    if (to - at >= LONGEST_ADDRESS) break;
  }
  return told;
}

/** Words with the article that tell what somebody is, in front of his name. */
const MOST_DEFINITE = 5;

/**
 * توفي العالم اللغوي سالم حسن, وفاة العاهل المغربي خالد الثاني: of words that no list has a person, with the article and
 * a name behind them, where the harm befalls persons alone.
 */
export function victimBehindDefinite(clauses: Clauses, at: number): Victim | null {
  for (let to = at; to < at + MOST_DEFINITE && clauses.isWord(to); to++) {
    if (to > at && clauses.personAt(to)) {
      const last = clauses.personAt(to)?.last ?? to + 1;
      return { first: at, last, counted: null };
    }
    const role = clauses.role(to);
    const isPlain = clauses.shapes.isDefinite(clauses.form(to)) && !clauses.isVerb(to);
    const isOther =
      role?.noun?.number === "plural" || role?.noun?.number === "dual" || role?.affiliation;
    if (!isPlain || isOther || role?.conjunction || role?.flags.has("relative")) return null;
  }
  return null;
}

/** Tokens of a time between a verb and its subject. */
const LONGEST_TIME = 9;

/** توفي فجر أمس الشيخ سالم, قتل، الاثنين 23 يوليو، الشاب علي: who stands behind when it was. */
export function victimBehindTime(clauses: Clauses, at: number): Victim | null {
  const aside = clauses.isComma(at);
  const from = aside ? at + 1 : at;
  if (!isTimeOrFate(clauses, from)) return null;
  let to = from;
  while (to < from + LONGEST_TIME && isOfTime(clauses, to)) to = clauses.cue(to)?.last ?? to + 1;
  if (aside && !clauses.isComma(to)) return null;
  return victimAt(clauses, aside ? to + 1 : to);
}

/** أمس; in لقي حتفه الشاب علي what completes the verb stands there too. */
const isTimeOrFate = (clauses: Clauses, at: number): boolean =>
  clauses.has(at, "adverb") || clauses.has(at, "harm.mercy") || clauses.has(at, "harm.fate");

/** أول من أمس, الاثنين (3 مايو): a word of a time, or a number or a bracket in one. */
function isOfTime(clauses: Clauses, at: number): boolean {
  if (isTimeOrFate(clauses, at) || clauses.has(at, "month")) return true;
  const form = clauses.form(at);
  return (
    /^(?:\d{1,4}|[()/])$/u.test(form) ||
    clauses.words.isExalted(form) ||
    (clauses.particles.isOf(form) && clauses.has(at + 1, "adverb"))
  );
}

/** Tokens of a circumstance between a verb and its subject. */
const LONGEST_CIRCUMSTANCE = 5;

/**
 * قتل في الغارة القيادي أحمد العلي, أصيب على إثرها الشاب سالم: behind a preposition and a definite noun, or "that",
 * which no name can go on with. قتل في منطقة الشيخ سالم is a place.
 */
export function victimBehindCircumstance(clauses: Clauses, at: number): Victim | null {
  if (!clauses.isPreposition(at)) return null;
  for (let to = at + 1; to <= at + LONGEST_CIRCUMSTANCE; to++) {
    if (!clauses.isWord(to) || clauses.isVerb(to) || clauses.has(to, "that")) return null;
    if (clauses.quantityAt(to)?.value.plain === false || clauses.has(to, "clause")) return null;
    if (!clauses.words.closesName(clauses.form(to - 1))) continue;
    const victim = victimAt(clauses, to);
    if (victim && isNamed(clauses, victim)) return victim;
  }
  return null;
}

/** A name of his own behind what he is: no definite noun alone. */
function isNamed(clauses: Clauses, { first, last }: Victim): boolean {
  if (last === first + 1) return false;
  for (let at = first; at < last; at++) if (clauses.personAt(at)) return true;
  return false;
}

/** Words of a name that no list of names has. */
const MOST_UNLISTED = 3;

/**
 * توفي سعد دوابشة, إصابة رودي نداي: right behind what befell him, a first name, or two words that no
 * lexicon has, are a name. Gives the token behind it.
 */
function unlistedName(clauses: Clauses, at: number): number | null {
  // قتل عطية بن حسن: before "son of" stands a name, whatever else the word may be.
  const isFirst =
    (clauses.isGivenName(at) || clauses.words.isSonOf(clauses.form(at + 1))) &&
    !clauses.isPreposition(at);
  const isBare = (to: number): boolean =>
    clauses.isUnknown(to) && !isDefinite(clauses, to) && clauses.form(to).length > 2;
  if (!isFirst && !(isBare(at) && isBare(at + 1))) return null;
  if (clauses.personAt(at + 1) || clauses.personAt(at + 2)) return null;
  const role = clauses.role(at);
  if (role && (role.noun || role.harm || role.affiliation || role.conjunction)) return null;
  let last = at + 1;
  while (last < at + MOST_UNLISTED && clauses.isNameLike(last)) last++;
  const isClosed = isWithoutObject(clauses, last);
  // فقدان كامل للنظر: many first names are adjectives too.
  if (last === at + 1) return isClosed && !clauses.isPreposition(last) ? last : null;
  return isClosed || isFirst ? last : null;
}

/** الرئيس, رئيسها, رئيس الوزراء. */
function isDefinite(clauses: Clauses, at: number): boolean {
  const form = clauses.form(at);
  if (clauses.shapes.bearsArticle(form) || clauses.pronouns.endsInPronoun(form)) return true;
  return clauses.shapes.isDefinite(clauses.form(at + 1));
}

/** Behind the subject of a verb that may be active no object stands, so that the verb is passive. */
export function isWithoutObject(clauses: Clauses, from: number): boolean {
  // أصابت أيضا بعض المارة: an adverb may stand before the object.
  let at = from;
  while (clauses.has(at, "adverb") && clauses.isWord(at + 1)) at++;
  if (at > from && clauses.has(at, "number.one-of")) return false;
  at = from;
  if (!clauses.isWord(at)) return clauses.form(at) !== '"' && clauses.form(at) !== "«";
  return (
    clauses.isPreposition(at) ||
    clauses.isVerb(at) ||
    // الرضيع الذي قتل حرقا: how, and not whom.
    clauses.words.isManner(clauses.form(at)) ||
    clauses.words.opensTime(clauses.form(at)) ||
    // المرأة التي اعتقلت تبلغ من العمر
    clauses.has(at, "tally.reaches") ||
    clauses.has(at, "adverb") ||
    clauses.has(at, "clause") ||
    (clauses.role(at)?.conjunction ?? "") !== ""
  );
}
