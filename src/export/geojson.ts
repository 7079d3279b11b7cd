/**
 * Events and figures on the map (RFC 7946). Only what has a place with known coordinates is a
 * feature; what is named but not located, and what names no place, is counted and listed beside
 * them and never guessed. A country's or a region's coordinates are a point somewhere inside it:
 * `place_precision` says so.
 */
import type { Account, Entity, Ledger, Story, Time, TimelineEntry } from "../core/contract.js";
import { firstClaim, isKnown, reportsTelling } from "./columns.js";
import { ruleOf } from "./csv-ledger.js";
import { countedLabel } from "./labels/counted-label.js";
import { precisionOf } from "./labels/format.js";
import { codeLabel } from "./labels.js";
import { safeJson } from "./plain.js";
import { type ExportOptions, Scope } from "./scope.js";

type Located = Entity & { readonly geo: NonNullable<Entity["geo"]> };

/** An entity whose coordinates are of this earth. */
function isLocated(entity: Entity | null): entity is Located {
  if (!entity?.geo) return false;
  const { lat, lon } = entity.geo;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

const timeOf = (name: string, time: Time | null) => ({
  [name]: isKnown(time) ? time.edtf : null,
  [`${name}_start`]: time?.start ?? null,
  [`${name}_end`]: time?.end ?? null,
  [`${name}_precision`]: time ? precisionOf(time) : "unknown",
  [`${name}_basis`]: time?.basis ?? "unknown",
});

function evidenceOf(scope: Scope, claims: readonly string[]) {
  const claim = firstClaim(scope, claims);
  const report = claim && scope.report(claim.report);
  return {
    as_worded: claim && scope.wordsOf(claim),
    sentence: claim && scope.sentenceOf(claim),
    report_file: report?.file ?? null,
    report_outlet: report?.outlet ?? null,
    report_url: report?.url ?? null,
    span_start: claim?.span[0] ?? null,
    span_end: claim?.span[1] ?? null,
    told_in: reportsTelling(scope, claims),
    claim_ids: claims,
  };
}

/** What can be put on a map: an event, or what is counted at a place. */
interface Mappable {
  readonly id: string;
  readonly place: string | null;
  readonly properties: () => object;
}

/** Claims of all rows, first those that tell the best value. */
function claimsBestFirst({ rows, best }: Ledger): readonly string[] {
  const tells = ({ value }: Ledger["rows"][number]): boolean =>
    best !== null && (value.min === best || value.max === best);
  const standing = rows.filter((row) => tells(row) && row.supersededBy === null);
  const others = rows.filter((row) => !standing.includes(row));
  return [...standing, ...others].flatMap(({ claims }) => claims);
}

const eventOf = (scope: Scope, story: Story, entry: TimelineEntry): Mappable => ({
  id: entry.id,
  place: entry.place,
  properties: () => ({
    feature: "event",
    type: entry.type,
    type_label: codeLabel("event", entry.type)[scope.lang],
    title: entry.title,
    ...timeOf("time", entry.time),
    time_clock: entry.time.clock ?? null,
    witnesses: entry.witnesses,
    background: entry.background ?? false,
    ...evidenceOf(scope, entry.claims),
    story_id: story.id,
  }),
});

function figureOf(scope: Scope, story: Story, ledger: Ledger): Mappable {
  const measure = codeLabel("measure", ledger.measure)[scope.lang];
  return {
    id: ledger.id,
    place: ledger.place,
    properties: () => ({
      feature: "figure",
      type: ledger.measure,
      type_label: measure,
      title: `${measure}: ${countedLabel(ledger.counted)[scope.lang]}`,
      counted: ledger.counted,
      low: ledger.low,
      best: ledger.best,
      high: ledger.high,
      rule: ruleOf(ledger, scope),
      told: ledger.rows.length,
      background: ledger.background ?? false,
      ...evidenceOf(scope, claimsBestFirst(ledger)),
      story_id: story.id,
    }),
  };
}

function featureOf(scope: Scope, place: Located, { id, properties }: Mappable): object {
  const { lon, lat, precision, source } = place.geo;
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      ...properties(),
      place: scope.nameOf(place.id),
      place_id: place.id,
      place_ref: place.ref,
      place_type: place.type,
      place_precision: precision,
      place_source: source,
    },
  };
}

/** @throws UnknownStory */
export function geojson(account: Account, options: ExportOptions): string {
  const scope = new Scope(account, options);
  const all = scope.stories.flatMap((story) => [
    ...story.timeline.map((entry) => eventOf(scope, story, entry)),
    ...story.ledger.map((ledger) => figureOf(scope, story, ledger)),
  ]);
  const features: object[] = [];
  const unlocated = new Map<string, { place: string; place_id: string; features: string[] }>();
  const placeless: string[] = [];
  for (const each of all) {
    const place = scope.entity(each.place);
    if (isLocated(place)) features.push(featureOf(scope, place, each));
    else if (each.place === null) placeless.push(each.id);
    else {
      const met = unlocated.get(each.place);
      if (met) met.features.push(each.id);
      else {
        const name = scope.nameOf(each.place);
        unlocated.set(each.place, { place: name, place_id: each.place, features: [each.id] });
      }
    }
  }
  const named = [...unlocated.values()];
  return `${safeJson(
    {
      type: "FeatureCollection",
      isnad: {
        engine: account.engine,
        stories: scope.stories.map(({ id, title }) => ({ id, title })),
        located: features.length,
        named_not_located: named.reduce((sum, { features: ids }) => sum + ids.length, 0),
        no_place_named: placeless.length,
        named_places_not_located: named,
      },
      features,
    },
    1,
  )}\n`;
}
