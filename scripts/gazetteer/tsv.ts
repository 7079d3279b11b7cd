import { readFileSync } from "node:fs";

/** A row of a lexicon: its columns by name, and where it stands, for messages. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  readonly where: string;
}

/**
 * Reads a tab-separated lexicon. Blank lines and lines that begin with `#` are comments; the first
 * other line names the columns. Missing cells at the end of a row are empty.
 */
export function readRows(file: URL): readonly Row[] {
  const rows: Row[] = [];
  let columns: readonly string[] | null = null;
  for (const [i, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (!columns) {
      columns = cells;
      continue;
    }
    const where = `${file.pathname.split("/").slice(-1)[0]}:${i + 1}`;
    if (cells.length > columns.length) {
      throw new Error(`${where}: ${cells.length} cells, but only ${columns.length} columns`);
    }
    rows.push({
      cells: Object.fromEntries(columns.map((column, c) => [column, cells[c] ?? ""])),
      where,
    });
  }
  return rows;
}

/** A cell's list, separated by `|`. */
export function listOf(row: Row, column: string): readonly string[] {
  return (row.cells[column] ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
