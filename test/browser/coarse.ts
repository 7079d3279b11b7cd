import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";

/**
 * Pictures are compared coarsely: so many pixels wide, in grey. A chart that lost its line, a column
 * that slid or a direction that flipped still shows; another edge of a letter does not, so that
 * another Chromium draws the same.
 */
const WIDTH = 96;
/** Steps of grey, of 256, by which a pixel may differ before it counts. */
const MOST_GREY = 28;
/** Share of pixels that may differ by more. */
const MOST_OTHER = 0.03;

const FOLDER = fileURLToPath(new URL("snapshots/", import.meta.url));

/** In the page: pictures are decoded, shrunk and measured by the browser that drew them. */
const SHRINK = `async (url, width) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const height = Math.round((image.height * width) / image.width);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.filter = "grayscale(1)";
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, grey: Array.from({ length: width * height }, (_, at) => data[at * 4]), url: canvas.toDataURL("image/png") };
}`;

interface Coarse {
  readonly width: number;
  readonly height: number;
  /** 0 to 255, row by row. */
  readonly grey: readonly number[];
  readonly url: string;
}

const png = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString("base64")}`;

async function shrunk(page: Page, bytes: Buffer, width: number): Promise<Coarse> {
  return (await page.evaluate(`(${SHRINK})("${png(bytes)}", ${width})`)) as Coarse;
}

/** What a view looks like, coarsely, as the bytes of a small PNG. */
async function coarse(blank: Page, seen: Locator): Promise<Coarse> {
  return shrunk(blank, await seen.screenshot({ animations: "disabled" }), WIDTH);
}

/**
 * How a view differs from the picture that is kept of it; null where it does not. Where none is kept,
 * or `SNAPSHOTS=write` is set, the view is kept as it is.
 * @param blank a page without a policy, to measure pictures in
 */
export async function difference(blank: Page, seen: Locator, name: string): Promise<string | null> {
  const file = `${FOLDER}${name}.png`;
  const now = await coarse(blank, seen);
  if (process.env["SNAPSHOTS"] === "write") {
    writeFileSync(file, Buffer.from(now.url.slice(now.url.indexOf(",") + 1), "base64"));
    return null;
  }
  if (!existsSync(file)) return `${name}: no picture is kept; write it with SNAPSHOTS=write`;
  const kept = await shrunk(blank, readFileSync(file), WIDTH);
  // A line more or less of text makes a picture a little higher: its shape may differ so far.
  if (Math.abs(kept.height - now.height) > Math.max(2, kept.height * 0.04)) {
    return `${name}: ${now.height} high, not ${kept.height}`;
  }
  const pixels = Math.min(kept.grey.length, now.grey.length);
  let other = 0;
  for (let at = 0; at < pixels; at++) {
    if (Math.abs((kept.grey[at] ?? 0) - (now.grey[at] ?? 0)) > MOST_GREY) other++;
  }
  const share = other / pixels;
  return share > MOST_OTHER ? `${name}: ${(share * 100).toFixed(1)} % is another` : null;
}
