import type { Entity, Story } from "../../core/contract.js";
import { addTo } from "../../core/grouping.js";
import type { AccountIndex } from "./account-index.js";
import { type EntryView, timelineView } from "./timeline-view.js";

type Geo = NonNullable<Entity["geo"]>;

/** A place with what happened there. */
export interface PlaceView {
  readonly place: Entity;
  readonly geo: Geo;
  readonly entries: readonly EntryView[];
}

export interface PlacesView {
  /** Events whose place is known as a point, a city or a region: these alone are pinned. */
  readonly located: readonly PlaceView[];
  /** Told of a place that is known only as a country, or not known at all. */
  readonly named: readonly { readonly place: Entity; readonly entries: readonly EntryView[] }[];
  /** Events of which no place is told. */
  readonly without: readonly EntryView[];
}

/** Where the events of a story happened, most events first; what reports recall is left out. */
export function placesView(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
): PlacesView {
  const byPlace = new Map<string, EntryView[]>();
  const without: EntryView[] = [];
  for (const view of timelineView(story, visible).days.flatMap(({ entries }) => entries)) {
    const { place } = view.entry;
    if (place === null) {
      without.push(view);
      continue;
    }
    addTo(byPlace, place, view);
  }
  const located: PlaceView[] = [];
  const named: PlacesView["named"][number][] = [];
  for (const [id, entries] of byPlace) {
    const place = index.entities.get(id);
    if (!place) continue;
    if (place.geo && place.geo.precision !== "country") {
      located.push({ place, geo: place.geo, entries });
    } else named.push({ place, entries });
  }
  const most = (a: { entries: readonly unknown[] }, b: { entries: readonly unknown[] }): number =>
    b.entries.length - a.entries.length;
  return { located: located.sort(most), named: named.sort(most), without };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places so near on the map that their pins would touch. */
export interface Cluster extends Point {
  readonly places: readonly PlaceView[];
}

/**
 * Places joined into clusters, each where its greatest place lies.
 * @param apart pixels below which two pins touch
 */
export function clustersOf(
  places: readonly PlaceView[],
  at: (geo: Geo) => Point | null,
  apart: number,
): Cluster[] {
  const clusters: { x: number; y: number; places: PlaceView[] }[] = [];
  for (const view of places) {
    const point = at(view.geo);
    if (!point) continue;
    const near = clusters.find(
      (cluster) => Math.hypot(cluster.x - point.x, cluster.y - point.y) < apart,
    );
    if (near) near.places.push(view);
    else clusters.push({ ...point, places: [view] });
  }
  return clusters;
}
