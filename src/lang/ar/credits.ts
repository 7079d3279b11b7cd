import { fold } from "../../text/fold.js";

/**
 * Words of credit lines that stand for agencies without naming one: "لندن - وكالات", "سبق- متابعة:".
 * What follows others' news without saying whose is no agency.
 */
const UNNAMED = new Set(
  ["وكالات", "الوكالات", "وكالات الأنباء", "وكالات أنباء", "الوكالات العالمية"].map(fold),
);

/** What such a credit is called in the account. */
export const UNNAMED_AGENCIES = "وكالات";

/** @param phrase folded, its words joined by single spaces */
export function namesNoAgency(phrase: string): boolean {
  return UNNAMED.has(phrase);
}
