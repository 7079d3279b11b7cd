import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowanceOf } from "../../src/fetch/allowance.js";
import { Fetcher } from "../../src/fetch/fetcher.js";
import { webServer } from "../fetch/web-server.js";
import { PASSWORD, type Running, running } from "../server/running.js";
import { madeReport } from "../store/reports.js";
import { page as outletPage } from "../watch/newsroom.js";
import { CHROMIUM } from "./chromium.js";
import { DeskBrowser } from "./open-desk.js";

const FIRST = madeReport(0);

describe.skipIf(!CHROMIUM)("the desk of a service", () => {
  let desk: DeskBrowser;
  let service: Running;

  beforeAll(async () => {
    desk = await DeskBrowser.start();
    const marked = desk.desk.replace("<head>", '<head><meta name="isnad-api" content="api/v1">');
    service = await running([FIRST], { desk: marked });
  });
  afterAll(async () => {
    await service?.stop();
    await desk?.stop();
  });

  it("signs in, lists stories, tells of a change without showing it, shows it when asked, signs out", async () => {
    const { page, complaints } = await desk.openAt(`${service.url}/`, { lang: "en" });
    const [name, password] = [page.getByLabel("Name"), page.getByLabel("Password")];
    await name.fill("Reader");
    await password.fill("not my password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Name or password is wrong.").waitFor();
    await password.fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("article h2 a").first().click();
    await page.locator("#ledger tbody .evidence").first().waitFor();
    const before = await page.locator("main h1").innerText();
    await service.ask("/api/v1/reports", {
      method: "POST",
      role: "reviewer",
      body: JSON.stringify({
        reports: [{ text: madeReport(1).text, outlet: "الضحى", published: FIRST.published }],
      }),
    });
    const news = page.getByRole("status").filter({ hasText: "Changed:" });
    await news.waitFor();
    expect(await news.innerText()).toMatch(/Killed 3 → 4, by .قائد الشرطة \(الضحى\)/);
    expect(await news.innerText()).toContain("reports 1 → 2");
    expect(await page.locator("main h1").innerText()).toBe(before);
    expect(await page.locator("#sources").innerText()).not.toContain("الضحى");
    await news.getByRole("button", { name: "Show" }).click();
    await page.locator("#sources").getByText("الضحى").first().waitFor();
    await expect.poll(() => page.getByText("Changed:").count()).toBe(0);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Password").waitFor();
    // The browser notes the refused password by itself.
    expect(complaints.filter((one) => !one.includes("401"))).toEqual([]);
    await page.context().close();
  });

  it("reads the page at an address that is pasted, and says why another cannot be had", async () => {
    const outlet = await webServer();
    outlet.set("/fire", outletPage("حريق في سوق حلب", "سبعة"));
    const made = allowanceOf([`127.0.0.1:${outlet.port}`]);
    if ("wrong" in made) throw new Error(made.wrong);
    const fetcher = new Fetcher({ version: "0.0.0", allowance: made.allowance, pause: 0 });
    const open = await running([], { desk: service.service.desk, open: true, fetches: fetcher });
    try {
      const { page, complaints } = await desk.openAt(`${open.url}/`, { lang: "en" });
      await page.getByText("Read your own reports").click();
      const pasted = page.locator("#pasted");
      await pasted.fill("http://127.0.0.1/private");
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await page.getByText("is no address of the public internet").waitFor();
      expect(await pasted.inputValue()).toBe("http://127.0.0.1/private");
      await pasted.fill(`${outlet.origin}/fire`);
      await page.getByRole("button", { name: "Read", exact: true }).click();
      await page.locator("#ledger tbody .evidence").first().waitFor();
      expect(await page.locator("#ledger").innerText()).toContain("7");
      expect(complaints).toEqual([]);
      await page.context().close();
    } finally {
      await fetcher.close();
      await open.stop();
      await outlet.end();
    }
  });

  it("makes the first admin by the server's link, once", async () => {
    const fresh = await running([], { desk: service.service.desk });
    try {
      await fresh.store.open.change((queries) => queries.deleteFrom("users").execute());
      const token = fresh.service.setup.issue();
      const { page } = await desk.openAt(`${fresh.url}/`, { lang: "ar", hash: `#/setup/${token}` });
      await page.getByLabel("الاسم").fill("ليلى");
      await page.getByLabel("كلمة السر").fill(PASSWORD);
      await page.getByRole("button", { name: "ابدأ" }).click();
      await page.getByRole("button", { name: /اخرج/ }).waitFor();
      expect(new URL(page.url()).hash).not.toContain(token);
      const again = await fresh.ask("/api/v1/setup", {
        method: "POST",
        body: JSON.stringify({ token, name: "eve", password: PASSWORD }),
      });
      expect(again.status).toBe(403);
      await page.context().close();
    } finally {
      await fresh.stop();
    }
  });
});
