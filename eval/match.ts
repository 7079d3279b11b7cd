/** Placing labels in their text, and pairing them with what the engine gave. */
import type { Range } from "../src/core/contract.js";

export const overlap = (a: Range, b: Range): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** The ranges of `needle` in `text`, left to right, not overlapping one another. */
export function occurrences(text: string, needle: string): readonly Range[] {
  const found: Range[] = [];
  if (needle === "") return found;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    found.push([at, at + needle.length]);
  }
  return found;
}

/** The first place of a phrase whose words may be parted by any white space, a line break too. */
export function findWords(text: string, phrase: string): Range | null {
  const words = phrase.trim().split(/\s+/);
  const first = words[0] ?? "";
  if (first === "") return null;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + first.length;
    const rest = words.slice(1).every((word) => {
      let next = end;
      while (/\s/.test(text[next] ?? "")) next++;
      if (next === end || !text.startsWith(word, next)) return false;
      end = next + word.length;
      return true;
    });
    if (rest) return [at, end];
  }
  return null;
}

/**
 * The ranges where each label's evidence can stand. Labels quote their evidence without offsets,
 * so a phrase that occurs as often as it is labelled is given out in order, and a short phrase
 * (`أمس`) does not take a place inside a longer labelled one (`يوم أمس`) while it has another.
 * A phrase that occurs more often than it is labelled may stand at any of its places.
 * @throws where a label's evidence is not in the text: the label is broken, not the engine
 */
export function locate(text: string, evidence: readonly string[]): readonly (readonly Range[])[] {
  const places: (readonly Range[])[] = evidence.map(() => []);
  const byPhrase = new Map<string, number[]>();
  evidence.forEach((phrase, index) => {
    byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), index]);
  });
  const taken: Range[] = [];
  const phrases = [...byPhrase].sort(([a], [b]) => b.length - a.length);
  for (const [phrase, indexes] of phrases) {
    const all = occurrences(text, phrase);
    if (all.length === 0) throw new Error(`label evidence is not in its text: ${phrase}`);
    const free = all.filter((range) => !taken.some((other) => overlap(range, other) > 0));
    const pool = free.length >= indexes.length ? free : all;
    const inOrder = pool.length === indexes.length;
    indexes.forEach((index, turn) => {
      places[index] = inOrder ? pool.slice(turn, turn + 1) : pool;
    });
    if (inOrder) taken.push(...pool);
  }
  return places;
}

/** A label quotes its evidence; some give the range too, and then it stands there and nowhere else. */
export interface PlacedLabel {
  readonly evidence: string;
  readonly span?: Range | undefined;
}

/** The ranges where each label's evidence can stand. */
export function placesOf(
  text: string,
  labels: readonly PlacedLabel[],
): readonly (readonly Range[])[] {
  const loose = labels.filter(({ span }) => !span);
  const located = locate(
    text,
    loose.map(({ evidence }) => evidence),
  );
  return labels.map((label) => (label.span ? [label.span] : (located[loose.indexOf(label)] ?? [])));
}

/**
 * Pairs labels with predictions so that as many labels as possible have one, none shared; among
 * equals the pair of greater weight is tried first. Kuhn's augmenting paths.
 * @param weigh 0 or less where the two may not be paired
 * @returns for each label the index of its prediction, or null
 */
export function pair<L, P>(
  labels: readonly L[],
  predictions: readonly P[],
  weigh: (label: L, prediction: P) => number,
): readonly (number | null)[] {
  const edges = labels.map((label) =>
    predictions
      .map((prediction, index) => ({ index, weight: weigh(label, prediction) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.index - b.index)
      .map(({ index }) => index),
  );
  const labelOf: (number | undefined)[] = predictions.map(() => undefined);
  const augment = (label: number, seen: Set<number>): boolean => {
    for (const prediction of edges[label] ?? []) {
      if (seen.has(prediction)) continue;
      seen.add(prediction);
      const holder = labelOf[prediction];
      if (holder === undefined || augment(holder, seen)) {
        labelOf[prediction] = label;
        return true;
      }
    }
    return false;
  };
  labels.forEach((_, label) => {
    augment(label, new Set());
  });
  const result: (number | null)[] = labels.map(() => null);
  labelOf.forEach((label, prediction) => {
    if (label !== undefined) result[label] = prediction;
  });
  return result;
}
