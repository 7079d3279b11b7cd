/** How much one may ask for: so many requests a second, and some more at once. */

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Who pages through everything by a program needs no more; who would stop the service gets no more. */
export const API_RATE: Rate = { perSecond: 50, burst: 300 };
/** Who has not signed in has little to ask for. */
export const NOBODYS_RATE: Rate = { perSecond: 10, burst: 60 };

const MOST_KEPT = 20_000;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by key; those that were not asked for longest are let go, full again by then. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @returns seconds to wait; 0 where it may be answered */
  take(key: string, { perSecond, burst }: Rate): number {
    const now = this.now();
    const bucket = this.buckets.get(key) ?? { left: burst, at: now };
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > MOST_KEPT && oldest !== undefined) this.buckets.delete(oldest);
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
    bucket.left--;
    return 0;
  }
}
