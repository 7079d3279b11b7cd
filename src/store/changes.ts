/** What a reader of a story would want to know of the account that took the place of the one before. */
import type { StorySummary } from "../core/story-list.js";

type Toll = StorySummary["tolls"][number];
type Bounds = Pick<Toll, "low" | "best" | "high">;

export type StoryChange =
  | { readonly kind: "story-opened"; readonly title: string }
  | {
      readonly kind: "reports-changed";
      readonly title: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "figure-changed";
      readonly title: string;
      readonly measure: Toll["measure"];
      readonly counted: string;
      /** Null where there was no such figure. */
      readonly from: Bounds | null;
      readonly to: Bounds | null;
      /** Who tells the best number now; absent where nobody does by name. */
      readonly by?: Toll["by"];
    }
  | {
      readonly kind: "disputes-changed";
      readonly title: string;
      readonly from: number;
      readonly to: number;
      /** What those that were not there before are about. */
      readonly opened: NonNullable<StorySummary["disputed"]>;
    };

/** @param before null where the story had no account */
export function changesBetween(before: StorySummary | null, after: StorySummary): StoryChange[] {
  const { title } = after;
  if (before === null) return [{ kind: "story-opened", title }];
  const out: StoryChange[] = [];
  if (before.reports !== after.reports) {
    out.push({ kind: "reports-changed", title, from: before.reports, to: after.reports });
  }
  const measures = new Set([...before.tolls, ...after.tolls].map(({ measure }) => measure));
  for (const measure of measures) {
    const was = before.tolls.find((one) => one.measure === measure);
    const is = after.tolls.find((one) => one.measure === measure);
    const [from, to] = [was ? boundsOf(was) : null, is ? boundsOf(is) : null];
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    const counted = is?.counted ?? was?.counted ?? "";
    const by = is?.by;
    out.push({ kind: "figure-changed", title, measure, counted, from, to, ...(by ? { by } : {}) });
  }
  const known = new Set((before.disputed ?? []).map(({ about }) => about));
  const opened = (after.disputed ?? []).filter(({ about }) => !known.has(about));
  if (before.disputes !== after.disputes || opened.length > 0) {
    const [from, to] = [before.disputes, after.disputes];
    out.push({ kind: "disputes-changed", title, from, to, opened });
  }
  return out;
}

const boundsOf = ({ low, best, high }: Toll): Bounds => ({ low, best, high });
