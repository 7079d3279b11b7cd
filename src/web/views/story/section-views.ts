import type { Component } from "svelte";
import type { Story } from "../../../core/contract.js";
import type { AccountIndex } from "../../model/account-index.js";
import type { SectionKey } from "../../model/sections.js";
import Brief from "../brief/Brief.svelte";
import Copies from "../copies/Copies.svelte";
import Disagreements from "../disagreements/Disagreements.svelte";
import Ledgers from "../ledger/Ledgers.svelte";
import MapSection from "../map/MapSection.svelte";
import Measures from "../measures/Measures.svelte";
import People from "../people/People.svelte";
import ReviewDoor from "../review/ReviewDoor.svelte";
import Sources from "../sources/Sources.svelte";
import Timeline from "../timeline/Timeline.svelte";
import WhoSays from "../who/WhoSays.svelte";

/** What every section of a story is drawn from. */
export interface SectionProps {
  readonly index: AccountIndex;
  readonly story: Story;
  /** Ids of the claims that the as-of day and the filter let through. */
  readonly visible: ReadonlySet<string>;
  /** The day by which it was known; null for all. */
  readonly asOf: string | null;
}

export const SECTION_VIEWS: Readonly<Record<SectionKey, Component<SectionProps>>> = {
  brief: Brief,
  ledger: Ledgers,
  disagreements: Disagreements,
  timeline: Timeline,
  who: WhoSays,
  copies: Copies,
  map: MapSection,
  people: People,
  measures: Measures,
  sources: Sources,
  review: ReviewDoor,
};
