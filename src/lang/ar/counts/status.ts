import { fold } from "../../../text/fold.js";
import { holds, wordSet } from "./words.js";

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
/** In intensive care: said close behind a count, it is of those alone. */
const INTENSIVE = wordSet("المركزة", "مركزة", "الفائقة");

/** "Those identified are eleven": some of them. Before the figure. */
const IDENTIFIED = wordSet("هوية", "هويات", "هوياتهم", "أسماء");

/** A sentence of a court carried out. */
const JUDICIAL = wordSet("قصاصا", "القصاص", "قصاص", "تعزيرا", "تعزير", "الحرابة", "حرابة");

/** Let go again: some of those who were held. */
const RELEASED = wordSet(
  "أفرج",
  "أفرجت",
  "أفرجوا",
  "الإفراج",
  "إفراج",
  "سراح",
  "سراحهم",
  "سلموهم",
  "سلموا",
  "تسلموا",
);
/** Held still. */
const HELD = wordSet("يقبعون", "يقبع", "تقبع", "محتجزين", "المحتجزين");
/** "Died of their wounds": they raise the toll by so many, and are not all of it. */
const OF_WOUNDS = wordSet("متأثرا", "متأثرة", "متأثرين", "متأثران", "متأثرون");

/** "Still says that 95 died": he does, and not they. */
const SAYS = /^[تي](?:قول|وكد|صر|ذكر|علن|فيد|شير|تحدث)/u;

const IDENTIFIED_WITHIN = 2;
/** "84 bodies were identified". */
const IDENTIFYING = wordSet("التعرف", "تعرف", "تعرفت");
const IDENTIFYING_WITHIN = 3;

/** What they open is told of others: "6500 were hurt, while three are missing still". */
const MEANWHILE = wordSet("بينما", "فيما", "حين");

/** "Quoted from". */
const FROM = fold("عن");

export type CountStatus =
  | "left"
  | "remain"
  | "identified"
  | "executed"
  | "grade"
  | "of wounds"
  | "released"
  | "held";

/**
 * What sets a count apart from that of all who were hurt or killed.
 * @param before, own, after words of the clause on either side of the figure, and its own
 */
export function countStatusOf(
  before: readonly string[],
  own: readonly string[],
  after: readonly string[],
): CountStatus | null {
  const opened = before.findLastIndex((word) => holds(MEANWHILE, word));
  const closed = after.findIndex((word) => holds(MEANWHILE, word));
  return statusIn(before.slice(opened + 1), own, closed === -1 ? after : after.slice(0, closed));
}

function statusIn(
  before: readonly string[],
  own: readonly string[],
  after: readonly string[],
): CountStatus | null {
  const both = [...before, ...own, ...after];
  if (both.some((word) => holds(JUDICIAL, word))) return "executed";
  if (both.some((word) => holds(OF_WOUNDS, word))) return "of wounds";
  if (
    before.slice(-IDENTIFIED_WITHIN).some((word) => holds(IDENTIFIED, word)) ||
    before.slice(-IDENTIFYING_WITHIN).some((word) => holds(IDENTIFYING, word))
  ) {
    return "identified";
  }
  if (both.some((word) => holds(RELEASED, word))) return "released";
  if (both.some((word) => holds(HELD, word))) return "held";
  if (both.some((word) => holds(LEFT, word))) return "left";
  if (both.some((word, at) => holds(REMAIN, word) && !SAYS.test(both[at + 1] ?? "")))
    return "remain";
  if (after.slice(0, GRADE_WITHIN).some((word) => holds(INTENSIVE, word))) return "grade";
  const grades = new Set(after.slice(0, GRADE_WITHIN).filter((word) => holds(GRADES, word)));
  if (grades.size === 1) return "grade";
  const moved = before.findLastIndex((word) => holds(MOVED, word));
  // "Quoted from" is the same verb.
  return moved !== -1 && !before.slice(moved).some((word) => word === FROM) ? "remain" : null;
}
