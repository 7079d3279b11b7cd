import type { Range } from "../core/contract.js";
import type { LexedText, Line } from "./lines.js";

/** Page text that is not the article: menus, related headlines, comment and newsletter lines. */
export function findFurniture(_text: LexedText, _lines: readonly Line[]): Range[] {
  return [];
}
