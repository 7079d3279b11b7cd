import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import type { Token } from "../../text/tokens.js";
import type { Phrase, Reading, Word } from "../../text/word.js";
import type { NameReading } from "./mention.js";
import { type Gazetteer, type Profile, profiler } from "./profile.js";

/** A name found, before it is weighed against what it overlaps. */
export interface Draft {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly value: NameReading;
}

const OPENING: ReadonlySet<string> = new Set(['"', "“", "«", "″", "„", "‟", "'", "‘", "”"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "»", "″", "'", "’", "“"]);

const isNothing = (): boolean => false;

/** The tokens of one report with what is known of each; every reader of names works on this. */
export class Scan {
  private readonly profileOf: (word: Word) => Profile;

  constructor(
    readonly layer: TextLayer,
    readonly pack: LanguagePack,
    readonly gazetteer: Gazetteer,
  ) {
    this.profileOf = profiler(pack, gazetteer);
  }

  /** Whether some row has this form as it stands. */
  private readonly isListed = (form: string): boolean =>
    this.pack.lexicon
      .word(form)
      .readings.some(
        (one) => one.conjunction === "" && one.preposition === "" && one.enclitic === "",
      );

  token(at: number): Token {
    return this.layer.tokens[at] as Token;
  }

  form(at: number): string {
    return this.layer.tokens[at]?.form ?? "";
  }

  profile(at: number): Profile {
    const word = this.layer.words[at];
    if (!word) throw new RangeError(`No token ${at} in a text of ${this.layer.tokens.length}`);
    return this.profileOf(word);
  }

  isWord(at: number): boolean {
    return this.layer.tokens[at]?.kind === "word";
  }

  isOpening(at: number): boolean {
    return OPENING.has(this.form(at));
  }

  isClosing(at: number): boolean {
    return CLOSING.has(this.form(at));
  }

  /** Token of the quote that closes the one at `at`, at most `most` tokens on; -1 if none. */
  closing(at: number, limit: number, most: number): number {
    for (let end = at + 1; end < limit && end <= at + most + 1; end++) {
      if (CLOSING.has(this.form(end))) return end;
    }
    return -1;
  }

  /** The longest many-word entry of a class at `at`. */
  phrase(at: number, name: string): Phrase | null {
    for (const phrase of this.layer.phrases[at] ?? []) {
      if (phrase.reading.entry.classes.includes(name)) return phrase;
    }
    return null;
  }

  /** A word or many-word entry of a class at `at`: where it ends, and how it reads. */
  entry(at: number, name: string): { readonly last: number; readonly reading: Reading } | null {
    const phrase = this.phrase(at, name);
    if (phrase) return phrase;
    const word = this.layer.words[at];
    if (!word?.classes.has(name)) return null;
    const reading = word.readings.find(
      (one) => one.enclitic === "" && one.entry.classes.includes(name),
    );
    return reading ? { last: at + 1, reading } : null;
  }

  /** The words of tokens `[first, last)` as written, less `skip` letters joined in front. */
  words(first: number, last: number, skip = 0, articled = false): string {
    const words: string[] = [];
    for (let at = first; at < last; at++) {
      const token = this.token(at);
      const word = this.layer.text.slice(token.start, token.end);
      if (at > first && token.spaced) words.push(" ");
      words.push(
        at === first && skip > 0
          ? this.pack.names.detach(word, skip, articled ? isNothing : this.isListed)
          : word,
      );
    }
    return words.join("");
  }
}
