import type { Claim } from "../../core/contract.js";
import type { Days } from "../counts/own-days.js";

/** One happening as one report tells it: the figures of it, and what may tie them to another report's. */
export interface Scene {
  readonly report: string;
  /** Its figures, in the order of the text. */
  readonly claims: readonly Claim[];
  /** Closer than a country; null where no figure names one. */
  readonly place: string | null;
  /** Every place that its sentences name. */
  readonly named: ReadonlySet<string>;
  /** Days that its own words give it; null where they give none. */
  readonly days: Days | null;
  /** Dead or hurt are told of it. */
  readonly isToll: boolean;
  /** Told at the head of the report, before any other happening: what the report is of. */
  readonly leads: boolean;
  /** Where the report begins. */
  readonly from: number;
  /** Figures that one voice lists one after another ("four in this village, two in that"). */
  readonly listed: ReadonlySet<Claim>;
  /** Exact numbers that are not equal by chance, as `measure|unit|number`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Named speakers of its figures. */
  readonly speakers: ReadonlySet<string>;
  /** Told as another happening than its report told of before. */
  readonly isOther: boolean;
  /** Background, or a total of a longer time: it joins none but its like. */
  readonly apart: string;
}

const TOLLS: ReadonlySet<string> = new Set(["killed", "injured", "casualties"]);
/** Dead or hurt. */
export const isToll = ({ figure }: Claim): boolean => TOLLS.has(figure?.measure ?? "");

/** Smaller numbers are equal by chance. */
export const TELLING_NUMBER = 3;

/** Happenings of a report, and figures of one, that the next figure is held against. */
export const MOST_NEAR = 8;

/** Scenes of an incident, or of a report, that another is held against. */
export const MOST_SCENES = 12;
/** Figures of a scene that are compared with another's. */
export const MOST_COMPARED = 6;

/** A number that is not equal by chance is told in both. */
export function shareNumber(a: Scene, b: Scene): boolean {
  for (const key of a.numbers.keys()) if (b.numbers.has(key)) return true;
  return false;
}
