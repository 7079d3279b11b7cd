/** A watcher with a store of its own, over servers of the test. */
import { allowanceOf } from "../../src/fetch/allowance.js";
import { type Clock, systemClock } from "../../src/fetch/clock.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import type { FetchLimits } from "../../src/fetch/limits.js";
import type { StorePlace } from "../../src/store/place.js";
import { Store } from "../../src/store/store.js";
import type { WatchEvent } from "../../src/watch/events.js";
import { RHYTHM, type Rhythm } from "../../src/watch/rhythm.js";
import { Watcher } from "../../src/watch/watcher.js";

const LIMITS: Partial<FetchLimits> = {
  connect: 1000,
  firstByte: 400,
  betweenBytes: 400,
  whole: 1500,
  bytes: 300_000,
  unpacked: 600_000,
};

export interface Newsroom {
  readonly store: Store;
  readonly events: WatchEvent[];
  readonly watcher: (feeds: readonly string[], rhythm?: Partial<Rhythm>) => Watcher;
  /** Sets the clock on the wall forward or back, by milliseconds. */
  readonly setClock: (by: number) => void;
  readonly close: () => Promise<void>;
}

export async function newsroom(place: StorePlace, mostPages?: number): Promise<Newsroom> {
  let jump = 0;
  const clock: Clock = { ...systemClock, now: () => Date.now() + jump, chance: () => 0.5 };
  const store = await Store.openToWrite(place, {
    engine: "test",
    create: true,
    ...(mostPages === undefined ? {} : { mostPages }),
  });
  const made = allowanceOf(["127.0.0.1"]);
  if ("wrong" in made) throw new Error(made.wrong);
  const fetcher = new Fetcher({
    version: "1",
    allowance: made.allowance,
    clock,
    pause: 0,
    limits: LIMITS,
  });
  const events: WatchEvent[] = [];
  return {
    store,
    events,
    watcher: (feeds, rhythm = {}) =>
      new Watcher({
        store,
        fetcher,
        feeds: feeds.map((url) => ({ url, title: null })),
        clock,
        rhythm: { ...RHYTHM, ...rhythm },
        tell: (event) => events.push(event),
        firstRetry: 50,
      }),
    setClock: (by) => {
      jump += by;
    },
    close: async () => {
      await fetcher.close();
      await store.close();
    },
  };
}

export interface Item {
  readonly link?: string;
  readonly title?: string;
  readonly published?: string;
  /** Markup of the whole text. */
  readonly content?: string;
  readonly guid?: string;
}

const inCdata = (text: string): string => `<![CDATA[${text}]]>`;

export const rss = (items: readonly Item[], head = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>المكتب</title><link>https://desk.example/</link><language>ar</language>${head}${items
    .map(
      ({ link, title, published, content, guid }) =>
        `<item>${title ? `<title>${inCdata(title)}</title>` : ""}${link ? `<link>${link}</link>` : ""}${
          guid ? `<guid isPermaLink="false">${guid}</guid>` : ""
        }${published ? `<pubDate>${published}</pubDate>` : ""}${
          content ? `<content:encoded>${inCdata(content)}</content:encoded>` : ""
        }</item>`,
    )
    .join("")}</channel></rss>`;

/** A page as an outlet has it, with what surrounds the article. */
export const page = (title: string, dead: string): string => `<!doctype html><html lang="ar"><head>
<meta charset="utf-8"><title>${title}</title><meta property="og:title" content="${title}">
<meta property="article:published_time" content="2022-01-06T10:00:00+03:00"></head><body>
<nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav>
<article><h1>${title}</h1><p>${text(dead)}</p>
<p>وأضافت الوزارة في بيان أن فرق الإطفاء وصلت إلى المكان بعد دقائق، وأن عشرات المتاجر تضررت في الحريق.</p>
<p>وقال شهود عيان إن النيران بدأت في مستودع للأقمشة قبل أن تمتد إلى الشوارع المجاورة في المدينة القديمة.</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>`;

export const text = (dead: string): string =>
  `أعلنت وزارة الصحة السورية يوم الخميس 6 يناير 2022 مقتل ${dead} أشخاص في حريق اندلع في سوق حلب القديم، ونقل المصابين إلى مستشفيات المدينة.`;
