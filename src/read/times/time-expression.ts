import type { DayNumber } from "../../core/calendar.js";
import type { Time } from "../../core/contract.js";
import type { DateConstraint, DayWord } from "../../core/date-constraint.js";
import type { TimeExpressionValue } from "../../lang/time-spec.js";
import type { Annotation } from "../../text/layer.js";

export type TimeExpression = Annotation<TimeExpressionValue>;

/**
 * Times are read in two steps. First what the words say, whatever day the report is of; then, once
 * that day is known, which calendar days they mean. A report whose day is found only later, from
 * its siblings, is resolved again without being read again.
 */
export interface TimesRead {
  /** What the words say, in order, before any day is worked out. */
  readonly expressions: readonly TimeExpression[];
  /** Time expressions with a calendar reference, in order, resolved against `published`. */
  readonly resolve: (
    published: DayNumber | null,
    /**
     * Day of the crawl, for a report of unknown day: what means the same seen from every day of the
     * week up to it ("19 July", "last month") is resolved; what does not stays open.
     */
    fetched?: DayNumber | null,
  ) => readonly Annotation<Time>[];
  /** What the expressions tell of the day of publication. */
  readonly constraints: readonly DateConstraint[];
  /** Days told by their distance from that of publication alone, in order. */
  readonly dayWords: () => readonly DayWord[];
  /** Days that the text dates in full, in order. */
  readonly dated: readonly DayNumber[];
  /** What the text looks back on, and the names it uses, leave no earlier day; null if neither tells. */
  readonly notBefore: () => DayNumber | null;
  /** A full date that stands in the text as the report's own: a dateline, a time stamp. */
  readonly stated: {
    readonly day: DayNumber;
    readonly first: number;
    readonly last: number;
    readonly form: "stamp" | "dateline";
  } | null;
  /** The day that the page's own head shows, on which it was fetched: the report is not of later. */
  readonly pageRead: DayNumber | null;
}
