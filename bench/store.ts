/**
 * `npm run bench -- --store [--held N] [--latest] [--keep FOLDER]`: a store of a whole press, but for N
 * reports taken evenly out of it, or its latest, which are then added one by one as a service does. How
 * long each takes until the account of its story shows it.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPath } from "../eval/data.js";
import { Ingest } from "../src/ingest/ingest.js";
import type { ArrivingReport } from "../src/store/arrivals.js";
import { Store } from "../src/store/store.js";
import { workerThreads } from "../src/store/workers.js";

/** ms until a report that came shows in its story. */
const MOST_MS = 100;
/** Reports a second while a press is added. */
const LEAST_RATE = 200;
const WORKER = resolve(fileURLToPath(new URL("../bin/worker.cjs", import.meta.url)));

export interface StoreBenchOptions {
  readonly held: number;
  /** Those are held that came last, as a service meets them; else evenly of all days, whose stories are in nobody's memory. */
  readonly latest: boolean;
  /** Kept, and used again where it is there; else a folder that is taken away at the end. */
  readonly keep: string | null;
}

interface Added {
  readonly ms: number;
  /** Reports of its story. */
  readonly reports: number;
}

/** Returns how many targets were missed. */
export async function benchStore({ held, latest, keep }: StoreBenchOptions): Promise<number> {
  const press = dataPath("saudinewsnet");
  if (press === null) {
    console.log("store: skipped: there is no folder of a press");
    return 0;
  }
  const paths = [press];
  const folder = keep ?? mkdtempSync(join(tmpdir(), "isnad-bench-store-"));
  const isThere = existsSync(join(folder, "isnad.sqlite"));
  const workers = await workerThreads(WORKER);
  const store = await Store.openToWrite(
    { kind: "folder", folder },
    { engine: "bench", workers, create: true },
  );
  try {
    const all = [...arriving(paths)];
    if (latest) all.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
    const every = Math.floor(all.length / held);
    const isHeld = (at: number): boolean =>
      latest ? at >= all.length - held : every > 0 && at % every === every - 1;
    const started = performance.now();
    const { added } = isThere
      ? { added: 0 }
      : await store.add([all.filter((_, at) => !isHeld(at))], { wholly: true });
    const seconds = (performance.now() - started) / 1000;
    if (!isThere) {
      console.log(
        `${added} reports added in ${seconds.toFixed(0)} s, stories and accounts included: ${(added / seconds).toFixed(0)} a second`,
      );
    }
    const opening = performance.now();
    await store.settle({ wholly: false });
    console.log(`settled in ${Math.round(performance.now() - opening)} ms`);
    const warming = performance.now();
    const warm = await store.warm();
    console.log(
      `${warm} reports of the latest stories remembered in ${Math.round(performance.now() - warming)} ms`,
    );
    const times: Added[] = [];
    for (const report of all.filter((_, at) => isHeld(at))) {
      const before = performance.now();
      const { added: isNew } = await store.add([[report]], { wholly: false });
      const ms = performance.now() - before;
      if (isNew > 0) times.push({ ms, reports: await storySize(store) });
    }
    return (tell(times) ? 0 : 1) + (isThere || added / seconds >= LEAST_RATE ? 0 : 1);
  } finally {
    await store.close();
    await workers.close();
    if (keep === null) rmSync(folder, { recursive: true, force: true });
  }
}

function* arriving(paths: readonly string[]): Generator<ArrivingReport> {
  for (const { reports } of new Ingest(paths).batches()) {
    for (const input of reports) yield { input, original: null, origin: { via: "file" } };
  }
}

const dayOf = ({ input: { published, fetched } }: ArrivingReport): string =>
  published ?? fetched ?? "";

/** Reports of the story of the report that came last. */
async function storySize(store: Store): Promise<number> {
  const { read } = store.open;
  const last = await read
    .selectFrom("placements")
    .select("story")
    .orderBy("report", "desc")
    .executeTakeFirst();
  const { reports } = await read
    .selectFrom("placements")
    .select((one) => one.fn.countAll<number>().as("reports"))
    .where("story", "=", last?.story ?? 0)
    .executeTakeFirstOrThrow();
  return Number(reports);
}

function tell(times: readonly Added[]): boolean {
  const sorted = [...times].sort((a, b) => a.ms - b.ms);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.ms ?? 0;
  const under = sorted.filter(({ ms }) => ms < MOST_MS).length;
  console.log(
    `${sorted.length} reports added one by one: p50 ${at(0.5).toFixed(0)} ms, p90 ${at(0.9).toFixed(0)}, p95 ${at(0.95).toFixed(0)}, longest ${at(1).toFixed(0)}; under ${MOST_MS} ms: ${under}`,
  );
  for (const [least, most] of [
    [1, 1],
    [2, 5],
    [6, 20],
    [21, 80],
    [81, 10_000],
  ] as const) {
    const some = sorted.filter(({ reports }) => reports >= least && reports <= most);
    if (some.length === 0) continue;
    const middle = some[Math.floor(some.length / 2)]?.ms ?? 0;
    console.log(
      `  stories of ${least}–${most} reports: ${some.length}, p50 ${middle.toFixed(0)} ms, longest ${(some.at(-1)?.ms ?? 0).toFixed(0)}`,
    );
  }
  return at(0.95) < MOST_MS;
}
