import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { identified } from "../../src/core/judgement.js";
import { backUp, restore } from "../../src/store/backup.js";
import { connect } from "../../src/store/connection.js";
import type { StoreFault } from "../../src/store/fault.js";
import { hashOf, pack } from "../../src/store/packing.js";
import type { StorePlace } from "../../src/store/place.js";
import { rebuild } from "../../src/store/rebuild.js";
import { Store, StoreReader } from "../../src/store/store.js";
import { verify } from "../../src/store/verify.js";
import { DATABASES, folders, type TestDatabases } from "./databases.js";
import { arriving, madeReports } from "./reports.js";

describe.each(DATABASES)("upkeep of a store on $name", ({ name, start }) => {
  let databases: TestDatabases;
  const others = folders();
  let folder = "";

  beforeAll(async () => {
    databases = await start();
    folder = mkdtempSync(join(tmpdir(), "isnad-upkeep-"));
  });
  afterAll(async () => {
    await databases.end();
    await others.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = (place: StorePlace, engine = "first"): Promise<Store> =>
    Store.openToWrite(place, { engine, create: true });

  /** All that a reader would see. */
  async function contentOf(place: StorePlace): Promise<string> {
    const reader = await StoreReader.open(place);
    try {
      const stories = await reader.stories({ limit: 500 });
      const accounts = await Promise.all(stories.map(({ anchor }) => reader.account(anchor)));
      const found = await reader.search("السوق", { limit: 500, offset: 0 });
      const reports = found.map(({ id }) => id).sort();
      return hashOf(JSON.stringify([stories, accounts, reports, await reader.judgements()]));
    } finally {
      await reader.close();
    }
  }

  async function filled(): Promise<StorePlace> {
    const place = await databases.place();
    const store = await opened(place);
    await store.add([madeReports(30).map(arriving)]);
    const [one] = await store.stories({ limit: 1 });
    const account = await store.account(one?.anchor ?? 0);
    const reports = account?.stories[0]?.reports.slice(0, 1) ?? [];
    await store.judge(
      identified({ kind: "split", reports, author: "م", time: TIME, reason: "آخر" }),
    );
    await store.close();
    return place;
  }

  test("a backup taken while others write is put back into either kind of database", async () => {
    const place = await filled();
    const file = join(folder, "backup.sqlite");
    const writer = await opened(place);
    const reader = await connect(place, { mode: "read" });
    await backUp(reader, file);
    const again = await backUp(reader, file).catch((error: StoreFault) => error.message);
    expect(again).toContain("is there already");
    await reader.close();
    await writer.close();
    for (const target of [await databases.place(), await others.place()]) {
      await restore(file, target);
      expect(await contentOf(target)).toBe(await contentOf(place));
      const connection = await connect(target, { mode: "read" });
      expect((await verify(connection)).flaws).toEqual([]);
      await connection.close();
      const twice = await restore(file, target).catch((error: StoreFault) => error.message);
      expect(twice).toContain("holds reports already");
      // And it goes on from there.
      const store = await opened(target);
      expect((await store.add([madeReports(4, 28).map(arriving)])).added).toBe(2);
      await store.close();
    }
  });

  test("verifying names what was changed behind the program's back, and only that", async () => {
    const place = await filled();
    const store = await opened(place);
    expect((await verify(store.open)).flaws).toEqual([]);
    await store.open.change(async (queries) => {
      for (const table of ["contents", "reports", "readings", "judgements"]) {
        const trigger = name === "SQLite" ? `${table}_no_update` : `${table}_append_only`;
        const on = name === "SQLite" ? sql`` : sql`on ${sql.table(table)}`;
        await sql`drop trigger ${sql.id(trigger)} ${on}`.execute(queries);
      }
      await sql`update contents set bytes = ${Buffer.from("other")}
        where hash = (select content from reports where seq = 3)`.execute(queries);
      await sql`update reports set input = ${Buffer.from(pack({ text: "غيره" }))} where seq = 5`.execute(
        queries,
      );
      await sql`update readings set body = ${Buffer.from(pack({ claims: [] }))} where report = 7`.execute(
        queries,
      );
      await sql`update judgements set entry = replace(entry, 'آخر', 'نفسه')`.execute(queries);
    });
    const { flaws, reports } = await verify(store.open);
    expect(reports).toBe(30);
    expect(flaws.map(({ code, what }) => [code, what])).toEqual([
      ["content-changed", "report 3"],
      ["input-changed", "report 5"],
      ["reading-changed", "report 7"],
      ["judgement-changed", "the log"],
    ]);
    await store.close();
  });

  test("a rebuild reads with the new engine, keeps the old readings and tells the difference", async () => {
    const place = await filled();
    const before = await contentOf(place);
    const store = await opened(place, "second");
    const difference = await rebuild(store);
    expect(difference?.engines).toEqual({ before: ["first"], after: "second" });
    // The two are one program here.
    expect(difference?.changed).toEqual([]);
    expect(difference?.stories.after).toBe(difference?.stories.before);
    const counts = new Map<string, number>();
    for (const { engine, count } of difference?.claims ?? []) {
      counts.set(engine, (counts.get(engine) ?? 0) + count);
    }
    expect(counts.get("second")).toBe(counts.get("first"));
    const verified = await verify(store.open);
    expect(verified.flaws).toEqual([]);
    expect(verified.readings).toBe(60);
    await store.close();
    expect(await contentOf(place)).toBe(before);
  });

  test("a report that joins a story of an older engine has it read anew, the story alone", async () => {
    const place = await filled();
    const store = await opened(place, "second");
    await store.add([madeReports(1, 30).map(arriving)]);
    const { flaws, readings } = await verify(store.open);
    expect(flaws).toEqual([]);
    expect(readings).toBeGreaterThan(31);
    const engines = await store.open.read
      .selectFrom("stories")
      .innerJoin("accounts", "accounts.key", "stories.account")
      .select(["stories.anchor", "accounts.engine"])
      .execute();
    expect(engines.length).toBe((await store.counts()).stories);
    await store.close();
  });
});

const TIME = "2026-01-05T10:00:00Z";
