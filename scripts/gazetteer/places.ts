import { POINT_SOURCES } from "../../src/gazetteer/packing.js";
import { arabicNames } from "./arabic-names.js";
import { addSpelling, type Bearer, phraseOf } from "./bearers.js";
import type { readCountries } from "./countries.js";
import { type Populated, placeKey, placesByName, regionCentres } from "./geonames.js";
import { placesByPoint, pointOf } from "./points.js";
import { bySize, RANK, REGION_WEIGHT, rankOfPopulated } from "./rank.js";
import type { Traps } from "./traps.js";
import { listOf, type Row } from "./tsv.js";

/**
 * Where reports in Arabic name small towns: the Arab world, its neighbours, and the wars and
 * crises that it follows. Elsewhere a town must be larger to be listed, and much larger to be
 * believed without a place word.
 */
const NEAR = new Set(
  "SA YE OM AE QA BH KW IQ SY LB JO PS IL EG SD SS LY TN DZ MA EH MR SO DJ KM IR TR AF PK UA".split(
    " ",
  ),
);
const LISTED_FROM = { near: 0, far: 15_000 } as const;
const BELIEVED_FROM = { near: 20_000, far: 200_000 } as const;
/** Shorter single names are nearly always words: قم, هون, سرت. */
const SHORTEST_BELIEVED = 4;
const SHORTEST_NAME = 3;

type Countries = ReturnType<typeof readCountries>;

export function readPlaces(
  rows: readonly Row[],
  traps: Traps,
  populated: readonly Populated[],
  countries: Countries,
): readonly Bearer[] {
  const byName = placesByName(populated);
  const byPoint = placesByPoint(populated, (place) =>
    NEAR.has(place.country) ? arabicNames(place.alternates, place.country, traps) : [],
  );
  const centres = regionCentres(populated);
  const ignored = new Set<string>();
  const missing: string[] = [];
  const listed = new Map<string, Bearer>();

  for (const row of rows) {
    const at = row.cells["at"] ?? "";
    const type = row.cells["type"] ?? "";
    if (!/^([A-Z]{2})?$/.test(row.cells["speaks"] ?? "")) {
      throw new Error(`${row.where}: "speaks" takes a country code`);
    }
    let bearer: Bearer;
    if (type === "country") {
      const country = countries.bearers.get(at);
      if (!country) throw new Error(`${row.where}: no country ${at}`);
      bearer = country;
    } else if (at.includes("/")) {
      const place = byName.get(placeKey(at));
      if (!place) {
        missing.push(`${row.where}: GeoNames has no ${at}`);
        continue;
      }
      if (type === "ignore") {
        ignored.add(place.id);
        continue;
      }
      bearer = listed.get(place.id) ?? bearerOf(place, type, row.cells["speaks"] ?? "", true);
    } else if (at.includes("@")) {
      const known = byPoint.find(at, type, [row.cells["name"] ?? "", ...listOf(row, "aliases")]);
      bearer = known
        ? (listed.get(known.id) ?? bearerOf(known, type, row.cells["speaks"] ?? "", true))
        : bearerAt(at, type, row);
    } else {
      const centre = centres.get(at);
      if (!centre) {
        missing.push(`${row.where}: GeoNames has no region ${at}`);
        continue;
      }
      bearer = regionOf(at, type, centre, row);
    }
    const known = listed.get(bearer.entry.id);
    if (known && known !== bearer) throw new Error(`${row.where}: ${bearer.entry.id} stands twice`);
    listed.set(bearer.entry.id, bearer);
    for (const name of [row.cells["name"] ?? "", ...listOf(row, "aliases")]) {
      addSpelling(bearer, name);
    }
  }

  const outranked = namesakes(listed, populated, traps);
  if (missing.length > 0) throw new Error(missing.join("\n"));
  countries.addPackagedNames();
  for (const country of countries.bearers.values()) listed.set(country.entry.id, country);
  for (const place of populated) {
    if (ignored.has(place.id)) continue;
    const near = NEAR.has(place.country);
    const known = listed.get(place.id);
    if (!known && place.population < (near ? LISTED_FROM.near : LISTED_FROM.far)) {
      if (!/^PPL(C|A)$/.test(place.feature)) continue;
    }
    const names = arabicNames(place.alternates, place.country, traps)
      .filter((name) => {
        const phrase = phraseOf(name);
        return phrase.length >= SHORTEST_NAME && !traps.never.has(phrase);
      })
      .filter((name) => near || known || !outranked(name, place));
    if (names.length === 0) continue;
    const bearer = known ?? bearerOf(place, "", "", false);
    for (const name of names) addSpelling(bearer, name, standsAlone(name, place, near, traps));
    listed.set(bearer.entry.id, bearer);
  }
  return [...listed.values()];
}

/** A far town is not meant where a namesake has this many times its inhabitants. */
const OUTRANKS = 4;

/**
 * Whether a far town's name belongs to a place that reports mean by it instead: one of the list, or
 * a much larger one. جنيف is no town in Illinois.
 */
function namesakes(
  listed: ReadonlyMap<string, Bearer>,
  populated: readonly Populated[],
  traps: Traps,
): (name: string, place: Populated) => boolean {
  const largest = new Map<string, number>();
  for (const { alternates, country, population } of populated) {
    if (population < LISTED_FROM.far) continue;
    for (const name of arabicNames(alternates, country, traps)) {
      const phrase = phraseOf(name);
      largest.set(phrase, Math.max(largest.get(phrase) ?? 0, population));
    }
  }
  const told = new Map<string, string>();
  for (const { entry, spellings } of listed.values())
    for (const spelling of spellings.keys()) told.set(phraseOf(spelling), entry.id);
  return (name, { id, population }) => {
    const phrase = phraseOf(name);
    const known = told.get(phrase);
    if (known !== undefined && known !== id) return true;
    return (largest.get(phrase) ?? 0) >= population * OUTRANKS;
  };
}

/** May this name of GeoNames' stand for the place without a place word before it? */
function standsAlone(name: string, place: Populated, near: boolean, traps: Traps): boolean {
  const phrase = phraseOf(name);
  if (traps.ordinary.has(phrase)) return false;
  const tokens = phrase.split(" ");
  if (traps.ordinaryLead.has(tokens[0] ?? "")) return false;
  // A part of a town is named after its town, or after anything else.
  if (place.feature === "PPLX") return false;
  const seat = place.feature === "PPLC" || (near && place.feature === "PPLA");
  const large = place.population >= (near ? BELIEVED_FROM.near : BELIEVED_FROM.far);
  if (tokens.length > 1) return near || seat || large;
  return (seat || large) && phrase.length >= SHORTEST_BELIEVED;
}

function bearerOf(place: Populated, type: string, speaks: string, listed: boolean): Bearer {
  const capital = place.feature === "PPLC";
  const ofType = type || (capital ? "capital" : "city");
  return {
    entry: {
      id: place.id,
      kind: "place",
      names: { en: place.ascii },
      type: ofType,
      country: place.country,
      geo: { lat: place.lat, lon: place.lon, precision: "city", source: POINT_SOURCES[0] },
      population: place.population || null,
      listed,
      speaksFor: speaks || (ofType === "capital" ? place.country : null),
    },
    spellings: new Map(),
    rank: ofType === "capital" ? RANK.capital + bySize(place.population) : rankOfPopulated(place),
  };
}

function regionOf(
  at: string,
  type: string,
  centre: { lat: number; lon: number; population: number },
  row: Row,
): Bearer {
  return {
    entry: {
      id: `region:${at}`,
      kind: "place",
      names: english(row),
      type: type || "region",
      country: at.slice(0, 2),
      geo: { lat: centre.lat, lon: centre.lon, precision: "region", source: POINT_SOURCES[1] },
      population: null,
      listed: true,
      speaksFor: null,
    },
    spellings: new Map(),
    rank: RANK.populated + bySize(REGION_WEIGHT),
  };
}

/** Extents of which a point says little more than where about on the map. */
const WIDE = new Set([
  "sea",
  "ocean",
  "continent",
  "world region",
  "desert",
  "mountain",
  "river",
  "region",
  "island",
  "gulf",
]);

/** `SY@36.2,37.1`, or `-@…` for a place of no one country. */
function bearerAt(at: string, type: string, row: Row): Bearer {
  const { country, lat, lon } = pointOf(at);
  const slug = (row.cells["english"] ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  if (slug === "") throw new Error(`${row.where}: ${at} needs an English name`);
  return {
    entry: {
      id: `place:${slug}`,
      kind: "place",
      names: english(row),
      type,
      country,
      geo: {
        lat,
        lon,
        precision: WIDE.has(type) ? "region" : "point",
        source: POINT_SOURCES[3],
      },
      population: null,
      listed: true,
      speaksFor: row.cells["speaks"] || null,
    },
    spellings: new Map(),
    rank: RANK.wellKnown,
  };
}

const english = (row: Row): Record<string, string> =>
  row.cells["english"] ? { en: row.cells["english"] } : {};
