/** Addresses of pages that a reader names: fetched here, read where files are. */
import type { Fetcher, FetchResult } from "../fetch/fetcher.js";
import type { Rate, RateLimit } from "./rate-limit.js";

/** What fetches for a service: public addresses alone, and hosts that who runs it permits. */
export type Fetches = Pick<Fetcher, "get">;

/** What came of an address. */
export interface SentPage {
  readonly address: string;
  readonly got: FetchResult;
}

/** Addresses of one form. Hosts are asked once a second, and a person waits before a browser. */
const MOST_ADDRESSES = 20;
/** Milliseconds for all of a form; what is not there by then is told as a failure. */
const PATIENCE = 60_000;
/** Of addresses: other people's hosts are asked, and one reader is not to keep the others waiting. */
const ADDRESS_RATE: Rate = { perSecond: 0.5, burst: 2 * MOST_ADDRESSES };

/** What is wrong with the addresses of a form, with what to do; null where nothing is. */
export const wrongAddresses = (addresses: readonly string[]): string | null =>
  addresses.length > MOST_ADDRESSES
    ? `More than ${MOST_ADDRESSES} addresses: give fewer at a time, or add them to a store with isnad add.`
    : null;

/** The addresses of a form, each once. */
export const addressesIn = (form: FormData): string[] => [
  ...new Set(
    form
      .getAll("address")
      .filter((one) => typeof one === "string")
      .map((one) => one.trim()),
  ),
];

/** @returns seconds to wait before they may be asked for; 0 where they may be now */
export const waitFor = (limit: RateLimit, who: string, addresses: readonly string[]): number =>
  Math.max(0, ...addresses.map(() => limit.take(who, ADDRESS_RATE)));

/**
 * Fetches them. Never rejects: each failure is a value.
 * @param left aborted when nobody waits for the answer any more
 */
export function pagesAt(
  fetches: Fetches,
  addresses: readonly string[],
  left: AbortSignal,
): Promise<SentPage[]> {
  const signal = AbortSignal.any([left, AbortSignal.timeout(PATIENCE)]);
  return Promise.all(
    addresses.map(async (address) => ({
      address,
      got: forReader(await fetches.get(address, { accept: "page", signal })),
    })),
  );
}

/** Nobody asks again by himself here, as a watcher does: the reader has to. */
function forReader(got: FetchResult): FetchResult {
  if (got.kind !== "failed" || !got.isTemporary) return got;
  const message =
    got.code === "stopped"
      ? `It was not there within ${PATIENCE / 1000} seconds, its host's pauses counted.`
      : got.message;
  return { ...got, message, remedy: AGAIN };
}

const AGAIN = "Try it again later; if it stays so, look at the address in a browser.";
