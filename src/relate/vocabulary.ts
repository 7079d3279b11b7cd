import { hashWord } from "./copies/fingerprints.js";
import type { Spelling } from "./spelling.js";

/** Shorter words carry no subject in Arabic: particles, pronouns, most verbs of saying. */
const SHORTEST_WORD = 4;
/** A word that tells no topic. */
export const NO_TOPIC = -1;
/** A word whose topic was not asked for yet. */
const UNASKED = -2;

/**
 * Numbers for the words of articles, each worked out once. They tell equal words from others and
 * nothing else: no order rests on them, so that a vocabulary may serve many lots of articles.
 */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly forms: string[] = [];
  private readonly hashes: number[] = [];
  /** For each language's spelling, the topic of each word. */
  private readonly topicsOf = new Map<Spelling, number[]>();
  private readonly topicNumbers = new Map<string, number>();
  private readonly topicWords: string[] = [];
  /** How often each topic was met in the article that is being read; 0 between articles. */
  readonly counts: number[] = [];

  get size(): number {
    return this.forms.length;
  }

  /** @param form folded */
  numberOf(form: string): number {
    let number = this.numbers.get(form);
    if (number === undefined) {
      number = this.forms.push(form) - 1;
      this.numbers.set(form, number);
      this.hashes.push(hashWord(form));
    }
    return number;
  }

  /** As `hashWord`. */
  hashOf(word: number): number {
    return this.hashes[word] as number;
  }

  /** The number of a word without its article; `NO_TOPIC` where it tells no subject. */
  topicOf(word: number, spelling: Spelling): number {
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

  /** The word that a topic is, folded. */
  topicWord(topic: number): string {
    return this.topicWords[topic] as string;
  }

  private readTopic(form: string, spelling: Spelling): number {
    if (form.length < SHORTEST_WORD) return NO_TOPIC;
    const bare = spelling.bareForm(form);
    if (bare.length < SHORTEST_WORD - 1 || spelling.isCommonWord(bare)) return NO_TOPIC;
    let topic = this.topicNumbers.get(bare);
    if (topic === undefined) {
      topic = this.topicWords.push(bare) - 1;
      this.counts.push(0);
      this.topicNumbers.set(bare, topic);
    }
    return topic;
  }
}

/** Past so many words the next lot of articles begins a vocabulary anew, so that memory is bounded. */
const MOST_WORDS = 50_000;

let latest = new Vocabulary();

/** The vocabulary of the lots before; reports of one press share most of their words. */
export function sharedVocabulary(): Vocabulary {
  if (latest.size > MOST_WORDS) latest = new Vocabulary();
  return latest;
}
