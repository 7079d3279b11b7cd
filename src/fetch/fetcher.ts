/**
 * Pages and feeds from the web: public addresses alone, as robots.txt permits, one question at a time
 * to a host, within bounds. Every failure is a value.
 */
import { checkAddress } from "./address.js";
import { type Allowance, NONE_ALLOWED } from "./allowance.js";
import { type Answered, keptHeaders, markOf, mediaOf } from "./answer.js";
import { type Clock, isoTime, systemClock } from "./clock.js";
import { type Resolve, systemResolve } from "./connecting.js";
import { type FetchFailure, failure } from "./failure.js";
import { follow } from "./follow.js";
import { Hosts } from "./hosts.js";
import { FETCH_LIMITS, type FetchLimits } from "./limits.js";
import { MOST_ROBOTS_BYTES, Robots } from "./robots.js";
import { Web } from "./web.js";

export interface FetcherOptions {
  /** Of the program; hosts are told. */
  readonly version: string;
  /** An address or e-mail by which hosts reach whoever runs this; they are told. */
  readonly contact?: string | undefined;
  readonly allowance?: Allowance;
  readonly clock?: Clock;
  readonly limits?: Partial<FetchLimits>;
  /** Looks names up. */
  readonly resolve?: Resolve;
  /** Milliseconds between two questions to one host; more where its robots.txt wants it. */
  readonly pause?: number;
  /** Questions under way at a time. */
  readonly concurrency?: number;
}

export interface Asked {
  readonly accept: "page" | "feed";
  /** Marks of what is known: then only what changed since is sent. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Fetched {
  readonly kind: "fetched";
  /** As asked. */
  readonly url: string;
  readonly finalUrl: string;
  /** Where it was moved for good; null where it was not. */
  readonly movedTo: string | null;
  /** ISO 8601. */
  readonly retrieved: string;
  readonly status: number;
  /** As sent, with its character set; null where nothing is said. */
  readonly contentType: string | null;
  /** `text/html`. */
  readonly media: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export interface NotModified {
  readonly kind: "not-modified";
  readonly url: string;
  readonly retrieved: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type FetchResult = Fetched | NotModified | FetchFailure;

/** As robots.txt names it. */
const PRODUCT = "Isnad";

const ACCEPT = {
  page: "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1",
  feed: "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1",
} as const;

const PAUSE = 1000;
const CONCURRENCY = 12;
/** Seconds that a host is left alone that asks for it without saying how long. */
const UNSAID_WAIT = 300;

const NOT_MODIFIED = 304;

export class Fetcher {
  private readonly allowance: Allowance;
  private readonly clock: Clock;
  private readonly web: Web;
  private readonly hosts: Hosts;
  private readonly robots: Robots;
  private readonly userAgent: string;
  private readonly pause: number;

  constructor({
    version,
    contact,
    allowance = NONE_ALLOWED,
    clock = systemClock,
    limits,
    resolve = systemResolve,
    pause = PAUSE,
    concurrency = CONCURRENCY,
  }: FetcherOptions) {
    this.allowance = allowance;
    this.clock = clock;
    this.pause = pause;
    this.web = new Web({ ...FETCH_LIMITS, ...limits }, { allowance, resolve }, clock.now);
    this.hosts = new Hosts(clock, concurrency);
    this.robots = new Robots(PRODUCT, (url, signal) => this.readRobots(url, signal), clock);
    this.userAgent = userAgentOf(version, contact);
  }

  /** Never rejects. */
  async get(address: string, asked: Asked): Promise<FetchResult> {
    const url = checkAddress(address, this.allowance);
    if ("kind" in url) return url;
    const etag = markOf(asked.etag ?? undefined);
    const since = markOf(asked.lastModified ?? undefined);
    const headers = {
      ...this.headersFor(ACCEPT[asked.accept]),
      ...(etag === null ? {} : { "if-none-match": etag }),
      ...(since === null ? {} : { "if-modified-since": since }),
    };
    const { signal } = asked;
    const ended = await follow(url, this.allowance, (next) =>
      this.permitted(next, headers, signal),
    );
    if (ended.kind === "failed") return ended;
    const { answer, movedTo } = ended;
    const retrieved = isoTime(this.clock.now());
    const kept = keptHeaders(answer.headers);
    if (answer.status === NOT_MODIFIED && (etag !== null || since !== null)) {
      return { kind: "not-modified", url: address, retrieved, headers: kept };
    }
    if (answer.status < 200 || answer.status > 299 || answer.bytes.length === 0) {
      const why =
        answer.status > 299 ? `The host answered ${answer.status}` : "The host sent nothing";
      return failure("broken-answer", answer.url.href, why, { status: answer.status });
    }
    return {
      kind: "fetched",
      url: address,
      finalUrl: answer.url.href,
      movedTo,
      retrieved,
      status: answer.status,
      contentType: answer.headers["content-type"] ?? null,
      media: mediaOf(answer.headers),
      etag: markOf(answer.headers["etag"]),
      lastModified: markOf(answer.headers["last-modified"]),
      headers: kept,
      bytes: answer.bytes,
    };
  }

  /** Ends what is under way. */
  close = (): Promise<void> => this.web.close();

  private headersFor(accept: string): Readonly<Record<string, string>> {
    return { "user-agent": this.userAgent, accept, "accept-language": "ar,*;q=0.5" };
  }

  private async permitted(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<Answered> {
    const held = this.hosts.heldFor(url);
    if (held > 0) {
      const why = `${url.hostname} asked to be left alone for ${held} seconds more`;
      return failure("asked-to-wait", url.href, why, { retryAfter: held });
    }
    const permission = await this.robots.permission(url, signal);
    if (permission.kind === "failed") return permission;
    return this.inTurn(url, permission.delay, headers, signal);
  }

  private inTurn(
    url: URL,
    delay: number,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
    cutAt?: number,
  ): Promise<Answered> {
    const pause = Math.max(this.pause, delay);
    return this.hosts.inTurn(
      url,
      () => pause,
      async () => {
        if (signal?.aborted) {
          return failure("stopped", url.href, "The program was told to stop");
        }
        const answer = await this.web.ask(url, {
          headers,
          signal,
          ...(cutAt === undefined ? {} : { cutAt }),
        });
        if (answer.kind === "failed" && answer.code === "asked-to-wait") {
          this.hosts.hold(url, answer.retryAfter ?? UNSAID_WAIT);
        }
        return answer;
      },
      signal,
    );
  }

  private async readRobots(url: URL, signal: AbortSignal | undefined): Promise<Answered> {
    const headers = this.headersFor("text/plain,*/*;q=0.5");
    const ended = await follow(url, this.allowance, (next) =>
      this.inTurn(next, 0, headers, signal, MOST_ROBOTS_BYTES),
    );
    return ended.kind === "failed" ? ended : ended.answer;
  }
}

/** What a host may want to know of who asks: the program, that it is one, and whom to write to. */
function userAgentOf(version: string, contact: string | undefined): string {
  const plain = (text: string): string => text.replace(/[^\x21-\x7e]|[()]/g, "").slice(0, 200);
  const whom = contact === undefined ? "" : `; +${plain(contact)}`;
  return `${PRODUCT}/${plain(version)} (reads news for one newsroom${whom})`;
}
