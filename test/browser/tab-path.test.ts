import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM } from "./chromium.js";
import { JUDGED_FIRE } from "./judged-account.js";
import { DeskBrowser } from "./open-desk.js";

/** What has the focus: its place among all that can have it, and whether a reader sees it. */
interface Stop {
  readonly at: number;
  readonly name: string;
  readonly section: string | null;
  /** Nothing that stays on screen covers it: WCAG 2.2, focus not obscured. */
  readonly seen: boolean;
  readonly outlined: boolean;
}

const SCRIPT = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const box = one.getBoundingClientRect();
  const shows = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (one.contains(top) || top.contains(one));
  };
  const style = getComputedStyle(one);
  return {
    at: all.indexOf(one),
    name: (one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 40),
    section: one.closest("section")?.id ?? null,
    seen: [0.1, 0.5, 0.9].some((part) => shows(box.left + part * box.width, box.top + part * box.height)),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
})()`;

/** Every stop of the Tab key until it leaves the page, or begins anew. */
async function stops(page: Page, key: "Tab" | "Shift+Tab"): Promise<Stop[]> {
  const found: Stop[] = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press(key);
    const stop = (await page.evaluate(SCRIPT)) as Stop | null;
    if (stop === null || stop.at === found[0]?.at) return found;
    found.push(stop);
  }
  throw new Error("The Tab key never leaves the page");
}

describe.skipIf(!CHROMIUM)("the path of the Tab key through a story", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  const ways = [
    { lang: "ar", isReviewing: false },
    { lang: "en", isReviewing: false },
    { lang: "ar", isReviewing: true },
  ] as const;
  for (const { lang, isReviewing } of ways) {
    const where = `${lang}${isReviewing ? ", under review" : ""}`;
    it(`goes through everything once, in its order, always seen, and out again: ${where}`, async () => {
      const { page, complaints } = await desk.open(JUDGED_FIRE, { lang });
      if (isReviewing) {
        await page.getByRole("button", { name: "وضع المراجعة" }).click();
        await page.locator("#sources input[type=checkbox]").first().check();
        // Out of the page at its head, so that Tab begins where a reader would.
        await page.locator(".skip").focus();
        await page.keyboard.press("Shift+Tab");
      }
      const path = await stops(page, "Tab");
      expect(path.filter(({ seen }) => !seen).map(({ name }) => name)).toEqual([]);
      expect(path.filter(({ outlined }) => !outlined).map(({ name }) => name)).toEqual([]);
      const places = path.map(({ at }) => at);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      // All that a reader could click is on the way, but for what is folded.
      const open = (await page.evaluate(
        `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
           .flatMap((one, at) => one.checkVisibility() && !one.closest("details:not([open]) > :not(summary)") ? [at] : [])`,
      )) as number[];
      expect(places).toEqual(open);
      const sections = [...new Set(path.flatMap(({ section }) => section ?? []))];
      expect(sections).toEqual([
        "brief",
        "ledger",
        "disagreements",
        "timeline",
        "who",
        "copies",
        "map",
        "people",
        "measures",
        "sources",
        "review",
      ]);
      const back = (await stops(page, "Shift+Tab")).map(({ at }) => at);
      expect(back).toEqual(places.toReversed());
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }
});
