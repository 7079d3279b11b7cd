import type { Measure } from "../core/contract.js";

/** The dead do not come back: a later, lower count of these is another count. Others do fall. */
export const NEVER_FALLS: ReadonlySet<Measure> = new Set([
  "killed",
  "injured",
  "casualties",
  "destroyed",
]);
