import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allowanceOf } from "../../src/fetch/allowance.js";
import type { Clock } from "../../src/fetch/clock.js";
import { Fetcher, type FetcherOptions } from "../../src/fetch/fetcher.js";
import { plainRobots } from "../../src/fetch/robots-text.js";
import { type WebServer, webServer } from "./web-server.js";

let server: WebServer;
/** Stands still but for what is waited. */
let clock: Clock & { time: number; waits: number[] };
beforeEach(async () => {
  server = await webServer({ "*": "خبر" });
  clock = {
    time: 0,
    waits: [],
    now: () => Date.UTC(2022, 0, 6) + clock.time,
    elapsed: () => clock.time,
    wait: async (milliseconds) => {
      if (milliseconds <= 0) return;
      clock.waits.push(milliseconds);
      clock.time += milliseconds;
    },
    chance: () => 0,
  };
});
afterEach(() => server.end());

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = allowanceOf(["127.0.0.1"]);
  if ("wrong" in made) throw new Error(made.wrong);
  return new Fetcher({ version: "1", allowance: made.allowance, clock, pause: 1000, ...options });
}
async function outcome(from: Fetcher, path: string): Promise<string> {
  const got = await from.get(`${server.origin}${path}`, { accept: "page" });
  return got.kind === "failed" ? got.code : got.kind;
}
const robots = (text: string, status = 200): void =>
  server.set("/robots.txt", (_, response) => void response.writeHead(status).end(text));

describe("robots.txt", () => {
  test("is asked for once a day and kept to", async () => {
    robots(
      "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\nAllow: /private/news\n",
    );
    const from = fetcher();
    expect(await outcome(from, "/private/x")).toBe("robots");
    expect(await outcome(from, "/private/news")).toBe("fetched");
    expect(await outcome(from, "/other")).toBe("fetched");
    expect(server.robotsAsked()).toBe(1);
    clock.time += 25 * 3_600_000;
    await outcome(from, "/other");
    expect(server.robotsAsked()).toBe(2);
    await from.close();
  });

  test("what it tells this program by name goes before what it tells all", async () => {
    robots(
      "User-agent: *\nAllow: /\n\nUser-agent: somebody\nUser-agent: isnad/2.0\nDisallow: /*.pdf$\n",
    );
    const from = fetcher();
    expect(await outcome(from, "/a.pdf")).toBe("robots");
    expect(await outcome(from, "/a.html")).toBe("fetched");
    await from.close();
  });

  test.each([404, 403, 410])("a host without one (%s) permits all", async (status) => {
    robots("", status);
    const from = fetcher();
    expect(await outcome(from, "/page")).toBe("fetched");
    await from.close();
  });

  test.each([500, 503, 429])(
    "where it fails (%s) nothing is fetched until it is there",
    async (status) => {
      robots("", status);
      const from = fetcher();
      expect(await outcome(from, "/page")).toBe("robots-unknown");
      expect(server.asked).toEqual([]);
      robots("");
      clock.time += 3_600_000;
      expect(await outcome(from, "/page")).toBe("fetched");
      await from.close();
    },
  );

  test("what is known of it is kept to while it fails", async () => {
    robots("User-agent: *\nDisallow: /private\n");
    const from = fetcher();
    await outcome(from, "/page");
    robots("", 500);
    clock.time += 25 * 3_600_000;
    expect(await outcome(from, "/page")).toBe("fetched");
    expect(await outcome(from, "/private")).toBe("robots");
    await from.close();
  });

  test("its delay is kept to, up to a minute", async () => {
    robots("User-agent: *\nCrawl-delay: 7\n");
    const from = fetcher();
    await outcome(from, "/a");
    await outcome(from, "/b");
    expect(clock.waits).toContain(7000);
    robots("User-agent: *\nCrawl-delay: 999999\n");
    clock.time += 25 * 3_600_000;
    await outcome(from, "/c");
    await outcome(from, "/d");
    expect(Math.max(...clock.waits)).toBe(60_000);
    await from.close();
  });

  test("only its first 500 KiB are read, and hostile ones cost little", async () => {
    const agents = Array.from({ length: 20_000 }, (_, n) => `User-agent: bot${n}`).join("\n");
    const rules = "Disallow: /a\n".repeat(20_000);
    robots(`${agents}\nUser-agent: *\n${rules}`);
    const from = fetcher();
    const started = performance.now();
    expect(await outcome(from, "/a")).toBe("robots");
    robots(`User-agent: *\n${`Disallow: /${"*a".repeat(900)}b\n`.repeat(1000)}`);
    clock.time += 25 * 3_600_000;
    expect(await outcome(from, `/${"a".repeat(1500)}`)).toBe("robots");
    expect(performance.now() - started).toBeLessThan(3000);
    robots(`User-agent: *\n${"# a comment\n".repeat(50_000)}Disallow: /\n`);
    clock.time += 25 * 3_600_000;
    expect(await outcome(from, "/far-behind")).toBe("fetched");
    await from.close();
  });

  test("lines keep their numbers", () => {
    const { text } = plainRobots(
      "User-agent: a\nUser-agent: b\nDisallow: /x\n\nUser-agent: *\nDisallow: /y",
      "isnad",
    );
    expect(text.split("\n")).toEqual([
      "User-agent: others",
      "",
      "",
      "",
      "User-agent: *",
      "Disallow: /y",
    ]);
  });
});

describe("manners towards a host", () => {
  test("one question at a time, with a pause between", async () => {
    let [now, most] = [0, 0];
    server.set("*", (_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now -= 1;
        response.end("خبر");
      }, 10);
    });
    const from = fetcher();
    await Promise.all(["/1", "/2", "/3", "/4"].map((path) => outcome(from, path)));
    expect(most).toBe(1);
    expect(clock.waits).toEqual([1000, 1000, 1000, 1000]);
    await from.close();
  });

  test("who asks to be left alone is, for as long as it says", async () => {
    server.set("/busy", (_, response) => {
      response
        .writeHead(503, { "retry-after": new Date(clock.now() + 600_000).toUTCString() })
        .end();
    });
    const from = fetcher({ pause: 0 });
    expect(await outcome(from, "/busy")).toBe("asked-to-wait");
    expect(await outcome(from, "/other")).toBe("asked-to-wait");
    expect(server.asked).toHaveLength(1);
    clock.time += 601_000;
    expect(await outcome(from, "/other")).toBe("fetched");
    await from.close();
  });

  test("hosts do not wait for one another", async () => {
    const other = await webServer({ "*": "خبر" });
    server.set("/mute", () => {});
    const from = fetcher({ limits: { firstByte: 2000 } });
    const stalled = from.get(`${server.origin}/mute`, { accept: "page" });
    const started = performance.now();
    const got = await from.get(`${other.origin}/page`, { accept: "page" });
    expect(got.kind).toBe("fetched");
    expect(performance.now() - started).toBeLessThan(1500);
    expect((await stalled).kind).toBe("failed");
    await from.close();
    await other.end();
  });
});
