/** Numbers in a slab: how many there are room for; what asks for more gets an array of its own. */
const SLAB = 1 << 15;

/**
 * Short lists of numbers that are kept as long as a press is, many in one piece of memory: a typed array
 * of its own takes twice as much beside its numbers as a part of a larger one.
 */
export class Slabs {
  private ints = new Int32Array(0);
  private intsUsed = 0;
  private hashes = new Uint32Array(0);
  private hashesUsed = 0;
  private floats = new Float64Array(0);
  private floatsUsed = 0;

  /** The same numbers, to be kept. */
  keepInts(values: ArrayLike<number>): Int32Array {
    const { length } = values;
    if (length > SLAB) return Int32Array.from(values);
    if (this.intsUsed + length > this.ints.length) {
      this.ints = new Int32Array(SLAB);
      this.intsUsed = 0;
    }
    const kept = this.ints.subarray(this.intsUsed, this.intsUsed + length);
    kept.set(values);
    this.intsUsed += length;
    return kept;
  }

  keepHashes(values: Uint32Array): Uint32Array {
    const { length } = values;
    if (length > SLAB) return values.slice();
    if (this.hashesUsed + length > this.hashes.length) {
      this.hashes = new Uint32Array(SLAB);
      this.hashesUsed = 0;
    }
    const kept = this.hashes.subarray(this.hashesUsed, this.hashesUsed + length);
    kept.set(values);
    this.hashesUsed += length;
    return kept;
  }

  keepFloats(values: ArrayLike<number>): Float64Array {
    const { length } = values;
    if (length > SLAB) return Float64Array.from(values);
    if (this.floatsUsed + length > this.floats.length) {
      this.floats = new Float64Array(SLAB);
      this.floatsUsed = 0;
    }
    const kept = this.floats.subarray(this.floatsUsed, this.floatsUsed + length);
    kept.set(values);
    this.floatsUsed += length;
    return kept;
  }
}
