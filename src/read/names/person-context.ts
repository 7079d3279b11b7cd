import { Opening } from "./openings.js";
import { knownAt } from "./place.js";
import { isWeekday, type Scan } from "./scan.js";

/** Shorter words that no lexicon has are too often something else. */
export const SHORTEST_UNKNOWN = 3;

export const isCountry = (type: string): boolean => type === "country" || type === "capital";

/** نزار-باييف: a hyphen inside a name has no space around it. */
export function isHyphen(scan: Scan, at: number, limit: number, first: number): boolean {
  return (
    at > first &&
    at + 1 < limit &&
    (scan.form(at) === "-" || scan.form(at) === "–") &&
    !scan.token(at).spaced &&
    scan.isWord(at + 1) &&
    !scan.token(at + 1).spaced
  );
}

/** A common word under the article that is a family name here: by its shape, or by the lineage before it. */
export function isFamilyName(scan: Scan, at: number, lineage: boolean): boolean {
  const { adjective, status, title, office, calling, org, known } = scan.profile(at);
  if (adjective || status || title || office || calling || org || known.length > 0) return false;
  if (scan.entry(at, "org.adjective")) return false;
  // وفاة الملا عمر الأسبوع الماضي: when, and no house.
  if (scan.layer.words[at]?.classes.has("time.unit")) return false;
  return lineage || scan.pack.names.isFamilyShape(scan.form(at));
}

export function isClosedJoined(scan: Scan, at: number, limit: number): boolean {
  const word = scan.layer.words[at];
  const lightest = word?.readings[0];
  if (!lightest || lightest.article || (lightest.conjunction === "" && lightest.preposition === ""))
    return false;
  return isMarkedOff(scan, at, limit);
}

/** The last word before a mark, and no town that "in" is joined to: "جون بباريس،". */
export function isMarkedOff(scan: Scan, at: number, limit: number): boolean {
  if (at + 1 >= limit || scan.isWord(at + 1)) return false;
  if (scan.profile(at).stop) return false;
  const place = knownAt(scan, at, limit);
  return !place || place.spelling.skip === 0 || place.match.commonWord;
}

/** ساكي behind a foreign given name: a word only with "my" or "your" behind it, which news does not write. */
export function isSpoken(scan: Scan, at: number): boolean {
  const readings = scan.layer.words[at]?.readings ?? [];
  const { spoken } = scan.pack.events;
  return (
    readings.length > 0 &&
    readings.every(
      (one) => spoken.has(one.enclitic) && one.conjunction === "" && one.preposition === "",
    )
  );
}

/** Nothing that a noun before it could belong to. */
export function endsClause(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit) return true;
  // "بكين عام 2008": what is numbered is no name.
  if (!scan.isWord(at)) return scan.token(at).kind !== "number";
  const { conjunction, stop } = scan.profile(at);
  return conjunction || stop;
}

/** هيل, دين: a common word that may be the other half of a foreign name; no adverb in ة, no lone letters. */
export const isForeignShort = (scan: Scan, at: number): boolean =>
  scan.form(at).length >= SHORTEST_UNKNOWN && !scan.pack.names.isFeminineNoun(scan.form(at));

export function isPlainNoun(scan: Scan, at: number): boolean {
  const { ordinary, article, conjunction, preposition, time, unknown, direction } =
    scan.profile(at);
  if (!ordinary || article || conjunction || preposition !== "" || time || unknown) return false;
  if (direction) return false;
  const word = scan.layer.words[at];
  const readings = word?.readings ?? [];
  return (
    readings.length > 0 &&
    !word?.classes.has("closed") &&
    readings.every((one) => one.entry.pos !== "verb" && one.enclitic === "") &&
    scan.pack.names.mayEndName(scan.form(at))
  );
}

export function opensComplement(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { place, org, article, portfolio, part, family, ordinary, stop, conjunction, preposition } =
    scan.profile(at);
  // "صالح الذي", "مبارك والملك": a clause, and another noun.
  if (stop || conjunction || preposition !== "") return false;
  return (
    place !== null ||
    org !== null ||
    portfolio !== null ||
    (article && part === null && !family && ordinary)
  );
}

export function isInitial(scan: Scan, at: number): boolean {
  return scan.form(at).length === 1 && (scan.form(at + 1) === "." || scan.profile(at).unknown);
}

export function isLineage(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { part, partSpelling } = scan.profile(at);
  return (part === "filial" || part === "prefix" || part === "ordinal") && partSpelling?.skip === 0;
}

/** A word that may be a name though the lexicon does not list it as one. */
export function isNameLike(scan: Scan, at: number): boolean {
  if (!scan.isWord(at)) return false;
  const { part, partSpelling, unknown, stop, family } = scan.profile(at);
  if (stop) return false;
  if (family) return true;
  if (part === "tail" || part === "filial") return (partSpelling?.skip ?? 0) === 0;
  if (part === "given" || part === "surname" || part === "prefix")
    return (partSpelling?.skip ?? 0) === 0;
  return unknown && scan.form(at).length >= SHORTEST_UNKNOWN;
}

/** علي and على are one when folded, and so are others: between names, or before one, it is a name. */
export function isNameInContext(scan: Scan, at: number, limit: number, first: number): boolean {
  if (!scan.pack.names.isNameSpelling(written(scan, at))) return false;
  if (at > first && scan.isSpelledApart(scan.form(at))) return true;
  const next = at + 1 < limit && scan.isWord(at + 1) ? scan.profile(at + 1) : null;
  const named =
    next !== null &&
    (next.part === "filial" ||
      (next.part !== null && !next.stop) ||
      (next.unknown && !next.article) ||
      next.family ||
      (next.unlisted && next.article && scan.pack.names.isFamilyShape(scan.form(at + 1))));
  return at > first ? named || next === null || !next.article : named;
}

/** "محمد المصري الجنسية" and the like: the adjective is a nation after all. */
export function isNationContext(scan: Scan, at: number, limit: number): boolean {
  const next = at + 1;
  if (next >= limit || !scan.isWord(next)) return false;
  const { article, ordinary, stop, conjunction, preposition } = scan.profile(next);
  return article && ordinary && !stop && !conjunction && preposition === "";
}

/**
 * Behind what stands before names without being a title: "برئاسة جمال الناظري"; one of a nation, told by
 * its adjective ("للكيني كيبلاغات", "خسر الألماني نبيل"), but not "الجيش السوري صالح".
 */
export function isIntroduced(scan: Scan, at: number): boolean {
  const before = at > 0 ? scan.layer.words[at - 1] : undefined;
  if (before?.classes.has("name.by")) {
    const under = scan.pack.names.locative;
    return before.readings.some(
      ({ preposition, entry }) => preposition === under && entry.classes.includes("name.by"),
    );
  }
  if (at === 0 || !scan.mayOpen(at - 1, Opening.Nation) || scan.token(at).breaks > 0) return false;
  const { demonym, article, conjunction, preposition } = scan.profile(at - 1);
  if (!demonym?.country || !article || scan.pack.names.isSeveral(scan.form(at - 1))) return false;
  if (conjunction || preposition !== "" || at === 1 || !scan.isWord(at - 2)) return true;
  const noun = scan.profile(at - 2);
  if (noun.stop) return true;
  return (
    noun.ordinary &&
    !noun.article &&
    noun.part === null &&
    noun.known.length === 0 &&
    noun.place === null &&
    noun.org === null
  );
}

/** "ابن أخيه": a relative of somebody told before, and no father's name. */
export function isOwnKin(scan: Scan, at: number): boolean {
  const readings = scan.layer.words[at]?.readings ?? [];
  return readings.some(
    ({ enclitic, entry }) => enclitic !== "" && entry.classes.includes("counted.kin"),
  );
}

/** What follows عبد or أبو inside a lineage: a word that can be the other half of a name. */
export function isCompleted(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { stop, part, conjunction, preposition, time } = scan.profile(at);
  return part !== null || !(stop || conjunction || time || preposition !== "");
}

/** أبي is Ubayy, too, and Abe; before another name it is "father of": "بن أبي طالب". */
export function isFatherOf(scan: Scan, at: number, limit: number): boolean {
  if (scan.profile(at).part !== "given" || !scan.layer.words[at]?.classes.has("name.prefix"))
    return false;
  if (at + 1 >= limit || !scan.isWord(at + 1)) return false;
  const { part, partSpelling } = scan.profile(at + 1);
  return (part === "given" || part === "surname") && partSpelling?.skip === 0;
}

/** "الهاشمي القرشي": behind a lineage house and tribe both may stand. */
export function isSecondFamily(scan: Scan, at: number, limit: number, lineage: boolean): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { part, article, demonym, ordinary, family } = scan.profile(at);
  if (!article || demonym) return false;
  // "صباح الأحمد الصباح": two of them, made of given names.
  if (!lineage) {
    const before = scan.profile(at - 1);
    return family && (before.family || before.part === "surname") && !isWeekday(scan, at);
  }
  return (
    part === "surname" || family || (!ordinary && scan.pack.names.isFamilyShape(scan.form(at)))
  );
}

/** ولد between two names: "سعيد ولد محمد". */
export const isPatronymic = (scan: Scan, at: number, limit: number): boolean =>
  at < limit &&
  scan.isWord(at) &&
  scan.profile(at).part === "patronym" &&
  isPatron(scan, at + 1, limit);

/** What follows ولد between two names: a name, or an unknown word under the article. */
function isPatron(scan: Scan, at: number, limit: number): boolean {
  if (at >= limit || !scan.isWord(at)) return false;
  const { part, partSpelling, stop, article, unlisted } = scan.profile(at);
  if (stop) return scan.pack.names.isNameSpelling(written(scan, at)) && part === "given";
  return part !== null ? (partSpelling?.skip ?? 0) === 0 : article && unlisted;
}

/** ويلكس behind a foreign given name: its و is no "and". */
export function isForeignSurname(scan: Scan, at: number): boolean {
  const { unknown, known } = scan.profile(at);
  return (
    unknown &&
    known.every((one) => one.skip === 0) &&
    scan.pack.names.mayBeginSurname(scan.form(at))
  );
}

/** "قال رمضان إن …", "وأضاف بلازي أن …": one word between a verb of saying and what was said. */
export function isQuotedAlone(scan: Scan, at: number, limit: number): boolean {
  if (at === 0 || scan.token(at).breaks > 0) return false;
  const verb = scan.layer.words[at - 1];
  if (!verb || !(verb.classes.has("speech.verb") || verb.classes.has("speech.continue")))
    return false;
  // A feminine verb has a body for its subject, or a woman, who is mostly told by more than a word.
  if (!verb.readings.some((one) => one.tense === "past" && one.gender !== "feminine")) return false;
  if (at + 1 >= limit) return false;
  const next = scan.layer.words[at + 1];
  if (!scan.isWord(at + 1)) return scan.form(at + 1) === ":" || scan.isOpening(at + 1);
  return next?.classes.has("that") === true || next?.classes.has("prep.to") === true;
}

/** طالب, شهد, هاجر are verbs where somebody known by one name follows. */
export function isVerbOf(scan: Scan, at: number, limit: number): boolean {
  if (at + 1 >= limit || !scan.isWord(at + 1) || !scan.profile(at).ordinary) return false;
  const verb = scan.layer.words[at]?.readings.some(({ entry }) => entry.pos === "verb") === true;
  return verb && scan.profile(at + 1).famous;
}

/** Written as the name and not as the word that folds to the same letters: إمام, not أمام. */
export function isNameWritten(scan: Scan, at: number): boolean {
  const { stop, ordinary } = scan.profile(at);
  // موسى is spelled as على is, and is no other word.
  return (!stop && !ordinary) || scan.pack.names.isNameSpelling(written(scan, at));
}

/** As `isNameLike`, but an unknown word under the article must have the shape of a family name: عيد الفصح is none. */
export function isSureName(scan: Scan, at: number): boolean {
  if (!isNameLike(scan, at)) return false;
  const { article, part, family } = scan.profile(at);
  return !article || part !== null || family || scan.pack.names.isFamilyShape(scan.form(at));
}

/** Joined to the name before it by nothing: a surname as it stands. */
export function isSurname(scan: Scan, at: number): boolean {
  if (!scan.isWord(at) || scan.token(at).breaks > 0) return false;
  const { part, partSpelling } = scan.profile(at);
  return part === "surname" && (partSpelling?.skip ?? 0) === 0;
}

/** "أدينسون كافاني": one unknown word of foreign shape directly before a name that is sure. */
export function isForeignFirst(scan: Scan, first: number, at: number): boolean {
  if (at !== first + 1 || scan.token(at).breaks > 0) return false;
  const { unknown, article, known } = scan.profile(first);
  return (
    unknown && !article && known.length === 0 && scan.pack.names.mayBeForeign(scan.form(first))
  );
}

function written(scan: Scan, at: number): string {
  const { start, end } = scan.token(at);
  return scan.layer.text.slice(start, end);
}

/** A word no lexicon knows, written apart from what stands before it. */
export function isUnlisted(scan: Scan, at: number, limit: number): boolean {
  return at < limit && scan.isWord(at) && scan.profile(at).unknown && isNameLike(scan, at);
}

/** "العطا الله", "العبد الله": houses are called so after "gift of" or "servant of God", the first under the article. */
export function isHouseOfTwo(scan: Scan, at: number, limit: number): boolean {
  if (at + 1 >= limit || !scan.isWord(at + 1)) return false;
  if (!scan.form(at).startsWith(scan.pack.names.article)) return false;
  const { classes } = scan.layer.words[at + 1] ?? { classes: new Set<string>() };
  return classes.has("name.tail") && classes.has("deity");
}

/** What stands in front of a month or a weekday, and of no man. */
const OF_TIME = ["preposition", "time.unit", "time.day"] as const;

/**
 * "رمضان الحارثي", "خميس بن سالم": a man called after a month or a day, where a family name or his father's stands behind
 * and nothing in front tells a time.
 */
export function isOfMonth(scan: Scan, at: number, limit: number): boolean {
  if (scan.profile(at).part !== "given" || at + 1 >= limit || !scan.isWord(at + 1)) return false;
  const { words, tokens } = scan.layer;
  const before = words[at - 1];
  if (tokens[at - 1]?.kind === "number" || OF_TIME.some((name) => before?.classes.has(name)))
    return false;
  if (isPatronymic(scan, at + 1, limit)) return true;
  const { article, ordinary, time } = scan.profile(at + 1);
  return article && !ordinary && !time && scan.pack.names.isFamilyShape(scan.form(at + 1));
}
