import { fold } from "../../../text/fold.js";
import { holds, wordSet } from "./words.js";

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
  "تراجع",
  "انخفض",
  "تقلص",
);

/** "The toll is now": the last of several. */
const BECAME = wordSet("باتت", "بات", "أصبحت", "أصبح", "صارت", "صار");

/** "Rose to 31": what stands close behind "to" is what was reached, and not what it rose by. */
const TO = fold("إلى");
const TO_WITHIN = 2;

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
  const isReached = before.slice(-TO_WITHIN).some((word) => word === TO);
  const isNow = words.some(
    (word, at) =>
      holds(TOLLS, word) && [words[at - 1], words[at + 1]].some((one) => holds(BECAME, one ?? "")),
  );
  return called(NEW) || isNow || (isReached && before.some((word) => holds(LATER, word)))
    ? "later"
    : null;
}
