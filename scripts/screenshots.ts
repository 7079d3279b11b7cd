/**
 * `npm run screenshots [FOLDER]`: pictures of every view of the desk at three widths, in both
 * languages and themes, into FOLDER (`out/screenshots`), of the account of `examples/` or of
 * `--account FILE`; and the two of the README with `--readme`. To be looked at, not compared.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { type Account, accountSchema } from "../src/core/contract.js";
import { readAccount } from "../src/engine.js";
import { ingest } from "../src/ingest/ingest.js";
import { CHROMIUM } from "../test/browser/chromium.js";
import { DeskBrowser, settled } from "../test/browser/open-desk.js";
import { toolOptions } from "./tool-options.js";

const WIDTHS = [360, 1280, 1920] as const;
const LANGS = ["ar", "en"] as const;
const THEMES = ["light", "dark"] as const;

const { values, positionals } = toolOptions(import.meta.url, {
  allowPositionals: true,
  options: { readme: { type: "boolean", default: false }, account: { type: "string" } },
});
const [asked] = positionals;
const forReadme = values.readme;
const root = resolve(import.meta.dirname, "..");
const folder = resolve(asked ?? join(root, forReadme ? "docs" : "out/screenshots"));

if (!CHROMIUM) {
  console.error("No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM.");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const account: Account =
  values.account === undefined
    ? readAccount(ingest([join(root, "examples")]).reports)
    : accountSchema.parse(JSON.parse(readFileSync(values.account, "utf8")));
const story = account.stories.toSorted((a, b) => b.reports.length - a.reports.length)[0];
const [first] = story?.reports ?? [];
if (!story || first === undefined) throw new Error("The account holds no story");

/** A view: where it is, and what is done before the picture is taken. */
interface View {
  readonly name: string;
  readonly hash: string;
  readonly act?: string;
}
const at = (section: string): string => `#/story/${story.id}/${section}`;
const click = (selector: string): string => `document.querySelector('${selector}')?.click()`;
const VIEWS: readonly View[] = [
  { name: "story", hash: `#/story/${story.id}` },
  ...["ledger", "disagreements", "timeline", "who", "map", "people", "measures", "sources"].map(
    (name) => ({ name, hash: at(name) }),
  ),
  { name: "copies", hash: at("copies"), act: click("#copies .pairs .evidence") },
  { name: "evidence", hash: at("ledger"), act: click("#ledger tbody .evidence") },
  {
    name: "names",
    hash: at("people"),
    act: "document.querySelectorAll('#people details').forEach((one) => { one.open = true; one.scrollIntoView() })",
  },
  { name: "report", hash: `#/report/${first}/${story.id}` },
  { name: "search", hash: `#/search/${story.id}?q=${encodeURIComponent("السد")}` },
  { name: "stories", hash: "#/stories" },
];

type Look = {
  readonly lang: "ar" | "en";
  readonly theme: "light" | "dark";
  readonly width: number;
};

const desk = await DeskBrowser.start();
const open = ({ lang, theme, width }: Look): ReturnType<typeof desk.open> =>
  desk.open(account, {
    lang,
    hash: "#/stories",
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 844 : 1000 },
  });

async function picture(page: Page, { hash, act }: View, file: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await settled(page);
  if (act) await page.evaluate(act);
  // The base map unpacks, and fonts arrive, a moment after the page stands.
  await page.evaluate(
    "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300)))",
  );
  await page.screenshot({ path: join(folder, file) });
}

if (forReadme) {
  const evidence = VIEWS.find(({ name }) => name === "evidence") as View;
  for (const [lang, theme, file] of [
    ["ar", "light", "desk.png"],
    ["en", "dark", "desk-en.png"],
  ] as const) {
    const { page } = await open({ lang, theme, width: 1440 });
    await picture(page, evidence, file);
    await page.context().close();
  }
} else {
  for (const width of WIDTHS) {
    for (const lang of LANGS) {
      for (const theme of THEMES) {
        const { page } = await open({ lang, theme, width });
        for (const view of VIEWS) {
          await picture(page, view, `${view.name}-${width}-${lang}-${theme}.png`);
        }
        await page.context().close();
        console.error(`${width} ${lang} ${theme}`);
      }
    }
  }
}
await desk.stop();
console.error(`Wrote pictures into ${folder}`);
