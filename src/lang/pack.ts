import type { Lexicon } from "./lexicon.js";

/** A language, as the reading layers see it: everything that differs between languages is in here. */
export interface LanguagePack {
  /** ISO 639-1 code. */
  readonly code: string;
  readonly name: string;
  readonly lexicon: Lexicon;
}
