import type { RuleSet } from "../rules/compile.js";
import type { EventMorphology } from "./event-morphology.js";
import type { FigureWords } from "./figure-words.js";
import type { JoinedLetters } from "./joined-letters.js";
import type { Lexicon } from "./lexicon.js";
import type { LineMorphology } from "./line-morphology.js";
import type { NameMorphology } from "./name-morphology.js";
import type { SpeechMorphology } from "./speech-morphology.js";
import type { TimeExpressionValue } from "./time-spec.js";

/** A language, as the reading layers see it: everything that differs between languages is in here. */
export interface LanguagePack {
  /** ISO 639-1 code. */
  readonly code: string;
  readonly name: string;
  readonly joined: JoinedLetters;
  readonly lexicon: Lexicon;
  readonly lines: LineMorphology;
  readonly names: NameMorphology;
  readonly speech: SpeechMorphology;
  /** Rules for times: expressions, then what joins two of them. */
  readonly times: {
    readonly single: RuleSet<TimeExpressionValue>;
    readonly joined: RuleSet<TimeExpressionValue>;
  };
  readonly events: EventMorphology;
  readonly figures: FigureWords;
}
