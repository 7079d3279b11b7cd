import { bareWord, firstSentence, holdsForm } from "./blame/deeds.js";
import { countWords, holds, wordSet, writtenWords } from "./counts/words.js";

/** What is told to have brought a crash, a fire or a blast about. */
export interface Origin {
  /** One kind excludes another: a fault is no missile. */
  readonly kind: string;
  /** The word for it, as it stands in the text. */
  readonly words: string;
}

/** By what a word names alone, or with the word behind it. */
const KINDS: readonly (readonly [kind: string, ...phrases: string[]])[] = [
  ["fault", "عطل", "عطلا", "خلل", "خللا", "أعطال"],
  ["human error", "خطأ بشري", "خطأ الطيار", "خطأ السائق"],
  ["weather", "سوء الأحوال", "أحوال جوية", "ضباب", "الظروف الجوية"],
  ["missile", "صاروخ", "صاروخا", "صاروخين", "صواريخ"],
  ["bomb", "قنبلة", "عبوة", "عبوات", "متفجرات", "سيارة مفخخة", "حزام ناسف"],
  ["short circuit", "ماس كهربائي", "تماس كهربائي", "ماسا كهربائيا", "التماس الكهربائي"],
  ["gas", "تسرب غاز", "تسرب الغاز", "تسرب للغاز", "أسطوانة غاز", "أسطوانات غاز"],
  ["arson", "فعل فاعل", "بفعل فاعل", "متعمدا", "مفتعل", "حرق متعمد"],
];
const LONGEST = 2;
const byPhrase = new Map<string, string>(
  KINDS.flatMap(([kind, ...phrases]) =>
    phrases.map((phrase) => [countWords(phrase).map(plain).join(" "), kind] as const),
  ),
);

/** Without a joined preposition, too: "by a missile". */
function plain(word: string): string {
  const bare = bareWord(word);
  return /^ب/u.test(bare) && bare.length > 4 ? bareWord(bare.slice(1)) : bare;
}

/** What befell: without one of these near, a missile or a fault brought nothing about that is told. */
const BEFELL = wordSet(
  ...["تحطم", "تحطمت", "سقوط", "سقطت", "سقط", "أسقطت", "أسقطها", "إسقاط", "انهيار", "غرق"],
  ...["حريق", "الحريق", "حرائق", "حادث", "الحادث", "حادثة", "الحادثة", "كارثة", "الكارثة"],
  ...["انفجار", "الانفجار", "انفجارات", "الانفجارات", "انفجارين", "تفجيرات"],
);
/** What ties the one to the other. */
const CAUSED = wordSet(
  ...["سبب", "أسباب", "تسبب", "تسببت", "بسبب", "نتيجة", "جراء", "إثر", "وراء", "يعود", "بفعل"],
  ...["ناجم", "ناجمة", "ناجما", "ناجمين", "ناتج", "ناتجة", "ناتجا", "ناتجين"],
  ...["نجم", "نجمت", "نتج", "نتجت", "أدى", "أدت"],
);
/** A thing comes down by a missile without another word. */
const CAME_DOWN = wordSet("سقوط", "سقطت", "أسقط", "أسقطت", "إسقاط", "تحطم");
const NOT = wordSet(
  ...["ليس", "ليست", "لا", "لم", "دون", "بدون", "نفى", "نفت", "استبعد", "استبعاد", "أو"],
);
/** Words between what is told to have brought it about and what befell. */
const NEAR = 6;

/** Kinds of origin that words tell of what befell; none that they only deny or leave open. */
export function originsIn(content: string): readonly Origin[] {
  const clause = firstSentence(content);
  const raw = writtenWords(clause);
  const words = countWords(clause);
  const bare = words.map(plain);
  const found = new Map<string, Origin>();
  for (let at = 0; at < words.length; at++) {
    for (let length = LONGEST; length >= 1; length--) {
      const kind = byPhrase.get(bare.slice(at, at + length).join(" "));
      if (kind === undefined) continue;
      if (isTied(words, at, length) && !isDenied(words, at))
        found.set(kind, { kind, words: written(raw.slice(at, at + NAMED_BY)) });
      break;
    }
  }
  return [...found.values()];
}

/** A thing and what describes it. */
const NAMED_BY = 2;

/** Without marks and a joined preposition. */
function written([first = "", ...more]: readonly string[]): string {
  const isJoined = plain(countWords(first)[0] ?? "") !== bareWord(countWords(first)[0] ?? "");
  return [isJoined ? first.slice(1) : first, ...more]
    .join(" ")
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .trim();
}

function isTied(words: readonly string[], at: number, length: number): boolean {
  const near = words.slice(Math.max(0, at - NEAR), at + length + NEAR);
  const befell = near.some((word) => holdsForm(BEFELL, word));
  if (!befell) return false;
  if (near.some((word) => holds(CAUSED, bareWord(word)))) return true;
  // "A missile brought it down", "it came down by a missile".
  if (holdsForm(CAME_DOWN, words[at + length] ?? "")) return true;
  const before = words.slice(Math.max(0, at - NEAR), at);
  return /^ب/u.test(words[at] ?? "") && before.some((word) => holdsForm(CAME_DOWN, word));
}

const DENIED_WITHIN = 3;

const isDenied = (words: readonly string[], at: number): boolean =>
  words
    .slice(Math.max(0, at - DENIED_WITHIN), at)
    .some((word) => NOT.has(word) || NOT.has(word.replace(/^[وف]/u, "")));
