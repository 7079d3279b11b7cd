import { afterAll, beforeAll, expect, test } from "vitest";
import { storyPageSchema } from "../../src/api/stories.js";
import { accountSchema } from "../../src/core/contract.js";
import type { WatchEvent } from "../../src/watch/events.js";
import { RHYTHM } from "../../src/watch/rhythm.js";
import { type WebServer, webServer } from "../fetch/web-server.js";
import { page, rss, text } from "../watch/newsroom.js";
import { type Running, running } from "./running.js";

let web: WebServer;
/** Hosts are asked one thing at a time: who stalls is to hold up only himself. */
let mute: WebServer;
let service: Running;
beforeAll(async () => {
  web = await webServer();
  mute = await webServer({ "*": () => {} });
  service = await running([
    { id: "first", outlet: "النهار", published: "2022-01-06", text: text("سبعة") },
  ]);
});
afterAll(async () => {
  await service.service.writer?.endWatch();
  await service.stop();
  await web.end();
  await mute.end();
});

async function until<T>(found: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const one = await found();
    if (one !== null) return one;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("it did not come to pass");
}

test("what a watched feed brings joins its story over the API, and a broken feed ends nothing", async () => {
  const { writer } = service.service;
  if (!writer) throw new Error("no writer");
  const told: WatchEvent[] = [];
  web.set("/feed", rss([]));
  web.set("/garbage", (_, response) => void response.end(Buffer.from([0, 1, 2, 255, 254, 7])));
  await writer.watch(
    {
      feeds: [`${web.origin}/feed`, `${web.origin}/garbage`, `${mute.origin}/feed`].map((url) => ({
        url,
        title: null,
      })),
      version: "1",
      allowPrivate: ["127.0.0.1"],
      rhythm: { ...RHYTHM, shortest: 100, first: 100, longest: 500, tick: 100, quiet: 200 },
    },
    (event) => told.push(event),
  );
  const changes = await service.ask("/api/v1/events?since=0", { role: "reader" });
  await until(async () => told.find(({ kind }) => kind === "feed-failed") ?? null);
  web.set("/feed", rss([{ link: `${web.origin}/fire`, title: "حريق" }]));
  web.set("/fire", page("حريق في سوق حلب", "تسعة"));
  const story = await until(async () => {
    const answer = await service.ask("/api/v1/stories", { role: "reader" });
    const { stories } = storyPageSchema.parse(await answer.json());
    return stories.find(({ reports }) => reports === 2) ?? null;
  });
  const answer = await service.ask(`/api/v1/stories/${story.anchor}`, { role: "reader" });
  const account = accountSchema.parse(await answer.json());
  expect(account.reports.some((one) => one.text.includes("تسعة"))).toBe(true);
  // Who follows is told by the events that there are.
  const reader = changes.body?.getReader();
  let events = "";
  while (reader && !events.includes("event: reports-changed")) {
    events += new TextDecoder().decode((await reader.read()).value);
  }
  await reader?.cancel();
  expect(events).toContain(`"story":${story.anchor}`);
  // The service is as well as before, and others write to its store beside the watcher.
  const added = await service.ask("/api/v1/reports", {
    method: "POST",
    role: "reviewer",
    body: JSON.stringify({ reports: [{ text: text("أربعة").replaceAll("حلب", "حمص") }] }),
  });
  expect(await added.json()).toMatchObject({ added: 1 });
  expect(service.complaints).toEqual([]);
  await writer.endWatch();
  const asked = web.asked.length;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(web.asked.length).toBe(asked);
});
