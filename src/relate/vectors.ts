import { parseIsoDay } from "../core/calendar.js";
import type { ReportReading } from "../read/reading.js";
import { featuresOf } from "./features.js";
import type { ArticleWords } from "./words.js";

/** Words kept a report: the rarest by count × rarity. */
const WORDS_KEPT = 60;
/**
 * Rarity is counted as if so many more reports, of other stories, had been read: in a folder of
 * one crisis every report names its place, which is common there and rare in the press. In large
 * collections the reports themselves outweigh it.
 */
const OTHER_REPORTS = 200;

/** Feature numbers, ascending in no order that matters, and their weights; length one. */
export interface SparseVector {
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

export interface ReportVectors {
  readonly names: SparseVector;
  readonly words: SparseVector;
  /** Feature number of the place named most; -1 where none is. */
  readonly mainPlace: number;
  /** Day of publication; null where unknown. */
  readonly day: number | null;
}

export interface VectorSpace {
  readonly reports: readonly ReportVectors[];
  readonly nameCount: number;
  readonly wordCount: number;
  /** Names that no gazetteer knows: people, bodies and places of some story, not of the world. */
  readonly unlisted: ReadonlySet<number>;
}

/** What each report is about, with weights by how rare a feature is among the reports given. */
export function vectorsOf(
  readings: readonly ReportReading[],
  articles: readonly ArticleWords[],
): VectorSpace {
  const [names, words] = [new Vocabulary(), new Vocabulary()];
  const drafts = readings.map((reading, at) => {
    const features = featuresOf(reading, articles[at] as ArticleWords);
    return {
      names: names.encode(features.names),
      words: words.encode(features.words),
      mainPlace: features.mainPlace === null ? -1 : names.idOf(features.mainPlace),
    };
  });
  const count = readings.length;
  const reports = drafts.map((draft, at): ReportVectors => {
    const published = readings[at]?.report.published.start;
    const rarity =
      (vocabulary: Vocabulary) =>
      (id: number): number =>
        Math.log((count + OTHER_REPORTS) / vocabulary.frequency(id));
    const wordRarity = rarity(words);
    const kept = rarest(draft.words, words, wordRarity);
    return {
      names: unit(draft.names, rarity(names)),
      words: unit(kept, wordRarity),
      mainPlace: draft.mainPlace,
      day: published ? parseIsoDay(published) : null,
    };
  });
  return {
    reports,
    nameCount: names.size,
    wordCount: words.size,
    unlisted: names.idsOf((name) => UNLISTED.test(name)),
  };
}

/** Keys made of a name itself (`features.ts`), not of a gazetteer's id or an event. */
const UNLISTED = /^(?:person|organization|place):[^a-z]/;

type Weighted = readonly (readonly [id: number, weight: number])[];

/** Numbers for features, and in how many reports each was met. */
class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly counts: number[] = [];

  get size(): number {
    return this.counts.length;
  }

  idOf(feature: string): number {
    const known = this.ids.get(feature);
    if (known !== undefined) return known;
    this.ids.set(feature, this.counts.length);
    return this.counts.push(0) - 1;
  }

  encode(weights: ReadonlyMap<string, number>): Weighted {
    return [...weights].map(([feature, weight]) => {
      const id = this.idOf(feature);
      this.counts[id] = (this.counts[id] ?? 0) + 1;
      return [id, weight];
    });
  }

  idsOf(wanted: (feature: string) => boolean): ReadonlySet<number> {
    return new Set([...this.ids].filter(([name]) => wanted(name)).map(([, id]) => id));
  }

  frequency(id: number): number {
    return Math.max(1, this.counts[id] ?? 1);
  }
}

/** A word of one report alone links nothing and is dropped. */
function rarest(words: Weighted, vocabulary: Vocabulary, rarity: (id: number) => number): Weighted {
  return words
    .filter(([id]) => vocabulary.frequency(id) > 1)
    .map(([id, weight]) => ({ id, weight, value: weight * rarity(id) }))
    .sort((a, b) => b.value - a.value || a.id - b.id)
    .slice(0, WORDS_KEPT)
    .map(({ id, weight }) => [id, weight] as const);
}

function unit(weights: Weighted, rarity: (id: number) => number): SparseVector {
  const features = Int32Array.from(weights, ([id]) => id);
  const values = Float64Array.from(weights, ([id, weight]) => weight * rarity(id));
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square);
  return { features, weights: length > 0 ? values.map((value) => value / length) : values };
}
