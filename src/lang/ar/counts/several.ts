import { fold } from "../../../text/fold.js";
import { holds, isDigits, wordSet } from "./words.js";

/**
 * Words by which a count is of several happenings together: beside it, in front of it in its sentence,
 * behind it, or in the headline.
 */

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
