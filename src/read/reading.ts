import type { Claim, Entity, Report } from "../core/contract.js";
import type { DateConstraint, DayWord } from "../core/date-constraint.js";

/**
 * What one report says, before it is held against any other. Entities are those of this report
 * alone: their ids are content hashes over the report's id, so that `relate` can join them
 * across reports and rewrite the claims that name them.
 */
export interface ReportReading {
  readonly report: Report;
  readonly entities: readonly Entity[];
  /** In the order of their spans. */
  readonly claims: readonly Claim[];
  /** What the report's words tell of its own day, for inference together with its siblings. */
  readonly dateConstraints?: readonly DateConstraint[];
  /** "Today", "yesterday" and bare weekdays, in order: days as far as the report's own is known. */
  readonly dayWords?: readonly DayWord[];
}
