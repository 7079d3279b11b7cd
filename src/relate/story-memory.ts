import type { ReportReading } from "../read/reading.js";
import type { Published } from "../read/times/publication.js";
import { Articles } from "./articles.js";
import { RewrittenClaims } from "./identity/rewrite.js";

/**
 * What was worked out of the reports of a story, for when it is folded again with more of them. The
 * account is the same without it, only later.
 */
export class StoryMemory {
  readonly articles = new Articles();
  readonly rewritten = new RewrittenClaims();
  private readonly dated = new WeakMap<ReportReading, ReportReading>();
  private fresh = new Map<ReportReading, ReportReading>();

  /** The reading, had its report been published then; null where that was not asked before. */
  on(reading: ReportReading, published: Published): ReportReading | null {
    const known = this.dated.get(reading);
    const before = known?.report.published;
    if (!known || before?.start !== published.start || before.end !== published.end) return null;
    // The day alone is read with; why it is that one may be better known by now.
    return { ...known, report: { ...known.report, published } };
  }

  keep(reading: ReportReading, dated: ReportReading): void {
    this.dated.set(reading, dated);
    this.fresh.set(reading, dated);
  }

  /** Takes what was kept elsewhere of a fold before. */
  remember(reading: ReportReading, dated: ReportReading): void {
    this.dated.set(reading, dated);
  }

  /** What was read again since this was last asked, by the reading that it stands for. */
  readAgain(): ReadonlyMap<ReportReading, ReportReading> {
    const { fresh } = this;
    this.fresh = new Map();
    return fresh;
  }
}
