import type { SparseVector } from "./space.js";

/** A feature links a report to so many of its latest holders and no more. */
const MOST_HOLDERS = 160;

/** Most features are met a few times. A list that is pushed to makes room for sixteen more; one made anew does not. */
const FEW = 12;

/** The latest of them stand from the back; lists are cut when they are twice as long as they may be. */
interface Holders {
  reports: number[];
  weights: number[];
}

/** A report that shares features with another, and how like they are by them, 0 to 1. */
export interface Near {
  readonly report: number;
  readonly words: number;
  readonly names: number;
}

/**
 * An inverted index over the latest reports. Reports are numbered in the order in which they are
 * posted; of each feature only the latest holders are kept, so that what is old is forgotten and a
 * search costs at most `MOST_HOLDERS` steps a feature, however many reports there have been.
 */
export class Window {
  private readonly words: (Holders | undefined)[] = [];
  private readonly names: (Holders | undefined)[] = [];
  private wordDot = new Float64Array(1024);
  private nameDot = new Float64Array(1024);

  /** @param report one more than the one posted before it */
  post(report: number, words: SparseVector, names: SparseVector): void {
    if (report >= this.wordDot.length) {
      this.wordDot = new Float64Array(this.wordDot.length * 2);
      this.nameDot = new Float64Array(this.wordDot.length);
    }
    post(this.words, words, report);
    post(this.names, names, report);
  }

  /**
   * The reports posted that are like it by words and names together, in the order of their numbers.
   * @param isLike told from the two likenesses
   */
  near(
    words: SparseVector,
    names: SparseVector,
    isLike: (words: number, names: number) => boolean,
  ): Near[] {
    const { wordDot, nameDot } = this;
    const touched: number[] = [];
    collect(this.words, words, wordDot, nameDot, touched);
    collect(this.names, names, nameDot, wordDot, touched);
    const out: Near[] = [];
    for (const report of touched) {
      const byWords = wordDot[report] as number;
      const byNames = nameDot[report] as number;
      if (isLike(byWords, byNames)) out.push({ report, words: byWords, names: byNames });
      wordDot[report] = 0;
      nameDot[report] = 0;
    }
    return out.sort((a, b) => a.report - b.report);
  }
}

/** Adds the products of the vector with those of the reports posted, and notes each report once. */
function collect(
  index: readonly (Holders | undefined)[],
  { features, weights: own }: SparseVector,
  dots: Float64Array,
  others: Float64Array,
  touched: number[],
): void {
  for (let i = 0; i < features.length; i++) {
    const holders = index[features[i] as number];
    if (!holders) continue;
    const { reports, weights } = holders;
    const weight = own[i] as number;
    const from = Math.max(0, reports.length - MOST_HOLDERS);
    for (let k = from; k < reports.length; k++) {
      const report = reports[k] as number;
      if (dots[report] === 0 && others[report] === 0) touched.push(report);
      dots[report] = (dots[report] as number) + weight * (weights[k] as number);
    }
  }
}

function post(index: (Holders | undefined)[], vector: SparseVector, report: number): void {
  for (let i = 0; i < vector.features.length; i++) {
    const weight = vector.weights[i] as number;
    if (weight === 0) continue;
    const feature = vector.features[i] as number;
    const holders = index[feature];
    if (!holders) {
      index[feature] = { reports: [report], weights: [weight] };
      continue;
    }
    if (holders.reports.length < FEW) {
      holders.reports = holders.reports.concat(report);
      holders.weights = holders.weights.concat(weight);
      continue;
    }
    if (holders.reports.length >= 2 * MOST_HOLDERS) {
      holders.reports.splice(0, MOST_HOLDERS);
      holders.weights.splice(0, MOST_HOLDERS);
    }
    holders.reports.push(report);
    holders.weights.push(weight);
  }
}
