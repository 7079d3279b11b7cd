import { civil, type DayNumber, dayNumber, parseIsoDay, weekday } from "../../core/calendar.js";
import type { Claim, Entity } from "../../core/contract.js";
import type { DateConstraint } from "../../core/date-constraint.js";
import type { ReportReading } from "../../read/reading.js";
import type { Article } from "../article.js";
import type { Fingerprint } from "../copies/fingerprints.js";
import { keyOf } from "../features.js";
import { parseName } from "../identity/name.js";
import { type Spelling, spellingOf } from "../spelling.js";

/**
 * What the grouping needs of one report, made from that report alone: plain data that survives JSON
 * and a worker's post, about 2 KB. Lists that belong together have one order.
 */
export interface StoryFeatures {
  readonly id: string;
  /** Day of publication, else the day it was collected, which is no earlier; null if neither is known. */
  readonly day: DayNumber | null;
  readonly outlet: string | null;
  readonly language: string;
  /** Words that tell a subject, by a space, without article; those of the title stand first. */
  readonly words: string;
  /** How many of them the title holds. */
  readonly titled: number;
  /** How often each stands in the text, up to 9: a digit a word. */
  readonly counts: string;
  /** Keys of who, where and what is told, by a line break. */
  readonly names: string;
  /** How much each is told of, in tenths. */
  readonly nameWeights: readonly number[];
  /** Key of the place most told of, the smaller before the country; null where none is named. */
  readonly mainPlace: string | null;
  /** Days that the head of the report tells as those of its news; at most `MOST_NEWS_DAYS`. */
  readonly newsDays: readonly DayNumber[];
  /** The smallest of its fingerprint's hashes, ascending; at most `MOST_PRINTS`. */
  readonly prints: readonly number[];
  /** Of how many. */
  readonly printCount: number;
}

const MOST_WORDS = 80;
const MOST_NAMES = 40;
const MOST_PRINTS = 48;
const MOST_NEWS_DAYS = 3;
/** What stands in so many characters is the head of a report: dateline, lead, the sentence after it. */
const HEAD = 700;
const SHORTEST_WORD = 3;
const WEEK = 7;

/**
 * @param article of the same report
 * @param fingerprint of the same article
 */
export function storyFeatures(
  reading: ReportReading,
  article: Article,
  fingerprint: Fingerprint,
): StoryFeatures {
  const { report } = reading;
  const spelling = spellingOf(report.language);
  const day = dayOf(reading);
  const told = toldBy(reading, spelling);
  return {
    id: report.id,
    day,
    outlet: report.outlet,
    language: report.language,
    ...wordsOf(article, report.title ?? "", spelling),
    names: [...told.names.keys()].slice(0, MOST_NAMES).join("\n"),
    nameWeights: [...told.names.values()].slice(0, MOST_NAMES).map((w) => Math.round(w * 10)),
    mainPlace: told.mainPlace,
    newsDays: newsDaysOf(reading, day),
    prints: [...fingerprint.minima.subarray(0, MOST_PRINTS)],
    printCount: fingerprint.minima.length,
  };
}

/** Where a report stands in the order of the press. */
export function dayOf({ report }: ReportReading): DayNumber | null {
  const iso = report.published.start ?? report.fetched ?? null;
  return iso === null ? null : parseIsoDay(iso);
}

function wordsOf(
  article: Article,
  title: string,
  spelling: Spelling,
): Pick<StoryFeatures, "words" | "titled" | "counts"> {
  const counts = new Map<string, number>();
  for (const word of title.split(/[^\p{L}\p{M}]+/u)) {
    const bare = spelling.bareForm(word);
    if (bare.length >= SHORTEST_WORD && !spelling.isCommonWord(bare)) counts.set(bare, 0);
  }
  const titled = counts.size;
  const { topics } = article;
  const rest: { readonly word: string; readonly count: number }[] = [];
  for (const [at, word] of topics.words.entries()) {
    const count = Math.min(9, Math.round((topics.weights[at] ?? 0) ** 2));
    if (counts.has(word)) counts.set(word, count);
    else rest.push({ word, count });
  }
  // Stable: of words that stand there equally often the first is told first.
  rest.sort((a, b) => b.count - a.count);
  for (const { word, count } of rest.slice(0, Math.max(0, MOST_WORDS - titled))) {
    counts.set(word, count);
  }
  return { words: [...counts.keys()].join(" "), titled, counts: [...counts.values()].join("") };
}

interface Told {
  readonly names: ReadonlyMap<string, number>;
  readonly mainPlace: string | null;
}

/** Measures whose figures are of one incident; prices and crowds are told of many. */
const TOLLS: ReadonlySet<string> = new Set([
  "killed",
  "injured",
  "arrested",
  "casualties",
  "missing",
]);
/** One and two are told of everything. */
const LEAST_TOLL = 3;

function toldBy({ entities, claims, report }: ReportReading, spelling: Spelling): Told {
  const names = new Map<string, number>();
  const keys = new Map<string, string>();
  const add = (key: string, weight: number, most = 9): void => {
    names.set(key, Math.min(most, (names.get(key) ?? 0) + weight));
  };
  let main: { readonly key: string; readonly rank: number } | null = null;
  for (const entity of entities) {
    const key = keyOf(entity, spelling);
    keys.set(entity.id, key);
    const weight = weightOf(entity, report.outlet);
    if (weight === 0) continue;
    const count = Math.max(1, entity.mentions.length);
    add(key, weight * Math.sqrt(count));
    const full = entity.kind === "person" ? fullNameKey(entity, spelling) : null;
    if (full !== null && full !== key) add(full, weight);
    const rank = count * (isLarge(entity) ? 0.4 : 1);
    if (entity.kind === "place" && (!main || rank > main.rank)) main = { key, rank };
  }
  for (const claim of claims) {
    if (claim.background) continue;
    if (claim.event) {
      // Accidents are of a kind with any other, however often one report tells of them.
      add(`event:${claim.event.type}`, 0.3, 0.6);
      const place = claim.place === null ? null : (keys.get(claim.place) ?? null);
      if (place !== null) add(`event:${claim.event.type}@${place}`, 0.7, 1.5);
    }
    const toll = tollOf(claim);
    if (toll !== null) add(`figure:${toll}`, 0.7, 1);
  }
  return { names, mainPlace: main?.key ?? null };
}

function tollOf({ figure }: Claim): string | null {
  if (!figure || !TOLLS.has(figure.measure)) return null;
  const { min, max } = figure.value;
  return min !== null && min === max && min >= LEAST_TOLL ? `${figure.measure}=${min}` : null;
}

const isLarge = ({ type }: Entity): boolean =>
  type === "country" || type === "world region" || type === "continent";

/**
 * Entities that everyone names tell little; those who only carry the news tell nothing. Countries
 * stand in every report of their region, so that a city or a person weighs more.
 */
function weightOf(entity: Entity, outlet: string | null): number {
  if (entity.kind === "outlet" || entity.type === "news agency" || entity.name === outlet) return 0;
  switch (entity.kind) {
    case "person":
      return 1.5;
    case "place":
      return isLarge(entity) ? 1 : 1.5;
    case "organization":
      return 1.2;
    case "group":
      return 0.5;
  }
}

/** Beside the key of a surname: who is named in full. */
export function fullNameKey(entity: Entity, spelling: Spelling): string | null {
  const { skeleton, starts } = parseName(entity.name, spelling);
  return starts.length < 2 ? null : `person:full:${skeleton}`;
}

/**
 * "Yesterday, Wednesday" and "today, Wednesday" tell one day of the news, whenever they were printed:
 * the last Wednesday up to the day of publication. So daily reports of one wording are told apart.
 */
function newsDaysOf(reading: ReportReading, day: DayNumber | null): DayNumber[] {
  const days = new Set<DayNumber>();
  for (const constraint of reading.dateConstraints ?? []) {
    if (constraint.span[0] > HEAD || days.size >= MOST_NEWS_DAYS) break;
    const told = day === null ? null : toldDay(constraint, day);
    if (told !== null) days.add(told);
  }
  return [...days];
}

function toldDay(constraint: DateConstraint, published: DayNumber): DayNumber | null {
  const { weekday: wanted, day, month, year, offset } = constraint;
  if (day !== undefined && month !== undefined) {
    const of = (y: number): DayNumber => dayNumber(y, month, day);
    const own = civil(published).year;
    return year !== undefined ? of(year) : of(own) > published + WEEK ? of(own - 1) : of(own);
  }
  if (wanted === undefined) return null;
  const last = published - ((weekday(published) - wanted + WEEK) % WEEK);
  return offset > 0 && last < published ? last + WEEK : last;
}
