import type { Entity } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { foldLanguage } from "../language.js";

/** Characters between two places of which the first is said to lie in the second: "the town, on the island of". */
const MOST_BETWEEN = 32;
/** Places of a story that are looked at: the others are told of in passing. */
const MOST_PLACES = 200;

/** Which places the story's own reports put in one another: "the town of Palu on the island of Sulawesi". */
export class ToldWithin {
  /** `inner|outer` */
  private readonly told = new Set<string>();

  constructor(context: StoryContext) {
    const byReport = new Map<string, { place: Entity; start: number; end: number }[]>();
    for (const place of placesOf(context)) {
      for (const { report, start, end } of place.mentions) {
        if (!context.reports.has(report)) continue;
        addTo(byReport, report, { place, start, end });
      }
    }
    for (const [id, named] of byReport) {
      const { text = "", language = "ar" } = context.reports.get(id) ?? {};
      const { tellsWithin, countWords } = foldLanguage(language);
      named.sort((a, b) => a.start - b.start || a.end - b.end);
      for (const [at, outer] of named.entries()) {
        const inner = named[at - 1];
        if (!inner || inner.place === outer.place || inner.place.type === "country") continue;
        const between = text.slice(inner.end, outer.start);
        if (outer.start - inner.end > MOST_BETWEEN || /[.\n:؛;]/u.test(between)) continue;
        if (tellsWithin(countWords(between))) this.told.add(`${inner.place.id}|${outer.place.id}`);
      }
    }
  }

  /** The first is said to lie in the second. */
  holds(inner: string, outer: string): boolean {
    return this.told.has(`${inner}|${outer}`);
  }
}

function placesOf({ claims, entities }: StoryContext): Entity[] {
  const ids = new Set(
    claims.flatMap(({ place, places }) => [...(place ? [place] : []), ...places]),
  );
  return [...ids].slice(0, MOST_PLACES).flatMap((id) => entities.get(id) ?? []);
}

const BY_STORY = new WeakMap<StoryContext, ToldWithin>();

export function toldWithin(context: StoryContext): ToldWithin {
  const known = BY_STORY.get(context);
  if (known) return known;
  const made = new ToldWithin(context);
  BY_STORY.set(context, made);
  return made;
}
