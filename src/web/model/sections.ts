import type { Story } from "../../core/contract.js";
import { phrases } from "../phrases.js";
import type { Phrase } from "../words.js";

const SECTION_KEYS = [
  "brief",
  "ledger",
  "disagreements",
  "timeline",
  "who",
  "copies",
  "map",
  "people",
  "measures",
  "sources",
  "review",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export interface Section {
  /** Stands in links: `#/story/ID/ledger`. */
  readonly key: SectionKey;
  readonly title: Phrase;
  /** What the section has in the whole story, before any filter; null where it is not counted. */
  readonly count: number | null;
}

/** The sections of a story in their order. */
export function sectionsOf(story: Story): readonly Section[] {
  return [
    { key: "brief", title: phrases.brief, count: story.brief.sentences.length },
    { key: "ledger", title: phrases.ledger, count: story.ledger.length },
    { key: "disagreements", title: phrases.disagreements, count: story.disagreements.length },
    { key: "timeline", title: phrases.timeline, count: story.timeline.length },
    { key: "who", title: phrases.whoSays, count: null },
    { key: "copies", title: phrases.copies, count: story.copies.length },
    { key: "map", title: phrases.map, count: null },
    { key: "people", title: phrases.people, count: story.offices.length },
    { key: "measures", title: phrases.measures, count: story.measuresInForce.length },
    { key: "sources", title: phrases.sources, count: story.reports.length },
    { key: "review", title: phrases.review.title, count: null },
  ];
}
