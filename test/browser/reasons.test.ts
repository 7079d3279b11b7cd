import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ } from "./fixture.js";
import { CORRECTED_FIRE, JUDGED_FIRE } from "./judged-account.js";
import { DeskBrowser } from "./open-desk.js";

/** A list of two stories, one of them the judged one. */
const TWO = {
  ...JUDGED_FIRE,
  stories: [
    ...JUDGED_FIRE.stories,
    ...NOTHING_READ.stories.map((one) => ({ ...one, id: "other" })),
  ],
};

describe.skipIf(!CHROMIUM)("why the account is as it is", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  it("says of names why they are one, or undecided, and leads to where each stands", async () => {
    const { page, complaints } = await desk.open(JUDGED_FIRE, { lang: "en" });
    const undecided = page.locator("#people details", { hasText: "May be one: undecided" });
    await undecided.locator("summary").press("Enter");
    const pair = undecided.locator("li");
    expect(await pair.count()).toBe(1);
    expect(await pair.innerText()).toContain("For one: told in one story");
    expect(await pair.innerText()).toContain("For two: given names alone, which many bear");
    await pair.getByRole("link", { name: "سامر الخطيب" }).click();
    expect(await page.locator("mark.target").innerText()).toBe("سامر الخطيب");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says what a person decided, who, when and why, beside what it changed", async () => {
    const { page } = await desk.open(JUDGED_FIRE);
    const head = await page.locator("header .judged").innerText();
    expect(head).toContain("بحكم إنسان");
    expect(head).toContain("سلمى");
    expect(head).toContain("حريق واحد");
    expect(head).toContain("5 مايو 2031");
    const summary = page.locator("summary", { hasText: /^\s*هما واحد/ });
    const same = page.locator("#people details", { has: summary });
    await summary.press("Enter");
    expect(await same.locator(".judged").innerText()).toContain("إنهما واحد");
    await page.context().close();
  });

  it("shows both readings of a corrected claim, who corrected it and why, and counts a rejected one no more", async () => {
    const [first, second] = CORRECTED_FIRE.claims.filter(({ judged }) => judged);
    const { page, complaints } = await desk.open(CORRECTED_FIRE, {
      lang: "en",
      hash: `#/story/${CORRECTED_FIRE.stories[0]?.id}?show=${first?.id},${second?.id}`,
    });
    const cards = page.locator("aside article");
    const corrected = await cards.nth(0).innerText();
    expect(corrected).toContain("Corrected");
    expect(await cards.nth(0).locator("tbody tr").innerText()).toMatch(/value\s+3\s+7/);
    expect(corrected).toMatch(/سلمى.* corrected value: .*misheard/);
    expect(await cards.nth(1).innerText()).toContain("Rejected");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says of each report why it is of the story", async () => {
    const { page } = await desk.open(JUDGED_FIRE, { lang: "en" });
    const why = page.locator("#sources details");
    expect(await why.count()).toBe(JUDGED_FIRE.reports.length);
    await why.nth(0).locator("summary").press("Enter");
    expect(await why.nth(0).innerText()).toContain("it starts a story");
    await why.nth(1).locator("summary").press("Enter");
    expect(await why.nth(1).innerText()).toContain("both tell of");
    await why.nth(1).getByRole("link").click();
    expect(page.url()).toContain(`#/report/${JUDGED_FIRE.reports[0]?.id}`);
    await page.context().close();
  });

  it("shows on a story's card how its main toll moved, and that people judged it", async () => {
    const { page } = await desk.open(TWO, { lang: "en", hash: "#/stories" });
    const card = page.locator("article").first();
    expect(await card.getByRole("img").getAttribute("aria-label")).toBe("7 (3 May), 12 (4 May)");
    expect(await card.innerText()).toContain("Judged by a person");
    expect(await page.locator("article").nth(1).getByRole("img").count()).toBe(0);
    await page.context().close();
  });

  it("comes back to where a page was left", async () => {
    const { page } = await desk.open(JUDGED_FIRE);
    const link = page.locator("#sources li a:has(.said)").nth(4);
    await link.scrollIntoViewIfNeeded();
    const before = (await page.evaluate("scrollY")) as number;
    expect(before).toBeGreaterThan(500);
    await link.click();
    await page.locator("article .text").waitFor();
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await page.locator("#sources").waitFor();
    expect(Math.abs(((await page.evaluate("scrollY")) as number) - before)).toBeLessThan(200);
    await page.context().close();
  });
});
