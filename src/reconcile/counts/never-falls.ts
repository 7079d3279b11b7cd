import type { Measure } from "../../core/contract.js";

/** The dead do not come back: a later, lower count of these is another count. Others do fall. */
export const NEVER_FALLS: ReadonlySet<Measure> = new Set([
  "killed",
  "injured",
  "casualties",
  "destroyed",
]);

/** Those found, freed or let out are counted no more. Of the arrested or displaced a lower count is of others. */
export const FALLS: ReadonlySet<Measure> = new Set(["missing", "kidnapped", "besieged"]);
