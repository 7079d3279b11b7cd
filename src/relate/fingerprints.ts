/** Words a shingle. With `WINDOW`, every common run of SHINGLE + WINDOW - 1 = 8 words is found. */
export const SHINGLE = 5;
const WINDOW = 4;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  }
  return hash >>> 0;
}

/**
 * The hash of every run of `SHINGLE` words, by where it starts.
 * @param hashes of the words, in order
 */
export function shinglesOf(hashes: Uint32Array): Uint32Array {
  const count = Math.max(0, hashes.length - SHINGLE + 1);
  const out = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = FNV_OFFSET;
    for (let k = 0; k < SHINGLE; k++) {
      hash = Math.imul(hash ^ (hashes[at + k] as number), FNV_PRIME);
      hash ^= hash >>> 15;
    }
    out[at] = hash >>> 0;
  }
  return out;
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): the smallest hash of each window of shingles.
 * In the order of the text; one that is the smallest of several windows in a row stands there once.
 */
export function winnow(shingles: Uint32Array): number[] {
  const kept: number[] = [];
  const last = Math.max(0, shingles.length - WINDOW);
  for (let from = 0; from <= last && shingles.length > 0; from++) {
    const end = Math.min(from + WINDOW, shingles.length);
    let smallest = shingles[from] as number;
    for (let at = from + 1; at < end; at++) {
      if ((shingles[at] as number) < smallest) smallest = shingles[at] as number;
    }
    if (smallest !== kept[kept.length - 1]) kept.push(smallest);
  }
  return kept;
}
