import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgementPageSchema } from "../../src/api/review.js";
import { referenceTo } from "../../src/core/claim-reference.js";
import { parseJudgements } from "../../src/core/judgement-log.js";
import { unappliedIn } from "../../src/core/unapplied.js";
import { PASSWORD, type Running, running } from "../server/running.js";
import { CHROMIUM } from "./chromium.js";
import { PORT_FIRE } from "./fixture.js";
import { DeskBrowser, settled } from "./open-desk.js";

const MILL = [
  [
    "الشروق",
    "قال مدير الصحة نادر الزين اليوم الخميس إن سبعة أشخاص قتلوا في حريق شب في طاحونة حلب.",
  ],
  ["الواحة", "أعلن الدفاع المدني الخميس مقتل تسعة أشخاص في حريق طاحونة حلب وإصابة آخرين."],
  ["البيان", "ذكرت الشرطة الخميس أن حريقا في طاحونة حلب أودى بحياة أربعة أشخاص."],
].map(([outlet = "", text = ""], at) => ({
  id: `mill-${at + 1}`,
  published: "2022-01-06",
  outlet,
  text: `حلب (سوريا) - ${text}`,
}));

const queue = (page: Page) => page.locator("#review [data-entry]");

async function atReview(page: Page): Promise<void> {
  await page.locator("#review").scrollIntoViewIfNeeded();
  await settled(page);
  await page.locator("#review button").first().click();
  await queue(page).first().waitFor();
}

describe.skipIf(!CHROMIUM)("reviewing a story in the desk", () => {
  let desk: DeskBrowser;
  let service: Running;

  beforeAll(async () => {
    desk = await DeskBrowser.start();
    const marked = desk.desk.replace("<head>", '<head><meta name="isnad-api" content="api/v1">');
    service = await running(MILL, { desk: marked });
  });
  afterAll(async () => {
    await service?.stop();
    await desk?.stop();
  });

  it("gathers decisions of a page by keys, takes one back, and gives the log as a file that is read", async () => {
    const { page, complaints } = await desk.open(PORT_FIRE, { lang: "en" });
    await atReview(page);
    const first = queue(page).first();
    const rejected = await first.getAttribute("data-entry");
    const waiting = await queue(page).count();
    await first.focus();
    await page.keyboard.press("r");
    await page.getByLabel("Your name").fill("Salma");
    await page.getByLabel("Reason").fill("the price of a car");
    await page.keyboard.press("Enter");
    await page.getByText(/Salma.? rejected this: .?the price of a car/).waitFor();
    expect(await queue(page).count()).toBe(waiting - 1);
    // The focus stands where the decided one stood; who decides is not asked twice.
    const next = await page.evaluate("document.activeElement.dataset.entry");
    expect(next).toBe(await queue(page).first().getAttribute("data-entry"));
    await page.keyboard.press("j");
    expect(await page.evaluate("document.activeElement.dataset.entry")).not.toBe(next);
    await queue(page).filter({ hasText: "Killed:" }).first().focus();
    await page.keyboard.press("c");
    expect(await page.getByLabel("Your name").inputValue()).toBe("Salma");
    await page.getByLabel("Least").fill("20");
    await page.getByLabel("Reason").fill("misheard");
    await page.keyboard.press("Enter");
    await page.getByText("The least is above the most").waitFor();
    await page.getByLabel("Most").fill("20");
    await page.locator("#review form button[type=submit]").click();
    await page.getByText(/Salma.? corrected/).waitFor();
    await page.locator("#review [data-entry]").first().focus();
    await page.keyboard.press("u");
    await page.getByLabel("Reason").fill("heard well");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByText(/Salma.? corrected/).count()).toBe(0);

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download judgements.jsonl" }).click();
    const file = await (await download).path();
    const { judgements, faults } = parseJudgements(readFileSync(file, "utf8"));
    expect(faults).toEqual([]);
    expect(judgements.map(({ kind }) => kind)).toEqual(["reject", "correct", "undo"]);
    const claim = PORT_FIRE.claims.find(({ id }) => id === rejected);
    const text = PORT_FIRE.reports.find(({ id }) => id === claim?.report)?.text ?? "";
    expect(judgements[0]).toMatchObject({
      author: "Salma",
      claim: claim && referenceTo(claim, text),
    });
    expect(judgements[1]).toMatchObject({
      changes: { value: { min: 20, max: 20, hedge: "exact" } },
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows a decision that applies no longer, and takes it back", async () => {
    const report = PORT_FIRE.reports[0]?.id ?? "";
    const account = {
      ...PORT_FIRE,
      unapplied: [
        unappliedIn({
          entry: {
            kind: "accept",
            id: "judgement-old",
            author: "Salma",
            time: "2031-05-05T09:00:00Z",
            reason: "seen the list",
            claim: {
              report,
              kind: "figure",
              subject: "killed",
              start: 0,
              end: 3,
              id: "claim-gone",
              words: "ستة",
            },
          },
          because: "idle-claim",
        }),
      ],
    };
    const { page, complaints } = await desk.open(account, { lang: "en" });
    await atReview(page);
    const idle = queue(page).filter({ hasText: "A decision that applies no longer" });
    await idle
      .getByText(/Salma.? accepted this: .?seen the list.*applies no longer.*ستة/)
      .waitFor();
    await idle.getByRole("button", { name: "Undo" }).click();
    await page.getByLabel("Your name").fill("Omar");
    await page.getByLabel("Reason").fill("read anew");
    await page.keyboard.press("Enter");
    await expect.poll(() => idle.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("posts a decision to the service, tells who came between, and shows the account that it made", async () => {
    const { page } = await desk.openAt(`${service.url}/`, { lang: "en" });
    await page.getByLabel("Name").fill("reviewer");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("article h2 a").first().click();
    await page.locator("#ledger tbody .evidence").first().waitFor();
    await atReview(page);
    const id = await queue(page).first().getAttribute("data-entry");
    const [story] = await service.store.stories({ limit: 1 });
    const account = await service.store.account(story?.anchor ?? 0);
    const claim = account?.claims.find((one) => one.id === id);
    const text = account?.reports.find((one) => one.id === claim?.report)?.text ?? "";
    if (!claim) throw new Error("no claim waits");
    const between = await service.ask("/api/v1/judgements", {
      method: "POST",
      role: "admin",
      body: JSON.stringify({
        decision: { kind: "accept", reason: "seen the list", claim: referenceTo(claim, text) },
        seen: null,
      }),
    });
    expect(between.status).toBe(201);
    await queue(page).first().getByRole("button", { name: "Reject" }).click();
    await page.getByLabel("Reason").fill("the price of a car");
    await page.keyboard.press("Enter");
    const told = page.locator("#review form [role=alert]");
    await told.waitFor();
    expect(await told.innerText()).toMatch(/admin.*accepted this:.*seen the list/);
    await page.getByRole("button", { name: "Decide nevertheless" }).click();
    await expect.poll(() => page.locator(`#review [data-entry="${id}"]`).count()).toBe(0);
    await page
      .locator("#review")
      .getByText(/reviewer.? rejected this/)
      .waitFor();
    const log = judgementPageSchema.parse(
      await (await service.ask("/api/v1/judgements", { role: "reader" })).json(),
    );
    expect(log.judgements[0]?.judgement).toMatchObject({ kind: "reject", author: "reviewer" });
    const now = await service.store.account(story?.anchor ?? 0);
    expect(now?.claims.find((one) => one.id === id)?.rejected).toBe(true);
    await page.context().close();
  });
});
