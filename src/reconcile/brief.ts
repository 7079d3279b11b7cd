import type { Claim, Story } from "../core/contract.js";
import { groupBy } from "../core/grouping.js";
import { spellingOf } from "../relate/spelling.js";
import { tokenize } from "../text/tokens.js";
import { kindWeight } from "./brief-weights.js";
import type { StoryContext } from "./context.js";
import { speakerOf } from "./witnesses/voices.js";

type Brief = Story["brief"];

/** Sentences of a brief, at most; a story of few claims has fewer. */
const MOST_SENTENCES = 7;
/** Longer sentences are whole paragraphs, shorter ones headings. */
const LONGEST = 420;
const SHORTEST = 30;
/** A sentence that adds less is left out: it repeats, or tells what lies beside the story. */
const LEAST_GAIN = 0.8;
/** Two sentences that share this much of their words tell one thing twice. */
const NEAR_DUPLICATE = 0.3;

interface Candidate {
  readonly claims: Claim[];
  readonly text: string;
  readonly report: number;
  readonly start: number;
  readonly isLead: boolean;
  words: ReadonlySet<string> | null;
}

/**
 * Sentences of the reports, word for word, that together hold the main claims: the next one is
 * always that which adds most weight not yet told. Ordered by the day they tell of, then as they
 * stand in the reports.
 */
export function briefOf(topics: ReadonlyMap<string, string>, context: StoryContext): Brief {
  const candidates = candidatesOf(context);
  const weights = weightsOf(topics, context);
  const told = new Set<string>();
  const chosen: Candidate[] = [];
  const passed = new Set<Candidate>();
  while (chosen.length < MOST_SENTENCES) {
    let best: Candidate | null = null;
    let bestGain = LEAST_GAIN;
    for (const candidate of candidates) {
      if (passed.has(candidate)) continue;
      const isNew = !chosen.some(({ report }) => report === candidate.report);
      const gain = gainOf(candidate, topics, weights, told) * (isNew ? NEW_REPORT_BONUS : 1);
      if (gain > bestGain) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (!best) break;
    passed.add(best);
    if (chosen.some((one) => overlap(one, best as Candidate) >= NEAR_DUPLICATE)) continue;
    chosen.push(best);
    for (const claim of best.claims) told.add(topics.get(claim.id) ?? claim.id);
  }
  const key = new Map(chosen.map((one) => [one, dayOf(one, context)]));
  chosen.sort(
    (a, b) =>
      compare(key.get(a) ?? "", key.get(b) ?? "") || a.report - b.report || a.start - b.start,
  );
  return {
    lang: context.story.reports[0]?.language ?? "ar",
    sentences: chosen.map(({ text, claims }) => ({ text, claims: claims.map((one) => one.id) })),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A headline stands on a line of its own and ends in no mark: it is no sentence. */
const SENTENCE_END = /[.!؟?…][»”"'’)\]]*\s*$/;

function candidatesOf(context: StoryContext): Candidate[] {
  const order = new Map(context.story.reports.map((report, at) => [report.id, at]));
  const bySentence = new Map<string, Candidate>();
  const leads = new Map<string, number>();
  for (const claim of context.claims) {
    const text = context.sentenceOf(claim);
    if (text.length < SHORTEST || text.length > LONGEST || !SENTENCE_END.test(text)) continue;
    const key = `${claim.report}|${claim.sentence[0]}`;
    const known = bySentence.get(key);
    if (known) known.claims.push(claim);
    else {
      const report = order.get(claim.report) ?? 0;
      const lead = leads.get(claim.report) ?? claim.sentence[0];
      leads.set(claim.report, lead);
      const [start] = claim.sentence;
      bySentence.set(key, {
        claims: [claim],
        text,
        report,
        start,
        isLead: start === lead,
        words: null,
      });
    }
  }
  return [...bySentence.values()];
}

function wordsOf(candidate: Candidate): ReadonlySet<string> {
  const { bareForm } = spellingOf("ar");
  candidate.words ??= new Set(
    tokenize(candidate.text)
      .filter((token) => token.kind === "word" && token.form.length > 2)
      .map((token) => bareForm(token.form)),
  );
  return candidate.words;
}

function overlap(a: Candidate, b: Candidate): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return shared / Math.max(1, x.size + y.size - shared);
}

/** What all reports tell weighs this much more than what hardly any does. */
const BY_SHARE = 2;
/** In a story of so many reports, what one of them alone tells is beside the story. */
const MANY_REPORTS = 8;
const ALONE = 0.3;
/** What is recalled from long before is not the story. */
const RECALLED = 0.2;

/** A topic weighs by who tells it independently; tolls and events before words about them. */
function weightsOf(
  topics: ReadonlyMap<string, string>,
  context: StoryContext,
): ReadonlyMap<string, number> {
  const members = groupBy(context.claims, (claim) => topics.get(claim.id) ?? claim.id);
  const out = new Map<string, number>();
  for (const [topic, claims] of members) {
    const kind = Math.max(...claims.map(kindWeight));
    const reports = new Set(claims.map((claim) => claim.report)).size;
    const recalled = claims.every((claim) => context.isRecalled(claim)) ? RECALLED : 1;
    const share = reports / Math.max(1, context.story.reports.length);
    const told = 1 + Math.log(context.witnesses.count(claims)) + BY_SHARE * Math.sqrt(share);
    const alone = reports === 1 && context.story.reports.length >= MANY_REPORTS ? ALONE : 1;
    out.set(topic, kind * told * alone * recalled);
  }
  return out;
}

/** Length from which a sentence is weighed down: it must not be simply the longest that wins. */
const FREE_LENGTH = 200;

/** New weight a sentence adds; the first sentence of a report is written to stand alone. */
function gainOf(
  candidate: Candidate,
  topics: ReadonlyMap<string, string>,
  weights: ReadonlyMap<string, number>,
  told: ReadonlySet<string>,
): number {
  const fresh = new Set<string>();
  for (const claim of candidate.claims) {
    const topic = topics.get(claim.id) ?? claim.id;
    if (!told.has(topic)) fresh.add(topic);
  }
  let gain = 0;
  for (const topic of fresh) gain += weights.get(topic) ?? 0;
  // Who condemns a deed tells in passing what others tell first hand.
  if (candidate.claims.some((claim) => speakerOf(claim)?.stance === "condemns")) gain *= CONDEMNS;
  const lead = candidate.isLead ? LEAD_BONUS : 1;
  return (gain * lead) / Math.sqrt(1 + Math.max(0, candidate.text.length - FREE_LENGTH) / 150);
}

const CONDEMNS = 0.4;
const LEAD_BONUS = 1.9;
/** A report that has not spoken yet: the brief is of all of them. */
const NEW_REPORT_BONUS = 1.2;

/** The first day of its tolls, else of its other news, not of what it recalls; else the report's. */
function dayOf({ claims }: Candidate, context: StoryContext): string {
  const published = context.publishedOf(claims[0]?.report ?? "")?.start ?? null;
  // "In October", "last summer": no day on which a sentence could be put before others.
  const first = (wanted: (claim: Claim) => boolean): string | undefined =>
    claims
      .filter((claim) => !claim.background && wanted(claim))
      .flatMap(({ time }) => (time?.start && time.start === time.end ? [time.start] : []))
      .sort()[0];
  return (
    first((claim) => claim.figure !== undefined) ??
    first((claim) => claim.event !== undefined) ??
    published ??
    context.outBy(claims[0]?.report ?? "") ??
    "9999"
  );
}
