/**
 * Writes to a store until it is killed, and says on its output what is committed, so that whoever killed
 * it knows what must be there: `node victim.cjs PLACE SEED`.
 */
import { writeSync } from "node:fs";
import { sql } from "kysely";
import { identified } from "../../src/core/judgement.js";
import { connect } from "../../src/store/connection.js";
import { storePlace } from "../../src/store/place.js";
import { Store } from "../../src/store/store.js";
import { arriving, madeReports } from "./reports.js";

const [, , place = "", seed = "0"] = process.argv;
const say = (word: string, ...what: string[]): void => {
  // At once: what is in a buffer is lost with the process.
  writeSync(1, `${[word, ...what].join(" ")}\n`);
};

/** A store of an older program, brought up to date. */
async function migrateOnce(): Promise<void> {
  const at = storePlace(place);
  const old = await connect(at, { mode: "write", create: true, upTo: 1 + (Number(seed) % 5) });
  const { rows } = await sql`select number from migrations`.execute(old.read);
  say("older", String(rows.length));
  await old.close();
}

async function main(): Promise<void> {
  say("started");
  await migrateOnce();
  const store = await Store.openToWrite(storePlace(place), { engine: "test", create: true });
  say("opened");
  for (let batch = 0; ; batch++) {
    const from = Number(seed) * 1000 + batch * 6;
    await store.add([madeReports(6, from).map(arriving)], {
      wholly: batch % 3 === 2,
      onAdded: (added) => say("added", ...added.map(({ id }) => id)),
    });
    const [a, b] = await store.stories({ limit: 2, offset: batch % 4 });
    const accounts = await Promise.all([a, b].map((one) => one && store.account(one.anchor)));
    const reports = accounts.flatMap((account) => account?.reports[0]?.id ?? []);
    if (reports.length === 0) continue;
    const merges = reports.length > 1 && batch % 2 === 0;
    const entry = identified({
      kind: merges ? "merge" : "split",
      reports: merges ? reports : reports.slice(0, 1),
      author: "م",
      time: new Date(Date.UTC(2026, 0, 1, 0, 0, batch)).toISOString(),
      reason: `${seed} ${batch}`,
    });
    await store.judge(entry);
    say("judged", entry.id);
  }
}

main().catch((error: unknown) => {
  say("failed", String(error));
  process.exit(1);
});
