import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StorePlace } from "../../src/store/place.js";
import { verify } from "../../src/store/verify.js";
import { type WebServer, webServer } from "../fetch/web-server.js";
import { folders } from "../store/databases.js";
import { bundled } from "../store/killing.js";
import { newsroom, page, rss } from "./newsroom.js";

/** Milliseconds after its first word at which it is killed: while it fetches, keeps, places and folds. */
const DELAYS = [0, 150, 400, 800, 1500];
const ITEMS_A_ROUND = 14;

const databases = folders();
let web: WebServer;
beforeAll(async () => {
  web = await webServer();
});
afterAll(async () => {
  await web.end();
  databases.end();
});

/** @returns what it said last */
function killed(victim: string, { folder }: { folder: string }, delay: number): Promise<string> {
  const child = spawn(process.execPath, [victim, folder, `${web.origin}/feed`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    if (said === "") setTimeout(() => child.kill("SIGKILL"), delay);
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (_, signal) => {
      if (signal === "SIGKILL") resolve(said.trim().split("\n").at(-1) ?? "");
      else reject(new Error(`it ended by itself: ${said}`));
    });
  });
}

test("a watcher that is killed at any moment loses nothing, and keeps nothing twice", async () => {
  const victim = await bundled("test/watch/victim.ts");
  const place: StorePlace = await databases.place();
  if (place.kind !== "folder") throw new Error("a folder was asked for");
  const paths: string[] = [];
  for (const delay of DELAYS) {
    for (let more = 0; more < ITEMS_A_ROUND; more += 1) {
      const path = `/n${paths.length}`;
      const body = page(`خبر ${paths.length}`, "سبعة").replaceAll("حلب", `حلب${paths.length}`);
      web.set(path, (_, response) => void setTimeout(() => response.end(body), 15));
      paths.push(path);
    }
    web.set("/feed", (_, response) => {
      response.writeHead(200, { "content-type": "application/rss+xml" });
      response.end(rss(paths.map((path) => ({ link: `${web.origin}${path}`, title: path }))));
    });
    await killed(victim, place, delay);
  }
  const room = await newsroom(place);
  // What it left is due later by its own notes.
  room.setClock(60_000);
  await room.watcher([`${web.origin}/feed`]).once();
  const rows = await room.store.queries.selectFrom("reports").select("url").execute();
  const path = (url: string | null): string => (url ?? "").replace(web.origin, "");
  expect(rows.map(({ url }) => path(url)).sort()).toEqual([...paths].sort());
  const known = await room.store.queries
    .selectFrom("watched_pages")
    .select(["url", "stamp"])
    .execute();
  expect(
    known
      .filter(({ stamp }) => stamp !== null)
      .map(({ url }) => path(url))
      .sort(),
  ).toEqual([...paths].sort());
  expect((await verify(room.store.open)).flaws).toEqual([]);
  // What was kept is not asked for again: only what was under way at a kill may be.
  const asked = web.asked.filter((one) => one.path !== "/feed").length;
  expect(asked).toBeLessThan(paths.length + DELAYS.length * 50);
  await room.close();
});
