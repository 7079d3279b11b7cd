/** Reports that keep coming while accounts are made: none is lost, none waits, and what is shown is true. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportInput } from "../../src/core/input.js";
import { identified, type Judgement } from "../../src/core/judgement.js";
import { hashOf, unpack } from "../../src/store/packing.js";
import type { StoryPlan } from "../../src/store/plans.js";
import { packedMembers } from "../../src/store/readings.js";
import { Store } from "../../src/store/store.js";
import { verify } from "../../src/store/verify.js";
import { foldStories } from "../../src/store/work.js";
import { thisThread, type Workers } from "../../src/store/workers.js";
import { DATABASES, type TestDatabases } from "./databases.js";
import { arriving } from "./reports.js";

const OUTLETS = ["المساء", "الضحى", "الفجر", "النهار", "الميزان"];

/** Of one event, each in words of its own at the end. */
function ofOneEvent(at: number, from = 0): ReportInput {
  return {
    outlet: OUTLETS[at % OUTLETS.length] ?? null,
    published: "2021-03-05",
    text: `قال مصدر طبي في حلب إن ${3 + (at % 4)} قتلى و12 جريحا سقطوا في انفجار وقع قرب السوق المركزي صباح اليوم. وأضاف المصدر أن سيارات الإسعاف نقلت المصابين إلى المستشفى الوطني. وهذا هو البيان ${from + at}.`,
  };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Folds that take long, as those of a large story do. */
function slowly(ms: number): Workers & { folds: number } {
  const workers = {
    ...thisThread,
    folds: 0,
    run: (async (work, home) => {
      if (work.kind === "store-fold") {
        workers.folds++;
        await pause(ms);
      }
      return thisThread.run(work, home);
    }) as Workers["run"],
  };
  return workers;
}

describe.each(DATABASES)("a story to which reports keep coming, on $name", ({ start }) => {
  let databases: TestDatabases;
  const open: Store[] = [];

  beforeAll(async () => {
    databases = await start();
  });
  afterAll(async () => {
    for (const store of open) await store.close();
    await databases.end();
  });

  async function newStore(workers: Workers): Promise<Store> {
    const place = await databases.place();
    const store = await Store.openToWrite(place, { engine: "test", create: true, workers });
    open.push(store);
    return store;
  }

  async function caughtUp(store: Store): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      const { stale, reports } = await store.counts();
      const placed = await store.queries.selectFrom("placements").select("report").execute();
      if (stale === 0 && placed.length === reports) return;
      await pause(25);
    }
    throw new Error("it did not catch up");
  }

  /** The bytes of the one story's account, made by who remembers nothing. */
  async function fromNothing({ queries }: Store): Promise<Uint8Array> {
    const row = await queries.selectFrom("stories").select("plan").executeTakeFirstOrThrow();
    const { anchor, members, forms, placements, judgements, rule } = unpack(row.plan) as StoryPlan;
    const packed = await packedMembers(queries, 1, members);
    const given = members.flatMap((seq) => packed.get(seq) ?? []);
    const story = { anchor, key: "", members: given, forms, placements, judgements };
    const work = { kind: "store-fold", engine: 1, grows: false, rule, stories: [story] } as const;
    return foldStories(work).accounts[0]?.body ?? new Uint8Array();
  }

  const keep = (store: Store, input: ReportInput) =>
    store.add([[arriving(input)]], { until: "kept" });

  test("keeps each at once, folds once for many, and ends with the account of a fold from nothing", async () => {
    const workers = slowly(120);
    const store = await newStore(workers);
    const times: number[] = [];
    const sizes: number[] = [];
    for (let at = 0; at < 40; at++) {
      const before = performance.now();
      expect(await keep(store, ofOneEvent(at))).toMatchObject({ added: 1 });
      times.push(performance.now() - before);
      const [story] = await store.stories({ limit: 1 });
      const account = story && (await store.account(story.anchor));
      // What is shown is whole, whatever came meanwhile; between the two questions another may be made.
      expect(account?.reports.length).toBe(account?.stories[0]?.reports.length);
      expect(account?.reports.length ?? 0).toBeGreaterThanOrEqual(story?.reports ?? 0);
      sizes.push(story?.reports ?? 0);
      await pause(15);
    }
    await caughtUp(store);
    // It went on telling, and never less than before.
    expect(new Set(sizes).size).toBeGreaterThan(2);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(workers.folds).toBeLessThan(25);
    const [story, ...others] = await store.stories({ limit: 5 });
    expect([story?.reports, others]).toEqual([40, []]);
    const rows = await store.queries.selectFrom("accounts").select(["key", "body"]).execute();
    expect(rows).toHaveLength(1);
    expect(hashOf(rows[0]?.body ?? "")).toBe(hashOf(await fromNothing(store)));

    const counts = (await store.changesSince(0, 999)).flatMap(({ kind, detail }) =>
      kind === "reports-changed" ? [detail as { from: number; to: number }] : [],
    );
    // Each change begins where the one before ended.
    expect(counts.length).toBeGreaterThan(1);
    for (const [at, { from, to }] of counts.entries()) {
      expect(from).toBe(counts[at - 1]?.to ?? from);
      expect(to).toBeGreaterThan(from);
    }
    expect(counts.at(-1)?.to).toBe(40);
    expect((await verify(store.open)).flaws).toEqual([]);
  });

  test("shows what somebody judges before it answers, though more keeps coming", async () => {
    const store = await newStore(slowly(60));
    await store.add([Array.from({ length: 6 }, (_, at) => arriving(ofOneEvent(at, 100)))]);
    const [story] = await store.stories({ limit: 1 });
    const ids = (await store.account(story?.anchor ?? 0))?.reports.map(({ id }) => id) ?? [];
    let isOver = false;
    const coming = (async () => {
      for (let at = 6; !isOver; at++) {
        await keep(store, ofOneEvent(at, 100));
        await pause(10);
      }
    })();
    await pause(50);
    const entries = ids.slice(0, 3).map(
      (id, at): Judgement =>
        identified({
          kind: "split",
          reports: [id],
          author: "م",
          time: `2026-01-01T00:00:0${at}.000Z`,
          reason: `another event ${at}`,
        }),
    );
    await Promise.all(entries.map((entry) => store.judge(entry)));
    for (const id of ids.slice(0, 3)) {
      const stories = await store.stories({ limit: 20 });
      const telling = await Promise.all(stories.map(({ anchor }) => store.account(anchor)));
      const tells = telling.filter((account) => account?.reports.some((one) => one.id === id));
      expect(tells.map((account) => account?.reports.length)).toEqual([1]);
    }
    isOver = true;
    await coming;
    await caughtUp(store);
    expect((await verify(store.open)).flaws).toEqual([]);
  });

  test("tells who waits when his reports are told, and who does not wait that they are not yet", async () => {
    const store = await newStore(slowly(200));
    const seqs: number[] = [];
    await store.add([[arriving(ofOneEvent(0, 300)), arriving(ofOneEvent(1, 300))]], {
      until: "kept",
      onAdded: (added) => seqs.push(...added.map(({ seq }) => seq)),
    });
    expect(await store.showing(seqs, 0)).toBe(2);
    expect(await store.showing(seqs, 20)).toBe(2);
    expect(await store.showing(seqs, 20_000)).toBe(0);
    expect((await store.stories({ limit: 5 })).map(({ reports }) => reports)).toEqual([2]);
  });

  test("what was not folded when it was closed is folded by who opens it next", async () => {
    const place = await databases.place();
    const store = await Store.openToWrite(place, {
      engine: "test",
      create: true,
      workers: slowly(100),
    });
    for (let at = 0; at < 12; at++) await keep(store, ofOneEvent(at, 500));
    await store.close();
    const next = await Store.openToWrite(place, { engine: "test" });
    open.push(next);
    await next.settle();
    expect((await next.stories({ limit: 5 })).map(({ reports }) => reports)).toEqual([12]);
    expect((await verify(next.open)).flaws).toEqual([]);
  });

  test("is remembered behind a start: one more report is all that the thread is sent", async () => {
    const place = await databases.place();
    const first = await Store.openToWrite(place, { engine: "test", create: true });
    await first.add([Array.from({ length: 6 }, (_, at) => arriving(ofOneEvent(at)))]);
    await first.close();
    const sent: number[] = [];
    const read: number[] = [];
    const workers: Workers = {
      ...thisThread,
      run: (work, home) => {
        if (work.kind === "store-fold") {
          sent.push(
            work.stories.flatMap(({ members }) => members.filter((one) => "body" in one)).length,
          );
        } else read.push(work.inputs.length);
        return thisThread.run(work, home);
      },
    };
    const store = await Store.openToWrite(place, { engine: "test", workers });
    open.push(store);
    await store.settle();
    const before = await store.queries.selectFrom("accounts").select("key").execute();
    expect(await store.warm()).toBe(6);
    expect(read).toEqual([6]);
    expect(await store.queries.selectFrom("accounts").select("key").execute()).toEqual(before);
    await store.add([[arriving(ofOneEvent(6))]], { wholly: false });
    expect(sent).toEqual([6, 1]);
    const row = await store.queries
      .selectFrom("stories")
      .innerJoin("accounts", "accounts.key", "stories.account")
      .select("accounts.body")
      .executeTakeFirstOrThrow();
    expect(hashOf(row.body)).toBe(hashOf(await fromNothing(store)));
  });
});
