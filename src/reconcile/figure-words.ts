import type { Claim } from "../core/contract.js";
import type { StoryContext } from "./context.js";
import { foldLanguage } from "./language.js";

/** Words on either side of a figure, no farther than its clause, and at most so many: */
const MOST_BEFORE = 16;
const MOST_AFTER = 9;
const CLAUSE_END = /[،,؛;:.!؟?()\n«»"“”]/u;

export interface FigureWords {
  /** Of the text before the figure; the nearest is the last. */
  readonly before: readonly string[];
  readonly own: readonly string[];
  readonly after: readonly string[];
  readonly step: "earlier" | "later" | null;
}

/** A claim's words are cut once; they hang on nothing but its report. */
const WORDS = new WeakMap<Claim, FigureWords>();

export function figureWords(claim: Claim, context: StoryContext): FigureWords {
  const known = WORDS.get(claim);
  if (known) return known;
  const text = context.reports.get(claim.report)?.text ?? "";
  const before = text.slice(claim.sentence[0], claim.span[0]).split(CLAUSE_END).at(-1) ?? "";
  const after = text.slice(claim.span[1], claim.sentence[1]).split(CLAUSE_END)[0] ?? "";
  const words = {
    before: wordsOf(before).slice(-MOST_BEFORE),
    own: wordsOf(text.slice(...claim.span)),
    after: wordsOf(after).slice(0, MOST_AFTER),
    step: findStep(claim, languageOf(claim, context), text),
  };
  WORDS.set(claim, words);
  return words;
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

const languageOf = (claim: Claim, context: StoryContext) =>
  foldLanguage(context.reports.get(claim.report)?.language ?? "ar");

/** Those who left the hospital, or are still in it, and the executed, are counted by themselves. */
export function statusOf(claim: Claim, context: StoryContext): string {
  const { before, own, after } = figureWords(claim, context);
  const status = languageOf(claim, context).countStatusOf(before, own, after);
  const measure = claim.figure?.measure;
  const fits =
    status === "executed"
      ? measure === "killed"
      : measure === "injured" || measure === "hospitalised" || measure === "casualties";
  return status !== null && fits ? status : "";
}

/** A total of weeks, months or years, by the words beside it. */
export function isLongTotal(claim: Claim, context: StoryContext): boolean {
  const { before, own, after } = figureWords(claim, context);
  return languageOf(claim, context).tellsLongTime([...before, ...own, ...after]);
}

/** A total of several happenings, by the words beside it. */
export function isOfSeveral(claim: Claim, context: StoryContext): boolean {
  const { before, own, after } = figureWords(claim, context);
  return languageOf(claim, context).tellsSeveral([...before, ...own, ...after]);
}

/** "A first toll", "rose to": where in a count that went on its own words put a figure. */
export function stepOf(claim: Claim, context: StoryContext): "earlier" | "later" | null {
  return figureWords(claim, context).step;
}

/** "Ten dead and twenty hurt, in a first toll": said of all the figures of a sentence, beyond commas. */
const STEP_CHARACTERS = 60;
/** "The number of those hurt in the fire that broke out in … rose to". */
const RISE_CHARACTERS = 160;

function findStep(
  { span, sentence }: Claim,
  { stepOf: find }: ReturnType<typeof foldLanguage>,
  text: string,
): "earlier" | "later" | null {
  const start = Math.max(sentence[0], span[0] - RISE_CHARACTERS);
  const end = Math.min(sentence[1], span[1] + STEP_CHARACTERS);
  return find(wordsOf(text.slice(start, span[0])), wordsOf(text.slice(span[0], end)));
}

/** Said by somebody who condemns in that report, or who mourns or deplores in that sentence. */
export function isDeplored(claim: Claim, context: StoryContext): boolean {
  if (context.isCondemner(claim)) return true;
  if (claim.chain.length < 2) return false;
  return languageOf(claim, context).deplores(wordsOf(context.sentenceOf(claim)));
}
