import { perWord } from "../text/per-word.js";
import { SortedLines } from "../text/sorted-lines.js";
import type { Token } from "../text/tokens.js";
import type { Phrase, Reading, Word } from "../text/word.js";
import type { Inflected } from "./inflected.js";
import { type LexiconRow, parseRow } from "./lexicon-row.js";
import { type PackedLexicon, unpackBearers } from "./packed-lexicon.js";

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

/** A word as the first of many-word entries. */
interface PhraseStart {
  readonly split: Split;
  readonly node: PhraseNode;
  /** The readings of the entries met so far: one phrase is read by one and the same object. */
  readonly readings: Map<PhraseNode, readonly Reading[]>;
}

/**
 * Words are kept, in two generations: past this many the younger becomes the older, and what the older
 * held and nobody asked for since is forgotten. The words of a press never end, and each takes some
 * 2 KB with what the layers note on it.
 */
const CACHE_LIMIT = 12_000;
/** No many-word entry is longer than this. */
const LONGEST_PHRASE = 8;

const NO_STEMS: readonly Stem[] = [];
const NO_CLASSES: ReadonlySet<string> = new Set();
const NO_PHRASES: readonly Phrase[] = [];

/** A language's words. Holds caches and nothing else that changes. */
export class Lexicon {
  private readonly forms: SortedLines;
  private readonly phrases: SortedLines;
  private readonly lines: readonly string[];
  /** Rows, and the bearers of forms, that were asked for before. */
  private readonly rows = new Map<number, LexiconRow>();
  private readonly stems = new Map<string, readonly Stem[]>();
  private readonly heads = new Map<string, PhraseNode>();
  private cache = new Map<string, Word>();
  private older = new Map<string, Word>();

  constructor(
    packed: PackedLexicon,
    private readonly morphology: Morphology,
  ) {
    this.lines = packed.rows.split("\n");
    this.forms = new SortedLines(packed.forms);
    this.phrases = new SortedLines(packed.phrases);
  }

  private row(index: number): LexiconRow {
    let row = this.rows.get(index);
    if (!row) {
      row = parseRow(this.lines[index] ?? "", `row ${index}`);
      this.rows.set(index, row);
    }
    return row;
  }

  private stemsOf(form: string): readonly Stem[] {
    const known = this.stems.get(form);
    if (known) return known;
    const packed = this.forms.get(form);
    if (packed === null) return NO_STEMS;
    const stems = this.unpack(form, packed);
    this.stems.set(form, stems);
    return stems;
  }

  private unpack(form: string, packed: string): Stem[] {
    return unpackBearers(form, packed).map(({ row, inflected }) => ({
      row: this.row(row),
      inflected,
    }));
  }

  /** The many-word entries that begin with a word; null where none does. */
  private headOf(first: string): PhraseNode | null {
    let head = this.heads.get(first);
    if (!head) {
      if (!this.phrases.hasWord(first)) return null;
      head = { next: new Map(), stems: [] };
      for (const { key, value } of this.phrases.phrasesOf(first)) {
        let node = head;
        for (const token of key.split(" ").slice(1)) node = branch(node.next, token);
        node.stems.push(...this.unpack(key, value));
      }
      this.heads.set(first, head);
    }
    return head;
  }

  /** The word of a folded form. */
  word(form: string): Word {
    const known = this.cache.get(form);
    if (known) return known;
    const word = this.older.get(form) ?? this.analyse(form);
    if (this.cache.size >= CACHE_LIMIT) {
      this.older = this.cache;
      this.cache = new Map();
    }
    this.cache.set(form, word);
    return word;
  }

  /** Readings of a folded form with nothing joined to it but its article; they are not kept. */
  plainReadings(form: string): readonly Reading[] {
    const known = this.cache.get(form) ?? this.older.get(form);
    if (known) return known.readings.filter(isPlain);
    const readings: Reading[] = [];
    for (const split of this.morphology.splits(form))
      if (isPlain(split)) this.read(split, readings);
    return readings;
  }

  /** The word of a token: sought once for each way to spell it. */
  wordOf({ spelling }: Token): Word {
    if (spelling.lexicon === this && spelling.word) return spelling.word;
    const word = this.word(spelling.form);
    spelling.word = word;
    spelling.lexicon = this;
    return word;
  }

  private analyse(form: string): Word {
    const readings: Reading[] = [];
    let startsPhrase = false;
    for (const split of this.morphology.splits(form)) {
      if (!startsPhrase && this.phrases.hasWord(withArticle(split))) startsPhrase = true;
      this.read(split, readings);
    }
    const likely = withoutStrayEnclitics(withoutStraySplits(readings));
    return { form, readings: likely, classes: classesOf(likely), startsPhrase, memo: [] };
  }

  private read(split: Split, into: Reading[]): void {
    for (const stem of this.stemsOf(split.stem)) {
      if (this.morphology.allows(split, stem.inflected, stem.row))
        into.push(readingFor(split, stem));
    }
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
    let found: Phrase[] | null = null;
    for (const begun of this.startsOf(word)) {
      let node: PhraseNode | undefined = begun.node;
      for (let length = 1; node && length <= LONGEST_PHRASE; length++) {
        if (node.stems.length > 0) {
          const last = start + length;
          found ??= [];
          for (const reading of readingsAt(begun, node))
            found.push({ first: start, last, reading });
        }
        node = node.next.get(form(start + length));
      }
    }
    if (!found) return NO_PHRASES;
    return found.length > 1 ? found.sort((a, b) => b.last - a.last) : found;
  }

  /** Where the many-word entries begin that the word begins, with what is split off it. */
  private readonly startsOf = perWord((word): readonly PhraseStart[] => {
    const starts: PhraseStart[] = [];
    for (const split of this.morphology.splits(word.form)) {
      const node = split.enclitic === "" ? this.headOf(withArticle(split)) : null;
      if (node) starts.push({ split, node, readings: new Map() });
    }
    return starts;
  });

  /** Whether some row has this exact inflected form, without clitics. */
  hasStem(form: string): boolean {
    return this.stems.has(form) || this.forms.get(form) !== null;
  }
}

const isPlain = (of: Pick<Split, "conjunction" | "preposition" | "enclitic">): boolean =>
  of.conjunction === "" && of.preposition === "" && of.enclitic === "";

function classesOf(readings: readonly Reading[]): ReadonlySet<string> {
  if (readings.length === 0) return NO_CLASSES;
  const classes = new Set<string>();
  for (const { entry } of readings) for (const name of entry.classes) classes.add(name);
  return classes;
}

/**
 * A word of a closed class is split no further: عليها is no "Ali" with a pronoun, لدينا no "to Dina".
 * Its preposition stays, since whoever looks for one must find it.
 */
function withoutStraySplits(readings: readonly Reading[]): readonly Reading[] {
  const closed = readings.some(({ entry }) => entry.classes.includes("closed"));
  return closed
    ? readings.filter(
        ({ entry, preposition, enclitic }) =>
          (preposition === "" && enclitic === "") || entry.classes.includes("preposition"),
      )
    : readings;
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

function readingsAt({ split, readings }: PhraseStart, node: PhraseNode): readonly Reading[] {
  let known = readings.get(node);
  if (!known) {
    known = node.stems.map((stem) => readingFor(split, stem));
    readings.set(node, known);
  }
  return known;
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
