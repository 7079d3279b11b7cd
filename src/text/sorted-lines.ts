/**
 * A table shipped as one string: lines `key<TAB>value`, sorted by key in code units. Nothing is
 * read when it is loaded; a key is found by bisection, in as many steps as the table has binary
 * digits, so that a program starts at once and meets only the lines it asks for. Who asks very
 * often gets an index of all lines, which finds a key in about one step.
 */
export class SortedLines {
  private asked = 0;
  private lines: LineIndex | null = null;

  /** @param text no empty lines, no line break at the end */
  constructor(private readonly text: string) {}

  /** The value of a key; null where the table has none. */
  get(key: string): string | null {
    const index = this.index();
    const at = index ? index.lineOf(key) : this.find(key);
    return this.isKey(key, at) ? this.valueAt(at + key.length + 1) : null;
  }

  /** Whether some key is this word, or begins with it and a space. */
  hasWord(word: string): boolean {
    const index = this.index();
    if (index && !word.includes(" ")) return index.hasFirstWord(word);
    const at = this.find(word);
    return this.isKey(word, at) || this.beginsWith(`${word} `, at);
  }

  private index(): LineIndex | null {
    if (this.lines === null && ++this.asked > ASKED_OFTEN) this.lines = new LineIndex(this.text);
    return this.lines;
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
const SPACE = 32;

/** The index costs some ten milliseconds: a folder of a few reports asks less often than this. */
const ASKED_OFTEN = 50_000;

/**
 * Where each line begins, and each first word of a key, by their hashes: open addressing at most half
 * full. What is asked for comes from texts, but what lies here does not, so that nobody can craft
 * long chains.
 */
class LineIndex {
  /** Where a line begins + 1; 0: free. */
  private readonly keys: Int32Array;
  /** The first line of each first word. */
  private readonly words: Int32Array;

  constructor(private readonly text: string) {
    let count = 1;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
    const size = 1 << (32 - Math.clz32(2 * count));
    this.keys = new Int32Array(size);
    this.words = new Int32Array(size);
    for (let start = 0, end = 0; end >= 0 && text.length > 0; start = end + 1) {
      this.add(start);
      end = text.indexOf("\n", start);
    }
  }

  /** Where the line of a key begins; the length of the text if there is none. */
  lineOf(key: string): number {
    return this.sought(this.keys, key, TAB);
  }

  /** @param word without a space */
  hasFirstWord(word: string): boolean {
    return this.sought(this.words, word, SPACE) < this.text.length;
  }

  private add(start: number): void {
    const { text } = this;
    let hash = FIRST_HASH;
    let at = start;
    let ofWord = true;
    for (let code = text.charCodeAt(at); ; code = text.charCodeAt(++at)) {
      if (ofWord && (code === SPACE || code === TAB)) {
        ofWord = false;
        // Lines with one first word follow one another: the first of them stands for all.
        if (this.sought(this.words, text.slice(start, at), SPACE) === text.length) {
          this.words[freeSlot(this.words, hash)] = start + 1;
        }
      }
      // NaN: a last line without a value.
      if (code === TAB || Number.isNaN(code)) break;
      hash = Math.imul(hash ^ code, HASH_PRIME);
    }
    this.keys[freeSlot(this.keys, hash)] = start + 1;
  }

  /** @param end what may end it, but for a tab */
  private sought(slots: Int32Array, key: string, end: number): number {
    const { text } = this;
    let hash = FIRST_HASH;
    for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), HASH_PRIME);
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const start = (slots[slot] ?? 0) - 1;
      if (start < 0) return text.length;
      if (!text.startsWith(key, start)) continue;
      const next = text.charCodeAt(start + key.length);
      if (next === TAB || next === end) return start;
    }
  }
}

const FIRST_HASH = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** The low bits of a product hang on the low bits alone. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}
