import { describe, expect, test } from "vitest";
import { PORT_FIRE } from "../../test/browser/fixture.js";
import type { Account } from "../core/contract.js";
import { geojson } from "./geojson.js";

interface Feature {
  readonly type: string;
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] };
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Collection {
  readonly type: string;
  readonly features: readonly Feature[];
  readonly isnad: {
    readonly located: number;
    readonly named_not_located: number;
    readonly no_place_named: number;
    readonly named_places_not_located: readonly { place: string; features: readonly string[] }[];
  };
}

/** The first event and the dead are in the city, whose coordinates are known; the port's are not. */
const [STORY] = PORT_FIRE.stories;
if (!STORY) throw new Error("the fixture has a story");
const LOCATED: Account = {
  ...PORT_FIRE,
  entities: PORT_FIRE.entities.map((entity) =>
    entity.id === "ent-port" ? { ...entity, geo: null } : entity,
  ),
  stories: [
    {
      ...STORY,
      timeline: STORY.timeline.map((entry) =>
        entry.id === "t1" ? { ...entry, place: "ent-ramla" } : entry,
      ),
      ledger: STORY.ledger.map((ledger) =>
        ledger.id === "ledger-killed" ? { ...ledger, place: "ent-ramla" } : ledger,
      ),
    },
  ],
};
const map = JSON.parse(geojson(LOCATED, { lang: "en" })) as Collection;

describe("GeoJSON", () => {
  test("is a collection of points, longitude before latitude (RFC 7946)", () => {
    expect(map.type).toBe("FeatureCollection");
    expect(map).not.toHaveProperty("crs");
    expect(map.features.map(({ id }) => id)).toEqual(["t1", "ledger-killed"]);
    for (const feature of map.features) {
      expect(feature.type).toBe("Feature");
      expect(feature.geometry).toEqual({ type: "Point", coordinates: [34.8, 31.9] });
      expect(feature.properties["place_precision"]).toBe("city");
    }
  });

  test("tells an event with its day, words and report", () => {
    expect(map.features[0]?.properties).toMatchObject({
      feature: "event",
      type: "disaster",
      time: "2031-05-03",
      as_worded: "حريق اندلع فجر السبت في مستودع للوقود",
      report_file: "port/r1.txt",
      place: "الرملة",
    });
  });

  test("tells a count with the words of the figure that was chosen", () => {
    expect(map.features[1]?.properties).toMatchObject({
      feature: "figure",
      type: "killed",
      low: 12,
      best: 12,
      high: 15,
      as_worded: "12 قتيلا",
    });
  });

  test("pins nothing that is not located, and counts it instead", () => {
    const [story] = LOCATED.stories;
    const all = (story?.timeline.length ?? 0) + (story?.ledger.length ?? 0);
    const { located, named_not_located: named, no_place_named: none } = map.isnad;
    expect(located + named + none).toBe(all);
    expect(located).toBe(2);
    const port = map.isnad.named_places_not_located.find(({ place }) => place === "al-Ramla port");
    expect(port?.features).toEqual(["t4", "t5", "ledger-arrested"]);
    expect(named).toBe(3);
  });

  test("takes no coordinates that are not of this earth", () => {
    const entities = LOCATED.entities.map((entity) =>
      entity.geo ? { ...entity, geo: { ...entity.geo, lat: 131.9 } } : entity,
    );
    const lost = JSON.parse(geojson({ ...LOCATED, entities }, { lang: "en" })) as Collection;
    expect(lost.features).toEqual([]);
    expect(lost.isnad.named_not_located).toBe(5);
  });
});
