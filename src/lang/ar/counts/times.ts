import { fold } from "../../../text/fold.js";
import { holds, isDigits, wordSet } from "./words.js";

/**
 * Words that bound a count by a time: a day and a night, a period, months, since or until when. Such a
 * count sums up whatever happened in it, and is of no single happening.
 */

const SINCE = fold("منذ");
const THEN = wordSet("ذلك", "الحين", "حينها");
/** "Back then five were killed": not now. */
const BACK_THEN = wordSet("آنذاك", "حينذاك", "وقتذاك");

/** Lengths of time that no single happening has. */
const LONG_TIMES = wordSet(
  "أشهر",
  "شهور",
  "شهرين",
  "أسابيع",
  "أسبوعين",
  "سنوات",
  "سنين",
  "أعوام",
  "عامين",
  "عاما",
);
/** "Aged five years": the length is a person's age. */
const AGE_WITHIN = 4;
const AGES = wordSet(
  "عمره",
  "عمرها",
  "العمر",
  "عمر",
  "يبلغ",
  "تبلغ",
  "البالغ",
  "البالغة",
  "أعمارهم",
);

const HOURS = wordSet("ساعة", "ساعات", "دقيقة", "دقائق", "يوم", "أيام", "يوما");

/** True where the words tell a length of weeks or more, other than an age, "since then" or "back then". */
export function tellsLongTime(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (word.endsWith(SINCE)) {
      const [next = "", unit = ""] = words.slice(at + 1, at + 3);
      // "Since 20 July": of more than one happening, unless hours are counted.
      if (holds(THEN, next) || (isDigits(next) && !holds(HOURS, unit))) return true;
    }
    if (holds(BACK_THEN, word)) return true;
    const near = words.slice(Math.max(0, at - AGE_WITHIN), at);
    return holds(LONG_TIMES, word) && !near.some((one) => holds(AGES, one));
  });
}

/** "In the last 24 hours", "in one day": a count of a day, whatever happened on it. */
const DAY_HOURS = wordSet("24", "الـ24", "ال24", "العشرين", "والعشرين", "وعشرين");
const HOUR = wordSet("ساعة", "الساعة", "الساعات");
const HOUR_WITHIN = 2;

/** True where the words bound a count by a day and a night rather than by a happening. */
export function tellsDayCount(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      holds(DAY_HOURS, word) &&
      words
        .slice(Math.max(0, at - HOUR_WITHIN - 1), at + HOUR_WITHIN + 1)
        .some((one) => holds(HOUR, one)),
  );
}

/** "In the period from the 7th to the 20th": what a sentence counts after it is of all that time. */
const PERIOD = wordSet("الفترة", "فترة", "المدة");
const BOUNDED = wordSet("من", "بين", "الممتدة", "الواقعة");

export function tellsPeriod(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    return (holds(PERIOD, word) && holds(BOUNDED, next)) || (word === SINCE && FOUNDED.has(next));
  });
}

/** "The force gave dozens of dead since its foundation". */
const FOUNDED = wordSet("تأسيسها", "تأسيسه", "تأسيس", "إنشائها", "إنشائه", "إنشاء");

/** "In the course of", "over": a time throughout which people were counted. */
const THROUGHOUT = wordSet("خلال", "طوال", "طيلة", "مدى", "مدار", "منذ", "حتى");

export function tellsThroughout(words: readonly string[]): boolean {
  return words.some((word) => holds(THROUGHOUT, word));
}

/** "Since 27 April", "until the 22nd": the bound of a time in which people were counted, and no day of theirs. */
const BOUND = wordSet("منذ", "مذ", "حتى", "لغاية", "غاية");
/** "Since the disease appeared on". */
const BOUND_WITHIN = 4;

/** @param before the words of its clause in front of a time, the nearest last */
export const tellsBound = (before: readonly string[]): boolean =>
  before.slice(-BOUND_WITHIN).some((word) => holds(BOUND, word));
