import { fold } from "../../../text/fold.js";
import { holds, isDigits, wordSet } from "./words.js";

/** Several happenings told together. */
const SEVERAL = wordSet(
  "حادثين",
  "حادثتين",
  "حوادث",
  "منفصلين",
  "منفصلتين",
  "منفصلة",
  "متفرقة",
  "هجمات",
  "هجومين",
  "تفجيرين",
  "تفجيرات",
  "انفجارين",
  "انفجارات",
  "غارات",
  "اعتداءات",
  "الاعتداءات",
  "عمليات",
  "الهجمات",
  "هجومان",
  "انفجاران",
  "تفجيران",
  "حادثان",
  "حادثتان",
  "غارتان",
  "غارتين",
);
/** "A wave of attacks", "several raids", "4 attacks": what a sentence counts after it is of all of them. */
const MANY = wordSet("سلسلة", "موجة", "عدة", "بضع", "بضعة");
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

/**
 * True where the words tell of several happenings.
 * @param clause the words beside the figure
 * @param sentence all the words of its sentence that stand before it
 */
export function tellsSeveral(clause: readonly string[], sentence: readonly string[]): boolean {
  return (
    clause.some((word, at) => holds(SEVERAL, word) && !isOneOf(clause, at)) ||
    sentence.some(
      (word, at) =>
        holds(SEVERAL, word) &&
        sentence.slice(Math.max(0, at - MANY_WITHIN), at).some(isMany) &&
        !sentence.slice(at).some((one) => holds(WHILE, one)),
    )
  );
}

/** "One of the worst attacks on the force": of one. */
const isOneOf = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - ONE_OF_WITHIN), at).some((word) => holds(SINGLED, word));
const ONE_OF_WITHIN = 3;
const SINGLED = wordSet(
  "أحد",
  "إحدى",
  "واحد",
  "واحدة",
  "أسوأ",
  "أعنف",
  "أكثر",
  "أكبر",
  "أعقاب",
  "آخر",
);

/** "A series of attacks …, while a bomb killed four": of one of them. */
const WHILE = wordSet("فيما", "بينما", "حين");

/** "A wave of separate attacks": what makes them several stands so close before. */
const MANY_WITHIN = 2;
const isMany = (word: string): boolean => holds(MANY, word) || isDigits(word);

/** "In a separate incident", "another attack", "a second explosion". */
const DEEDS = wordSet(
  "حادث",
  "حادثة",
  "هجوم",
  "تفجير",
  "انفجار",
  "غارة",
  "قصف",
  "عملية",
  "اشتباك",
  "كمين",
  "واقعة",
  "حريق",
);
const OTHER = wordSet(
  "آخر",
  "أخرى",
  "منفصل",
  "منفصلة",
  "ثان",
  "ثانية",
  "مماثل",
  "مماثلة",
  "مشابه",
  "مشابهة",
);
const SIDE = wordSet("جهة", "ناحية", "صعيد", "سياق", "جانب");
/** "On the other hand, six were killed": a deed told at once behind it is another one. */
const SIDE_WITHIN = 3;

/**
 * True where a figure is told of another happening than the text told of before.
 * @param sentence all the words of its sentence that stand before it
 */
export function tellsAnother(sentence: readonly string[]): boolean {
  return sentence.some((word, at) => {
    if (!holds(OTHER, sentence[at + 1] ?? "")) return false;
    return holds(DEEDS, word) || (holds(SIDE, word) && sentence.length - at - 2 <= SIDE_WITHIN);
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

/** "As a result of two blasts": what it comes from, where that stands beyond the clause. */
const FROM = wordSet("جراء", "إثر", "نتيجة", "بسبب", "عقب");

/** "Fifty were killed in attacks": of two, as "in two bombings", one happening is told as often. */
const IN = fold("في");
const MORE_THAN_TWO = wordSet(
  "حوادث",
  "هجمات",
  "تفجيرات",
  "انفجارات",
  "غارات",
  "اعتداءات",
  "عمليات",
);

/** True where the words behind a figure tell that it comes of several happenings. */
export function comesOfSeveral(behind: readonly string[]): boolean {
  return behind.some(
    (word, at) =>
      (holds(FROM, word) && holds(SEVERAL, behind[at + 1] ?? "")) ||
      (word === IN && holds(MORE_THAN_TWO, behind[at + 1] ?? "")) ||
      (word.startsWith("ب") && MORE_THAN_TWO.has(word.slice(1))),
  );
}

/** "Three were killed also": a sentence that opens so adds others to those of the one before. */
const ALSO = wordSet("كما", "كذلك", "أيضا");

export const addsToBefore = (sentence: readonly string[]): boolean =>
  holds(ALSO, sentence[0] ?? "");

/** "For his part the spokesman said": a sentence that turns from one who spoke to another. */
const PART = wordSet("جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها");
const IN_TURN = wordSet("بدوره", "بدورها", "بدورهم", "بالمقابل", "أما");
const CONTRARY = wordSet("المقابل");

export const turnsToAnother = ([first = "", second = ""]: readonly string[]): boolean =>
  holds(IN_TURN, first) || (first.length <= 3 && (PART.has(second) || CONTRARY.has(second)));

/** "In the ranks of", "of both sides": the dead of somebody, where no group is counted. */
const SIDES = wordSet("صفوف", "صفوفهم", "صفوفها", "صفوفه", "الجانبين", "الطرفين");
const SIDES_WITHIN = 5;
/** Whose ranks they are stands behind this one. */
const RANKS = wordSet("صفوف");

/** "Of the members of the family of …"; but "of one family" is said of all who died. */
const MEMBERS = wordSet("أفراد", "أعضاء", "أبناء");
const FAMILY = wordSet(
  "عائلة",
  "أسرة",
  "العائلة",
  "الأسرة",
  "عائلته",
  "أسرته",
  "عائلتها",
  "أسرتها",
);
const ONE = fold("واحدة");

/**
 * The side or family whose dead are counted: its name, or "" where it is told without one; null
 * where these words tell of none.
 */
export function tellsWhose(before: readonly string[], after: readonly string[]): string | null {
  for (const words of [before.slice(-SIDES_WITHIN), after.slice(0, SIDES_WITHIN)]) {
    const at = words.findIndex((word) => holds(SIDES, word));
    if (at !== -1) return holds(RANKS, words[at] ?? "") ? (words[at + 1] ?? "") : "";
  }
  const family = after
    .slice(0, SIDES_WITHIN)
    .findIndex((word, at) => FAMILY.has(word) && holds(MEMBERS, after[at - 1] ?? ""));
  return family === -1 || after[family + 1] === ONE ? null : (after[family + 1] ?? "");
}

/** What a count is opened by, and whose: "the number of the Egyptians who died", "deaths among the Egyptian pilgrims". */
const COUNTS_OF = wordSet(
  "عدد",
  "أعداد",
  "حصيلة",
  "الوفيات",
  "وفيات",
  "القتلى",
  "قتلى",
  "الضحايا",
  "ضحايا",
  "المفقودين",
  "المصابين",
  "الجرحى",
  "الحجاج",
  "بين",
  "الرعايا",
  "رعايا",
);
const OF_COUNT_WITHIN = 2;
/** People of a nation, in the plural: المصريين, الإيرانيون. */
const PLURAL = /(?:يين|يون)$/u;

/**
 * Words that may name the people whose dead a count is of: plural adjectives behind what opens it.
 * @param before the words of its clause in front of the figure
 */
export function peoplesIn(before: readonly string[]): readonly string[] {
  return before.filter(
    (word, at) =>
      PLURAL.test(word) &&
      word.startsWith("ال") &&
      before.slice(Math.max(0, at - OF_COUNT_WITHIN), at).some((one) => holds(COUNTS_OF, one)),
  );
}

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

/** "Two militants were killed too": beside the dead whom the text told of before. */
const TOO = wordSet("أيضا", "كذلك");
const TOO_WITHIN = 4;

const BODIES = wordSet("جثة", "جثث", "جثتين", "جثتي", "جثمان", "جثامين", "جثمانا", "الجثث", "جثثا");

/** True where a count is of bodies: of those found, and not of all who died. */
export const countsBodies = (words: readonly string[]): boolean =>
  words.some((word) => holds(BODIES, word));

/** "In that village alone": of a part of the place that others count. */
const ALONE = wordSet("وحدها", "وحده", "وحدهما");

export const tellsAlone = (after: readonly string[]): boolean =>
  after.some((word) => holds(ALONE, word));

/** "86 more than before": what a count grew by. */
const MORE_BY = wordSet("بزيادة");
const MORE_BY_WITHIN = 2;

export function tellsToo(before: readonly string[], after: readonly string[]): boolean {
  if (before.slice(-MORE_BY_WITHIN).some((word) => holds(MORE_BY, word))) return true;
  return [...before.slice(-TOO_WITHIN), ...after.slice(0, TOO_WITHIN)].some((word) =>
    holds(TOO, word),
  );
}

/** Happenings of one kind, told in the plural where a headline sums up a report. */
const HEADLINED = wordSet(
  "حوادث",
  "حادثين",
  "حادثتين",
  "هجمات",
  "هجومين",
  "هجومان",
  "تفجيرات",
  "تفجيرين",
  "تفجيران",
  "انفجارات",
  "انفجارين",
  "انفجاران",
  "غارات",
  "غارتين",
  "اشتباكات",
  "معارك",
  "متفرقة",
  "منفصلة",
  "منفصلين",
);

/** True where a headline is of several happenings. */
export function headlinesSeveral(title: readonly string[]): boolean {
  return title.some((word) => holds(HEADLINED, word));
}

/** "Twenty-two others": beside those whom the text counted before. */
const OTHERS = wordSet("آخرون", "آخرين", "أخريات", "آخر", "آخران");
const OTHERS_WITHIN = 3;
/** A joined verb or noun of harm opens another count: وإصابة, وجرح, وأصيب. */
const NEXT_COUNT = /^و(?:اصاب|اصيب|جرح|قتل|مقتل|وفاه|توفي|اعتق|فقد|القبض)/u;

/** True where a figure counts others than its report counted before. */
export function countsOthers(own: readonly string[], after: readonly string[]): boolean {
  // "12 were killed and 15 others hurt": the others are the next count's.
  const next = after.findIndex((word) => isDigits(word) || NEXT_COUNT.test(word));
  const until = Math.min(OTHERS_WITHIN, next === -1 ? OTHERS_WITHIN : next);
  return [...own, ...after.slice(0, until)].some((word) => holds(OTHERS, word));
}
