import type { Clauses } from "./clause.js";
import { type Draft, draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";

/** Tokens that tell the place of one count, up to the next. */
const PLACE_REACH = 5;

/** قتل ثلاثة في حلب واثنان في إدلب: one harm told of several places, each with a bare number. */
export function readSpreadOver(clauses: Clauses, quantities: readonly QuantityAnnotation[]): void {
  for (const quantity of quantities) {
    const { sort, form } = quantity.value;
    const joiner = joinerBefore(clauses, quantity.first);
    const joined = quantity.value.joined || joiner !== null;
    if (sort !== null || !joined || form !== "number" || !clauses.isFree(quantity)) continue;
    if (!clauses.isPreposition(quantity.last)) continue;
    const before = clauses.draftBefore(quantity.first, ({ quantity: count }) => count !== null);
    const from = before?.quantity?.last ?? 0;
    if (before?.quantity?.value.form !== "number") continue;
    const cared = before.measure === "hospitalised" ? behindCare(clauses, before) : null;
    // Parts of a total are spread only where the parts themselves are told by place.
    if (before.total && cared === null) continue;
    const start = cared ?? (clauses.words.isTheyWere(clauses.form(from)) ? from + 1 : from);
    const end = joiner ?? beforeRemark(clauses, quantity.first);
    if (end - start > PLACE_REACH || !isPlace(clauses, start, end)) continue;
    clauses.add(
      draftOf(quantity, before.measure, "figure.spread", {
        counted: before.counted,
        unit: before.unit,
        total: before.total,
        modality: before.modality,
      }),
    );
  }
}

/** Tokens of "in addition to". */
const LONGEST_JOINER = 3;

/** بالإضافة إلى 4 في الجنوب: where the words begin that join the count; null where none do. */
function joinerBefore(clauses: Clauses, count: number): number | null {
  for (let at = count - 1; at >= count - LONGEST_JOINER; at--)
    if (clauses.has(at, "joiner") && clauses.cue(at)?.last === count) return at;
  return null;
}

/** Tokens from things in ruins to more of them. */
const RUINED_REACH = 6;

/** انهيار 630 منزلا كليا و470 جزئيا: more of the same things, told by how far they are ruined. */
export function readRuinedFurther(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
): void {
  for (const quantity of quantities) {
    const { sort, joined, form } = quantity.value;
    if (sort !== null || !joined || form !== "number" || !clauses.isFree(quantity)) continue;
    if (!clauses.has(quantity.last, "ruin.extent")) continue;
    const before = clauses.draftBefore(quantity.first, ({ quantity: count }) => count !== null);
    const from = before?.quantity?.last ?? 0;
    if (before?.measure !== "destroyed" || quantity.first - from > RUINED_REACH) continue;
    clauses.add(
      draftOf(quantity, "destroyed", "figure.spread", {
        counted: before.counted,
        unit: before.unit,
        modality: before.modality,
      }),
    );
  }
}

/** Tokens of a remark, its brackets among them. */
const REMARK_REACH = 5;

/** بإقليم الحوز (شمالا)، و452: where what stands in brackets behind the place begins; else the count. */
function beforeRemark(clauses: Clauses, count: number): number {
  const closing = clauses.isComma(count - 1) ? count - 2 : count - 1;
  if (clauses.form(closing) !== ")") return count;
  for (let at = closing - 1; at > closing - REMARK_REACH; at--) {
    if (clauses.form(at) === "(") return at;
  }
  return count;
}

/** Tokens between a count and the next place: ، وفي. */
const NEXT_PLACE = 3;

/** في حلب 346، ودير الزور 72: one harm told of several places, each before its bare number. */
export function readSpreadBehind(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
): void {
  for (const quantity of quantities) {
    const { sort, form, preposition, others } = quantity.value;
    if (sort !== null || form !== "number" || preposition !== "" || others) continue;
    if (clauses.isPreposition(quantity.last) || !clauses.isFree(quantity)) continue;
    const place = clauses.placeBefore(quantity.first);
    if (place === null) continue;
    const before = clauses.draftBefore(
      quantity.first,
      ({ quantity: count, unit }) => count?.value.form === "number" && unit === "persons",
    );
    const from = before?.quantity ?? null;
    if (!before || !from) {
      const noun = clauses.role(place - 2)?.noun;
      const isTally = noun?.sort === "victim" && noun.article && noun.number !== "singular";
      if (!isTally || !noun.measure || !clauses.isPreposition(place - 1)) continue;
      clauses.add(draftOf(quantity, noun.measure, "figure.spread"));
    } else if (!before.total && clauses.placeBefore(from.first) !== null) {
      if (place < from.last || place - from.last > NEXT_PLACE) continue;
      if (!isList(clauses, from.last, place)) continue;
      clauses.add(
        draftOf(quantity, before.measure, "figure.spread", {
          counted: before.counted,
          modality: before.modality,
        }),
      );
    }
  }
}

/** Between two places of a list stand marks, "and" and "in". */
function isList(clauses: Clauses, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (clauses.isHardStop(at)) return false;
    if (
      !clauses.isComma(at) &&
      !clauses.isPreposition(at) &&
      clauses.form(at) !== clauses.joined.and
    )
      return false;
  }
  return true;
}

/** 55 تم نقلهم إلى …، و39 إلى …: behind the word of transport stands the first place. */
const behindCare = (clauses: Clauses, { last, rule }: Draft): number | null =>
  rule === "figure.carried-out" && clauses.isPreposition(last) ? last : null;

/**
 * نقل 17 جريحا إلى مستشفى …، و4 مصابين إلى مستشفى …: victims joined to those brought to a hospital,
 * and brought to another.
 */
export function readCaredFor(clauses: Clauses, quantities: readonly QuantityAnnotation[]): void {
  for (const quantity of quantities) {
    const { joined, form, measure, others } = quantity.value;
    if (!joined || form !== "number" || !(measure === "injured" || others)) continue;
    if (!clauses.isFree(quantity) || !clauses.particles.isTo(clauses.form(quantity.last))) continue;
    const before = clauses.draftBefore(quantity.first, ({ quantity: count }) => count !== null);
    const from = before?.quantity?.last ?? 0;
    if (before?.measure !== "hospitalised" || before.total) continue;
    if (quantity.first - from > CARE_REACH || !isPlace(clauses, from, quantity.first)) continue;
    if (!clauses.isMet(quantity.last, "hospital")) continue;
    clauses.add(draftOf(quantity, "hospitalised", "figure.spread", { modality: before.modality }));
  }
}

/** Tokens of "to the hospital of …, ", up to the next count. */
const CARE_REACH = 8;

/** Tokens from those told to the others joined to them. */
const OTHERS_REACH = 12;

/** انتشال جثة من الركام و2 آخرين من منزل: more of those told before, with no word of their own. */
export function readOthersJoined(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
): void {
  for (const quantity of quantities) {
    const { others, joined, form, preposition } = quantity.value;
    if (!others || !joined || (form !== "number" && form !== "vague") || preposition !== "")
      continue;
    if (!clauses.isFree(quantity)) continue;
    const before = clauses.draftBefore(quantity.first, ({ unit }) => unit === "persons");
    const from = before?.quantity?.last ?? before?.last ?? 0;
    if (!before || before.total || before.value.max === 0) continue;
    if (quantity.first - from > OTHERS_REACH || !isOneClause(clauses, from, quantity.first))
      continue;
    clauses.add(
      draftOf(quantity, before.measure, "figure.others-joined", { modality: before.modality }),
    );
  }
}

/** No verb, harm or clause stands among the tokens. */
function isOneClause(clauses: Clauses, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (clauses.isVerb(at) || clauses.harm(at) || clauses.has(at, "clause")) return false;
    if (clauses.isHardStop(at) || clauses.has(at, "that") || clauses.has(at, "relative"))
      return false;
  }
  return true;
}

/** Tokens `[first, last)` open with a preposition, and no verb or clause stands among them. */
function isPlace(clauses: Clauses, first: number, last: number): boolean {
  if (first >= last || !clauses.isPreposition(first)) return false;
  for (let at = first; at < last; at++) {
    if (clauses.isVerb(at) || clauses.harm(at) || clauses.has(at, "clause")) return false;
    if (clauses.isHardStop(at) || clauses.quantityAt(at)) return false;
  }
  return true;
}
