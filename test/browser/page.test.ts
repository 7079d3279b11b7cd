import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../../src/core/contract.js";
import { renderPage } from "../../src/export/html/page.js";
import { CHROMIUM, openChromium } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { hostileAccount, PAYLOADS } from "./hostile-account.js";

describe.skipIf(!CHROMIUM)("the page in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await openChromium();
    folder = mkdtempSync(join(tmpdir(), "isnad-page-"));
  });
  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the account's page and fails on anything a console or a network log would show. */
  async function open(
    account: Account,
    options: BrowserContextOptions = {},
    search = "",
  ): Promise<{ page: Page; complaints: string[] }> {
    const file = join(folder, "page.html");
    writeFileSync(file, renderPage(account));
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith("file:") && !url.startsWith("data:")) complaints.push(`request: ${url}`);
    });
    await page.goto(`${pathToFileURL(file).href}${search}`);
    return { page, complaints };
  }

  it("opens a figure's sentence with its words lit, in one click", async () => {
    const { page, complaints } = await open(PORT_FIRE);
    await page.locator("#ledger a.value").first().click();
    const proof = page.locator("#panel .proof").first();
    expect(await proof.locator("blockquote mark").innerText()).toBe("سبعة أشخاص لقوا حتفهم");
    expect(await proof.locator("blockquote").innerText()).toContain("وأصيب 41 آخرون في حريق");
    expect(await proof.innerText()).toContain("وزارة الصحة (بيان) عبر وكالة الساحل");
    expect(await proof.innerText()).toContain("ar.figure.killed");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("lights exactly the words of every claim, whatever overlaps them", async () => {
    const { page } = await open(PORT_FIRE);
    const texts = new Map(PORT_FIRE.reports.map((report) => [report.id, report.text]));
    for (const [n, claim] of PORT_FIRE.claims.entries()) {
      await page.evaluate(`document.querySelector('.source [data-c~="${n}"]').click()`);
      const index = await page.evaluate(
        `document.querySelector('.source [data-c~="${n}"]').dataset.c.split(" ").indexOf("${n}")`,
      );
      const proof = page.locator("#panel .proof").nth(Number(index));
      const lit = await proof.locator("blockquote mark").allTextContents();
      expect(lit.join("")).toBe(texts.get(claim.report)?.slice(...claim.span));
    }
    await page.context().close();
  });

  it("works by keyboard alone: open, close, and back where one was", async () => {
    const { page, complaints } = await open(PORT_FIRE);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    const value = page.locator("#ledger a.value").nth(1);
    await value.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#panel").isVisible()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("panel-title");
    await page.keyboard.press("Escape");
    expect(await page.locator("#panel").isVisible()).toBe(false);
    expect(
      await page.evaluate(
        "document.activeElement === document.querySelectorAll('#ledger a.value')[1]",
      ),
    ).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("goes from the evidence to its place in the source, opening what is folded", async () => {
    const { page } = await open(PORT_FIRE);
    await page.locator("#disagreements a.value").first().click();
    await page.locator("#panel .place").first().click();
    const lit = page.locator(".source .lit");
    expect(await lit.allInnerTexts()).toEqual(["سبب الحريق ماس كهربائي"]);
    expect(await lit.first().isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toMatch(/^#claim-/);
    await page.context().close();
  });

  it("opens at a claim's place from a link to it", async () => {
    const { page } = await open(PORT_FIRE, {}, "#claim-0007");
    expect(await page.locator(".source .lit").first().innerText()).toBe("12 قتيلا");
    expect(await page.locator(".source .lit").first().isVisible()).toBe(true);
    await page.context().close();
  });

  it("shows the sentence of a name's mention with the name lit", async () => {
    const { page } = await open(PORT_FIRE);
    await page.locator("#entities summary").nth(2).click();
    await page.locator("#entities a.at:visible").nth(3).click();
    expect(await page.locator("#panel mark").innerText()).toBe("مرفأ الرملة");
    await page.context().close();
  });

  it("switches language and direction, the panel and the names of things with it", async () => {
    const wide = { viewport: { width: 1600, height: 900 } };
    const { page, complaints } = await open(PORT_FIRE, wide);
    await page.locator("#ledger a.value").first().click();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
    expect(await page.locator("#disagreements h2").innerText()).toBe("Disagreements");
    expect(await page.locator("#panel .proof").first().innerText()).toContain("Killed: 7");
    expect(await page.locator("nav.bar").getAttribute("aria-label")).toBe("Sections");
    const source = page.locator("#report-1 .source");
    expect(await source.getAttribute("dir")).toBe("rtl");
    await page.getByRole("button", { name: "العربية" }).click();
    expect(await page.locator("#disagreements h2").innerText()).toBe("الخلافات");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("keeps every source as published, to the character", async () => {
    const { page } = await open(PORT_FIRE);
    for (const [i, report] of PORT_FIRE.reports.entries()) {
      expect(await page.locator(`#report-${i + 1} .source`).textContent()).toBe(report.text);
    }
    await page.context().close();
  });

  it("fits 360 pixels without a sideways scroll, and reads without a script", async () => {
    const narrow = { viewport: { width: 360, height: 740 } };
    for (const lang of ["ar", "en"]) {
      const { page } = await open(PORT_FIRE, narrow, `?lang=${lang}`);
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await page.context().close();
    }
    const { page } = await open(PORT_FIRE, { javaScriptEnabled: false });
    const link = page.locator("#ledger a.value").first();
    const target = (await link.getAttribute("href")) ?? "";
    expect(await page.locator(target).count()).toBe(1);
    expect(await page.locator("h1").innerText()).toContain("حريق في ميناء الرملة");
    await page.context().close();
  });

  it("has headings in order, one main, unique ids and a name for every control", async () => {
    for (const account of [PORT_FIRE, NOTHING_READ, { ...PORT_FIRE, stories: [] }]) {
      const { page, complaints } = await open(account);
      const levels = (await page.evaluate(
        "[...document.querySelectorAll('body > header h1, main h1, main h2, main h3, main h4, main h5, main h6')].map((h) => +h.tagName[1])",
      )) as number[];
      expect(levels[0]).toBe(1);
      levels.forEach((level, i) => {
        expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
      expect(await page.locator("main").count()).toBe(1);
      const ids = (await page.evaluate(
        "[...document.querySelectorAll('[id]')].map((e) => e.id)",
      )) as string[];
      expect(new Set(ids).size).toBe(ids.length);
      const nameless = await page.evaluate(
        "[...document.querySelectorAll('a[href],button,summary')].filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label'))).length",
      );
      expect(nameless).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it("says what is not there", async () => {
    const { page } = await open(NOTHING_READ);
    expect(await page.locator("#disagreements .empty").innerText()).toContain("تقرير واحد");
    expect(await page.locator("#ledger .empty").count()).toBe(1);
    expect(await page.locator(".dateline").innerText()).toContain("غير مذكور");
    await page.context().close();
  });

  it("runs nothing and fetches nothing that a report says", async () => {
    for (const lang of ["ar", "en"]) {
      const { page, complaints } = await open(hostileAccount(), {}, `?lang=${lang}`);
      expect(await page.evaluate("typeof globalThis.hacked")).toBe("undefined");
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })");
      await page.evaluate("document.querySelector('.source [data-c]').click()");
      expect(await page.locator("#panel .proof").count()).toBeGreaterThan(0);
      expect(await page.locator("img, iframe, object, embed, base, form, b, i").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(2);
      const shown = await page.locator("#report-1 .source").textContent();
      for (const payload of PAYLOADS) expect(shown).toContain(payload);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it("stays quick on a text of 200,000 characters", async () => {
    const base = PORT_FIRE.reports[0];
    if (!base) throw new Error("the fixture has reports");
    const text = "قال المتحدث إن سبعة قتلوا. ".repeat(7500);
    const long = { ...base, id: "report-long", text, sentences: [], furniture: [], times: [] };
    const { page, complaints } = await open({
      ...PORT_FIRE,
      reports: [...PORT_FIRE.reports, long],
    });
    expect((await page.locator("#report-6 .source").textContent())?.length).toBe(text.length);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
