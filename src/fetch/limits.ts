/**
 * What one answer may cost. A news page is some hundred kilobytes and a feed rarely a megabyte; hosts
 * that are slower than this are asked again another time.
 */
export interface FetchLimits {
  /** Milliseconds until a connection stands, its name looked up and its certificate checked. */
  readonly connect: number;
  /** Milliseconds from the question to the end of the answer's headers. */
  readonly firstByte: number;
  /** Milliseconds without a byte. */
  readonly betweenBytes: number;
  /** Milliseconds for all of one answer. */
  readonly whole: number;
  /** Bytes of all headers. */
  readonly headers: number;
  /** Bytes as sent. */
  readonly bytes: number;
  /** Bytes when unpacked. */
  readonly unpacked: number;
}

export const FETCH_LIMITS: FetchLimits = {
  connect: 10_000,
  firstByte: 20_000,
  betweenBytes: 20_000,
  whole: 90_000,
  headers: 32_768,
  bytes: 5_000_000,
  unpacked: 15_000_000,
};

export const MOST_REDIRECTS = 5;

/** Characters of an address; what is longer is refused by many servers, too. */
export const LONGEST_ADDRESS = 2048;

/** Seconds that a host is waited for because it asks so. */
export const LONGEST_RETRY_AFTER = 86_400;
