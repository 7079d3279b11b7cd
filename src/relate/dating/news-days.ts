import { type DayNumber, weekday } from "../../core/calendar.js";
import type { Claim } from "../../core/contract.js";
import type { DayWord } from "../../core/date-constraint.js";
import { because, dateTerm } from "../../core/publication-reasons.js";
import type { ReportReading } from "../../read/reading.js";
import type { Reason } from "./day-reasons.js";
import type { ToldDay } from "./told-days.js";
import { newsKind, toldKeys } from "./told-keys.js";

/**
 * "Today" tells a day where a sibling dates the same news: a deed of one kind in one small place,
 * which all dated reports of the story put on one day.
 */

/** Sentences back in which a claim's day was told. */
const REACH_BACK = 4;
/** A weekday in the first of these is that of the news, hardly more than a day old. */
const LEAD_SENTENCES = 4;
const WEEK = 7;

interface SaidDay {
  readonly word: DayWord;
  /** It is the first day told, at the head of the report. */
  readonly lead: boolean;
}

/**
 * The word that tells the day of a claim: in its sentence, else the last one shortly before. It must
 * follow the deed that its sentence tells ("killed today in …"): in "they buried today three who
 * died" the dying has no day. Where the report's words fix its weekday, they are guard enough.
 */
function dayWordOf(reading: ReportReading, claim: Claim): SaidDay | null {
  const { sentences } = reading.report;
  const sentenceOf = (at: number): number =>
    sentences.findIndex(([start, end]) => at >= start && at < end);
  const own = sentenceOf(claim.sentence[0]);
  const words = reading.dayWords ?? [];
  const word = words.findLast(({ span: [start] }) => {
    const sentence = sentenceOf(start);
    return sentence >= 0 && sentence <= own && own - sentence <= REACH_BACK;
  });
  if (!word) return null;
  const at = sentenceOf(word.span[0]);
  const guarded = reading.dateConstraints?.some(({ exact }) => exact) ?? false;
  const told =
    guarded ||
    reading.claims.some(
      (one) =>
        newsKind(one) !== null &&
        sentenceOf(one.sentence[0]) === at &&
        one.span[0] < word.span[0] &&
        (at !== own || one === claim),
    );
  return told ? { word, lead: word === words[0] && at < LEAD_SENTENCES } : null;
}

/** Points for one place and for each more, to `MOST`. */
const [FIRST, MORE, MOST] = [2, 0.5, 3];

/** How well the news that dated siblings tell fits a report published on `day`. */
export function newsReason(
  reading: ReportReading,
  day: DayNumber,
  told: ReadonlyMap<string, ToldDay>,
): Reason | null {
  if (told.size === 0 || !reading.dayWords?.length) return null;
  const found = new Map<string, { readonly when: ToldDay; readonly share: number }>();
  for (const { claim, keys } of toldKeys(reading).news) {
    for (const key of keys) {
      const when = told.get(key);
      const said = when && dayWordOf(reading, claim);
      if (!said) continue;
      const share = fits(said.word, said.lead, day, when.day);
      if (share > (found.get(key)?.share ?? 0)) found.set(key, { when, share });
    }
  }
  const [best, ...others] = [...found.values()].sort((a, b) => b.share - a.share);
  if (!best) return null;
  const more = others.filter(({ share }) => share === best.share).length;
  return {
    points: Math.min(MOST, best.share * FIRST + more * MORE),
    message: because("published-news", { date: dateTerm(best.when.day) }),
    news: true,
    spans: [best.when.span],
  };
}

/** 1 where the word, said on `day`, means `wanted`; less where it may. */
function fits(word: DayWord, lead: boolean, day: DayNumber, wanted: DayNumber): number {
  if (word.offset !== null) return day + word.offset === wanted ? 1 : 0;
  const away = day - wanted;
  if (weekday(wanted) !== word.weekday || away < 0 || away >= WEEK) return 0;
  if (!lead) return away === 0 ? 0.5 : 0.25;
  return away === 0 ? 1 : away === 1 ? 0.5 : 0.25;
}
