import { describe, expect, it } from "vitest";
import {
  type PackedEntry,
  packDemonym,
  packEntry,
  packPhrase,
  unpackBearers,
  unpackDemonyms,
  unpackEntry,
} from "./packing.js";

const city: PackedEntry = {
  id: "geonames:1",
  kind: "place",
  name: "مدينة أولى",
  names: { ar: "مدينة أولى", en: "First" },
  type: "city",
  country: "KZ",
  geo: { lat: 43.25, lon: -76.95, precision: "city", source: "GeoNames" },
  population: 0,
  listed: true,
  speaksFor: null,
  forms: ["مدينة أولى", "الأولى"],
};

describe("packing", () => {
  it("gives an entry back as it was, with nothing where nothing was", () => {
    expect(unpackEntry(packEntry(city))).toEqual(city);
    const bare: PackedEntry = {
      ...city,
      country: null,
      geo: null,
      population: null,
      listed: false,
    };
    expect(unpackEntry(packEntry(bare))).toEqual(bare);
  });

  it("gives a phrase's bearers back in their order", () => {
    const line = packPhrase({ phrase: "الاولي", bearers: [40, 3], commonWord: true });
    expect(unpackBearers(line.split("\t")[1] ?? "")).toEqual({
      bearers: [40, 3],
      commonWord: true,
    });
  });

  it("gives a nation's inflected forms back", () => {
    const line = packDemonym("روسي", "country:RU", "RU", {
      masculine: ["روسي"],
      feminine: ["روسيه"],
      dual: [],
      plural: ["روس"],
    });
    const read = [...unpackDemonyms(line)].map(([form, { inflection }]) => `${form} ${inflection}`);
    expect(read).toEqual(["روسي masculine", "روسيه feminine", "روس plural"]);
  });
});
