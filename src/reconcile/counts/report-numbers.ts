import type { Claim } from "../../core/contract.js";
import { isCounted, type StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";
import { groupsOf } from "./counted.js";

/** Counts so close beside each other are told in one breath ("an officer and three soldiers"). */
const BREATH_CHARACTERS = 40;
/** Counts of a report that are looked at. */
const MOST_COUNTS = 60;

/** What the report of a figure knows besides it. */
export interface KnownNumbers {
  /** Other numbers of the same measure and people, in its figures or its headline. */
  readonly numbers: ReadonlySet<number>;
  /** What it comes to with the groups counted in one breath with it; null where there are none. */
  readonly sum: number | null;
  /** The other groups counted in one breath with it. */
  readonly beside: readonly string[];
  /** The headline tells what it and another count of the report come to: it is a part. */
  readonly isSummand: boolean;
}

/** They hang on the other claims of the report, of which people may reject some: of one fold. */
const BY_STORY = new WeakMap<StoryContext, Map<Claim, KnownNumbers>>();

/** Whoever knows a number and tells another does not set the one against the other. */
export function knownNumbersOf(claim: Claim, context: StoryContext): KnownNumbers {
  const byClaim = BY_STORY.get(context) ?? new Map<Claim, KnownNumbers>();
  BY_STORY.set(context, byClaim);
  const known = byClaim.get(claim);
  if (known) return known;
  const made = findKnownNumbers(claim, context);
  byClaim.set(claim, made);
  return made;
}

function findKnownNumbers(claim: Claim, context: StoryContext): KnownNumbers {
  const counts = context.claimsOf(claim.report).filter(isCounted).slice(0, MOST_COUNTS);
  const own = exactOf(claim);
  const out = new Set<number>();
  const others = new Set<number>();
  const same: number[] = [];
  const beside = new Set<string>();
  let sum = own ?? 0;
  for (const other of counts) {
    if (other === claim || other.figure === undefined || other.figure.partOf !== null) continue;
    const number = exactOf(other);
    if (number === null) continue;
    if (other.figure.measure === claim.figure?.measure) same.push(number);
    if (other.figure.measure !== claim.figure?.measure) others.add(number);
    else if (areOfOne(claim, other)) out.add(number);
    else if (isInOneBreath(claim, other)) {
      sum += number;
      beside.add(groupsOf(other.figure.counted).join("+"));
    }
  }
  const report = context.reports.get(claim.report);
  const { numbersIn } = foldLanguage(report?.language ?? "ar");
  // "Two dead and seven hurt": the seven are none of the dead.
  const headlined = numbersIn(report?.title ?? "");
  for (const number of headlined) if (!others.has(number)) out.add(number);
  if (own !== null) out.delete(own);
  const isSummand =
    own !== null &&
    !headlined.includes(own) &&
    same.some(
      (number) =>
        number > 0 &&
        number !== own &&
        headlined.includes(own + number) &&
        !others.has(own + number),
    );
  return {
    numbers: out,
    sum: own === null || sum === own ? null : sum,
    beside: [...beside],
    isSummand,
  };
}

function exactOf({ figure }: Claim): number | null {
  const { min, max } = figure?.value ?? { min: null, max: null };
  return min !== null && min === max ? min : null;
}

function areOfOne(a: Claim, b: Claim): boolean {
  const [x, y] = [a, b].map(({ figure }) => groupsOf(figure?.counted ?? "").join("+"));
  return x === y;
}

const isInOneBreath = (a: Claim, b: Claim): boolean =>
  a.sentence[0] === b.sentence[0] &&
  Math.max(a.span[0] - b.span[1], b.span[0] - a.span[1]) <= BREATH_CHARACTERS;
