/** Numbers in a slab: how many there are room for; what asks for more gets an array of its own. */
const SLAB = 1 << 15;

type Numbers = Int32Array | Uint32Array | Float64Array;

/** Lists of one kind of number, one behind the other. */
class Slab<T extends Numbers> {
  private used = SLAB;
  private slab: T;

  constructor(private readonly make: (length: number) => T) {
    this.slab = make(0);
  }

  keep(values: ArrayLike<number>): T {
    const { length } = values;
    if (length > SLAB) {
      const own = this.make(length);
      own.set(values);
      return own;
    }
    if (this.used + length > SLAB) {
      this.slab = this.make(SLAB);
      this.used = 0;
    }
    const kept = this.slab.subarray(this.used, this.used + length) as T;
    kept.set(values);
    this.used += length;
    return kept;
  }
}

/**
 * Short lists of numbers that are kept as long as a press is, many in one piece of memory: a typed array
 * of its own takes twice as much beside its numbers as a part of a larger one.
 */
export class Slabs {
  private readonly ints = new Slab((length) => new Int32Array(length));
  private readonly hashes = new Slab((length) => new Uint32Array(length));
  private readonly floats = new Slab((length) => new Float64Array(length));

  /** The same numbers, to be kept. */
  keepInts = (values: ArrayLike<number>): Int32Array => this.ints.keep(values);
  keepHashes = (values: Uint32Array): Uint32Array => this.hashes.keep(values);
  keepFloats = (values: ArrayLike<number>): Float64Array => this.floats.keep(values);
}
