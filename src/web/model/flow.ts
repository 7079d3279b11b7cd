import type { Claim, Link, Story } from "../../core/contract.js";
import {
  type AccountIndex,
  linkKey,
  originOf,
  type ReportEntry,
  saidThrough,
} from "./account-index.js";
import { outletKey } from "./filter.js";

/** Somebody in the chains of a story: an outlet, who it relays, or who said it first. */
export interface Stop {
  /** Unique in its column; for outlets the value of the filter. */
  readonly key: string;
  readonly column: "outlet" | "relay" | "origin";
  /** Null for outlets, and where the report speaks for itself. */
  readonly link: Link | null;
  /** A report of the outlet; null for the others. */
  readonly entry: ReportEntry | null;
  readonly claims: string[];
}

/** Claims that went from one stop to the next. */
export interface Stream {
  readonly from: Stop;
  readonly to: Stop;
  readonly claims: string[];
}

export interface Flow {
  readonly stops: readonly Stop[];
  readonly streams: readonly Stream[];
}

/** Speakers beyond this many are in the table, not in the graph. */
const MOST_ORIGINS = 16;
const MOST_RELAYS = 10;

/**
 * Who says, through whom, in which outlet: only what is said by somebody other than the report.
 * @param mostRelays 0 for outlets and origins alone, where there is no room for more
 */
export function flowOf(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
  mostRelays = MOST_RELAYS,
): Flow {
  const claims = story.reports
    .flatMap((id) => index.reports.get(id)?.claims ?? [])
    .filter((claim) => visible.has(claim.id) && originOf(claim) !== null);
  const origins = mostTold(claims, (claim) => originOf(claim), MOST_ORIGINS);
  const relays = mostTold(claims, (claim) => saidThrough(claim).at(-2) ?? null, mostRelays);
  const stops = new Map<string, Stop>();
  const streams = new Map<string, Stream>();
  const stop = (
    column: Stop["column"],
    key: string,
    link: Link | null,
    entry: ReportEntry | null,
  ): Stop => {
    const known = stops.get(`${column} ${key}`);
    if (known) return known;
    const made: Stop = { key, column, link, entry, claims: [] };
    stops.set(`${column} ${key}`, made);
    return made;
  };
  for (const claim of claims) {
    const entry = index.reports.get(claim.report);
    const origin = originOf(claim);
    if (!entry || !origin || !origins.has(linkKey(origin))) continue;
    const relay = saidThrough(claim).at(-2) ?? null;
    const path = [
      stop("outlet", outletKey(entry.report), null, entry),
      ...(relay && relays.has(linkKey(relay)) ? [stop("relay", linkKey(relay), relay, null)] : []),
      stop("origin", linkKey(origin), origin, null),
    ];
    for (const [at, one] of path.entries()) {
      one.claims.push(claim.id);
      const next = path[at + 1];
      if (!next) continue;
      const key = `${one.column} ${one.key}\n${next.column} ${next.key}`;
      const stream = streams.get(key);
      if (stream) stream.claims.push(claim.id);
      else streams.set(key, { from: one, to: next, claims: [claim.id] });
    }
  }
  return { stops: [...stops.values()], streams: [...streams.values()] };
}

function mostTold(
  claims: readonly Claim[],
  who: (claim: Claim) => Link | null,
  most: number,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    const link = who(claim);
    if (link) counts.set(linkKey(link), (counts.get(linkKey(link)) ?? 0) + 1);
  }
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  return new Set(order.slice(0, most).map(([key]) => key));
}

/** A speaker and what is credited to him. */
export interface Speaker {
  readonly key: string;
  /** Null where the report speaks for itself. */
  readonly link: Link | null;
  readonly claims: readonly Claim[];
  /** Those through whom he is told, most often first. */
  readonly relays: readonly Link[];
}

/** Everybody that claims go back to, most claims first, the reports themselves last. */
export function speakersOf(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
): Speaker[] {
  const speakers = new Map<
    string,
    { link: Link | null; claims: Claim[]; relays: Map<string, Link> }
  >();
  for (const id of story.reports) {
    for (const claim of index.reports.get(id)?.claims ?? []) {
      if (!visible.has(claim.id)) continue;
      const link = originOf(claim);
      const key = link ? linkKey(link) : "";
      const speaker = speakers.get(key) ?? { link, claims: [], relays: new Map<string, Link>() };
      speakers.set(key, speaker);
      speaker.claims.push(claim);
      for (const relay of saidThrough(claim).slice(0, -1))
        speaker.relays.set(linkKey(relay), relay);
    }
  }
  return [...speakers]
    .map(([key, { link, claims, relays }]) => ({ key, link, claims, relays: [...relays.values()] }))
    .sort(
      (a, b) =>
        Number(a.link === null) - Number(b.link === null) || b.claims.length - a.claims.length,
    );
}
