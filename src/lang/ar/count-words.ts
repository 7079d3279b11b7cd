import { fold } from "../../text/fold.js";

/**
 * Words beside a figure that say which of several counts it is. Each list is small on purpose: a
 * word belongs here only if it says so wherever it stands beside a count.
 */

const wordSet = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

/** What may be called a first or a new one: "a former toll", "first reports", "in a first stage". */
const TOLLS = wordSet(
  "حصيلة",
  "الحصيلة",
  "إحصائية",
  "إحصاءات",
  "إحصائيات",
  "تقارير",
  "التقارير",
  "معلومات",
  "المعلومات",
  "أنباء",
  "الأنباء",
  "تقديرات",
  "مرحلة",
);
const FIRST = wordSet("أولية", "الأولية", "أولى", "سابقة", "السابقة");
const NEW = wordSet("جديدة", "الجديدة", "أخيرة", "الأخيرة", "نهائية", "النهائية", "محدثة");
/** "The toll rose to": the count after others. */
const LATER = wordSet("ارتفع", "ارتفعت", "ارتفاع", "يرتفع", "ترتفع", "ليرتفع", "لترتفع", "بارتفاع");

/** Discharged: no count of those who were hurt, but of some of them later ("19 left the hospital"). */
const LEFT = wordSet(
  "غادر",
  "غادروا",
  "غادرت",
  "يغادر",
  "يغادرون",
  "تغادر",
  "مغادرة",
  "خروج",
  "خرجوا",
  "خروجهم",
  "تماثلوا",
  "تماثل",
);
/** Still in care, or moved elsewhere: some of those who were hurt. */
const REMAIN = wordSet(
  "يتلقون",
  "تتلقى",
  "يتلقى",
  "مازال",
  "مازالوا",
  "مازالت",
  "زالوا",
  "زالت",
  "زال",
  "يزال",
  "تزال",
  "يزالون",
  "يرقد",
  "يرقدون",
  "ترقد",
  "المنومين",
  "منومين",
  "المنومون",
  "تبقى",
  "يتبق",
  "تبق",
  "بقي",
);
/** "Aircraft moved eight of the injured": before the figure only; behind it, all were moved. */
const MOVED = wordSet("نقل", "نقلت", "نقلوا", "إخلاء", "إجلاء", "الإخلاء");

/** How badly hurt: where one grade alone is told, its count is some of the hurt. */
const GRADES = wordSet(
  "حرجة",
  "الحرجة",
  "بالحرجة",
  "خطيرة",
  "بالخطيرة",
  "متوسطة",
  "بالمتوسطة",
  "طفيفة",
  "بسيطة",
);
const GRADE_WITHIN = 3;

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
  "عمليات",
);
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

/** A sentence of a court carried out. */
const JUDICIAL = wordSet("قصاصا", "القصاص", "قصاص", "تعزيرا", "تعزير", "الحرابة", "حرابة");

/** Whoever mourns or deplores a deed says in passing how many it killed. */
const DEPLORES = wordSet(
  "عزاء",
  "العزاء",
  "تعازي",
  "التعازي",
  "تعازيه",
  "تعازيها",
  "تعازينا",
  "تعازيهم",
  "مواساة",
  "المواساة",
  "مواساته",
  "مواساتها",
  "عزى",
  "يعزي",
  "معزيا",
  "ندد",
  "نددت",
  "مستنكرا",
  "استنكر",
  "استنكرت",
  "استنكارها",
  "استنكاره",
  "أدان",
  "أدانت",
  "إدانتها",
  "إدانته",
  "شجب",
  "شجبت",
);

const FROM = fold("عن");
/** "Rose to 31": what stands close behind "to" is what was reached, and not what it rose by. */
const TO = fold("إلى");
const TO_WITHIN = 2;

export type CountStatus = "left" | "remain" | "executed" | "grade";

const bare = (word: string): string => fold(word.replace(/[^\p{L}\p{N}]/gu, ""));
/** Also behind a joined و or ف. */
function holds(set: ReadonlySet<string>, word: string): boolean {
  const form = bare(word);
  return set.has(form) || (/^[وف]/u.test(form) && set.has(form.slice(1)));
}

/**
 * "earlier" where the words call the figure a first or former count, "later" where a toll rose to it.
 * @param before, after words around the figure, the nearest of those before it last
 */
export function stepOf(
  before: readonly string[],
  after: readonly string[],
): "earlier" | "later" | null {
  const words = [...before, ...after];
  const called = (kind: ReadonlySet<string>): boolean =>
    words.some((word, at) => holds(TOLLS, word) && holds(kind, words[at + 1] ?? ""));
  if (called(FIRST)) return "earlier";
  const isReached = before.slice(-TO_WITHIN).some((word) => bare(word) === TO);
  return called(NEW) || (isReached && before.some((word) => holds(LATER, word))) ? "later" : null;
}

/**
 * What sets a count apart from that of all who were hurt or killed.
 * @param before, own, after words of the clause on either side of the figure, and its own
 */
export function countStatusOf(
  before: readonly string[],
  own: readonly string[],
  after: readonly string[],
): CountStatus | null {
  const both = [...before, ...own, ...after];
  if (both.some((word) => holds(JUDICIAL, word))) return "executed";
  if (both.some((word) => holds(LEFT, word))) return "left";
  if (both.some((word) => holds(REMAIN, word))) return "remain";
  const grades = new Set(after.slice(0, GRADE_WITHIN).filter((word) => holds(GRADES, word)));
  if (grades.size === 1) return "grade";
  const moved = before.findLastIndex((word) => holds(MOVED, word));
  // "Quoted from" is the same verb.
  return moved !== -1 && !before.slice(moved).some((word) => bare(word) === FROM) ? "remain" : null;
}

/** True where the words tell a length of weeks or more, other than an age, "since then" or "back then". */
export function tellsLongTime(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (bare(word).endsWith(SINCE) && holds(THEN, words[at + 1] ?? "")) return true;
    if (holds(BACK_THEN, word)) return true;
    const near = words.slice(Math.max(0, at - AGE_WITHIN), at);
    return holds(LONG_TIMES, word) && !near.some((one) => holds(AGES, one));
  });
}

/** True where the words tell of several happenings. */
export function tellsSeveral(words: readonly string[]): boolean {
  return words.some((word) => holds(SEVERAL, word));
}

/** True where a sentence mourns or deplores. */
export function deplores(words: readonly string[]): boolean {
  return words.some((word) => holds(DEPLORES, word));
}

/** The deputy, the former, the counterpart: he who is named so does not hold the office now. */
const NOT_HOLDER = wordSet(
  "نائب",
  "نائبة",
  "مساعد",
  "مساعدة",
  "وكيل",
  "وكيلة",
  "سابق",
  "السابق",
  "السابقة",
  "الأسبق",
  "الراحل",
  "المخلوع",
  "المعزول",
  "المنتخب",
  "المرشح",
  "مرشح",
  "نظير",
  "نظيره",
  "ونظيره",
  "نظيرها",
  "بالنيابة",
  "بالإنابة",
  "المكلف",
  "مستشار",
);

export function tellsNoHolder(words: readonly string[]): boolean {
  return words.some((word) => holds(NOT_HOLDER, word));
}
