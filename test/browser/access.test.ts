import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../../src/core/contract.js";
import { violations } from "./axe.js";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { CORRECTED_FIRE, JUDGED_FIRE } from "./judged-account.js";
import { DeskBrowser } from "./open-desk.js";

const story = PORT_FIRE.stories[0];
const corrected = CORRECTED_FIRE.claims.find(({ asRead }) => asRead);
const report = PORT_FIRE.reports[0];

describe.skipIf(!CHROMIUM)("every view of the desk, for everybody", () => {
  let desk: DeskBrowser;
  beforeAll(async () => {
    desk = await DeskBrowser.start();
  });
  afterAll(() => desk?.stop());

  const twoStories = {
    ...PORT_FIRE,
    stories: [...PORT_FIRE.stories, ...NOTHING_READ.stories],
    reports: [...PORT_FIRE.reports, ...NOTHING_READ.reports],
  };
  /** What a reviewer opens, one after the other, where the page has it. */
  async function reviewing(page: Page): Promise<void> {
    const buttons = (name: RegExp) => page.getByRole("button", { name });
    await buttons(/^(Review mode|وضع المراجعة)$/).click();
    const merge = buttons(/^(Merge with|ادمجه)/);
    if ((await merge.count()) > 0) await merge.click();
    for (const box of (await page.getByRole("checkbox").all()).slice(0, 2)) await box.check();
    await buttons(/^(Merge|ادمج|They are one witness|هي شاهد واحد)$/)
      .first()
      .click();
    for (const name of [/^(Two…|هما اثنان…)$/, /^(One with|واحد مع)/]) {
      if ((await buttons(name).count()) > 0) await buttons(name).first().click();
    }
  }
  const apart = {
    ...JUDGED_FIRE,
    stories: [
      ...JUDGED_FIRE.stories,
      ...NOTHING_READ.stories.map((one) => ({ ...one, id: "story-other" })),
    ],
  };
  const views: readonly {
    readonly name: string;
    readonly account: Account;
    readonly hash: string;
    readonly isReviewed?: boolean;
  }[] = [
    {
      name: "a story under review",
      account: apart,
      hash: `#/story/${story?.id}`,
      isReviewed: true,
    },
    { name: "the stories under review", account: apart, hash: "#/stories", isReviewed: true },
    { name: "a story, all of it open", account: JUDGED_FIRE, hash: "" },
    { name: "a story that tells nothing", account: NOTHING_READ, hash: "" },
    { name: "a report", account: PORT_FIRE, hash: `#/report/${report?.id}/${story?.id}` },
    {
      name: "both readings of a claim",
      account: CORRECTED_FIRE,
      hash: `#/report/${corrected?.report}/${story?.id}?show=${corrected?.id}`,
    },
    { name: "the stories", account: twoStories, hash: "#/stories" },
    { name: "a link that leads nowhere", account: PORT_FIRE, hash: "#/story/none" },
  ];
  for (const lang of ["ar", "en"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const { name, account, hash, isReviewed = false } of views) {
        it(`has no fault that axe finds: ${name}, ${lang}, ${colorScheme}`, async () => {
          const { page } = await desk.open(account, { lang, hash, colorScheme });
          await page.evaluate(
            "document.querySelectorAll('details').forEach((d) => { d.open = true })",
          );
          if (isReviewed) await reviewing(page);
          const value = page.locator("#ledger tbody .evidence").first();
          if ((await value.count()) > 0) await value.click();
          const menu = page.locator("[aria-controls=filter-menu]");
          if ((await menu.count()) > 0) await menu.click();
          const pair = page.locator("#copies .pairs .evidence").first();
          if ((await pair.count()) > 0) await pair.click();
          const review = page.locator("#review button").first();
          if ((await review.count()) > 0) await review.click();
          const correct = page.locator("#review .acts button:nth-of-type(3)").first();
          if ((await correct.count()) > 0) await correct.click();
          expect(await violations(page)).toEqual([]);
          await page.context().close();
        });
      }
    }
  }
});
