import { parseIsoDay } from "../core/calendar.js";
import type { ReportReading } from "../read/reading.js";
import { DisjointSets } from "./disjoint-sets.js";
import { type Features, featuresOf } from "./features.js";
import type { ArticleWords } from "./words.js";

/** Reports of one story: indices into the readings given, in order of day, then id. */
export interface StoryGroup {
  readonly members: readonly number[];
}

/** Each report joins the story it is nearest to from this likeness on (0 to 1). */
const JOIN_FROM = 0.23;
/** Reports that share their main place and several names are one story though their words differ. */
const SAME_PLACE_BONUS = 0.15;
const NAMES_FOR_BONUS = 3;
/** Likeness falls to 1/e over this many days between two reports. */
const DECAY_DAYS = 12;
/** Share of names and of words in the likeness of two reports. */
const NAME_SHARE = 0.6;
/** Words kept a report: the rarest by count × rarity. */
const WORDS_KEPT = 60;
/** A feature found in more reports than this finds no neighbours: it would link everything. */
const MOST_POSTINGS = 400;
/** A story is judged by its nearest members. */
const NEAREST = 3;
/** Names found everywhere keep some weight: a folder of one crisis has little else in common. */
const LEAST_NAME_RARITY = 0.5;

interface Vector {
  readonly names: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly mainPlace: string | null;
  readonly day: number | null;
}

/**
 * Groups readings into stories: each report, in order of day, joins the story whose nearest
 * reports it resembles most, or opens one. Neighbours are found through an inverted index, so cost
 * is linear in the number of reports as long as rare features stay rare.
 */
export function groupStories(
  readings: readonly ReportReading[],
  articles: readonly ArticleWords[],
): StoryGroup[] {
  const vectors = vectorsOf(readings, articles);
  const order = chronological(readings);
  const sets = new DisjointSets(readings.length);
  const index = new Map<string, number[]>();
  const placed: number[] = [];
  for (const at of order) {
    const vector = vectors[at] as Vector;
    const likeness = neighbours(vector, vectors, index);
    const home = nearestStory(likeness, sets);
    if (home !== null) sets.join(home, at);
    for (const feature of features(vector)) {
      const posting = index.get(feature);
      if (!posting) index.set(feature, [at]);
      else if (posting.length <= MOST_POSTINGS) posting.push(at);
    }
    placed.push(at);
  }
  const rank = new Map(order.map((at, position) => [at, position]));
  return sets
    .sets()
    .map((members) => ({
      members: members.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
    }))
    .sort((a, b) => (rank.get(a.members[0] ?? 0) ?? 0) - (rank.get(b.members[0] ?? 0) ?? 0));
}

/** Indices by day of publication (unknown last), then report id. */
export function chronological(readings: readonly ReportReading[]): number[] {
  const key = (i: number): string => {
    const report = readings[i]?.report;
    return `${report?.published.start ?? "9999"} ${report?.id ?? ""}`;
  };
  const keys = readings.map((_, i) => key(i));
  return readings
    .map((_, i) => i)
    .sort((a, b) => ((keys[a] ?? "") < (keys[b] ?? "") ? -1 : keys[a] === keys[b] ? a - b : 1));
}

function* features(vector: Vector): Iterable<string> {
  yield* vector.names.keys();
  for (const word of vector.words.keys()) yield `word:${word}`;
}

function neighbours(
  vector: Vector,
  vectors: readonly Vector[],
  index: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const candidates = new Set<number>();
  for (const feature of features(vector)) {
    const posting = index.get(feature);
    if (!posting || posting.length > MOST_POSTINGS) continue;
    for (const other of posting) candidates.add(other);
  }
  const out = new Map<number, number>();
  for (const other of candidates) {
    const score = likenessOf(vector, vectors[other] as Vector);
    if (score >= JOIN_FROM / 2) out.set(other, score);
  }
  return out;
}

/** 0 to 1: how likely two reports tell of the same story. */
export function likenessOf(a: Vector, b: Vector): number {
  const names = cosine(a.names, b.names);
  const words = cosine(a.words, b.words);
  const named = a.names.size > 0 && b.names.size > 0;
  let score = named ? NAME_SHARE * names + (1 - NAME_SHARE) * words : words;
  if (a.mainPlace !== null && a.mainPlace === b.mainPlace) {
    let shared = 0;
    for (const name of a.names.keys()) {
      if (!name.startsWith("event:") && b.names.has(name)) shared++;
    }
    if (shared >= NAMES_FOR_BONUS) score += SAME_PLACE_BONUS;
  }
  if (a.day !== null && b.day !== null) score *= Math.exp(-Math.abs(a.day - b.day) / DECAY_DAYS);
  return Math.min(1, score);
}

function nearestStory(likeness: ReadonlyMap<number, number>, sets: DisjointSets): number | null {
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
    // One very near report is enough; otherwise several must agree.
    const score = Math.max(mean, (nearest[0] ?? 0) * 0.9);
    if (score > bestScore || (score === bestScore && best === null)) {
      best = story;
      bestScore = score;
    }
  }
  return best;
}

/** Cosine of two vectors that are already of length one. */
function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [key, weight] of small) dot += weight * (large.get(key) ?? 0);
  return dot;
}

function vectorsOf(
  readings: readonly ReportReading[],
  articles: readonly ArticleWords[],
): Vector[] {
  const all = readings.map((reading, i) => featuresOf(reading, articles[i] as ArticleWords));
  const count = all.length;
  const nameFrequency = frequencies(all.map((one) => one.names));
  const wordFrequency = frequencies(all.map((one) => one.words));
  return all.map((one, i) => {
    const published = readings[i]?.report.published.start;
    return {
      names: unit(one.names, (key) =>
        Math.max(LEAST_NAME_RARITY, Math.log((count + 1) / (nameFrequency.get(key) ?? 1))),
      ),
      words: unit(keepRarest(one, wordFrequency, count), (key) =>
        Math.log((count + 1) / (wordFrequency.get(key) ?? 1)),
      ),
      mainPlace: one.mainPlace,
      day: published ? parseIsoDay(published) : null,
    };
  });
}

function keepRarest(
  features: Features,
  frequency: ReadonlyMap<string, number>,
  count: number,
): Map<string, number> {
  // A word of one report alone links nothing, but its weight is part of what the report is about.
  const weighed = [...features.words].map(
    ([word, weight]) =>
      [word, weight, weight * Math.log((count + 1) / (frequency.get(word) ?? 1))] as const,
  );
  weighed.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  const kept = new Map<string, number>();
  for (const [word, weight] of weighed) {
    if (kept.size >= WORDS_KEPT) break;
    if ((frequency.get(word) ?? 0) > 1) kept.set(word, weight);
  }
  return kept;
}

function frequencies(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const one of all) for (const key of one.keys()) out.set(key, (out.get(key) ?? 0) + 1);
  return out;
}

function unit(
  weights: ReadonlyMap<string, number>,
  rarity: (key: string) => number,
): Map<string, number> {
  const out = new Map<string, number>();
  let square = 0;
  for (const [key, weight] of weights) {
    const value = weight * rarity(key);
    out.set(key, value);
    square += value * value;
  }
  const length = Math.sqrt(square);
  if (length > 0) for (const [key, value] of out) out.set(key, value / length);
  return out;
}
