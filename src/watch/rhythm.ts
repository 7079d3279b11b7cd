/** How often feeds are asked and pages looked at again. Milliseconds. */

export interface Rhythm {
  /** A feed is not asked more often, nor more rarely. */
  readonly shortest: number;
  readonly longest: number;
  /** Of a feed that nothing is known of. */
  readonly first: number;
  /** How long after a page was read it is looked at again for corrections. */
  readonly rechecks: readonly number[];
  /** Older news are hardly corrected. */
  readonly recheckedWithin: number;
  /** Quiet before the store is settled wholly, and the longest without that while there is no quiet. */
  readonly quiet: number;
  readonly settleAtLeast: number;
  /** Nothing is waited for longer without looking what is due: a clock may have been set. */
  readonly tick: number;
  /** How often pages are looked through for those that may be forgotten. */
  readonly forgetEvery: number;
  /** A page that its feed lists no longer is remembered for so long, … */
  readonly remembered: number;
  /** … and no more of them than so many a feed; … */
  readonly mostRemembered: number;
  /** … pages of a feed that is not read any more, for so long. */
  readonly rememberedOfOthers: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const RHYTHM: Rhythm = {
  shortest: 5 * MINUTE,
  longest: 24 * HOUR,
  first: 15 * MINUTE,
  rechecks: [HOUR, 6 * HOUR, 24 * HOUR],
  recheckedWithin: 48 * HOUR,
  quiet: MINUTE,
  settleAtLeast: 30 * MINUTE,
  tick: MINUTE,
  forgetEvery: 24 * HOUR,
  remembered: 30 * 24 * HOUR,
  mostRemembered: 20_000,
  rememberedOfOthers: 365 * 24 * HOUR,
};

/** What a feed that had something new is asked sooner by, and one that had not later. */
const SOONER = 0.7;
const LATER = 1.4;
/** Share of a wait by which feeds are spread, so that those of one list do not stay together. */
const SPREAD = 0.1;
/** Failures after which the wait does not grow any more. */
const MOST_DOUBLINGS = 10;

const within = (rhythm: Rhythm, period: number): number =>
  Math.min(rhythm.longest, Math.max(rhythm.shortest, period));

/**
 * Time to the next question after one that was answered.
 * @param least the feed's own word (`ttl`, `Cache-Control`); 0 where it gives none
 */
export function periodAfter(
  rhythm: Rhythm,
  before: number | null,
  hasNew: boolean,
  least: number,
): number {
  const next = (before ?? rhythm.first) * (hasNew ? SOONER : before === null ? 1 : LATER);
  return Math.max(within(rhythm, next), Math.min(least, rhythm.longest));
}

/** @param chance from 0 to below 1 */
export const spread = (wait: number, chance: number): number =>
  wait * (1 - SPREAD / 2 + SPREAD * chance);

/**
 * Time to the next try after so many failures in a row: twice as long each time, between half of it and
 * all of it, so that those that failed together do not come back together.
 * @param asked by the host, in milliseconds; 0 where it did not say
 */
export function backOff(rhythm: Rhythm, failures: number, asked: number, chance: number): number {
  const most = within(rhythm, rhythm.shortest * 2 ** Math.min(failures, MOST_DOUBLINGS));
  return Math.min(rhythm.longest, Math.max(asked, most * (0.5 + chance / 2)));
}

/** Of the `checks`-th look again, counted from the one before; null for no more. */
export function recheckAfter(rhythm: Rhythm, checks: number): number | null {
  const at = rhythm.rechecks[checks];
  return at === undefined ? null : at - (rhythm.rechecks[checks - 1] ?? 0);
}

/** Where a feed says how long it stays as it is; it says so near its head. */
const HEAD_BYTES = 8192;
/** Longer than any feed means it: some say "ttl" in seconds. */
const MOST_TTL = 12 * HOUR;

const UNITS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: 24 * HOUR,
  weekly: 7 * 24 * HOUR,
  monthly: 30 * 24 * HOUR,
  yearly: 365 * 24 * HOUR,
};

/**
 * How long a feed asks to be left alone, by `ttl` (minutes), `sy:updatePeriod` with `sy:updateFrequency`,
 * or the header `Cache-Control`; 0 where it says nothing.
 */
export function askedPeriod(bytes: Uint8Array, headers: Readonly<Record<string, string>>): number {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const ttl = Number(/<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(head)?.[1] ?? 0) * MINUTE;
  const unit =
    UNITS[/<sy:updatePeriod>\s*(\w{5,8})\s*</i.exec(head)?.[1]?.toLowerCase() ?? ""] ?? 0;
  const often = Number(/<sy:updateFrequency>\s*(\d{1,4})\s*</i.exec(head)?.[1] ?? 1) || 1;
  const age = Number(
    /(?:^|[\s,])max-age=(\d{1,9})/i.exec(headers["cache-control"] ?? "")?.[1] ?? 0,
  );
  // Hourly and daily stand in most feeds because the program that makes them writes it: news come oftener.
  const update = unit / often;
  return Math.min(MOST_TTL, Math.max(ttl, update <= 24 * HOUR ? 0 : update, age * 1000));
}
