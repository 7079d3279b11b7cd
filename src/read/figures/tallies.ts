import { atLeast, exactly } from "../../core/value.js";
import type { Carry } from "./carry.js";
import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";
import { readRuined, readRuinedTally } from "./ruined.js";
import { fulfil } from "./sense.js";
import { measureOfPersons } from "./take.js";

/** Tokens from `عدد القتلى` to its number. */
const TALLY_REACH = 14;
/** The same, where a verb of rising before it waits for its "to": ارتفع عدد قتلى هجوم … إلى 135. */
const LONG_REACH = 30;
/** Tokens from عدد to the fate of those it counts: عدد المدنيين الذين قتلوا. */
const RELATIVE_REACH = 14;

/** والمصابين 28, behind another tally: the number stands right behind the victims. */
function readTallyJoined(clauses: Clauses, from: number): void {
  for (let at = from; at < Math.min(clauses.last, from + 6); at++) {
    if (clauses.isHardStop(at)) return;
    const noun = clauses.role(at)?.noun;
    if (readRuinedTally(clauses, at)) return;
    if (noun?.sort !== "victim" || !noun.measure || !noun.article) continue;
    if (noun.conjunction !== clauses.joined.and || clauses.quantityAt(at)) continue;
    const next = clauses.has(at + 1, "preposition") ? at + 2 : at + 1;
    const quantity = clauses.quantityAt(next);
    if (!quantity || quantity.value.plain || !clauses.isFree(quantity)) return;
    if (quantity.value.sort !== null && quantity.value.sort !== "person") return;
    clauses.add(draftOf(quantity, noun.measure, "figure.tally-joined", { first: at }));
    readTallyJoined(clauses, quantity.last);
    return;
  }
}

/** Tokens from a verb of exceeding over its tally to the count. */
const EXCEEDED_REACH = 14;

/** تجاوز عدد القتلى 300, تخطت الحصيلة 900 قتيل: more than the count behind it. */
export function isExceeded(clauses: Clauses, { first, value }: QuantityAnnotation): boolean {
  if (value.value.hedge !== "exact" || clauses.particles.isTo(clauses.form(first - 1)))
    return false;
  for (let at = first - 1; at > first - EXCEEDED_REACH && !clauses.isHardStop(at); at--) {
    if (clauses.has(at, "tally.exceeds")) return clauses.has(at + 1, "tally");
    if (clauses.quantityAt(at) || clauses.isComma(at)) return false;
  }
  return false;
}

/** عدد القتلى يصل إلى 55: of a tally the verb tells what it is, and no bound. */
export function isReachedBy(clauses: Clauses, { first, value }: QuantityAnnotation): boolean {
  if (value.value.min !== 0 || !clauses.words.isReaching(clauses.form(first))) return false;
  for (let at = first - 1; at > first - TALLY_REACH && !clauses.isHardStop(at); at--)
    if (clauses.has(at, "tally")) return true;
  return false;
}

/** عدد القتلى ارتفع إلى 12, حصيلة الضحايا 15. */
export function readTallies(clauses: Clauses, carry: Carry): void {
  for (const at of clauses.cued) {
    if (!clauses.has(at, "tally")) {
      readVictimTally(clauses, carry, at);
      continue;
    }
    if (readRuined(clauses, at)) continue;
    if (readRisenBefore(clauses, at)) continue;
    const noun =
      nounBehind(clauses, at) ?? relativeBehind(clauses, at) ?? toldBefore(clauses, at, carry);
    if (!noun || isOfThoseGone(clauses, noun.last)) continue;
    const to = countRisenTo(clauses, at, noun.last);
    if (to && isRate(clauses, to.last)) continue;
    if (to) {
      const counted = to.value.counted ?? noun.counted;
      const measure = carry.illness && noun.measure === "injured" ? "other" : noun.measure;
      clauses.add(draftOf(to, measure, "figure.tally", { counted }));
      readTallyJoined(clauses, to.last);
      continue;
    }
    for (let to = noun.last; to < Math.min(clauses.last, at + LONG_REACH); to++) {
      if (clauses.isHardStop(to) && clauses.form(to) !== ":") break;
      if (clauses.has(to, "parts")) break;
      // "The number of dead may rise, there being 30 in a critical state": those are not the dead.
      if (clauses.words.isExistence(clauses.form(to)) && !clauses.quantityAt(to)) break;
      // "عدد المخطوفين نصف عدد التلاميذ البالغ 629": another number is told of.
      if (
        clauses.words.isTallyNumber(clauses.form(to)) &&
        clauses.has(to, "tally") &&
        !clauses.quantityAt(to + 1)
      )
        break;
      const first = clauses.quantityAt(to);
      if (!first) continue;
      if (to >= at + TALLY_REACH && !isReached(clauses, first.first)) break;
      const quantity = risenTo(clauses, first) ?? first;
      const { sort, plain, form } = quantity.value;
      if (plain || form === "dual" || form === "one-of") continue;
      if (sort === "not" || sort === "thing") continue;
      // "عدد الوفيات جراء السيول التي ضربت 7 ولايات": the count itself stands further on.
      if (sort === "unknown" && to > noun.last + 1) continue;
      if (isRate(clauses, quantity.last)) break;
      if (clauses.isFree(quantity) && (sort === null || sort === "person")) {
        const measure = carry.illness && noun.measure === "injured" ? "other" : noun.measure;
        const counted = quantity.value.counted ?? noun.counted;
        const more = isExceeded(clauses, quantity)
          ? { value: atLeast(quantity.value.value.min ?? 0) }
          : isReachedBy(clauses, quantity)
            ? { value: exactly(quantity.value.value.max ?? 0) }
            : {};
        clauses.add(draftOf(quantity, measure, "figure.tally", { counted, ...more }));
        readTallyJoined(clauses, quantity.last);
        // إلى 30 حالة وفاة، والمصابين إلى 1215: the noun of the count tells the harm again.
      } else if (clauses.ownerOf(quantity)?.measure === noun.measure)
        readTallyJoined(clauses, quantity.last);
      break;
    }
  }
}

/** ارتفاع ضحايا الحادث إلى 16 طفلا, ارتفعت وفيات الوباء إلى 2000 حالة: the victims are their own tally. */
function readVictimTally(clauses: Clauses, carry: Carry, at: number): void {
  const noun = clauses.role(at)?.noun;
  if (noun?.sort !== "victim" || !noun.measure || noun.number !== "plural") return;
  if (clauses.covering(at)) return;
  const to = clauses.has(at - 1, "price.change")
    ? countRisenTo(clauses, at, at + 1)
    : (countRightBehind(clauses, at) ?? countReached(clauses, at));
  if (!to || isRate(clauses, to.last)) return;
  const measure = carry.illness && noun.measure === "injured" ? "other" : noun.measure;
  const counted = to.value.counted ?? noun.counted;
  const exceeds =
    isOver(clauses, to) || (to.first === at + 1 && clauses.has(at - 1, "tally.exceeds"));
  const more = exceeds ? { value: atLeast(to.value.value.min ?? 0) } : {};
  clauses.add(draftOf(to, measure, "figure.tally", { counted, ...more }));
  readTallyJoined(clauses, to.last);
}

/** وتجاوز الجرحى 6500, بلغ القتلى 30, وصل القتلى إلى 30: the verb in front of the victims, and how many behind them. */
function countRightBehind(clauses: Clauses, at: number): QuantityAnnotation | null {
  if (!clauses.has(at - 1, "tally.reaches") && !clauses.has(at - 1, "tally.exceeds")) return null;
  if (!clauses.role(at)?.noun?.article) return null;
  const quantity = clauses.quantityAt(
    clauses.particles.isTo(clauses.form(at + 1)) ? at + 2 : at + 1,
  );
  return quantity && quantity.value.sort === null && clauses.isFree(quantity) ? quantity : null;
}

/** Tokens from victims, and whose they are, to the verb that tells how many. */
const REACHED_REACH = 9;

/** وفيات الوباء في البلاد تجاوزت 2200 حالة, سقوط ضحايا تخطى عددهم 400: the count that the verb reaches. */
function countReached(clauses: Clauses, at: number): QuantityAnnotation | null {
  for (let to = at + 1; to < at + REACHED_REACH && !clauses.isHardStop(to); to++) {
    // ضحايا الفيضانات ارتفع إلى 3000 شخص
    if (clauses.has(to, "price.change") && clauses.particles.isTo(clauses.form(to + 1)))
      return countRisenTo(clauses, at, to);
    if (clauses.has(to, "tally.reaches") || clauses.has(to, "tally.exceeds")) {
      const own = clauses.words.isTheirNumber(clauses.form(to + 1)) ? to + 2 : to + 1;
      // تجاوزت 2200 حالة: the verb is the hedge of its count.
      const hedged = clauses.quantityAt(to);
      const quantity =
        hedged ?? clauses.quantityAt(clauses.particles.isTo(clauses.form(own)) ? own + 1 : own);
      const { sort, form } = quantity?.value ?? {};
      const counts =
        (sort === null || sort === "person") && (form === "number" || form === "vague");
      return quantity && counts && clauses.isFree(quantity) ? quantity : null;
    }
    if (clauses.quantityAt(to) || clauses.isVerb(to) || clauses.harm(to)) return null;
    if (clauses.has(to, "that") || clauses.has(to, "relative")) return null;
  }
  return null;
}

/** تجاوزت 2200 حالة: more than the count right behind the verb, or behind "their number". */
function isOver(clauses: Clauses, { first, value }: QuantityAnnotation): boolean {
  if (value.value.hedge !== "exact") return false;
  const verb = clauses.words.beginsTheirNumber(clauses.form(first - 1)) ? first - 2 : first - 1;
  return clauses.has(verb, "tally.exceeds");
}

/** ارتفع إلى 12 عدد القتلى: the count stands before what it counts. */
function readRisenBefore(clauses: Clauses, at: number): boolean {
  const quantity = clauses.covering(at - 1);
  if (quantity?.last !== at || !clauses.particles.isTo(clauses.form(quantity.first - 1)))
    return false;
  const rises =
    clauses.has(quantity.first - 2, "price.change") ||
    clauses.has(quantity.first - 2, "tally.reaches");
  const noun = rises && quantity.value.sort === null ? nounBehind(clauses, at) : null;
  if (!noun || !clauses.isFree(quantity)) return false;
  const { counted, last } = noun;
  clauses.add(draftOf(quantity, noun.measure, "figure.tally", { counted, last }));
  return true;
}

/** عدد المصابين الذين غادروا المستشفى: of those who got well, and not of all. */
const isOfThoseGone = (clauses: Clauses, last: number): boolean =>
  clauses.has(last, "relative") && clauses.has(last + 1, "tally.gone");

/** … بلغ 64, … وصل إلى 64: the verb that a count far behind its noun waits for. */
function isReached(clauses: Clauses, at: number): boolean {
  const isTo = clauses.particles.isTo(clauses.form(at - 1));
  const to = isTo ? at - 2 : at - 1;
  return clauses.has(to, "tally.reaches") || (isTo && clauses.has(to, "price.change"));
}

/** ارتفع عدد قتلى هجوم … على مدينة … إلى 135: the count behind the "to" that the verb waits for. */
function countRisenTo(clauses: Clauses, at: number, from: number): QuantityAnnotation | null {
  const rises =
    [at - 1, at - 2].some((to) => clauses.has(to, "price.change")) ||
    clauses.has(from, "price.change");
  if (!rises) return null;
  for (let to = from; to < at + LONG_REACH && !clauses.isHardStop(to); to++) {
    if (clauses.has(to, "that") || clauses.has(to, "parts")) return null;
    if (!clauses.particles.isTo(clauses.form(to))) continue;
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
    // عدد الفلسطينيين الذين: a sound plural with the article, right behind, that no lexicon has.
    else if (to === at + 1 && clauses.shapes.isDefinitePlural(clauses.form(to)))
      counted ??= "persons";
    if (clauses.has(to, "tally") || clauses.has(to, "that")) return null;
    const isOfWhoever = to === at + 1 && clauses.particles.isOf(clauses.form(to));
    const harm = clauses.has(to, "relative") || isOfWhoever ? clauses.harm(to + 1) : null;
    // عدد من تم القبض عليهم
    const resumed = isOfWhoever ? resumedBehind(clauses, to + 1) : null;
    if (resumed) return resumed;
    if (harm?.kind !== "verb" || harm.things || harm.enclitic !== "") continue;
    // عدد الذين توفوا, عدد من قتلوا: of whoever did.
    if (to === at + 1) counted = "persons";
    if (counted === null || harm.measure === "crowd" || harm.measure === "other") return null;
    const behind = clauses.cue(to + 1)?.last ?? to + 2;
    // الصحفيين الذين فقدوا أعمالهم: what they lost is not their life.
    const told = fulfil(clauses, to + 1, harm);
    return told && { measure: measureOfPersons(told), counted, last: behind };
  }
  return null;
}

/** تم القبض عليهم: what was done to those whose number is told. */
function resumedBehind(clauses: Clauses, from: number): ReturnType<typeof nounBehind> {
  for (let at = from; at <= from + 1; at++) {
    const measure = clauses.has(at, "harm.resumed") ? clauses.measureAt(at) : null;
    if (measure) return { measure, counted: "persons", last: clauses.cue(at)?.last ?? at + 1 };
  }
  return null;
}

/** ارتفع عدد القتلى من 12 إلى 20: the count it rose to. */
function risenTo(clauses: Clauses, from: QuantityAnnotation): QuantityAnnotation | null {
  const { isOf, isTo } = clauses.particles;
  if (!isOf(clauses.form(from.first - 1)) || !isTo(clauses.form(from.last))) return null;
  return clauses.quantityAt(from.last + 1);
}

/** إن العدد الحقيقي 52: the number of those told before. ارتفعت الحصيلة إلى 41: a toll is of the dead, where some are. */
function toldBefore(clauses: Clauses, at: number, carry: Carry): ReturnType<typeof nounBehind> {
  if (!clauses.role(at)?.article) return null;
  if (clauses.words.isToll(clauses.form(at))) {
    const dead = clauses.draftBefore(at, ({ measure }) => measure === "killed");
    const toll = dead ?? carry.of("killed") ?? carry.of("casualties");
    if (toll) return { measure: toll.measure, counted: null, last: at + 1 };
  }
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
  // الحصيلة الرسمية غير النهائية للضحايا: the adjectives of the tally are passed over.
  let reach = at + 3;
  const isOfTally = (form: string): boolean =>
    clauses.particles.isNon(form) || clauses.shapes.isFeminineDefinite(form);
  for (let to = at + 1; reach < at + 6 && isOfTally(clauses.form(to)); to++) reach++;
  for (let to = at + 1; to <= reach; to++) {
    const noun = clauses.role(to)?.noun;
    if (noun?.sort === "victim" && noun.measure && !clauses.quantityAt(to)) {
      const second = clauses.role(to + 1)?.noun;
      const pair =
        second?.sort === "victim" && second.conjunction === clauses.joined.and && second.measure;
      const measure = pair && pair !== noun.measure ? "casualties" : noun.measure;
      const counted = groupBeside(clauses, to);
      return { measure, counted, last: pair ? to + 2 : to + 1 };
    }
    // بلغ عدد المتظاهرين نحو ثلاثة آلاف
    if (noun?.crowd && noun.article && noun.number !== "singular" && !clauses.quantityAt(to))
      return { measure: "crowd", counted: noun.counted, last: to + 1 };
    if (clauses.isHardStop(to) || clauses.isVerb(to)) return null;
  }
  return null;
}

/** عدد الصحفيين القتلى, عدد الشهداء الصحفيين: who they were stands beside the victims. */
function groupBeside(clauses: Clauses, at: number): string | null {
  for (const to of [at - 1, at + 1]) {
    const noun = clauses.role(to)?.noun;
    const isGroup = noun?.sort === "person" && noun.article && noun.number !== "singular";
    if (isGroup && noun.preposition === "" && noun.conjunction === "") return noun.counted;
  }
  return null;
}
