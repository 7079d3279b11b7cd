import type { EventType } from "../../ontology/events.js";

/** Done by persons and bodies rather than at a place: the place that a paragraph is about is not theirs. */
const PLACELESS: ReadonlySet<EventType> = new Set<EventType>([
  "agree",
  "appeal",
  "appoint",
  "call",
  "charge",
  "decide",
  "dismiss",
  "found",
  "meet",
  "price-change",
  "rename",
  "resign",
  "sanction",
  "summit",
]);

export const isPlaceless = (type: EventType): boolean => PLACELESS.has(type);
