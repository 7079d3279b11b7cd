import type { Account, FigureRule, Range } from "./core/contract.js";
import type { ReportInput } from "./core/input.js";
import {
  isAboutStories,
  type Judgement,
  reportsOf,
  type StandingJudgement,
  standing,
} from "./core/judgement.js";
import { type IdleJudgement, unappliedIn } from "./core/unapplied.js";
import { arabic } from "./lang/ar/pack.js";
import { type Explanation, explainSpan } from "./read/explain.js";
import type { ReportReading } from "./read/reading.js";
import {
  type DatableReport,
  readReports as readSideBySide,
  readReport as readWithPack,
} from "./read/report.js";
import type { Published } from "./read/times/publication.js";
import { reconcile } from "./reconcile/reconcile.js";
import { Articles } from "./relate/articles.js";
import type { Fingerprint } from "./relate/copies/fingerprints.js";
import { type Forms, formsOf } from "./relate/copies/forms.js";
import { inferDates, mayBeDated } from "./relate/dating/siblings.js";
import { judgedGroups, withJudgements } from "./relate/judged-stories.js";
import { type Grouping, oneStory, type Related, relate } from "./relate/relate.js";
import { type StoryFeatures, storyFeatures } from "./relate/stories/features.js";
import type { Placement } from "./relate/stories/placement.js";
import { groupStories } from "./relate/stories/stories.js";
import { StoryMemory } from "./relate/story-memory.js";

export type { Explanation, Step, TokenExplained } from "./read/explain.js";
export type { ReportReading } from "./read/reading.js";
export { reportIdOf } from "./read/report.js";
export { type State, type StateOptions, stateOf } from "./reconcile/state/state.js";
export { estimateShare, type Fingerprint } from "./relate/copies/fingerprints.js";
export type { Forms } from "./relate/copies/forms.js";
export { type Arrival, GrowingPress, type GrownStory } from "./relate/growing-press.js";
export { type SearchExcerpt, searchExcerpt } from "./relate/search-excerpt.js";
export { searchWords } from "./relate/search-words.js";
export type { StoryFeatures } from "./relate/stories/features.js";
export { StoryMemory } from "./relate/story-memory.js";

/** Changes whenever the same reports could give a different account. */
export const ENGINE_VERSION = "isnad 0.1.0";

export interface AccountOptions {
  /** Called after each report is read. */
  readonly onProgress?: (done: number, total: number) => void;
  /** What chooses low, best and high of each ledger; Isnad's own rule where none is named. */
  readonly rule?: FigureRule;
  /** What people decided, the oldest first; undone entries among it. */
  readonly judgements?: readonly Judgement[];
}

/** Reads one report by itself. Pure: the same input gives the same reading. */
export function readReport(input: ReportInput): ReportReading {
  return readWithPack(input, arabic);
}

/** Reads many reports, each by itself, in their order; faster than one after another. */
export function readReports(inputs: readonly ReportInput[]): ReportReading[] {
  return Array.from(readSideBySide(inputs, arabic), ({ reading }) => reading);
}

/** Undated reports whose layers are kept until their siblings are read; others are read again. */
const MOST_KEPT = 200;

/**
 * Reads reports and folds them into one account. The order of the inputs does not matter.
 *
 * A report whose own words do not tell its day is dated by its siblings and its claims are read once
 * more with that day, so that its "today" and "last Thursday" find theirs.
 */
export function readAccount(inputs: readonly ReportInput[], options: AccountOptions = {}): Account {
  const undated = new Map<string, DatableReport>();
  const readings: ReportReading[] = [];
  for (const report of readSideBySide(inputs, arabic)) {
    const { id, published } = report.reading.report;
    if (mayBeDated(published) && undated.size < MOST_KEPT) undated.set(id, report);
    readings.push(report.reading);
    options.onProgress?.(readings.length, inputs.length);
  }
  const articles = new Articles();
  const log = standing(options.judgements ?? []);
  const group = withJudgements(groupStories, log);
  const inferred = inferDates(readings, articles, group);
  const dated = readings.map((reading, index) => {
    const { id } = reading.report;
    const date = inferred.get(id);
    const input = inputs[index];
    if (!date || !input) return reading;
    const published = { ...date, basis: "inferred" } as const;
    return undated.get(id)?.on(published) ?? readWithPack(input, arabic, published);
  });
  const here = new Set(readings.map(({ report }) => report.id));
  const ofHere = log.filter((entry) => reportsOf(entry).some((id) => here.has(id)));
  const related = relate(dated, { articles, group, judgements: ofHere });
  return account(related, options.rule, idleMerges(ofHere, here));
}

/** Merges of whose reports no two are among those read: there is nothing left to join. */
const idleMerges = (
  log: readonly StandingJudgement[],
  here: ReadonlySet<string>,
): readonly IdleJudgement[] =>
  log.flatMap((entry) => {
    if (entry.kind !== "merge") return [];
    const known = new Set(entry.reports.filter((id) => here.has(id)));
    return known.size > 1 ? [] : [{ entry, because: "idle-report" as const }];
  });

/** A report as it was given, and what was read of it. */
export interface GivenReading {
  readonly input: ReportInput;
  readonly reading: ReportReading;
}

/** What is needed of a report to hold it against all others of a press; made from it alone. */
export interface ReportSketch {
  readonly features: StoryFeatures;
  readonly fingerprint: Fingerprint;
}

/** A reading, and what of it is held against all others of a press. */
export interface SketchedReading {
  readonly reading: ReportReading;
  readonly sketch: ReportSketch;
}

/** As `readReports`, with a sketch of each report. */
export function* readSketched(inputs: readonly ReportInput[]): Generator<SketchedReading> {
  for (const { reading, tokens } of readSideBySide(inputs, arabic)) {
    const articles = new Articles();
    const article = articles.of(reading.report, tokens);
    const fingerprint = articles.fingerprintOf(reading.report);
    yield {
      reading,
      sketch: { features: storyFeatures(reading, article, fingerprint), fingerprint },
    };
  }
}

/** A story of a press. */
export interface GroupedStory {
  /** Indices into the sketches given, by day, then id. */
  readonly members: readonly number[];
  /** How each of them came here. */
  readonly placements: readonly Placement[];
  /** What people decided of it and all that is in it, in the order of the log. */
  readonly judgements: readonly StandingJudgement[];
}

export interface PressGrouping {
  readonly stories: readonly GroupedStory[];
  /** Texts that are printed again for every new matter of their kind. */
  readonly forms: Forms;
}

/**
 * The stories of a press. The order of the sketches does not matter.
 * @param log what people decided, the oldest first
 */
export function groupReports(
  sketches: readonly ReportSketch[],
  log: readonly Judgement[] = [],
): PressGrouping {
  const features = sketches.map((sketch) => sketch.features);
  return {
    stories: judgedGroups(features, log),
    forms: formsOf(
      sketches.map(({ fingerprint }) => fingerprint),
      features.map(({ day }) => day),
    ),
  };
}

export interface StoryAccountOptions {
  readonly rule?: FigureRule;
  /** Of the press that the story is of; else those that its own reports show. */
  readonly forms?: Forms;
  /** Those of the story, as `groupReports` gives them. */
  readonly placements?: readonly Placement[];
  /** Those of the story, as `groupReports` gives them. */
  readonly judgements?: readonly StandingJudgement[];
}

/** Reports that were read before and are known to be one story. */
export interface GivenStory {
  readonly given: readonly GivenReading[];
  readonly options?: StoryAccountOptions;
  /** That of the story before, where it is one that grows. */
  readonly memory?: StoryMemory | undefined;
}

/** The account of each story. Reports that their siblings date are read again, side by side. */
export function storyAccounts(stories: readonly GivenStory[]): Account[] {
  const inputs: ReportInput[] = [];
  const dates: Published[] = [];
  const all = stories.map(({ given, options, memory = new StoryMemory() }) => {
    const readings = given.map(({ reading }) => reading);
    const dated = new Map<string, ReportReading | "again">();
    const inferred = inferDates(readings, memory.articles, oneStory);
    for (const { input, reading } of given) {
      const { id } = reading.report;
      const date = inferred.get(id);
      if (!date) continue;
      const published = { ...date, basis: "inferred" } as const;
      const known = memory.on(reading, published);
      dated.set(id, known ?? "again");
      if (known) continue;
      inputs.push(input);
      dates.push(published);
    }
    return { readings, memory, dated, options };
  });
  const again = readSideBySide(inputs, arabic, dates);
  return all.map(
    ({
      readings,
      memory,
      dated,
      options: { rule, forms, placements = [], judgements = [] } = {},
    }) => {
      const judged = judgements.filter(isAboutStories);
      const group: Grouping = (one, among) =>
        oneStory(one, among).map((story) => ({ ...story, placements, judged }));
      const asDated = readings.map((reading) => {
        const known = dated.get(reading.report.id);
        if (known !== "again") return known ?? reading;
        const next = again.next();
        if (next.done) return reading;
        memory.keep(reading, next.value.reading);
        return next.value.reading;
      });
      const { articles, rewritten } = memory;
      return account(relate(asDated, { articles, rewritten, forms, group, judgements }), rule);
    },
  );
}

/**
 * Why `[start, end)` of a report was read as it was: how the lexicon reads each word, what every
 * layer kept and what it let go, and the claims that came of it.
 * @param among reports read together with it, which may date it; as in `readAccount`
 * @throws RangeError where the place lies outside the text
 */
export function explain(
  input: ReportInput,
  span: Range,
  among: readonly ReportInput[] = [],
): Explanation {
  const own = readReport(input);
  const others = among.filter((one) => one !== input).map(readReport);
  const date = others.length > 0 ? inferDates([own, ...others]).get(own.report.id) : undefined;
  return explainSpan(input, span, arabic, date && { ...date, basis: "inferred" });
}

function account(
  related: Related,
  rule: FigureRule = "isnad",
  ofStories: readonly IdleJudgement[] = [],
): Account {
  const unapplied = [...related.idle, ...ofStories].map(unappliedIn);
  return {
    schema: "isnad/account@1",
    engine: ENGINE_VERSION,
    reports: related.stories
      .flatMap((story) => story.reports)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    entities: related.entities,
    claims: related.claims,
    stories: reconcile(related, rule),
    identities: related.identities,
    ...(unapplied.length > 0 ? { unapplied } : {}),
  };
}
