import { parseIsoDay } from "../core/calendar.js";
import type { Claim, Time } from "../core/contract.js";

/** Day numbers of a time, both included; null where it names no day. */
export function daysOf(time: Time | null): { start: number; end: number } | null {
  const start = time?.start ? parseIsoDay(time.start) : null;
  const end = time?.end ? parseIsoDay(time.end) : null;
  return start === null || end === null ? null : { start, end };
}

const BASIS_RANK = { stated: 0, relative: 0, inherited: 1, unknown: 2 } as const;

/** Stated before inherited, then the shortest, then the earliest. */
export function closestTime(claims: readonly Claim[]): Time | null {
  const times = claims.flatMap((claim) => (claim.time?.start ? [claim.time] : []));
  const length = (time: Time): number => {
    const days = daysOf(time);
    return days ? days.end - days.start : Number.POSITIVE_INFINITY;
  };
  const [best] = times.sort(
    (a, b) =>
      BASIS_RANK[a.basis] - BASIS_RANK[b.basis] ||
      length(a) - length(b) ||
      ((a.start ?? "") < (b.start ?? "") ? -1 : 1),
  );
  return best ?? null;
}
