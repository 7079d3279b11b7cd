import type { Draft } from "./draft.js";

/** May hold parts that a sentence tells of. */
export const isTotalOfPersons = (draft: Draft): boolean =>
  draft.total === null &&
  draft.value.max !== 0 &&
  !(draft.measure === "other" && draft.unit === "persons");

export const isOne = ({ value }: Draft): boolean => value.min === 1 && value.max === 1;
