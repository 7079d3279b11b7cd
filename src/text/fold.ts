/**
 * Folding: one spelling for the many ways a word is typed. Matching is always done on folded
 * forms; the source text itself is never altered, and offsets stay those of the source.
 *
 * Folded away: diacritics, tatweel, zero-width and direction marks. Folded together: the alif
 * family (أإآٱ→ا), final ى→ي, ة→ه, Persian ی ک ے and ھ ہ ۀ, presentation forms, and all digits
 * to 0–9. Kept: ؤ ئ ء, which tell words apart (شؤون is in the lexicon under its own spelling).
 */

/** Code unit → folded code unit, 0 to drop it. Everything outside the table folds to itself. */
const ARABIC_FIRST = 0x0600;
const ARABIC_LAST = 0x06ff;
const table = new Uint16Array(ARABIC_LAST - ARABIC_FIRST + 1);
for (let code = ARABIC_FIRST; code <= ARABIC_LAST; code++) table[code - ARABIC_FIRST] = code;

const set = (from: string, to: string): void => {
  for (const char of from) table[char.charCodeAt(0) - ARABIC_FIRST] = to ? to.charCodeAt(0) : 0;
};
set("أإآٱٲٳ", "ا");
set("ىیېۍے", "ي");
set("ةۃۀ", "ه");
set("ہھە", "ه");
set("کڪ", "ك");
set("ـ", "");
for (let code = 0x064b; code <= 0x065f; code++) table[code - ARABIC_FIRST] = 0;
table[0x0670 - ARABIC_FIRST] = 0;
for (let code = 0x0610; code <= 0x061a; code++) table[code - ARABIC_FIRST] = 0;
table[0x061c - ARABIC_FIRST] = 0;
for (let code = 0x06d6; code <= 0x06ed; code++) {
  if (code !== 0x06de && code !== 0x06e9) table[code - ARABIC_FIRST] = 0;
}
for (let digit = 0; digit < 10; digit++) {
  table[0x0660 + digit - ARABIC_FIRST] = 0x30 + digit;
  table[0x06f0 + digit - ARABIC_FIRST] = 0x30 + digit;
}

/** Marks that stand inside words and carry nothing: joiners, direction marks, byte-order mark. */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0x00ad ||
    code === 0xfeff
  );
}

/** Arabic presentation forms, which only NFKC turns back into letters. */
function isPresentationForm(code: number): boolean {
  return (code >= 0xfb50 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

/** Folds one UTF-16 code unit; 0 means that it is dropped. Presentation forms pass unchanged. */
export function foldCode(code: number): number {
  if (code >= ARABIC_FIRST && code <= ARABIC_LAST) return table[code - ARABIC_FIRST] as number;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (isInvisible(code)) return 0;
  return code;
}

/** The folded form of a word or phrase. Idempotent. */
export function fold(text: string): string {
  let clean = true;
  let forms = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (foldCode(code) !== code) clean = false;
    if (isPresentationForm(code)) forms = true;
  }
  if (forms) return fold(text.normalize("NFKC").replace(/[\ufb50-\ufdff\ufe70-\ufefc]/g, ""));
  if (clean) return text;
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded !== 0) out += String.fromCharCode(folded);
  }
  return out;
}
