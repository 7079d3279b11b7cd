import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian and its kin, or a person's own setting, put the browser. */
const PLACES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].filter((path) => path !== undefined);

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const CHROMIUM = PLACES.find((path) => existsSync(path));

if (!CHROMIUM) {
  console.warn(
    "Browser tests skipped: no Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.",
  );
}

export function openChromium(): Promise<Browser> {
  if (!CHROMIUM) throw new Error("no Chromium");
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
