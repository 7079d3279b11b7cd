import type { LanguagePack } from "../../lang/pack.js";
import type { TextLayer } from "../../text/layer.js";
import type { Token } from "../../text/tokens.js";
import type { Phrase, Reading, Word } from "../../text/word.js";
import type { NameReading } from "./mention.js";
import { Opening, withPhrase } from "./openings.js";
import { bareReading, type Gazetteer, type Profile } from "./profile.js";
import { profilerOf } from "./profiler.js";

/** A name found, before it is weighed against what it overlaps. */
export interface Draft {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly value: NameReading;
}

/** Marks between a name and what stands in apposition to it. */
export const COMMAS: ReadonlySet<string> = new Set(["،", ",", "-", "–", ":"]);

const OPENING: ReadonlySet<string> = new Set(['"', "“", "«", "″", "„", "‟", "'", "‘", "”"]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "»", "″", "'", "’", "“"]);

const isNothing = (): boolean => false;

/** The tokens of one report with what is known of each; every reader of names works on this. */
export class Scan {
  /** What each token may open; 0 for numbers and punctuation. */
  readonly openings: Int32Array;
  private readonly profileOf: (word: Word) => Profile;

  constructor(
    readonly layer: TextLayer,
    readonly pack: LanguagePack,
    readonly gazetteer: Gazetteer,
  ) {
    const { profile, openings } = profilerOf(pack, gazetteer);
    const { tokens, words, phrases } = layer;
    this.profileOf = profile;
    this.openings = new Int32Array(tokens.length);
    for (let at = 0; at < tokens.length; at++) {
      if (tokens[at]?.kind !== "word") continue;
      const opened = openings(words[at] as Word);
      this.openings[at] = phrases[at] === undefined ? opened : withPhrase(opened);
    }
  }

  /**
   * Whether some row has this form as it stands, and more than the list of common words as texts have
   * them: it has لقوات, too.
   */
  private readonly isListed = (form: string): boolean =>
    this.pack.lexicon
      .word(form)
      .readings.some(
        ({ conjunction, preposition, enclitic, entry }) =>
          conjunction === "" &&
          preposition === "" &&
          enclitic === "" &&
          entry.classes.some((name) => name !== "ordinary"),
      );

  private readonly spelledApart = new Map<string, boolean>();

  /**
   * Whether the report spells the name otherwise than the word of the same letters: it writes على
   * somewhere, so its علي is a name. Each of the few such forms is sought once in a report.
   */
  isSpelledApart(form: string): boolean {
    let apart = this.spelledApart.get(form);
    if (apart === undefined) {
      const { tokens, text } = this.layer;
      apart = tokens.some(
        (token) =>
          token.form === form &&
          !this.pack.names.isNameSpelling(text.slice(token.start, token.end)),
      );
      this.spelledApart.set(form, apart);
    }
    return apart;
  }

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

  /** Whether the token may open one of these; a quick test before looking closer. */
  mayOpen(at: number, openings: Opening): boolean {
    return ((this.openings[at] ?? 0) & openings) !== 0;
  }

  isWord(at: number): boolean {
    return this.mayOpen(at, Opening.Word);
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
    const phrases = this.layer.phrases[at];
    if (!phrases) return null;
    for (const phrase of phrases) {
      if (phrase.reading.entry.classes.includes(name)) return phrase;
    }
    return null;
  }

  /** A word or many-word entry of a class at `at`: where it ends, and how it reads. */
  entry(at: number, name: string): { readonly last: number; readonly reading: Reading } | null {
    const phrase = this.phrase(at, name);
    if (phrase) return phrase;
    const word = this.layer.words[at];
    const reading = word ? bareReading(word, name) : null;
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

/** The name of a day: "الخميس" behind a name is no part of it. */
export function isWeekday(scan: Scan, at: number): boolean {
  const classes = scan.layer.words[at]?.classes;
  return classes?.has("time.weekday") === true || classes?.has("time.bare-weekday") === true;
}
