import type { Value } from "./contract.js";

/** Constructors and order of `Value`: a count as a report words it, never more exact than the words. */
export const exactly = (n: number): Value => ({ min: n, max: n, hedge: "exact" });
export const about = (n: number): Value => ({ min: n, max: n, hedge: "about" });
export const atLeast = (n: number): Value => ({ min: n, max: null, hedge: "bound" });
export const atMost = (n: number): Value => ({ min: 0, max: n, hedge: "bound" });
export const between = (min: number, max: number): Value => ({ min, max, hedge: "bound" });
/** A count word without a number: dozens {20, open}, several {3, 9}. */
export const vaguely = (min: number, max: number | null): Value => ({ min, max, hedge: "vague" });

/** True where the two wordings can be of one and the same number. */
export function compatible(a: Value, b: Value): boolean {
  const low = Math.max(a.min ?? 0, b.min ?? 0);
  const high = Math.min(a.max ?? Number.POSITIVE_INFINITY, b.max ?? Number.POSITIVE_INFINITY);
  return low <= high;
}

/** The same number or range, however it is hedged. */
export const sameBounds = (a: Value, b: Value): boolean => a.min === b.min && a.max === b.max;
