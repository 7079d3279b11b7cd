import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { isWithoutObject, type Victim } from "./victim.js";

/** Words of a subject that is no name. */
const MOST_WORDS = 4;
/** Tokens from إن to the verb of its subject, with a clause said of him between. */
const SUBJECT_REACH = 20;

/** A name, or a person told by a definite noun, ends right before the verb: الهلالي استشهد, المرأة التي اعتقلت. */
export function victimBefore(clauses: Clauses, at: number): Victim | null {
  let to = at - 1;
  while (clauses.has(to, "aspect") && to > at - 3) to--;
  const { pronouns } = clauses.words;
  const isRelative = pronouns.isWho(clauses.form(to));
  if (isRelative) to--;
  // زعيم التنظيم ناصر حسن، الذي قتل
  if (isRelative && clauses.isComma(to) && clauses.personEndingAt(to)) to--;
  // إن حقاني "توفي"
  if (!isRelative && /^["«“]$/.test(clauses.form(to)) && clauses.personEndingAt(to)) to--;
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
    // زوجته التي قتلت
    const isOwned = isRelative && noun?.kin === true && noun.enclitic !== "";
    const definite = noun?.article || isOwned || clauses.shapes.isDefinite(clauses.form(first));
    const isOne = noun?.sort === "person" && noun.number === "singular" && noun.unit === "persons";
    // الوزير الفترة التي أوقف فيها: the relative is of the noun that it agrees with.
    const isHers =
      pronouns.endsAsWoman(clauses.form(first)) || /women|daughters/.test(noun?.counted ?? "");
    if (
      isRelative &&
      isOne &&
      first < to &&
      isHers !== pronouns.isWhoOf(clauses.form(at - 1), true)
    )
      return null;
    if (noun && isOne && definite) {
      // للرجل الذي قتل: the relative makes a subject of what a preposition governs.
      if (noun.conjunction || (noun.preposition && !isRelative)) return null;
      return { first, last: to + 1, counted: noun.counted };
    }
    if (!clauses.shapes.isDefinite(clauses.form(first)) || clauses.isHardStop(first)) return null;
  }
  return null;
}

/** توفي, استشهد, لقي مصرعه: whoever it is said of is a person. */
export const isDeath = ({ measure, voice }: HarmWord): boolean =>
  measure === "killed" && voice === "subject";

/** Tokens behind a verb of dying in which whoever died may yet be told. */
const LATE_REACH = 8;

/** أصيب بجروح لكنه توفي, أطلق النار ثم انتحر, أنه توفي متأثرا بجراحه: one who was told before. */
export function isOfOneTold(clauses: Clauses, at: number, behind: number, harm: HarmWord): boolean {
  // سقط عامل من السطح فلقي حتفه: what follows befalls the one just told.
  const ends = clauses.has(behind, "harm.fate") || isWithoutObject(clauses, behind);
  const follows =
    harm.conjunction === clauses.joined.thus && harm.number === "singular" && !harm.present && ends;
  const isTold = clauses.words.takesUpOneTold(clauses.form(at - 1)) || follows;
  const isDying = clauses.words.isDyingOf(clauses.form(behind));
  if (!isTold && !isDying) return false;
  if (
    isDying &&
    clauses.isWord(at - 1) &&
    !clauses.form(at).startsWith(clauses.joined.and) &&
    !isTold
  )
    return false;
  for (let to = behind; to < behind + LATE_REACH && !clauses.isHardStop(to); to++) {
    // توفي متأثرا بجراحه عدد من المصابين: many, told behind.
    const noun = clauses.role(to)?.noun;
    const isMany = noun?.number === "plural" && noun.preposition === "" && noun.sort !== "thing";
    if (isMany || clauses.has(to, "tally") || clauses.quantityAt(to)?.value.form === "number")
      return false;
    if (clauses.isComma(to) || clauses.isVerb(to)) break;
  }
  return harm.enclitic === "";
}

/** وكان الهلالي استشهد, منفذ الهجوم لقي مصرعه: a definite subject that opens its clause. */
export function subjectOfDeath(clauses: Clauses, at: number): Victim | null {
  let last = at;
  while (clauses.has(last - 1, "aspect")) last--;
  const isRelative = clauses.has(last - 1, "relative");
  if (isRelative || !clauses.shapes.isDefinite(clauses.form(last - 1))) return null;
  for (let first = last - 1; first > last - MOST_WORDS; first--) {
    if (!clauses.isWord(first) || clauses.isPreposition(first) || clauses.isVerb(first))
      return null;
    const noun = clauses.role(first)?.noun;
    if (clauses.harm(first) || (noun && noun.number !== "singular")) return null;
    const opens = first === clauses.first || clauses.has(first - 1, "that");
    if (opens || clauses.words.isBeing(clauses.form(first - 1))) {
      return { first, last, counted: noun?.counted ?? null };
    }
  }
  return null;
}

/** إن خالد حسن أكبر تجار المدينة توفي: the name that إن puts first, with what is said of him. */
function subjectOfThat(clauses: Clauses, behind: number): { readonly first: number } | null {
  for (let to = behind; to > behind - SUBJECT_REACH; to--) {
    if (clauses.isHardStop(to)) return null;
    if (clauses.isVerb(to) || clauses.harm(to)) {
      if (isSubordinate(clauses, to)) continue;
      return null;
    }
    if (!clauses.has(to, "that") || clauses.has(to, "that.pronoun")) continue;
    const first = clauses.form(to + 1) === '"' ? to + 2 : to + 1;
    // إن الدكتور عصام حسن
    const name =
      clauses.personAt(first) ?? (clauses.isAddress(first) ? clauses.personAt(first + 1) : null);
    const isSubject =
      name !== null ||
      isOfNation(clauses, first) ||
      isDefinitePerson(clauses, first) ||
      // ان "سعد دوابشة توفي": a first name, and one that no list has.
      (clauses.isGivenName(first) && first < behind && behind <= first + 2);
    return isSubject ? { first } : null;
  }
  return null;
}

/** الذي كان يقود السيارة, حريق أضرمه مجهولون: the verb of a clause that describes a noun. */
function isSubordinate(clauses: Clauses, at: number): boolean {
  if (clauses.has(at - 1, "relative")) return true;
  if (clauses.has(at - 1, "aspect") || clauses.isBeing(at - 1))
    return clauses.has(at - 2, "relative");
  const enclitic = clauses.harm(at)?.enclitic ?? "";
  return enclitic !== "" || clauses.pronouns.endsInHisOrHer(clauses.form(at));
}

/** منفذ الهجوم, الشاب, رئيس البلدية: one person, told with the article or of something with it. */
function isDefinitePerson(clauses: Clauses, at: number): boolean {
  const noun = clauses.role(at)?.noun;
  if (noun?.sort !== "person" || noun.number !== "singular" || noun.unit !== "persons")
    return false;
  if (noun.preposition !== "" || noun.conjunction !== "") return false;
  const behind = clauses.cue(at)?.last ?? at + 1;
  const isOwned = noun.kin && noun.enclitic !== "";
  const { isDefinite } = clauses.shapes;
  return (
    noun.article || isOwned || isDefinite(clauses.form(at)) || isDefinite(clauses.form(behind))
  );
}

/** أن مغربيا في السابعة والعشرين من العمر توفي: one of a nation, in the case that أن gives. */
const isOfNation = (clauses: Clauses, at: number): boolean =>
  !clauses.role(at) &&
  clauses.shapes.relationalOf(clauses.form(at)) === "object" &&
  !clauses.shapes.isDefinite(clauses.form(at));
