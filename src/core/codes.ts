/**
 * The closed lists of the contract, as plain constants: the engine names them without loading the
 * schema library, and `contract.ts` builds its schemas from them.
 */

/** Counts of people to whom something was done. */
export const HARM_MEASURES = [
  "killed",
  "injured",
  "casualties",
  "arrested",
  "missing",
  "kidnapped",
  "displaced",
  "hospitalised",
  "besieged",
] as const;

export const MEASURES = [
  ...HARM_MEASURES,
  "crowd",
  "destroyed",
  "deployed",
  "seized",
  "price",
  "other",
] as const;

export const STANCES = [
  "states",
  "confirms",
  "denies",
  "accuses",
  "condemns",
  "warns",
  "demands",
  "promises",
  "alleges",
  "doubts",
] as const;

export const MODALITIES = [
  "asserted",
  "denied",
  "unverified",
  "possible",
  "planned",
  "demanded",
  "conditional",
] as const;

export const LINK_KINDS = [
  "report",
  "outlet",
  "institution",
  "official",
  "person",
  "witness",
  "document",
  "anonymous",
  "unstated",
] as const;

export const MEDIA = [
  "statement",
  "press-conference",
  "social-media",
  "speech",
  "broadcast",
  "phone",
] as const;

export type Measure = (typeof MEASURES)[number];
export type Stance = (typeof STANCES)[number];
export type Modality = (typeof MODALITIES)[number];
export type LinkKind = (typeof LINK_KINDS)[number];
export type Medium = (typeof MEDIA)[number];

/** Rules that choose low, best and high of a ledger: Isnad's own, and those of two codebooks. */
export const FIGURE_RULES = ["isnad", "acled", "ucdp"] as const;
export type FigureRule = (typeof FIGURE_RULES)[number];
