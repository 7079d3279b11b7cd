import type { Label } from "../export/labels.js";

/** A phrase of the interface in both of its languages. */
export type Phrase = Label;
export type Lang = keyof Phrase;

/** The same in both languages: a number, a name. */
export const same = (text: string): Phrase => ({ ar: text, en: text });

const [ISOLATE, END] = [0x2068, 0x2069].map((code) => String.fromCharCode(code));

/** Text of any direction, kept to itself where no element can do so: in a chart's label. */
export const isolated = (text: string): string => `${ISOLATE}${text}${END}`;
