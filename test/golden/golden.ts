/** The expected account of `examples/`, and how the present one differs from it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { exampleInputs } from "../../eval/data.js";
import { readAccount } from "../../src/engine.js";
import { project } from "./projection.js";

const goldenFile = new URL("examples.account.json", import.meta.url);

/** The present account of the examples in words, as it would stand in the golden file. */
export const presentAccount = (): string =>
  `${JSON.stringify(project(readAccount(exampleInputs())), null, 1)}\n`;

/** Null while none was written. */
export const goldenAccount = (): string | null =>
  existsSync(goldenFile) ? readFileSync(goldenFile, "utf8") : null;

export function writeGolden(account: string): void {
  writeFileSync(goldenFile, account);
}

export interface LineChange {
  readonly sign: "-" | "+";
  readonly text: string;
  /** Line number, from 1: of the old text for `-`, of the new one for `+`. */
  readonly line: number;
}

/** Above this many pairs of lines the difference is told as all old lines, then all new ones. */
const MOST_PAIRS = 25_000_000;

/** The lines to take away and to add, by longest common subsequence. */
export function difference(before: string, after: string): readonly LineChange[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  let [lastA, lastB] = [a.length, b.length];
  while (lastA > first && lastB > first && a[lastA - 1] === b[lastB - 1]) {
    lastA--;
    lastB--;
  }
  const [rows, columns] = [lastA - first, lastB - first];
  const taken = (i: number): LineChange => ({ sign: "-", text: a[i] ?? "", line: i + 1 });
  const added = (i: number): LineChange => ({ sign: "+", text: b[i] ?? "", line: i + 1 });
  const changes: LineChange[] = [];
  if (rows * columns > MOST_PAIRS) {
    for (let i = first; i < lastA; i++) changes.push(taken(i));
    for (let i = first; i < lastB; i++) changes.push(added(i));
    return changes;
  }
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[first + i] === b[first + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[first + i] === b[first + j]) {
      i++;
      j++;
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1)))
      changes.push(taken(first + i++));
    else changes.push(added(first + j++));
  }
  return changes;
}

export const changeLine = ({ sign, line, text }: LineChange): string =>
  `${sign} ${line}: ${text.trim()}`;
