import type { Claim, Value } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { MOST_COMPARED, type Scene } from "../scenes/scene.js";
import { groupsOf } from "./counted.js";
import { deedOf, statusOf, stepOf } from "./figure-words.js";
import { canBeOne } from "./one-number.js";

/**
 * One voice of one report that gives two numbers of one kind of people counts two things: a part
 * beside its whole, or another happening; unless its words make the one a step to the other.
 */
export function countAnother(a: Claim, b: Claim, context: StoryContext): boolean {
  const [x, y] = [a.figure, b.figure];
  if (!x || !y || !areOfOneMeasure(a, b, context) || x.unit !== y.unit) return false;
  // What is told as a part stands beside its whole; so do those who left the hospital.
  if (x.partOf !== null || y.partOf !== null) return false;
  if (statusOf(a, context) !== statusOf(b, context)) return false;
  if (![a, b].some(isNone) && groupsOf(x.counted).join("+") !== groupsOf(y.counted).join("+"))
    return false;
  if (isGrowth(x.value, y.value)) return false;
  if (canBeOne(x.value, y.value) || context.voices.of(a) !== context.voices.of(b)) return false;
  return stepOf(a, context) === null && stepOf(b, context) === null;
}

/** One report tells both scenes, and counts in the one other people than in the other. */
export function isToldApart(a: Scene, b: Scene, context: StoryContext): boolean {
  return (
    a.report === b.report &&
    a.claims
      .slice(0, MOST_COMPARED)
      .some((one) =>
        b.claims.slice(0, MOST_COMPARED).some((other) => countAnother(one, other, context)),
      )
  );
}

/** Dead and dead, or saved and saved; who was saved is none of those aboard. */
export const areOfOneMeasure = (a: Claim, b: Claim, context: StoryContext): boolean =>
  a.figure?.measure === b.figure?.measure && deedOf(a, context) === deedOf(b, context);

export const isNone = ({ figure }: Claim): boolean => figure?.value.max === 0;

/** Large numbers so near each other are one count that went on, or two tellings of it. */
const GROWTH = 1.5;
const GROWTH_FROM = 10;

function isGrowth(a: Value, b: Value): boolean {
  const [x, y] = [a.min ?? a.max ?? 0, b.min ?? b.max ?? 0];
  return Math.min(x, y) >= GROWTH_FROM && Math.max(x, y) <= Math.min(x, y) * GROWTH;
}
