/**
 * A table shipped as one string: lines `key<TAB>value`, sorted by key in code units. Nothing is
 * read when it is loaded; a key is found by bisection, in as many steps as the table has binary
 * digits, so that a program starts at once and meets only the lines it asks for.
 */
export class SortedLines {
  /** @param text no empty lines, no line break at the end */
  constructor(private readonly text: string) {}

  /** The value of a key; null where the table has none. */
  get(key: string): string | null {
    const at = this.find(key);
    return this.isKey(key, at) ? this.valueAt(at + key.length + 1) : null;
  }

  /** Whether some key is this word, or begins with it and a space. */
  hasWord(word: string): boolean {
    const at = this.find(word);
    return this.isKey(word, at) || this.beginsWith(`${word} `, at);
  }

  /** The keys, and their values, that begin with this word and a space; in order. */
  phrasesOf(word: string): { readonly key: string; readonly value: string }[] {
    const head = `${word} `;
    const found: { key: string; value: string }[] = [];
    for (let at = this.find(head); this.beginsWith(head, at); ) {
      const tab = this.text.indexOf("\t", at);
      const value = this.valueAt(tab + 1);
      found.push({ key: this.text.slice(at, tab), value });
      at = tab + value.length + 2;
    }
    return found;
  }

  private isKey(key: string, at: number): boolean {
    return this.beginsWith(key, at) && this.text.charCodeAt(at + key.length) === TAB;
  }

  private beginsWith(head: string, at: number): boolean {
    return at < this.text.length && this.text.startsWith(head, at);
  }

  private valueAt(start: number): string {
    const end = this.text.indexOf("\n", start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  /** Where the first line begins whose key is not smaller; the length of the text if none is. */
  private find(key: string): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : this.text.lastIndexOf("\n", middle - 1) + 1;
      if (this.isSmaller(start, key)) {
        const end = this.text.indexOf("\n", start);
        low = end < 0 ? this.text.length : end + 1;
      } else high = start;
    }
    return low;
  }

  /** Whether the key of the line at `start` sorts before `key`. */
  private isSmaller(start: number, key: string): boolean {
    for (let i = 0; i < key.length; i++) {
      const own = this.text.charCodeAt(start + i);
      const other = key.charCodeAt(i);
      // A tab ends the key and is smaller than whatever a key holds.
      if (own !== other) return !(own > other);
    }
    return false;
  }
}

const TAB = 9;
