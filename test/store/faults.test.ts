import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { StoreFault } from "../../src/store/fault.js";
import { DATABASE_FILE, type StorePlace, shownPlace, storePlace } from "../../src/store/place.js";
import { Store, StoreReader } from "../../src/store/store.js";
import { verify } from "../../src/store/verify.js";
import { folders } from "./databases.js";
import { arriving, madeReports } from "./reports.js";

const databases = folders();
afterAll(() => databases.end());

const faultIn = (work: Promise<unknown>): Promise<StoreFault | null> =>
  work.then(
    () => null,
    (error: StoreFault) => error,
  );
const folderOf = (place: StorePlace): string => (place.kind === "folder" ? place.folder : "");
const filled = async (): Promise<StorePlace> => {
  const place = await databases.place();
  const store = await Store.openToWrite(place, { engine: "test", create: true });
  await store.add([madeReports(10).map(arriving)]);
  await store.close();
  return place;
};

describe("what may happen to a store", () => {
  test("a full disk is said to be full, and when there is room again it goes on", async () => {
    const place = await filled();
    const full = await Store.openToWrite(place, { engine: "test", mostPages: 120 });
    const fault = await faultIn(full.add([madeReports(400, 10).map(arriving)]));
    expect(fault?.code).toBe("disk-full");
    expect(fault?.message).toContain("Make room");
    const kept = (await full.counts()).reports;
    await full.close();
    const store = await Store.openToWrite(place, { engine: "test" });
    const broken = (await verify(store.open)).flaws.filter(
      ({ code }) => code !== "unplaced" && code !== "stale",
    );
    expect(broken).toEqual([]);
    expect((await store.counts()).reports).toBe(kept);
    const { added, duplicates } = await store.add([madeReports(60, 0).map(arriving)]);
    expect(added + duplicates).toBe(60);
    expect((await verify(store.open)).flaws).toEqual([]);
    await store.close();
  });

  test("what is no database, and one that was cut off, are said to be damaged", async () => {
    const place = await databases.place();
    mkdirSync(folderOf(place));
    writeFileSync(join(folderOf(place), DATABASE_FILE), "مرحبا ".repeat(2000));
    expect((await faultIn(StoreReader.open(place)))?.code).toBe("damaged");
    const fault = await faultIn(Store.openToWrite(place, { engine: "test" }));
    expect(fault?.code).toBe("damaged");
    expect(fault?.message).toContain("isnad restore");
  });

  // Root may write anywhere.
  test.skipIf(process.getuid?.() === 0)("a folder without the right to write", async () => {
    const place = await filled();
    chmodSync(folderOf(place), 0o555);
    const fault = await faultIn(Store.openToWrite(place, { engine: "test" }));
    expect(fault?.code).toBe("read-only");
    chmodSync(folderOf(place), 0o755);
  });

  test("a place that cannot be made", async () => {
    const file = join(folderOf(await databases.place()), "..", "file");
    writeFileSync(file, "");
    const place = storePlace(join(file, "store"));
    const fault = await faultIn(Store.openToWrite(place, { engine: "test", create: true }));
    expect(fault?.code).toBe("read-only");
    expect(fault?.message).toContain("Give another place");
  });

  test("a server that is not there, without its password in the message", async () => {
    const place = storePlace("postgres://isnad:geheim@127.0.0.1:1/isnad");
    const fault = await faultIn(StoreReader.open(place));
    expect(fault?.code).toBe("unreachable");
    expect(fault?.message).not.toContain("geheim");
    expect(shownPlace(place)).toBe("postgres://127.0.0.1:1/isnad");
  });

  test("the lock of a process that was killed holds nobody", async () => {
    const place = await filled();
    const held = spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { DatabaseSync } from "@photostructure/sqlite";
         new DatabaseSync(${JSON.stringify(join(folderOf(place), "writer.lock"))}).exec("begin exclusive");
         process.kill(process.pid, "SIGKILL");`,
      ],
      { encoding: "utf8" },
    );
    expect(held.signal).toBe("SIGKILL");
    const store = await Store.openToWrite(place, { engine: "test" });
    expect((await store.counts()).reports).toBe(10);
    await store.close();
  });
});
