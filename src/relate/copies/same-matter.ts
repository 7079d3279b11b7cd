import { parseIsoDay } from "../../core/calendar.js";
import type { Report } from "../../core/contract.js";
import type { Run } from "./alignment.js";
import { type CopySide, LEAD_WORDS } from "./copy-side.js";

/**
 * Two reports in the same words may still tell two things: the fourth aid plane and the fifth, one
 * sentence carried out and another. Whom and how many it is about stands in a report's first words,
 * so these are looked for in the other.
 */

/** A copy is printed on the day of its source or the next; from so many days on it is the exception. */
const APART_DAYS = 2;
/** Of the names and numbers of the lead, so many that the other lacks make another matter … */
const LEAST_MISSING = 2;
/** … where they are this share of them, of reports that are days apart … */
const MISSING_APART = 0.35;
/** … and this one of reports of one day, whose common words must also be filled in differently. */
const MISSING_NEAR = 0.5;
/** So many words in front of a run of equal words, a whole lead, may be filled in. */
const WIDEST_SLOT = 40;

/** True where the report with fewer words of its own tells of another matter than the one it shares words with. */
export function tellsAnother(a: CopySide, b: CopySide, runs: readonly Run[]): boolean {
  const [short, long] = a.ownWords <= b.ownWords ? [a, b] : [b, a];
  const names = short.lead.names.filter((name) => !long.text.particulars.has(name));
  const numbers = short.lead.numbers.filter((number) => !long.text.particulars.has(number));
  const missing = names.length + numbers.length;
  const share = missing / (short.lead.names.length + short.lead.numbers.length);
  if (areApart(a.reading.report, b.reading.report)) {
    return numbers.length > 0 || (missing >= LEAST_MISSING && share >= MISSING_APART);
  }
  if (missing >= LEAST_MISSING && share >= MISSING_NEAR && filledDifferently(a, b, runs))
    return true;
  return shareForm(a, runs) && leadsNameOthers(a, b, runs);
}

/** Some of the words that both have are of a form. */
const shareForm = (a: CopySide, runs: readonly Run[]): boolean =>
  runs.some((run) => a.standing.subarray(run.a, run.a + run.length).includes(1));

/**
 * Who calls, who sends the cable: one slot of both leads is filled in with names, and what is told
 * in it by either is met nowhere in the other report.
 */
function leadsNameOthers(a: CopySide, b: CopySide, runs: readonly Run[]): boolean {
  const strange = (own: CopySide, other: CopySide, from: number, to: number): number =>
    own.text.particulars.in(from, to).names.filter((name) => !other.text.particulars.has(name))
      .length;
  let [fromA, fromB] = [0, 0];
  for (const run of runs) {
    if (run.a > LEAD_WORDS || run.b > LEAD_WORDS) return false;
    if (
      strange(a, b, fromA, run.a) >= LEAST_MISSING &&
      strange(b, a, fromB, run.b) >= LEAST_MISSING
    ) {
      return true;
    }
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
  }
  return false;
}

/**
 * True where one form is filled in for one person by both, within a day: two outlets' prints of one
 * arrival, one cable. What they share of the form is then of the same matter too.
 */
export function fillInAlike(a: CopySide, b: CopySide): boolean {
  if (areApart(a.reading.report, b.reading.report)) return false;
  return a.lead.people.some((person) => b.lead.people.includes(person));
}

function areApart(a: Report, b: Report): boolean {
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  return dayA !== null && dayB !== null && Math.abs(dayA - dayB) >= APART_DAYS;
}

const dayOf = ({ published, fetched }: Report): number | null => {
  const day = published.start ?? fetched;
  return day ? parseIsoDay(day) : null;
};

/** In front of one of the runs both have names or numbers, and hardly the same. */
function filledDifferently(a: CopySide, b: CopySide, runs: readonly Run[]): boolean {
  let [fromA, fromB] = [0, 0];
  for (const run of runs) {
    const inA = a.particularsIn(Math.max(fromA, run.a - WIDEST_SLOT), run.a);
    const inB = b.particularsIn(Math.max(fromB, run.b - WIDEST_SLOT), run.b);
    const [fewer, more] = inA.length <= inB.length ? [inA, inB] : [inB, inA];
    const other = fewer.filter((one) => !more.includes(one)).length;
    if (other > 0 && other >= MISSING_NEAR * fewer.length) return true;
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
  }
  return false;
}
