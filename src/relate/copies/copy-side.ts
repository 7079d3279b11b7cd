import type { Range } from "../../core/contract.js";
import type { ReportReading } from "../../read/reading.js";
import type { Article } from "../article.js";
import { ShingleStarts } from "./alignment.js";
import { type Credit, creditOf } from "./credits.js";
import { SHINGLE, winnow } from "./fingerprints.js";
import type { Forms } from "./forms.js";
import { Particulars } from "./particulars.js";
import { quotedRanges } from "./quotes.js";

/** Words in which a report says what it is about. */
export const LEAD_WORDS = 40;

/**
 * What hangs on the words of a report alone, each worked out once, when asked for. A report that is given its day is
 * read anew, and says the same.
 */
export class CopyText {
  private speechMarks: Uint8Array | null = null;
  private nameMarks: Uint8Array | null = null;
  private credited: Credit | null | undefined;
  private told: Particulars | null = null;
  private starts: ShingleStarts | null = null;
  private outlets: ReadonlySet<string> | null = null;

  constructor(
    private readonly reading: ReportReading,
    readonly article: Article,
    /** The hash of every run of `SHINGLE` words, by where it starts. */
    readonly shingles: Uint32Array,
  ) {}

  /** 1 for each word of direct speech. */
  get speech(): Uint8Array {
    this.speechMarks ??= wordsIn(this.article, speechOf(this.reading));
    return this.speechMarks;
  }

  /** 1 for each word of a name. */
  get names(): Uint8Array {
    this.nameMarks ??= wordsIn(this.article, namesOf(this.reading));
    return this.nameMarks;
  }

  get particulars(): Particulars {
    this.told ??= new Particulars(this.reading, this.article);
    return this.told;
  }

  get startsOfShingles(): ShingleStarts {
    this.starts ??= new ShingleStarts(this.shingles);
    return this.starts;
  }

  /** Names of the outlets that its claims came through. */
  get credits(): ReadonlySet<string> {
    this.outlets ??= creditsOf(this.reading);
    return this.outlets;
  }

  get credit(): Credit | null {
    if (this.credited === undefined) this.credited = creditOf(this.reading.report);
    return this.credited;
  }
}

/** One report as it is held against others. */
export class CopySide {
  private firstWords: { names: string[]; numbers: string[]; people: string[] } | null = null;
  private plain: CopySide | null = null;
  private own: number | null = null;

  constructor(
    readonly reading: ReportReading,
    readonly text: CopyText,
    /** 1 for each word of a form. */
    readonly standing: Uint8Array,
  ) {}

  get id(): string {
    return this.reading.report.id;
  }

  get article(): Article {
    return this.text.article;
  }

  /** The same report as if nothing in it were of a form. */
  get withoutForms(): CopySide {
    this.plain ??= this.standing.includes(1)
      ? new CopySide(this.reading, this.text, new Uint8Array(this.standing.length))
      : this;
    return this.plain;
  }

  /** Words of the article that are of no form. */
  get ownWords(): number {
    if (this.own === null) {
      let own = this.article.words.length;
      for (const mark of this.standing) own -= mark;
      this.own = own;
    }
    return this.own;
  }

  /** Whom and how many its first words tell of, what forms say left out. */
  get lead(): {
    readonly names: readonly string[];
    readonly numbers: readonly string[];
    /** Persons named by two words or more, a key each. */
    readonly people: readonly string[];
  } {
    if (!this.firstWords) {
      const { particulars } = this.text;
      const names = new Set<string>();
      const numbers = new Set<string>();
      const people = new Set<string>();
      const end = Math.min(LEAD_WORDS, this.article.words.length);
      for (let word = 0; word < end; word++) {
        if (this.standing[word] === 1) continue;
        const told = particulars.in(word, word + 1);
        for (const name of told.names) names.add(name);
        for (const number of told.numbers) numbers.add(number);
        const person = particulars.personAt(word);
        if (person) people.add(person);
      }
      this.firstWords = { names: [...names], numbers: [...numbers], people: [...people] };
    }
    return this.firstWords;
  }

  /** Names and numbers among the words `[from, to)`. */
  particularsIn(from: number, to: number): string[] {
    const { names, numbers } = this.text.particulars.in(from, to);
    return [...names, ...numbers];
  }

  rangeOf(first: number, length: number): Range {
    const { starts, ends } = this.article;
    return [starts[first] ?? 0, ends[first + length - 1] ?? 0];
  }
}

/** Direct speech: quotation marks, and what the reading took as quoted. */
function speechOf(reading: ReportReading): Range[] {
  const ranges = quotedRanges(reading.report.text);
  for (const claim of reading.claims) {
    if (claim.statement?.direct && claim.statement.quoted) ranges.push(claim.statement.quoted);
  }
  ranges.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last && range[0] < last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    } else merged.push(range);
  }
  return merged;
}

/** Mentions of names, ordered. */
function namesOf(reading: ReportReading): Range[] {
  const ranges: Range[] = [];
  for (const entity of reading.entities) {
    for (const mention of entity.mentions) ranges.push([mention.start, mention.end]);
  }
  return ranges.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
}

/** Marks the words that lie in the ordered ranges, by 1. */
function wordsIn({ words, starts }: Article, ranges: readonly Range[]): Uint8Array {
  const marked = new Uint8Array(words.length);
  let at = 0;
  for (const [start, end] of ranges) {
    while (at > 0 && (starts[at - 1] as number) >= start) at--;
    while (at < words.length && (starts[at] as number) < start) at++;
    for (let k = at; k < words.length && (starts[k] as number) < end; k++) marked[k] = 1;
  }
  return marked;
}

/**
 * Marks the words of forms, by 1. A fingerprint holds but some of the shingles of a form: those of
 * every window, so that no word of a passage that is all form is missed.
 */
export function formWords({ words }: Article, shingles: Uint32Array, forms: Forms): Uint8Array {
  const marked = new Uint8Array(words.length);
  for (const at of winnow(shingles)) {
    if (forms.has(shingles[at] as number)) marked.fill(1, at, at + SHINGLE);
  }
  return marked;
}

function creditsOf(reading: ReportReading): ReadonlySet<string> {
  const out = new Set<string>();
  for (const claim of reading.claims) {
    for (const link of claim.chain.slice(1)) if (link.kind === "outlet") out.add(link.name);
  }
  return out;
}
