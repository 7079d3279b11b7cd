import { exactly } from "../../core/value.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, uncountedDraft } from "./draft.js";
import { modalityOf } from "./modality.js";
import { isIll, measureOfPersons } from "./take.js";

/** Tokens of titles and offices that stand before a name: المدعو, رئيس الوزراء السابق. */
const MOST_TITLES = 6;
const LONGEST_ADDRESS = 4;
/** Words of a subject that is no name. */
const MOST_WORDS = 4;
/** Tokens from إن to the verb of its subject. */
const SUBJECT_REACH = 12;

/** One victim who is not counted by a noun: `[first, last)`, and what he is called. */
export interface Victim {
  readonly first: number;
  readonly last: number;
  readonly counted: string | null;
}

/**
 * One victim told by name, by office or by a pronoun: توفي خالد حسن, القبض على المدعو ناصر,
 * اعتقال رئيسها, مقتله. Names joined by و make a list, which counts nobody.
 */
export function readSingle(
  clauses: Clauses,
  at: number,
  behind: number,
  harm: HarmWord,
): Draft | null {
  if (!isPersonal(harm) || harm.future || harm.open || isIll(clauses, behind, harm)) return null;
  if (harm.kind === "noun") {
    const victim =
      victimAt(clauses, behind) ??
      ordinalAt(clauses, behind) ??
      nationalAt(clauses, behind, harm) ??
      toldByNoun(clauses, behind, harm);
    if (victim && harm.voice === "either" && hasObjectByFor(clauses, victim.last)) return null;
    return victim && !isListed(clauses, victim.last) ? emitSingle(clauses, victim, harm, at) : null;
  }
  // يُحتجز tells a state, not that somebody was taken.
  if (harm.number !== "singular" || harm.present) return null;
  const victim =
    pronounAt(clauses, behind, harm) ??
    victimAt(clauses, behind) ??
    (harm.voice === "subject" ? ordinalAt(clauses, behind) : null);
  if (victim) {
    if (isListed(clauses, victim.last)) return null;
    const passive = harm.voice === "subject" || isWithoutObject(clauses, victim.last);
    return passive ? emitSingle(clauses, victim, harm, at) : null;
  }
  const object = harm.voice === "either" ? objectOf(clauses, behind, harm) : null;
  if (object) return emitSingle(clauses, object, harm, at);
  const before = victimBefore(clauses, at) ?? (isDeath(harm) ? subjectOfDeath(clauses, at) : null);
  if (!before || (harm.voice === "either" && !isWithoutObject(clauses, behind))) return null;
  return emitSingle(clauses, before, harm, at);
}

/** اعتقال البغدادي لجميع المخططين: whom he arrested stands behind ل, so that he did it. */
function hasObjectByFor(clauses: Clauses, at: number): boolean {
  if (!/^ل/.test(clauses.form(at))) return false;
  const role = clauses.role(at);
  if (clauses.form(at) === "ل" || role?.flags.has("count.every")) return true;
  const noun = role?.noun;
  return noun?.preposition === "ل" && noun.sort !== "not" && noun.sort !== "thing";
}

/** Tokens of an agent between a verb and its object. */
const LONGEST_AGENT = 6;

/**
 * اعتقلت قوات الأمن الشاب خالد حسن: behind a body that acts, a definite noun with a name is the object.
 * A feminine verb cannot have the man for its subject; a masculine one needs a known body before him.
 */
function objectOf(clauses: Clauses, behind: number, harm: HarmWord): Victim | null {
  let body = harm.feminine;
  for (let at = behind; at < behind + LONGEST_AGENT; at++) {
    if (!clauses.isWord(at) || clauses.isBoundary(at) || clauses.has(at, "clause")) return null;
    const role = clauses.role(at);
    if (role?.affiliation) body = true;
    const noun = role?.noun;
    const isOne = noun?.sort === "person" && noun.number === "singular" && noun.article;
    if (at > behind && isOne && noun.preposition === "" && noun.conjunction === "") {
      const name = clauses.personAt(at + 1);
      return name && body ? { first: at, last: name.last, counted: noun.counted } : null;
    }
    const isBreak = clauses.isPreposition(at) || clauses.quantityAt(at) !== null;
    if (isBreak || role?.conjunction) return null;
  }
  return null;
}

/** مقتله, إصابتها, اعتقاله: the pronoun stands for one person told before. */
export function readPossessed(clauses: Clauses, at: number, harm: HarmWord): Draft | null {
  // عن إصابته: the noun, though its letters are also a verb with an object.
  if (harm.kind !== "noun" && harm.measure !== "injured") return null;
  if (!isPersonal(harm) || harm.weak) return null;
  if (harm.enclitic !== "ه" && harm.enclitic !== "ها") return null;
  // أدى إلى مقتله, أفضى لقتله, أعلن عن وفاته tell it; مكان مقتله and منذ إصابته only speak of it.
  const before = clauses.form(at - 1);
  const led = harm.preposition === "ل" && clauses.isVerb(at - 1);
  const isHurt = harm.measure === "injured";
  if (isHurt && !isLedTo(clauses, at, harm)) return null;
  if ((harm.measure !== "killed" && !isHurt) || (before !== "الي" && before !== "عن" && !led))
    return null;
  // فقدانها جمالها: she has lost something, and not her life.
  if (harm.measure === "killed" && harm.needs && !clauses.isMet(at, harm.needs)) return null;
  const behind = clauses.cue(at)?.last ?? at + 1;
  if (clauses.quantityAt(behind) || clauses.personAt(behind)) return null;
  return emitSingle(clauses, { first: at, last: behind, counted: "persons" }, harm, at);
}

/** أسفر عن إصابته; in الإشارة إلى إصابته a noun only speaks of it, and an illness is no injury. */
function isLedTo(clauses: Clauses, at: number, harm: HarmWord): boolean {
  const behind = clauses.cue(at)?.last ?? at + 1;
  if (clauses.has(behind, "illness") || clauses.has(behind, "illness.outbreak")) return false;
  if (harm.needs && !clauses.isMet(at, harm.needs)) return false;
  return clauses.isVerb(at - 2) || clauses.has(at - 2, "harm.leads");
}

/** Harms that befall persons, one by one. */
function isPersonal({ measure, weak, things }: HarmWord): boolean {
  if (things || weak) return false;
  return (
    measure === "killed" ||
    measure === "injured" ||
    measure === "arrested" ||
    measure === "kidnapped" ||
    measure === "missing"
  );
}

/** أصيب هو بجروح. */
function pronounAt(clauses: Clauses, at: number, harm: HarmWord): Victim | null {
  const form = clauses.form(at);
  if (harm.voice !== "subject" || (form !== "هو" && form !== "هي")) return null;
  return { first: at, last: at + 1, counted: "persons" };
}

/** وإصابة رابع بجروح: one more, told by his number alone; in ثالث هجوم it counts what follows. */
function ordinalAt(clauses: Clauses, at: number): Victim | null {
  const isOne = clauses.isOrdinal(at) && !clauses.isPreposition(at);
  if (!isOne || clauses.quantityAt(at)) return null;
  // لقي ثالث حتفه
  if (!isWithoutObject(clauses, at + 1) && !clauses.has(at + 1, "harm.fate")) return null;
  return { first: at, last: at + 1, counted: "persons" };
}

/**
 * مقتل نحات في القصف: what befalls persons alone befell whoever the noun behind it tells, where its form
 * is no plural's.
 */
function toldByNoun(clauses: Clauses, at: number, harm: HarmWord): Victim | null {
  const form = clauses.form(at);
  if (!harm.personal || form.length < 3 || /^[وفبلك]?ال/.test(form)) return null;
  if (/(?:ين|ون|ات|اء|اه|ه|ي)$/.test(form) || !clauses.isUnknown(at)) return null;
  return isWithoutObject(clauses, at + 1) ? { first: at, last: at + 1, counted: "persons" } : null;
}

/** استشهاد فلسطيني, مقتل سوري: one of a nation, where no noun follows that he could describe. */
function nationalAt(clauses: Clauses, at: number, harm: HarmWord): Victim | null {
  if (harm.measure !== "killed" && harm.measure !== "injured") return null;
  // إصابة روسية: the adjective of a feminine noun.
  const form = clauses.form(at);
  if (!/^(?!ال).{2,}ي$/.test(form) || nationality(form) === null) return null;
  return isWithoutObject(clauses, at + 1) ? { first: at, last: at + 1, counted: "persons" } : null;
}

/** A name at the token, perhaps behind titles; or an office with its article or pronoun. */
export function victimAt(clauses: Clauses, at: number): Victim | null {
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
      counted ??= noun.counted;
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

/** Words of a name that no list of names has. */
const MOST_UNLISTED = 3;

/**
 * توفي سعد دوابشة, إصابة رودي نداي: right behind what befell him, a first name, or two words that no
 * lexicon has, are a name. Gives the token behind it.
 */
function unlistedName(clauses: Clauses, at: number): number | null {
  const isFirst = clauses.isGivenName(at) && !clauses.isPreposition(at);
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
  if (/^(?:ال|لل)/.test(form) || /(?:ها|هم|ه)$/.test(form)) return true;
  return /^ال/.test(clauses.form(at + 1));
}

/** A name, or a person told by a definite noun, ends right before the verb: الهلالي استشهد, المرأة التي اعتقلت. */
function victimBefore(clauses: Clauses, at: number): Victim | null {
  let to = at - 1;
  while (clauses.has(to, "aspect") && to > at - 3) to--;
  const isRelative = clauses.form(to) === "الذي" || clauses.form(to) === "التي";
  if (isRelative) to--;
  // علي حسن (34 عاما) الذي أصيب
  if (isRelative && clauses.form(to) === ")") {
    const open = [2, 3, 4].find((steps) => clauses.form(to - steps) === "(");
    if (open) to -= open + 1;
  }
  const far = isRelative ? null : subjectOfThat(clauses, to);
  // "رئيسها السابق، كريم ماسيموف، اعتقل": the name stands between two commas.
  const apposed = /^[،,]$/.test(clauses.form(to)) ? clauses.personEndingAt(to) : null;
  const between = apposed && /^[،,]$/.test(clauses.form(apposed.first - 1)) ? apposed : null;
  const name = clauses.personEndingAt(to + 1) ?? between ?? far;
  if (name) return { first: name.first, last: to + 1, counted: null };
  for (let first = to; first > to - 3; first--) {
    const noun = clauses.role(first)?.noun;
    const definite = noun?.article || /^ال/.test(clauses.form(first));
    const isOne = noun?.sort === "person" && noun.number === "singular" && noun.unit === "persons";
    if (noun && isOne && definite) {
      if (noun.conjunction || noun.preposition) return null;
      return { first, last: to + 1, counted: noun.counted };
    }
    if (!/^ال/.test(clauses.form(first)) || clauses.isHardStop(first)) return null;
  }
  return null;
}

/** توفي, استشهد, لقي مصرعه: whoever it is said of is a person. */
const isDeath = ({ measure, voice }: HarmWord): boolean =>
  measure === "killed" && voice === "subject";

/** وكان الهلالي استشهد, منفذ الهجوم لقي مصرعه: a definite subject that opens its clause. */
function subjectOfDeath(clauses: Clauses, at: number): Victim | null {
  let last = at;
  while (clauses.has(last - 1, "aspect")) last--;
  if (!/^ال.{3}/.test(clauses.form(last - 1))) return null;
  for (let first = last - 1; first > last - MOST_WORDS; first--) {
    if (!clauses.isWord(first) || clauses.isPreposition(first) || clauses.isVerb(first))
      return null;
    const noun = clauses.role(first)?.noun;
    if (clauses.harm(first) || (noun && noun.number !== "singular")) return null;
    const opens = first === clauses.first || clauses.has(first - 1, "that");
    if (opens || /^[وف]?كان$/.test(clauses.form(first - 1))) {
      return { first, last, counted: noun?.counted ?? null };
    }
  }
  return null;
}

/** إن خالد حسن أكبر تجار المدينة توفي: the name that إن puts first, with what is said of him. */
function subjectOfThat(clauses: Clauses, behind: number): { readonly first: number } | null {
  for (let to = behind; to > behind - SUBJECT_REACH; to--) {
    if (clauses.isHardStop(to) || clauses.isVerb(to) || clauses.harm(to)) return null;
    if (!clauses.has(to, "that")) continue;
    const isSubject = clauses.personAt(to + 1) !== null || isOfNation(clauses, to + 1);
    return isSubject ? { first: to + 1 } : null;
  }
  return null;
}

/** أن مغربيا في السابعة والعشرين من العمر توفي: one of a nation, in the case that أن gives. */
const isOfNation = (clauses: Clauses, at: number): boolean =>
  !clauses.role(at) && /^(?!ال).{2,}يا$/.test(clauses.form(at));

/** Behind the subject of a verb that may be active no object stands, so that the verb is passive. */
function isWithoutObject(clauses: Clauses, from: number): boolean {
  // أصابت أيضا بعض المارة: an adverb may stand before the object.
  let at = from;
  while (clauses.has(at, "adverb") && clauses.isWord(at + 1)) at++;
  if (at > from && clauses.has(at, "number.one-of")) return false;
  at = from;
  if (!clauses.isWord(at)) return clauses.form(at) !== '"' && clauses.form(at) !== "«";
  return (
    clauses.isPreposition(at) ||
    clauses.isVerb(at) ||
    clauses.has(at, "adverb") ||
    clauses.has(at, "clause") ||
    (clauses.role(at)?.conjunction ?? "") !== ""
  );
}

/** مقتل زيد وعمرو: a list of names counts nobody. */
function isListed(clauses: Clauses, at: number): boolean {
  return clauses.personAt(at) !== null && /^و/.test(clauses.form(at));
}

export function emitSingle(
  clauses: Clauses,
  victim: Victim,
  harm: HarmWord,
  at: number,
): Draft | null {
  const measure = measureOfPersons(harm);
  if (clauses.isTaken(victim.first, victim.last)) return null;
  return clauses.add(
    uncountedDraft(
      [Math.min(at, victim.first), Math.max(at + 1, victim.last)],
      measure,
      exactly(1),
      `figure.${harm.kind}-single`,
      {
        counted: victim.counted ?? "persons",
        group: victim.first === at ? null : [victim.first, victim.last],
        modality: modalityOf(clauses, at, harm),
      },
    ),
  );
}
