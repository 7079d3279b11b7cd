/** Reports that no account tells of yet. */
import type { Queries } from "./queries.js";
import type { Touched } from "./refolding.js";
import { forAll } from "./rows.js";

export interface Untold {
  /** How many reports, those that were corrected since left out. */
  readonly reports: number;
  /** Those of their stories that do not show what is planned. */
  readonly stories: readonly Touched[];
}

/** @param reports `reports.seq` */
export async function untoldAmong(queries: Queries, reports: readonly number[]): Promise<Untold> {
  const rows = await forAll(reports, (some) =>
    queries
      .selectFrom("reports")
      .leftJoin("placements", "placements.report", "reports.seq")
      .leftJoin("stories", "stories.anchor", "placements.story")
      .select(["reports.seq", "stories.anchor", "stories.fold", "stories.folded"])
      .where("reports.seq", "in", some)
      .where((one) =>
        one.not(
          one.exists(
            one
              .selectFrom("reports as later")
              .select("later.seq")
              .whereRef("later.first", "=", "reports.first")
              .whereRef("later.version", ">", "reports.version"),
          ),
        ),
      )
      .execute(),
  );
  const untold = rows.filter(({ anchor, fold, folded }) => anchor === null || fold !== folded);
  const anchors = [...new Set(untold.flatMap(({ anchor }) => anchor ?? []))];
  const sizes = await forAll(anchors, (some) =>
    queries
      .selectFrom("placements")
      .select(["story", (one) => one.fn.countAll().as("count")])
      .where("story", "in", some)
      .groupBy("story")
      .execute(),
  );
  return {
    reports: untold.length,
    stories: sizes.map(({ story, count }) => ({ anchor: story, reports: Number(count) })),
  };
}
