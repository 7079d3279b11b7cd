/** Bytes that come in pieces, read line by line and in stretches. */
export class ByteStream {
  private readonly pieces: Iterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  private at = 0;
  private failed: unknown = null;

  constructor(pieces: Iterable<Buffer>) {
    this.pieces = pieces[Symbol.iterator]();
  }

  /** Why the bytes ended before they should have; null where nothing was wrong. */
  get failure(): unknown {
    return this.failed;
  }

  /** Lets the source go, where reading ends before it does. */
  close(): void {
    this.pieces.return?.();
  }

  /** Makes the next piece the held one; false at the end. */
  private next(): boolean {
    try {
      for (;;) {
        const { done, value } = this.pieces.next();
        if (done) return false;
        if (value.length === 0) continue;
        this.held = value;
        this.at = 0;
        return true;
      }
    } catch (error) {
      this.failed = error;
      return false;
    }
  }

  /** The next line as Latin letters, without its end; null at the end. What is longer than `max` is cut. */
  line(max: number): string | null {
    let line = "";
    let isAny = false;
    for (;;) {
      if (this.at >= this.held.length && !this.next()) return isAny ? line : null;
      isAny = true;
      const end = this.held.indexOf(0x0a, this.at);
      const stop = end < 0 ? this.held.length : end;
      if (line.length < max) {
        line += this.held.toString("latin1", this.at, Math.min(stop, this.at + max - line.length));
      }
      this.at = end < 0 ? this.held.length : end + 1;
      if (end >= 0) return line.endsWith("\r") ? line.slice(0, -1) : line;
    }
  }

  /** The next `size` bytes, fewer at the end. */
  take(size: number): Buffer {
    const parts: Buffer[] = [];
    let left = size;
    while (left > 0) {
      if (this.at >= this.held.length && !this.next()) break;
      const part = this.held.subarray(this.at, this.at + left);
      // A piece lives until the next.
      parts.push(Buffer.from(part));
      this.at += part.length;
      left -= part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** Passes over `size` bytes; gives how many there were. */
  skip(size: number): number {
    let left = size;
    while (left > 0) {
      if (this.at >= this.held.length && !this.next()) break;
      const step = Math.min(left, this.held.length - this.at);
      this.at += step;
      left -= step;
    }
    return size - left;
  }
}
