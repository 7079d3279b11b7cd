import { describeDay } from "../../export/labels/format.js";
import { codeLabel } from "../../export/labels.js";
import { type Phrase, same } from "../words.js";
import { type AccountIndex, linkKey, saidThrough } from "./account-index.js";
import { nameOf } from "./entity-name.js";
import { FILTER_KINDS, type Filter, type FilterKind, outletKey } from "./filter.js";

/** A value of the filter, as a reader calls it. */
export interface Chip {
  readonly kind: FilterKind;
  readonly value: string;
  readonly label: Phrase;
}

export const chipsOf = (index: AccountIndex, filter: Filter): Chip[] =>
  FILTER_KINDS.flatMap((kind) =>
    filter[kind].map((value) => ({ kind, value, label: labelOf(index, kind, value) })),
  );

function labelOf(index: AccountIndex, kind: FilterKind, value: string): Phrase {
  switch (kind) {
    case "measure":
      return codeLabel("measure", value);
    case "day":
      return describeDay(value);
    case "place":
      return nameOf(index, value);
    case "outlet":
      return outletLabel(index, value);
    case "speaker":
      // A key is an entity's id, a kind, or a kind and a name.
      return index.entities.has(value)
        ? nameOf(index, value)
        : value.includes(":")
          ? same(value.slice(value.indexOf(":") + 1))
          : codeLabel("link", value);
  }
}

function outletLabel(index: AccountIndex, key: string): Phrase {
  const entry = index.reports.get(key);
  return entry ? { ar: `تقرير ${entry.number}`, en: `Report ${entry.number}` } : same(key);
}

/** A value that a reader may choose, with the number of claims it stands in. */
export interface Choice extends Chip {
  readonly claims: number;
}

/** What the claims of a story let a reader choose from, most told first. */
export function choicesOf(
  index: AccountIndex,
  reports: Iterable<string>,
): Record<FilterKind, Choice[]> {
  const counts: Record<FilterKind, Map<string, number>> = {
    speaker: new Map(),
    outlet: new Map(),
    measure: new Map(),
    place: new Map(),
    day: new Map(),
  };
  const count = (kind: FilterKind, value: string): void => {
    counts[kind].set(value, (counts[kind].get(value) ?? 0) + 1);
  };
  for (const id of reports) {
    const entry = index.reports.get(id);
    for (const claim of entry?.claims ?? []) {
      if (entry) count("outlet", outletKey(entry.report));
      for (const key of new Set(saidThrough(claim).map(linkKey))) count("speaker", key);
      if (claim.figure) count("measure", claim.figure.measure);
      for (const place of new Set([claim.place, ...claim.places])) if (place) count("place", place);
      if (claim.time?.start && claim.time.start === claim.time.end) count("day", claim.time.start);
    }
  }
  const inOrder = (kind: FilterKind): Choice[] =>
    [...counts[kind]]
      .sort((a, b) => (kind === "day" ? (a[0] < b[0] ? -1 : 1) : b[1] - a[1]))
      .map(([value, claims]) => ({ kind, value, claims, label: labelOf(index, kind, value) }));
  return {
    speaker: inOrder("speaker"),
    outlet: inOrder("outlet"),
    measure: inOrder("measure"),
    place: inOrder("place"),
    day: inOrder("day"),
  };
}
