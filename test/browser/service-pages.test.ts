import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowanceOf } from "../../src/fetch/allowance.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import type { Role } from "../../src/store/people-rows.js";
import { webServer } from "../fetch/web-server.js";
import { type Running, running } from "../server/running.js";
import { page as outletPage } from "../watch/newsroom.js";
import { violations } from "./axe.js";
import { CHROMIUM } from "./chromium.js";
import { DeskBrowser, type Opened, type Settings } from "./open-desk.js";

const told = (outlet: string, text: string, published: string) => ({ outlet, text, published });
/** A fire of which three tell three tolls. */
const FIRE = [
  told(
    "الشروق",
    "حلب (سوريا) - قال مدير الصحة نادر الزين اليوم الخميس إن سبعة أشخاص قتلوا في حريق شب في طاحونة حلب.",
    "2022-01-06",
  ),
  told(
    "الواحة",
    "حلب (سوريا) - أعلن الدفاع المدني الخميس مقتل تسعة أشخاص في حريق طاحونة حلب وإصابة آخرين.",
    "2022-01-06",
  ),
  told(
    "البيان",
    "حلب (سوريا) - ذكرت الشرطة الخميس أن حريقا في طاحونة حلب أودى بحياة أربعة أشخاص.",
    "2022-01-06",
  ),
];
const FLOOD =
  "نواكشوط (موريتانيا) - جرفت السيول الأحد منازل في حي السبخة بنواكشوط وشردت عشرين أسرة، حسب البلدية.";

const ROOMS = ["search", "queue", "decisions", "account", "users", "webhooks", "audit"] as const;

describe.skipIf(!CHROMIUM)("the pages of a service beside its stories", () => {
  let desk: DeskBrowser;
  let service: Running;
  let outlet: Awaited<ReturnType<typeof webServer>>;
  let fetcher: Fetcher;

  beforeAll(async () => {
    desk = await DeskBrowser.start();
    outlet = await webServer();
    const made = allowanceOf([`127.0.0.1:${outlet.port}`]);
    if ("wrong" in made) throw new Error(made.wrong);
    fetcher = new Fetcher({ version: "0.0.0", allowance: made.allowance, pause: 0 });
    const marked = desk.desk.replace("<head>", '<head><meta name="isnad-api" content="api/v1">');
    service = await running(FIRE, { desk: marked, fetches: fetcher });
  });
  afterAll(async () => {
    await service?.stop();
    await fetcher?.close();
    await outlet?.end();
    await desk?.stop();
  });

  /** The desk as who has signed in sees it. */
  async function openAs(role: Role, settings: Settings = {}): Promise<Opened> {
    const [name = "", value = ""] = (await service.session(role)).split("=");
    const cookie = { name, value, domain: "127.0.0.1", path: "/", expires: -1 };
    return desk.openAt(`${service.url}/`, {
      lang: "en",
      storageState: {
        cookies: [{ ...cookie, httpOnly: true, secure: false, sameSite: "Strict" }],
        origins: [],
      },
      ...settings,
    });
  }
  const close = async ({ page, complaints }: Opened): Promise<void> => {
    expect(complaints).toEqual([]);
    await page.context().close();
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

  it("searches all reports from the first page, shows the words where they stand, and opens the report there", async () => {
    const opened = await openAs("reader");
    const { page } = opened;
    await page.getByRole("searchbox", { name: "Search all reports" }).fill("طاحونةٌ حريق");
    await page.keyboard.press("Enter");
    const found = page.locator("main ol > li");
    await found.first().waitFor();
    expect(await found.locator("mark").allInnerTexts()).toEqual(
      expect.arrayContaining(["طاحونة", "حريق"]),
    );
    expect(new URL(page.url()).hash).toContain("service/search");
    await found.first().getByRole("link").click();
    await page.locator("main mark").first().waitFor();
    expect(await page.locator("main mark").first().innerText()).toMatch(/طاحونة|حريق/);
    await page.goBack();
    await found.first().waitFor();
    await page.getByRole("searchbox", { name: "Search all reports" }).fill("زرافة");
    await button(page, "Search all reports").click();
    await page.getByText("No report holds all these words.").waitFor();
    await close(opened);
  });

  it("adds what a reviewer pastes, and the page at an address, to the store; what was there is told", async () => {
    outlet.set("/port", outletPage("حريق في مرفأ بندر", "تسعة"));
    const opened = await openAs("reviewer");
    const { page } = opened;
    const stories = page.getByRole("heading", { level: 1 }).locator(".number");
    await expect.poll(() => stories.innerText()).toMatch(/^\d+$/);
    const before = Number(await stories.innerText());
    await page.getByText("Read your own reports").click();
    await page.getByLabel("Add to the store").check();
    const pasted = page.locator("#pasted");
    await pasted.fill(FLOOD);
    await button(page, "Add").click();
    await page.getByText("Added: 1").waitFor();
    await expect.poll(async () => Number(await stories.innerText())).toBe(before + 1);
    await pasted.fill(FLOOD);
    await button(page, "Add").click();
    await page.getByText("were here already: 1").waitFor();
    await pasted.fill(`${outlet.origin}/port`);
    await button(page, "Add").click();
    await page.getByText("Added: 1").waitFor();
    await page.getByRole("searchbox", { name: "Search all reports" }).fill("مرفأ المتاجر");
    await page.keyboard.press("Enter");
    await page.locator("main ol > li mark").first().waitFor();
    const answer = await service.ask(`/api/v1/search?q=${encodeURIComponent("مرفأ المتاجر")}`, {
      role: "reader",
    });
    const [{ id }] = ((await answer.json()) as { reports: [{ id: string }] }).reports;
    const kept = await service.ask(`/api/v1/reports/${id}`, { role: "reader" });
    expect(await kept.json()).toMatchObject({
      origin: { via: "page", url: `${outlet.origin}/port` },
    });
    await close(opened);
    const reader = await openAs("reader");
    await reader.page.getByText("Read your own reports").click();
    expect(await reader.page.getByLabel("Add to the store").count()).toBe(0);
    await close(reader);
  });

  it("says of an account how many reports it does not tell of yet", async () => {
    const opened = await openAs("reader");
    const { page } = opened;
    // When an account is behind hangs on the moment: the server's own answer, a moment earlier.
    await page.route(/\/api\/v1\/stories\/[^?/]+$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "isnad-behind": "3" } });
    });
    await page.locator("article h2 a").first().click();
    await page
      .getByText("Reports that came after this account and will be in it soon: 3")
      .waitFor();
    await close(opened);
  });

  it("goes from the queue to the claim's review, and keeps the decision in a log that takes it back", async () => {
    const opened = await openAs("reviewer", { hash: "#/service/queue" });
    const { page } = opened;
    await page.locator("main ol > li a").first().click();
    const entry = page.locator("#review [data-entry]").first();
    await entry.waitFor();
    await entry.getByRole("button").first().click();
    await page.getByLabel("Reason").fill("seen by me");
    await page.keyboard.press("Enter");
    await page.getByText("seen by me").first().waitFor();
    await page.getByRole("link", { name: "Decisions" }).click();
    const row = page.locator("main ol > li").filter({ hasText: "seen by me" });
    await row.first().waitFor();
    expect(await row.first().innerText()).toContain("reviewer");
    await row.first().getByRole("button", { name: /^Undo/ }).click();
    await page.getByLabel("Reason").fill("seen too soon");
    await page.keyboard.press("Enter");
    await page
      .locator("main ol > li")
      .filter({ hasText: "takes back: reviewer: seen too soon" })
      .waitFor();
    expect(await row.filter({ hasText: "taken back" }).count()).toBe(1);
    await close(opened);
  });

  it("keeps users: adds one who can come in, makes him a reviewer, gives a password, removes him when sure", async () => {
    const opened = await openAs("admin", { hash: "#/service/users" });
    const { page } = opened;
    const row = page.locator("tbody tr").filter({ hasText: "سلمى" });
    await page.getByLabel("Name").fill("سلمى");
    await page.getByLabel("Password", { exact: true }).fill("a long enough one");
    await button(page, "Add").click();
    await page.getByText("The user is added.").waitFor();
    const enters = async (password: string) =>
      (
        await service.ask("/api/v1/session", {
          method: "POST",
          body: JSON.stringify({ name: "سلمى", password }),
        })
      ).status;
    expect(await enters("a long enough one")).toBe(200);
    await row.getByRole("combobox").selectOption("reviewer");
    await page.getByText("The user is changed").waitFor();
    await row.getByRole("button", { name: /^New password/ }).click();
    await row.getByLabel("New password").fill("another long one");
    await row.getByRole("button", { name: "Change password" }).click();
    await expect.poll(() => row.getByLabel("New password").count()).toBe(0);
    await expect.poll(() => enters("another long one")).toBe(200);
    await page.getByLabel("Name").fill("سلمى");
    await page.getByLabel("Password", { exact: true }).fill("a long enough one");
    await button(page, "Add").click();
    await page.getByRole("alert").waitFor();
    await row.getByRole("button", { name: /^Remove/ }).click();
    expect(await row.count()).toBe(1);
    await row.getByRole("button", { name: /^Remove for good/ }).click();
    await expect.poll(() => row.count()).toBe(0);
    // The browser notes the refusal by itself.
    await close({ page, complaints: opened.complaints.filter((one) => !one.includes("409")) });
  });

  it("makes a token that a program can ask with, shown once, until it is taken back", async () => {
    const opened = await openAs("reader", { hash: "#/service/account" });
    const { page } = opened;
    await page.getByLabel("For which program").fill("wire desk");
    expect(await page.getByLabel("Role").locator("option").allInnerTexts()).toEqual(["Reader"]);
    await button(page, "Make a token").click();
    const secret = page.getByRole("textbox", { name: /This is the token/ });
    const token = await secret.inputValue();
    const asks = async () =>
      (
        await fetch(`${service.url}/api/v1/stories`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await asks()).toBe(200);
    await button(page, /^Take back/).click();
    await page.getByText("No tokens.").waitFor();
    expect([await asks(), await secret.count()]).toEqual([401, 0]);
    await close(opened);
  });

  it("keeps webhooks, and shows what everybody did", async () => {
    const opened = await openAs("admin", { hash: "#/service/webhooks" });
    const { page } = opened;
    await page.getByRole("textbox", { name: "Address" }).fill("https://desk.example.org/hook");
    await page.getByLabel("figures").check();
    await button(page, "Add").click();
    await page.getByRole("textbox", { name: /What is sent is signed/ }).waitFor();
    const row = page.locator("tbody tr").filter({ hasText: "desk.example.org" });
    expect(await row.innerText()).toContain("figures");
    await page.getByRole("link", { name: "Audit log" }).click();
    const deeds = page.locator("tbody");
    await deeds.getByText("added a webhook").waitFor();
    expect(await deeds.innerText()).toContain("added a user");
    await page.goBack();
    await row.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("Nobody is told.").waitFor();
    await close(opened);
  });

  it("shows a reader no page that is an admin's, whatever he types", async () => {
    const opened = await openAs("reader", { hash: "#/service/users" });
    await opened.page.getByText("This page is for those who may do more.").waitFor();
    const rooms = opened.page.getByRole("navigation", { name: "Pages of the service" });
    expect(await rooms.getByRole("link").allInnerTexts()).toEqual([
      "Search all reports",
      "Waiting",
      "Decisions",
      "My account",
    ]);
    await close(opened);
  });

  for (const lang of ["ar", "en"] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`has no fault that axe finds, and fits a phone: ${lang}, ${colorScheme}`, async () => {
        const opened = await openAs("admin", { lang, colorScheme });
        const { page } = opened;
        for (const room of ROOMS) {
          const query = room === "search" ? `?q=${encodeURIComponent("حريق")}` : "";
          await page.evaluate(`location.hash = "#/service/${room}${query}"`);
          await page.locator(".service h1").waitFor();
          await expect.poll(() => page.getByText(/Loading|يُحمَّل/).count()).toBe(0);
          expect({ room, faults: await violations(page) }).toEqual({ room, faults: [] });
          await page.setViewportSize({ width: 360, height: 800 });
          const wide = await page.evaluate("document.documentElement.scrollWidth");
          expect({ room, wide }).toEqual({ room, wide: 360 });
          await page.setViewportSize({ width: 1280, height: 900 });
        }
        await close(opened);
      });
    }
  }
});
