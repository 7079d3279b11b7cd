/** Classes of the words that stand in a counted noun phrase. */
import type { Measure } from "../../core/contract.js";
import type { CountedNoun } from "./cue.js";

/** Arms that a list of losses counts by "of": 300 من الدبابات. */
export const ARMS: ReadonlySet<string> = new Set(["tanks", "vehicles", "aircraft", "ships"]);

export const BY_AGE: ReadonlySet<string> = new Set(["women", "children", "men"]);

/** Participles that tell a state which lasts, behind a noun of persons without its article. */
const FATES: ReadonlySet<Measure> = new Set([
  "kidnapped",
  "missing",
  "displaced",
  "besieged",
  "arrested",
]);

export function isFate(adjective: CountedNoun | null, noun: CountedNoun): boolean {
  if (adjective?.sort !== "victim" || !adjective.measure || !FATES.has(adjective.measure))
    return false;
  return !adjective.article && !noun.article && !adjective.conjunction && !adjective.preposition;
}

export const isHarm = (measure: Measure | null): boolean =>
  measure === "killed" || measure === "injured";

/** Closed-class words no number counts. */
export const CLOSED = [
  "preposition",
  "that",
  "relative",
  "negation",
  "clause",
  "adverb",
  "demonstrative",
  "parts",
  "count.of-them",
  "count.others",
  "part.one",
  "part.other",
  "month",
  "harm.fall",
  "harm.state",
  "tally",
  // "بينهم 55 جرى نقلهم".
  "carried-out",
  // "إلى 120 منذ اندلاع الحرب", "12 العام الماضي": set phrases of time.
  "background.since",
  "background.earlier",
] as const;
