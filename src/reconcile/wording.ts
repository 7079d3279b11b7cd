import type { Message } from "../core/contract.js";
import { fillTemplate, listed } from "../core/message.js";

/**
 * Every sentence that the fold says to people, by its code. Terms stand in braces,
 * `{*}` for all of them. An export that
 * speaks another language has a table of the same codes; reports' own words never stand here.
 */
const WORDING = {
  rows: "{count} figures count the same thing.",
  oneRow: "One figure.",
  rowsSuperseded: "{count} replaced by the same speaker's later one left out.",
  rowsOvertaken: "{count} overtaken by a later count, or counting some of them, left out of low.",
  rowsDenied: "{count} denied left out.",
  rowsForeseen: "{count} only foreseen left out.",
  rowsNone: "{count} that say there were none left out.",
  "rule-isnad":
    "Isnad's rule. Low and high: the outermost still held. Best: the latest count that was not overtaken; of several, the exact one with most independent witnesses, official before others.",
  "rule-acled":
    "ACLED's rule: the most conservative count still held, and it is also low; tens are 10, hundreds 100, several 3.",
  "rule-ucdp":
    "UCDP's rule. Low and high: the lowest and highest told. Best: the most specific count of a source that is named; where several are as reliable, the lower.",
  noFigure: "No figure is still held: all are denied.",

  "about-figure": "how many: {*}",
  "about-extent": "how far it reaches: {*}",
  "about-identity": "who: {*}",
  "about-office": "which office: {*}",
  "about-time": "when: {*}",
  "about-place": "where: {*}",
  "about-cause": "why: {*}",
  "about-attribution": "who said it: {*}",
  "about-fact": "whether: {*}",

  sameSpeakerLater: "{speaker} gave a later figure",
  sameSpeakerHigher:
    "{speaker} gave both on one day: such a count does not fall, so the higher is the later",
  sameSpeakerLower: "{speaker} gave a lower figure later: a correction, or other people counted",
  laterAndHigher: "said later and not lower: a count that went on",
  laterGroup: "{after} were counted later than {before}, and no fewer: a count that went on",
  laterFewer: "said later: this count falls as people are found or let go",
  laterWidens: "the wider extent was told later: it may have been extended",
  narrowerGroup: "{narrow} are part of {wide}: both can hold at once",
  moreThanWhole: "{narrow} are part of {wide}, yet the part is told as more than the whole",
  narrowerPlace: "{narrow} lies within {wide}: both can hold at once",
  otherGroup: "different people are counted: the figures do not compete",
  contestedGroup:
    "whom one side calls {a} another calls {b}: whether they are the same people is not told",
  vaguerFigure: "the vaguer wording allows the exact figure",
  roundedFigure: "one is a round number that the exact one comes to",
  sameDayFigures: "different figures of {counted}, of the same day and by different speakers",
  aboard: "so many were aboard from the first: both numbers cannot hold",
  stillTold: "told on when the lower one was told no more: a count that went on",
  farBelow: "hardly said so low by somebody who knew of the other",
  laterLower: "{speaker} gives fewer on a later day, though such a count does not fall",
  noneOrSome: "one says there were none, another that there were some, of the same day",
  noneAndSome: "one says that nobody was killed or hurt, another how many were",
  noneOvertaken: "what was said first, that there were none, was overtaken",
  partyClaims: "{speaker} is a party to it: a claim of one side",
  atMost: "{speaker} says that there were no more than so many, others count more",
  earlierCount: "the reports themselves call the one an earlier count",
  noDays: "which figure was said first is not known",
  wholeAndParts:
    "one says the whole country, another names parts of it, at the same time: extended, or told inexactly",
  partsAndParts: "different parts are named, and none says that it was only there",
  hours: "different hours are told of the same measure",
  offices: "one person does not hold both offices of {of} at once",
  officesOneReport: "one report gives {holder} both offices of {of}",
  holders: "{office} of {of} is one person at a time, and no report tells of a change",
  days: "a thing that happens once is put on different days",
  places: "a thing that happens once is put in different places, none within another",
  agents: "the same deed is told of different doers",
  causes: "two causes of one kind that are not the same thing",
  vaguerCause: "the vaguer cause takes in the more exact one",
  toldAndDenied: "one tells what another denies",
  doneAndRefused: "one tells that it was done, another that it was refused",
  denial: "{speaker} denies what others assert",
  relayDiffers:
    "{relayer} relays {speaker} with another figure than {speaker} gives directly that day",
  quotedFromTwo: "the same quoted words are given to two speakers",

  wholeCountry: "the whole country ({place})",
  asserted: "asserted",
  denied: "denied",
  notDoneBy: "not {who}",
  goods: "{goods}",
} as const satisfies Readonly<Record<string, string>>;

export type MessageCode = keyof typeof WORDING;
type Term = Message["terms"][string];
type TermKind = Term["kind"];

const term =
  (kind: TermKind) =>
  (...values: readonly string[]): Term => ({ kind, values });

export const name = term("name");
export const counted = term("counted");
export const measure = term("measure");
export const event = term("event");
export const office = term("office");
export const goods = term("goods");
export const number = (n: number): Term => ({ kind: "number", values: [String(n)] });

export function message(code: MessageCode, terms: Message["terms"] = {}): Message {
  return { code, terms };
}

/** The sentence in English. */
export function inEnglish({ code, terms }: Message): string {
  const template: string = Object.hasOwn(WORDING, code) ? WORDING[code as MessageCode] : code;
  return fillTemplate(template, terms, ({ values }) => listed(values));
}
