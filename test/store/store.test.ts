import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReportInput } from "../../src/core/input.js";
import { identified, type Judgement } from "../../src/core/judgement.js";
import { groupReports, readSketched, storyAccounts } from "../../src/engine.js";
import { renderJson } from "../../src/export/json.js";
import { ingest } from "../../src/ingest/ingest.js";
import type { StoreFault } from "../../src/store/fault.js";
import { hashOf } from "../../src/store/packing.js";
import { Store, StoreReader } from "../../src/store/store.js";
import { DATABASES, type TestDatabases } from "./databases.js";
import { arriving, madeReport, madeReports } from "./reports.js";

const { reports: EXAMPLES } = ingest(["examples"]);

describe.each(DATABASES)("a store on $name", ({ start }) => {
  let databases: TestDatabases;
  const open: StoreReader[] = [];

  beforeAll(async () => {
    databases = await start();
  });
  afterAll(async () => {
    for (const store of open) await store.close();
    await databases.end();
  });

  async function newStore(inputs: readonly ReportInput[] = []): Promise<Store> {
    const place = await databases.place();
    const store = await Store.openToWrite(place, { engine: "test", create: true });
    open.push(store);
    await store.add([inputs.map(arriving)]);
    return store;
  }

  const faultIn = async (work: Promise<unknown>): Promise<StoreFault["code"] | null> =>
    work.then(
      () => null,
      (error: StoreFault) => error.code,
    );

  test("gives the account that reading the same reports as a press gives", async () => {
    const store = await newStore(EXAMPLES);
    const [story] = await store.stories({ limit: 10 });
    const account = await store.account(story?.anchor ?? 0);
    expect(account && hashOf(renderJson(account))).toBe(hashOf(renderJson(asPress(EXAMPLES))));
    const byId = await store.account(story?.id ?? "");
    expect(byId && hashOf(renderJson(byId))).toBe(account && hashOf(renderJson(account)));
  });

  test("keeps the bytes of a report as they came, and knows it again", async () => {
    const store = await newStore();
    const bytes = Buffer.from([0xff, 0xfe, 0, 1, 2]);
    const report = { ...arriving(madeReport(1)), original: { bytes, media: "text/plain" } };
    expect(await store.add([[report, report]])).toEqual({ added: 1, corrected: 0, duplicates: 1 });
    expect(await store.add([[report]])).toEqual({ added: 0, corrected: 0, duplicates: 1 });
    const original = await store.original(1);
    expect(original?.media).toBe("text/plain");
    expect(Buffer.from(original?.bytes ?? []).equals(bytes)).toBe(true);
  });

  test("takes a corrected article for a new version of the same report", async () => {
    const url = "https://masaa.example/news/1";
    const before = { ...madeReport(0), id: undefined, url };
    const after = { ...before, text: before.text.replace("3 قتيلا", "5 قتلى") };
    const store = await newStore([before, madeReport(1)]);
    const [story] = await store.stories({ limit: 5 });
    const result = await store.add([[arriving({ ...after, url: `${url}#top` })]]);
    expect(result).toEqual({ added: 1, corrected: 1, duplicates: 0 });
    const [corrected, ...others] = await store.stories({ limit: 5 });
    expect(others).toEqual([]);
    expect(corrected?.anchor).toBe(story?.anchor);
    expect(corrected?.reports).toBe(2);
    const account = await store.account(corrected?.anchor ?? 0);
    const texts = account?.reports.map(({ text }) => text);
    expect(texts).toContain(after.text);
    expect(texts).not.toContain(before.text);
    const [id = ""] =
      account?.reports.flatMap((one) => (one.text === after.text ? one.id : [])) ?? [];
    const versions = await store.versions(id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    expect((await store.report(versions[0]?.id ?? ""))?.input.text).toBe(before.text);
    const [first, second] = await store.revisions(id);
    expect(first?.revision).toBeNull();
    const [passage] = second?.revision?.passages ?? [];
    expect(passage && before.text.slice(...passage.before)).toBe("3 قتيلا");
    expect(passage && after.text.slice(...passage.after)).toBe("5 قتلى");
    expect(await store.reportNamed(url)).toBe(versions[0]?.id);
    expect(await store.reportNamed(id)).toBe(id);
    const changes = await store.changesSince(0, 99);
    expect(changes.filter(({ kind }) => kind === "report-corrected")).toMatchObject([
      {
        story: story?.anchor,
        detail: {
          title: story?.title,
          report: id,
          version: 2,
          passages: [{ from: "3 قتيلا", to: "5 قتلى" }],
          changed: 1,
        },
      },
    ]);
    const found = await store.search("السوق المركزي", { limit: 9, offset: 0 });
    expect(found.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(found.length).toBe(2);
  });

  test("tells of corrections that come together with what they correct", async () => {
    const url = "https://masaa.example/news/7";
    const first = { ...madeReport(0), id: undefined, url };
    const versions = [3, 5, 8].map((dead) => ({
      ...first,
      text: first.text.replace("3 قتيلا", `${dead} قتلى`),
    }));
    const store = await newStore();
    expect(await store.add([versions.map(arriving)])).toMatchObject({ added: 3, corrected: 2 });
    const told = async () =>
      (await store.changesSince(0, 99)).filter(({ kind }) => kind === "report-corrected");
    const [story] = await store.stories({ limit: 1 });
    expect(await told()).toMatchObject([
      { story: story?.anchor, detail: { version: 2, passages: [{ from: "3", to: "5" }] } },
      { story: story?.anchor, detail: { version: 3, passages: [{ from: "5", to: "8" }] } },
    ]);
    await store.settle();
    expect(await told()).toHaveLength(2);
    const again = { ...first, text: first.text.replace("3 قتيلا", "9 قتلى") };
    await store.add([[arriving(again)]]);
    expect((await told()).map(({ detail }) => (detail as { version: number }).version)).toEqual([
      2, 3, 4,
    ]);
  });

  test("an address that was given to another report is no correction", async () => {
    const url = "https://masaa.example/latest";
    const store = await newStore([{ ...madeReport(0), url }]);
    const other = { text: "ارتفعت أسعار النفط اليوم بعد قرار خفض الإنتاج في فيينا.", url };
    expect(await store.add([[arriving(other)]])).toEqual({ added: 1, corrected: 0, duplicates: 0 });
    expect((await store.stories({ limit: 5 })).length).toBe(2);
  });

  test("reports, readings, claims and judgements can only be added", async () => {
    const store = await newStore(madeReports(2));
    await store.judge(merge(["report-1", "report-2"]));
    for (const table of ["contents", "reports", "readings", "claims", "judgements"]) {
      for (const statement of [
        sql`delete from ${sql.table(table)}`,
        sql`update ${sql.table(table)} set ${sql.id(KEPT[table] ?? "")} = ${sql.id(KEPT[table] ?? "")}`,
      ]) {
        const change = store.open.change((queries) => statement.execute(queries));
        expect([table, await faultIn(change)]).toEqual([table, "append-only"]);
      }
    }
  });

  test("what people decide makes the stories anew, and undoing it takes it back", async () => {
    const store = await newStore(TOPICS);
    const before = await store.stories({ limit: 99 });
    expect(before.length).toBe(3);
    const texts = async (): Promise<string[]> =>
      Promise.all(
        (await store.stories({ limit: 99 })).map(async ({ anchor }) =>
          hashOf(JSON.stringify(await store.account(anchor))),
        ),
      );
    const first = await texts();
    const [one, other] = await Promise.all(before.map(({ anchor }) => store.account(anchor)));
    const entry = merge([one?.reports[0]?.id ?? "", other?.reports[0]?.id ?? ""]);
    expect(await store.judge(entry)).toBe(true);
    expect(await store.judge(entry)).toBe(false);
    const merged = await store.stories({ limit: 99 });
    expect(merged.length).toBe(before.length - 1);
    expect(merged.flatMap(({ judged = [] }) => judged)).toEqual([entry.id]);
    await store.judge(
      identified({ kind: "undo", undoes: entry.id, author: "م", time: TIME, reason: "خطأ" }),
    );
    expect(await texts()).toEqual(first);
    expect((await store.judgements()).map(({ kind }) => kind)).toEqual(["merge", "undo"]);
  });

  test("reports that come one by one make the stories that they make together", async () => {
    const inputs = madeReports(24);
    const together = await newStore(inputs);
    const place = await databases.place();
    for (const input of inputs) {
      const store = await Store.openToWrite(place, { engine: "test", create: true });
      await store.add([[arriving(input)]]);
      await store.close();
    }
    const reader = await StoreReader.open(place);
    open.push(reader);
    const shape = async (store: StoreReader) =>
      (await store.stories({ limit: 50 })).map(({ id, reports }) => [id, reports]);
    expect(await shape(reader)).toEqual(await shape(together));
    expect((await reader.counts()).stale).toBe(0);
  });

  test("finds words in any spelling, in a row, without others, and by their beginning", async () => {
    const store = await newStore([
      { text: "أعلنَ البرلمانُ الأُردني حالة الطوارئ في عمّان.", id: "a" },
      { text: "قال الوزير إن حالة البرلمان والطوارئ لا تقلق أحدا في إربد.", id: "b" },
      { text: "لا شيء من ذلك في مدينة أخرى.", id: "c" },
    ]);
    const found = async (text: string) =>
      (await store.search(text, { limit: 9, offset: 0 })).map(({ input }) => input.id).sort();
    expect(await found("برلمان")).toEqual(["a", "b"]);
    expect(await found("الاردنى")).toEqual(["a"]);
    expect(await found('"حالة الطوارئ"')).toEqual(["a"]);
    expect(await found("الطوارئ -إربد")).toEqual(["a"]);
    expect(await found("طوار*")).toEqual(["a", "b"]);
    for (const text of ["", '"', "*", "- -", "' OR 1=1 --", "a:b^2 NEAR(", "\0", "(((", "!&|<->"]) {
      expect(await found(text)).toEqual([]);
    }
  });

  test("one process writes; others read meanwhile what was committed", async () => {
    const place = await databases.place();
    const store = await Store.openToWrite(place, { engine: "test", create: true });
    open.push(store);
    await store.add([madeReports(4).map(arriving)]);
    expect(await faultIn(Store.openToWrite(place, { engine: "test" }))).toBe("locked");
    const reader = await StoreReader.open(place);
    open.push(reader);
    expect((await reader.counts()).reports).toBe(4);
    await store.add([madeReports(2, 4).map(arriving)]);
    expect((await reader.counts()).reports).toBe(6);
  });

  test("a store of a newer program, and none at all, are said to be so", async () => {
    const place = await databases.place();
    expect(await faultIn(StoreReader.open(place))).toBe("no-store");
    expect(await faultIn(Store.openToWrite(place, { engine: "test" }))).toBe("no-store");
    const store = await Store.openToWrite(place, { engine: "test", create: true });
    await store.open.change((queries) =>
      queries
        .insertInto("migrations")
        .values({ number: 999, name: "of tomorrow", applied: TIME })
        .execute(),
    );
    await store.close();
    expect(await faultIn(StoreReader.open(place))).toBe("newer");
    expect(await faultIn(Store.openToWrite(place, { engine: "test" }))).toBe("newer");
  });

  test("an older store is brought up to date with all that it holds", async () => {
    const place = await databases.place();
    const old = await Store.openToWrite(place, { engine: "test", create: true, upTo: 2 });
    await old.open.change((queries) =>
      queries
        .insertInto("contents")
        .values({ hash: "x", media: "text/plain", bytes: Buffer.from("x") })
        .execute(),
    );
    await old.close();
    const reader = await StoreReader.open(place);
    open.push(reader);
    expect(await reader.counts()).toEqual({ reports: 0, stories: 0, stale: 0, judgements: 0 });
  });
});

/** Two reports each of three matters that have nothing in common. */
const TOPICS: readonly ReportInput[] = [
  [
    "2021-03-01",
    "ضرب زلزال بقوة ست درجات مدينة كونسبسيون في تشيلي وقتل سبعة أشخاص تحت أنقاض فندق.",
  ],
  [
    "2021-03-01",
    "قتل سبعة أشخاص تحت أنقاض فندق بعد زلزال ضرب مدينة كونسبسيون في تشيلي، وفق الدفاع المدني.",
  ],
  ["2021-06-10", "أقال رئيس تونس وزيرة العدل حسناء بن سليمان بعد إضراب القضاة في محاكم العاصمة."],
  ["2021-06-10", "إضراب القضاة في تونس: الرئيس يقيل وزيرة العدل حسناء بن سليمان."],
  [
    "2021-09-20",
    "غرقت سفينة شحن تحمل قمحا أوكرانيا قبالة ميناء طرطوس وأنقذ خفر السواحل تسعة بحارة.",
  ],
  [
    "2021-09-20",
    "أنقذ خفر السواحل تسعة بحارة من سفينة شحن تحمل قمحا أوكرانيا غرقت قبالة ميناء طرطوس.",
  ],
].map(([published, text = ""], at) => ({
  id: String(at),
  outlet: `صحيفة ${at % 2}`,
  published,
  text,
}));

/** The one account of reports that are one story. */
function asPress(inputs: readonly ReportInput[]) {
  const read = [...readSketched(inputs)];
  const {
    stories: [story],
    forms,
  } = groupReports(read.map(({ sketch }) => sketch));
  const given = (story?.members ?? []).flatMap((at) => {
    const [input, one] = [inputs[at], read[at]];
    return input && one ? [{ input, reading: one.reading }] : [];
  });
  const [account] = storyAccounts([
    { given, options: { forms, placements: story?.placements ?? [] } },
  ]);
  if (!account) throw new Error("no account");
  return account;
}

const TIME = "2026-01-05T10:00:00Z";

/** A column of each. */
const KEPT: Readonly<Record<string, string>> = {
  contents: "media",
  reports: "title",
  readings: "claims",
  claims: "kind",
  judgements: "entry",
};

const merge = (reports: readonly string[]): Judgement =>
  identified({ kind: "merge", reports, author: "ليلى", time: TIME, reason: "حدث واحد" });
