/** Watches a feed until it is killed: `node victim.cjs FOLDER FEED`. */
import { writeSync } from "node:fs";
import { allowanceOf } from "../../src/fetch/allowance.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { storePlace } from "../../src/store/place.js";
import { Store } from "../../src/store/store.js";
import { RHYTHM } from "../../src/watch/rhythm.js";
import { Watcher } from "../../src/watch/watcher.js";

const [, , place = "", url = ""] = process.argv;
// At once: what is in a buffer is lost with the process.
const say = (line: string): number => writeSync(1, `${line}\n`);

async function main(): Promise<void> {
  const made = allowanceOf(["127.0.0.1"]);
  if ("wrong" in made) throw new Error(made.wrong);
  const store = await Store.openToWrite(storePlace(place), { engine: "test", create: true });
  const fetcher = new Fetcher({ version: "1", allowance: made.allowance, pause: 0 });
  const watcher = new Watcher({
    store,
    fetcher,
    feeds: [{ url, title: null }],
    rhythm: { ...RHYTHM, shortest: 100, first: 100, longest: 300, tick: 100, quiet: 150 },
    tell: ({ kind }) => say(kind),
    atOnce: true,
  });
  await watcher.start();
  say("started");
}

main().catch((error: unknown) => {
  say(`failed ${String(error)}`);
  process.exit(1);
});
