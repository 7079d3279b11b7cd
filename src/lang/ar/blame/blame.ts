import { isCommonWord } from "../common-words.js";
import { countWords, wordSet, writtenWords } from "../counts/words.js";
import {
  bareWord,
  type Deed,
  deedAt,
  deedNamed,
  deedWithin,
  firstSentence,
  holdsForm,
  isResponsibility,
} from "./deeds.js";

/** What an accusation says: whom it accuses, and of which deed. */
export interface Blame {
  /** The words for the accused, as they stand in the text. */
  readonly accused: string;
  readonly deed: Deed;
}

/** What is laid on somebody named behind: "the blame on", "the fingers of accusation at". */
const LAID = wordSet("لوم", "لائمة", "أصابع", "اتهام", "اتهامات", "مسؤولية", "مسئولية");
const ON = wordSet("على", "إلى");
/** What ends the words for somebody: a clause, where and when. */
const ENDS = wordSet(
  ...["في", "من", "عن", "التي", "الذي", "الذين", "إثر", "بعد", "خلال", "فيما", "بينما", "حين"],
  ...["أمس", "اليوم", "وقت", "بأنها", "بأنه", "بأنهم", "بأن", "وفق", "بحسب"],
);
/** Words that name whom somebody accuses. */
const MOST_ACCUSED = 16;
/** "The blame on", "the fingers of accusation at": whom stands this near. */
const MOST_LAID = 4;

/** What an accusation tells, by the words of its content; null where it is of no such deed. */
export function blameIn(content: string): Blame | null {
  const clause = firstSentence(content);
  const words = countWords(clause);
  if (holdsForm(LAID, words[0] ?? "")) return laidOn(clause, words);
  for (let at = 1; at < Math.min(words.length, MOST_ACCUSED); at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("ب") && !holdsForm(LAID, word)) continue;
    const deed = deedAt(words, at);
    if (deed) return { accused: written(clause, words, 0, at), deed };
  }
  return null;
}

/** "the blame on the group for the bombing", "the fingers of accusation at the group for carrying out". */
function laidOn(clause: string, words: readonly string[]): Blame | null {
  const on = words
    .slice(0, MOST_LAID)
    .findIndex((word, at) => at > 0 && (ON.has(word) || /^ل/u.test(word)));
  if (on < 0) return null;
  const from = ON.has(words[on] ?? "") ? on + 1 : on;
  for (let at = from + 1; at < Math.min(words.length, from + MOST_ACCUSED); at++) {
    const deed =
      /^ب/u.test(words[at] ?? "") || ENDS.has(words[at] ?? "") ? deedAt(words, at) : null;
    if (deed) return { accused: written(clause, words, from, at), deed };
  }
  return null;
}

/** The words of the text from the one to the other, as far as they are for somebody. */
function written(clause: string, words: readonly string[], from: number, to: number): string {
  const all = writtenWords(clause);
  let end = from;
  while (end < to && !ENDS.has(words[end] ?? "") && !/[،,]$/u.test(all[end - 1] ?? "")) end++;
  return all
    .slice(from, Math.max(end, from + 1))
    .join(" ")
    .replace(/^ل(?!ل)|^[^\p{L}]+|[^\p{L})]+$/gu, "");
}

const OPENS = wordSet(
  ...["", "أن", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها", "نفيا", "قاطعا", "أي", "عن", "من"],
);
const THAT_HE = wordSet("يكون", "تكون", "يكونوا");
const DID = /^(?:استهدف|نفذ|قصف|شن|هاجم|اطلق|فجر)/u;
const NOT = wordSet("لا", "ليس", "ليست", "ليسوا", "لسنا");
/** Of having to do with it: what is said with "no". */
const TIE = wordSet("علاقة", "صلة", "دور", "مسؤولين", "مسؤولون", "مسؤولا", "ضلوع");
/** "That", "these accusations": what was just laid to him. */
const LAID_BEFORE = wordSet("ذلك", "اتهام", "اتهامات", "ادعاءات", "مزاعم");

/** The deed that a denial disowns; null where something else is denied. */
export function disownedIn(content: string): Deed | null {
  const all = countWords(firstSentence(content));
  const from = all.findIndex((word) => !OPENS.has(word));
  const words = from < 0 ? [] : all.slice(from);
  const [first = "", second = ""] = words;
  if (holdsForm(LAID_BEFORE, first)) return deedWithin(words, 1);
  if (THAT_HE.has(first)) {
    const isHis = holdsForm(TIE, second) || isResponsibility(second) || DID.test(second);
    return isHis || /^ل(?:ه|ها|هم|دي.*)$/u.test(second) ? deedWithin(words, 1) : null;
  }
  if (isResponsibility(first)) return deedWithin(words, 1);
  return deedNamed(words, 0);
}

/** "We have nothing to do with the attack": the deed that somebody disowns by what he says. */
export function disclaimedIn(content: string): Deed | null {
  const words = countWords(firstSentence(content));
  for (let at = 0; at < Math.min(words.length, 3); at++) {
    if (!NOT.has(words[at] ?? "")) continue;
    const [next = "", behind = ""] = words.slice(at + 1);
    return holdsForm(TIE, next) || holdsForm(TIE, behind) ? deedWithin(words, at + 2) : null;
  }
  return null;
}

/** What many sides are called: it tells none from another. */
const SHARED = wordSet(
  ...["جيش", "قوات", "قوة", "حكومة", "رئاسة", "رئيس", "وزارة", "وزير", "سلطات", "سلطة", "طيران"],
  ...["مدفعية", "دولة", "نظام", "شرطة", "طائرات", "طائرة", "مسلحة", "دفاع", "خارجية", "داخلية"],
  ...["مصادر", "مصدر", "أمنية", "أمني", "مسؤولون", "مسؤولين", "مسؤول", "عسكرية", "عسكري"],
  ...["سفارة", "ناطق", "متحدث", "باسم", "جماعة", "مليشيا", "ميليشيا", "مليشيات", "ميليشيات"],
  ...["حركة", "تنظيم", "منظمة", "مسلحي", "مسلحو", "مسلحين", "مسلحون", "مقاتلي", "مقاتلو"],
  ...["عناصر", "كتائب", "كتيبة", "فصائل", "فصيل", "لواء", "جبهة", "متمردي", "متمردين", "إرهابية"],
  ...["إرهابي", "انقلابية", "حزب", "تابعة", "تابع", "موالية", "مدعومة", "قائد", "عضو", "مكتب"],
  ...[
    "هيئة",
    "أركان",
    "قيادة",
    "عامة",
    "عام",
    "وطني",
    "وطنية",
    "شعبية",
    "شعبي",
    "علي",
    "من",
    "تنظيمين",
    "طرفين",
    "جانبين",
  ],
);
/** "The latter", "the group": whoever was named just before. */
const NAMED_BEFORE = wordSet(
  ...["أخير", "أخيرة", "حزب", "جماعة", "حركة", "تنظيم", "مليشيا", "ميليشيا", "إياه", "إياها"],
);

/** حوثي, حوثية: one side. */
export const sideStem = (word: string): string => word.replace(/ه$/u, "");

/** The words that tell one side from another, of the words for it. */
export const sideWords = (name: string): readonly string[] =>
  countWords(name)
    .map(bareWord)
    .filter((word) => word.length > 2 && !SHARED.has(word));

/** A word that only points back to whoever was named. */
export const pointsBack = (name: string): boolean => {
  const words = countWords(name);
  return words.length === 1 && NAMED_BEFORE.has(bareWord(words[0] ?? ""));
};

/** Words beside a deed that name no target: clauses, times, and what may stand with any deed. */
const NO_TARGET = wordSet(
  ...[
    "بلدات",
    "قرى",
    "مدن",
    "مناطق",
    "بلدتين",
    "قريتين",
    "خاضعة",
    "خاضع",
    "سيطرة",
    "سيطرتهم",
    "سيطرتها",
  ],
  ...["الذي", "التي", "وقع", "وقعت", "هز", "هزت", "استهدف", "استهدفت", "مدينة", "بلدة", "قرية"],
  ...["منطقة", "إقليم", "محافظة", "صاروخية", "صاروخي", "إرهابي", "إرهابية", "جوية", "جوي", "مدفعي"],
  ...["اليوم", "أمس", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
  ...["شمال", "جنوب", "شرق", "غرب", "داخل", "حين", "فيما", "بينما", "عليه", "عليها", "مدنيين"],
  ...["لحظة", "أسفر", "أسفرت", "أدى", "أدت", "مقتل", "قتل", "بعد", "خلال", "وأكد", "وقال", "رد"],
);

/** A bare word that may tell what a deed was done to. */
export const tellsTarget = (word: string): boolean =>
  word.length > 2 &&
  !holdsForm(NO_TARGET, word) &&
  !isCommonWord(word) &&
  deedNamed([word], 0) === null;
