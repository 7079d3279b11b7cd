/** Text in columns: width as a terminal shows it, wrapping, padding, tables. */
import { isolate, isolateAll, isRightToLeft, showable } from "./direction.js";
import { widthOf } from "./width.js";

export type Style = (text: string) => string;

/** What stands in one cell of a table, or in one paragraph. */
export interface Cell {
  readonly text: string;
  readonly style?: Style | undefined;
}

export interface Column {
  readonly head: string;
  /** Narrowest width the column may be given. */
  readonly min: number;
  /** Widest width it takes, however long its cells; without it, what is left. */
  readonly max?: number;
  readonly right?: boolean;
}

const DEFAULT_WIDTH = 100;
/** Narrower than this, columns hold no word; wider, lines are hard to follow. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 160;

/** Columns to draw in, where the terminal has so many; undefined where it is not known. */
export function boundedWidth(columns: number | undefined): number {
  return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns ?? DEFAULT_WIDTH));
}

/** Breaks a word that is wider than a line. */
function breakWord(word: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const char of word) {
    if (part !== "" && widthOf(part + char) > width) {
      parts.push(part);
      part = "";
    }
    part += char;
  }
  if (part !== "") parts.push(part);
  return parts;
}

/** Lines of at most `width` columns, broken at spaces. Plain: not yet isolated or styled. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of showable(text).split(" ")) {
    const size = widthOf(word);
    if (used > 0 && used + 1 + size <= width) {
      line += ` ${word}`;
      used += 1 + size;
      continue;
    }
    if (used > 0) lines.push(line);
    if (size <= width) {
      line = word;
      used = size;
    } else {
      const parts = breakWord(word, width);
      line = parts.pop() ?? "";
      used = widthOf(line);
      lines.push(...parts);
    }
  }
  lines.push(line);
  return lines;
}

const spaces = (count: number): string => " ".repeat(Math.max(0, count));

interface Line {
  readonly text: string;
  readonly width: number;
}

/**
 * The lines of a cell, ready to print. Lines of a right-to-left paragraph are flush at the right,
 * where each begins; one line alone stays at the left, beside its neighbours.
 */
function linesOf(cell: Cell, width: number): Line[] {
  const lines = wrap(cell.text, width);
  const rightToLeft = lines.length > 1 && isRightToLeft(cell.text) && !/[←→↔·│×]/.test(cell.text);
  const widths = lines.map(widthOf);
  const block = Math.max(...widths);
  return lines.map((line, index) => {
    const own = widths[index] ?? 0;
    const shown = rightToLeft ? isolateAll(line) : isolate(line);
    const styled = cell.style && line !== "" ? cell.style(shown) : shown;
    return rightToLeft
      ? { text: spaces(block - own) + styled, width: block }
      : { text: styled, width: own };
  });
}

/** A paragraph: every line set in by `indent`, the first behind `head` where one is given. */
export function paragraph(cell: Cell, width: number, indent = 0, head = ""): string[] {
  return linesOf(cell, Math.max(10, width - indent)).map((line, index) =>
    index === 0 && head !== ""
      ? `${head}${spaces(indent - widthOf(head))}${line.text}`
      : spaces(indent) + line.text,
  );
}

const GAP = 2;

/** Widths for the columns: as wide as their cells, then shrunk, the widest first, to fit. */
function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): number[] {
  const widths = columns.map((column, index) => {
    let widest = widthOf(column.head);
    for (const row of rows) widest = Math.max(widest, widthOf(showable(row[index]?.text ?? "")));
    return Math.max(column.min, Math.min(widest, column.max ?? width));
  });
  const room = width - GAP * (columns.length - 1);
  shrink(widths, room, (index) => columns[index]?.min ?? NARROWEST);
  shrink(widths, room, () => NARROWEST);
  return widths;
}

/** Columns below which a column holds no word; reached only on a very narrow terminal. */
const NARROWEST = 5;

/** Takes from the widest column, one by one, until all fit or each is at its least. */
function shrink(widths: number[], room: number, least: (index: number) => number): void {
  let over = widths.reduce((sum, each) => sum + each, 0) - room;
  for (; over > 0; over--) {
    let widest = -1;
    for (const [index, width] of widths.entries()) {
      if (width > least(index) && (widest < 0 || width > widths[widest]!)) widest = index;
    }
    if (widest < 0) return;
    widths[widest]! -= 1;
  }
}

/**
 * A table without rules: heads, then rows whose cells wrap inside their columns. A column without
 * a single cell is left out, and so is the line of heads where no column has one.
 */
export function table(
  allColumns: readonly Column[],
  allRows: readonly (readonly Cell[])[],
  options: { readonly width: number; readonly indent: number; readonly head: Style },
): string[] {
  const filled = allColumns.map((_, index) => allRows.some((row) => row[index]?.text));
  const columns = allColumns.filter((_, index) => filled[index]);
  const rows = allRows.map((row) => row.filter((_, index) => filled[index]));
  if (rows.length === 0 || columns.length === 0) return [];
  const widths = columnWidths(columns, rows, options.width - options.indent);
  const heads = columns.map((column) => ({ text: column.head, style: options.head }));
  const out: string[] = [];
  for (const row of heads.some(({ text }) => text !== "") ? [heads, ...rows] : rows) {
    const cells = columns.map((_, index) => linesOf(row[index] ?? { text: "" }, widths[index]!));
    const height = Math.max(...cells.map((lines) => lines.length));
    for (let at = 0; at < height; at++) {
      let line = spaces(options.indent);
      for (const [index, column] of columns.entries()) {
        const cell = cells[index]![at] ?? { text: "", width: 0 };
        const fill = spaces(widths[index]! - cell.width);
        line += column.right ? fill + cell.text : cell.text + fill;
        if (index < columns.length - 1) line += spaces(GAP);
      }
      out.push(line.trimEnd());
    }
  }
  return out;
}
