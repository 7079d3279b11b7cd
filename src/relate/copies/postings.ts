import type { Fingerprint } from "./fingerprints.js";

/** Every chosen shingle of every report beside its report, by shingle, then report. */
export interface Postings {
  readonly hashes: Uint32Array;
  /** The report each stands in, by its place among those given. */
  readonly reports: Uint32Array;
  /** Where the shingles of each report stand here; those of report `r` from `firsts[r]` on. */
  readonly places: Uint32Array;
  readonly firsts: Uint32Array;
}

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
/** Fewer are sorted as they stand: the radix sort goes through all its digits for any number. */
const FEW = 1 << 14;

/** A radix sort: linear, and in four arrays of numbers. */
export function postingsOf(fingerprints: readonly Fingerprint[]): Postings {
  const firsts = new Uint32Array(fingerprints.length + 1);
  for (const [report, { minima }] of fingerprints.entries()) {
    firsts[report + 1] = (firsts[report] as number) + minima.length;
  }
  const size = firsts[fingerprints.length] as number;
  const given = new Uint32Array(size);
  const owners = new Uint32Array(size);
  for (const [report, { minima }] of fingerprints.entries()) {
    const first = firsts[report] as number;
    given.set(minima, first);
    owners.fill(report, first, first + minima.length);
  }
  const order = size < FEW ? sorted(given) : radixSorted(given);
  const hashes = new Uint32Array(size);
  const reports = new Uint32Array(size);
  const places = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const from = order[at] as number;
    hashes[at] = given[from] as number;
    reports[at] = owners[from] as number;
    places[from] = at;
  }
  return { hashes, reports, places, firsts };
}

/** The places of the keys by key, then place: both are sorted as one number, of fewer than 53 bits. */
function sorted(keys: Uint32Array): Uint32Array {
  const placed = Float64Array.from(keys, (key, place) => key * FEW + place).sort();
  return Uint32Array.from(placed, (one) => one % FEW);
}

function radixSorted(keys: Uint32Array): Uint32Array {
  let order: Uint32Array = Uint32Array.from(keys.keys());
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) order = sortedBy(order, keys, shift);
  return order;
}

/** One pass of the sort, by 16 bits of each key; what is equal there keeps its order. */
function sortedBy(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  const digitOf = (place: number): number => ((keys[place] as number) >>> shift) & (DIGITS - 1);
  for (const place of order) {
    const digit = digitOf(place) + 1;
    starts[digit] = (starts[digit] as number) + 1;
  }
  for (let i = 1; i <= DIGITS; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const out = new Uint32Array(order.length);
  for (const place of order) {
    const digit = digitOf(place);
    const to = starts[digit] as number;
    starts[digit] = to + 1;
    out[to] = place;
  }
  return out;
}
