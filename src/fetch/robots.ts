/**
 * What hosts permit to programs: robots.txt by RFC 9309. Where a host has none (4xx) all is permitted;
 * where it cannot be had (5xx, no answer) nothing is, until it can, unless an older one is known.
 */
import robotsModule from "robots-parser";
import type { Answered } from "./answer.js";
import type { Clock } from "./clock.js";
import { type FetchFailure, failure } from "./failure.js";
import { plainRobots } from "./robots-text.js";

/** Its types are those of an ES module, which it is not: what is imported is the function itself. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** Reads a robots.txt: its text, or why not. */
export type ReadRobots = (url: URL, signal: AbortSignal | undefined) => Promise<Answered>;

export type Permission =
  | {
      readonly kind: "permitted" /** Milliseconds between two questions. */;
      readonly delay: number;
    }
  | FetchFailure;

interface Known {
  readonly rules: ReturnType<typeof robotsParser> | null;
  /** Characters of patterns with wildcards, whose cost is their length times that of the path. */
  readonly wild: number;
  /** Why nothing is permitted; null where the rules hold. */
  readonly unknown: FetchFailure | null;
  /** By `Clock.elapsed`. */
  readonly until: number;
}

const HOUR = 3_600_000;
/** RFC 9309, 2.4: not longer than a day. */
const KEPT = 24 * HOUR;
/** A host whose robots.txt failed is not asked for it again before. */
const KEPT_UNKNOWN = HOUR / 6;
/** Bytes that are read of one (RFC 9309, 2.5). */
export const MOST_ROBOTS_BYTES = 500 * 1024;
/** Not more of `Crawl-delay` is kept to; who asks for more is asked rarely anyway. */
const LONGEST_DELAY = 60_000;
const MOST_KEPT = 2000;
/** Steps of matching one path: a hundredth of a second. */
const MOST_STEPS = 20_000_000;

export class Robots {
  private readonly known = new Map<string, Known>();
  private readonly asked = new Map<string, Promise<Known>>();

  /** @param product the program's name in `User-agent` lines, without version */
  constructor(
    private readonly product: string,
    private readonly read: ReadRobots,
    private readonly clock: Clock,
  ) {}

  async permission(url: URL, signal?: AbortSignal): Promise<Permission> {
    const { rules, wild, unknown } = await this.rulesFor(url, signal);
    if (unknown) return { ...unknown, url: url.href };
    if (rules === null) return { kind: "permitted", delay: 0 };
    if (wild * url.href.length > MOST_STEPS) {
      const why = `The robots.txt of ${url.hostname} has more wildcards than can be matched`;
      return failure("robots", url.href, why);
    }
    if (rules.isAllowed(url.href, this.product) === false) {
      const line = rules.getMatchingLineNumber(url.href, this.product);
      const where = line > 0 ? ` (line ${line})` : "";
      return failure("robots", url.href, `The robots.txt of ${url.hostname} forbids it${where}`);
    }
    const delay = (rules.getCrawlDelay(this.product) ?? 0) * 1000;
    return { kind: "permitted", delay: Math.min(Math.max(0, delay || 0), LONGEST_DELAY) };
  }

  private async rulesFor(url: URL, signal: AbortSignal | undefined): Promise<Known> {
    const { origin } = url;
    const known = this.known.get(origin);
    if (known && known.until > this.clock.elapsed()) return known;
    const asking = this.asked.get(origin) ?? this.ask(origin, known, signal);
    this.asked.set(origin, asking);
    try {
      return await asking;
    } finally {
      this.asked.delete(origin);
    }
  }

  private async ask(
    origin: string,
    before: Known | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Known> {
    const url = new URL("/robots.txt", origin);
    const answer = await this.read(url, signal);
    const known = this.understood(url, answer, before);
    if (answer.kind === "failed" && answer.code === "stopped") return known;
    if (this.known.size >= MOST_KEPT) {
      const oldest = this.known.keys().next().value;
      if (oldest !== undefined) this.known.delete(oldest);
    }
    this.known.delete(origin);
    this.known.set(origin, known);
    return known;
  }

  private understood(url: URL, answer: Answered, before: Known | undefined): Known {
    const now = this.clock.elapsed();
    const permitsAll: Known = { rules: null, wild: 0, unknown: null, until: now + KEPT };
    if (answer.kind === "answer") {
      // Redirects end before; a status that is neither is no file.
      if (answer.status !== 200) return permitsAll;
      const { text, wild } = plainRobots(new TextDecoder().decode(answer.bytes), this.product);
      return { ...permitsAll, rules: robotsParser(url.href, text), wild };
    }
    const { code, status } = answer;
    const isNone =
      (status !== null && status >= 400 && status < 500 && code !== "asked-to-wait") ||
      code === "not-text" ||
      code === "too-many-redirects";
    if (isNone) return permitsAll;
    if (before && before.unknown === null) return { ...before, until: now + KEPT_UNKNOWN };
    const unknown: FetchFailure =
      code === "private-address" || code === "stopped"
        ? answer
        : {
            ...failure("robots-unknown", url.href, `${url.hostname}: its robots.txt cannot be had`),
            message: `The robots.txt of ${url.hostname} cannot be had, without which nothing is fetched: ${answer.message}`,
            retryAfter: answer.retryAfter,
          };
    return { rules: null, wild: 0, unknown, until: now + KEPT_UNKNOWN };
  }
}
