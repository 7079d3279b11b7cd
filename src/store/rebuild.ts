/** A new engine over old reports: everything that can be made again is, and what came out otherwise is told. */
import type { StorySummary } from "../core/story-list.js";
import { changesBetween, type StoryChange } from "./changes.js";
import { type Folder, foldAll, insertAccounts, readMissing } from "./folding.js";
import { PressGrouping } from "./grouping.js";
import { accountKey, accountsAmong, planOf, writePlans } from "./plans.js";
import type { Queries } from "./queries.js";
import { latestSeq } from "./reports.js";
import { slices } from "./rows.js";
import type { SettleOptions, Store } from "./store.js";

/** What a rebuild changed. */
export interface Difference {
  /** That read what was shown before, and the one that read what is shown now. */
  readonly engines: { readonly before: readonly string[]; readonly after: string };
  readonly reports: number;
  readonly stories: { readonly before: number; readonly after: number };
  /** By kind of claim: how many the readings hold, of each engine. */
  readonly claims: readonly ClaimCount[];
  /** Stories that are told otherwise. */
  readonly changed: readonly ChangedStory[];
  readonly opened: readonly NamedStory[];
  readonly gone: readonly NamedStory[];
}

export interface NamedStory {
  readonly anchor: number;
  readonly title: string;
  readonly reports: number;
}

export interface ChangedStory extends NamedStory {
  readonly changes: readonly StoryChange[];
}

export interface ClaimCount {
  readonly engine: string;
  readonly kind: string;
  readonly count: number;
}

/**
 * Reads what this engine has not read, groups and folds all of it beside what is shown, and then shows
 * it in one change. A rebuild that was ended goes on where it was.
 * @returns null where it was ended
 * @throws StoreFault
 */
export async function rebuild(
  store: Store,
  { signal, onProgress }: SettleOptions = {},
): Promise<Difference | null> {
  const connection = store.open;
  const { read } = connection;
  const before = await shownStories(read);
  const engines = await enginesShown(read);
  const folder = await store.folder({
    signal,
    onProgress: (done, total) => onProgress?.("folding", done, total),
  });
  const latest = await latestSeq(read);
  await readAnew(folder, latest, (done) => onProgress?.("reading", done, latest));
  if (signal?.aborted) return null;
  onProgress?.("grouping", 0, latest);
  const grouping = await PressGrouping.anew(read, latest);
  grouping.press.settle();
  const planned = grouping.press
    .changes()
    .stories.map((story) => planOf(story, grouping.seqs, store.options.rule));
  const keys = planned.map(({ fold }) => accountKey(fold, folder.engine));
  const made = await accountsAmong(read, keys);
  const open = planned.filter((_, at) => !made.has(keys[at] ?? ""));
  await foldAll(folder, open, (accounts) =>
    connection.change((queries) => insertAccounts(queries, folder.engine, accounts)),
  );
  if (signal?.aborted) return null;
  await writePlans(connection, folder.engine, grouping, { planned, gone: "others" });
  store.forget();
  const after = await shownStories(read);
  return {
    engines: { before: engines, after: store.options.engine },
    reports: latest,
    stories: { before: before.size, after: after.size },
    claims: await claimCounts(read),
    ...differences(before, after),
  };
}

/** Reports read at a time by each thread. */
const READ_AT_A_TIME = 100;

async function readAnew(
  { connection, workers, engine, signal }: Folder,
  latest: number,
  onRead: (done: number) => void,
): Promise<void> {
  const all = Array.from({ length: latest }, (_, at) => at + 1);
  let done = 0;
  const tasks = [...slices(all, READ_AT_A_TIME)];
  const next = async (): Promise<void> => {
    for (let some = tasks.shift(); some && !signal?.aborted; some = tasks.shift()) {
      await readMissing(connection, workers, engine, some);
      done += some.length;
      onRead(done);
    }
  };
  await Promise.all(Array.from({ length: workers.count + 1 }, next));
}

async function shownStories(queries: Queries): Promise<ReadonlyMap<number, StorySummary>> {
  const rows = await queries
    .selectFrom("stories")
    .innerJoin("accounts", "accounts.key", "stories.account")
    .select(["stories.anchor", "accounts.summary"])
    .orderBy("stories.anchor")
    .execute();
  return new Map(rows.map(({ anchor, summary }) => [anchor, JSON.parse(summary) as StorySummary]));
}

async function enginesShown(queries: Queries): Promise<string[]> {
  const rows = await queries
    .selectFrom("stories")
    .innerJoin("accounts", "accounts.key", "stories.account")
    .innerJoin("engines", "engines.number", "accounts.engine")
    .select("engines.label")
    .distinct()
    .orderBy("engines.label")
    .execute();
  return rows.map(({ label }) => label);
}

async function claimCounts(queries: Queries): Promise<ClaimCount[]> {
  const rows = await queries
    .selectFrom("claims")
    .innerJoin("engines", "engines.number", "claims.engine")
    .select(["engines.label", "claims.kind", (one) => one.fn.countAll().as("count")])
    .groupBy(["engines.label", "engines.number", "claims.kind"])
    .orderBy("engines.number")
    .orderBy("claims.kind")
    .execute();
  return rows.map(({ label, kind, count }) => ({ engine: label, kind, count: Number(count) }));
}

const named = (anchor: number, { title, reports }: StorySummary): NamedStory => ({
  anchor,
  title,
  reports,
});

function differences(
  before: ReadonlyMap<number, StorySummary>,
  after: ReadonlyMap<number, StorySummary>,
): Pick<Difference, "changed" | "opened" | "gone"> {
  const changed: ChangedStory[] = [];
  const opened: NamedStory[] = [];
  for (const [anchor, is] of after) {
    const was = before.get(anchor);
    const changes = was ? changesBetween(was, is) : [];
    if (!was) opened.push(named(anchor, is));
    else if (changes.length > 0) changed.push({ ...named(anchor, is), changes });
  }
  const gone = [...before].flatMap(([anchor, was]) =>
    after.has(anchor) ? [] : [named(anchor, was)],
  );
  return { changed, opened, gone };
}
