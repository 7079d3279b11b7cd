import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DATABASES, type TestDatabases } from "./databases.js";
import { bundledVictim, killed, lossesIn } from "./killing.js";

/** `scripts/kill-store.ts` does two hundred. */
const ROUNDS = 5;
/** Milliseconds; a process has by then been through its migrations and some batches. */
const LONGEST = 1500;

describe.each(DATABASES)("a process that writes to $name", ({ start }) => {
  let databases: TestDatabases;

  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.end());

  test("may be killed at any moment: what it committed stays, and nothing is half done", async () => {
    const victim = await bundledVictim();
    const place = await databases.place();
    const said = { added: new Set<string>(), judged: new Set<string>() };
    for (let round = 0; round < ROUNDS; round++) {
      // The first is killed while it brings the schema up to date.
      const { added, judged } = await killed(
        victim,
        place,
        round,
        (LONGEST * round ** 2) / ROUNDS ** 2,
      );
      for (const id of added) said.added.add(id);
      for (const id of judged) said.judged.add(id);
      expect(await lossesIn(place, said)).toEqual([]);
    }
  });
});
