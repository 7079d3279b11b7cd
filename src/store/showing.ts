/** Accounts that were made, shown in place of those before them; what changed is noted. */
import type { StorySummary } from "../core/story-list.js";
import { changesBetween } from "./changes.js";
import { type Folder, insertAccounts } from "./folding.js";
import { unpack } from "./packing.js";
import { accountKey, dropAccounts, type Planned, type StoryPlan } from "./plans.js";
import type { Queries } from "./queries.js";
import type { Folded } from "./refolding.js";
import { insertRows } from "./rows.js";
import type { PackedAccount } from "./work.js";

/** Keeps accounts and shows them, where they may still be shown. @returns what became of each story */
export function showAccounts(
  { connection, engine, now }: Folder,
  accounts: readonly PackedAccount[],
  planned: readonly Planned[],
): Promise<ReadonlyMap<number, Folded>> {
  return connection.change(async (queries) => {
    const made = new Map(accounts.map((one) => [one.key, one]));
    const shown = await shownBefore(
      queries,
      planned.map(({ plan }) => plan.anchor),
    );
    const became = new Map<number, Folded>();
    const kept: { account: PackedAccount; fold: string; anchor: number; before: Shown }[] = [];
    for (const { fold, plan } of planned) {
      const { anchor } = plan;
      const [account, before] = [made.get(accountKey(fold, engine)), shown.get(anchor)];
      const state = account && before ? stateOf(before, account, { fold, plan }) : "shown";
      became.set(anchor, state);
      if (account && before && state !== "overtaken") kept.push({ account, fold, anchor, before });
    }
    await insertAccounts(
      queries,
      engine,
      kept.map(({ account }) => account),
    );
    const changes: { story: number; kind: string; detail: string }[] = [];
    for (const { account, fold, anchor, before } of kept) {
      await queries
        .updateTable("stories")
        .set({ folded: fold, account: account.key })
        .where("anchor", "=", anchor)
        .execute();
      for (const { kind, ...detail } of changesBetween(before.summary, account.summary)) {
        changes.push({ story: anchor, kind, detail: JSON.stringify(detail) });
      }
    }
    await dropAccounts(
      queries,
      kept.flatMap(({ before }) => before.account ?? []),
    );
    await insertChanges(queries, changes, now());
    return became;
  });
}

interface Shown {
  readonly fold: string;
  readonly folded: string | null;
  readonly account: string | null;
  readonly plan: Uint8Array;
  readonly summary: StorySummary | null;
}

/**
 * Whether an account is of the story as it is planned. Where the story only grew meanwhile the account is
 * true of what it tells: it is shown, lest a story to which reports keep coming is never told anew. One
 * that somebody judged meanwhile is not, nor one that tells less than what is shown.
 */
function stateOf(
  { fold, folded, plan, summary }: Shown,
  account: PackedAccount,
  made: Planned,
): Folded {
  if (fold === made.fold) return "shown";
  const tellsMore = summary === null || account.summary.reports > summary.reports;
  if (fold === folded || !tellsMore) return "overtaken";
  return isGrownFrom(unpack(plan) as StoryPlan, made.plan) ? "shown-behind" : "overtaken";
}

function isGrownFrom(now: StoryPlan, before: StoryPlan): boolean {
  const members = new Set(now.members);
  const [judged, was] = [now, before].map(({ judgements }) =>
    judgements.map(({ id }) => id).join(" "),
  );
  return (
    now.rule === before.rule && judged === was && before.members.every((one) => members.has(one))
  );
}

async function shownBefore(
  queries: Queries,
  anchors: readonly number[],
): Promise<ReadonlyMap<number, Shown>> {
  const rows = await queries
    .selectFrom("stories")
    .leftJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "stories.fold", "stories.folded", "stories.account"])
    .select(["stories.plan", "accounts.summary"])
    .where("stories.anchor", "in", anchors)
    .execute();
  return new Map(
    rows.map(({ anchor, summary, ...row }) => [
      anchor,
      { ...row, summary: summary === null ? null : (JSON.parse(summary) as StorySummary) },
    ]),
  );
}

async function insertChanges(
  queries: Queries,
  changes: readonly { readonly story: number; readonly kind: string; readonly detail: string }[],
  time: string,
): Promise<void> {
  if (changes.length === 0) return;
  const row = await queries
    .selectFrom("changes")
    .select((one) => one.fn.max("seq").as("latest"))
    .executeTakeFirst();
  const start = (row?.latest ?? 0) + 1;
  await insertRows(
    queries,
    "changes",
    changes.map((change, at) => ({ seq: start + at, time, ...change })),
    5,
  );
}
