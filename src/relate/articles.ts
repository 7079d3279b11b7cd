import type { Report } from "../core/contract.js";
import { type Token, tokenize } from "../text/tokens.js";
import type { Article, Topics } from "./article.js";
import { Comparisons } from "./copies/comparisons.js";
import { type Fingerprint, fingerprintOf, shinglesOf } from "./copies/fingerprints.js";
import { type Spelling, spellingOf } from "./spelling.js";
import { NO_TOPIC, sharedVocabulary } from "./vocabulary.js";

/**
 * The articles of the reports at hand. Each report is cut into words once, and each distinct word
 * is worked out once, however many ask: dating by siblings, stories and copies all do.
 */
export class Articles {
  private readonly known = new Map<string, Article>();
  private readonly shingles = new Map<Article, Uint32Array>();
  private readonly fingerprints = new Map<string, Fingerprint>();
  private readonly vocabulary = sharedVocabulary();
  /** Of two of them. */
  readonly comparisons = new Comparisons();

  /** @param tokens of the report's text, where somebody has them */
  of(report: Report, tokens?: readonly Token[]): Article {
    let article = this.known.get(report.id);
    if (!article) {
      article = this.read(report, tokens ?? tokenize(report.text));
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
        hashes[i] = this.vocabulary.hashOf(article.words[i] as number);
      }
      shingles = shinglesOf(hashes);
      this.shingles.set(article, shingles);
    }
    return shingles;
  }

  private read({ id, furniture, language }: Report, tokens: readonly Token[]): Article {
    const words: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let piece = 0;
    for (const { kind, start, end, form } of tokens) {
      if (kind === "punct") continue;
      while (piece < furniture.length && (furniture[piece]?.[1] ?? 0) <= start) piece++;
      const mark = furniture[piece];
      if (mark && start >= mark[0]) continue;
      words.push(this.vocabulary.numberOf(form));
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

  private topicsIn(words: readonly number[], spelling: Spelling): Topics {
    const { vocabulary } = this;
    const { counts } = vocabulary;
    const topics: number[] = [];
    for (const word of words) {
      const topic = vocabulary.topicOf(word, spelling);
      if (topic === NO_TOPIC) continue;
      const before = counts[topic] as number;
      counts[topic] = before + 1;
      if (before === 0) topics.push(topic);
    }
    const weights = new Float64Array(topics.length);
    for (let i = 0; i < topics.length; i++) {
      const topic = topics[i] as number;
      weights[i] = Math.sqrt(counts[topic] as number);
      counts[topic] = 0;
    }
    return { words: topics.map((topic) => vocabulary.topicWord(topic)), weights };
  }
}
