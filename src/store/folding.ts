/** Accounts of stories that are not as planned, made and shown. */
import type { Connection } from "./connection.js";
import { unpack } from "./packing.js";
import { accountKey, accountsAmong, type Planned, type StoryPlan } from "./plans.js";
import type { Queries } from "./queries.js";
import { insertReadings, keepDated, packedMembers, unreadBy } from "./readings.js";
import { columnText, storedReports } from "./reports.js";
import { forAll, insertRows, slices } from "./rows.js";
import type { AccountRow } from "./schema.js";
import type { SentReports } from "./sent-reports.js";
import type { FoldResult, PackedAccount, PackedMember, SentMember } from "./work.js";
import type { Workers } from "./workers.js";

/** Of a task: reports at most, but for a larger single story, and stories. */
const REPORTS_A_TASK = 60;
const STORIES_A_TASK = 40;
/** Reports read anew at a time, for an engine that has not read them. */
const READ_AT_A_TIME = 100;

/** Stories that show no account, or one of a plan before. @param among those alone; else all */
export async function staleStories(
  queries: Queries,
  among?: readonly number[],
): Promise<Planned[]> {
  const anchors = among ?? (await staleAnchors(queries));
  const rows = await forAll(anchors, (some) =>
    queries
      .selectFrom("stories")
      .select(["fold", "folded", "plan"])
      .where("anchor", "in", some)
      .orderBy("anchor")
      .execute(),
  );
  return rows.flatMap(({ fold, folded, plan }) =>
    fold === folded ? [] : [{ fold, plan: unpack(plan) as StoryPlan }],
  );
}

async function staleAnchors(queries: Queries): Promise<number[]> {
  const stale = await queries
    .selectFrom("stories")
    .select("anchor")
    .where((one) => one.or([one("folded", "is", null), one("folded", "!=", one.ref("fold"))]))
    .execute();
  return stale.map(({ anchor }) => anchor);
}

export interface Folder {
  readonly connection: Connection;
  readonly workers: Workers;
  readonly engine: number;
  readonly now: () => string;
  /** What threads have of stories that may soon be folded again with another report; none: they will not. */
  readonly sent?: SentReports | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Makes the accounts, the largest first, and hands each task's on as it is done. */
export async function foldAll(
  folder: Folder,
  planned: readonly Planned[],
  keep: (accounts: readonly PackedAccount[], planned: readonly Planned[]) => Promise<void>,
): Promise<void> {
  const { workers, sent, signal, onProgress } = folder;
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;
  let done = 0;
  const homes = sent ? workers.folding : 1;
  for (const batch of batchesOf(planned, homes)) {
    // One more than there are threads, so that none waits for the database.
    while (running.size > workers.folding) await Promise.race(running);
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

/** The stories of a batch are of one home; batches of all homes in turn. */
function* batchesOf(planned: readonly Planned[], homes: number): Generator<Planned[]> {
  const left = Array.from({ length: homes }, (_, home) =>
    homeBatches(planned.filter(({ plan }) => plan.anchor % homes === home)),
  );
  while (left.length > 0) {
    for (const batches of [...left]) {
      const { value, done } = batches.next();
      if (done) left.splice(left.indexOf(batches), 1);
      else yield value;
    }
  }
}

function* homeBatches(planned: readonly Planned[]): Generator<Planned[], undefined> {
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
  return undefined;
}

async function foldBatch(folder: Folder, batch: readonly Planned[]): Promise<PackedAccount[]> {
  const { accounts, lacking } = await foldOnce(folder, batch);
  if (lacking.length === 0) return [...accounts];
  const keys = new Set(lacking);
  const again = batch.filter(({ fold }) => keys.has(accountKey(fold, folder.engine)));
  for (const { plan } of again) folder.sent?.forget(plan.anchor);
  return [...accounts, ...(await foldOnce(folder, again)).accounts];
}

async function foldOnce(
  { connection, workers, engine, sent }: Folder,
  batch: readonly Planned[],
): Promise<FoldResult> {
  const seqs = batch.flatMap(({ plan }) => {
    const known = sent?.of(plan.anchor);
    return known ? plan.members.filter((seq) => !known.has(seq)) : plan.members;
  });
  await readMissing(connection, workers, engine, seqs);
  const packed = await packedMembers(connection.read, engine, seqs);
  const stories = batch.map(({ fold, plan }) => {
    const known = sent?.of(plan.anchor);
    const members = plan.members.flatMap((seq): (PackedMember | SentMember)[] => {
      const hash = known?.get(seq);
      const member = hash === undefined ? packed.get(seq) : { report: seq, hash };
      return member ? [member] : [];
    });
    const { anchor, forms, placements, judgements } = plan;
    return { key: accountKey(fold, engine), anchor, members, forms, placements, judgements };
  });
  const rule = batch[0]?.plan.rule ?? "isnad";
  const grows = sent !== undefined;
  const task = { kind: "store-fold", engine, grows, stories, rule } as const;
  const result = await workers.run(task, grows ? batch[0]?.plan.anchor : undefined);
  for (const { plan } of batch) sent?.note(plan, packed);
  return result;
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
  await keepDated(
    queries,
    engine,
    accounts.flatMap(({ dated }) => dated),
  );
}
