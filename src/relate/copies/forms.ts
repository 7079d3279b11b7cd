import type { DayNumber } from "../../core/calendar.js";
import type { Fingerprint } from "./fingerprints.js";
import { type Postings, postingsOf } from "./postings.js";

/**
 * The words of a form: a text that is printed again for every new matter of its kind, filled in
 * anew. The day's weather, a cable of congratulation, the sentence carried out, the market's close,
 * a sign-off, a menu: two reports that share them share no news. News itself is printed in one wave
 * of a day or two, however often; a form comes again on day after day.
 */
export interface Forms {
  has(shingle: number): boolean;
}

export const NO_FORMS: Forms = { has: () => false };

/** A form has been met on at least so many days … */
const LEAST_DAYS = 4;
/** … of which no two that follow one another hold more than this share of the reports with it. */
const MOST_IN_ONE_WAVE = 0.5;

/**
 * The forms among reports, told by when their words were printed. Reports of one matter alone, or
 * without days, show none.
 * @param days the day of publication of each report, or of its crawl; null where neither is known
 */
export function formsOf(
  fingerprints: readonly Fingerprint[],
  days: readonly (DayNumber | null)[],
  { hashes, reports }: Postings = postingsOf(fingerprints),
): Forms {
  const forms = new Set<number>();
  for (let from = 0; from < hashes.length; ) {
    let end = from + 1;
    while (end < hashes.length && hashes[end] === hashes[from]) end++;
    if (end - from >= LEAST_DAYS) {
      const printed: DayNumber[] = [];
      for (let at = from; at < end; at++) {
        const day = days[reports[at] as number];
        if (day !== null && day !== undefined) printed.push(day);
      }
      if (comesAgain(printed)) forms.add(hashes[from] as number);
    }
    from = end;
  }
  return forms;
}

function comesAgain(days: DayNumber[]): boolean {
  if (days.length < LEAST_DAYS) return false;
  days.sort((a, b) => a - b);
  let distinct = 0;
  let waveFrom = 0;
  let highest = 0;
  for (let at = 0; at < days.length; at++) {
    const day = days[at] as number;
    if (at === 0 || day !== days[at - 1]) distinct++;
    while (day - (days[waveFrom] as number) > 1) waveFrom++;
    highest = Math.max(highest, at + 1 - waveFrom);
  }
  return distinct >= LEAST_DAYS && highest <= MOST_IN_ONE_WAVE * days.length;
}

/** What is a report's own: its fingerprint without forms. */
export function withoutForms(fingerprint: Fingerprint, forms: Forms): Fingerprint {
  const minima = fingerprint.minima.filter((hash) => !forms.has(hash));
  const { length } = fingerprint.minima;
  const words = length === 0 ? 0 : Math.round((fingerprint.words * minima.length) / length);
  return { minima, words };
}
