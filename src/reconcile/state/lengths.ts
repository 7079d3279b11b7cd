import { isoDay, parseIsoDay } from "../../core/calendar.js";
import type { Claim, Time } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";

/** Words after a measure's own that may still tell how long it is to hold. */
const REACH_CHARACTERS = 120;
const CLAUSE_END = /[.؛!؟?\n]/;

/**
 * The last day of what is told to hold "for two weeks": counted from its first day, that day
 * included. Null where no length is told, or a vague one, or no first day is known.
 */
export function endByLength(
  claims: readonly Claim[],
  from: Time | null,
  context: StoryContext,
): Time | null {
  const first = from?.start && from.start === from.end ? parseIsoDay(from.start) : null;
  if (first === null) return null;
  for (const claim of claims) {
    const report = context.reports.get(claim.report);
    if (!report) continue;
    const [start, end] = claim.span;
    const after = report.text.slice(end, Math.min(claim.sentence[1], end + REACH_CHARACTERS));
    const clause = after.split(CLAUSE_END)[0] ?? "";
    const words = report.text.slice(start, end) + clause;
    const days = foldLanguage(report.language).lengthIn(words);
    if (days === null) continue;
    const last = isoDay(first + Math.max(1, days) - 1);
    return { edtf: last, start: last, end: last, span: null, basis: "relative" };
  }
  return null;
}
