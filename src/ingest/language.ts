/** Whether a text is in a language that Isnad reads. */
import type { Problem } from "../core/problem.js";
import { isArabicLetter } from "./letters.js";

/** Languages that are written with Arabic letters and are not Arabic. */
const OTHERS =
  /^(fa|per|fas|prs|ur|urd|ps|pus|ku|ckb|kur|sd|snd|ug|uig|pnb|azb|bal|ks|ms-arab)([-_]|$)/i;
const ARABIC = /^(ar|ara|arb|arz|apc|ary)([-_]|$)|^arabic$/i;
/** Letters of Persian, Urdu, Kurdish and others that no Arabic word holds, per letter of the text. */
const FOREIGN_LETTERS =
  /[\u067e\u0686\u0698\u06af\u06a9\u06cc\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2\u06d5\u06c6\u06ce]/gu;
const MAX_FOREIGN = 0.03;
/** Share of Arabic letters among all letters from which a page may be in Arabic, whatever it declares. */
const LEAST_ARABIC = 0.5;
const SAMPLE_CHARACTERS = 4000;

function isArabic(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let arabic = 0;
  for (let i = 0; i < sample.length; i++) if (isArabicLetter(sample.charCodeAt(i))) arabic += 1;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const foreign = sample.match(FOREIGN_LETTERS)?.length ?? 0;
  return arabic >= letters * LEAST_ARABIC && foreign <= arabic * MAX_FOREIGN;
}

/**
 * `ar`, or why the text was left out. Declarations of pages are often those of their template: what is
 * declared English and is written in Arabic is Arabic.
 */
export function languageOf(text: string, declared: string | null, file: string): "ar" | Problem {
  const isOther = declared !== null && OTHERS.test(declared);
  if (!isOther && ((declared !== null && ARABIC.test(declared)) || isArabic(text))) return "ar";
  const named = declared === null ? "" : ` It is declared as "${declared.slice(0, 40)}".`;
  return {
    severity: "warning",
    code: "unsupported-language",
    file,
    place: null,
    message: `The text is not in Arabic; it was left out.${named}`,
    remedy: "Isnad reads Arabic so far.",
  };
}
