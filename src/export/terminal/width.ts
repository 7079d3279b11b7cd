/**
 * Columns that a text takes on a terminal, by the rules every terminal shares: marks and format
 * characters take none, East Asian wide characters and emoji two, all others one. A package does
 * this too, for clusters of emoji as well, but takes longer to load than the rest of the command
 * line; a test holds the two against each other.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one
const COLOUR_CODE = /\u001b\[[\d;]*m/g;

/** Ranges of wide characters, first and last. Source: Unicode, EastAsianWidth W and F, and emoji. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** Compiled on the first character that needs it, which Arabic and Latin text never do. */
let noColumn: RegExp | null = null;

function takesNone(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad) return true;
  if (code < 0x300) return false;
  if (code >= 0x600 && code <= 0x6ff) {
    return (
      (code >= 0x64b && code <= 0x65f) ||
      code === 0x670 ||
      (code >= 0x610 && code <= 0x61a) ||
      code === 0x61c ||
      (code >= 0x6d6 && code <= 0x6ed && ![0x6de, 0x6e5, 0x6e6, 0x6e9].includes(code)) ||
      code <= 0x605
    );
  }
  if (code >= 0x2010 && code <= 0x2027) return false;
  if (code >= 0x2190 && code <= 0x21ff) return false;
  noColumn ??= /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
  return noColumn.test(String.fromCodePoint(code));
}

const isWide = (code: number): boolean =>
  code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last);

/** Columns of a text; colour codes take none. */
export function widthOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replace(COLOUR_CODE, "") : text;
  let width = 0;
  for (const char of bare) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) width += 1;
    else if (!takesNone(code)) width += isWide(code) ? 2 : 1;
  }
  return width;
}
