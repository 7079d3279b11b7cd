import { fold } from "../text/fold.js";
import { perWord } from "../text/per-word.js";
import type { Phrase, Reading, Word } from "../text/word.js";
import type { Inflected } from "./inflected.js";
import { type LexiconRow, parseLexicon } from "./lexicon-row.js";

/** A split of a form into proclitics, stem and enclitic. The stem keeps its inflection. */
export interface Split {
  readonly conjunction: string;
  readonly preposition: string;
  readonly article: boolean;
  readonly stem: string;
  readonly enclitic: string;
}

/** What a language gives so that its lexicon can be read. */
export interface Morphology {
  /** All inflected forms of a row, in normal spelling or folded. */
  readonly inflect: (row: LexiconRow) => Iterable<Inflected>;
  /** Every way to split a folded form, fewest clitics first; the whole form comes first. */
  readonly splits: (form: string) => readonly Split[];
  /** Whether the language allows these clitics on that form (no article on a verb …). */
  readonly allows: (split: Split, inflected: Inflected, row: LexiconRow) => boolean;
}

interface Stem {
  readonly row: LexiconRow;
  readonly inflected: Inflected;
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  stems: Stem[];
}

/** Forms are cached; past this many the cache starts anew, so that hostile text cannot fill memory. */
const CACHE_LIMIT = 200_000;
/** No many-word entry is longer than this. */
const LONGEST_PHRASE = 8;

/** A language's words. Holds a cache and nothing else that changes. */
export class Lexicon {
  private readonly stems = new Map<string, Stem[]>();
  private readonly phrases = new Map<string, PhraseNode>();
  private cache = new Map<string, Word>();
  readonly rows: readonly LexiconRow[];

  /** @param files lexicon files by name, as text; a fault names the file and line. */
  constructor(
    files: Readonly<Record<string, string>>,
    private readonly morphology: Morphology,
  ) {
    const rows: LexiconRow[] = [];
    for (const name of Object.keys(files).sort())
      rows.push(...parseLexicon(name, files[name] ?? ""));
    this.rows = rows;
    for (const row of rows) this.index(row);
  }

  private index(row: LexiconRow): void {
    for (const inflected of this.morphology.inflect(row)) {
      const tokens = fold(inflected.form).split(" ");
      const stem: Stem = { row, inflected: { ...inflected, form: tokens[0] ?? "" } };
      if (tokens.length === 1) {
        const known = this.stems.get(stem.inflected.form);
        if (known) known.push(stem);
        else this.stems.set(stem.inflected.form, [stem]);
        continue;
      }
      let node = branch(this.phrases, tokens[0] ?? "");
      for (const token of tokens.slice(1)) node = branch(node.next, token);
      node.stems.push({ row, inflected: { ...inflected, form: tokens.join(" ") } });
    }
  }

  /** The word of a folded form. */
  word(form: string): Word {
    const known = this.cache.get(form);
    if (known) return known;
    if (this.cache.size >= CACHE_LIMIT) this.cache = new Map();
    const word = this.analyse(form);
    this.cache.set(form, word);
    return word;
  }

  private analyse(form: string): Word {
    const readings: Reading[] = [];
    const classes = new Set<string>();
    let startsPhrase = false;
    for (const split of this.morphology.splits(form)) {
      if (this.phrases.has(withArticle(split))) startsPhrase = true;
      for (const stem of this.stems.get(split.stem) ?? []) {
        if (!this.morphology.allows(split, stem.inflected, stem.row)) continue;
        readings.push(readingFor(split, stem));
      }
    }
    const likely = withoutStrayEnclitics(readings);
    for (const reading of likely) for (const name of reading.entry.classes) classes.add(name);
    return { form, readings: likely, classes, startsPhrase, memo: [] };
  }

  /**
   * Many-word entries that start at token `start`, longest first. `form(i)` is "" past the end.
   * @param word the word of that token
   */
  phrasesAt(
    form: (index: number) => string,
    start: number,
    word: Word = this.word(form(start)),
  ): readonly Phrase[] {
    const found: Phrase[] = [];
    for (const { split, node: first } of this.startsOf(word)) {
      let node: PhraseNode | undefined = first;
      for (let length = 1; node && length <= LONGEST_PHRASE; length++) {
        for (const stem of node.stems) {
          found.push({ first: start, last: start + length, reading: readingFor(split, stem) });
        }
        node = node.next.get(form(start + length));
      }
    }
    return found.length > 1 ? found.sort((a, b) => b.last - a.last) : found;
  }

  /** Where the many-word entries begin that the word begins, with what is split off it. */
  private readonly startsOf = perWord((word) => {
    const starts: { readonly split: Split; readonly node: PhraseNode }[] = [];
    for (const split of this.morphology.splits(word.form)) {
      const node = split.enclitic === "" ? this.phrases.get(withArticle(split)) : undefined;
      if (node) starts.push({ split, node });
    }
    return starts;
  });

  /** Whether some row has this exact inflected form, without clitics. */
  hasStem(form: string): boolean {
    return this.stems.has(form);
  }
}

/** مسؤولية is a word of its own: then it is not مسؤولي + ه as well. */
function withoutStrayEnclitics(readings: readonly Reading[]): readonly Reading[] {
  const whole = readings.some(
    (one) => !one.enclitic && !one.conjunction && !one.preposition && !one.article,
  );
  // A verb keeps its object: نقلته is نقلت + ه, listed or not.
  return whole
    ? readings.filter((one) => one.enclitic.length !== 1 || one.tense !== null)
    : readings;
}

function branch(nodes: Map<string, PhraseNode>, token: string): PhraseNode {
  let node = nodes.get(token);
  if (!node) {
    node = { next: new Map(), stems: [] };
    nodes.set(token, node);
  }
  return node;
}

function withArticle(split: Split): string {
  return split.article ? `ال${split.stem}` : split.stem;
}

function readingFor(split: Split, stem: Stem): Reading {
  return {
    entry: stem.row,
    conjunction: split.conjunction,
    preposition: split.preposition,
    article: split.article,
    enclitic: split.enclitic,
    stem: stem.inflected.form,
    number: stem.inflected.number,
    gender: stem.inflected.gender,
    tense: stem.inflected.tense,
    construct: stem.inflected.construct,
  };
}
