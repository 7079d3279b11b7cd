import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Account } from "../../src/core/contract.js";
import { renderExport } from "../../src/export/exports.js";
import { FORMAT_IDS, type FormatId, fileNameOf } from "../../src/export/formats.js";
import { renderJson } from "../../src/export/json.js";
import { plain } from "../../src/export/plain.js";
import { renderTerminal } from "../../src/export/terminal/account.js";
import { renderStories } from "../../src/export/terminal/stories.js";
import { CHROMIUM, openChromium } from "../browser/chromium.js";
import { hostileAccount } from "../browser/hostile-account.js";
import { parseCsv, parseRecords, unguarded } from "../rfc4180.js";
import { ATTACKS, hostilePress } from "./hostile-press.js";

/** What no text file may hold, and what turns text that stands after it. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u;
const TURNS = /[\u202a-\u202e]/;
const ISOLATES = /[\u2066-\u2069]/;

const ACCOUNTS: readonly (readonly [name: string, account: () => Account])[] = [
  ["an account in an enemy's hand", hostileAccount],
  ["reports of an enemy, as the engine reads them", hostilePress],
];
const LANGUAGES = ["en", "ar"] as const;
const CSV_FORMATS = FORMAT_IDS.filter((id) => id.startsWith("csv-"));

const written = (account: Account, format: FormatId, lang: "en" | "ar" = "en"): string =>
  renderExport(account, format, { lang });

test("the engine reads figures, speakers and disagreements among the attacks", () => {
  const { claims, stories } = hostilePress();
  expect(claims.filter(({ kind }) => kind === "figure").length).toBeGreaterThan(40);
  expect(stories.some(({ disagreements }) => disagreements.length > 0)).toBe(true);
});

describe.each(ACCOUNTS)("%s", (_, make) => {
  const account = make();

  test.each(FORMAT_IDS.flatMap((id) => LANGUAGES.map((lang) => [id, lang] as const)))(
    "%s in %s is clean text, the same each time",
    (id, lang) => {
      const text = written(account, id, lang);
      expect(text).not.toMatch(UNPRINTABLE);
      expect(text).not.toMatch(TURNS);
      if (id !== "markdown") expect(text).not.toMatch(ISOLATES);
      expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
      expect(written(account, id, lang)).toBe(text);
    },
  );

  test.each(CSV_FORMATS)("%s is a table in which no cell is a formula", (id) => {
    const rows = parseCsv(written(account, id).replace(/^\ufeff/, ""));
    for (const cell of rows.flat()) {
      if (/^-?\d+(\.\d+)?$/.test(cell)) continue;
      // Each part, too, that a spreadsheet which cuts at `;`, tabs or lines would make a cell of.
      for (const part of [cell, ...cell.split(/[;\t\r\n]/)]) {
        expect(part.replace(/^[\s\p{Cf}"`´‘’“”«»‹›]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }
    }
  });

  test.each(["csv-ledger", "csv-claims"] as const)("%s gives back the very words", (id) => {
    const texts = new Map(account.reports.map((report) => [report.id, report.text]));
    for (const row of parseRecords(written(account, id))) {
      const text = texts.get(unguarded(row["report_id"] ?? ""));
      if (text === undefined) continue;
      const words = text.slice(Number(row["span_start"]), Number(row["span_end"]));
      expect(unguarded(row["as_worded"] ?? "")).toBe(plain(words));
    }
  });

  test("ndjson has a claim a line, its words to the character", () => {
    const texts = new Map(account.reports.map((report) => [report.id, report.text]));
    const lines = written(account, "ndjson").split("\n").slice(0, -1);
    expect(lines).toHaveLength(account.claims.length);
    for (const [n, line] of lines.entries()) {
      const { id, words } = JSON.parse(line) as { id: string; words: string };
      const claim = account.claims[n];
      expect(id).toBe(claim?.id);
      expect(words).toBe(texts.get(claim?.report ?? "")?.slice(...(claim?.span ?? [0, 0])));
    }
  });

  test("geojson has points of this earth and nothing else", () => {
    interface Point {
      readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
    }
    const { features } = JSON.parse(written(account, "geojson")) as { features: Point[] };
    for (const { geometry } of features) {
      const [lon = 999, lat = 999] = geometry.coordinates;
      expect(geometry.type).toBe("Point");
      expect(Math.abs(lon)).toBeLessThanOrEqual(180);
      expect(Math.abs(lat)).toBeLessThanOrEqual(90);
    }
  });

  test.each(LANGUAGES)("markdown in %s holds no link, tag, code or note but its own", (lang) => {
    const text = written(account, "markdown", lang);
    // A backslash takes the meaning from what follows it: take both away, see what still acts.
    const active = text.replace(/\\[\s\S]/g, "");
    expect(active.match(/<(?!\/?div)(?!https?:\/\/[^\s<>]+>)/g)).toBeNull();
    expect(active.match(/<https?:\/\/(?=[^>]*(javascript|[\p{Cc}\p{Cf}]))/gu)).toBeNull();
    expect(active.match(/\[(?!\^\d+\])/g)).toBeNull();
    expect(active.match(/!\[|\]\(|`|~|\$|&|\{/g)).toBeNull();
    expect(active.match(/(?<!\*)\*(?!\*)|\*{3}/g)).toBeNull();
    expect(active.match(/https?:\/\/|\bwww\./g)?.length ?? 0).toBe(
      active.match(/<https?:\/\/[^\s<>]+>/g)?.length ?? 0,
    );
    for (const line of active.split("\n").filter((each) => each.startsWith("|"))) {
      expect(line.match(/\|/g)).toHaveLength(8);
    }
    expect(active.match(/^(#{4,}|=+$|```|\s{4,}|>|\+ |\d+\. )/gm)).toBeNull();
  });

  test.each(LANGUAGES)("markdown in %s closes every isolate on its own line", (lang) => {
    for (const line of written(account, "markdown", lang).split("\n")) {
      let depth = 0;
      for (const [mark] of line.matchAll(/[\u2066-\u2069]/g)) {
        depth += mark === "\u2069" ? -1 : 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }
  });

  test("JSON gives back the account to the character", () => {
    expect(JSON.parse(renderJson(account))).toEqual(JSON.parse(JSON.stringify(account)));
  });

  test.each(LANGUAGES)("the terminal in %s gets no control character", (lang) => {
    const text = renderTerminal(account, { lang, colour: false, width: 100, full: true });
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(text).not.toMatch(TURNS);
  });

  test("gives files names that leave their folder nowhere", () => {
    for (const name of [account.stories[0]?.id ?? "", account.reports[0]?.title ?? ""]) {
      for (const id of FORMAT_IDS) {
        expect(fileNameOf(id, name)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
      }
    }
  });
});

test.each(LANGUAGES)("the list of stories in %s gets no control character", (lang) => {
  const bad = ATTACKS.join(" ");
  const story = {
    id: bad,
    title: bad,
    start: null,
    end: null,
    places: [bad],
    reports: 1,
    outlets: [bad],
    witnesses: 1,
    tolls: [{ measure: "killed" as const, counted: bad, low: 1, best: 1, high: 1 }],
    disputes: 0,
    file: bad,
  };
  const list = { schema: "isnad/stories@1" as const, engine: bad, reports: 1, stories: [story] };
  const text = renderStories(list, { lang, colour: false, width: 100 });
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(text).not.toMatch(TURNS);
});

describe.skipIf(!CHROMIUM)("the timeline's texts in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(ACCOUNTS)(
    "run nothing and hold only the timeline's own elements: %s",
    async (_, make) => {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const slides = written(make(), "timelinejs");
      const found = await page.evaluate(`(async () => {
      const { title, events } = ${slides};
      const home = document.createElement("div");
      home.innerHTML = [title, ...events].map(({ text }) => text.headline + text.text).join("");
      document.body.append(home);
      await new Promise((done) => setTimeout(done, 300));
      const all = [...home.querySelectorAll("*")];
      return {
        tags: [...new Set(all.map((each) => each.localName))].sort(),
        attributes: [...new Set(all.flatMap((each) => each.getAttributeNames()))].sort(),
        schemes: [...new Set([...home.querySelectorAll("a")].map((each) => each.protocol))],
        hacked: "hacked" in globalThis,
      };
    })()`);
      const { tags, attributes, schemes, hacked } = found as Record<string, unknown> & {
        tags: string[];
        attributes: string[];
        schemes: string[];
      };
      expect(hacked).toBe(false);
      for (const tag of tags) expect(["a", "bdi", "blockquote", "br", "div", "p"]).toContain(tag);
      for (const name of attributes) expect(["dir", "href", "rel", "style"]).toContain(name);
      for (const scheme of schemes) expect(scheme).toBe("https:");
      expect(requests).toEqual([]);
      await page.close();
    },
  );
});
