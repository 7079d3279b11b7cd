/** One page that a person names. */
import type { Problem } from "../core/problem.js";
import { problemOf } from "../fetch/failure.js";
import type { Fetcher, FetchResult } from "../fetch/fetcher.js";
import { parseFeed } from "../ingest/feed/feed.js";
import type { ArrivingReport } from "../store/arrivals.js";
import { reportOfPage } from "./page.js";

export interface AddressedReport {
  readonly report: ArrivingReport | null;
  readonly problems: readonly Problem[];
}

/** Fetches and reads it. Never rejects. */
export async function reportAt(
  fetcher: Fetcher,
  address: string,
  signal?: AbortSignal,
): Promise<AddressedReport> {
  return reportOf(await fetcher.get(address, { accept: "page", signal }), address);
}

/** What was fetched, read: apart from fetching it, so that another thread may do it. */
export function reportOf(got: FetchResult, address: string): AddressedReport {
  // Nothing is asked about a mark, so that it can only be an answer or a failure.
  if (got.kind === "not-modified") return { report: null, problems: [] };
  if (got.kind === "failed")
    return { report: null, problems: [{ ...problemOf(got), file: address }] };
  const { report, problem } = reportOfPage(got, address, null);
  if (report !== null) return { report, problems: problem === null ? [] : [problem] };
  const about = { url: got.finalUrl, contentType: got.contentType, file: address };
  const { kind, items } = parseFeed(got.bytes, about);
  if (kind !== null) return { report: null, problems: [isFeed(address, items.length)] };
  return { report: null, problems: problem === null ? [] : [problem] };
}

const isFeed = (file: string, items: number): Problem => ({
  severity: "error",
  code: "is-a-feed",
  file,
  place: null,
  message: `This is a feed of ${items} items, no report.`,
  remedy: `Add what it leads to: isnad watch ${file} --once.`,
});
