import type { JoinedLetters } from "../../lang/joined-letters.js";
import type { TextLayer } from "../../text/layer.js";
import { NUMBER_WORD, type NumberWord, numberWordOf } from "./words.js";

/** A text as whoever reads numbers of several words sees it. */
export class NumberScan {
  constructor(
    readonly layer: TextLayer,
    readonly joined: JoinedLetters,
  ) {}

  /** The role of the word at a token; null for other words and other tokens. */
  wordAt(at: number): NumberWord | null {
    if (((this.layer.marks[at] ?? 0) & NUMBER_WORD) === 0) return null;
    const word = this.layer.words[at];
    return word ? numberWordOf(word) : null;
  }

  /** True where the token goes on with the number before it on the same line. */
  follows(at: number): boolean {
    const token = this.layer.tokens[at];
    return token !== undefined && token.breaks < 2;
  }

  /** A bare thousand or million that goes on with the number in front of the token. */
  scaleBehind(at: number): NumberWord | null {
    if (!this.follows(at)) return null;
    const word = this.wordAt(at);
    if (!word || word.conjunction || word.preposition) return null;
    const isScale =
      word.role === "scale" || word.role === "scale-plural" || word.role === "scale-alif";
    return isScale ? word : null;
  }
}
