import type { ReportReading } from "../read/reading.js";
import type { Articles } from "./articles.js";
import { DisjointSets } from "./disjoint-sets.js";
import { joinStrays } from "./strays.js";
import { type ReportVectors, type SparseVector, vectorsOf } from "./vectors.js";

/** Reports of one story: indices into the readings given, in order of day, then id. */
export interface StoryGroup {
  readonly members: readonly number[];
}

/** Each report joins the story it is nearest to from this likeness on (0 to 1). */
const JOIN_FROM = 0.25;
/** Reports that share their main place and several names are one story though their words differ. */
const SAME_PLACE_BONUS = 0.15;
const NAMES_FOR_BONUS = 3;
/** Likeness falls to 1/e over this many days between two reports … */
const DECAY_DAYS = 12;
/** … and over so many times as many where they share this many names: who is in a story stays in it. */
const NAMES_THAT_LAST = 6;
/** Likeness of reports of which one has no day: they may be of any time. */
const UNDATED = 0.85;
/** Share of names in the likeness of two reports that have any; the rest is words. */
const NAME_SHARE = 0.6;
/** A feature found in more reports than this is left out: it would link everything to everything. */
const MOST_POSTINGS = 400;
/** A story is judged by its nearest members; one very near report is nearly enough. */
const NEAREST = 3;
const NEAREST_ALONE = 0.9;

/**
 * Groups readings into stories: each report, in order of day, joins the story whose nearest
 * reports it resembles most, or opens one. Likeness is summed through an inverted index, so cost
 * grows with the reports that share a feature, of which each brings at most `MOST_POSTINGS`.
 */
export function groupStories(readings: readonly ReportReading[], articles: Articles): StoryGroup[] {
  const space = vectorsOf(readings, articles);
  const order = chronological(readings);
  const sets = new DisjointSets(readings.length);
  const neighbours = new Neighbours(space.reports, space.nameCount, space.wordCount);
  for (const at of order) {
    const home = nearestStory(neighbours.of(at), sets);
    if (home !== null) sets.join(home, at);
    neighbours.add(at);
  }
  joinStrays(space, sets);
  const rank = new Int32Array(readings.length);
  for (const [position, at] of order.entries()) rank[at] = position;
  const byRank = (a: number, b: number): number => (rank[a] ?? 0) - (rank[b] ?? 0);
  return sets
    .sets()
    .map((members) => ({ members: members.sort(byRank) }))
    .sort((a, b) => byRank(a.members[0] ?? 0, b.members[0] ?? 0));
}

/** Indices by day of publication (unknown last), then report id. */
export function chronological(readings: readonly ReportReading[]): number[] {
  const keys = readings.map(({ report }) => `${report.published.start ?? "9999"} ${report.id}`);
  return keys
    .map((_, at) => at)
    .sort((a, b) => {
      const [x, y] = [keys[a] ?? "", keys[b] ?? ""];
      return x < y ? -1 : x > y ? 1 : a - b;
    });
}

/** Reports that hold a feature, and its weight in each. */
interface Posting {
  readonly reports: number[];
  readonly weights: number[];
}

/** The inverted index of the reports placed so far. */
class Neighbours {
  private readonly names: (Posting | undefined)[];
  private readonly words: (Posting | undefined)[];
  private readonly nameDot: Float64Array;
  private readonly wordDot: Float64Array;
  private readonly sharedNames: Int32Array;

  constructor(
    private readonly vectors: readonly ReportVectors[],
    nameCount: number,
    wordCount: number,
  ) {
    this.names = new Array(nameCount);
    this.words = new Array(wordCount);
    this.nameDot = new Float64Array(vectors.length);
    this.wordDot = new Float64Array(vectors.length);
    this.sharedNames = new Int32Array(vectors.length);
  }

  add(at: number): void {
    const vector = this.vectors[at] as ReportVectors;
    post(this.names, vector.names, at);
    post(this.words, vector.words, at);
  }

  /** Likeness, 0 to 1, of each report placed that comes near enough to count; in no order. */
  of(at: number): [report: number, likeness: number][] {
    const vector = this.vectors[at] as ReportVectors;
    const { nameDot, wordDot, sharedNames } = this;
    const touched: number[] = [];
    collect(this.names, vector.names, nameDot, wordDot, touched, sharedNames);
    collect(this.words, vector.words, wordDot, nameDot, touched, null);
    const out: [number, number][] = [];
    for (const report of touched) {
      const likeness = this.likeness(vector, report);
      if (likeness >= JOIN_FROM / 2) out.push([report, likeness]);
      nameDot[report] = 0;
      wordDot[report] = 0;
      sharedNames[report] = 0;
    }
    return out;
  }

  private likeness(vector: ReportVectors, report: number): number {
    const other = this.vectors[report] as ReportVectors;
    const [names, words] = [this.nameDot[report] as number, this.wordDot[report] as number];
    const named = vector.names.features.length > 0 && other.names.features.length > 0;
    let score = named ? NAME_SHARE * names + (1 - NAME_SHARE) * words : words;
    // Most reports share but a common word: days can only take from their likeness.
    if (score + SAME_PLACE_BONUS < JOIN_FROM / 2) return 0;
    const samePlace = vector.mainPlace !== -1 && vector.mainPlace === other.mainPlace;
    if (samePlace && (this.sharedNames[report] as number) >= NAMES_FOR_BONUS) {
      score += SAME_PLACE_BONUS;
    }
    if (vector.day !== null && other.day !== null) {
      const shared = this.sharedNames[report] as number;
      const lasting = DECAY_DAYS * (1 + shared / NAMES_THAT_LAST);
      score *= Math.exp(-Math.abs(vector.day - other.day) / lasting);
    } else score *= UNDATED;
    return Math.min(1, score);
  }
}

function post(index: (Posting | undefined)[], vector: SparseVector, report: number): void {
  for (let i = 0; i < vector.features.length; i++) {
    const feature = vector.features[i] as number;
    const posting = index[feature] ?? (index[feature] = { reports: [], weights: [] });
    if (posting.reports.length > MOST_POSTINGS) continue;
    posting.reports.push(report);
    posting.weights.push(vector.weights[i] as number);
  }
}

/** Adds the products of the vector with those of the reports posted, and notes each report once. */
function collect(
  index: readonly (Posting | undefined)[],
  vector: SparseVector,
  dots: Float64Array,
  others: Float64Array,
  touched: number[],
  shared: Int32Array | null,
): void {
  for (let i = 0; i < vector.features.length; i++) {
    const posting = index[vector.features[i] as number];
    if (!posting || posting.reports.length > MOST_POSTINGS) continue;
    const weight = vector.weights[i] as number;
    const { reports, weights } = posting;
    for (let k = 0; k < reports.length; k++) {
      const report = reports[k] as number;
      if (dots[report] === 0 && others[report] === 0) touched.push(report);
      dots[report] = (dots[report] as number) + weight * (weights[k] as number);
      if (shared) shared[report] = (shared[report] as number) + 1;
    }
  }
}

function nearestStory(
  likeness: readonly (readonly [report: number, likeness: number])[],
  sets: DisjointSets,
): number | null {
  const byStory = new Map<number, number[]>();
  for (const [other, score] of likeness) {
    const story = sets.find(other);
    const scores = byStory.get(story);
    if (scores) scores.push(score);
    else byStory.set(story, [score]);
  }
  let best: number | null = null;
  let bestScore = JOIN_FROM;
  for (const [story, scores] of [...byStory].sort((a, b) => a[0] - b[0])) {
    const nearest = scores.sort((a, b) => b - a).slice(0, NEAREST);
    const mean = nearest.reduce((sum, score) => sum + score, 0) / nearest.length;
    const score = Math.max(mean, (nearest[0] ?? 0) * NEAREST_ALONE);
    if (score > bestScore) {
      best = story;
      bestScore = score;
    }
  }
  return best;
}
