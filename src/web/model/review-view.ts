import { referenceTo } from "../../core/claim-reference.js";
import type { Claim, Identity, Judged, Story, Unapplied } from "../../core/contract.js";
import { type Judgement, judgedIn, type StandingJudgement } from "../../core/judgement.js";
import { describeMessages } from "../../export/labels/messages.js";
import { type ReviewReason, reviewQueue } from "../../review/queue.js";
import type { Lang } from "../words.js";
import type { AccountIndex } from "./account-index.js";
import { describeHere } from "./entity-name.js";

/** What a person is asked about: a claim, two names, or a decision that does nothing any more. */
export type ReviewEntry = {
  readonly id: string;
  readonly reasons: readonly ReviewReason[];
} & ({ readonly claim: Claim } | { readonly identity: Identity } | { readonly idle: Unapplied });

/** What of a story waits for a person, the most pressing first, without what was decided in this page. */
export function waiting(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
  decided: readonly StandingJudgement[],
  undone: ReadonlySet<string> = new Set(),
): ReviewEntry[] {
  const done = new Set(decided.map(subjectOf));
  return reviewQueue(index.account).flatMap((item): ReviewEntry[] => {
    if (item.story !== story.id) return [];
    const { id, reasons } = item;
    const claim = item.claim === null ? undefined : index.claims.get(item.claim);
    if (claim) return visible.has(claim.id) && !done.has(claim.id) ? [{ id, reasons, claim }] : [];
    const idle = item.unapplied === null ? undefined : index.account.unapplied?.[item.unapplied];
    if (idle) return undone.has(idle.judgement) ? [] : [{ id, reasons, idle }];
    const identity = item.identity === null ? undefined : index.account.identities?.[item.identity];
    return identity && !done.has(placesKey(identity.named)) ? [{ id, reasons, identity }] : [];
  });
}

/** A claim as a judgement names it. */
export const claimNamed = (index: AccountIndex, claim: Claim) =>
  referenceTo(claim, index.reports.get(claim.report)?.report.text ?? "");

/** Id of the latest judgement about a claim; null for none. */
export const latestOf = (claim: Claim): string | null => claim.judged?.at(-1)?.judgement ?? null;

/** Who decided what, and why. */
export function judgementText(index: AccountIndex | null, one: Judgement, lang: Lang): string {
  if (one.kind === "undo") return `${one.author}: ${one.reason}`;
  const { whyMessages } = judgedIn(one);
  return (index ? describeHere(index, whyMessages) : describeMessages(whyMessages))[lang];
}

/** A decision with what it is about, as the list of the decided shows it. */
export interface Decided {
  readonly judged: Judged;
  /** Null for two names. */
  readonly claim: Claim | null;
  readonly names: readonly string[];
  /** Id of the latest judgement about the same thing in the account; null for none. */
  readonly latest: string | null;
}

/** Decisions about claims and names of the story: those that made the account, then those of this page. */
export function decidedIn(
  index: AccountIndex,
  story: Story,
  gathered: readonly StandingJudgement[],
  undone: ReadonlySet<string>,
): Decided[] {
  const own = new Set(story.reports);
  const held: Decided[] = [
    ...index.account.claims
      .filter(({ report }) => own.has(report))
      .flatMap((claim) =>
        (claim.judged ?? []).map((judged) => ({
          judged,
          claim,
          names: [],
          latest: latestOf(claim),
        })),
      ),
    ...(index.account.identities ?? [])
      .filter(({ named: [a] }) => own.has(a.report))
      .flatMap(({ judged, named }) =>
        judged
          ? [
              {
                judged,
                claim: null,
                names: named.map(({ name }) => name),
                latest: judged.judgement,
              },
            ]
          : [],
      ),
  ];
  const made = gathered.flatMap((one): Decided[] => {
    if ("claim" in one) {
      const claim = index.claims.get(one.claim.id);
      return claim && own.has(claim.report)
        ? [{ judged: judgedIn(one), claim, names: [], latest: null }]
        : [];
    }
    if (!("places" in one) || !own.has(one.places[0].report)) return [];
    const names = one.places.map(({ name }) => name);
    return [{ judged: judgedIn(one), claim: null, names, latest: null }];
  });
  return [...held.filter(({ judged }) => !undone.has(judged.judgement)), ...made];
}

const placesKey = (places: Identity["named"]): string =>
  places.map(({ report, start, end }) => `${report}:${start}:${end}`).join(" ");

function subjectOf(one: StandingJudgement): string {
  if ("claim" in one) return one.claim.id;
  return "places" in one ? placesKey(one.places) : one.id;
}
