import type { Measure } from "../../core/contract.js";
import type { Clauses } from "./clause.js";
import { draftOf } from "./draft.js";
import { isMeasure } from "./harm-word.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";

/** Tokens of the place of the cases told before. */
const CASE_REACH = 8;

/** In an outbreak 300 حالة يشتبه في إصابتها, رصد 500 حالة, الحالات المشتبه بها 300: so many ill. */
export function readOutbreakCases(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { value, first, last } = quantity;
  if (!clauses.illness || !value.medicalCase || value.plain || value.definite) return;
  if (!clauses.isFree(quantity) || value.form !== "number" || isRate(clauses, last)) return;
  const isSuspected = [0, 1].some((step) => clauses.words.isSuspected(clauses.form(last + step)));
  const isRecorded = [1, 2, 3].some((step) =>
    clauses.words.isRecording(clauses.form(first - step)),
  );
  if (!isSuspected && !isRecorded) return;
  clauses.add(draftOf(quantity, "other", "figure.outbreak-cases"));
}

/** حالتين متوسطتين, خمس حالات خطيرة: cases whose state is told are injured. */
export function readGraveCases(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { value, last } = quantity;
  if (!value.medicalCase || value.plain || !clauses.isFree(quantity)) return;
  if (clauses.has(last - 1, "grave") || clauses.has(last, "grave")) {
    clauses.add(draftOf(quantity, "injured", "figure.grave-case"));
    return;
  }
  // وجود خمس حالات بالموقع: the dead and the hurt of an accident, not told apart.
  // 77 حالة وفاة في الشمال و32 حالة في الجنوب: more cases of the kind just told.
  const before = value.joined
    ? clauses.draftBefore(quantity.first, ({ quantity: one }) => one?.value.sort === "victim")
    : null;
  const isNamed = clauses.has(before?.group?.[0] ?? -1, "case");
  const near = before !== null && quantity.first - before.last <= CASE_REACH;
  if (near && isNamed && (!clauses.isWord(last) || clauses.isPreposition(last))) {
    clauses.add(draftOf(quantity, before.measure, "figure.case-joined"));
    return;
  }
  const found = clauses.has(quantity.first - 1, "harm.predicate");
  const complete = !clauses.isWord(last) || clauses.isPreposition(last);
  if (found && complete && value.form === "number") {
    clauses.add(draftOf(quantity, "casualties", "figure.cases-found"));
  }
}

/** Tokens from the noun of harm to its count: حالات الوفاة بين المصابين بلغت 12. */
const NAMED_REACH = 6;

/**
 * حالات الوفاة 12, بلغت حالات الاختطاف 36 حالة, القتل خمس حالات: the harm is named in front of how many cases
 * of it there are. Where the count does not say "cases", what stands in front must.
 */
export function readNamedCases(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { value, first, last } = quantity;
  if (value.form !== "number" || !clauses.isFree(quantity) || isRate(clauses, last)) return;
  if (!value.medicalCase && value.sort !== null) return;
  const noun = harmNamedBefore(clauses, first, value.medicalCase);
  if (noun === null) return;
  const measure = clauses.illness && noun === "injured" ? "other" : noun;
  clauses.add(draftOf(quantity, measure, NAMED, { counted: "persons" }));
}

function harmNamedBefore(clauses: Clauses, first: number, isOfCases: boolean): Measure | null {
  for (let at = first - 1; at > first - NAMED_REACH; at--) {
    if (clauses.isHardStop(at) || clauses.quantityAt(at)) return null;
    // القتل خمس حالات; وحالات الوفاة 12 والإصابات 30.
    const isListed =
      at === first - 1 && (isOfCases ? isInList(clauses, at) : isJoinedToCases(clauses, at));
    if (!isListed && !clauses.words.isCasesOf(clauses.form(at - 1))) continue;
    const measure = generalHarm(clauses, at);
    if (measure) return measure;
  }
  return null;
}

/** "بين القتل 5 حالات والاختطاف 36 حالة"; but "بلغت الإصابات 1200 حالة" may be of a year. */
const isInList = (clauses: Clauses, at: number): boolean =>
  clauses.form(at).startsWith(clauses.joined.and) ||
  clauses.particles.isBetween(clauses.form(at - 1)) ||
  !clauses.isWord(at - 1);

const isJoinedToCases = (clauses: Clauses, at: number): boolean =>
  clauses.form(at).startsWith(clauses.joined.and) &&
  clauses.draftBefore(at, ({ last }) => last === at)?.rule === NAMED;

/** الوفاة, الاختطاف: with its article the noun names the harm in general. */
function generalHarm({ layer }: Clauses, at: number): Measure | null {
  for (const { article, entry, preposition } of layer.words[at]?.readings ?? []) {
    if (!article || preposition || !NAMES.some((name) => entry.classes.includes(name))) continue;
    const { measure, weak } = entry.features;
    if (isMeasure(measure) && measure !== "other" && weak !== "yes") return measure;
  }
  return null;
}

const NAMED = "figure.cases-named";
const NAMES = ["harm.noun", "victim"] as const;
