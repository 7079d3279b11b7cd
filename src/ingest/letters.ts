/**
 * How often each Arabic letter stands in news prose, per mille of all letters. It tells Arabic
 * from bytes that merely decode to Arabic letters: Russian or Greek read as windows-1256 gives
 * rare letters, Arabic read with the wrong table gives holes and punctuation.
 * Counted over three million letters of newspaper text; only the order of size matters.
 */
const PER_MILLE: readonly (readonly [letters: string, perMille: number])[] = [
  ["\u0627", 150], // alif
  ["\u0644", 116], // lam
  ["\u064a", 78], // ya
  ["\u0645", 64], // mim
  ["\u0648\u0646", 52], // waw, nun
  ["\u0631\u062a", 47], // ra, ta
  ["\u0628\u0639\u0629\u062f", 33], // ba, ayn, ta marbuta, dal
  ["\u0641\u0633\u0647\u0642\u0623\u0643", 23], // fa, sin, ha, qaf, hamza on alif, kaf
  ["\u062d\u062c", 15], // ha, jim
  ["\u0634\u0637\u0635\u0625\u0649\u062e\u0636", 8],
  ["\u0632\u0630\u062b\u0626\u063a\u0621", 5],
  ["\u0638\u0624\u0622", 1],
];

/** A letter outside the table: Persian and Urdu letters, which Arabic prose hardly holds. */
const RARE = Math.log(0.2);
/** A code unit that no decoded text should hold: holes of the table, control characters. */
const IMPOSSIBLE = Math.log(0.0001);
/** Accented Latin letters amid Arabic: a foreign name now and then, no more. */
const FOREIGN = Math.log(0.05);

const weights = new Map<number, number>();
for (const [letters, perMille] of PER_MILLE) {
  for (const letter of letters) weights.set(letter.charCodeAt(0), Math.log(perMille));
}

/** True for a letter of the Arabic script, presentation forms included. */
export function isArabicLetter(code: number): boolean {
  return (
    (code >= 0x0620 && code <= 0x064a) ||
    (code >= 0x066e && code <= 0x06d3) ||
    (code >= 0x06fa && code <= 0x06ff) ||
    (code >= 0x0750 && code <= 0x077f) ||
    (code >= 0xfb50 && code <= 0xfdfb) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

/** True where the text holds at least one Arabic letter. Stops at the first. */
export function hasArabic(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isArabicLetter(text.charCodeAt(i))) return true;
  return false;
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0x7f;
}

/**
 * How much like Arabic prose the text is: the mean log frequency of its characters beyond ASCII
 * (controls count too). Arabic prose gives about 3.9; other languages decoded with an Arabic
 * table stay below 2.5. Minus infinity where there is nothing beyond ASCII.
 */
export function arabicScore(text: string): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 && !isControl(code)) continue;
    const weight = weights.get(code);
    if (weight !== undefined) {
      sum += weight;
    } else if (isArabicLetter(code)) {
      sum += RARE;
    } else if (code === 0xfffd || isControl(code) || (code >= 0x80 && code < 0xa0)) {
      sum += IMPOSSIBLE;
    } else if (code >= 0xc0 && code < 0x0250) {
      sum += FOREIGN;
    } else {
      continue; // quotation marks, Arabic punctuation and diacritics tell nothing either way
    }
    count += 1;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count;
}

/** Share of control characters among all characters, 0 to 1: high in binary data. */
export function controlShare(text: string): number {
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls += 1;
  return text.length === 0 ? 0 : controls / text.length;
}
