import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { summarize } from "../../src/export/story-summary.js";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { DeskBrowser } from "./open-desk.js";
import { DeskServer } from "./serve-desk.js";

const other = {
  ...NOTHING_READ,
  stories: NOTHING_READ.stories.map((one) => ({ ...one, id: "other" })),
};
const accounts = [PORT_FIRE, other];

describe.skipIf(!CHROMIUM)("the desk that a server sends", () => {
  let desk: DeskBrowser;
  let server: DeskServer;
  let gone: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    desk = await DeskBrowser.start();
    server = new DeskServer({
      desk: desk.desk,
      stories: () =>
        JSON.stringify({
          schema: "isnad/stories@1",
          stories: accounts.flatMap((account) =>
            account.stories.map((story) => summarize(account, story)),
          ),
        }),
      account: (id) => {
        const account = accounts.find(({ stories }) => stories.some((story) => story.id === id));
        return account && !gone.has(id) ? JSON.stringify(account) : null;
      },
      read: () => "{}",
    });
    await server.listen();
  });
  beforeEach(() => {
    gone = new Set();
  });
  afterAll(async () => {
    await server?.stop();
    await desk?.stop();
  });

  it("lists the stories, opens one, and goes back to the list", async () => {
    const { page, complaints } = await desk.openAt(server.url);
    await page.locator("article h2 a").first().click();
    await page.locator("#ledger tbody .evidence").first().waitFor();
    await page.goBack();
    await expect.poll(() => page.locator("article h2 a").count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says that a story has vanished, and leaves that behind on the way to another page", async () => {
    gone = new Set(["other"]);
    const { page } = await desk.openAt(server.url, { hash: "#/story/other", lang: "en" });
    expect(await page.getByRole("alert").innerText()).toContain("There is no such story here");
    await page.locator("header a[href='#/stories']").click();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await expect.poll(() => page.locator("article h2 a").count()).toBe(2);
    await page.context().close();
  });

  it("says that the server does not answer, and asks again without losing the place", async () => {
    const { page } = await desk.openAt(server.url, { lang: "en" });
    await server.stop();
    await page.locator("article h2 a").first().click();
    const note = page.getByRole("alert");
    await note.waitFor();
    await server.listen();
    await note.getByRole("button").click();
    await page.locator("#ledger tbody .evidence").first().waitFor();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });
});
