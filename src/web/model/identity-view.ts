import type { Identity, Judged, Message, Story, StoryPlacement } from "../../core/contract.js";
import type { Phrase } from "../words.js";
import type { AccountIndex, ReportEntry } from "./account-index.js";
import { describeHere } from "./entity-name.js";

/** Two names with what speaks for their being one and for their being two, the weightiest first. */
export interface IdentityView {
  readonly identity: Identity;
  readonly forOne: readonly Message[];
  readonly forTwo: readonly Message[];
}

const VERDICTS: readonly Identity["verdict"][] = ["undecided", "different", "same"];

/**
 * Who is who, as far as the reports that are seen name both; a name of another story is seen with the
 * one that it is held against.
 */
export function identitiesSeen(
  index: AccountIndex,
  story: Story,
  known: ReadonlySet<string>,
): { readonly verdict: Identity["verdict"]; readonly views: readonly IdentityView[] }[] {
  const own = new Set(story.reports);
  const isSeen = ({ named }: Identity): boolean =>
    named.some(({ report }) => known.has(report)) &&
    named.every(({ report }) => known.has(report) || !own.has(report));
  const seen = (index.account.identities ?? []).filter(isSeen);
  return VERDICTS.flatMap((verdict) => {
    const views = seen.filter((one) => one.verdict === verdict).map(viewOf);
    return views.length === 0 ? [] : [{ verdict, views }];
  });
}

function viewOf(identity: Identity): IdentityView {
  const messages = (holds: (weight: number) => boolean): Message[] =>
    identity.signs.filter(({ weight }) => holds(weight)).flatMap(({ whyMessages }) => whyMessages);
  return {
    identity,
    forOne: messages((weight) => weight > 0),
    forTwo: messages((weight) => weight < 0),
  };
}

/** Why a report stands in its story: what it shares with the report that it is likest to. */
export interface PlacementView {
  readonly how: StoryPlacement["how"];
  readonly nearest: ReportEntry | null;
  readonly why: Phrase;
}

/** By report id; empty where the account tells no placements. */
export const placementsOf = (
  index: AccountIndex,
  { placements = [] }: Story,
): ReadonlyMap<string, PlacementView> =>
  new Map(
    placements.map(({ report, how, nearest, whyMessages }) => [
      report,
      {
        how,
        nearest: nearest === null ? null : (index.reports.get(nearest) ?? null),
        why: describeHere(index, whyMessages),
      },
    ]),
  );

/** The ISO day of a decision. */
export const judgedDay = ({ time }: Judged): string => time.slice(0, 10);
