import type { Message } from "../../core/contract.js";
import { type IdentityReasonCode, identityReason } from "../../core/identity-reasons.js";

/** One thing that speaks for two names being borne by one (weight above 0) or by two (below). */
export interface Sign {
  readonly weight: number;
  readonly message: Message;
}

export type Verdict = "same" | "different" | "undecided";

/** From this sum on two are one; the weights are set so that no lone sign across stories reaches it but a rare full name. */
const SAME_FROM = 3;
/** Up to this sum they are two. What lies between is undecided. */
const DIFFERENT_TO = 0;

/**
 * What each sign weighs. Set by hand on the labelled pairs that may be looked at (`eval/own/IDENTITY.md`)
 * and on what joined rightly before there was a sum; the sealed pairs tell whether they hold.
 */
const WEIGHTS = {
  "id-name": 3,
  "id-name-long": 1,
  "id-name-part": 2.5,
  "id-name-consonants": 0.4,
  "id-name-near": -1,
  "id-name-lone": -0.3,
  "id-name-alone": 0.5,
  "id-long-skeleton": 1,
  "id-foreign": 1.6,
  "id-rare": 0.5,
  "id-plain-family": -0.5,
  "id-common-family": -1.5,
  "id-given-only": -2,
  "id-word": 1,
  "id-body": 2,
  "id-place": 2,
  "id-short-body": 1,
  "id-wider-body": 2,
  "id-outlet": 1,
  "id-story": 2.5,
  "id-report": 1,
  "id-before": 1.5,
  "id-only-bearer": 1,
  "id-other-bearers": -2.5,
  "id-office": 2,
  "id-holder": 3,
  "id-no-holder": 3,
  "id-country": 1,
  "id-countries": -4,
  /** For each word that both have. */
  "id-told-alike": 1,
  /** For each name that both have. */
  "id-beside": 0.6,
  "id-nothing-beside": -0.5,
  "id-walk": 0.5,
  "id-walks": -1.5,
  "id-signs": 2.5,
} as const satisfies Readonly<Record<IdentityReasonCode, number>>;

/** @param what names or words that the sign is about; told-alike and beside count for each of them */
export function sign(code: IdentityReasonCode, what: readonly string[] = []): Sign {
  const each = code === "id-told-alike" || code === "id-beside";
  const weight = WEIGHTS[code] * (each ? what.length : 1);
  return { weight: rounded(weight), message: identityReason(code, what) };
}

export const sumOf = (signs: readonly Sign[]): number =>
  rounded(signs.reduce((sum, { weight }) => sum + weight, 0));

export const verdictOf = (score: number): Verdict =>
  score >= SAME_FROM ? "same" : score <= DIFFERENT_TO ? "different" : "undecided";

/** Sums of tenths come out as tenths. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
