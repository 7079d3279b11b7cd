import { HARM_MEASURES } from "../core/codes.js";
import type { Account, Claim, Disagreement, Identity, Ledger, Story } from "../core/contract.js";
import { unappliedOf } from "../core/unapplied.js";

/** Why something is put before a person; its sentence is the label `review` of the code. */
export const REVIEW_REASONS = [
  "contradiction",
  "part-above-whole",
  "parts-above-whole",
  "judgement-idle",
  "decides-best",
  "undecided-relation",
  "undecided-identity",
  "not-vouched-for",
  "unnamed-source",
  "toll-without-place",
  "day-inferred",
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What a person is asked to look at: a claim, two names that may be one, or a decision that does nothing any more. */
export interface ReviewItem {
  /** Stays while the account does: names the item in a link. */
  readonly id: string;
  readonly story: string;
  /** The weightiest first. */
  readonly reasons: readonly ReviewReason[];
  /** The more, the sooner a person should look: comparable between stories. */
  readonly need: number;
  readonly claim: string | null;
  /** Place in `account.identities`; null for a claim or a decision. */
  readonly identity: number | null;
  /** Place in `account.unapplied`; null for a claim or two names. */
  readonly unapplied: number | null;
  /** Disagreements that the claim stands in, the gravest first. */
  readonly disagreements: readonly string[];
}

/** How much each reason weighs; that a few weigh alike is meant: claims of both are for the reader to order. */
const NEED: Readonly<Record<ReviewReason, number>> = {
  contradiction: 100,
  "part-above-whole": 80,
  "parts-above-whole": 75,
  "judgement-idle": 70,
  "decides-best": 60,
  "undecided-relation": 55,
  "undecided-identity": 50,
  "not-vouched-for": 45,
  "unnamed-source": 40,
  "toll-without-place": 35,
  "day-inferred": 30,
};
/** A reason beside a weightier one: it adds, and three small ones do not outweigh a grave one. */
const BESIDE = 0.1;
/** What hangs on few witnesses, and by how much a number would move, at most. */
const FEW_WITNESSES = 2;
const BY_FEW = 15;
const MOST_BY_CHANGE = 20;

const HARM: ReadonlySet<string> = new Set(HARM_MEASURES);

/**
 * What of an account most needs a person, the most pressing first: contradictions whose number hangs on
 * few, totals that do not add up, claims that decide a number by themselves, names and relations that
 * stayed open, and what was read with little to rest on. What was judged is not asked again. Pure; of
 * an account of thousands of claims it takes milliseconds.
 */
export function reviewQueue(account: Account): ReviewItem[] {
  const claims = new Map(account.claims.map((claim) => [claim.id, claim]));
  const inferred = new Set(
    account.reports.flatMap(({ id, published }) => (published.basis === "inferred" ? [id] : [])),
  );
  const storyOf = new Map(
    account.stories.flatMap(({ id, reports }) => reports.map((report) => [report, id] as const)),
  );
  const byStory = new Map<string, Claim[]>(account.stories.map(({ id }) => [id, []]));
  for (const claim of account.claims) byStory.get(storyOf.get(claim.report) ?? "")?.push(claim);
  const items = [
    ...account.stories.flatMap((story) =>
      claimItems(story, byStory.get(story.id) ?? [], claims, inferred),
    ),
    ...identityItems(account.identities ?? [], storyOf),
    ...idleItems(account),
  ];
  return items.sort((a, b) => b.need - a.need || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What speaks for looking at a claim. */
interface Noted {
  readonly reasons: Map<ReviewReason, number>;
  readonly disagreements: string[];
}

function claimItems(
  story: Story,
  own: readonly Claim[],
  claims: ReadonlyMap<string, Claim>,
  inferred: ReadonlySet<string>,
): ReviewItem[] {
  const noted = new Map<string, Noted>();
  const note = (id: string, reason: ReviewReason, more = 0, disagreement?: string): void => {
    const claim = claims.get(id);
    if (!claim || claim.judged) return;
    const known: Noted = noted.get(id) ?? { reasons: new Map(), disagreements: [] };
    known.reasons.set(reason, Math.max(known.reasons.get(reason) ?? 0, NEED[reason] + more));
    if (disagreement !== undefined && !known.disagreements.includes(disagreement)) {
      known.disagreements.push(disagreement);
    }
    noted.set(id, known);
  };
  for (const one of story.disagreements) noteDisagreement(one, note, claims);
  for (const ledger of story.ledger) noteLedger(ledger, note, claims, inferred);
  noteParts(own, note, claims);
  return [...noted].map(([claim, { reasons, disagreements }]) => {
    const order = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      id: claim,
      story: story.id,
      reasons: order.map(([reason]) => reason),
      need: order.reduce((sum, [, need], at) => sum + (at === 0 ? need : need * BESIDE), 0),
      claim,
      identity: null,
      unapplied: null,
      disagreements,
    };
  });
}

type Note = (claim: string, reason: ReviewReason, more?: number, disagreement?: string) => void;

/** Of each position the first claim that nobody judged: the others say the same. */
function noteDisagreement(
  { id, relation, positions }: Disagreement,
  note: Note,
  claims: ReadonlyMap<string, Claim>,
): void {
  const reason =
    relation === "contradicts"
      ? "contradiction"
      : relation === "undecided"
        ? "undecided-relation"
        : null;
  if (reason === null) return;
  for (const position of positions) {
    // Whoever accepted or corrected a claim of this position has decided about it.
    if (position.claims.some((one) => claims.get(one)?.judged)) continue;
    const [first] = position.claims;
    const few = position.witnesses <= FEW_WITNESSES ? BY_FEW / Math.max(1, position.witnesses) : 0;
    if (first !== undefined) note(first, reason, few, id);
  }
}

function noteLedger(
  { measure, best, rows, background, place }: Ledger,
  note: Note,
  claims: ReadonlyMap<string, Claim>,
  inferred: ReadonlySet<string>,
): void {
  if (!HARM.has(measure) || background) return;
  const held = rows.filter(({ supersededBy }) => supersededBy === null);
  const deciding = held.filter(({ value }) => value.min === best && value.max === best);
  const [only, second] = deciding;
  const others = held.filter((row) => row !== only).map(({ value }) => value.min ?? value.max ?? 0);
  if (only && !second && best !== null && others.length > 0 && only.witnesses <= FEW_WITNESSES) {
    const next = Math.max(...others);
    const change = Math.abs(Math.log10((best + 1) / (next + 1)));
    const [first] = only.claims;
    if (first !== undefined) {
      note(first, "decides-best", Math.min(MOST_BY_CHANGE, MOST_BY_CHANGE * change));
    }
  }
  for (const { claims: told, speaker } of held) {
    if (told.some((id) => claims.get(id)?.judged)) continue;
    const [id] = told;
    const claim = id === undefined ? undefined : claims.get(id);
    if (id === undefined || !claim) continue;
    if (claim.modality === "unverified" || claim.modality === "possible")
      note(id, "not-vouched-for");
    if (speaker.kind === "anonymous" || speaker.kind === "unstated") note(id, "unnamed-source");
    if (place === null && claim.place === null) note(id, "toll-without-place");
    if (inferred.has(claim.report)) note(id, "day-inferred");
  }
}

/** Figures that count some of another's ("seven of them") and are more than it. */
function noteParts(all: readonly Claim[], note: Note, claims: ReadonlyMap<string, Claim>): void {
  const sums = new Map<string, number>();
  for (const { id, figure, rejected } of all) {
    const total = figure?.partOf ? claims.get(figure.partOf) : undefined;
    const whole = total?.figure?.value.max ?? null;
    const part = figure?.value.min ?? null;
    if (!total || total.rejected || rejected || whole === null || part === null) continue;
    if (total.figure?.measure !== figure?.measure) continue;
    if (part > whole) note(id, "part-above-whole");
    const sum = (sums.get(total.id) ?? 0) + part;
    if (sum > whole && part <= whole) note(total.id, "parts-above-whole");
    sums.set(total.id, sum);
  }
}

/** Names of whom it stayed open whether they are one; by the report told first, each once. */
function identityItems(
  identities: readonly Identity[],
  storyOf: ReadonlyMap<string, string>,
): ReviewItem[] {
  return identities.flatMap(({ verdict, named: [a, b], judged }, at) => {
    const story = storyOf.get(a.report);
    if (verdict !== "undecided" || judged || story === undefined) return [];
    return [
      {
        id: `identity-${a.report}-${a.start}-${b.report}-${b.start}`,
        story,
        reasons: ["undecided-identity" as const],
        need: NEED["undecided-identity"],
        claim: null,
        identity: at,
        unapplied: null,
        disagreements: [],
      },
    ];
  });
}

/** Decisions that find nothing any more: to be taken back, or made anew of what is there now. */
function idleItems(account: Account): ReviewItem[] {
  const places = new Map((account.unapplied ?? []).map((one, at) => [one, at]));
  return account.stories.flatMap((story) =>
    unappliedOf(account, story).map((one) => ({
      id: one.judgement,
      story: story.id,
      reasons: ["judgement-idle" as const],
      need: NEED["judgement-idle"],
      claim: null,
      identity: null,
      unapplied: places.get(one) ?? null,
      disagreements: [],
    })),
  );
}
