import type { ReportInput } from "../core/input.js";
import type { ArrivingReport } from "../store/arrivals.js";
import { workOf } from "../store/identity.js";
import { latestOf } from "../store/reports.js";
import type { Store } from "../store/store.js";

/**
 * A report with what its version before tells and it does not itself: a page read again does not come
 * with its feed, and shall not differ by what the feed had told.
 */
export async function asBefore(store: Store, report: ArrivingReport): Promise<ArrivingReport> {
  const work = workOf(report.input);
  if (work === null) return report;
  const outline = (await latestOf(store.queries, [work])).get(work);
  if (!outline) return report;
  const before = (await store.reports([outline.seq])).get(outline.seq)?.input;
  if (!before) return report;
  const { title, byline, outlet, published } = report.input;
  const input: ReportInput = {
    ...report.input,
    title: title ?? before.title,
    byline: byline ?? before.byline,
    outlet: outlet ?? before.outlet,
    published: published ?? before.published,
  };
  return { ...report, input };
}
