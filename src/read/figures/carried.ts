import { exactly } from "../../core/value.js";
import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";
import { isRise } from "./rise.js";
import { measureOfPersons } from "./take.js";

/** Tokens from `عدد القتلى` to its number. */
const TALLY_REACH = 14;
/** The same, where a verb of rising before it waits for its "to": ارتفع عدد قتلى هجوم … إلى 135. */
const LONG_REACH = 30;
/** Tokens from عدد to the fate of those it counts: عدد المدنيين الذين قتلوا. */
const RELATIVE_REACH = 14;
/** Tokens from "not" to the hurt that were not. */
const DENIED_REACH = 4;
/** Tokens from prisoners to their strike behind them. */
const STRIKE_REACH = 8;

/** Counts whose noun says what befell them (12 قتيلا), and tallies (عدد القتلى إلى 12). */
export function readCarried(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
  carry: Carry,
): void {
  readCasualtyPairs(clauses);
  readBodies(clauses);
  for (const quantity of quantities) readCarriedCount(clauses, quantity, carry);
  readFallen(clauses);
  readTallies(clauses, carry);
  for (const quantity of quantities) readGraveCases(clauses, quantity);
}

/** حالتين متوسطتين, خمس حالات خطيرة: cases whose state is told are injured. */
function readGraveCases(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { value, last } = quantity;
  if (!value.medicalCase || value.plain || !clauses.isFree(quantity)) return;
  if (clauses.has(last - 1, "grave") || clauses.has(last, "grave")) {
    clauses.add(draftOf(quantity, "injured", "figure.grave-case"));
    return;
  }
  // وجود خمس حالات بالموقع: the dead and the hurt of an accident, not told apart.
  const found = clauses.has(quantity.first - 1, "harm.predicate");
  const complete = !clauses.isWord(last) || clauses.isPreposition(last);
  if (found && complete && value.form === "number") {
    clauses.add(draftOf(quantity, "casualties", "figure.cases-found"));
  }
}

function readCarriedCount(clauses: Clauses, quantity: QuantityAnnotation, carry: Carry): void {
  const { value } = quantity;
  if (value.sort !== "victim" || !value.measure || !clauses.isFree(quantity)) return;
  if (isUndone(clauses, quantity.first)) {
    clauses.spend(quantity);
    return;
  }
  // 6000 إصابة سنويا: so many a year.
  if (isRate(clauses, quantity.last)) return;
  if (value.form === "dual" && value.definite) return;
  // تعرض لإصابتين, أصيب بثلاث إصابات: wounds of one told before.
  const isWound = clauses.harm(value.group?.[0] ?? quantity.first)?.measure === "injured";
  const isGoverned = value.preposition === "ل" || value.preposition === "ب";
  if (isWound && isGoverned && !clauses.has(quantity.first - 1, "harm.leads")) {
    if (clauses.harm(quantity.first - 1)) return;
  }
  // إصابتي alone is "my injury"; as a dual it is completed (إصابتي حروق).
  if (
    value.form === "dual" &&
    /تي$/.test(clauses.form(quantity.last - 1)) &&
    clauses.harm(quantity.first)
  ) {
    return;
  }
  if (value.form === "one-of") return;
  if (value.plain && !isTold(clauses, quantity)) return;
  const behind = quantity.last;
  const isIll =
    value.measure === "injured" &&
    (carry.illness || [behind - 1, behind, behind + 1].some((at) => clauses.has(at, "illness")));
  const onStrike = value.measure === "arrested" && isOnStrike(clauses, quantity);
  const measure = isIll ? "other" : onStrike ? "crowd" : value.measure;
  const risen = isRise(clauses, quantity) ? { value: exactly(value.value.max ?? 0) } : {};
  clauses.add(draftOf(quantity, measure, `figure.carried-${value.form}`, risen));
}

/** بدأ 140 أسيرا إضرابا: prisoners told by what they do are no new arrests. */
function isOnStrike(clauses: Clauses, { last }: QuantityAnnotation): boolean {
  for (let to = clauses.first; to < last + STRIKE_REACH; to++) {
    if (clauses.has(to, "strike.hunger")) return true;
  }
  return false;
}

/** Released, buried, visited: the count is not of a new harm. */
function isUndone(clauses: Clauses, at: number): boolean {
  for (let to = at - 1; to >= at - 6 && !clauses.isHardStop(to); to--) {
    if (clauses.has(to, "harm.cancel")) return true;
    if (clauses.isVerb(to) || clauses.isComma(to)) return false;
  }
  return false;
}

/** سقوط قتيل, عثر على جثة, حالة وفاة: one victim told by a bare noun. */
function isTold(clauses: Clauses, quantity: QuantityAnnotation): boolean {
  const { value, first } = quantity;
  if (value.definite) return false;
  // جثة طالب: whose body it is says that he is dead.
  if (value.counted !== "persons" && clauses.role(first)?.noun?.body) return true;
  // بإصابة متوسطة tells how one already counted was hurt.
  if (clauses.harm(first) && clauses.has(first + 1, "grave")) {
    // لم تسجل حالات إصابة خطيرة.
    for (let at = first - 1; at >= first - DENIED_REACH && !clauses.isHardStop(at); at--) {
      if (clauses.has(at, "negation")) return false;
    }
    return value.preposition === "";
  }
  if (value.joined) {
    const before = clauses.draftBefore(first, (draft) => draft.quantity?.value.sort === "victim");
    if (before && before.last === first) return true;
  }
  if (opensHeadline(clauses, quantity)) return true;
  for (let at = first - 1; at >= first - 6; at--) {
    if (clauses.isHardStop(at)) return false;
    const near = at >= first - 3 && clauses.has(at, "harm.fall");
    const found = value.measure === "killed" && clauses.has(at, "harm.find");
    if (near || found) return !clauses.has(at - 1, "negation");
    if (clauses.isVerb(at) || clauses.harm(at)) return false;
  }
  return false;
}

/** قتيل وثلاثة جرحى في انفجار, شهيد برصاص الاحتلال: one victim opens the sentence. */
function opensHeadline(clauses: Clauses, { first, last, value }: QuantityAnnotation): boolean {
  const opens = first === clauses.first || clauses.isHardStop(first - 1);
  if (!opens || clauses.harm(first) || value.preposition !== "" || value.joined) return false;
  const next = clauses.role(last)?.noun;
  const isJoined = next?.sort === "victim" && next.conjunction === "و";
  const isCounted = clauses.quantityAt(last)?.value.sort === "victim";
  return isJoined || isCounted || clauses.isPreposition(last);
}

/** جثامين سبعة أشخاص: the dead are counted behind their bodies. */
function readBodies(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const noun = clauses.role(at)?.noun;
    if (!noun?.body || noun.article || noun.number !== "plural" || clauses.covering(at)) continue;
    const quantity = clauses.quantityAt(at + 1);
    if (!quantity || !clauses.isFree(quantity) || quantity.value.plain) continue;
    if (quantity.value.sort !== "person" && quantity.value.sort !== null) continue;
    clauses.add(draftOf(quantity, "killed", "figure.bodies", { first: at }));
  }
}

/** 20 بين قتيل وجريح. */
function readCasualtyPairs(clauses: Clauses): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    if (clauses.form(at) !== "بين" && clauses.form(at) !== "ما") continue;
    const from = clauses.form(at) === "ما" ? at + 1 : at;
    if (clauses.form(from) !== "بين") continue;
    const dead = clauses.role(from + 1)?.noun;
    const hurt = clauses.role(from + 2)?.noun;
    if (dead?.measure !== "killed" || hurt?.measure !== "injured" || hurt.conjunction !== "و") {
      continue;
    }
    for (let to = at - 1; to >= Math.max(clauses.first, at - 10); to--) {
      if (clauses.isHardStop(to)) break;
      const quantity = clauses.quantityAt(to);
      if (!quantity || quantity.last > at || quantity.value.plain) continue;
      if (quantity.value.sort === "thing" || quantity.value.sort === "not") continue;
      if (clauses.isFree(quantity)) {
        const last = from + 3;
        clauses.add(draftOf(quantity, "casualties", "figure.between-dead-and-wounded", { last }));
      }
      break;
    }
    for (const inner of [from + 1, from + 2]) {
      const quantity = clauses.quantityAt(inner);
      if (quantity) clauses.spend(quantity);
    }
  }
}

/** العشرات سقطوا قتلى, سقط ثلاثة جنود جرحى: the predicate tells what befell the subject. */
function readFallen(clauses: Clauses): void {
  for (const at of clauses.cued) {
    const noun = at > clauses.first ? clauses.role(at)?.noun : undefined;
    if (noun?.sort !== "victim" || !noun.measure || noun.article || clauses.quantityAt(at))
      continue;
    if (noun.number !== "plural" && noun.number !== null) continue;
    const second = clauses.role(at + 1)?.noun;
    const pair = second?.sort === "victim" && second.conjunction === "و" ? second.measure : null;
    const measure = pair && pair !== noun.measure ? "casualties" : noun.measure;
    const falls = (to: number): boolean => clauses.has(to, "harm.predicate");
    const isAfterVerb = falls(at - 1) || falls(at - 2);
    for (let to = at - 1; to >= Math.max(clauses.first, at - 9); to--) {
      if (clauses.isHardStop(to)) break;
      const quantity = clauses.quantityAt(to);
      if (!quantity) continue;
      const { sort, plain } = quantity.value;
      if (quantity.last > at || plain || sort === "thing" || sort === "not" || sort === "victim")
        break;
      const touches = quantity.last === at && falls(quantity.first - 1);
      const precedes = isAfterVerb && quantity.last >= at - 4;
      if ((touches || precedes) && clauses.isFree(quantity) && !clauses.isPrepositional(quantity)) {
        clauses.add(draftOf(quantity, measure, "figure.fallen", { last: at + 1 }));
      }
      break;
    }
  }
}

/** والمصابين 28, behind another tally: the number stands right behind the victims. */
function readTallyJoined(clauses: Clauses, from: number): void {
  for (let at = from; at < Math.min(clauses.last, from + 6); at++) {
    if (clauses.isHardStop(at)) return;
    const noun = clauses.role(at)?.noun;
    if (noun?.sort !== "victim" || !noun.measure || !noun.article) continue;
    if (noun.conjunction !== "و" || clauses.quantityAt(at)) continue;
    const next = clauses.has(at + 1, "preposition") ? at + 2 : at + 1;
    const quantity = clauses.quantityAt(next);
    if (!quantity || quantity.value.plain || !clauses.isFree(quantity)) return;
    if (quantity.value.sort !== null && quantity.value.sort !== "person") return;
    clauses.add(draftOf(quantity, noun.measure, "figure.tally-joined", { first: at }));
    return;
  }
}

/** عدد القتلى ارتفع إلى 12, حصيلة الضحايا 15. */
function readTallies(clauses: Clauses, carry: Carry): void {
  for (const at of clauses.cued) {
    if (!clauses.has(at, "tally")) continue;
    const noun = nounBehind(clauses, at) ?? relativeBehind(clauses, at) ?? toldBefore(clauses, at);
    if (!noun) continue;
    const to = countRisenTo(clauses, at, noun.last);
    if (to && isRate(clauses, to.last)) continue;
    if (to) {
      const counted = to.value.counted ?? noun.counted;
      const measure = carry.illness && noun.measure === "injured" ? "other" : noun.measure;
      clauses.add(draftOf(to, measure, "figure.tally", { counted }));
      readTallyJoined(clauses, to.last);
      continue;
    }
    for (let to = noun.last; to < Math.min(clauses.last, at + TALLY_REACH); to++) {
      if (clauses.isHardStop(to) && clauses.form(to) !== ":") break;
      if (clauses.has(to, "parts")) break;
      const first = clauses.quantityAt(to);
      if (!first) continue;
      const quantity = risenTo(clauses, first) ?? first;
      const { sort, plain, form } = quantity.value;
      if (plain || form === "dual" || form === "one-of") continue;
      if (sort === "not" || sort === "thing") continue;
      if (isRate(clauses, quantity.last)) break;
      if (clauses.isFree(quantity) && (sort === null || sort === "person")) {
        const measure = carry.illness && noun.measure === "injured" ? "other" : noun.measure;
        const counted = quantity.value.counted ?? noun.counted;
        clauses.add(draftOf(quantity, measure, "figure.tally", { counted }));
        readTallyJoined(clauses, quantity.last);
      }
      break;
    }
  }
}

/** ارتفع عدد قتلى هجوم … على مدينة … إلى 135: the count behind the "to" that the verb waits for. */
function countRisenTo(clauses: Clauses, at: number, from: number): QuantityAnnotation | null {
  const rises =
    [at - 1, at - 2].some((to) => clauses.has(to, "price.change")) ||
    clauses.has(from, "price.change");
  if (!rises) return null;
  for (let to = from; to < at + LONG_REACH && !clauses.isHardStop(to); to++) {
    if (clauses.has(to, "that") || clauses.has(to, "parts")) return null;
    if (clauses.form(to) !== "الي") continue;
    const quantity = clauses.quantityAt(to + 1);
    if (!quantity) continue;
    const { sort, form } = quantity.value;
    const counts = (sort === null || sort === "person") && (form === "number" || form === "vague");
    return counts && clauses.isFree(quantity) ? (risenTo(clauses, quantity) ?? quantity) : null;
  }
  return null;
}

/** عدد المدنيين الذين قتلوا, عدد الأشخاص الذين لقوا مصرعهم: a relative clause tells the fate. */
function relativeBehind(clauses: Clauses, at: number): ReturnType<typeof nounBehind> {
  let counted: string | null = null;
  for (let to = at + 1; to < at + RELATIVE_REACH && !clauses.isHardStop(to); to++) {
    const noun = clauses.role(to)?.noun;
    if (noun?.sort === "person" && noun.number !== "singular") counted ??= noun.counted;
    if (clauses.has(to, "tally") || clauses.has(to, "that")) return null;
    const harm = clauses.has(to, "relative") ? clauses.harm(to + 1) : null;
    if (!harm || harm.kind !== "verb" || harm.things || harm.enclitic !== "") continue;
    if (counted === null || harm.measure === "crowd" || harm.measure === "other") return null;
    const behind = clauses.cue(to + 1)?.last ?? to + 2;
    return { measure: measureOfPersons(harm), counted, last: behind };
  }
  return null;
}

/** ارتفع عدد القتلى من 12 إلى 20: the count it rose to. */
function risenTo(clauses: Clauses, from: QuantityAnnotation): QuantityAnnotation | null {
  if (clauses.form(from.first - 1) !== "من" || clauses.form(from.last) !== "الي") return null;
  return clauses.quantityAt(from.last + 1);
}

/** إن العدد الحقيقي 52: the number of those told before. */
function toldBefore(clauses: Clauses, at: number): ReturnType<typeof nounBehind> {
  if (!clauses.role(at)?.article) return null;
  const next = clauses.quantityAt(at + 1) ?? clauses.quantityAt(at + 2);
  if (!next || next.value.sort !== null || next.value.form !== "number") return null;
  const told = clauses.draftBefore(
    at,
    ({ unit, measure }) => unit === "persons" && measure !== "other",
  );
  return told && { measure: told.measure, counted: told.counted, last: at + 1 };
}

function nounBehind(
  clauses: Clauses,
  at: number,
): { measure: Draft["measure"]; counted: string | null; last: number } | null {
  for (let to = at + 1; to <= at + 3; to++) {
    const noun = clauses.role(to)?.noun;
    if (noun?.sort === "victim" && noun.measure && !clauses.quantityAt(to)) {
      const second = clauses.role(to + 1)?.noun;
      const pair = second?.sort === "victim" && second.conjunction === "و" && second.measure;
      const measure = pair && pair !== noun.measure ? "casualties" : noun.measure;
      return { measure, counted: null, last: pair ? to + 2 : to + 1 };
    }
    if (clauses.isHardStop(to) || clauses.isVerb(to)) return null;
  }
  return null;
}
