/** Answers ready to be sent, the ones asked for last: bounded by their bytes. */
export class ByteCache {
  private readonly kept = new Map<string, Promise<Uint8Array>>();
  private readonly sizes = new Map<string, number>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  /** Makes what is not there; who asks meanwhile waits for the same. */
  get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const made = make();
    this.kept.set(key, made);
    made.then(
      ({ byteLength }) => this.weigh(key, made, byteLength),
      () => this.drop(key, made),
    );
    return made;
  }

  private weigh(key: string, made: Promise<Uint8Array>, size: number): void {
    if (this.kept.get(key) !== made) return;
    this.sizes.set(key, size);
    this.bytes += size;
    for (const [oldest, one] of this.kept) {
      if (this.bytes <= this.most) return;
      this.drop(oldest, one);
    }
  }

  private drop(key: string, made: Promise<Uint8Array>): void {
    if (this.kept.get(key) !== made) return;
    this.kept.delete(key);
    this.bytes -= this.sizes.get(key) ?? 0;
    this.sizes.delete(key);
  }
}
