import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "../../src/api/changes.js";
import { parseEvents } from "../../src/client/events.js";
import { eventStream } from "../../src/server/event-stream.js";
import { type Listening, listen } from "../../src/server/listen.js";

/** A piece of a stream is a hundred changes: with these, 400 KB. */
const WORDS = "خبر ".repeat(600);

/** As many changes as anybody takes, and how far the slow one was given them. */
let given = 0;
const changeOf = (seq: number): Change => ({
  seq,
  time: "2031-05-05T09:00:00Z",
  story: 1,
  kind: "reports-changed",
  detail: { title: WORDS },
});
const feed = (isCounted: boolean) => ({
  isStopped: false,
  next: () => Promise.resolve(),
  since: async (seq: number, limit: number) => {
    if (isCounted) given = Math.max(given, seq + limit);
    return Array.from({ length: limit }, (_, at) => changeOf(seq + at + 1));
  },
});

let server: Listening;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = await listen(
    (request) => {
      const url = new URL(request.url);
      const from = Number(url.searchParams.get("since"));
      const isSlow = url.pathname === "/slow";
      return eventStream(feed(isSlow), from, url.pathname, { heartbeat: 100, stall: 1500 });
    },
    0,
    "127.0.0.1",
  );
});
afterAll(async () => {
  for (const one of sockets) one.destroy();
  await server.close(100);
});

const wait = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

test("a reader who takes nothing is given a bounded amount, is cut off, and resumes; others go on", async () => {
  const slow = connect(server.port, "127.0.0.1");
  sockets.push(slow);
  slow.pause();
  slow.write("GET /slow?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const before = process.memoryUsage().rss;
  // What the system holds for a connection is taken at once, and then nothing any more.
  await wait(500);
  const held = given;
  expect(held).toBeGreaterThan(0);
  await wait(500);
  expect(given - held).toBeLessThanOrEqual(100);
  expect(given).toBeLessThan(100 * 60);
  // Meanwhile another takes forty times a piece, each change once and in its order.
  const ending = new AbortController();
  const quick = await fetch(`http://127.0.0.1:${server.port}/quick?since=7`, {
    signal: ending.signal,
  });
  let last = 7;
  if (!quick.body) throw new Error("no stream");
  for await (const { seq } of parseEvents(quick.body)) {
    expect(seq).toBe(last + 1);
    last = seq;
    if (last >= 4007) break;
  }
  ending.abort();
  expect(process.memoryUsage().rss - before).toBeLessThan(400 << 20);
  // He who takes nothing for too long is cut off.
  await wait(1500);
  let taken = "";
  const ended = new Promise<void>((done) => slow.once("close", () => done()));
  slow.setEncoding("utf8");
  slow.on("data", (piece: string) => {
    taken += piece;
  });
  slow.on("error", () => {});
  slow.resume();
  await ended;
  const ids = [...taken.matchAll(/^id: (\d+)$/gmu)].map(([, id]) => Number(id));
  expect(ids.length).toBeLessThan(100 * 60);
  expect(ids.slice(0, 3)).toEqual([1, 2, 3]);
  // He comes back where he was.
  const again = new AbortController();
  const resumed = await fetch(`http://127.0.0.1:${server.port}/quick?since=${ids.at(-1) ?? 0}`, {
    signal: again.signal,
  });
  if (!resumed.body) throw new Error("no stream");
  for await (const { seq } of parseEvents(resumed.body)) {
    expect(seq).toBe((ids.at(-1) ?? 0) + 1);
    break;
  }
  again.abort();
});
