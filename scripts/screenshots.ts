/**
 * `npm run screenshots [FOLDER]`: pictures of every view of the desk at three widths, in both
 * languages and themes, into FOLDER (`out/screenshots`), of the account of `examples/`; and the two
 * of the README with `npm run screenshots -- --readme`. To be looked at, not compared.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { readAccount } from "../src/engine.js";
import { ingest } from "../src/ingest/ingest.js";
import { CHROMIUM } from "../test/browser/chromium.js";
import { DeskBrowser } from "../test/browser/open-desk.js";

const WIDTHS = [390, 1280, 1920] as const;
const LANGS = ["ar", "en"] as const;
const THEMES = ["light", "dark"] as const;

const [asked] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const forReadme = process.argv.includes("--readme");
const root = resolve(import.meta.dirname, "..");
const folder = resolve(asked ?? join(root, forReadme ? "docs" : "out/screenshots"));

if (!CHROMIUM) {
  console.error("No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const account = readAccount(ingest([join(root, "examples")]).reports);
const [story] = account.stories;
const [first] = story?.reports ?? [];
if (!story || first === undefined) throw new Error("The examples make no story");

/** A view: where it is, and what is done before the picture is taken. */
interface View {
  readonly name: string;
  readonly hash: string;
  readonly act?: string;
}
const at = (section: string): string => `#/story/${story.id}/${section}`;
const click = (selector: string): string => `document.querySelector('${selector}')?.click()`;
const VIEWS: readonly View[] = [
  { name: "story", hash: "" },
  ...["ledger", "disagreements", "timeline", "who", "map", "people", "measures", "sources"].map(
    (name) => ({ name, hash: at(name) }),
  ),
  { name: "copies", hash: at("copies"), act: click("#copies .pairs .evidence") },
  { name: "evidence", hash: at("ledger"), act: click("#ledger tbody .evidence") },
  { name: "report", hash: `#/report/${first}/${story.id}` },
  { name: "search", hash: `#/search/${story.id}?q=${encodeURIComponent("السد")}` },
  { name: "stories", hash: "#/stories" },
];

const desk = await DeskBrowser.start();
async function picture(
  view: View,
  width: number,
  lang: "ar" | "en",
  theme: "light" | "dark",
  file: string,
) {
  const { page } = await desk.open(account, {
    lang,
    hash: view.hash,
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 844 : 1000 },
  });
  if (view.act) await page.evaluate(view.act);
  // The base map unpacks, and fonts arrive, a moment after the page stands.
  await page.evaluate(
    "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300)))",
  );
  await page.screenshot({ path: join(folder, file) });
  await page.context().close();
}
if (forReadme) {
  const evidence = VIEWS.find(({ name }) => name === "evidence") as View;
  await picture(evidence, 1440, "ar", "light", "desk.png");
  await picture(evidence, 1440, "en", "dark", "desk-en.png");
} else {
  for (const view of VIEWS) {
    for (const width of WIDTHS) {
      for (const lang of LANGS) {
        for (const theme of THEMES) {
          await picture(view, width, lang, theme, `${view.name}-${width}-${lang}-${theme}.png`);
        }
      }
    }
    console.error(`${view.name}`);
  }
}
await desk.stop();
console.error(`Wrote pictures into ${folder}`);
