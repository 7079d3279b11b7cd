import type { Measure } from "../../core/contract.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { modalityBefore } from "./modality.js";
import { isWithoutObject, type Victim } from "./victim.js";
import { isDeath } from "./victim-before.js";

/** Tokens from one person to the pronoun that points back. */
const POINTS_BACK = 45;

/**
 * نقل السائق إلى المستشفى وتوفي هناك, عثر على الفتاة حيث قتلت: one whom the sentence has told before, where
 * behind the verb stands no subject. Not where a death is told in it already: it may be the same.
 */
export function toldBeforeVerb(
  clauses: Clauses,
  at: number,
  behind: number,
  harm: HarmWord,
): Victim | null {
  if (harm.weak || harm.mourns || harm.present || harm.things || !BEFALLS.has(harm.measure))
    return null;
  if (clauses.words.opensNoNews(clauses.form(at - 1)) || clauses.has(at - 1, "modal.if"))
    return null;
  // الكرة ماتت في مصر: of more than persons.
  if (clauses.words.isDyingOfAnything(clauses.form(at))) return null;
  const completed = clauses.has(behind, "harm.fate");
  if (harm.measure === "injured") {
    if (harm.voice !== "subject" || !clauses.words.isWound(clauses.form(behind))) return null;
  } else {
    if (!completed && !isWithoutObject(clauses, behind)) return null;
    if (!isDeath(harm) && !isPassiveClause(clauses, at, behind, harm.feminine)) return null;
  }
  // استشهد بقول الشاعر: he cites.
  if (harm.unless === "cited" && clauses.form(behind).startsWith(clauses.joined.by)) return null;
  if (hasSubjectBehind(clauses, completed ? behind + 1 : behind)) return null;
  const one = onePersonBefore(clauses, at, harm.feminine, harm.measure);
  return one === null ? null : { first: at, last: behind, counted: one };
}

const BEFALLS: ReadonlySet<Measure> = new Set(["killed", "injured", "arrested", "kidnapped"]);

/**
 * الذي قتل في مارس, حيث قتل أثناء المواجهات, كان قد قتل هناك: a verb that may be active, or a noun, where only a
 * verb can stand and no object does.
 */
function isPassiveClause(clauses: Clauses, at: number, behind: number, feminine: boolean): boolean {
  const { pronouns } = clauses.words;
  const before = clauses.form(at - 1);
  // الفترة التي أوقف فيها: the relative agrees with a time, and not with him.
  const isHis =
    pronouns.isWhoOf(before, feminine) && !clauses.particles.isInIt(clauses.form(behind));
  const opens = isHis || clauses.has(at - 1, "aspect") || clauses.particles.isWhere(before);
  if (!opens || clauses.role(behind)?.hedgeBefore) return false;
  return clauses.isPreposition(behind) || clauses.has(behind, "adverb");
}

/** Tokens behind a verb in which its subject may yet stand. */
const SUBJECT_REACH = 9;

/** توفي في المستشفى عدد من الجرحى, قتل في الهجوم شرطي: who died is told behind the circumstance. */
function hasSubjectBehind(clauses: Clauses, from: number): boolean {
  for (let at = from; at < from + SUBJECT_REACH && !clauses.isHardStop(at); at++) {
    if (clauses.isComma(at) || clauses.isVerb(at) || clauses.has(at, "clause")) return false;
    if (clauses.isPreposition(at) || clauses.isPreposition(at - 1)) continue;
    const noun = clauses.role(at)?.noun;
    if ((noun?.sort === "person" || noun?.sort === "victim") && !noun.preposition) return true;
    if (clauses.has(at, "tally") || clauses.quantityAt(at)?.value.sort === "person") return true;
    if (clauses.personAt(at)) return true;
  }
  return false;
}

/**
 * How a person told before the token in its sentence is counted; null where none is told of that gender, or
 * where the same harm is told of one already, there or in a sentence before: it may be the same.
 */
function onePersonBefore(
  clauses: Clauses,
  at: number,
  feminine: boolean,
  measure: Measure,
): string | null {
  if (clauses.toldOfOne.has(measure)) return null;
  if (clauses.drafts.some((draft) => draft.measure === measure && draft.first < at)) return null;
  for (let to = at - 1; to >= Math.max(clauses.first, at - POINTS_BACK); to--) {
    const noun = clauses.role(to)?.noun;
    if (noun?.sort === "person" && noun.unit === "persons" && noun.number === "singular") {
      const isWoman =
        /women|daughters|mothers|wives/u.test(noun.counted) ||
        clauses.words.pronouns.endsAsWoman(clauses.form(to));
      // بينهم امرأة لقيت حتفها: one of those whose fate is told.
      if (clauses.has(to - 1, "parts")) return null;
      // انتشلت جثة شاب لقي حتفه: his body is told.
      if (clauses.role(to - 1)?.noun?.body) return null;
      if (isWoman === feminine && !(noun.kin && noun.enclitic !== "")) return noun.counted;
    }
    if (clauses.personEndingAt(to + 1)) return "persons";
  }
  return null;
}

/**
 * بعد مقتله, تم اعتقالها, منذ اختطافه: the pronoun of one whom the sentence has told, and of whom it tells the
 * same nowhere else.
 */
export function toldBeforeNoun(clauses: Clauses, at: number, harm: HarmWord): string | null {
  if (harm.kind !== "noun" || !HELD_OR_DEAD.has(harm.measure)) return null;
  if (harm.conjunction !== "" || !clauses.words.tellsAsDone(clauses.form(at - 1))) return null;
  if (clauses.has(at - 2, "negation") || modalityBefore(clauses, at) !== "asserted") return null;
  // قبل موته is mostly said of no death; إيقافه عن الدراسة and احتجازه بين الحديد are no arrest.
  if (clauses.words.isDeathOfAll(clauses.form(at))) return null;
  if (clauses.words.opensNoArrest(clauses.form(at + 1))) return null;
  const { isBetween, isOf } = clauses.particles;
  if (isOf(clauses.form(at + 1)) && isBetween(clauses.form(at + 2))) return null;
  const isHer = clauses.words.pronouns.referentOf(harm.enclitic) === "her";
  return onePersonBefore(clauses, at, isHer, harm.measure);
}

const HELD_OR_DEAD: ReadonlySet<Measure> = new Set(["killed", "arrested", "kidnapped"]);
