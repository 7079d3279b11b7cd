/**
 * CSV read as RFC 4180 writes it and no more leniently: what a file says is told by the standard,
 * not by the program that wrote it.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) throw new Error(`a quote at ${at} is never closed`);
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replace(/""/g, '"');
      at = end + 1;
    } else {
      const end = text.slice(at).search(/[,"\r\n]/);
      if (end < 0) throw new Error("the last line is not ended");
      cell = text.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither a comma nor the end of a line stands at ${at}`);
  }
  const width = rows[0]?.length;
  for (const [n, each] of rows.entries()) {
    if (each.length !== width) throw new Error(`line ${n} has ${each.length} cells, not ${width}`);
  }
  return rows;
}

export type Record = Readonly<globalThis.Record<string, string>>;

/** Rows by the names of the header; a byte-order mark is passed over. */
export function parseRecords(text: string): Record[] {
  const [header = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ""));
  if (new Set(header).size !== header.length) throw new Error("two columns share a name");
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

/** A cell as it was before its apostrophes against formulas, as docs/EXPORTS.md tells it. */
export function unguarded(cell: string): string {
  const SKIPPED = "[ \\u00a0\\p{Cf}'\"`´‘’“”«»‹›]*";
  const atStart = /^'(?=[\s\p{Cf}'"`´‘’“”«»‹›]*[=+\-@＝＋－＠\t\r\n])/u;
  const inside = new RegExp(`(?<=[;\\t\\n\\r])'(?=${SKIPPED}[=+\\-@＝＋－＠])`, "gu");
  return cell.replace(inside, "").replace(atStart, "");
}
