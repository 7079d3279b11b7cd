/**
 * Words of reports on their way into a file that other programs open. A report may hold anything:
 * NULs, halves of characters, marks that turn the direction of all text after them.
 */

/** Control characters, halves of surrogate pairs and non-characters; lines and tabs are none. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const LINE_BREAKS = /[\u2028\u2029]/g;
/** Whether any of these, or a line, stands in a text at all: most have none, and a table has thousands. */
const ANY = /[\p{Cc}\p{Cs}\ufffe\uffff\u2028-\u202e\u2066-\u2069]/u;
/** Embeddings, overrides and isolates: left open, they would turn what stands after them. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * The text with U+FFFD for what no text may hold, a space for Unicode's two line separators, and
 * without direction controls. Right-to-left marks, joiners and everything that is read stay.
 */
export function plain(text: string): string {
  if (!ANY.test(text)) return text;
  return text.replace(UNPRINTABLE, "\ufffd").replace(LINE_BREAKS, " ").replace(DIRECTION, "");
}

/** The same on one line, runs of white space as one space. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, " ").trim();
}

/**
 * JSON that is exact as data and harmless as text: what `plain` would take out is written `\u202e`,
 * so that no editor is fooled by it and every parser gets it back.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A web address that can be followed as it stands; null for anything else. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"'`\\^{}|()[\]\p{C}]+$/iu.test(url) ? url : null;
}
