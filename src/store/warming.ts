/** Stories that reports came to last, for working them out ahead of the next report. */
import type { Folder } from "./folding.js";
import { unpack } from "./packing.js";
import type { Planned, StoryPlan } from "./plans.js";
import type { Queries } from "./queries.js";
import { storedReports } from "./reports.js";
import { forAll } from "./rows.js";

/** Latest reports whose stories are looked at. */
const MOST_LOOKED_AT = 2000;
/** Reports that each thread reads: behind as many it reads well faster than at first. */
const MOST_PRACTISED = 60;

/**
 * Stories of several reports that show what is planned, those that reports came to last first: one that
 * is not as planned will be folded anyhow, and one report alone is soon done.
 * @param most reports of them all together, but for the last one's
 */
export async function latestStories(queries: Queries, most: number): Promise<Planned[]> {
  const placed = await queries
    .selectFrom("placements")
    .select("story")
    .orderBy("report", "desc")
    .limit(MOST_LOOKED_AT)
    .execute();
  const anchors = [...new Set(placed.map(({ story }) => story))];
  const rows = await forAll(anchors, (some) =>
    queries
      .selectFrom("stories")
      .select(["anchor", "fold", "folded", "plan"])
      .where("anchor", "in", some)
      .execute(),
  );
  const byAnchor = new Map(rows.map((row) => [row.anchor, row]));
  const latest: Planned[] = [];
  let reports = 0;
  for (const anchor of anchors) {
    if (reports >= most) break;
    const row = byAnchor.get(anchor);
    if (!row || row.fold !== row.folded) continue;
    const plan = unpack(row.plan) as StoryPlan;
    if (plan.members.length < 2) continue;
    latest.push({ fold: row.fold, plan });
    reports += plan.members.length;
  }
  return latest;
}

/** Has each thread read some reports of the stories, for nothing but that its code is fast when the next comes. */
export async function practise(
  { connection, workers, signal }: Folder,
  stories: readonly Planned[],
): Promise<void> {
  if (signal?.aborted) return;
  const some = stories.flatMap(({ plan }) => plan.members).slice(0, MOST_PRACTISED);
  const reports = await storedReports(connection.read, some);
  const inputs = [...reports.values()].map(({ input }) => input);
  if (inputs.length === 0) return;
  const work = { kind: "store-read", inputs } as const;
  const reading = Array.from({ length: workers.folding }, (_, home) => workers.run(work, home));
  // The thread that folds nothing is the one that is free now.
  if (workers.folding < workers.count) reading.push(workers.run(work));
  await Promise.all(reading);
}
