import type { DayNumber } from "../../core/calendar.js";
import { spellingOf } from "../spelling.js";
import type { StoryFeatures } from "./features.js";
import { Slabs } from "./slabs.js";

/** Feature numbers, each once, ascending, and their weights. */
export interface SparseVector {
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Rarity is counted as if so many more reports, of other stories, had been read: in a folder of
 * one crisis every report names its place, which is common there and rare in the press. In a press
 * the reports themselves outweigh it.
 */
const OTHER_REPORTS = 200;
/** Added to how many hold a feature, so that one never met before does not outweigh all others. */
const HOLDERS_AT_LEAST = 2;
/** Words that a report is compared by: the rarest by count and rarity. */
const WORDS_COMPARED = 50;
/** A word of the title tells more of what the report is about than one of its text. */
const TITLE = 1.6;

/**
 * What is told day by day (the weather, gold, crashes on the road) makes no two reports one story: a
 * feature loses up to this share of its weight as it was met on more of the days so far …
 */
const DAILY = { share: 0.7, days: 4 };

/** Such as `event:explosion@geonames:108410`. */
const EVENT_WITH_PLACE = /^event:.*@/;

const HAPPENING = /^(?:event|figure):/;

/** One report by the numbers of its features. */
export interface Weighed {
  readonly words: SparseVector;
  readonly names: SparseVector;
  /** Words of its title, by how far they are news; their squares are shares of one. */
  readonly title: SparseVector;
  /** Words of its title by how rare and how far news they are; length one, or empty. */
  readonly subject: SparseVector;
  /** Events told with their places, ascending. */
  readonly events: Int32Array;
}

/**
 * Numbers for features in the order in which they are met, and in how many reports each was met so
 * far: rarity rests on the reports added before and on nothing to come, whatever the batches.
 */
export class FeatureSpace {
  private readonly numbers = new Map<string, number>();
  private readonly ofWord = new Map<string, Map<string, number>>();
  private readonly holders: number[] = [];
  private readonly labels: string[] = [];
  private readonly happenings: boolean[] = [];
  /** On how many days each was met, and which was the last of them. */
  private readonly daysOf: number[] = [];
  private readonly lastDays: number[] = [];
  private day: DayNumber | null = null;
  private days = 0;
  private reports = 0;
  private readonly slabs = new Slabs();

  /** What the feature is: a word as it was first written, or a key of `StoryFeatures.names`. */
  labelOf(feature: number): string {
    return this.labels[feature] ?? "";
  }

  /** Whether it is an event or a figure, and no name. */
  isHappening(feature: number): boolean {
    return this.happenings[feature] === true;
  }

  /** The number of a key of `StoryFeatures.names`; -1 where it was never met. */
  numberOfName(key: string): number {
    return this.numbers.get(`=${key}`) ?? -1;
  }

  rarityOf(feature: number): number {
    const holding = (this.holders[feature] ?? 0) + HOLDERS_AT_LEAST;
    return Math.max(0, Math.log((this.reports + OTHER_REPORTS) / holding));
  }

  /** 1 for what was met on few of the days so far; two reports that share it count both sides. */
  newsOf(feature: number): number {
    const share = (this.daysOf[feature] ?? 0) / (this.days + DAILY.days);
    return Math.sqrt(1 - DAILY.share * share);
  }

  /** Takes the report's features into account, then weighs them. */
  take(features: StoryFeatures): Weighed {
    this.reports++;
    if (features.day !== null && features.day !== this.day) {
      this.day = features.day;
      this.days++;
    }
    const words = this.wordsOf(features);
    const names = this.namesOf(features);
    for (const feature of words.keys()) this.count(feature);
    for (const feature of names.keys()) this.count(feature);
    const titled = this.ascending([...words.keys()].slice(0, features.titled));
    const isEvent = (feature: number): boolean => EVENT_WITH_PLACE.test(this.labelOf(feature));
    return {
      words: this.unit(words, WORDS_COMPARED),
      names: this.unit(names, Number.POSITIVE_INFINITY),
      title: this.newsIn(titled),
      subject: this.subjectIn(titled),
      events: this.ascending([...names.keys()].filter(isEvent)),
    };
  }

  private ascending(features: number[]): Int32Array {
    return this.slabs.keepInts(features.sort((a, b) => a - b));
  }

  private count(feature: number): void {
    this.holders[feature] = (this.holders[feature] ?? 0) + 1;
    if (this.lastDays[feature] === this.days) return;
    this.lastDays[feature] = this.days;
    this.daysOf[feature] = (this.daysOf[feature] ?? 0) + 1;
  }

  private wordsOf({ words, titled, counts, language }: StoryFeatures): Map<number, number> {
    const out = new Map<number, number>();
    if (words === "") return out;
    let at = 0;
    for (const word of words.split(" ")) {
      const count = counts.charCodeAt(at) - DIGIT_ZERO;
      const weight = (1 + Math.log(Math.max(1, count))) * (at < titled ? TITLE : 1);
      const feature = this.wordNumber(word, language);
      out.set(feature, Math.max(weight, out.get(feature) ?? 0));
      at++;
    }
    return out;
  }

  private namesOf({ names, nameWeights }: StoryFeatures): Map<number, number> {
    const out = new Map<number, number>();
    if (names === "") return out;
    for (const [at, name] of names.split("\n").entries()) {
      out.set(this.numberOf(`=${name}`, name), (nameWeights[at] ?? 0) / 10);
    }
    return out;
  }

  private newsIn(features: Int32Array): SparseVector {
    const length = Math.sqrt(Math.max(1, features.length));
    const weights = Array.from(features, (one) => this.newsOf(one) / length);
    return { features, weights: this.slabs.keepFloats(weights) };
  }

  private subjectIn(features: Int32Array): SparseVector {
    const weights = Float64Array.from(features, (one) => this.rarityOf(one) * this.newsOf(one));
    const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0)) || 1;
    return { features, weights: this.slabs.keepFloats(weights.map((one) => one / length)) };
  }

  private wordNumber(word: string, language: string): number {
    let known = this.ofWord.get(language);
    if (!known) this.ofWord.set(language, (known = new Map()));
    let number = known.get(word);
    if (number === undefined) {
      number = this.numberOf(spellingOf(language).stemOf(word), word);
      known.set(word, number);
    }
    return number;
  }

  private numberOf(key: string, label: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.holders.push(0) - 1;
      this.labels.push(label);
      this.happenings.push(HAPPENING.test(label));
      this.numbers.set(key, number);
    }
    return number;
  }

  private unit(weighted: ReadonlyMap<number, number>, most: number): SparseVector {
    const values: [feature: number, value: number][] = [];
    for (const [feature, weight] of weighted) {
      values.push([feature, weight * this.rarityOf(feature)]);
    }
    if (values.length > most) {
      values.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      values.length = most;
    }
    values.sort((a, b) => a[0] - b[0]);
    let square = 0;
    for (const [, value] of values) square += value * value;
    const length = Math.sqrt(square) || 1;
    const features = values.map(([feature]) => feature);
    const weights = values.map(([feature, value]) => (value / length) * this.newsOf(feature));
    return { features: this.slabs.keepInts(features), weights: this.slabs.keepFloats(weights) };
  }
}

const DIGIT_ZERO = 48;
