import type { Token } from "../../text/tokens.js";

/** The value of a number token, and the token behind it. */
export interface Digits {
  readonly value: number;
  readonly next: number;
}

/** More digits than a safe integer holds name something (a telephone, an account), they count nothing. */
const LONGEST_NUMBER = 15;

/**
 * Reads digits. `12,500` `12.500` `12٬500` `12،500` are thousands: one or more groups of exactly
 * three behind one to three digits that are not 0. One other separator is a decimal mark. Groups
 * of three may stand apart by a space (`12 500`). Two or more separators of another shape are a
 * date, a version or an address, and no number.
 */
export function readDigits(tokens: readonly Token[], at: number): Digits | null {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  let value = numberOf(token.form);
  if (value === null) return null;
  let next = at + 1;
  if (/^[1-9]\d{0,2}$/.test(token.form)) {
    while (isSpacedGroup(tokens, next) && next - at < 4) {
      value = value * 1000 + Number(tokens[next]?.form);
      next++;
    }
  }
  return { value, next };
}

function isSpacedGroup(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.kind !== "number" || !token.spaced || token.breaks > 0 || !before) return false;
  if (!/^\d{3}$/.test(token.form) || token.start - before.end !== 1) return false;
  // A hyphen or slash behind it makes it the first half of something else.
  const behind = tokens[at + 1];
  return !(behind && !behind.spaced && (behind.form === "-" || behind.form === "/"));
}

function numberOf(form: string): number | null {
  if (form.length <= LONGEST_NUMBER && /^\d+$/.test(form)) return Number(form);
  const pieces = form.split(/[.,،٫٬]/);
  const separators = form.replace(/\d/g, "");
  if (form.length - separators.length > LONGEST_NUMBER) return null;
  const head = pieces[0] ?? "";
  const last = separators[separators.length - 1];
  const groups = pieces.slice(1);
  const threes = (list: readonly string[]): boolean => list.every((piece) => piece.length === 3);
  const oneKind = [...separators].every((separator) => separator === last);
  if (oneKind && last !== "٫" && threes(groups) && /^[1-9]\d{0,2}$/.test(head)) {
    return Number(pieces.join(""));
  }
  if (separators.length === 1) return Number(`${head}.${groups[0] ?? ""}`);
  // 1,234.56: thousands by one separator, decimals by another.
  const inner = separators.slice(0, -1);
  const thousands = groups.slice(0, -1);
  const mixed = [...inner].every((separator) => separator === inner[0]) && inner[0] !== last;
  if (mixed && threes(thousands) && head.length <= 3) {
    return Number(`${head}${thousands.join("")}.${groups[groups.length - 1] ?? ""}`);
  }
  return null;
}
