import type { ReportReading } from "../../read/reading.js";
import type { Article } from "../article.js";
import { spellingOf } from "../spelling.js";

/** Keys of all words of a report: they stay when it is given its day, and it is read anew. */
const WORD_KEYS = new WeakMap<Article, ReadonlySet<string>>();

/** Names and numbers of a report as keys that its spelling does not change. */
export class Particulars {
  /** By word of the article: the keys of a number or of the words of a name there; most have none. */
  private readonly byWord = new Map<number, readonly string[]>();
  private readonly numbersAt = new Set<number>();
  private readonly people = new Map<number, string>();
  private readonly own: ReadonlySet<string>;

  constructor(
    private readonly reading: ReportReading,
    private readonly article: Article,
  ) {
    const { text } = reading.report;
    const { starts, ends } = article;
    for (const [first, last, mention] of mentionsIn(reading, article)) {
      const keys = this.keysOf(text.slice(mention.start, mention.end));
      const person = mention.isPerson && keys.length > 1 ? keys.join(" ") : null;
      for (let word = first; word < last; word++) {
        this.byWord.set(word, keys);
        if (person) this.people.set(word, person);
      }
    }
    for (let word = 0; word < starts.length; word++) {
      if (!isDigit(text.charCodeAt(starts[word] as number))) continue;
      this.numbersAt.add(word);
      this.byWord.set(word, [text.slice(starts[word], ends[word])]);
    }
    this.own = new Set([...this.byWord.values()].flat());
  }

  /** Of the words `[from, to)`; a name of several words counts by each. */
  in(from: number, to: number): { names: string[]; numbers: string[] } {
    const names = new Set<string>();
    const numbers = new Set<string>();
    for (let word = from; word < to; word++) {
      for (const key of this.byWord.get(word) ?? []) {
        if (this.numbersAt.has(word)) numbers.add(key);
        else names.add(key);
      }
    }
    return { names: [...names], numbers: [...numbers] };
  }

  /** The person, by two words of the name or more, that a word of the article names; null for none. */
  personAt(word: number): string | null {
    return this.people.get(word) ?? null;
  }

  /** True where the report holds the key, as a name, a number, or any word. */
  has(key: string): boolean {
    return this.own.has(key) || this.wordKeys.has(key);
  }

  private get wordKeys(): ReadonlySet<string> {
    let keys = WORD_KEYS.get(this.article);
    if (!keys) {
      keys = new Set(this.keysOf(this.reading.report.text));
      WORD_KEYS.set(this.article, keys);
    }
    return keys;
  }

  private keysOf(words: string): string[] {
    const { skeletonOf, isFilial, isNamePrefix } = spellingOf(this.reading.report.language);
    const keys: string[] = [];
    // "Abd" and what follows are one name, whether they are written as one word or as two.
    let prefix = "";
    for (const word of words.split(NO_LETTERS)) {
      if (word.length < 2 || isFilial(word)) continue;
      if (isNamePrefix(word)) prefix += word;
      else {
        keys.push(skeletonOf(prefix + word));
        prefix = "";
      }
    }
    return keys;
  }
}

const NO_LETTERS = /[^\p{L}\p{M}]+/u;

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669);

interface Mentioned {
  readonly start: number;
  readonly end: number;
  readonly isPerson: boolean;
}

/** Each mention of an entity with the words of the article that it touches, `[first, last)`. */
function mentionsIn(
  { entities }: ReportReading,
  { starts, ends }: Article,
): [first: number, last: number, mention: Mentioned][] {
  const mentions: Mentioned[] = [];
  for (const entity of entities) {
    if (entity.kind === "outlet") continue;
    const isPerson = entity.kind === "person";
    for (const { start, end } of entity.mentions) mentions.push({ start, end, isPerson });
  }
  mentions.sort((x, y) => x.start - y.start || y.end - x.end);
  const out: [number, number, Mentioned][] = [];
  let first = 0;
  for (const mention of mentions) {
    while (first > 0 && (ends[first - 1] as number) > mention.start) first--;
    while (first < ends.length && (ends[first] as number) <= mention.start) first++;
    let last = first;
    while (last < starts.length && (starts[last] as number) < mention.end) last++;
    if (last > first) out.push([first, last, mention]);
  }
  return out;
}
