/** Which judgements are about one thing: what a person must have seen before deciding about it. */
import { assertNever } from "./assert.js";
import { shareOf } from "./claim-reference.js";
import {
  isAboutClaims,
  isAboutEntities,
  isAboutStories,
  isAboutWitnesses,
  type Judgement,
  type NamedPlace,
  type StandingJudgement,
  standing,
} from "./judgement.js";

/**
 * The latest entry of a log about what an entry is about; an undo is about what it takes back. Null
 * where nobody decided about it before.
 * @param log the oldest first; the entry itself is not in it
 */
export function latestAbout(entry: Judgement, log: readonly Judgement[]): Judgement | null {
  const byId = new Map(log.map((one) => [one.id, one]));
  const about = standingOf(entry, byId);
  if (about === null) return null;
  return (
    log.findLast((one) => {
      const other = standingOf(one, byId);
      return other !== null && isAboutSame(about, other);
    }) ?? null
  );
}

/**
 * The latest judgement that holds about what an entry is about: what an account shows of it last. Null
 * where none does.
 */
export function latestHolding(
  entry: Judgement,
  log: readonly Judgement[],
): StandingJudgement | null {
  const about = standingOf(entry, new Map(log.map((one) => [one.id, one])));
  if (about === null) return null;
  return standing(log).findLast((one) => isAboutSame(about, one)) ?? null;
}

/** An undo of an undo is about what the first took back; null where that is not in the log. */
function standingOf(
  entry: Judgement,
  byId: ReadonlyMap<string, Judgement>,
): StandingJudgement | null {
  const seen = new Set<string>();
  let one: Judgement | undefined = entry;
  while (one?.kind === "undo") {
    if (seen.has(one.id)) return null;
    seen.add(one.id);
    one = byId.get(one.undoes);
  }
  return one ?? null;
}

/** Whether two judgements are about one claim, one pair of names, witnesses in common or stories in common. */
function isAboutSame(a: StandingJudgement, b: StandingJudgement): boolean {
  switch (a.kind) {
    case "accept":
    case "reject":
    case "correct":
      return isAboutClaims(b) && isSameClaim(a.claim, b.claim);
    case "same":
    case "different":
      return isAboutEntities(b) && isSamePair(a.places, b.places);
    case "one-witness":
    case "two-witnesses":
      return isAboutWitnesses(b) && inCommon(a.reports, b.reports) > 1;
    case "merge":
    case "split":
      return isAboutStories(b) && inCommon(a.reports, b.reports) > 0;
    default:
      return assertNever(a);
  }
}

/**
 * Claims of one engine that are two may share words; what two engines read of one claim hardly differs.
 * Whoever is told of a judgement of another claim by this may send his again.
 */
const NEARLY_ALL = 0.8;

type ClaimOf = Extract<StandingJudgement, { kind: "accept" }>["claim"];

const isSameClaim = (a: ClaimOf, b: ClaimOf): boolean =>
  a.report === b.report &&
  a.kind === b.kind &&
  (a.id === b.id ||
    (a.subject === b.subject && shareOf([a.start, a.end], [b.start, b.end]) >= NEARLY_ALL));

type PairOf = Extract<StandingJudgement, { kind: "same" }>["places"];

export const isSamePair = ([a, b]: PairOf, [c, d]: PairOf): boolean =>
  (meet(a, c) && meet(b, d)) || (meet(a, d) && meet(b, c));

const meet = (a: NamedPlace, b: NamedPlace): boolean =>
  a.report === b.report && a.start < b.end && b.start < a.end;

const inCommon = (a: readonly string[], b: readonly string[]): number => {
  const other = new Set(b);
  return a.filter((id) => other.has(id)).length;
};
