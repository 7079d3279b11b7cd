import { createRequire } from "node:module";
import { POINT_SOURCES } from "../../src/gazetteer/packing.js";
import { addSpelling, type Bearer } from "./bearers.js";
import { RANK } from "./rank.js";

interface Country {
  readonly cca2: string;
  readonly name: { readonly common: string };
  readonly translations: Readonly<
    Record<string, { readonly common: string; readonly official: string }>
  >;
  readonly latlng: readonly [number, number];
}

/**
 * Countries by ISO code, without names yet: the lexicon names them first.
 * @returns the bearers, and what adds the packages' names once the lexicon has spoken
 */
export function readCountries(): {
  bearers: ReadonlyMap<string, Bearer>;
  addPackagedNames: () => void;
} {
  const require = createRequire(import.meta.url);
  const countries = require("world-countries") as readonly Country[];
  const translated = (
    require("i18n-iso-countries/langs/ar.json") as { countries: Record<string, string> }
  ).countries;
  const bearers = new Map<string, Bearer>();
  for (const country of countries) {
    const [lat, lon] = country.latlng;
    bearers.set(country.cca2, {
      entry: {
        id: `country:${country.cca2}`,
        kind: "place",
        names: { en: country.name.common },
        type: "country",
        country: country.cca2,
        geo: { lat, lon, precision: "country", source: POINT_SOURCES[2] },
        population: null,
        listed: true,
        speaksFor: country.cca2,
      },
      spellings: new Map(),
      rank: RANK.country,
    });
  }
  const addPackagedNames = (): void => {
    for (const country of countries) {
      const bearer = bearers.get(country.cca2);
      const arabic = country.translations["ara"];
      if (!bearer) continue;
      const packaged = [translated[country.cca2], arabic?.common, arabic?.official];
      for (const name of packaged) {
        const plain = name?.replace(/\s*\(.*\)\s*/g, "").replace(/ڤ/g, "ف");
        if (plain) addSpelling(bearer, plain);
      }
    }
  };
  return { bearers, addPackagedNames };
}
