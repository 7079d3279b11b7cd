import type { Entity } from "../core/contract.js";
import type { ReportReading } from "../read/reading.js";
import { parseName } from "./name.js";
import { type Spelling, spellingOf } from "./spelling.js";

/** Whom and what a report is about, with weights before rarity is counted; its words are in `Topics`. */
export interface Features {
  readonly names: ReadonlyMap<string, number>;
  /** The place named most, if any: its key in `names`. */
  readonly mainPlace: string | null;
}

/**
 * Entities that everyone names tell little; those who only carry the news tell nothing. Countries
 * stand in every report of their region, so that a city or a person weighs more.
 */
function weightOf(entity: Entity): number {
  if (entity.kind === "outlet" || entity.type === "news agency") return 0;
  switch (entity.kind) {
    case "person":
      return 1.5;
    case "place":
      return entity.type === "country" ? 1 : 1.5;
    case "organization":
      return 1.2;
    case "group":
      return 0.5;
  }
}

/** One key for the spellings of a name that are surely one: its gazetteer id, else its skeleton. */
export function keyOf(entity: Entity, spelling: Spelling): string {
  if (entity.ref !== null) return entity.ref;
  const name = parseName(entity.name, spelling);
  // A person is found again by the end of the name: the surname is what reports share.
  if (entity.kind === "person") {
    return `person:${name.skeleton.slice(name.starts[name.starts.length - 1] ?? 0)}`;
  }
  if (entity.kind === "place") return `place:${name.skeleton}`;
  return `${entity.kind}:${name.bare}`;
}

export function featuresOf(reading: ReportReading): Features {
  const spelling = spellingOf(reading.report.language);
  const names = new Map<string, number>();
  let mainPlace: string | null = null;
  let most = 0;
  for (const entity of reading.entities) {
    const weight = weightOf(entity);
    if (weight === 0) continue;
    const key = keyOf(entity, spelling);
    const count = Math.max(1, entity.mentions.length);
    names.set(key, (names.get(key) ?? 0) + weight * Math.sqrt(count));
    if (entity.kind === "place" && count > most) {
      most = count;
      mainPlace = key;
    }
  }
  for (const claim of reading.claims) {
    const key = claim.event ? `event:${claim.event.type}` : null;
    if (key && !claim.background) names.set(key, Math.min(1, (names.get(key) ?? 0) + 0.3));
  }
  return { names, mainPlace };
}
