import { fold } from "../../text/fold.js";

/**
 * Bodies of a state whose members are counted under the body's name: "seven of its members", said
 * of the interior ministry, counts those who serve under it, police and guards among them.
 */
const BODIES: readonly (readonly [counted: string, ...words: string[]])[] = [
  ["national guard", "الحرس الوطني"],
  ["interior ministry members", "وزارة الداخلية"],
  ["soldiers", "وزارة الدفاع", "الجيش", "القوات المسلحة"],
  ["police", "الشرطة", "شرطة"],
  ["security forces", "قوات الأمن", "الأجهزة الأمنية", "قوى الأمن"],
];

const folded = BODIES.map(([counted, ...words]) => [counted, words.map(fold)] as const);

/** What the members of a body are counted as; null where the name does not tell. */
export function countedAs(bodyName: string): string | null {
  const name = fold(bodyName);
  const found = folded.find(([, words]) =>
    words.some((word) => name === word || name.startsWith(`${word} `)),
  );
  return found?.[0] ?? null;
}
