/**
 * A quick test before words are looked up spelling by spelling: what is joined to a word stands in
 * front, so a word can only be one of the known ones if it ends as one of them does.
 */
export class Endings {
  private readonly known = new Set<number>();

  add(form: string): void {
    this.known.add(endingOf(form));
  }

  mayHold(form: string): boolean {
    return this.known.has(endingOf(form));
  }
}

/** The last two letters; a stem has no fewer. */
const endingOf = (form: string): number =>
  (form.charCodeAt(form.length - 2) << 16) | form.charCodeAt(form.length - 1);
