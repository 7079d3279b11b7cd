import { QUOTES } from "../../rules/pattern.js";
import type { Sentence, TextLayer } from "../../text/layer.js";
import { mainReading, type Reading, readingOf, type Word } from "../../text/word.js";
import type { NameAt, TokenRange } from "./attribution-reading.js";

/** Looking at tokens by what the lexicon says of them; shared by the parts of this layer. */
export class Scene {
  constructor(
    readonly layer: TextLayer,
    private readonly names: readonly (NameAt | undefined)[],
    private readonly times: readonly (TokenRange | undefined)[],
  ) {}

  form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  word(at: number): Word | undefined {
    return this.layer.words[at];
  }

  /** The likeliest reading that tells what kind of word stands there. */
  main(at: number): Reading | null {
    const word = this.layer.words[at];
    return word ? mainReading(word) : null;
  }

  name(at: number): NameAt | null {
    return this.names[at] ?? null;
  }

  /** End of the time expression that starts here; `at` where none does. */
  afterTime(at: number): number {
    return this.times[at]?.last ?? at;
  }

  has(at: number, name: string): boolean {
    return this.layer.words[at]?.classes.has(name) ?? false;
  }

  reading(at: number, name: string): Reading | null {
    const word = this.layer.words[at];
    return word ? readingOf(word, name) : null;
  }

  /** A one- or many-word entry of the class that starts here: its end and reading. */
  unit(at: number, name: string): { readonly last: number; readonly reading: Reading } | null {
    for (const phrase of this.layer.phrases[at] ?? []) {
      if (phrase.reading.entry.classes.includes(name))
        return { last: phrase.last, reading: phrase.reading };
    }
    const reading = this.reading(at, name);
    return reading ? { last: at + 1, reading } : null;
  }

  isQuote(at: number): boolean {
    const token = this.layer.tokens[at];
    return token !== undefined && token.kind === "punct" && QUOTES.has(token.form);
  }

  isComma(at: number): boolean {
    const form = this.form(at);
    return form === "،" || form === "," || form === "؛";
  }

  isWord(at: number): boolean {
    return this.layer.tokens[at]?.kind === "word";
  }

  /** The token after the run of marks and words that a quotation mark at `at` opens; null if unclosed. */
  closingQuote(at: number, limit: number): number | null {
    for (let next = at + 1; next < limit; next++) {
      if (this.isQuote(next) && !this.opensQuote(next)) return next;
    }
    return null;
  }

  /** A mark that opens: `«` and `“` by shape, others by the space before and none behind. */
  opensQuote(at: number): boolean {
    if (!this.isQuote(at)) return false;
    const form = this.form(at);
    if (form === "«") return true;
    if (form === "»") return false;
    const token = this.layer.tokens[at];
    const next = this.layer.tokens[at + 1];
    if (!token || !next || next.spaced || next.breaks > 0) return false;
    const before = this.layer.tokens[at - 1];
    return (
      token.spaced || !before || before.kind === "punct" || /^(ب|ل|ك|و|ف|بال|لل)$/.test(before.form)
    );
  }

  /** A verb, unless the word may as well be a noun that the place makes likelier. */
  isVerb(at: number): boolean {
    if (this.main(at)?.entry.pos !== "verb") return false;
    return !this.nominalContext(at);
  }

  /** لم يذكر, لا يقول: what is not said. */
  isNegated(at: number): boolean {
    return this.has(at - 1, "negation");
  }

  /** A preposition, تم or a number in front makes a noun of the next word. */
  nominalContext(at: number): boolean {
    const before = this.form(at - 1);
    if (this.has(at - 1, "negation.noun")) return true;
    return (
      (this.has(at - 1, "preposition") && !this.isComma(at - 1)) ||
      before === "تم" ||
      before === "يتم" ||
      before === "جري" ||
      this.layer.tokens[at - 1]?.kind === "number"
    );
  }

  sentence(index: number): Sentence | undefined {
    return this.layer.sentences[index];
  }
}
