/** Of each letter the bits in which those of one alphabet differ. */
const LETTER_BITS = 6;
const LETTER = (1 << LETTER_BITS) - 1;
const ENDINGS = 1 << (2 * LETTER_BITS);

/** A number for the last two letters of a form; a stem has no fewer. Rarely two endings share one. */
export const endingOf = (form: string): number =>
  ((form.charCodeAt(form.length - 2) & LETTER) << LETTER_BITS) |
  (form.charCodeAt(form.length - 1) & LETTER);

/**
 * A quick test before words are looked up spelling by spelling: what is joined to a word stands in
 * front, so a word can only be one of the known ones if it ends as one of them does.
 */
export class Endings {
  private readonly known = new Uint8Array(ENDINGS);

  add(form: string): void {
    this.known[endingOf(form)] = 1;
  }

  /** @param ending as `endingOf` numbers them */
  mayHold(ending: number): boolean {
    return this.known[ending] === 1;
  }
}
