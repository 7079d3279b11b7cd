import type { Disagreement } from "../core/contract.js";

/**
 * Every word that the fold says to people, in one table, so that another language is another
 * table. Reports' own words never stand here: they are quoted by span.
 */
export interface Wording {
  readonly notStated: string;
  readonly everywhere: string;
  readonly bestRule: (parts: {
    readonly rows: number;
    readonly superseded: number;
    readonly denied: number;
    readonly none: number;
  }) => string;
  readonly noFigure: string;
  readonly about: Readonly<Record<Disagreement["kind"], (what: string) => string>>;
  readonly why: {
    readonly sameSpeakerLater: (speaker: string) => string;
    readonly laterAndHigher: string;
    readonly laterWidens: string;
    readonly narrowerGroup: (narrow: string, wide: string) => string;
    readonly narrowerPlace: (narrow: string, wide: string) => string;
    readonly otherGroup: string;
    readonly contestedGroup: (a: string, b: string) => string;
    readonly otherMeasure: (a: string, b: string) => string;
    readonly vaguerFigure: string;
    readonly sameDayFigures: (group: string) => string;
    readonly laterLower: string;
    readonly noneOrSome: string;
    readonly noDays: string;
    readonly wholeAndParts: string;
    readonly partsAndParts: string;
    readonly offices: (holder: string, of: string) => string;
    readonly officesOneReport: (holder: string, of: string) => string;
    readonly holders: (office: string, of: string) => string;
    readonly days: string;
    readonly places: string;
    readonly agents: string;
    readonly causes: string;
    readonly vaguerCause: string;
    readonly denial: (speaker: string) => string;
    readonly quotedFromTwo: string;
  };
}

const english: Wording = {
  notStated: "not stated",
  everywhere: "the whole country",
  bestRule: ({ rows, superseded, denied, none }) =>
    [
      `Of ${rows} figure${rows === 1 ? "" : "s"} that count the same thing`,
      superseded > 0 ? `, ${superseded} superseded by the same speaker later left out` : "",
      denied > 0 ? `, ${denied} denied left out` : "",
      none > 0 ? `, ${none} that say there were none left out` : "",
      ": low and high are the outermost that are still held; ",
      "best is an exact figure before a rounded or open one, then an official or institution before others, ",
      "then the latest said, then the one with most independent witnesses.",
    ].join(""),
  noFigure: "No figure is still held: all are denied.",
  about: {
    figure: (what) => `how many: ${what}`,
    extent: (what) => `how far it reaches: ${what}`,
    identity: (what) => `who: ${what}`,
    office: (what) => `which office: ${what}`,
    time: (what) => `when: ${what}`,
    place: (what) => `where: ${what}`,
    cause: (what) => `why: ${what}`,
    attribution: (what) => `who said it: ${what}`,
    fact: (what) => `whether: ${what}`,
  },
  why: {
    sameSpeakerLater: (speaker) => `${speaker} gave another figure on a later day: an update`,
    laterAndHigher: "said on a later day and not lower: a count that went on",
    laterWidens: "the wider extent was said on a later day: it may have been extended",
    narrowerGroup: (narrow, wide) => `${narrow} are part of ${wide}: both figures can hold at once`,
    narrowerPlace: (narrow, wide) => `${narrow} lies within ${wide}: both can hold at once`,
    otherGroup: "different people: the figures count different things and do not compete",
    contestedGroup: (a, b) =>
      `whom one speaker calls ${a} another may call ${b}: whether they are the same people is not told`,
    otherMeasure: (a, b) => `one counts ${a}, the other ${b}`,
    vaguerFigure: "the vaguer wording allows the exact figure: it does not contradict it",
    sameDayFigures: (group) =>
      `different exact figures of ${group}, of the same days and not one after the other: both cannot hold`,
    laterLower:
      "the later figure is lower and by another speaker: a correction or another way of counting",
    noneOrSome: "one says there were none: whether of the same happening is not told",
    noDays: "it is not known which figure was said first",
    wholeAndParts:
      "one says the whole country, others name parts of it without saying that it was only there",
    partsAndParts: "the reports name different parts, and none says that it was only there",
    offices: (holder, of) =>
      `one person does not hold both offices of ${of} at once; reports give ${holder} one or the other`,
    officesOneReport: (holder, of) => `a report gives ${holder} both offices of ${of}`,
    holders: (office, of) =>
      `${office} of ${of} is one person at a time, and no report tells of a change`,
    days: "a thing that happens once is put on different days",
    places: "a thing that happens once is put in different places, none within another",
    agents: "the same deed is told of different doers",
    causes: "two causes of one kind that are not the same thing",
    vaguerCause: "the vaguer cause takes in the more exact one: it does not contradict it",
    denial: (speaker) => `${speaker} denies what others assert`,
    quotedFromTwo: "the same quoted words are given to two speakers",
  },
};

export const WORDING: Wording = english;
