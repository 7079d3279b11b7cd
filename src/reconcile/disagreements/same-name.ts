import { spellingOf } from "../../relate/spelling.js";
import { fold } from "../../text/fold.js";

/** Words shorter than this in consonants are alike by chance. */
const LEAST_LETTERS = 3;

/**
 * Two names may be one person's: they share a word, as far as writers agree on its letters, or one
 * of them is a word alone ("Alexis", "Tsipras"). Only names that are whole and share nothing are
 * known to be two.
 */
export function mayNameOne(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length < 2 || y.length < 2) return true;
  return x.some((word) => y.some((other) => areAlike(word, other)));
}

function wordsOf(name: string): NameWord[] {
  const { skeletonOf, isFilial, isNamePrefix } = spellingOf("ar");
  return name
    .split(/\s+/)
    .filter((word) => word !== "" && !isFilial(word) && !isNamePrefix(word))
    .map((word) => ({ form: fold(word), skeleton: skeletonOf(word) }));
}

interface NameWord {
  readonly form: string;
  readonly skeleton: string;
}

/** The same letters, the same consonants, or all but one letter of them. */
function areAlike(
  { form, skeleton: a }: NameWord,
  { form: other, skeleton: b }: NameWord,
): boolean {
  if (form === other || a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < LEAST_LETTERS || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
