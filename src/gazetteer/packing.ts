import type { Demonym, GazetteerEntry, GazetteerKind, GazetteerPoint } from "./entry.js";

/**
 * The packed form in which the gazetteer ships: lines of tab-separated fields in three strings.
 * Written by `scripts/compile-gazetteer.ts`, read lazily at run time: an entry's line is split
 * only when that entry is asked for.
 */
export interface PackedEntry extends GazetteerEntry {
  /** Every known spelling, the preferred one first. */
  readonly forms: readonly string[];
}

/** A phrase's bearers, as indices into the entries, best first. */
export interface PackedPhrase {
  readonly phrase: string;
  readonly bearers: readonly number[];
  readonly commonWord: boolean;
}

const KINDS: readonly GazetteerKind[] = ["place", "organization", "group", "outlet"];
const PRECISIONS: readonly GazetteerPoint["precision"][] = ["point", "city", "region", "country"];
const INFLECTIONS: readonly Demonym["inflection"][] = ["masculine", "feminine", "dual", "plural"];

/** Where coordinates come from; the index is what is packed. */
export const POINT_SOURCES = [
  "GeoNames",
  "GeoNames, centre of the region's populated places",
  "world-countries",
  "approximate centre, set by hand",
] as const;

const COMMON = "*";
const LISTED = "1";

export function packEntry(entry: PackedEntry): string {
  const { geo } = entry;
  const point = geo
    ? [
        Math.round(geo.lat * 1000) / 1000,
        Math.round(geo.lon * 1000) / 1000,
        PRECISIONS.indexOf(geo.precision),
        POINT_SOURCES.indexOf(geo.source as (typeof POINT_SOURCES)[number]),
      ].join(",")
    : "";
  return [
    entry.id,
    KINDS.indexOf(entry.kind),
    entry.type,
    entry.country ?? "",
    entry.population ?? "",
    point,
    entry.speaksFor ?? "",
    entry.names["en"] ?? "",
    entry.forms.join("|"),
    entry.listed ? LISTED : "",
  ].join("\t");
}

export function unpackEntry(line: string): PackedEntry {
  const field = line.split("\t");
  const at = (i: number): string => field[i] ?? "";
  const forms = at(8).split("|");
  const name = forms[0] ?? "";
  const names: Record<string, string> = { ar: name };
  if (at(7)) names["en"] = at(7);
  return {
    id: at(0),
    kind: KINDS[Number(at(1))] ?? "place",
    name,
    names,
    type: at(2),
    country: at(3) || null,
    geo: unpackPoint(at(5)),
    population: at(4) === "" ? null : Number(at(4)),
    listed: at(9) === LISTED,
    speaksFor: at(6) || null,
    forms,
  };
}

function unpackPoint(text: string): GazetteerPoint | null {
  if (text === "") return null;
  const [lat = 0, lon = 0, precision = 0, source = 0] = text.split(",").map(Number);
  return {
    lat,
    lon,
    precision: PRECISIONS[precision] ?? "region",
    source: POINT_SOURCES[source] ?? "unknown",
  };
}

export function packPhrase({ phrase, bearers, commonWord }: PackedPhrase): string {
  return `${phrase}\t${commonWord ? COMMON : ""}${bearers.map((i) => i.toString(36)).join(",")}`;
}

/** Reads the part of a phrase line after its tab. */
export function unpackBearers(text: string): { bearers: readonly number[]; commonWord: boolean } {
  const commonWord = text.startsWith(COMMON);
  const list = commonWord ? text.slice(COMMON.length) : text;
  return { bearers: list.split(",").map((part) => Number.parseInt(part, 36)), commonWord };
}

/** One line a nation: adjective, of, country, then the folded forms by inflection. */
export function packDemonym(
  adjective: string,
  of: string,
  country: string | null,
  forms: Readonly<Record<Demonym["inflection"], readonly string[]>>,
): string {
  const lists = INFLECTIONS.map((inflection) => forms[inflection].join("|"));
  return [adjective, of, country ?? "", ...lists].join("\t");
}

export function* unpackDemonyms(line: string): Generator<[form: string, demonym: Demonym]> {
  const [adjective = "", of = "", country = "", ...lists] = line.split("\t");
  for (const [i, list] of lists.entries()) {
    const inflection = INFLECTIONS[i];
    if (!inflection || list === "") continue;
    const demonym: Demonym = { adjective, of, country: country || null, inflection };
    for (const form of list.split("|")) yield [form, demonym];
  }
}
