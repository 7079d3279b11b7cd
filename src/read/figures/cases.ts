import type { Clauses } from "./clause.js";
import { draftOf } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";
import { isRate } from "./rate.js";

/** Tokens of the place of the cases told before. */
const CASE_REACH = 8;

/** In an outbreak 300 حالة يشتبه في إصابتها, رصد 500 حالة, الحالات المشتبه بها 300: so many ill. */
export function readOutbreakCases(clauses: Clauses, quantity: QuantityAnnotation): void {
  const { value, first, last } = quantity;
  if (!clauses.illness || !value.medicalCase || value.plain || value.definite) return;
  if (!clauses.isFree(quantity) || value.form !== "number" || isRate(clauses, last)) return;
  const isSuspected = [0, 1].some((step) =>
    /^(?:ي|ال)?(?:شتبه|مشتبه|اشتباه|موكده|مءكده)/.test(clauses.form(last + step)),
  );
  const isRecorded = [1, 2, 3].some((step) =>
    /^(?:و?ب?(?:تسجيل|رصد)|و?سجلت?|و?رصدت?)$/.test(clauses.form(first - step)),
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
