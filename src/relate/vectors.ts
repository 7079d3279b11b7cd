import { parseIsoDay } from "../core/calendar.js";
import type { ReportReading } from "../read/reading.js";
import type { Articles, Topics } from "./articles.js";
import { featuresOf } from "./features.js";

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
export function vectorsOf(readings: readonly ReportReading[], articles: Articles): VectorSpace {
  const topics = readings.map(({ report }) => articles.of(report).topics);
  const names = new Vocabulary<string>();
  const words = new Vocabulary<number>();
  const drafts = readings.map((reading, at) => {
    const features = featuresOf(reading);
    const { ids, weights } = topics[at] as Topics;
    return {
      names: names.encode([...features.names.keys()], [...features.names.values()]),
      words: words.encode(ids, weights),
      mainPlace: features.mainPlace === null ? -1 : names.idOf(features.mainPlace),
    };
  });
  const nameRarity = names.rarities(readings.length);
  const wordRarity = words.rarities(readings.length);
  const reports = drafts.map((draft, at): ReportVectors => {
    const published = readings[at]?.report.published.start;
    return {
      names: unit(draft.names, nameRarity),
      words: unit(rarest(draft.words, words, wordRarity), wordRarity),
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

/** Feature numbers and weights before rarity. */
interface Weighted {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** Numbers for features in the order in which they are met, and in how many reports each was. */
class Vocabulary<Feature> {
  private readonly ids = new Map<Feature, number>();
  private readonly counts: number[] = [];

  get size(): number {
    return this.counts.length;
  }

  idOf(feature: Feature): number {
    const known = this.ids.get(feature);
    if (known !== undefined) return known;
    this.ids.set(feature, this.counts.length);
    return this.counts.push(0) - 1;
  }

  /** The features of one report, each once, with their weights. */
  encode(features: ArrayLike<Feature>, weights: ArrayLike<number>): Weighted {
    const ids = new Int32Array(features.length);
    for (let i = 0; i < features.length; i++) {
      const id = this.idOf(features[i] as Feature);
      this.counts[id] = (this.counts[id] as number) + 1;
      ids[i] = id;
    }
    return { ids, weights: new Float64Array(weights) };
  }

  idsOf(wanted: (feature: Feature) => boolean): ReadonlySet<number> {
    const out = new Set<number>();
    for (const [feature, id] of this.ids) if (wanted(feature)) out.add(id);
    return out;
  }

  isShared(id: number): boolean {
    return (this.counts[id] as number) > 1;
  }

  /** How rare each feature is among so many reports, by its number. */
  rarities(reports: number): Float64Array {
    return Float64Array.from(this.counts, (count) =>
      Math.log((reports + OTHER_REPORTS) / Math.max(1, count)),
    );
  }
}

/** A word of one report alone links nothing and is dropped. */
function rarest(words: Weighted, vocabulary: Vocabulary<number>, rarity: Float64Array): Weighted {
  const { ids, weights } = words;
  const values = new Float64Array(ids.length);
  const order: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (!vocabulary.isShared(id)) continue;
    values[i] = (weights[i] as number) * (rarity[id] as number);
    order.push(i);
  }
  order.sort(
    (a, b) =>
      (values[b] as number) - (values[a] as number) || (ids[a] as number) - (ids[b] as number),
  );
  const kept = order.slice(0, WORDS_KEPT);
  const out = { ids: new Int32Array(kept.length), weights: new Float64Array(kept.length) };
  for (let i = 0; i < kept.length; i++) {
    const at = kept[i] as number;
    out.ids[i] = ids[at] as number;
    out.weights[i] = weights[at] as number;
  }
  return out;
}

function unit({ ids, weights }: Weighted, rarity: Float64Array): SparseVector {
  const values = new Float64Array(ids.length);
  let square = 0;
  for (let i = 0; i < ids.length; i++) {
    const value = (weights[i] as number) * (rarity[ids[i] as number] as number);
    values[i] = value;
    square += value * value;
  }
  const length = Math.sqrt(square);
  if (length > 0)
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / length;
  return { features: ids, weights: values };
}
