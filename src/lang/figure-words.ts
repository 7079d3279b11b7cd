import type { FigureParticles } from "./figure-particles.js";
import type { FigurePronouns } from "./figure-pronouns.js";
import type { FigureShapes } from "./figure-shapes.js";
import type { JoinedLetters } from "./joined-letters.js";

/**
 * Words by which a reader of figures tells what a count is of, and whether it is news, where the lexicon's classes
 * do not say. Each question is asked of a folded form.
 */
export interface FigureWords {
  readonly joined: JoinedLetters;
  readonly particles: FigureParticles;
  readonly pronouns: FigurePronouns;
  readonly shapes: FigureShapes;

  // The count.
  /** "One" behind the noun that it counts. */
  readonly isOne: (form: string) => boolean;
  /** "Today" in front of a number, which then counts and is no day of a month. */
  readonly isToday: (form: string) => boolean;
  /** How many "another" and "the two others" are, with no noun behind; null for all other words. */
  readonly othersTold: (form: string) => number | null;
  /** "And another". */
  readonly isAndAnother: (form: string) => boolean;
  /** "And two others", in the nominative: the other cases are written as the plural is. */
  readonly isAndTwoOthers: (form: string) => boolean;
  /** "Others", men or men and women. */
  readonly isMoreMen: (form: string) => boolean;
  /** "Another", "others" of women alone. */
  readonly isMoreWomen: (form: string) => boolean;
  /** "All", "all of them". */
  readonly isAll: (form: string) => boolean;
  /** "The most prominent", between "one of" and who they are. */
  readonly isGrade: (form: string) => boolean;
  /** "Most of them", "all of them": opens who those just counted are. */
  readonly opensWhoTheyAre: (form: string) => boolean;
  /** "One of the two", behind a noun that is written alike in the dual and the plural. */
  readonly isOneOfTwo: (form: string) => boolean;
  /** "They being", "their number": opens how many those told before are. */
  readonly opensTheirNumber: (form: string) => boolean;
  /** "They are", "they were", between a count and where they were. */
  readonly isTheyWere: (form: string) => boolean;
  /** "By", "alone": what a share of a total stands behind. */
  readonly opensShare: (form: string) => boolean;
  /** "Aged", in front of a number of days or years. */
  readonly isAged: (form: string) => boolean;
  /** "One", behind a family. */
  readonly isOneFamily: (form: string) => boolean;
  readonly isFamily: (form: string) => boolean;

  // A tally and what it comes to.
  readonly isTallyNumber: (form: string) => boolean;
  /** "Their number". */
  readonly isTheirNumber: (form: string) => boolean;
  /** "Its number", "their number", or one that a pronoun may follow. */
  readonly beginsTheirNumber: (form: string) => boolean;
  /** "The toll", with what is joined to it. */
  readonly isToll: (form: string) => boolean;
  /** "There being": opens what is told beside a tally. */
  readonly isExistence: (form: string) => boolean;
  /** "It reaches": of a tally, and so no bound of its count. */
  readonly isReaching: (form: string) => boolean;
  /** "It reaches", "it exceeds", "it rises": may be of the number itself. */
  readonly isComingTo: (form: string) => boolean;
  /** "It rose", "it came to": a verb of the past, or the rise itself. */
  readonly cameTo: (form: string) => boolean;

  // Who is counted.
  /** "Son of", inside a name. */
  readonly isSonOf: (form: string) => boolean;
  /** Victims who may be dead or hurt. */
  readonly isVictim: (form: string) => boolean;
  /** "A victim of": each of those counted. */
  readonly isVictimOf: (form: string) => boolean;
  /** The dead and deaths, of two forms written one behind the other. */
  readonly isOfDead: (forms: string) => boolean;
  /** "Injuries", for those who are injured. */
  readonly isInjuries: (form: string) => boolean;
  /** "Case" as what is saved. */
  readonly isCase: (form: string) => boolean;
  /** "Cases of", in front of what befell them. */
  readonly isCasesOf: (form: string) => boolean;
  /** A case that is suspected or confirmed. */
  readonly isSuspected: (form: string) => boolean;
  /** Cases that are recorded. */
  readonly isRecording: (form: string) => boolean;
  /** "Sons of" a people or a land. */
  readonly isSonsOf: (form: string) => boolean;
  /** What has its sons in a manner of speaking: a people, a land, a tribe, a place. */
  readonly isPeople: (form: string) => boolean;
  /** Units, which are of men. */
  readonly isUnits: (form: string) => boolean;
  /** "Aboard" what comes behind. */
  readonly isAboard: (form: string) => boolean;

  // What befell them.
  /** By what one who is hurt, and not ill, is hurt, behind a count of the hurt. */
  readonly isHurtBy: (form: string) => boolean;
  /** Of what one is wounded behind a verb: no illness, no surprise. */
  readonly isWound: (form: string) => boolean;
  /** "With wounds", "in a state", in front of how grave it is. */
  readonly isState: (form: string) => boolean;
  /** The manner of a death, told by the accusative. */
  readonly isManner: (form: string) => boolean;
  /** "Of wounds received earlier", of one; behind a verb of dying. */
  readonly isDyingOf: (form: string) => boolean;
  /** A verb of dying that is said of more than persons. */
  readonly isDyingOfAnything: (form: string) => boolean;
  /** Death as all men's end: "before his death" tells of none. */
  readonly isDeathOfAll: (form: string) => boolean;
  /** What follows a stop or a hold that is no arrest: "from his studies", "among the iron". */
  readonly opensNoArrest: (form: string) => boolean;
  /** "He found", where the lexicon has it as another word. */
  readonly isFinding: (form: string) => boolean;
  /** "They suffer". */
  readonly isSuffering: (form: string) => boolean;
  /** What a people in need suffers from: no disease that many have. */
  readonly isWant: (form: string) => boolean;
  /** A gathering that takes a side, behind those who take part. */
  readonly isProtest: (form: string) => boolean;

  // Where and when.
  /** "May He be exalted", in a date or a fate. */
  readonly isExalted: (form: string) => boolean;
  /** When, told by a bare noun or by what opens a clause of time. */
  readonly opensTime: (form: string) => boolean;
  /** "In it", "because of it": takes up a noun in its relative clause. */
  readonly isResuming: (form: string) => boolean;
  /** "Saying", behind a verb that is then one of speech. */
  readonly isSayingSo: (form: string) => boolean;
  /** "He said", "they announced": the verbs of telling news. */
  readonly isTelling: (form: string) => boolean;
  /** "That he", "but she", "then": in front of a verb of which one told before is the subject. */
  readonly takesUpOneTold: (form: string) => boolean;
  /** "He was", in front of a subject. */
  readonly isBeing: (form: string) => boolean;
  /** What opens a rule, a wish or a question and not news: "whoever", "if", "did". */
  readonly opensNoNews: (form: string) => boolean;
  /** What stands before a noun of harm that tells of a thing done: "after his", "news of his". */
  readonly tellsAsDone: (form: string) => boolean;
  /** What leads to no deed of its own: "exposed to", "in view of", "in protest at". */
  readonly isOccasion: (form: string) => boolean;
  /** What a sentence of a crisis tells beside its vehicles and craft. */
  readonly isAlarm: (form: string) => boolean;
  /** The nearest of what cannot be told apart by its end: a definite word, or one that a pronoun ends. */
  readonly closesName: (form: string) => boolean;
  /** "Worst", "largest", "first": ranks what is told over a time. */
  readonly isRank: (form: string) => boolean;
  /** "Its kind", behind "the first of". */
  readonly isKind: (form: string) => boolean;
  /** "Anniversary". */
  readonly isRemembrance: (form: string) => boolean;
}
