import { exactly } from "../../core/value.js";
import type { QuantityAnnotation } from "../quantities.js";
import type { Clauses } from "./clause.js";
import type { Draft } from "./draft.js";

/** Tokens from `بينهم` to the first of the parts, and between parts. */
const PART_REACH = 8;
const PRONOUNS: ReadonlySet<string> = new Set(["هم", "وهم", "هما", "وهما"]);

/** Reads the parts that a sentence names of a total: بينهم, منهم, أحدهما … والآخر, هم الأب وزوجته. */
export function readParts(
  clauses: Clauses,
  quantities: readonly QuantityAnnotation[],
  carryOver: Draft | null,
): void {
  for (let at = clauses.first; at < clauses.last; at++) {
    if (clauses.has(at, "parts")) {
      const total = totalBefore(clauses, at, carryOver);
      if (total) readList(clauses, clauses.cue(at)?.last ?? at + 1, total, "figure.part");
    } else if (PRONOUNS.has(clauses.form(at)) && clauses.role(at + 1)?.noun?.sort === "person") {
      const total = clauses.draftBefore(at, isTotalOfPersons);
      if (total && (total.value.min ?? 0) > 1) {
        readList(clauses, at + 1, total, "figure.part-apposition");
      }
    } else if (clauses.has(at, "part.one")) {
      const total = clauses.draftBefore(at, isTotalOfPersons);
      if (total && (total.value.min ?? 0) > 1) readOneAndOther(clauses, at, total);
    }
  }
  for (const quantity of quantities) readOfThem(clauses, quantity, carryOver);
}

const isTotalOfPersons = (draft: Draft): boolean =>
  draft.total === null &&
  draft.value.max !== 0 &&
  !(draft.measure === "other" && draft.unit === "persons");

/** The nearest total before, in this sentence or, where it has none, the last one before it. */
function totalBefore(clauses: Clauses, at: number, carryOver: Draft | null): Draft | null {
  const own = clauses.draftBefore(at, (draft) => isTotalOfPersons(draft) && !isOne(draft));
  if (own) return isNearest(clauses, at, own) ? own : null;
  return at - clauses.first <= 2 ? carryOver : null;
}

/** No other count of persons, of which nothing is told, stands between: 14 حالة بينها طفل. */
function isNearest(clauses: Clauses, at: number, total: Draft): boolean {
  for (let to = at - 1; to >= total.last; to--) {
    const quantity = clauses.quantityAt(to);
    if (!quantity || quantity.value.plain || clauses.ownerOf(quantity)) continue;
    if (quantity.value.sort === "person" || quantity.value.sort === "victim") return false;
  }
  return true;
}

const isOne = ({ value }: Draft): boolean => value.min === 1 && value.max === 1;

function readList(clauses: Clauses, from: number, total: Draft, rule: string, told = 0): void {
  let gap = 0;
  let count = told;
  for (let at = from; at < clauses.last && gap <= PART_REACH; ) {
    const quantity = clauses.quantityAt(at);
    if (quantity) {
      const { value } = quantity;
      const isNext = count === 0 ? !clauses.isPrepositional(quantity) : value.joined;
      const sortFits = (value.sort === "thing") === (total.unit !== "persons");
      const named = value.sort !== "unknown" || (gap === 0 && value.form === "number");
      if (isNext && sortFits && value.sort !== "not" && named) {
        const near = gap === 0 || (value.joined && gap <= 2);
        if (!value.plain || near) {
          const owner = clauses.ownerOf(quantity);
          if (owner && owner !== total) {
            if (owner.measure === total.measure) owner.total = total;
          } else if (!owner) {
            if (value.sort === null && count === 0 && value.form !== "number") return;
            addPart(clauses, quantity, total, rule);
          }
          count++;
        }
      } else if (count > 0) return;
      gap = 0;
      at = Math.max(quantity.last, at + 1);
      continue;
    }
    if (clauses.isHardStop(at)) return;
    if (clauses.harm(at) || clauses.isVerb(at) || clauses.has(at, "that")) return;
    if (clauses.has(at, "clause") || clauses.has(at, "parts")) return;
    gap++;
    at = clauses.cue(at)?.last ?? at + 1;
  }
}

function addPart(
  clauses: Clauses,
  quantity: QuantityAnnotation,
  total: Draft,
  rule: string,
): Draft {
  const { value } = quantity;
  return clauses.add({
    quantity,
    measure: value.measure ?? total.measure,
    value: value.value,
    counted: value.counted ?? total.counted,
    unit: value.unit,
    first: quantity.first,
    last: quantity.last,
    group: value.group,
    rule,
    total,
    modality: total.modality,
  });
}

/** أحدهما رجل شرطة والآخر طفل. */
function readOneAndOther(clauses: Clauses, at: number, total: Draft): void {
  let told = 0;
  for (let to = at; to < clauses.last && to < at + 16; to++) {
    if (clauses.isHardStop(to)) return;
    if (!clauses.has(to, "part.one") && !clauses.has(to, "part.other")) continue;
    if (clauses.has(to, "part.other") && told === 0) return;
    const quantity = clauses.quantityAt(to + 1);
    if (quantity && (!clauses.isFree(quantity) || quantity.value.value.min !== 1)) return;
    if (quantity) {
      const made = addPart(clauses, quantity, total, "figure.part-one");
      clauses.drafts[clauses.drafts.indexOf(made)] = { ...made, first: to };
    } else {
      const noun = clauses.role(to + 1)?.noun;
      if (noun?.sort !== "person") return;
      clauses.add({
        quantity: null,
        measure: total.measure,
        value: exactly(1),
        counted: noun.counted,
        unit: total.unit,
        first: to,
        last: to + 2,
        group: [to + 1, to + 2],
        rule: "figure.part-one",
        total,
        modality: total.modality,
      });
    }
    told++;
  }
}

/** ثلاثة منهم, 6 شهداء منهم. */
function readOfThem(clauses: Clauses, quantity: QuantityAnnotation, carryOver: Draft | null): void {
  if (!quantity.value.ofThem) return;
  const owner = clauses.ownerOf(quantity);
  const inSentence = clauses.draftBefore(
    quantity.first,
    (draft) => isTotalOfPersons(draft) && draft !== owner && isLarger(draft, quantity),
  );
  const sameMeasure = owner
    ? clauses.draftBefore(
        quantity.first,
        (draft) =>
          isTotalOfPersons(draft) && draft.measure === owner.measure && isLarger(draft, quantity),
      )
    : null;
  if (owner) {
    const earlier = carryOver?.measure === owner.measure ? carryOver : null;
    const total = sameMeasure ?? earlier;
    if (total && isLarger(total, quantity)) owner.total = total;
    return;
  }
  if (!inSentence) return;
  // رفض آلاف منهم: what another verb says of some of them is no part of the harm.
  for (let at = inSentence.last; at < quantity.first; at++) if (clauses.isVerb(at)) return;
  addPart(clauses, quantity, inSentence, "figure.part-of-them");
  readList(clauses, quantity.last, inSentence, "figure.part", 1);
}

function isLarger(total: Draft, { value }: QuantityAnnotation): boolean {
  return (total.value.max ?? Number.POSITIVE_INFINITY) >= (value.value.min ?? 0);
}
