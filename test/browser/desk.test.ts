import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Story } from "../../src/core/contract.js";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { hostileAccount, PAYLOADS } from "./hostile-account.js";
import { DeskBrowser, settled } from "./open-desk.js";

const story = PORT_FIRE.stories[0] as Story;
const REPORT = (id: string): string => `#/report/${id}/${story.id}`;

describe.skipIf(!CHROMIUM)("the desk in a browser", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  it("opens a figure's sentence with its words lit, in one click", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE);
    await page.locator("#ledger tbody .evidence").filter({ hasText: /^7$/ }).first().click();
    const card = page.locator("aside article").first();
    expect(await card.locator("blockquote mark").innerText()).toBe("سبعة أشخاص لقوا حتفهم");
    expect(await card.locator("blockquote").innerText()).toContain("وأصيب 41 آخرون في حريق");
    expect(await card.innerText()).toContain("وزارة الصحة");
    expect(await card.innerText()).toContain("وكالة الساحل");
    expect(await card.innerText()).toContain("ar.figure.killed");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("keeps what is open in the URL, so that a link reopens it", async () => {
    const { page } = await desk.open(PORT_FIRE);
    await page.locator("#disagreements .evidence").first().click();
    const { hash } = new URL(page.url());
    const shown = await page.locator("aside").innerText();
    const again = await desk.open(PORT_FIRE, { hash });
    expect(await again.page.locator("aside").innerText()).toBe(shown);
    await page.context().close();
    await again.page.context().close();
  });

  it("works by keyboard alone: open, close, and back where one was", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toContain("skip");
    await page.locator("#ledger tbody .evidence").nth(1).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("aside").isVisible()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("evidence-title");
    await page.keyboard.press("Escape");
    expect(await page.locator("aside").count()).toBe(0);
    expect(
      await page.evaluate(
        "document.activeElement === document.querySelectorAll('#ledger tbody .evidence')[1]",
      ),
    ).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("goes from the evidence to its place in the report", async () => {
    const { page } = await desk.open(PORT_FIRE);
    await page.locator("#disagreements .evidence").first().click();
    const words = await page.locator("aside mark").first().innerText();
    await page.locator("aside article a").first().click();
    const target = page.locator("mark.target");
    expect((await target.allInnerTexts()).join("")).toBe(words);
    expect(await target.first().isVisible()).toBe(true);
    await page.context().close();
  });

  it("lights in a report exactly the words of every claim", async () => {
    const { page } = await desk.open(PORT_FIRE);
    for (const claim of PORT_FIRE.claims) {
      const report = PORT_FIRE.reports.find(({ id }) => id === claim.report);
      const hash = `${REPORT(claim.report)}?span=${claim.span.join("-")}`;
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.locator("mark.target").first().waitFor();
      const lit = await page.locator("mark.target").allTextContents();
      expect(lit.join("")).toBe(report?.text.slice(...claim.span));
    }
    await page.context().close();
  });

  it("keeps every report as published, to the character, whatever layers are on", async () => {
    for (const report of PORT_FIRE.reports) {
      const { page } = await desk.open(PORT_FIRE, { hash: REPORT(report.id) });
      expect(await page.locator("article .text").textContent()).toBe(report.text);
      for (const layer of await page.getByRole("group").getByRole("button").all()) {
        await layer.click();
      }
      expect(await page.locator("article .text").textContent()).toBe(report.text);
      await page.context().close();
    }
  });

  it("shows everywhere at once only what was known by a day", async () => {
    const { page } = await desk.open(PORT_FIRE);
    const rows = await page.locator("#ledger tbody tr").count();
    const entries = await page.locator("#timeline li").count();
    await page.locator("#as-of").focus();
    await page.keyboard.press("Home");
    await settled(page);
    expect(page.url()).toContain("asof=");
    expect(await page.locator("#ledger tbody tr").count()).toBeLessThan(rows);
    expect(await page.locator("#timeline li").count()).toBeLessThan(entries);
    expect(await page.locator("#sources li").count()).toBeLessThan(PORT_FIRE.reports.length);
    await page.locator(".asof button").click();
    await settled(page);
    expect(await page.locator("#ledger tbody tr").count()).toBe(rows);
    await page.context().close();
  });

  it("filters all views by a speaker, shows it as a chip and takes it back", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE);
    const rows = await page.locator("#ledger tbody tr").count();
    await page.locator("#who tbody button[aria-pressed]").first().click();
    await settled(page);
    expect(page.url()).toContain("speaker=");
    expect(await page.locator("#ledger tbody tr").count()).toBeLessThan(rows);
    const chip = page.locator(".chips .chip");
    expect(await chip.count()).toBe(1);
    await chip.click();
    await settled(page);
    expect(await page.locator("#ledger tbody tr").count()).toBe(rows);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("lays copies side by side with the shared words lit", async () => {
    const { page } = await desk.open(PORT_FIRE);
    await page.locator("#copies .pairs .evidence").first().click();
    const copy = [...story.copies].sort((a, b) => b.share - a.share)[0];
    const [from, to] = await page.locator("#copies .pair .text").all();
    const words = (id: string | undefined, ranges: readonly (readonly [number, number])[]) =>
      ranges
        .map((range) => PORT_FIRE.reports.find((report) => report.id === id)?.text.slice(...range))
        .join("");
    const bare = (text: string): string => text.replace(/\s+/g, "");
    const lit = async (side: typeof from): Promise<string> =>
      bare(((await side?.locator("mark").allTextContents()) ?? []).join(""));
    expect(await lit(from)).toBe(bare(words(copy?.from, copy?.pairs.map(([a]) => a) ?? [])));
    expect(await lit(to)).toBe(bare(words(copy?.to, copy?.pairs.map(([, b]) => b) ?? [])));
    await page.context().close();
  });

  it("pins on the map only what is located, and lists what is only named", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE);
    await page.locator("#map").scrollIntoViewIfNeeded();
    await page.locator("#map .land").waitFor({ state: "attached" });
    const located = new Set(
      PORT_FIRE.entities
        .filter(({ geo }) => geo && geo.precision !== "country")
        .map(({ id }) => id),
    );
    const events = story.timeline.filter(({ background }) => !background);
    const pinned = events.filter(({ place }) => place !== null && located.has(place));
    const counts = await page.locator("#map .count").allTextContents();
    expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(pinned.length);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("switches language and direction, and remembers it", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE, { lang: "en" });
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
    expect(await page.locator("#disagreements-title").innerText()).toContain("Disagreements");
    await page.getByRole("button", { name: "العربية" }).click();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await page.locator("html").getAttribute("lang")).toBe("ar");
    expect(await page.locator("#disagreements-title").innerText()).toContain("الاختلافات");
    expect(await page.evaluate("localStorage.getItem('isnad-lang')")).toBe("ar");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("fits 360 pixels without a sideways scroll, in both languages, evidence open", async () => {
    const viewport = { width: 360, height: 740 };
    for (const lang of ["ar", "en"] as const) {
      const { page } = await desk.open(PORT_FIRE, { viewport, lang });
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await page.locator("#ledger tbody .evidence").first().click();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await page.context().close();
    }
  });

  it("says what is not there", async () => {
    const { page, complaints } = await desk.open(NOTHING_READ);
    expect(await page.locator("#ledger").innerText()).toContain("لا تذكر هذه التقارير عددًا");
    expect(await page.locator("#disagreements").innerText()).toContain("لا اختلاف");
    expect(await page.locator("#copies").innerText()).toContain("لا يحمل تقرير");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says of a link to another account's story that it is not here", async () => {
    const { page } = await desk.open(PORT_FIRE, { hash: "#/story/story-of-another" });
    expect(await page.getByRole("alert").innerText()).toContain("لعل الرابط من حساب آخر");
    await page.context().close();
  });

  it("runs nothing and fetches nothing that a report says", async () => {
    for (const lang of ["ar", "en"] as const) {
      const account = hostileAccount();
      const { page, complaints } = await desk.open(account, { lang });
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })");
      expect(await page.evaluate("typeof globalThis.hacked")).toBe("undefined");
      expect(
        await page
          .locator("img, iframe, object, embed, base, form:not([role=search]), b, i")
          .count(),
      ).toBe(0);
      expect(await page.locator("script").count()).toBe(2);
      const [report] = account.reports;
      const hash = `#/report/${encodeURIComponent(report?.id ?? "")}`;
      const source = await desk.open(account, { lang, hash });
      expect(await source.page.locator("article .text").textContent()).toBe(report?.text);
      for (const payload of PAYLOADS) expect(report?.text).toContain(payload);
      expect(await source.page.evaluate("typeof globalThis.hacked")).toBe("undefined");
      expect([...complaints, ...source.complaints]).toEqual([]);
      await page.context().close();
      await source.page.context().close();
    }
  });
});
