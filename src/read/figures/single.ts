import { exactly } from "../../core/value.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { Clauses } from "./clause.js";
import type { HarmWord } from "./cue.js";
import { type Draft, draftOf, uncountedDraft } from "./draft.js";
import { modalityOf } from "./modality.js";
import { isIll, measureOfPersons } from "./take.js";
import { toldBeforeVerb } from "./told-before.js";
import {
  isWithoutObject,
  type Victim,
  victimAt,
  victimBehindCircumstance,
  victimBehindDefinite,
  victimBehindTime,
} from "./victim.js";
import { isDeath, isOfOneTold, subjectOfDeath, victimBefore } from "./victim-before.js";

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
    // «استشهاد» العريف أحمد
    if (/^[»”]$/.test(clauses.form(behind))) return readSingle(clauses, at, behind + 1, harm);
    const victim =
      victimAt(clauses, behind) ??
      (harm.measure === "killed" ? victimBehindDefinite(clauses, behind) : null) ??
      ordinalAt(clauses, behind) ??
      nationalAt(clauses, behind, harm) ??
      toldByNoun(clauses, behind, harm);
    if (victim && harm.voice === "either" && hasObjectByFor(clauses, victim.last)) return null;
    return victim && !isListed(clauses, victim.last) ? emitSingle(clauses, victim, harm, at) : null;
  }
  // يُحتجز tells a state, not that somebody was taken.
  if (harm.number !== "singular" || harm.present) return null;
  // واستشهد الكاتب قائلا: he cites.
  if (harm.unless === "cited" && isSaying(clauses, behind)) return null;
  const victim =
    pronounAt(clauses, behind, harm) ??
    victimAt(clauses, behind) ??
    victimBehindTime(clauses, behind) ??
    (isDeath(harm) ? victimBehindDefinite(clauses, behind) : null) ??
    victimBehindCircumstance(clauses, behind) ??
    (harm.voice === "subject" ? ordinalAt(clauses, behind) : null) ??
    (isDeath(harm) && !harm.needs
      ? toldByNoun(clauses, behind, { ...harm, personal: true })
      : null);
  if (victim) {
    if (isListed(clauses, victim.last)) return null;
    // نعت هند حسن: she mourns.
    if (harm.mourns && victim.first === behind) return null;
    const passive = harm.voice === "subject" || isWithoutObject(clauses, victim.last);
    return passive ? emitSingle(clauses, victim, harm, at) : null;
  }
  const object = harm.voice === "either" ? objectOf(clauses, behind, harm) : null;
  if (object) return emitSingle(clauses, object, harm, at);
  const before = victimBefore(clauses, at) ?? (isDeath(harm) ? subjectOfDeath(clauses, at) : null);
  if (before && (harm.voice === "subject" || isWithoutObject(clauses, behind)))
    return emitSingle(clauses, before, harm, at);
  const fallen = isDeath(harm) ? subjectOfFirst(clauses, at, behind, harm) : null;
  if (fallen) return fallen;
  if (isDeath(harm) && isOfOneTold(clauses, at, behind, harm))
    return emitSingle(clauses, { first: at, last: behind, counted: "persons" }, harm, at);
  // أسرة الرقيب سالم حسن في المحافظة، والذي استشهد: of one, whoever he is.
  // السنة التي مات: the verb does not agree with it, and a time does not die.
  const isHis = clauses.pronouns.isWhoToldOf(clauses.form(at - 1), false) && !harm.feminine;
  const isHers = clauses.pronouns.isWhoToldOf(clauses.form(at - 1), true) && harm.feminine;
  const isOfTime = clauses.role(at - 2)?.noun?.sort === "not";
  if (isDeath(harm) && (isHis || isHers) && !isOfTime && !isResumed(clauses, behind))
    return emitSingle(clauses, { first: at, last: behind, counted: "persons" }, harm, at);
  const told =
    pronounBefore(clauses, at, behind, harm) ?? toldBeforeVerb(clauses, at, behind, harm);
  return told ? emitSingle(clauses, told, harm, at) : null;
}

/** Tokens from a verb to the preposition that resumes what its relative clause is of. */
const RESUMED_WITHIN = 4;

/** اليوم الذي توفي فيه, الطريقة التي مات بها: the clause is of a day or a way, and not of who died. */
function isResumed(clauses: Clauses, from: number): boolean {
  for (let at = from; at < from + RESUMED_WITHIN && !clauses.isHardStop(at); at++) {
    if (clauses.isComma(at) || clauses.isVerb(at) || clauses.has(at, "clause")) return false;
    if (clauses.words.isResuming(clauses.form(at))) return true;
  }
  return false;
}

/** Tokens from a verb to "saying". */
const SAYING_REACH = 5;

const isSaying = (clauses: Clauses, from: number): boolean => {
  for (let at = from; at < from + SAYING_REACH && !clauses.isHardStop(at); at++)
    if (clauses.words.isSayingSo(clauses.form(at))) return true;
  return false;
};

/** Tokens from the subject of a first verb to the verb of his death. */
const FIRST_REACH = 10;

/** سقط عامل من السطح فلقي حتفه, سقطت طفلة في بئر وماتت: the one whom the verb before tells of. */
function subjectOfFirst(
  clauses: Clauses,
  at: number,
  behind: number,
  harm: HarmWord,
): Draft | null {
  if (harm.conjunction === "" || harm.number !== "singular" || harm.present) return null;
  if (!clauses.has(behind, "harm.fate") && !isWithoutObject(clauses, behind)) return null;
  for (let to = at - 1; to > at - FIRST_REACH && !clauses.isHardStop(to); to--) {
    if (clauses.isComma(to) || clauses.has(to, "that") || clauses.has(to, "clause")) return null;
    const quantity = clauses.quantityAt(to);
    if (!quantity) continue;
    const { sort, plain, definite } = quantity.value;
    if (sort !== "person" || clauses.isPrepositional(quantity)) continue;
    if (!plain || definite || !clauses.isFree(quantity) || !isTold(clauses, to)) return null;
    return clauses.add(
      draftOf(quantity, harm.measure, "figure.verb-after-singular", { last: at + 1 }),
    );
  }
  return null;
}

/** Right behind a verb, or with the ending of its object: دهس القطار شابا. */
const isTold = (clauses: Clauses, at: number): boolean =>
  clauses.isAnyVerb(at - 1) || clauses.isVerb(at - 1) || clauses.isAccusative(at);

/** اعتقال البغدادي لجميع المخططين: whom he arrested stands behind ل, so that he did it. */
function hasObjectByFor(clauses: Clauses, at: number): boolean {
  const { to } = clauses.joined;
  if (!clauses.form(at).startsWith(to)) return false;
  const role = clauses.role(at);
  if (clauses.form(at) === to || role?.flags.has("count.every")) return true;
  const noun = role?.noun;
  return noun?.preposition === to && noun.sort !== "not" && noun.sort !== "thing";
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
    // أوقفت السلطات المدعو عمر
    // اعتقلت القوات الأسير المحرر خالد حسن
    const isHeld = noun?.sort === "victim" && noun.measure === "arrested";
    if (at > behind && clauses.isCalling(at) && harm.feminine && !isHeld)
      return victimAt(clauses, at);
    const isOne = (noun?.sort === "person" || isHeld) && noun.number === "singular" && noun.article;
    if (at > behind && isOne && noun.preposition === "" && noun.conjunction === "") {
      const described = isHeld && clauses.shapes.isDefinite(clauses.form(at + 1)) ? 1 : 0;
      const name = clauses.personAt(at + 1) ?? clauses.personAt(at + 1 + described);
      return name && body ? { first: at, last: name.last, counted: noun.counted } : null;
    }
    // اعتقلت الشرطة خالد حسن: a man cannot be the subject of a feminine verb.
    const named = at > behind && harm.feminine && body ? clauses.personAt(at) : null;
    if (named && !clauses.isPreposition(at) && !clauses.form(at).startsWith(clauses.joined.and)) {
      return { first: at, last: named.last, counted: null };
    }
    const isBreak = clauses.isPreposition(at) || clauses.quantityAt(at) !== null;
    if (isBreak || role?.conjunction) return null;
  }
  return null;
}

/** Harms that befall persons, one by one. */
export function isPersonal({ measure, weak, things, otherwise }: HarmWord): boolean {
  if (things || weak) return false;
  // إسعاف الهلال الأحمر: who is treated, in no hospital, is told by a count alone.
  if (otherwise === "injured") return false;
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
  if (harm.voice !== "subject" || !clauses.words.pronouns.isHeOrShe(form)) return null;
  return { first: at, last: at + 1, counted: "persons" };
}

/** قالت إنه توفي فجرا, وأضافت أنه قتل في الغارة: the subject is the pronoun of أن, and no object follows. */
function pronounBefore(
  clauses: Clauses,
  at: number,
  behind: number,
  harm: HarmWord,
): Victim | null {
  const befalls =
    harm.measure === "killed" || (harm.measure === "injured" && harm.voice === "subject");
  if (!befalls || harm.needs || !clauses.has(at - 1, "that.pronoun")) return null;
  const isHer = clauses.words.pronouns.referentAtEnd(clauses.form(at - 1)) === "her";
  if (harm.feminine !== isHer || !(harm.voice === "subject" || isWithoutObject(clauses, behind)))
    return null;
  return { first: at - 1, last: at, counted: "persons" };
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
  const { bearsArticle, isDefinite, isNotOneMan } = clauses.shapes;
  const isJoinedDefinite = bearsArticle(form) && !isDefinite(form);
  if (!harm.personal || form.length < 3 || isJoinedDefinite) return null;
  // القبض على الفاعل: whoever is arrested is a person, and told before.
  const mayBeDefinite = harm.measure === "arrested" && !clauses.role(at)?.noun;
  if (isDefinite(form) && !mayBeDefinite) return null;
  if (isNotOneMan(form) || !(clauses.isUnknown(at) || isDefinite(form))) return null;
  return isWithoutObject(clauses, at + 1) ? { first: at, last: at + 1, counted: "persons" } : null;
}

/** استشهاد فلسطيني, مقتل سوري: one of a nation, where no noun follows that he could describe. */
function nationalAt(clauses: Clauses, at: number, harm: HarmWord): Victim | null {
  if (harm.measure !== "killed" && harm.measure !== "injured") return null;
  // إصابة روسية: the adjective of a feminine noun.
  const form = clauses.form(at);
  const of = clauses.shapes.relationalOf(form);
  const isOne = of === "one" || (of === "woman" && harm.personal);
  if (!isOne || clauses.shapes.isDefinite(form) || nationality(form) === null) return null;
  return isWithoutObject(clauses, at + 1) ? { first: at, last: at + 1, counted: "persons" } : null;
}

/** مقتل زيد وعمرو: a list of names counts nobody. */
function isListed(clauses: Clauses, at: number): boolean {
  return clauses.personAt(at) !== null && clauses.form(at).startsWith(clauses.joined.and);
}

/** Tokens from one who is struck to the illness. */
const ILLNESS_REACH = 5;

/** أصيب سالم (23 عاما) بالحصبة, إصابة سالم بنوع من السرطان: of an illness, told by ب behind him. */
function isOfIllness(clauses: Clauses, last: number): boolean {
  const from = clauses.behindBracket(last);
  if (!clauses.form(from).startsWith(clauses.joined.by)) return false;
  for (let at = from; at < from + ILLNESS_REACH && !clauses.isHardStop(at); at++) {
    if (clauses.isComma(at) || clauses.isVerb(at)) return false;
    if (clauses.has(at, "illness") || clauses.has(at, "illness.outbreak")) return true;
  }
  return false;
}

export function emitSingle(
  clauses: Clauses,
  victim: Victim,
  harm: HarmWord,
  at: number,
): Draft | null {
  const measure = measureOfPersons(harm);
  if (measure === "injured" && isOfIllness(clauses, victim.last)) return null;
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
