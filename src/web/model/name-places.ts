/** Where names stand, for a person who says which of them are one. */
import type { Entity } from "../../core/contract.js";
import type { NamedPlace } from "../../core/judgement.js";
import type { AccountIndex, ReportEntry } from "./account-index.js";
import type { NamedView } from "./people-view.js";
import { foldedText, wordsOfQuery } from "./search.js";

/** A place where somebody is named, with the words around it. */
export interface PlaceView {
  readonly place: NamedPlace;
  readonly entry: ReportEntry;
  readonly before: string;
  readonly after: string;
}

/** Letters of the text around a name. */
const AROUND = 45;
const flat = (text: string): string => text.replace(/\s+/gu, " ");

/** The first place of each report of the story that names it, in the order of the account. */
export function placesOf(
  index: AccountIndex,
  { mentions }: Entity,
  reports: ReadonlySet<string>,
): PlaceView[] {
  const first = new Map<string, PlaceView>();
  for (const { report, start, end } of mentions) {
    const entry = index.reports.get(report);
    if (!entry || !reports.has(report) || first.has(report)) continue;
    const { text } = entry.report;
    first.set(report, {
      place: { report, start, end, name: flat(text.slice(start, end)) },
      entry,
      before: flat(text.slice(Math.max(0, start - AROUND), start)),
      after: flat(text.slice(end, end + AROUND)),
    });
  }
  return [...first.values()].sort((a, b) => a.entry.number - b.entry.number);
}

/** Names that fit what is typed, in any spelling of theirs, without the one that is asked about. */
export function namesLike(
  names: readonly NamedView[],
  typed: string,
  without: Entity,
): readonly NamedView[] {
  const words = wordsOfQuery(typed);
  return names.filter(({ entity }) => {
    if (entity.id === without.id) return false;
    const { name, names: other, forms } = entity;
    const spelled = [name, ...Object.values(other), ...forms.map(({ form }) => form)].join(" ");
    const folded = foldedText(spelled);
    return words.every((word) => folded.includes(word));
  });
}
