/** Stories as they are to be, written down: what is not as planned is folded next. */
import type { FigureRule } from "../core/contract.js";
import { contentId } from "../core/hash.js";
import type { GrownStory } from "../engine.js";
import type { Connection } from "./connection.js";
import { type Grouping, keepOrder } from "./grouping.js";
import { pack } from "./packing.js";
import type { Queries } from "./queries.js";
import { forAll, insertRows, slices } from "./rows.js";

/** All that an account is made from but the readings. */
export interface StoryPlan {
  readonly anchor: number;
  /** `reports.seq`, by day, then id. */
  readonly members: readonly number[];
  readonly forms: readonly number[];
  readonly placements: GrownStory["placements"];
  readonly judgements: GrownStory["judgements"];
  readonly rule: FigureRule;
}

export interface Planned {
  readonly plan: StoryPlan;
  readonly fold: string;
}

export function planOf(
  { anchor, members, forms, placements, judgements }: GrownStory,
  seqs: ReadonlyMap<string, number>,
  rule: FigureRule,
): Planned {
  const numbers = members.map((id) => seqs.get(id) ?? 0);
  const plan: StoryPlan = { anchor, members: numbers, forms, placements, judgements, rule };
  const fold = contentId(
    "fold",
    rule,
    ...numbers,
    "forms",
    ...forms,
    "judged",
    ...judgements.map(({ id }) => id),
    JSON.stringify(placements),
  );
  return { plan, fold };
}

/** `accounts.key` of what an engine makes of a plan. */
export const accountKey = (fold: string, engine: number): string => `${fold}/${engine}`;

export interface PlanChanges {
  readonly planned: readonly Planned[];
  /** Anchors that stand for no story any more; "others" for all that are not planned. */
  readonly gone: readonly number[] | "others";
}

/**
 * Writes stories down in one change. Who has an account by this engine already is shown at once; the
 * others go on showing what they showed until they are folded.
 * @returns those others
 */
export function writePlans(
  connection: Connection,
  engine: number,
  grouping: Grouping,
  { planned, gone }: PlanChanges,
): Promise<readonly Planned[]> {
  return connection.change(async (queries) => {
    const before = await storiesBefore(queries, planned, gone);
    const now = new Set(planned.map(({ plan }) => plan.anchor));
    const ended = gone === "others" ? [...before.keys()].filter((one) => !now.has(one)) : gone;
    const changed = planned.filter(({ plan, fold }) => before.get(plan.anchor)?.fold !== fold);
    const touched = [...ended, ...changed.map(({ plan }) => plan.anchor)];
    const placed = changed.flatMap(({ plan }) =>
      plan.members.map((report) => ({ report, story: plan.anchor })),
    );
    for (const some of slices(touched)) {
      await queries.deleteFrom("placements").where("story", "in", some).execute();
      await queries.deleteFrom("stories").where("anchor", "in", some).execute();
    }
    // A report that came from a story which is otherwise the same.
    for (const some of slices(placed)) {
      const reports = some.map(({ report }) => report);
      await queries.deleteFrom("placements").where("report", "in", reports).execute();
    }
    const ready = await accountsAmong(
      queries,
      changed.map(({ fold }) => accountKey(fold, engine)),
    );
    await insertRows(
      queries,
      "stories",
      changed.map(({ plan, fold }) => {
        const key = accountKey(fold, engine);
        const shown = before.get(plan.anchor);
        return {
          anchor: plan.anchor,
          fold,
          plan: pack(plan),
          ...(ready.has(key)
            ? { folded: fold, account: key }
            : { folded: shown?.folded ?? null, account: shown?.account ?? null }),
        };
      }),
      5,
    );
    await insertRows(queries, "placements", placed, 2);
    await keepOrder(queries, grouping.order);
    const left = touched.flatMap((anchor) => before.get(anchor)?.account ?? []);
    await dropAccounts(queries, left);
    return changed.filter(({ fold }) => !ready.has(accountKey(fold, engine)));
  });
}

interface Before {
  readonly fold: string;
  readonly folded: string | null;
  readonly account: string | null;
}

async function storiesBefore(
  queries: Queries,
  planned: readonly Planned[],
  gone: PlanChanges["gone"],
): Promise<ReadonlyMap<number, Before>> {
  const select = queries.selectFrom("stories").select(["anchor", "fold", "folded", "account"]);
  const rows =
    gone === "others"
      ? await select.execute()
      : await forAll([...gone, ...planned.map(({ plan }) => plan.anchor)], (some) =>
          select.where("anchor", "in", some).execute(),
        );
  return new Map(rows.map(({ anchor, ...row }) => [anchor, row]));
}

/** Keys of accounts that are there. */
export async function accountsAmong(
  queries: Queries,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await forAll(keys, (some) =>
    queries.selectFrom("accounts").select("key").where("key", "in", some).execute(),
  );
  return new Set(rows.map(({ key }) => key));
}

/** Takes away accounts that no story shows. */
export async function dropAccounts(queries: Queries, keys: readonly string[]): Promise<void> {
  for (const some of slices(keys)) {
    const shown = await queries
      .selectFrom("stories")
      .select("account")
      .where("account", "in", some)
      .execute();
    const kept = new Set(shown.map(({ account }) => account));
    const dropped = some.filter((key) => !kept.has(key));
    if (dropped.length === 0) continue;
    await queries.deleteFrom("entities").where("account", "in", dropped).execute();
    await queries.deleteFrom("accounts").where("key", "in", dropped).execute();
  }
}
