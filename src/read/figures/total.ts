import type { Draft } from "./draft.js";
import type { QuantityAnnotation } from "./quantity.js";

/** May hold parts that a sentence tells of. */
export const isTotalOfPersons = (draft: Draft): boolean =>
  draft.total === null &&
  draft.value.max !== 0 &&
  !(draft.measure === "other" && draft.unit === "persons");

export const isOne = ({ value }: Draft): boolean => value.min === 1 && value.max === 1;

/** The count may be of the total. */
export function isLarger(total: Draft, { value }: QuantityAnnotation): boolean {
  const count = value.value.max ?? value.value.min ?? 0;
  return (total.value.max ?? Number.POSITIVE_INFINITY) >= count;
}
