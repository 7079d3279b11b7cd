import { isoDay } from "../../core/calendar.js";
import type { Message, StoryPlacement } from "../../core/contract.js";
import { storyReason } from "../../core/story-reasons.js";
import { type Likeness, MOSTLY_COPIED, type Placed } from "./likeness.js";
import type { FeatureSpace, SparseVector, Weighed } from "./space.js";

/** What two reports share, the most telling first. */
export interface Shared {
  /** Keys of people, bodies and groups, as in `StoryFeatures.names`. */
  readonly names: readonly string[];
  readonly places: readonly string[];
  /** Types of events told of one place, and tolls: `attack@geonames:108410`, `killed=15`. */
  readonly events: readonly string[];
  readonly words: readonly string[];
  /** Days, as ISO, that both tell as those of their news. */
  readonly newsDays: readonly string[];
  /** Share of the shorter one's text that stands in both, 0 to 1. */
  readonly copied: number;
  readonly daysApart: number | null;
}

/** Where the stream put a report, and why. */
export interface Placement {
  readonly report: string;
  readonly how: "starts" | "joins" | "bridges";
  /** How many stories it made one; absent where it starts one. */
  readonly bridged?: number;
  /** The report of its story that it is likest to. */
  readonly nearest: string | null;
  /** Log-odds that it belongs there: 0 is even. */
  readonly score: number | null;
  readonly shared: Shared | null;
}

const MOST_SHOWN = 4;

export function sharedBy(
  a: Placed & Weighed,
  b: Placed & Weighed,
  { copied, daysApart }: Likeness,
  space: FeatureSpace,
): Shared {
  const keys = common(a.names, b.names, space);
  const of = (isOf: (key: string) => boolean): string[] => keys.filter(isOf).slice(0, MOST_SHOWN);
  const isHappening = (key: string): boolean => /^(?:event|figure):/.test(key);
  return {
    names: of((key) => !isHappening(key) && !isPlace(key)),
    places: of((key) => !isHappening(key) && isPlace(key)),
    events: of(isHappening).map((key) => key.slice(key.indexOf(":") + 1)),
    words: common(a.words, b.words, space).slice(0, MOST_SHOWN),
    newsDays: a.newsDays.filter((day) => b.newsDays.includes(day)).map(isoDay),
    copied: Math.round(copied * 100) / 100,
    daysApart,
  };
}

const isPlace = (key: string): boolean => /^(?:place|geonames|country|region|world):/.test(key);

/** Labels of the features that both hold, by how much they count. */
function common(a: SparseVector, b: SparseVector, space: FeatureSpace): string[] {
  const weights = new Map<number, number>();
  for (const [at, feature] of a.features.entries()) weights.set(feature, a.weights[at] ?? 0);
  const shared: [feature: number, weight: number][] = [];
  for (const [at, feature] of b.features.entries()) {
    const weight = (weights.get(feature) ?? 0) * (b.weights[at] ?? 0);
    if (weight > 0) shared.push([feature, weight]);
  }
  return shared
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .map(([feature]) => space.labelOf(feature));
}

/**
 * The placement in words, by codes.
 * @param isFirst whether the report is the first of its story
 * @param nameOf what the key of a name or place is called; null leaves it out
 */
export function placed(
  { report, how, bridged, nearest, shared }: Placement,
  isFirst: boolean,
  nameOf: (key: string) => string | null,
): StoryPlacement {
  if (!shared || nearest === null || how === "starts") {
    return {
      report,
      how: isFirst ? "starts" : "follows",
      nearest: null,
      whyMessages: [storyReason(isFirst ? "story-starts" : "story-follows")],
    };
  }
  const named = (keys: readonly string[]): string[] => [
    ...new Set(keys.flatMap((key) => nameOf(key) ?? [])),
  ];
  const whyMessages: Message[] = [];
  const say = (
    code: Parameters<typeof storyReason>[0],
    kind: Message["terms"][string]["kind"],
    values: readonly string[],
  ): void => {
    if (values.length > 0) whyMessages.push(storyReason(code, { what: { kind, values } }));
  };
  if (shared.copied >= MOSTLY_COPIED) {
    say("story-copied", "number", [String(Math.round(shared.copied * 100))]);
  }
  say("story-names", "name", named(shared.names));
  say("story-places", "name", named(shared.places));
  const types = shared.events.map((event) => event.split(/[@=]/)[0] ?? event);
  say("story-events", "event", [...new Set(types)]);
  say("story-days", "date", shared.newsDays);
  say("story-words", "name", shared.words);
  if (how === "bridges") say("story-bridges", "number", [String(bridged)]);
  return { report, how, nearest, whyMessages };
}
