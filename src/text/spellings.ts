import type { Word } from "./word.js";

/** What is known of the letters of a token, wherever they stand. Made once, shared by all tokens. */
export interface Spelling {
  /** Folded form; see `fold`. Empty where folding leaves nothing. */
  readonly form: string;
  /** The lexicon that was asked last, and its word of the form. */
  lexicon: object | null;
  word: Word | null;
}

/** Past so many spellings all are forgotten, so that hostile text cannot fill memory. */
const MOST = 1 << 15;
/** A longer stretch is made anew whenever it is met. */
const LONGEST = 64;
/** A spelling that so many others are in the way of is made anew: their hashes may be crafted. */
const MOST_PROBES = 32;
const FIRST_SLOTS = 1 << 12;
const FIRST_LETTERS = 1 << 14;
/** Integers a slot has: hash, index of the spelling + 1 (0: free), where its letters begin, how many. */
const HASH = 0;
const INDEX = 1;
const BEGIN = 2;
const LENGTH = 3;
const WIDTH = 4;

/**
 * The spellings met so far, found by their code units where these stand in a text: a string for
 * each word of a text would be cut, hashed and thrown away again, which costs more than all else
 * that is done to find a word.
 */
export class Spellings {
  private slots = new Int32Array(FIRST_SLOTS * WIDTH);
  private letters = new Uint16Array(FIRST_LETTERS);
  private lettersUsed = 0;
  private known: Spelling[] = [];

  /** @param formOf the folded form of a spelling that was not met before */
  constructor(private readonly formOf: (source: string) => string) {}

  /** The spelling of the code units `[start, end)`. */
  of(codes: Uint16Array, start: number, end: number): Spelling {
    const length = end - start;
    if (length > LONGEST) return this.make(codes, start, end);
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const { slots, letters } = this;
    const mask = slots.length - 1;
    let slot = Math.imul(hash, WIDTH) & mask;
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const index = slots[slot + INDEX] ?? 0;
      if (index === 0) return this.add(codes, start, end, hash);
      if (slots[slot + HASH] === hash && slots[slot + LENGTH] === length) {
        const begin = slots[slot + BEGIN] ?? 0;
        let same = 0;
        while (same < length && letters[begin + same] === codes[start + same]) same++;
        if (same === length) return this.known[index - 1] as Spelling;
      }
      slot = (slot + WIDTH) & mask;
    }
    return this.make(codes, start, end);
  }

  private make(codes: Uint16Array, start: number, end: number): Spelling {
    const source = String.fromCharCode(...codes.subarray(start, end));
    return { form: this.formOf(source), lexicon: null, word: null };
  }

  private add(codes: Uint16Array, start: number, end: number, hash: number): Spelling {
    if (this.known.length >= MOST) this.forget();
    if ((this.known.length + 1) * 2 * WIDTH > this.slots.length) this.widen();
    const begin = this.lettersUsed;
    const length = end - start;
    if (begin + length > this.letters.length) {
      const letters = new Uint16Array(this.letters.length * 2);
      letters.set(this.letters);
      this.letters = letters;
    }
    for (let at = 0; at < length; at++) this.letters[begin + at] = codes[start + at] ?? 0;
    this.lettersUsed = begin + length;
    const spelling = this.make(codes, start, end);
    const slot = freeSlot(this.slots, hash);
    this.slots[slot + HASH] = hash;
    this.slots[slot + INDEX] = this.known.push(spelling);
    this.slots[slot + BEGIN] = begin;
    this.slots[slot + LENGTH] = length;
    return spelling;
  }

  private widen(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + INDEX] === 0) continue;
      const to = freeSlot(slots, old[from + HASH] ?? 0);
      for (let field = 0; field < WIDTH; field++) slots[to + field] = old[from + field] ?? 0;
    }
    this.slots = slots;
  }

  private forget(): void {
    this.slots = new Int32Array(FIRST_SLOTS * WIDTH);
    this.letters = new Uint16Array(FIRST_LETTERS);
    this.lettersUsed = 0;
    this.known = [];
  }
}

/** The first free slot for a hash; half of all are free. */
function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = Math.imul(hash, WIDTH) & mask;
  while (slots[slot + INDEX] !== 0) slot = (slot + WIDTH) & mask;
  return slot;
}
