/** Words of reports as Markdown that cannot act: no link, no markup, no turned direction. */
import type { LabelLanguage } from "./labels.js";
import { plainLine } from "./plain.js";
import { isRightToLeft } from "./terminal/direction.js";

/** Whatever CommonMark, GitHub's tables, footnotes and mathematics, or Pandoc act upon. */
const ACTIVE = /[\\`*_{}[\]<>#|~&$^]/g;
/** What opens a list or underlines a heading, where it begins a line. */
const OPENS_LINE = /^([-+=:]|\d{1,9}(?=[.)]))/;
/** What GitHub makes a link of without being asked. */
const BARE_LINK = /(:)(?=\/\/)|(?<=\bwww)(\.)/gi;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u02af\u0370-\u058f]/;
/** Right-to-left and left-to-right isolate, and their end (Unicode standard annex 9). */
const [RLI, LRI, PDI] = ["\u2067", "\u2066", "\u2069"];

/** The text on one line, with a backslash before every sign that Markdown would act upon. */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(ACTIVE, "\\$&")
    .replace(BARE_LINK, "\\$&")
    .replace(OPENS_LINE, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/**
 * The same, put into an isolate where it holds letters of the other direction than the document's,
 * so that names and numbers around it keep their places.
 */
export function words(text: string, lang: LabelLanguage): string {
  const safe = escapeMarkdown(text);
  const foreign = lang === "ar" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  if (!foreign.test(safe)) return safe;
  return `${isRightToLeft(safe) ? RLI : LRI}${safe}${PDI}`;
}

/** A table of GitHub's Markdown; cells are Markdown already. */
export function markdownTable(
  columns: readonly { readonly head: string; readonly numeric?: boolean }[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
    ...rows.map(line),
  ];
}
