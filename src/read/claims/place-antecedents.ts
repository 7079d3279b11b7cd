import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import type { NameMention } from "../names/mention.js";
import { isLocative, isWithin } from "./place-locative.js";
import type { PlaceMention } from "./place-mention.js";
import { placeReading, placeType } from "./place-noun.js";

/** Words by which a town is meant again: "the town", "the city". */
const SETTLEMENTS: ReadonlySet<string> = new Set([
  "city",
  "town",
  "village",
  "camp",
  "capital",
  "suburb",
  "neighbourhood",
  "settlement",
]);

/** Mark of words for a kind of place. */
const PLACE_WORD = markOf(["place-word"]);

/** Towns and regions last named, by the word for what they are. */
export class Antecedents {
  private readonly byType = new Map<string, { entity: string; country: string | null }>();

  constructor(private readonly layer: TextLayer) {}

  remember({ first, value }: NameMention, entity: string): void {
    const word = placeType(this.layer.words[first - 1]);
    const named = { entity, country: value.country };
    for (const type of [word, value.type]) {
      if (type === null) continue;
      this.byType.set(type, named);
      if (SETTLEMENTS.has(type)) this.byType.set("settlement", named);
    }
  }

  /** "في البلدة", "بالمدينة" in tokens `[from, to)`: the one of that kind named last. */
  between(from: number, to: number): PlaceMention[] {
    if (this.byType.size === 0) return [];
    const found: PlaceMention[] = [];
    for (let at = from; at < to; at++) {
      if (((this.layer.marks[at] ?? 0) & PLACE_WORD) === 0) continue;
      const reading = placeReading(this.layer.words[at]);
      if (!reading?.article || reading.enclitic !== "" || reading.number === "plural") continue;
      const type = reading.entry.features["type"] ?? "";
      const meant =
        this.byType.get(type) ??
        (SETTLEMENTS.has(type) ? this.byType.get("settlement") : undefined);
      if (!meant || !isLocative(this.layer, at, reading.preposition, false)) continue;
      const { entity, country } = meant;
      found.push({
        first: at,
        last: at + 1,
        entity,
        wide: false,
        broad: false,
        locative: true,
        structure: false,
        quarter: false,
        line: false,
        aside: false,
        reached: false,
        follows: false,
        within: false,
        inside: isWithin(this.layer, at),
        country,
      });
    }
    return found;
  }
}
