import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { storePlace } from "../../store/place.js";
import { writerThread } from "./thread.js";

const built = (name: string): string =>
  fileURLToPath(new URL(`../../../bin/${name}`, import.meta.url));

const folders: string[] = [];

beforeAll(() => {
  expect(spawnSync(process.execPath, [built("isnad"), "--version"]).status).toBe(0);
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function started() {
  const folder = mkdtempSync(join(tmpdir(), "isnad-writer-"));
  folders.push(folder);
  const heard: string[] = [];
  const writer = await writerThread(
    {
      kind: "isnad-writer",
      place: storePlace(join(folder, "store")),
      engine: "test",
      worker: built("worker.cjs"),
      threads: 1,
    },
    {
      changed: () => {},
      failed: ({ message }) => heard.push(`failed: ${message}`),
      lost: ({ message }) => heard.push(`lost: ${message}`),
    },
  );
  return { writer, heard };
}

/** Nothing else is done in this thread: what comes from others waits. */
function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("the writing thread", () => {
  test("one that was told to close is not lost, however late that is heard", async () => {
    const { writer, heard } = await started();
    const closed = writer.close();
    await soon();
    hold(1500);
    await closed;
    await soon();
    expect(heard).toEqual([]);
  });

  test("does nothing more once it was told to close", async () => {
    const { writer, heard } = await started();
    const closed = writer.close();
    await expect(writer.endWatch()).rejects.toThrow("being stopped");
    await closed;
    expect(heard).toEqual([]);
  });
});
