import type { Story } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { AccountIndex, ReportEntry } from "./account-index.js";

export type Copy = Story["copies"][number];
type Range = readonly [start: number, end: number];

/** Copies between reports that are both seen. */
export function copiesSeen(story: Story, known: ReadonlySet<string>): Copy[] {
  return story.copies.filter(({ from, to }) => known.has(from) && known.has(to));
}

/** Outlet by outlet: the greatest share and the copies between their reports. */
export interface Matrix {
  /** Outlets, or single reports where no outlet is told, those that copy most first. */
  readonly names: readonly { readonly key: string; readonly entry: ReportEntry }[];
  readonly cells: ReadonlyMap<string, readonly Copy[]>;
}

export const cellKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Outlets beyond this many make no table that can be read; their pairs are listed. */
const MOST_NAMES = 16;

export function matrixOf(index: AccountIndex, copies: readonly Copy[]): Matrix {
  const counts = new Map<string, { entry: ReportEntry; copies: number }>();
  const cells = new Map<string, Copy[]>();
  for (const copy of copies) {
    const from = index.reports.get(copy.from);
    const to = index.reports.get(copy.to);
    if (!from || !to) continue;
    const keys = [from, to].map((entry) => entry.report.outlet ?? entry.report.id) as [
      string,
      string,
    ];
    for (const [at, entry] of [from, to].entries()) {
      const key = keys[at] as string;
      const known = counts.get(key);
      counts.set(key, { entry: known?.entry ?? entry, copies: (known?.copies ?? 0) + 1 });
    }
    const key = cellKey(...keys);
    addTo(cells, key, copy);
  }
  const names = [...counts]
    .sort((a, b) => b[1].copies - a[1].copies || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(([key, { entry }]) => ({ key, entry }));
  for (const list of cells.values()) list.sort((a, b) => b.share - a.share);
  return { names, cells };
}

/** A figure inside a copied passage that is not the same on both sides. */
export interface Difference {
  readonly from: Range;
  readonly to: Range;
}

/**
 * Figures told of one measure and kind in both reports with other values, as the claims of the two
 * have them.
 */
export function differingFigures(index: AccountIndex, { from, to }: Copy): Difference[] {
  const figuresOf = (id: string) =>
    (index.reports.get(id)?.claims ?? []).filter((claim) => claim.figure && !claim.background);
  const there = figuresOf(to);
  return figuresOf(from).flatMap((claim) => {
    const same = there.filter(
      ({ figure }) =>
        figure?.measure === claim.figure?.measure && figure?.counted === claim.figure?.counted,
    );
    const [first] = same;
    const agrees = same.some(
      ({ figure }) =>
        figure?.value.min === claim.figure?.value.min &&
        figure?.value.max === claim.figure?.value.max,
    );
    return first && !agrees ? [{ from: claim.span, to: first.span }] : [];
  });
}
