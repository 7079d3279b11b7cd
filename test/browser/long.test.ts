import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM } from "./chromium.js";
import { PORT_FIRE } from "./fixture.js";
import { longReport, manyStories } from "./long-things.js";
import { bestOf, SMOOTH } from "./main-thread.js";
import { manyTimes } from "./many-reports.js";
import { DeskBrowser } from "./open-desk.js";
import { DeskServer } from "./serve-desk.js";

const scroll = (pixels: number): string => `scrollBy({ top: ${pixels}, behavior: "instant" })`;
const rounded = (times: readonly number[]): string => times.map(Math.round).join(", ");

describe.skipIf(!CHROMIUM)("what is very long", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  it("a report of 200,000 characters is all there, and smooth", async () => {
    const account = longReport(PORT_FIRE, "report-r1", 200_000);
    const text = account.reports[0]?.text ?? "";
    const hash = `#/report/report-r1/${account.stories[0]?.id}`;
    const { page } = await desk.open(account, { hash });
    expect(await page.locator("article .text").textContent()).toBe(text);
    // Far below, what was read is marked as soon as one comes there.
    const far = account.claims.findLast(({ report }) => report === "report-r1");
    await page.evaluate(`location.hash = "${hash}?span=${far?.span.join("-")}"`);
    await page.locator("mark.target").first().waitFor();
    expect((await page.locator("mark.target").allTextContents()).join("")).toBe(
      text.slice(...(far?.span ?? [0, 0])),
    );
    expect(await page.locator("article .text").textContent()).toBe(text);
    await page.context().close();
    const layer = `document.querySelectorAll(".layers button")[2].click()`;
    const acts = [
      layer,
      layer,
      ...Array.from({ length: 10 }, () => scroll(1500)),
      "scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' })",
      layer,
    ];
    const best = await bestOf(async () => (await desk.open(account, { hash })).page, acts);
    console.info(`200,000 characters: ${rounded(best)} ms`);
    for (const time of best.slice(1)) expect(time).toBeLessThan(SMOOTH);
  });

  it("a list of 17,000 stories is smooth, and all of it can be reached", async () => {
    const stories = manyStories(17_000);
    const server = new DeskServer({
      desk: desk.desk,
      stories: () => JSON.stringify({ schema: "isnad/stories@1", stories }),
      account: () => null,
      read: () => "{}",
    });
    await server.listen();
    try {
      const open = async () => (await desk.openAt(server.url)).page;
      const page = await open();
      expect(await page.locator("h1").innerText()).toContain("17000");
      expect(await page.locator("article").count()).toBeLessThan(200);
      await page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
      const last = page.locator("article", { hasText: stories.at(-1)?.title ?? "" });
      await last.first().waitFor();
      await page.locator("a[href$='story-16999']").waitFor();
      expect(await page.locator("article").count()).toBeLessThan(200);
      await page.context().close();
      const type = (words: string): string =>
        `const input = document.querySelector("main input[type=search]");
         input.value = "${words}";
         input.dispatchEvent(new Event("input", { bubbles: true }))`;
      const jump = "scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' })";
      const acts = [
        ...Array.from({ length: 10 }, () => scroll(1200)),
        jump,
        ...Array.from({ length: 5 }, () => scroll(1200)),
        type("حريق"),
        type("حريق عدن"),
        type(""),
      ];
      const best = await bestOf(open, acts);
      console.info(`17,000 stories: ${rounded(best)} ms`);
      // A jump draws two screens at once, and the first word folds every title: one hitch each.
      const hitches = [jump, type("حريق")];
      for (const [at, time] of best.entries()) {
        expect(time).toBeLessThan(hitches.includes(acts[at] ?? "") ? 4 * SMOOTH : SMOOTH);
      }
    } finally {
      await server.stop();
    }
  });

  it("a story of 2,000 reports scrolls without a stutter", async () => {
    const account = manyTimes(PORT_FIRE, 400);
    expect(account.reports.length).toBe(2000);
    const acts = Array.from({ length: 20 }, () => scroll(1500));
    const best = await bestOf(async () => (await desk.open(account)).page, acts);
    console.info(`2,000 reports: ${rounded(best)} ms`);
    for (const time of best) expect(time).toBeLessThan(SMOOTH);
  });
});
