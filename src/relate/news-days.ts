import { type DayNumber, parseIsoDay, weekday } from "../core/calendar.js";
import type { Claim } from "../core/contract.js";
import type { DayWord } from "../core/date-constraint.js";
import { because, dateTerm } from "../core/publication-reasons.js";
import type { ReportReading } from "../read/reading.js";
import type { Reason } from "./day-reasons.js";
import { keyOf } from "./features.js";
import { spellingOf } from "./spelling.js";
import type { ToldDay } from "./told-days.js";

/**
 * "Today" tells a day where a sibling dates the same news: a deed of one kind in one small place,
 * which all dated reports of the story put on one day.
 */

/** Places too large for one deed of a day: news of another day names them too. */
const LARGE: ReadonlySet<string> = new Set([
  "country",
  "capital",
  "city",
  "region",
  "world region",
  "continent",
  "countryside",
  "mountain",
  "sea",
  "river",
]);

/** Deeds and their victims are told interchangeably: one report has the raid, another the dead. */
const HARM: ReadonlySet<string> = new Set([
  "attack",
  "strike",
  "clash",
  "explosion",
  "force-used",
  "killed",
  "injured",
  "casualties",
]);

const kindOf = (claim: Claim): string | null => {
  if (claim.background || claim.modality !== "asserted") return null;
  const kind = claim.event?.type ?? claim.figure?.measure ?? null;
  return kind !== null && HARM.has(kind) ? "harm" : claim.event ? kind : null;
};

/** Keys of the small places of a report, by entity id. */
function smallPlaces({ report, entities }: ReportReading): ReadonlyMap<string, string> {
  const spelling = spellingOf(report.language);
  return new Map(
    entities
      .filter(({ kind, type }) => kind === "place" && type !== null && !LARGE.has(type))
      .map((entity) => [entity.id, keyOf(entity, spelling)]),
  );
}

function newsKeys(claim: Claim, places: ReadonlyMap<string, string>): string[] {
  const kind = kindOf(claim);
  if (kind === null) return [];
  return claim.places.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [`${kind}|${place}`];
  });
}

/** The day on which the dated reports put each piece of news; what they put on two days is left out. */
export function toldNews(dated: readonly ReportReading[]): Map<string, ToldDay> {
  const out = new Map<string, ToldDay | null>();
  for (const reading of dated) {
    const places = smallPlaces(reading);
    for (const claim of reading.claims) {
      const { time } = claim;
      if (!time?.start || time.start !== time.end) continue;
      const day = parseIsoDay(time.start);
      if (day === null) continue;
      const span = { report: reading.report.id, start: claim.span[0], end: claim.span[1] };
      for (const key of newsKeys(claim, places)) {
        const known = out.get(key);
        if (known === undefined) out.set(key, { day, span });
        else if (known !== null && known.day !== day) out.set(key, null);
      }
    }
  }
  return new Map([...out].filter((one): one is [string, ToldDay] => one[1] !== null));
}

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
        kindOf(one) !== null &&
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
  const places = smallPlaces(reading);
  const found = new Map<string, { readonly when: ToldDay; readonly share: number }>();
  for (const claim of reading.claims) {
    for (const key of newsKeys(claim, places)) {
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
