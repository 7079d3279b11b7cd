import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { build } from "vite";
import type { Account } from "../../src/core/contract.js";
import { deskPage } from "../../src/export/desk-page.js";
import { openChromium } from "./chromium.js";

const CONFIG = fileURLToPath(new URL("../../vite.config.ts", import.meta.url));

export interface Opened {
  readonly page: Page;
  /** What a console or a network log would show: a test ends with none. */
  readonly complaints: string[];
}

export interface Settings extends BrowserContextOptions {
  readonly lang?: "ar" | "en";
  /** What stands behind the page's name: `#/story/…`. */
  readonly hash?: string;
}

/** Sections out of sight are drawn a moment after those in sight: waits until all of them are. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    `new Promise((done) => {
      const look = () => document.querySelector("[aria-busy=true]") ? setTimeout(look, 10) : done();
      requestAnimationFrame(() => setTimeout(look));
    })`,
  );
}

/** The desk of this checkout, built once, in a real browser; each page in a context of its own. */
export class DeskBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
    readonly desk: string,
  ) {}

  static async start(): Promise<DeskBrowser> {
    const folder = mkdtempSync(join(tmpdir(), "isnad-desk-"));
    await build({
      configFile: CONFIG,
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: true },
    });
    const desk = readFileSync(join(folder, "desk.html"), "utf8");
    return new DeskBrowser(await openChromium(), folder, desk);
  }

  /** Opens an account's page as a file, as a reader would who got it by mail. */
  async open(account: Account, settings: Settings = {}): Promise<Opened> {
    const file = join(this.folder, "report.html");
    writeFileSync(file, deskPage(this.desk, account));
    return this.openAt(pathToFileURL(file).href, settings);
  }

  async openAt(
    url: string,
    { lang = "ar", hash = "", ...options }: Settings = {},
  ): Promise<Opened> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    await context.addInitScript(`localStorage.setItem("isnad-lang", "${lang}")`);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on("request", (request) => {
      const asked = request.url();
      const own = asked.startsWith(new URL(url).origin) && url.startsWith("http");
      if (!own && !/^(file|data|blob):/.test(asked)) complaints.push(`request: ${asked}`);
    });
    await page.goto(`${url}${hash}`);
    await page.locator("h1, [role=alert]").first().waitFor();
    await settled(page);
    // Letters that come later would move what a test is about to click.
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
