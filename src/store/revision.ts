/** What a version of a report changed in the one before. */
import { diffArrays } from "diff";
import type { ReportInput } from "../core/input.js";

/** A stretch of words that was replaced; on one side empty where words were only put in or taken out. */
export interface ChangedPassage {
  /** UTF-16 code units in the text before, the end not included. */
  readonly before: readonly [start: number, end: number];
  readonly after: readonly [start: number, end: number];
}

export interface ChangedField {
  readonly from: string | null;
  readonly to: string | null;
}

const FIELDS = ["title", "byline", "outlet", "url", "published", "modified"] as const;

export interface Revision {
  /** What is told beside the text and became another. */
  readonly fields: Readonly<Partial<Record<(typeof FIELDS)[number], ChangedField>>>;
  /** In the order of the text; empty where it stayed. */
  readonly passages: readonly ChangedPassage[];
  /** The texts differ too much to tell stretch from stretch: the one passage spans all that differs. */
  readonly rewritten: boolean;
}

/**
 * Words put in and taken out up to which stretches are told apart; the search takes time that grows with
 * their square, and beyond this nobody reads a list of them.
 */
const MOST_EDITS = 1500;

interface Token {
  readonly text: string;
  readonly start: number;
}

/** Words, and each other sign by itself; white space is none. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}\u0640]+|[^\s]/gu), (match) => ({
    text: match[0],
    start: match.index,
  }));
}

/** Where a run of tokens lies; an empty one behind the token before it. */
function rangeOf(tokens: readonly Token[], from: number, to: number): readonly [number, number] {
  const endOf = (token: Token | undefined): number => (token ? token.start + token.text.length : 0);
  if (from >= to) {
    const at = endOf(tokens[from - 1]);
    return [at, at];
  }
  return [tokens[from]?.start ?? 0, endOf(tokens[to - 1])];
}

/** How many tokens two lists have in common at their beginning, and behind that at their end. */
function shared(before: readonly Token[], after: readonly Token[]): readonly [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.text === after[start]?.text) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.text === after.at(-1 - end)?.text) end += 1;
  return [start, end];
}

function passagesOf(before: readonly Token[], after: readonly Token[]) {
  const [start, end] = shared(before, after);
  const [ofBefore, ofAfter] = [
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ];
  if (ofBefore.length === 0 && ofAfter.length === 0) return { passages: [], rewritten: false };
  const words = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text);
  const parts = diffArrays(words(ofBefore), words(ofAfter), { maxEditLength: MOST_EDITS });
  if (!parts) {
    const passage: ChangedPassage = {
      before: rangeOf(before, start, before.length - end),
      after: rangeOf(after, start, after.length - end),
    };
    return { passages: [passage], rewritten: true };
  }
  const passages: ChangedPassage[] = [];
  let [was, is] = [start, start];
  for (let at = 0; at < parts.length; at++) {
    const [fromWas, fromIs] = [was, is];
    for (let part = parts[at]; part && (part.added || part.removed); part = parts[++at]) {
      if (part.added) is += part.count ?? 0;
      else was += part.count ?? 0;
    }
    if (was > fromWas || is > fromIs) {
      passages.push({ before: rangeOf(before, fromWas, was), after: rangeOf(after, fromIs, is) });
    }
    const same = parts[at]?.count ?? 0;
    was += same;
    is += same;
  }
  return { passages, rewritten: false };
}

/** Compares two versions word by word. Bounded: texts that have little in common are told as rewritten. */
export function revisionBetween(before: ReportInput, after: ReportInput): Revision {
  const fields: Partial<Record<(typeof FIELDS)[number], ChangedField>> = {};
  for (const field of FIELDS) {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (from !== to) fields[field] = { from, to };
  }
  const texts =
    before.text === after.text ? [[], []] : [tokensOf(before.text), tokensOf(after.text)];
  return { fields, ...passagesOf(texts[0] ?? [], texts[1] ?? []) };
}
