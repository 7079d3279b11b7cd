import type { Claim, Measure, Report } from "../../core/contract.js";
import { nationality } from "../../gazetteer/gazetteer.js";
import type { StoryContext } from "../context.js";
import { type CountDeed, type CountStatus, type CountStep, foldLanguage } from "../language.js";

/** Words on either side of a figure, no farther than its clause, and at most so many: */
const MOST_BEFORE = 16;
const MOST_AFTER = 9;
/** Of an endless sentence only so many characters before the figure are its words. */
const MOST_SENTENCE = 2000;
const CLAUSE_END = /[،,؛;:.!؟?()\n«»"“”]/u;

export interface FigureWords {
  /** As the language's `countWords`, of the text before the figure; the nearest is the last. */
  readonly before: readonly string[];
  readonly own: readonly string[];
  readonly after: readonly string[];
  /** Of its sentence, all that stand before it. */
  readonly sentence: readonly string[];
  readonly step: CountStep | null;
}

/** A claim's words are cut once; they hang on nothing but its report. */
const WORDS = new WeakMap<Claim, FigureWords>();

function figureWords(claim: Claim, context: StoryContext): FigureWords {
  const known = WORDS.get(claim);
  if (known) return known;
  const text = context.reports.get(claim.report)?.text ?? "";
  const language = languageOf(claim, context);
  const { countWords } = language;
  const [from, to] = claim.span;
  const told = text.slice(Math.max(claim.sentence[0], from - MOST_SENTENCE), from);
  const before = told.split(CLAUSE_END).at(-1) ?? "";
  const after =
    text.slice(to, Math.min(claim.sentence[1], to + MOST_SENTENCE)).split(CLAUSE_END)[0] ?? "";
  const sentence = countWords(told);
  const words: FigureWords = {
    before: countWords(before).slice(-MOST_BEFORE),
    own: countWords(text.slice(...claim.span)),
    after: countWords(after).slice(0, MOST_AFTER),
    sentence,
    step: findStep(claim, language, text),
  };
  WORDS.set(claim, words);
  return words;
}

const languageOf = (claim: Claim, context: StoryContext) =>
  foldLanguage(context.reports.get(claim.report)?.language ?? "ar");

const HURT: readonly Measure[] = ["injured", "hospitalised", "casualties"];
const HELD: readonly Measure[] = ["arrested", "kidnapped", "besieged", "missing"];

/** Of which counts each status tells some. */
const STATUS_OF: Readonly<Record<CountStatus, readonly Measure[]>> = {
  left: HURT,
  remain: HURT,
  grade: HURT,
  identified: ["killed", ...HURT],
  executed: ["killed"],
  "of wounds": ["killed", ...HURT],
  released: HELD,
  held: HELD,
};

/** Those who left the hospital, or are still in it, and the executed, are counted by themselves. */
export function statusOf(claim: Claim, context: StoryContext): string {
  const { before, own, after } = figureWords(claim, context);
  const status = languageOf(claim, context).countStatusOf(before, own, after);
  const measure = claim.figure?.measure;
  return status !== null && measure && STATUS_OF[status].includes(measure) ? status : "";
}

/** What befell people who are counted under no measure of their own; null of all others. */
export function deedOf(claim: Claim, context: StoryContext): CountDeed | null {
  if (claim.figure?.measure !== "other" || claim.figure.unit !== "persons") return null;
  const { before, own, after } = figureWords(claim, context);
  return languageOf(claim, context).countDeedOf(before, own, after);
}

/** A total of weeks, months or years, by the words beside it. */
export function isLongTotal(claim: Claim, context: StoryContext): boolean {
  const { before, own, after } = figureWords(claim, context);
  return languageOf(claim, context).tellsLongTime([...before, ...own, ...after]);
}

/** A count of a day and a night, or of a time with a beginning and an end, by the words around it. */
export function isOfPeriod(claim: Claim, context: StoryContext): boolean {
  const { before, own, after, sentence } = figureWords(claim, context);
  const { tellsDayCount, tellsPeriod } = languageOf(claim, context);
  return tellsDayCount([...before, ...own, ...after]) || tellsPeriod(sentence);
}

/** Where the words before a figure's time are, at most so far. */
const BEFORE_TIME = 24;

/** Its time is told as one throughout which people were counted ("in the course of last week"). */
export function isThroughout(claim: Claim, context: StoryContext): boolean {
  const at = claim.time?.span?.[0];
  if (at === undefined) return true;
  const text = context.reports.get(claim.report)?.text ?? "";
  const { tellsThroughout, countWords } = languageOf(claim, context);
  return tellsThroughout(countWords(text.slice(Math.max(0, at - BEFORE_TIME), at + BEFORE_TIME)));
}

/** Dead beside others whom the report told of before ("were killed too"). */
export function isOfMore(claim: Claim, context: StoryContext): boolean {
  if (claim.figure?.measure !== "killed") return false;
  const { before, after } = figureWords(claim, context);
  return languageOf(claim, context).tellsToo(before, after);
}

/** A total of several happenings, by the words beside it. */
export function isOfSeveral(claim: Claim, context: StoryContext): boolean {
  const { before, own, after, sentence } = figureWords(claim, context);
  const clause = [...before, ...own, ...after];
  const { tellsSeveral, comesOfSeveral, countWords } = languageOf(claim, context);
  if (tellsSeveral(clause, sentence)) return true;
  const end = Math.min(claim.sentence[1], claim.span[1] + BEHIND_CHARACTERS);
  const text = context.reports.get(claim.report)?.text ?? "";
  return comesOfSeveral(countWords(text.slice(claim.span[1], end)));
}

/** What a figure comes of stands no farther behind it. */
const BEHIND_CHARACTERS = 90;

/**
 * Whose dead it counts, where its words name somebody under no group of their own: his name, ""
 * where it stands elsewhere; null where it counts all.
 */
export function sideOf(claim: Claim, context: StoryContext): string | null {
  const { before, own, after, sentence } = figureWords(claim, context);
  const { peoplesIn, tellsWhose } = languageOf(claim, context);
  // Names in marks and asides stand between the two, but no other count.
  const since = sentence.findLastIndex((word) => /\d/u.test(word)) + 1;
  const home = context.mainCountry === null ? null : context.countryOf(context.mainCountry);
  // "The Egyptian pilgrims who died" in another country are some of all who did.
  const abroad = peoplesIn(sentence.slice(since).slice(-MOST_BEFORE)).flatMap(
    (word) => nationality(word) ?? [],
  );
  const nation = abroad.find((one) => one !== home);
  return nation ?? tellsWhose(before, [...own.slice(-1), ...after]);
}

/** Its sentence adds those it counts to those of the sentence before. */
export function isAdded(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).addsToBefore(figureWords(claim, context).sentence);
}

/** "55 bodies were recovered": of all who died those who were found, unless its words call it the toll. */
export function isOfBodies(claim: Claim, context: StoryContext): boolean {
  if (claim.figure?.measure !== "killed" || stepOf(claim, context) !== null) return false;
  const { own, after } = figureWords(claim, context);
  return languageOf(claim, context).countsBodies(own, after);
}

/** Told further to what its speaker announced before, and counted anew. */
export function isFurther(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).tellsSupplement(figureWords(claim, context).sentence);
}

/** Its sentence tells that the count was given before what the report has to tell. */
export function isSaidBefore(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).tellsSaidBefore(figureWords(claim, context).sentence);
}

/** Another happening than its report told of before: "in a separate incident". */
export function isOfAnother(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).tellsAnother(figureWords(claim, context).sentence);
}

/** "Twenty-two others": beside those whom its report counted before. */
export function isOfOthers(claim: Claim, context: StoryContext): boolean {
  const { own, after } = figureWords(claim, context);
  return languageOf(claim, context).countsOthers(own, after);
}

/** One who is introduced ("its driver", "the child Ali"), where nobody tells how many there were. */
export function isIntroduced(claim: Claim, context: StoryContext): boolean {
  const { min, max } = claim.figure?.value ?? { min: null, max: null };
  if (min !== 1 || max !== 1) return false;
  return !languageOf(claim, context).countsOne(figureWords(claim, context).own);
}

/** "In that village alone": of a part of the place that others count. */
export function isOfPartAlone(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).tellsAlone(figureWords(claim, context).after);
}

/** Its sentence turns from who spoke before to another ("for his part"). */
export function isInTurn(claim: Claim, context: StoryContext): boolean {
  return languageOf(claim, context).turnsToAnother(figureWords(claim, context).sentence);
}

/** "But the minister says that the number of dead is seven": set against what others told, and of all. */
export const isTollInTurn = (claim: Claim, context: StoryContext): boolean =>
  claim.rule === "figure.tally" && isInTurn(claim, context);

/** "A first toll", "rose to": where in a count that went on its own words put a figure. */
export function stepOf(claim: Claim, context: StoryContext): CountStep | null {
  return figureWords(claim, context).step;
}

/** "Ten dead and twenty hurt, in a first toll": said of all the figures of a sentence, beyond commas. */
const STEP_CHARACTERS = 60;
/** "The number of those hurt in the fire that broke out in … rose to". */
const RISE_CHARACTERS = 160;

function findStep(
  { span, sentence }: Claim,
  { stepOf: find, countWords }: ReturnType<typeof foldLanguage>,
  text: string,
): CountStep | null {
  const start = Math.max(sentence[0], span[0] - RISE_CHARACTERS);
  const end = Math.min(sentence[1], span[1] + STEP_CHARACTERS);
  return find(countWords(text.slice(start, span[0])), countWords(text.slice(span[0], end)));
}

/** Said by somebody who condemns in that report, or who mourns or deplores in that sentence. */
export function isDeplored(claim: Claim, context: StoryContext): boolean {
  if (context.isCondemner(claim)) return true;
  if (claim.chain.length < 2) return false;
  let deplored = DEPLORING.get(claim);
  if (deplored === undefined) {
    const { deplores, countWords } = languageOf(claim, context);
    deplored = deplores(countWords(context.sentenceOf(claim)));
    DEPLORING.set(claim, deplored);
  }
  return deplored;
}

/** Its report was written to tell who mourns or deplores. */
export function isOfDeploring({ report }: Claim, context: StoryContext): boolean {
  const one = context.reports.get(report);
  if (!one?.title) return false;
  let deploring = DEPLORING_REPORTS.get(one);
  if (deploring === undefined) {
    const { headlinesDeploring, countWords } = foldLanguage(one.language);
    deploring = headlinesDeploring(countWords(one.title));
    DEPLORING_REPORTS.set(one, deploring);
  }
  return deploring;
}

const DEPLORING_REPORTS = new WeakMap<Report, boolean>();

/** Whether a claim's sentence mourns or deplores: asked many times, and hangs on nothing but its report. */
const DEPLORING = new WeakMap<Claim, boolean>();
