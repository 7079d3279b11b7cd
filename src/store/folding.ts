/** Accounts of stories that are not as planned, made and shown. */
import type { StorySummary } from "../core/story-list.js";
import { changesBetween } from "./changes.js";
import type { Connection } from "./connection.js";
import { unpack } from "./packing.js";
import { accountKey, accountsAmong, dropAccounts, type Planned, type StoryPlan } from "./plans.js";
import type { Queries } from "./queries.js";
import { insertReadings, packedMembers, unreadBy } from "./readings.js";
import { columnText, storedReports } from "./reports.js";
import { forAll, insertRows, slices } from "./rows.js";
import type { AccountRow } from "./schema.js";
import type { PackedAccount } from "./work.js";
import type { Workers } from "./workers.js";

/** Of a task: reports at most, but for a larger single story, and stories. */
const REPORTS_A_TASK = 60;
const STORIES_A_TASK = 40;
/** Reports read anew at a time, for an engine that has not read them. */
const READ_AT_A_TIME = 100;

/** Stories that show no account, or one of a plan before. */
export async function staleStories(queries: Queries): Promise<Planned[]> {
  const stale = await queries
    .selectFrom("stories")
    .select("anchor")
    .where((one) => one.or([one("folded", "is", null), one("folded", "!=", one.ref("fold"))]))
    .execute();
  const anchors = stale.map(({ anchor }) => anchor);
  const rows = await forAll(anchors, (some) =>
    queries
      .selectFrom("stories")
      .select(["fold", "plan"])
      .where("anchor", "in", some)
      .orderBy("anchor")
      .execute(),
  );
  return rows.map(({ fold, plan }) => ({ fold, plan: unpack(plan) as StoryPlan }));
}

export interface Folder {
  readonly connection: Connection;
  readonly workers: Workers;
  readonly engine: number;
  readonly now: () => string;
  /** Whether what is folded may soon be folded again with another report. Default: no. */
  readonly grows?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Makes the accounts, the largest first, and hands each task's on as it is done. */
export async function foldAll(
  folder: Folder,
  planned: readonly Planned[],
  keep: (accounts: readonly PackedAccount[], planned: readonly Planned[]) => Promise<void>,
): Promise<void> {
  const { workers, signal, onProgress } = folder;
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;
  let done = 0;
  for (const batch of batchesOf(planned)) {
    // One more than there are threads, so that none waits for the database.
    while (running.size > workers.count) await Promise.race(running);
    if (failure || signal?.aborted) break;
    const task = foldBatch(folder, batch)
      .then((accounts) => keep(accounts, batch))
      .then(() => {
        done += batch.length;
        onProgress?.(done, planned.length);
      })
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => running.delete(task));
    running.add(task);
  }
  await Promise.all(running);
  const failed = failure as { readonly error: unknown } | null;
  if (failed) throw failed.error;
}

function* batchesOf(planned: readonly Planned[]): Generator<Planned[]> {
  const sorted = [...planned].sort((a, b) => b.plan.members.length - a.plan.members.length);
  let batch: Planned[] = [];
  let reports = 0;
  for (const one of sorted) {
    const more = one.plan.members.length;
    if (batch.length >= STORIES_A_TASK || (reports > 0 && reports + more > REPORTS_A_TASK)) {
      yield batch;
      batch = [];
      reports = 0;
    }
    batch.push(one);
    reports += more;
  }
  if (batch.length > 0) yield batch;
}

async function foldBatch(
  { connection, workers, engine, grows = false }: Folder,
  batch: readonly Planned[],
): Promise<readonly PackedAccount[]> {
  const seqs = batch.flatMap(({ plan }) => plan.members);
  await readMissing(connection, workers, engine, seqs);
  const members = await packedMembers(connection.read, engine, seqs);
  return workers.run({
    kind: "store-fold",
    engine,
    grows,
    stories: batch.map(({ fold, plan }) => ({
      key: accountKey(fold, engine),
      anchor: plan.anchor,
      members: plan.members.flatMap((seq) => members.get(seq) ?? []),
      forms: plan.forms,
      placements: plan.placements,
      judgements: plan.judgements,
    })),
    rule: batch[0]?.plan.rule ?? "isnad",
  });
}

/** Reads what this engine has not read yet: an account is made of readings of one engine. */
export async function readMissing(
  connection: Connection,
  workers: Workers,
  engine: number,
  seqs: readonly number[],
): Promise<void> {
  const unread = await unreadBy(connection.read, engine, seqs);
  for (const some of slices(unread, READ_AT_A_TIME)) {
    const reports = [...(await storedReports(connection.read, some)).values()];
    const inputs = reports.map(({ input }) => input);
    const readings = await workers.run({ kind: "store-read", inputs });
    await connection.change(async (queries) => {
      const still = new Set(await unreadBy(queries, engine, some));
      const read = reports.flatMap(({ seq }, at) => {
        const reading = readings[at];
        return reading && still.has(seq) ? [{ report: seq, reading }] : [];
      });
      await insertReadings(queries, engine, read);
    });
  }
}

/** Keeps accounts; those that are there already stay. */
export async function insertAccounts(
  queries: Queries,
  engine: number,
  accounts: readonly PackedAccount[],
): Promise<void> {
  const there = await accountsAmong(
    queries,
    accounts.map(({ key }) => key),
  );
  const fresh = accounts.filter(({ key }) => !there.has(key));
  await insertRows(
    queries,
    "accounts",
    fresh.map(
      ({ key, summary, body }): AccountRow => ({
        key,
        engine,
        story: summary.id,
        title: columnText(summary.title) ?? "",
        first_day: summary.start,
        last_day: summary.end,
        reports: summary.reports,
        outlets: summary.outlets.length,
        disputes: summary.disputes,
        summary: JSON.stringify(summary),
        body,
      }),
    ),
    11,
  );
  const entities = fresh.flatMap(({ key, entities: named }) =>
    named.map((one) => ({ account: key, ...one, name: columnText(one.name) ?? "" })),
  );
  await insertRows(queries, "entities", entities, 6);
}

/** Keeps accounts and shows them, where their stories are still planned so; notes what changed. */
export function showAccounts(
  { connection, engine, now }: Folder,
  accounts: readonly PackedAccount[],
  planned: readonly Planned[],
): Promise<void> {
  return connection.change(async (queries) => {
    await insertAccounts(queries, engine, accounts);
    const made = new Map(accounts.map((one) => [one.key, one]));
    const anchors = planned.map(({ plan }) => plan.anchor);
    const shown = await shownBefore(queries, anchors);
    const left: string[] = [];
    const changes: { story: number; kind: string; detail: string }[] = [];
    for (const { fold, plan } of planned) {
      const key = accountKey(fold, engine);
      const account = made.get(key);
      const before = shown.get(plan.anchor);
      if (!account || before?.fold !== fold) continue;
      await queries
        .updateTable("stories")
        .set({ folded: fold, account: key })
        .where("anchor", "=", plan.anchor)
        .execute();
      if (before.account !== null) left.push(before.account);
      for (const { kind, ...detail } of changesBetween(before.summary, account.summary)) {
        changes.push({ story: plan.anchor, kind, detail: JSON.stringify(detail) });
      }
    }
    await dropAccounts(queries, left);
    await insertChanges(queries, changes, now());
  });
}

interface Shown {
  readonly fold: string;
  readonly account: string | null;
  readonly summary: StorySummary | null;
}

async function shownBefore(
  queries: Queries,
  anchors: readonly number[],
): Promise<ReadonlyMap<number, Shown>> {
  const rows = await queries
    .selectFrom("stories")
    .leftJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "stories.fold", "stories.account", "accounts.summary"])
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
