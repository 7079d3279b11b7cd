import type { Claim, Story } from "../core/contract.js";
import type { StoryContext } from "./context.js";

type Brief = Story["brief"];

/** Sentences of a brief, at most; a story of few claims has fewer. */
const MOST_SENTENCES = 8;
/** Longer sentences are whole paragraphs, shorter ones headings. */
const LONGEST = 420;
const SHORTEST = 30;

interface Candidate {
  readonly claims: Claim[];
  readonly text: string;
  readonly report: number;
  readonly start: number;
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
  while (chosen.length < MOST_SENTENCES) {
    let best: Candidate | null = null;
    let bestGain = 0;
    for (const candidate of candidates) {
      if (chosen.includes(candidate)) continue;
      const gain = gainOf(candidate, topics, weights, told);
      if (gain > bestGain) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (!best || bestGain < LEAST_GAIN) break;
    chosen.push(best);
    for (const claim of best.claims) told.add(topics.get(claim.id) ?? claim.id);
  }
  chosen.sort((a, b) => compare(dayOf(a), dayOf(b)) || a.report - b.report || a.start - b.start);
  return {
    lang: context.story.reports[0]?.language ?? "ar",
    sentences: chosen.map(({ text, claims }) => ({ text, claims: claims.map((one) => one.id) })),
  };
}

const LEAST_GAIN = 0.5;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function candidatesOf(context: StoryContext): Candidate[] {
  const order = new Map(context.story.reports.map((report, at) => [report.id, at]));
  const bySentence = new Map<string, Candidate>();
  for (const claim of context.claims) {
    const text = context.sentenceOf(claim);
    if (text.length < SHORTEST || text.length > LONGEST) continue;
    const key = `${claim.report}|${claim.sentence[0]}`;
    const known = bySentence.get(key);
    if (known) known.claims.push(claim);
    else {
      const report = order.get(claim.report) ?? 0;
      bySentence.set(key, { claims: [claim], text, report, start: claim.sentence[0] });
    }
  }
  return [...bySentence.values()];
}

/** A topic weighs by who tells it independently; tolls and events before words about them. */
function weightsOf(
  topics: ReadonlyMap<string, string>,
  context: StoryContext,
): ReadonlyMap<string, number> {
  const members = new Map<string, Claim[]>();
  for (const claim of context.claims) {
    const topic = topics.get(claim.id) ?? claim.id;
    const list = members.get(topic);
    if (list) list.push(claim);
    else members.set(topic, [claim]);
  }
  const out = new Map<string, number>();
  for (const [topic, claims] of members) {
    const kind = Math.max(...claims.map(kindWeight));
    out.set(topic, kind * (1 + Math.log(context.witnesses.count(claims))));
  }
  return out;
}

function kindWeight(claim: Claim): number {
  const base = claim.background ? 0.2 : 1;
  switch (claim.kind) {
    case "figure":
      return 1.5 * base;
    case "event":
      return 1.2 * base;
    case "statement":
      return 0.4 * base;
    case "office":
    case "membership":
    case "attribute":
      return 0.1 * base;
  }
}

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
  const lead = candidate.start === 0 ? 1.2 : 1;
  // Weight by the length of the sentence, so that it is not simply the longest that wins.
  return (gain * lead) / Math.sqrt(1 + candidate.text.length / 150);
}

function dayOf({ claims }: Candidate): string {
  const days = claims
    .filter((claim) => !claim.background)
    .flatMap((claim) => (claim.time?.start ? [claim.time.start] : []));
  return days.sort()[0] ?? "9999";
}
