import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { feedStates } from "../../src/store/feeds.js";
import { type Answer, redirect, type WebServer, webServer } from "../fetch/web-server.js";
import { folders } from "../store/databases.js";
import { type Newsroom, newsroom, page, rss, text } from "./newsroom.js";

const databases = folders();
let server: WebServer;
let room: Newsroom;
let feed = "";
beforeEach(async () => {
  server = await webServer();
  room = await newsroom(await databases.place());
  feed = `${server.origin}/feed`;
});
afterEach(async () => {
  await room.close();
  await server.end();
});
afterAll(() => databases.end());

const HOUR = 3_600_000;
const feedOf = (...args: Parameters<typeof rss>): Answer => {
  const body = rss(...args);
  const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
  return (request, response) => {
    const isSame = request.headers["if-none-match"] === etag;
    response.writeHead(isSame ? 304 : 200, { etag, "content-type": "application/rss+xml" });
    response.end(isSame ? undefined : body);
  };
};
const reports = async (): Promise<number> => (await room.store.counts()).reports;
const once = (...feeds: string[]): Promise<number> =>
  room.watcher(feeds.length > 0 ? feeds : [feed]).once();
const later = (by = 25 * HOUR): void => room.setClock(by);
const askedFor = (path: string): number => server.asked.filter((one) => one.path === path).length;
const kinds = (): string[] => room.events.map(({ kind }) => kind);
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 400) throw new Error(`It did not come to pass: ${JSON.stringify(room.events)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

describe("a feed", () => {
  test("gives the pages that it leads to, with their bytes and how they came", async () => {
    server.set(
      "/feed",
      feedOf([
        {
          link: `${server.origin}/fire`,
          title: "حريق",
          published: "Thu, 06 Jan 2022 10:00:00 +0300",
        },
      ]),
    );
    server.set("/fire", redirect("/news/fire"));
    server.set("/news/fire", page("حريق في سوق حلب", "سبعة"));
    await once();
    const [found] = await room.store.search("الأقمشة", { limit: 5, offset: 0 });
    expect(found?.input).toMatchObject({
      title: "حريق في سوق حلب",
      url: `${server.origin}/news/fire`,
      published: "2022-01-06",
    });
    expect(found?.input.text).not.toContain("رياضة");
    expect(found?.origin).toMatchObject({
      via: "page",
      url: `${server.origin}/fire`,
      finalUrl: `${server.origin}/news/fire`,
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    const original = await room.store.original(found?.seq ?? 0);
    expect(Buffer.from(original?.bytes ?? []).toString()).toContain("<nav>");
    expect((await room.store.counts()).stories).toBe(1);
    expect(room.events).toMatchObject([
      { kind: "feed-read", added: 1, left: 0 },
      { kind: "settled" },
    ]);
  });

  test("is asked with its mark, and nothing is fetched twice", async () => {
    server.set("/feed", feedOf([{ link: `${server.origin}/a`, title: "أ" }]));
    server.set("/a", page("حريق", "سبعة"));
    await once();
    later(2 * 60_000);
    await once();
    expect(askedFor("/feed")).toBe(1);
    later(20 * 60_000);
    await once();
    expect(askedFor("/feed")).toBe(2);
    expect(kinds().at(-1)).toBe("feed-same");
    server.set(
      "/feed",
      feedOf([
        { link: `${server.origin}/b`, title: "ب" },
        { link: `${server.origin}/a`, title: "أ" },
      ]),
    );
    server.set("/b", page("زلزال", "أربعة").replaceAll("حريق", "زلزال"));
    later(HOUR / 2);
    await once();
    expect([askedFor("/a"), askedFor("/b"), await reports()]).toEqual([1, 1, 2]);
  });

  test("that says an article was changed has it read anew: a version, with what is new", async () => {
    const item = { link: `${server.origin}/a`, title: "حريق" };
    server.set("/feed", feedOf([{ ...item, published: "Thu, 06 Jan 2022 10:00:00 GMT" }]));
    server.set("/a", page("حريق", "سبعة"));
    await once();
    server.set("/feed", feedOf([{ ...item, published: "Thu, 06 Jan 2022 11:30:00 GMT" }]));
    server.set("/a", page("حريق", "تسعة"));
    later(HOUR / 2);
    await once();
    const [found] = await room.store.search("الأقمشة", { limit: 5, offset: 0 });
    expect(found?.input.text).toContain("تسعة");
    expect(await room.store.versions(found?.id ?? "")).toHaveLength(2);
    expect(room.events.filter(({ kind }) => kind === "feed-read").at(-1)).toMatchObject({
      added: 1,
      corrected: 1,
    });
  });

  test("an article corrected in silence is found when it is looked at again", async () => {
    // No day of its own: the feed's is kept, so that the same words are no new version.
    const undated = (dead: string): string =>
      page("حريق", dead).replace(/<meta property="article.*?>/, "");
    server.set(
      "/feed",
      feedOf([{ link: `${server.origin}/a`, title: "حريق", published: new Date().toUTCString() }]),
    );
    server.set("/a", undated("سبعة"));
    await once();
    later(HOUR + 60_000);
    await once();
    expect([askedFor("/a"), await reports()]).toEqual([2, 1]);
    server.set("/a", undated("تسعة"));
    later(6 * HOUR);
    await once();
    expect([askedFor("/a"), await reports()]).toEqual([3, 2]);
    expect(kinds()).toContain("page-corrected");
    for (let day = 0; day < 4; day += 1) {
      later();
      await once();
    }
    expect([askedFor("/a"), await reports()]).toEqual([4, 2]);
  });

  test("its own whole text stands in for a page that robots.txt forbids or that is gone", async () => {
    const content = `<p>${text("ثلاثة")}</p><p>${text("خمسة")}</p>`;
    server.set("/robots.txt", "User-agent: *\nDisallow: /closed/");
    server.set(
      "/feed",
      feedOf([
        { link: `${server.origin}/closed/a`, title: "أ", content },
        { link: `${server.origin}/gone`, title: "ب", content: content.replaceAll("حلب", "حمص") },
        { guid: "no-page", title: "ج", content: content.replaceAll("حلب", "حماة") },
        { link: `${server.origin}/closed/b`, title: "بلا نص" },
      ]),
    );
    await once();
    expect(server.asked.map((one) => one.path)).toEqual(["/feed", "/gone"]);
    expect(await reports()).toBe(3);
    const [found] = await room.store.search("حماة", { limit: 1, offset: 0 });
    expect(found?.origin).toMatchObject({ via: "feed", url: feed });
    expect(room.events).toContainEqual(
      expect.objectContaining({
        kind: "page-failed",
        problem: expect.objectContaining({ code: "fetch-robots" }),
      }),
    );
  });

  test("a page that fails is tried again with the feed, and the feed's text taken in the end", async () => {
    const content = `<p>${text("ثلاثة")}</p><p>${text("خمسة")}</p>`;
    server.set("/feed", feedOf([{ link: `${server.origin}/a`, title: "أ", content }]));
    server.set("/a", (_, response) => void response.writeHead(500).end());
    await once();
    expect(await reports()).toBe(0);
    later();
    await once();
    later();
    await once();
    expect([askedFor("/a"), await reports()]).toEqual([3, 1]);
    later();
    await once();
    expect(kinds().at(-1)).toBe("feed-same");
  });

  test("an index of site maps leads to its newest", async () => {
    const xml =
      (body: string): Answer =>
      (_, response) =>
        void response.writeHead(200, { "content-type": "application/xml" }).end(body);
    server.set(
      "/feed",
      xml(
        `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${server.origin}/map</loc></sitemap></sitemapindex>`,
      ),
    );
    server.set(
      "/map",
      xml(
        `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${server.origin}/a</loc></url></urlset>`,
      ),
    );
    server.set("/a", page("حريق", "سبعة"));
    await once();
    expect(await reports()).toBe(1);
  });

  test("pages that are not in Arabic, or no articles, are told once and left", async () => {
    server.set(
      "/feed",
      feedOf([{ link: `${server.origin}/en` }, { link: `${server.origin}/film` }]),
    );
    server.set(
      "/en",
      "<html><body><article><p>Nothing in Arabic stands on this page at all.</p></article></body></html>",
    );
    server.set(
      "/film",
      (_, response) => void response.writeHead(200, { "content-type": "video/mp4" }).end("x"),
    );
    await once();
    later();
    await once();
    expect([askedFor("/en"), askedFor("/film")]).toEqual([1, 1]);
    expect(kinds().filter((kind) => kind === "page-failed")).toHaveLength(2);
  });

  test("what stands in its fields is words and nothing else", async () => {
    const inside = await webServer({ "*": page("سر", "سبعة") });
    server.set(
      "/feed",
      feedOf([
        { link: `http://2130706433:9/`, title: "a" },
        { link: `file:///etc/passwd`, title: "b" },
        { link: `${server.origin}/a&#13;&#10;X-Evil: 1`, title: "c\r\nX: 1" },
        {
          guid: `'); drop table feeds; --`,
          title: "'); drop table reports; --",
          content: `<script>alert(1)</script><p>${text("ثلاثة")}</p><p>${text("خمسة")}</p>`,
        },
      ]),
    );
    await once();
    expect(server.asked.every(({ headers }) => headers["x-evil"] === undefined)).toBe(true);
    expect(inside.asked).toEqual([]);
    expect(await reports()).toBe(1);
    const [found] = await room.store.search("حلب", { limit: 1, offset: 0 });
    expect(found?.input.title).toBe("'); drop table reports; --");
    expect(found?.input.text).not.toContain("alert");
    await inside.end();
  });
});

describe("pages that are remembered", () => {
  /** Long ago, so that they are not looked at again. */
  const published = "Thu, 06 Jan 2022 10:00:00 GMT";
  const DAY = 24 * HOUR;
  const keys = async (): Promise<string[]> =>
    (
      await room.store.queries.selectFrom("watched_pages").select("url").orderBy("url").execute()
    ).map(({ url }) => url.replace(server.origin, ""));
  const listing = (...paths: string[]): void => {
    server.set(
      "/feed",
      feedOf(paths.map((path) => ({ link: `${server.origin}${path}`, title: path, published }))),
    );
    for (const path of paths) {
      server.set(path, page(`خبر ${path}`, "سبعة").replaceAll("حلب", `حلب${path.slice(1)}`));
    }
  };

  test("are forgotten a month after their feed listed them, and not while it does", async () => {
    listing("/a", "/b");
    await once();
    later(2 * DAY);
    listing("/b", "/c");
    await once();
    expect(await keys()).toEqual(["/a", "/b", "/c"]);
    for (let day = 0; day < 32; day += 4) {
      later(4 * DAY);
      await once();
    }
    // The feed said the same meanwhile: it is looked through when it says something new.
    listing("/b", "/d");
    later(4 * DAY);
    await once();
    expect(await keys()).toEqual(["/b", "/d"]);
    expect(askedFor("/b")).toBe(1);
    // What comes back is read again, and known.
    const before = await reports();
    listing("/a", "/b");
    later(4 * DAY);
    await once();
    expect([await keys(), await reports()]).toEqual([["/a", "/b", "/d"], before]);
  });

  test("are no more than so many a feed, however fast it turns", async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      listing(`/t${turn}x`, `/t${turn}y`);
      await room.watcher([feed], { mostRemembered: 3, forgetEvery: 0 }).once();
      later(HOUR);
    }
    // Two that it lists, and the newest three of the six before.
    expect((await keys()).length).toBe(5);
    expect(await keys()).toEqual(expect.arrayContaining(["/t3x", "/t3y", "/t2x", "/t2y"]));
  });

  test("of a feed that nobody reads any more are forgotten after a year", async () => {
    listing("/a");
    await once();
    const other = `${server.origin}/other`;
    server.set("/other", feedOf([{ link: `${server.origin}/z`, title: "z", published }]));
    server.set("/z", page("خبر z", "سبعة").replaceAll("حلب", "حمص"));
    later(300 * DAY);
    await once(other);
    expect(await keys()).toEqual(["/a", "/z"]);
    later(100 * DAY);
    await once(other);
    expect(await keys()).toEqual(["/z"]);
  });
});

describe("feeds that fail", () => {
  test("do not keep others from being read, each told with what to do", async () => {
    server.set("/feed", feedOf([{ link: `${server.origin}/a` }]));
    server.set("/a", page("حريق", "سبعة"));
    server.set("/stalls", () => {});
    server.set("/drips", (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(timer));
    });
    server.set("/garbage", (_, response) => void response.end(Buffer.from([0, 1, 2, 255, 254, 7])));
    server.set("/endless", (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("<item>".repeat(5000)));
      };
      response.on("drain", more);
      more();
    });
    server.set("/circle", redirect("/circle2"));
    server.set("/circle2", redirect("/circle"));
    server.set("/page", "<html><body>خبر</body></html>");
    server.set("/inside", redirect("http://169.254.169.254/latest/"));
    const broken = ["stalls", "drips", "garbage", "endless", "circle", "page", "inside", "missing"];
    await once(...broken.map((path) => `${server.origin}/${path}`), feed);
    expect(await reports()).toBe(1);
    const told = room.events.flatMap((event) => (event.kind === "feed-failed" ? [event] : []));
    expect(told.map((one) => one.feed.split("/").at(-1)).sort()).toEqual([...broken].sort());
    for (const { problem } of told) {
      expect(problem.message.length).toBeGreaterThan(10);
      expect(problem.remedy.length).toBeGreaterThan(10);
    }
    const states = await feedStates(room.store.queries);
    expect(states.filter(({ failures }) => failures === 1)).toHaveLength(broken.length);
    const good = states.find(({ url }) => url === feed);
    expect(good).toMatchObject({ failures: 0, last_error: null, title: "المكتب" });
  });

  test("are asked rarer each time, and as before when they are back", async () => {
    server.set("/feed", (_, response) => void response.writeHead(500).end());
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      await once();
      const [state] = await feedStates(room.store.queries);
      waits.push(
        Math.round(
          (Date.parse(state?.next_due ?? "") - Date.parse(state?.last_fetched ?? "")) / 60_000,
        ),
      );
      later(waits.at(-1)! * 60_000 + 60_000);
    }
    expect(waits).toEqual([8, 15, 30, 60]);
    server.set("/feed", feedOf([]));
    await once();
    expect((await feedStates(room.store.queries))[0]).toMatchObject({
      failures: 0,
      last_status: 200,
    });
  });
});

describe("a watcher that goes on", () => {
  const QUICK = { shortest: 50, first: 50, longest: 400, tick: 50, quiet: 100 };

  test("reads what comes, settles when it is quiet, and ends when it is stopped", async () => {
    server.set("/feed", feedOf([]));
    const watcher = room.watcher([feed], QUICK);
    await watcher.start();
    await until(() => askedFor("/feed") > 1);
    server.set("/feed", feedOf([{ link: `${server.origin}/a` }]));
    server.set("/a", page("حريق", "سبعة"));
    await until(async () => (await reports()) === 1 && kinds().includes("settled"));
    await watcher.stop();
    const asked = server.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.asked.length).toBe(asked);
  });

  test("a stop lets what is under way be kept, begins nothing, and does not wait for who stalls", async () => {
    const items = Array.from({ length: 12 }, (_, n) => ({ link: `${server.origin}/n${n}` }));
    server.set("/feed", feedOf(items));
    for (const [n, { link }] of items.entries()) {
      server.set(new URL(link).pathname, (_, response) => {
        setTimeout(() => response.end(page(`خبر ${n}`, "سبعة").replaceAll("حلب", `حلب${n}`)), 100);
      });
    }
    const other = await webServer({ "/mute": () => {} });
    const watcher = room.watcher([feed, `${other.origin}/mute`], QUICK);
    await watcher.start();
    await until(() => server.asked.length === 3);
    const started = performance.now();
    await watcher.stop();
    expect(performance.now() - started).toBeLessThan(4000);
    const pages = server.asked.length - 1;
    expect(pages).toBeLessThan(8);
    expect(await reports()).toBe(pages);
    await other.end();
  });

  test("a clock that jumps either way neither stops it nor makes it ask without end", async () => {
    server.set("/feed", feedOf([]));
    const watcher = room.watcher([feed], { ...QUICK, shortest: 100, longest: 200 });
    await watcher.start();
    await until(() => askedFor("/feed") > 0);
    for (const jump of [-400 * 24 * HOUR, 800 * 24 * HOUR, -400 * 24 * HOUR]) {
      room.setClock(jump);
      const before = askedFor("/feed");
      await until(() => askedFor("/feed") > before + 1);
    }
    const before = askedFor("/feed");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(askedFor("/feed") - before).toBeLessThan(8);
    await watcher.stop();
  });

  test("what a clock that ran years ahead noted does not make the next one wait for years", async () => {
    server.set("/feed", feedOf([{ link: `${server.origin}/a` }]));
    server.set("/a", page("حريق", "سبعة"));
    later(3 * 365 * 24 * HOUR);
    await once();
    later(-3 * 365 * 24 * HOUR);
    await once();
    expect([askedFor("/feed"), askedFor("/a")]).toEqual([2, 2]);
  });

  test("a disk that is full is told, and when there is room it goes on where it was", async () => {
    const place = await databases.place();
    const full = await newsroom(place, 110);
    const items = Array.from({ length: 40 }, (_, n) => ({
      link: `${server.origin}/n${n}`,
      title: `خبر ${n}`,
    }));
    server.set("/feed", feedOf(items));
    for (const [n, { link }] of items.entries()) {
      server.set(new URL(link).pathname, page(`خبر ${n}`, "سبعة").replaceAll("حلب", `حلب${n}`));
    }
    const watcher = full.watcher([feed], QUICK);
    await watcher.start();
    await until(() => full.events.some(({ kind }) => kind === "store-failed"));
    const told = full.events.find((event) => event.kind === "store-failed");
    expect(told?.message).toContain("disk is full");
    // It waits with what it has, and fetches hardly anything meanwhile: what is small may still be kept.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = server.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.asked.length - asked).toBeLessThan(5);
    expect(askedFor("/n39")).toBe(0);
    await watcher.stop();
    await full.close();
    const roomy = await newsroom(place);
    await roomy.watcher([feed]).once();
    expect((await roomy.store.counts()).reports).toBe(40);
    await roomy.close();
  });
});
