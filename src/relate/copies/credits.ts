import type { Report } from "../../core/contract.js";
import { named } from "../../gazetteer/gazetteer.js";
import { fold } from "../../text/fold.js";
import { spellingOf } from "../spelling.js";

/** Whose text a report says it is, in its byline or a line of credit. */
export interface Credit {
  /** Id in the gazetteer; null for agencies that are not named. */
  readonly ref: string | null;
  readonly name: string;
  /** Nobody of the outlet signs beside it: all of the report is the agency's. */
  readonly sole: boolean;
}

/** A dateline is no longer than this, in words. */
const LONGEST_DATELINE = 18;
/** Characters of a text's head and tail in which a credit is looked for. */
const HEAD = 160;
const TAIL = 60;
/** An outlet's or a place's name in front of a credit that has no line of its own: at most so many words. */
const SHORT_NAME = 3;

/** Of reports that were asked about: a story asks for all of its own again whenever it grows. */
const KNOWN = new WeakMap<Report, { readonly credit: Credit | null }>();

/** Whose text the report says it is; null where no agency is credited. */
export function creditOf(report: Report): Credit | null {
  let known = KNOWN.get(report);
  if (!known) {
    known = { credit: readCredit(report) };
    KNOWN.set(report, known);
  }
  return known.credit;
}

/**
 * Reads the byline, else the line above the text ("أبها - واس", "جدة 5 محرم 1436هـ … واس"), else what
 * stands in brackets at its end.
 */
function readCredit({ byline, text, language }: Report): Credit | null {
  const { namesNoAgency, unnamedAgencies } = spellingOf(language);
  const creditIn = (line: string, longest: number): Credit | null => {
    const segments = line
      .split(SEPARATORS)
      .map(phraseOf)
      .filter((one) => one !== "");
    if (segments.reduce((sum, one) => sum + one.split(" ").length, 0) > longest) return null;
    let found = null as Omit<Credit, "sole"> | null;
    let signed = false;
    for (const segment of segments) {
      const agency = agencyNamed(segment);
      if (agency) {
        // Two agencies: the text was put together of both.
        if (found && found.ref !== null && found.ref !== agency.ref) signed = true;
        if (!found || found.ref === null) found = agency;
      } else if (namesNoAgency(segment)) found ??= { ref: null, name: unnamedAgencies };
      else if (segment.includes(" ") && !isPlace(segment)) signed = true;
    }
    return found && { ...found, sole: !signed };
  };
  if (byline) {
    const credit = creditIn(byline, LONGEST_DATELINE);
    if (credit) return credit;
  }
  const head = text.slice(0, HEAD).trimStart();
  const [line = ""] = head.split("\n", 1);
  return (
    (line.length < head.length ? (creditIn(line, LONGEST_DATELINE) ?? atEndOf(line)) : null) ??
    before(head, ":", creditIn) ??
    behindName(head) ??
    inBrackets(text.slice(-TAIL), creditIn)
  );
}

const SEPARATORS = /[-–—ـ:：،,/|()[\]{}«»"”“]+/u;

function phraseOf(words: string): string {
  return fold(words.replace(/[.\s]+/gu, " ").replace(/&\w+;/gu, " ")).trim();
}

function agencyNamed(phrase: string): Omit<Credit, "sole"> | null {
  const agency = named(phrase)?.entries.find(({ type }) => type === "news agency");
  return agency ? { ref: agency.id, name: agency.name } : null;
}

const isPlace = (phrase: string): boolean =>
  named(phrase)?.entries.some(({ kind }) => kind === "place") ?? false;

/** "جدة 25 شوال 1436هـ الموافق 10 أغسطس 2015م واس", in a line of its own. */
function atEndOf(line: string): Credit | null {
  const words = phraseOf(line).split(" ");
  if (words.length > LONGEST_DATELINE) return null;
  const agency = agencyNamed(words[words.length - 1] ?? "");
  return agency && { ...agency, sole: true };
}

function before(
  head: string,
  mark: string,
  creditIn: (line: string, longest: number) => Credit | null,
): Credit | null {
  const end = head.indexOf(mark);
  return end < 0 ? null : creditIn(head.slice(0, end), LONGEST_DATELINE / 2);
}

/** "الجريدة – واس عقد المجلس": the agency opens the text behind the outlet's name and a dash. */
function behindName(head: string): Credit | null {
  const [name = "", rest = ""] = head.split(/\s[-–—ـ]\s/u, 2);
  if (name === "" || phraseOf(name).split(" ").length > SHORT_NAME) return null;
  const match = named(phraseOf(rest).split(" ")[0] ?? "");
  const agency = match?.commonWord ? null : agencyNamed(phraseOf(rest).split(" ")[0] ?? "");
  return agency && { ...agency, sole: true };
}

function inBrackets(
  tail: string,
  creditIn: (line: string, longest: number) => Credit | null,
): Credit | null {
  const trimmed = tail.trimEnd().replace(/[.،]$/u, "");
  if (!trimmed.endsWith(")")) return null;
  return creditIn(trimmed.slice(trimmed.lastIndexOf("(")), SHORT_NAME);
}
