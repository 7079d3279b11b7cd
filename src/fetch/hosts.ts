/** Manners towards hosts: one question at a time, a pause between two, none while a host asks for none. */
import PQueue from "p-queue";
import { portOf } from "./address.js";
import type { Clock } from "./clock.js";

interface Host {
  readonly queue: PQueue;
  /** By `Clock.elapsed`: not asked before. */
  freeAt: number;
  heldUntil: number;
}

/** Beyond so many, those that nothing is known of any more are forgotten. */
const MOST_KEPT = 2000;

export class Hosts {
  private readonly hosts = new Map<string, Host>();
  private readonly all: PQueue;

  /** @param concurrency questions under way at a time, to all hosts together */
  constructor(
    private readonly clock: Clock,
    concurrency: number,
  ) {
    this.all = new PQueue({ concurrency });
  }

  /**
   * Does it when it is the host's turn.
   * @param pause milliseconds that the host is left alone afterwards
   */
  async inTurn<T>(
    url: URL,
    pause: () => number,
    work: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const host = this.hostOf(url);
    return host.queue.add(async () => {
      await this.clock.wait(host.freeAt - this.clock.elapsed(), signal);
      try {
        return await this.all.add(work);
      } finally {
        host.freeAt = this.clock.elapsed() + pause();
      }
    });
  }

  /** Leaves a host alone, as it asked. */
  hold(url: URL, seconds: number): void {
    const host = this.hostOf(url);
    host.heldUntil = Math.max(host.heldUntil, this.clock.elapsed() + seconds * 1000);
  }

  /** Seconds that the host asked to be left alone for, from now. */
  heldFor(url: URL): number {
    const { heldUntil } = this.hostOf(url);
    return Math.max(0, Math.ceil((heldUntil - this.clock.elapsed()) / 1000));
  }

  private hostOf(url: URL): Host {
    const name = `${url.hostname}:${portOf(url)}`;
    const known = this.hosts.get(name);
    if (known) return known;
    if (this.hosts.size >= MOST_KEPT) this.forget();
    const host = { queue: new PQueue({ concurrency: 1 }), freeAt: 0, heldUntil: 0 };
    this.hosts.set(name, host);
    return host;
  }

  private forget(): void {
    const now = this.clock.elapsed();
    for (const [name, { queue, freeAt, heldUntil }] of this.hosts) {
      const isIdle = queue.size === 0 && queue.pending === 0;
      if (isIdle && freeAt <= now && heldUntil <= now) this.hosts.delete(name);
    }
  }
}
