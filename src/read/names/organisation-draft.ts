import type { Reading } from "../../text/word.js";
import { aliasesAt } from "./alias.js";
import type { NameReading } from "./mention.js";
import { Opening } from "./openings.js";
import { knownAt, nameless, skipOf } from "./place.js";
import type { Draft, Scan } from "./scan.js";

const KINDS: Readonly<Record<string, NameReading["kind"]>> = {
  group: "group",
  outlet: "outlet",
};

/** A body on tokens `[first, last)`, of the kind and type that its head word has. */
export function build(
  scan: Scan,
  first: number,
  last: number,
  limit: number,
  features: Readonly<Record<string, string>>,
  rule: string,
  more: Partial<NameReading>,
  reading?: Reading,
): Draft {
  const skip = reading
    ? reading.conjunction.length + reading.preposition.length
    : skipOf(scan, first);
  return {
    first,
    last,
    rule,
    value: {
      ...nameless,
      kind: KINDS[features["kind"] ?? ""] ?? "organization",
      type: features["type"]?.replaceAll("_", " ") ?? null,
      name: scan.words(first, last, skip),
      skip,
      aliases: aliasesAt(scan, last, limit),
      ...more,
    },
  };
}

/** "في كازاخستان" behind the name of a body of a state says which state. */
export function countryBehind(scan: Scan, at: number, limit: number): string | null {
  if (at + 1 >= limit || !scan.mayOpen(at, Opening.In)) return null;
  const known = knownAt(scan, at + 1, limit);
  const entry = known?.match.entries[0];
  return entry?.type === "country" ? entry.country : null;
}
