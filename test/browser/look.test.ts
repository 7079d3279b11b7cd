import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM } from "./chromium.js";
import { difference } from "./coarse.js";
import { JUDGED_FIRE } from "./judged-account.js";
import { DeskBrowser } from "./open-desk.js";

/** A few views whose look is a matter of drawing, not of words: one width, both directions. */
const VIEWS = [
  { name: "head", selector: "article > header" },
  { name: "brief", selector: "#brief" },
  { name: "steps", selector: "#ledger-killed figure" },
  { name: "flow", selector: "#who svg" },
] as const;

describe.skipIf(!CHROMIUM)("the look of the desk, coarsely", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  for (const lang of ["ar", "en"] as const) {
    it(`is what it was: ${lang}`, async () => {
      const { page } = await desk.open(JUDGED_FIRE, { lang, colorScheme: "light" });
      const blank = await page.context().newPage();
      await page.bringToFront();
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      const found: string[] = [];
      for (const { name, selector } of VIEWS) {
        const differs = await difference(blank, page.locator(selector), `${name}-${lang}`);
        if (differs !== null) found.push(differs);
      }
      expect(found).toEqual([]);
      await page.context().close();
    });
  }

  it.skipIf(process.env["SNAPSHOTS"] === "write")(
    "would show a chart that runs the wrong way, or lost its lines",
    async () => {
      const { page } = await desk.open(JUDGED_FIRE, { lang: "ar", colorScheme: "light" });
      const blank = await page.context().newPage();
      await page.bringToFront();
      const look = (): Promise<string | null> =>
        difference(blank, page.locator("#ledger-killed figure"), "steps-ar");
      const styled = (act: string): Promise<unknown> =>
        (page as Page).evaluate(`document.querySelector("#ledger-killed svg").style.${act}`);
      await styled("transform = 'scaleX(-1)'");
      expect(await look()).toContain("is another");
      await styled("transform = ''");
      expect(await look()).toBeNull();
      await page.context().close();
    },
  );
});
