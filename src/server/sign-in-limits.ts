/**
 * Who errs in signing in waits, each time twice as long: by name and address together, and more
 * patiently by either alone, since an address may be a whole house and a name may be anybody's to err in.
 */

interface Patience {
  /** Attempts that go without a delay. */
  readonly free: number;
  /** Seconds at most. */
  readonly longest: number;
}

const BOTH: Patience = { free: 5, longest: 15 * 60 };
const ADDRESS: Patience = { free: 30, longest: 15 * 60 };
/** Who errs on purpose in another's name must not keep that one out for long. */
const NAME: Patience = { free: 20, longest: 60 };

/** Names and addresses that are kept; those that erred longest ago are let go. */
const MOST_KEPT = 10_000;
/** Milliseconds after which what was is forgotten. */
const FORGOTTEN = 24 * 3600_000;

interface Tries {
  readonly count: number;
  readonly last: number;
}

export class SignInLimits {
  private readonly tries = new Map<string, Tries>();

  constructor(private readonly now: () => number = Date.now) {}

  /**
   * Notes an attempt before it is known how it ends, so that many at once are many.
   * @returns seconds to wait before the next that is looked at; 0 where this one is
   */
  begin(name: string, address: string): number {
    const keys = keysOf(name, address);
    const wait = Math.max(...keys.map(([key, patience]) => this.waitFor(key, patience)));
    if (wait > 0) return Math.ceil(wait);
    for (const [key] of keys) this.note(key);
    return 0;
  }

  succeeded(name: string, address: string): void {
    const [both, , ofName] = keysOf(name, address);
    for (const [key] of [both, ofName]) this.tries.delete(key);
  }

  private waitFor(key: string, { free, longest }: Patience): number {
    const tries = this.tries.get(key);
    if (!tries || tries.count < free) return 0;
    const delay = Math.min(2 ** (tries.count - free), longest);
    return delay - (this.now() - tries.last) / 1000;
  }

  private note(key: string): void {
    const before = this.tries.get(key);
    const now = this.now();
    const count = before && now - before.last < FORGOTTEN ? before.count + 1 : 1;
    this.tries.delete(key);
    this.tries.set(key, { count, last: now });
    const [oldest] = this.tries.keys();
    if (this.tries.size > MOST_KEPT && oldest !== undefined) this.tries.delete(oldest);
  }
}

type Key = readonly [string, Patience];

function keysOf(name: string, address: string): readonly [Key, Key, Key] {
  const from = networkOf(address);
  return [
    [`both ${from} ${name}`, BOTH],
    [`address ${from}`, ADDRESS],
    [`name ${name}`, NAME],
  ];
}

/** A household has a whole /64 of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  return address.split(":").slice(0, 4).join(":");
}
