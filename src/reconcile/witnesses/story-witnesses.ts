import type { Range, Report, Story } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import { contentId } from "../../core/hash.js";
import type { RelatedStory } from "../../relate/relate.js";
import { Rulings } from "./rulings.js";

type Witness = Story["witnesses"][number];

/** A report whose text is an origin's to this share is that origin's, on the whole. */
const MOSTLY_FROM = 0.5;

/** Whose a report's text is. */
export interface Origin {
  /** Equal for one agency, or one outlet, however it is named. */
  readonly key: string;
  readonly name: string;
}

export interface Origins {
  /** The agency that a report says all of it is from; null where it says none. */
  readonly creditOf: (report: Report) => Origin | null;
  /** Its outlet; null where that is not known. */
  readonly outletOf: (report: Report) => Origin | null;
  /** An agency by the name that a copy gives as its origin; null for a name of no agency. */
  readonly agencyNamed: (name: string) => Origin | null;
}

/**
 * Who tells the story independently. Each report has one origin: the agency that it credits with all
 * of it; else the origin of what makes up half of its text or more, as that stands in reports that
 * came before it or are an agency's; else its own outlet. One origin is one witness, however many
 * reports carry it. So a report that takes over one paragraph and tells the rest itself is its
 * outlet's, and outlets are not one because single reports of theirs are copies. What people decided
 * about two reports goes before all of this.
 *
 * Ordered by the first report in the story's order.
 */
export function witnessesOf(story: RelatedStory, origins: Origins): Witness[] {
  const shared = sharedByReport(story);
  const found = new Map<string, Origin>();
  for (const report of story.reports) {
    const credit = origins.creditOf(report);
    if (credit) found.set(report.id, credit);
  }
  for (const report of story.reports) {
    if (found.has(report.id)) continue;
    const own = origins.outletOf(report) ?? { key: `report:${report.id}`, name: "" };
    const taken = mostlyFrom(report, shared.get(report.id) ?? [], found, origins);
    found.set(report.id, taken ?? own);
  }
  const ids = story.reports.map(({ id }) => id);
  const sets = new Rulings(story.rulings ?? []).setsOf(ids);
  const firstOf = new Map<string, number>();
  for (const [at, id] of ids.entries()) {
    const { key } = found.get(id) as Origin;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, at);
    else sets.join(first, at);
  }
  return sets.sets().map((members) => {
    const reports = members.flatMap((at) => ids[at] ?? []);
    const origin = originOf(
      reports.map((id) => found.get(id) as Origin),
      origins,
    );
    return {
      id: contentId("witness", ...reports),
      reports,
      origin:
        origin.name !== "" && (reports.length > 1 || origins.agencyNamed(origin.name))
          ? origin.name
          : null,
    };
  });
}

/** The first one's; but where people made an outlet and an agency one witness, the agency's. */
function originOf(own: readonly Origin[], { agencyNamed }: Origins): Origin {
  const first = own[0] as Origin;
  if (agencyNamed(first.name)) return first;
  return own.find(({ key, name }) => key !== first.key && agencyNamed(name)) ?? first;
}

interface Shared {
  readonly other: string;
  readonly ranges: readonly Range[];
  /** What a credit line of either names as the origin. */
  readonly origin: string | null;
}

function sharedByReport({ copies }: RelatedStory): ReadonlyMap<string, Shared[]> {
  const out = new Map<string, Shared[]>();
  for (const { from, to, pairs, origin } of copies) {
    addTo(out, from, { other: to, ranges: pairs.map((pair) => pair[0]), origin });
    addTo(out, to, { other: from, ranges: pairs.map((pair) => pair[1]), origin });
  }
  return out;
}

/** The origin of most of the report's text; null where none has half of it. */
function mostlyFrom(
  report: Report,
  shared: readonly Shared[],
  found: ReadonlyMap<string, Origin>,
  origins: Origins,
): Origin | null {
  const byOrigin = new Map<string, { readonly origin: Origin; readonly ranges: Range[] }>();
  for (const { other, ranges, origin } of shared) {
    const agency = origin === null ? null : origins.agencyNamed(origin);
    const from = agency ?? found.get(other);
    if (!from) continue;
    const known = byOrigin.get(from.key);
    if (known) known.ranges.push(...ranges);
    else byOrigin.set(from.key, { origin: from, ranges: [...ranges] });
  }
  let best: Origin | null = null;
  let most = MOSTLY_FROM * lengthOf(report);
  for (const { origin, ranges } of byOrigin.values()) {
    const covered = lengthOfUnion(ranges);
    if (covered < most) continue;
    best = origin;
    most = covered;
  }
  return best;
}

/** Characters of the article, page furniture left out. */
function lengthOf({ text, furniture }: Report): number {
  return Math.max(1, text.trim().length - lengthOfUnion(furniture));
}

function lengthOfUnion(ranges: readonly Range[]): number {
  let [length, reached] = [0, 0];
  for (const [start, end] of [...ranges].sort((x, y) => x[0] - y[0])) {
    length += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return length;
}
