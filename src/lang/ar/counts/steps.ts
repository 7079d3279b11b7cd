import { fold } from "../../../text/fold.js";
import { holds, isDigits, wordSet } from "./words.js";

/** What may be called a first or a new one: "a former toll", "first reports", "in a first stage". */
const TOLLS = wordSet(
  "حصيلة",
  "الحصيلة",
  "كحصيلة",
  "بحصيلة",
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
/** A former one, or one that is not the last: "a provisional toll", "a toll that is not final". */
const FIRST = wordSet(
  "أولية",
  "الأولية",
  "أولى",
  "سابقة",
  "السابقة",
  "مؤقتة",
  "المؤقتة",
  "موقتة",
  "الموقتة",
);
const NOT = wordSet("غير");
const FINAL = wordSet("نهائية", "النهائية");
/** "The last toll", "by the newest count". */
const LAST = wordSet("آخر", "أحدث");
const NEW = wordSet("جديدة", "الجديدة", "أخيرة", "الأخيرة", "نهائية", "النهائية", "محدثة");
/** "The toll rose to", "the missing fell to": the count after others. */
const LATER = wordSet(
  "ارتفع",
  "ارتفعت",
  "ارتفاع",
  "يرتفع",
  "ترتفع",
  "ليرتفع",
  "لترتفع",
  "بارتفاع",
  "ارتفاعها",
  "ارتفاعه",
  "رفع",
  "رفعت",
  "يرفع",
  "ليرفع",
  "تراجع",
  "انخفض",
  "تقلص",
);

/** "Lowered the toll from 95 to 84": a count that was put right. */
const LOWERED = wordSet(
  "خفض",
  "خفضت",
  "خفضوا",
  "يخفض",
  "تخفض",
  "خفضها",
  "تخفيض",
  "بتخفيض",
  "عدل",
  "عدلت",
  "عدلوا",
  "تعديل",
  "صحح",
  "صححت",
  "تصحيح",
);
/** "The last toll had told of 95": another has come since. */
const WAS = wordSet("كان", "كانت");

/** "The toll is now": the last of several. */
const BECAME = wordSet("باتت", "بات", "أصبحت", "أصبح", "صارت", "صار");

/** "Further to what was announced before": what follows is told anew, and counted anew. */
const FURTHER = wordSet("إلحاقا", "استكمالا");
/** "Later", but for "further to what" and "further to its statement". */
const LATER_TO = fold("لاحقا");
const WHAT_WAS_TOLD = /^لل?(?:ما|بيان|اعلان|تصريح|خبر|بلاغ)/u;
const BEFORE = wordSet("سبق");
const FURTHER_WITHIN = 4;

/** "Said later that", with the time of the saying before what is said. */
const LATER_TIME = fold("لاحق");

/**
 * True where a sentence goes on from what its speaker announced before, or was said later.
 * @param sentence all its words before the figure
 */
export function tellsSupplement(sentence: readonly string[]): boolean {
  const said = sentence.findIndex((word) => holds(SAID, word));
  if (said !== -1 && said <= SAID_WITHIN) {
    const that = sentence.findIndex((word, at) => at > said && holds(THAT, word));
    const until = sentence.slice(0, that === -1 ? undefined : that);
    if (until.some((word, at) => word === EARLIER[0] && until[at + 1] === LATER_TIME)) return true;
  }
  return sentence.some(
    (word, at) =>
      (holds(FURTHER, word) || (word === LATER_TO && WHAT_WAS_TOLD.test(sentence[at + 1] ?? ""))) &&
      sentence.slice(at + 1, at + 1 + FURTHER_WITHIN).some((one) => holds(BEFORE, one)),
  );
}

/** "The police had announced": said before what the report tells. */
const HAD = wordSet("كان", "كانت", "كانوا");
const HAD_WITHIN = 2;
const SAID = wordSet(
  "قال",
  "قالت",
  "قالوا",
  "ذكر",
  "ذكرت",
  "أعلن",
  "أعلنت",
  "أفاد",
  "أفادت",
  "أكد",
  "أكدت",
  "تحدث",
  "تحدثت",
  "تحدثا",
  "أشار",
  "أشارت",
  "أوضح",
  "أوضحت",
  "صرح",
  "صرحت",
  "كشف",
  "كشفت",
);
const SAID_WITHIN = 9;
/** "Had", the speaker with all his titles, "said". */
const HAD_SAID_WITHIN = 18;
/** "Said earlier that": the time of the saying stands between it and what is said. */
const EARLIER = [fold("وقت"), fold("سابق")] as const;
const THAT = wordSet("أن", "إن", "بأن", "عن");

/**
 * True where a sentence tells that its count was given before: "had announced", "said earlier that".
 * @param sentence all its words before the figure
 */
export function tellsSaidBefore(sentence: readonly string[]): boolean {
  const said = sentence.findIndex((word) => holds(SAID, word));
  if (said === -1) return false;
  const had = sentence.slice(0, Math.min(said, HAD_WITHIN)).some((word) => holds(HAD, word));
  if (said > (had ? HAD_SAID_WITHIN : SAID_WITHIN)) return false;
  if (had) return true;
  const that = sentence.findIndex((word, at) => at > said && holds(THAT, word));
  const until = sentence.slice(0, that === -1 ? undefined : that);
  return until.some((word, at) => word === EARLIER[0] && until[at + 1] === EARLIER[1]);
}

/** "Rose to 31": what stands close behind "to" is what was reached, and not what it rose by. */
const TO = wordSet("إلى", "لتبلغ", "ليبلغ", "لتصل", "ليصل", "لتسجل", "ليسجل");
const TO_WITHIN = 2;

/** Where in a count that went on words put a figure. */
export type CountStep = "earlier" | "later" | "lowered";

/**
 * "earlier" where the words call the figure a first or former count, "later" where a toll rose to it,
 * "lowered" where a higher one was put right.
 * @param before, after words around the figure, the nearest of those before it last
 */
export function stepOf(before: readonly string[], after: readonly string[]): CountStep | null {
  const words = [...before, ...after];
  const called = (kind: ReadonlySet<string>): boolean =>
    words.some(
      (word, at) =>
        holds(TOLLS, word) &&
        holds(kind, words[at + 1] ?? "") &&
        !(holds(FROM, words[at - 1] ?? "") || holds(COMPARED, words[at - 1] ?? "")),
    );
  const isNotFinal = words.some(
    (word, at) => holds(NOT, word) && holds(FINAL, words[at + 1] ?? "") && tollBefore(words, at),
  );
  if (before.at(-1) === OF && holds(INSTEAD, before.at(-2) ?? "")) return "earlier";
  if (called(FIRST) || isNotFinal || tellsLastBefore(before) || tellsWasBefore(before)) {
    return "earlier";
  }
  const isReached = before.slice(-TO_WITHIN).some((word) => holds(TO, word));
  if (isReached && before.some((word) => holds(LOWERED, word))) return "lowered";
  // "253 instead of the 359 that were told before".
  const instead = after.findIndex((word) => holds(INSTEAD, word));
  const isInstead = instead !== -1 && isDigits(after[instead + 2] ?? "");
  if (isInstead && after[instead + 1] === OF) return "lowered";
  const isNow = words.some(
    (word, at) =>
      holds(TOLLS, word) && [words[at - 1], words[at + 1]].some((one) => holds(BECAME, one ?? "")),
  );
  const isLast = words.some((word, at) => holds(LAST, word) && holds(TOLLS, words[at + 1] ?? ""));
  return called(NEW) || isLast || isNow || (isReached && before.some((word) => holds(LATER, word)))
    ? "later"
    : null;
}

const INSTEAD = wordSet("بدلا", "عوضا");
const OF = fold("من");

/** "86 more than the former toll": of the count that is held against it. */
const FROM = wordSet("عن", "من");
const COMPARED = wordSet("مقابل", "تجاوز", "متجاوزا");

const tellsLastBefore = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      holds(WAS, word) &&
      holds(LAST, words[at + 1] ?? "") &&
      words.slice(at + 2, at + 2 + LAST_WITHIN).some((one) => holds(TOLLS, one)),
  );
/** "After the toll had been 803": what it was before. */
const AFTER = wordSet("بعدما", "بعد");
const tellsWasBefore = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      holds(AFTER, word) &&
      words
        .slice(at + 1, at + 1 + WAS_WITHIN)
        .some((was, to) => holds(WAS, was) && holds(TOLLS, words[at + to + 2] ?? "")),
  );
/** "After that it had been". */
const WAS_WITHIN = 2;

/** "The last official toll". */
const LAST_WITHIN = 2;

/** "A new toll that is not final": at most one word between. */
const tollBefore = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - 2), at).some((word) => holds(TOLLS, word));
