import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { summarize } from "../../src/export/story-summary.js";
import { app } from "../../src/server/app.js";
import { CHROMIUM } from "./chromium.js";
import { NOTHING_READ, PORT_FIRE } from "./fixture.js";
import { DeskBrowser } from "./open-desk.js";

const other = {
  ...NOTHING_READ,
  stories: NOTHING_READ.stories.map((one) => ({ ...one, id: "other" })),
};
const accounts = [PORT_FIRE, other];

describe.skipIf(!CHROMIUM)("the desk that a server sends", () => {
  let desk: DeskBrowser;
  let server: Server;
  let url = "";
  let gone: ReadonlySet<string> = new Set();

  function listen(port: number): Promise<void> {
    const routes = app({
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
      hosts: ["localhost"],
    });
    server = serve({ fetch: routes.fetch, port, hostname: "127.0.0.1" }) as Server;
    return new Promise((resolve) => {
      server.once("listening", () => {
        const address = server.address();
        if (typeof address === "object" && address) url = `http://127.0.0.1:${address.port}/`;
        resolve();
      });
    });
  }
  const stop = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };

  beforeAll(async () => {
    desk = await DeskBrowser.start();
    await listen(0);
  });
  beforeEach(() => {
    gone = new Set();
  });
  afterAll(async () => {
    await stop();
    await desk?.stop();
  });

  it("lists the stories, opens one, and goes back to the list", async () => {
    const { page, complaints } = await desk.openAt(url);
    await page.locator("article h2 a").first().click();
    expect(await page.locator("#ledger tbody .evidence").first().isVisible()).toBe(true);
    await page.goBack();
    expect(await page.locator("article h2 a").count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says that a story has vanished, and leaves that behind on the way to another page", async () => {
    gone = new Set(["other"]);
    const { page } = await desk.openAt(url, { hash: "#/story/other", lang: "en" });
    expect(await page.getByRole("alert").innerText()).toContain("There is no such story here");
    await page.locator("header a[href='#/stories']").click();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator("article h2 a").count()).toBe(2);
    await page.context().close();
  });

  it("says that the server does not answer, and asks again without losing the place", async () => {
    const { page } = await desk.openAt(url, { lang: "en" });
    const port = Number(new URL(url).port);
    await stop();
    await page.locator("article h2 a").first().click();
    const note = page.getByRole("alert");
    await note.waitFor();
    await listen(port);
    await note.getByRole("button").click();
    await page.locator("#ledger tbody .evidence").first().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });
});
