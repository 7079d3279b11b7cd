/**
 * CSV by RFC 4180, in UTF-8, that a spreadsheet may open: what a report says is never run.
 *
 * A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and some report
 * texts are written by people who know that. Such a cell gets an apostrophe in front (OWASP, "CSV
 * Injection"), and so does such a sign after `;`, tab or line break inside a cell: a spreadsheet
 * whose list separator is the semicolon cuts the line there. Numbers are written as numbers.
 */
import { plain } from "./plain.js";

export type Cell = string | number | boolean | null;

/** A column of a table: its name, stable and documented, and what stands in it. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

/** A cell that opens with a sign, ASCII or full-width, or with a tab or line. */
const OPENS = /^[\s\p{Cf}'"`´‘’“”«»‹›]*[=+\-@＝＋－＠\t\r\n]/u;
/**
 * A separator with such a sign behind it. Passed over, as some spreadsheets do: spaces, quotes,
 * marks without width; no further separator, so that a text is gone through once.
 */
const REOPENS =
  /[;\t\n\r](?=[\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\p{Cf}'"`´‘’“”«»‹›]*[=+\-@＝＋－＠])/gu;
/** Every cell that needs a guard holds one of these. */
const MAY_OPEN = /[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Puts an apostrophe wherever a cell could begin with a formula. Linear in the text. */
export function guardFormula(text: string): string {
  if (!MAY_OPEN.test(text) || NUMBER.test(text)) return text;
  const guarded = text.replace(REOPENS, "$&'");
  return OPENS.test(text) ? `'${guarded}` : guarded;
}

/** Quoted where RFC 4180 asks for it; also where a reader would trim it, or cut it at a semicolon. */
const NEEDS_QUOTES = /[",;\t\n\r]|^\s|\s$/;

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return String(cell);
  const text = guardFormula(plain(cell));
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const BYTE_ORDER_MARK = "\ufeff";

/**
 * The table with its header, each line ended by CR LF.
 * @param bom begin with a byte-order mark: without it Excel reads UTF-8 as the machine's old
 *   code page, and Arabic becomes unreadable
 */
export function writeCsv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  bom: boolean,
): string {
  const lines = [columns.map(({ name }) => name).join(",")];
  for (const row of rows) lines.push(columns.map(({ cell }) => writeCell(cell(row))).join(","));
  return `${bom ? BYTE_ORDER_MARK : ""}${lines.join("\r\n")}\r\n`;
}

/** Several values in one cell; no value of Isnad's own holds the sign. */
export const LIST_SEPARATOR = " | ";

export const listCell = (values: readonly string[]): string => values.join(LIST_SEPARATOR);
