/** What was decided about stories, witnesses and pairs of names, as who decides next has to know it. */
import type { Identity, Judged } from "../../core/contract.js";
import type { NamedPlace } from "../../core/judgement.js";
import { isSamePair } from "../../core/judgement-things.js";
import type { AccountIndex } from "./account-index.js";

const ABOUT_STORIES: readonly Judged["kind"][] = ["merge", "split"];
const ABOUT_WITNESSES: readonly Judged["kind"][] = ["one-witness", "two-witnesses"];

/** The judgement made last of those of such kinds that have so many reports in common with these. */
function latest(
  judged: readonly Judged[],
  kinds: readonly Judged["kind"][],
  reports: readonly string[],
  least: number,
): string | null {
  const own = new Set(reports);
  const about = judged.filter(
    ({ kind, reports: named = [] }) =>
      kinds.includes(kind) && named.filter((id) => own.has(id)).length >= least,
  );
  // Those of one story stand in the order of the log; those of two are told apart by their time.
  return (
    about.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time)).at(-1)?.judgement ?? null
  );
}

/** Id of the latest judgement that joined or parted one of these reports; null for none. */
export const latestOfStories = (
  judged: readonly Judged[],
  reports: readonly string[],
): string | null => latest(judged, ABOUT_STORIES, reports, 1);

/** Id of the latest judgement about two of these reports as witnesses; null for none. */
export const latestOfWitnesses = (
  judged: readonly Judged[],
  reports: readonly string[],
): string | null => latest(judged, ABOUT_WITNESSES, reports, 2);

/** Id of the latest judgement about the same as one of a story's; that one itself where it is the latest. */
export function latestLike(
  judged: readonly Judged[],
  { kind, reports = [] }: Judged,
): string | null {
  return ABOUT_WITNESSES.includes(kind)
    ? latestOfWitnesses(judged, reports)
    : latestOfStories(judged, reports);
}

/** Id of the judgement about two names; null for none. */
export function latestOfPair(
  index: AccountIndex,
  places: readonly [NamedPlace, NamedPlace],
): string | null {
  const about = (index.account.identities ?? []).find(
    ({ judged, named }: Identity) => judged !== undefined && isSamePair(named, places),
  );
  return about?.judged?.judgement ?? null;
}
