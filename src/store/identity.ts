/** Which reports are one: exact duplicates, and versions of one report. */
import type { ReportInput } from "../core/input.js";
import { hashOf } from "./packing.js";

/** Of all that a reader sees of a report, wherever its copy lay. */
export function identityOf({ text, title, outlet, byline, url, published }: ReportInput): string {
  const seen = [text, title, outlet, byline, url && plainUrl(url), published];
  return hashOf(JSON.stringify(seen.map((one) => one ?? null)));
}

/**
 * What versions of a report have in common: its address, else its number at its outlet, else the file
 * that it alone fills. Only with likeness besides does it make two reports one (`versions.ts`).
 */
export function workOf({ url, id, outlet, file }: ReportInput): string | null {
  if (url) return `url ${plainUrl(url)}`;
  if (id) return `id ${outlet ?? ""} ${id}`;
  if (file && !file.includes("#")) return `file ${file}`;
  return null;
}

/** Without what does not lead to another page. */
function plainUrl(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.hash = "";
    return parsed.href.replace(/^http:/, "https:");
  } catch {
    return url;
  }
}
