import type { Label } from "../export/labels.js";

/** A phrase of the interface in both of its languages. */
export type Phrase = Label;
export type Lang = keyof Phrase;

/** The same in both languages: a number, a name. */
export const same = (text: string): Phrase => ({ ar: text, en: text });

const [FROM_LEFT, FROM_RIGHT, ISOLATE, END] = [0x2066, 0x2067, 0x2068, 0x2069].map((code) =>
  String.fromCharCode(code),
);

/** Text of any direction, kept to itself where no element can do so: in a chart's label. */
export const isolated = (text: string): string => `${ISOLATE}${text}${END}`;

/** Parts of a chart's label one after the other as a reader of the language reads, each kept to itself. */
export const inOrder = (lang: Lang, parts: readonly string[], between: string): string =>
  `${lang === "ar" ? FROM_RIGHT : FROM_LEFT}${parts.map(isolated).join(between)}${END}`;
