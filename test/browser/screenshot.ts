/**
 * Makes a picture of a page: `npx tsx test/browser/screenshot.ts PAGE.html OUT.png [ar|en] [light|dark]`.
 * The README's picture is of the project's own examples: `bin/isnad read examples --html PAGE.html`.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openChromium } from "./chromium.js";

const [page, out, lang = "ar", theme = "light"] = process.argv.slice(2);
if (!page || !out) {
  console.error("usage: screenshot.ts PAGE.html OUT.png [ar|en] [light|dark]");
  process.exit(1);
}
const browser = await openChromium();
const context = await browser.newContext({
  viewport: { width: 1440, height: 1100 },
  colorScheme: theme === "dark" ? "dark" : "light",
});
const tab = await context.newPage();
await tab.goto(`${pathToFileURL(resolve(page)).href}?lang=${lang}`);
await tab.locator(".ledger a.value").first().click();
await tab.evaluate("document.getElementById('panel').scrollTop = 0; scrollTo(0, 0)");
await tab.screenshot({ path: out });
await browser.close();
