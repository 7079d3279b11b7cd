import { fold } from "../../text/fold.js";

/**
 * Offices of a state that one person does not hold together with the other of the pair. Kings who
 * were their own prime ministers are why a monarch's titles stand in no pair.
 */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  president: [
    "رئيس",
    "الرئيس",
    "رئيس الجمهورية",
    "رئيس الدولة",
    "رئيس البلاد",
    "رئيسة",
    "president",
    "head_of_state",
  ],
  "prime minister": [
    "رئيس الوزراء",
    "رئيسة الوزراء",
    "رئيس مجلس الوزراء",
    "رئيس وزراء",
    "رئيس حكومة",
    "رئيس الحكومة",
    "رئيسة الحكومة",
    "الوزير الأول",
    "prime_minister",
  ],
  spokesperson: [
    "متحدث باسم",
    "متحدثة باسم",
    "المتحدث باسم",
    "المتحدث الرسمي باسم",
    "متحدث رسمي باسم",
    "ناطق باسم",
    "ناطقة باسم",
    "الناطق باسم",
    "الناطق الرسمي باسم",
    "سكرتير صحفي",
    "السكرتير الصحفي",
    "متحدث",
    "spokesperson",
  ],
};
const EXCLUSIVE: readonly (readonly [string, string])[] = [["president", "prime minister"]];
/** Offices that one person at a time holds in a state. */
const SINGLE = new Set(["president", "prime minister"]);

const conceptOf = new Map<string, string>();
for (const [concept, titles] of Object.entries(TITLES)) {
  for (const title of titles) conceptOf.set(fold(title), concept);
}

/** One name for the spellings of an office; the folded title itself where it has no other. */
export function officeConcept(title: string): string {
  const folded = fold(title);
  return conceptOf.get(folded) ?? folded;
}

/** True for two offices of one state that one person does not hold at once. */
export function excludesOffice(a: string, b: string): boolean {
  const [x, y] = [officeConcept(a), officeConcept(b)];
  return EXCLUSIVE.some(([one, other]) => (x === one && y === other) || (x === other && y === one));
}

export function isSingleOffice(title: string): boolean {
  return SINGLE.has(officeConcept(title));
}
