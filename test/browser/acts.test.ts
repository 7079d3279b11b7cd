import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Story } from "../../src/core/contract.js";
import { renderExport } from "../../src/export/exports.js";
import { FORMATS, fileNameOf } from "../../src/export/formats.js";
import { CHROMIUM } from "./chromium.js";
import { PORT_FIRE } from "./fixture.js";
import { DeskBrowser, settled } from "./open-desk.js";

const story = PORT_FIRE.stories[0] as Story;

/** What a click saves: the name it is given and what is in it. */
async function saved(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe.skipIf(!CHROMIUM)("what a reader does at the desk", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  it("saves every export of the menu, the same as the command writes", async () => {
    const { page } = await desk.open(PORT_FIRE, { lang: "en", acceptDownloads: true });
    await page.locator("[aria-controls=export-menu]").click();
    for (const { id, label } of FORMATS) {
      const button = page
        .locator("#export-menu")
        .getByRole("button", { name: label.en, exact: true });
      const { name, bytes } = await saved(page, () => button.click());
      expect(name).toBe(fileNameOf(id, story.id));
      expect(bytes.toString("utf8")).toBe(
        renderExport(PORT_FIRE, id, { story: story.id, lang: "en" }),
      );
    }
    await page.context().close();
  });

  it("saves a chart as table, drawing and picture where it may not copy", async () => {
    const { page } = await desk.open(PORT_FIRE, { acceptDownloads: true });
    // As where the page is opened from a file that may not write to the clipboard.
    await page.evaluate(
      "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })",
    );
    const take = page.locator("#ledger .take").first();
    const as = (kind: string) =>
      saved(page, () => take.getByRole("button", { name: kind, exact: true }).click());
    const table = (await as("CSV")).bytes.toString("utf8");
    expect(table.split("\r\n")[0]).toContain("as_worded");
    expect(table).toContain("وزارة الصحة");
    const drawing = await as("SVG");
    expect(drawing.name).toMatch(/\.svg$/);
    expect(drawing.bytes.toString("utf8")).toMatch(
      /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    );
    expect((await as("PNG")).bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    await page.context().close();
  });

  it("finds what is written otherwise than it is typed", async () => {
    const { page } = await desk.open(PORT_FIRE);
    const plain = "ميناء الرمله";
    await page.locator("#search").fill(plain);
    await page.keyboard.press("Enter");
    const lit = await page.locator("main ol mark").allInnerTexts();
    expect(lit).toContain("الرملة");
    expect(page.url()).toContain("#/search/");
    await page.goBack();
    expect(await page.locator("#ledger").count()).toBe(1);
    await page.context().close();
  });

  it("joins filters, keeps them in the URL, and goes back through them", async () => {
    const { page } = await desk.open(PORT_FIRE);
    await page.locator("[aria-controls=filter-menu]").press("Enter");
    const menu = page.locator("#filter-menu");
    await menu.locator("select[aria-label='المقياس']").selectOption("killed");
    await menu.getByRole("button", { name: "له شاهدان فأكثر" }).press("Enter");
    await settled(page);
    expect(await page.locator(".chips .chip").count()).toBe(2);
    const rows = await page.locator("#ledger tbody").innerText();
    const { hash } = new URL(page.url());
    expect(hash).toContain("measure=killed");
    const again = await desk.open(PORT_FIRE, { hash });
    expect(await again.page.locator("#ledger tbody").innerText()).toBe(rows);
    await again.page.context().close();
    await page.goBack();
    expect(await page.locator(".chips .chip").count()).toBe(1);
    await page.goBack();
    expect(await page.locator(".chips").count()).toBe(0);
    await page.goForward();
    expect(await page.locator(".chips .chip").count()).toBe(1);
    await page.context().close();
  });

  it("moves the map and opens copies by keyboard", async () => {
    const { page } = await desk.open(PORT_FIRE);
    await page.locator("#map").scrollIntoViewIfNeeded();
    await page.locator("#map .land").waitFor({ state: "attached" });
    const map = page.locator("#map svg");
    const pin = (): Promise<string | null> =>
      page.locator("#map circle").first().getAttribute("cx");
    await map.focus();
    const before = Number(await pin());
    await page.keyboard.press("ArrowRight");
    expect(Number(await pin())).toBe(before - 60);
    await page.keyboard.press("ArrowLeft");
    const land = await page.locator("#map .land").getAttribute("d");
    await page.keyboard.press("+");
    expect(await page.locator("#map .land").getAttribute("d")).not.toBe(land);
    await page.keyboard.press("-");
    expect(await page.locator("#map .land").getAttribute("d")).toBe(land);
    await page.locator("#copies .pairs .evidence").first().press("Enter");
    expect(await page.locator("#copies .pair .text").count()).toBe(2);
    await page.context().close();
  });

  it("prints every section whole and no control, what is folded open", async () => {
    const { page } = await desk.open(PORT_FIRE, { colorScheme: "dark" });
    const folds = page.locator("#disagreements details, #people details");
    expect(await folds.count()).toBeGreaterThan(2);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    for (const fold of await folds.all()) expect(await fold.getAttribute("open")).not.toBeNull();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button.plain:visible, select:visible, input:visible").count()).toBe(
      0,
    );
    for (const { id } of PORT_FIRE.reports) {
      expect(await page.locator(`#sources a[href*="${id}"]`).count()).toBe(1);
    }
    // Ink on paper, though the screen is dark.
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(28, 26, 23)");
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    for (const fold of await folds.all()) expect(await fold.getAttribute("open")).toBeNull();
    await page.context().close();
  });
});
