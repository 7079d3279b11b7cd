import type { SparseVector } from "./space.js";

/** The sum of products; both ascending. Steps: the shorter's length, times the logarithm of a far longer one. */
export function product(a: SparseVector, b: SparseVector): number {
  const [short, long] = a.features.length <= b.features.length ? [a, b] : [b, a];
  if (long.features.length > SEARCHED_FROM * short.features.length) return searched(short, long);
  let [atA, atB, sum] = [0, 0, 0];
  while (atA < a.features.length && atB < b.features.length) {
    const [x, y] = [a.features[atA] as number, b.features[atB] as number];
    if (x === y) sum += (a.weights[atA] as number) * (b.weights[atB] as number);
    if (x <= y) atA++;
    if (y <= x) atB++;
  }
  return sum;
}

const SEARCHED_FROM = 8;

function searched(short: SparseVector, long: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < short.features.length; at++) {
    const found = placeOf(long.features, short.features[at] as number);
    if (found >= 0) sum += (short.weights[at] as number) * (long.weights[found] as number);
  }
  return sum;
}

/** Where the number stands among ascending ones; -1 where it does not. */
export function placeOf(ascending: Int32Array, wanted: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Feature by feature; ascending as both are. */
export function sumOf(a: SparseVector, b: SparseVector): SparseVector {
  const features = new Int32Array(a.features.length + b.features.length);
  const weights = new Float64Array(features.length);
  let [atA, atB, kept] = [0, 0, 0];
  while (atA < a.features.length || atB < b.features.length) {
    const x = a.features[atA] ?? Number.POSITIVE_INFINITY;
    const y = b.features[atB] ?? Number.POSITIVE_INFINITY;
    features[kept] = Math.min(x, y);
    let weight = 0;
    if (x <= y) weight += a.weights[atA++] as number;
    if (y <= x) weight += b.weights[atB++] as number;
    weights[kept++] = weight;
  }
  return { features: features.slice(0, kept), weights: weights.slice(0, kept) };
}

export function lengthOf({ weights }: SparseVector): number {
  let square = 0;
  for (const weight of weights) square += weight * weight;
  return Math.sqrt(square) || 1;
}
