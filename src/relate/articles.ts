import type { Report } from "../core/contract.js";
import { tokenize } from "../text/tokens.js";
import { type Fingerprint, fingerprintOf, hashWord, shinglesOf } from "./fingerprints.js";
import { type Spelling, spellingOf } from "./spelling.js";

/** The words of a report's article, furniture and marks left out, in order. */
export interface Article {
  readonly report: string;
  /** What each word is, by the number of its folded form: equal words have equal numbers. */
  readonly words: Int32Array;
  /** UTF-16 offsets of each word in the report's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The words that tell what it is about, each once, in the order in which they are first met. */
  readonly topics: Topics;
}

export interface Topics {
  /** Numbers of words without their article; see `Articles.topicCount`. */
  readonly ids: Int32Array;
  /** The words themselves, folded. */
  readonly words: readonly string[];
  /** The square root of how often each stands there. */
  readonly weights: Float64Array;
}

/** Shorter words carry no subject in Arabic: particles, pronouns, most verbs of saying. */
const SHORTEST_WORD = 4;
/** A word that tells no topic. */
const NO_TOPIC = -1;
/** A word whose topic was not asked for yet. */
const UNASKED = -2;

/**
 * The articles of the reports at hand. Each report is cut into words once, and each distinct word
 * is worked out once, however many ask: dating by siblings, stories and copies all do.
 */
export class Articles {
  private readonly known = new Map<string, Article>();
  private readonly shingles = new Map<Article, Uint32Array>();
  private readonly fingerprints = new Map<string, Fingerprint>();
  private readonly numbers = new Map<string, number>();
  private readonly forms: string[] = [];
  private readonly hashes: number[] = [];
  /** For each language's spelling, the topic of each word. */
  private readonly topicsOf = new Map<Spelling, number[]>();
  private readonly topicNumbers = new Map<string, number>();
  private readonly topicWords: string[] = [];
  /** How often each topic was met in the article being read; 0 between articles. */
  private readonly counts: number[] = [];

  /** Topics have numbers below this. */
  get topicCount(): number {
    return this.topicNumbers.size;
  }

  of(report: Report): Article {
    let article = this.known.get(report.id);
    if (!article) {
      article = this.read(report);
      this.known.set(report.id, article);
    }
    return article;
  }

  fingerprintOf(report: Report): Fingerprint {
    let fingerprint = this.fingerprints.get(report.id);
    if (!fingerprint) {
      fingerprint = fingerprintOf(this.shinglesOf(this.of(report)));
      this.fingerprints.set(report.id, fingerprint);
    }
    return fingerprint;
  }

  /** The hash of every run of `SHINGLE` words, by where it starts. */
  shinglesOf(article: Article): Uint32Array {
    let shingles = this.shingles.get(article);
    if (!shingles) {
      const hashes = new Uint32Array(article.words.length);
      for (let i = 0; i < hashes.length; i++) {
        hashes[i] = this.hashes[article.words[i] as number] as number;
      }
      shingles = shinglesOf(hashes);
      this.shingles.set(article, shingles);
    }
    return shingles;
  }

  private read({ id, text, furniture, language }: Report): Article {
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let piece = 0;
    for (const { kind, start, end, form } of tokenize(text)) {
      if (kind === "punct") continue;
      while (piece < furniture.length && (furniture[piece]?.[1] ?? 0) <= start) piece++;
      const mark = furniture[piece];
      if (mark && start >= mark[0]) continue;
      words.push(this.numberOf(form));
      starts.push(start);
      ends.push(end);
    }
    return {
      report: id,
      words: new Int32Array(words),
      starts: new Int32Array(starts),
      ends: new Int32Array(ends),
      topics: this.topicsIn(words, spellingOf(language)),
    };
  }

  private numberOf(form: string): number {
    let number = this.numbers.get(form);
    if (number === undefined) {
      number = this.forms.push(form) - 1;
      this.numbers.set(form, number);
      this.hashes.push(hashWord(form));
    }
    return number;
  }

  private topicsIn(words: readonly number[], spelling: Spelling): Topics {
    const { counts } = this;
    const ids: number[] = [];
    for (const word of words) {
      const topic = this.topicOf(word, spelling);
      if (topic === NO_TOPIC) continue;
      const before = counts[topic] as number;
      counts[topic] = before + 1;
      if (before === 0) ids.push(topic);
    }
    const weights = new Float64Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const topic = ids[i] as number;
      weights[i] = Math.sqrt(counts[topic] as number);
      counts[topic] = 0;
    }
    const told = ids.map((topic) => this.topicWords[topic] as string);
    return { ids: new Int32Array(ids), words: told, weights };
  }

  private topicOf(word: number, spelling: Spelling): number {
    let topics = this.topicsOf.get(spelling);
    if (!topics) this.topicsOf.set(spelling, (topics = []));
    while (topics.length < this.forms.length) topics.push(UNASKED);
    let topic = topics[word] as number;
    if (topic === UNASKED) {
      topic = this.readTopic(this.forms[word] as string, spelling);
      topics[word] = topic;
    }
    return topic;
  }

  private readTopic(form: string, spelling: Spelling): number {
    if (form.length < SHORTEST_WORD) return NO_TOPIC;
    const bare = spelling.bareForm(form);
    if (bare.length < SHORTEST_WORD - 1 || spelling.isCommonWord(bare)) return NO_TOPIC;
    let topic = this.topicNumbers.get(bare);
    if (topic === undefined) {
      topic = this.counts.push(0) - 1;
      this.topicNumbers.set(bare, topic);
      this.topicWords.push(bare);
    }
    return topic;
  }
}
