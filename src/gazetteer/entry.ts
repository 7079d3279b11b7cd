/** What the gazetteer knows of one name-bearer. Plain data, safe for JSON. */
export interface GazetteerEntry {
  /** `country:KZ`, `geonames:1526384`, `region:SY.12`, `place:…`, `institution:csto`. */
  readonly id: string;
  readonly kind: GazetteerKind;
  /** The preferred Arabic name. */
  readonly name: string;
  /** Names by language code: `ar`, and `en` where known. */
  readonly names: Readonly<Record<string, string>>;
  /** `country`, `capital`, `city`, `region`, `airport`, `news agency`, `armed group`, … */
  readonly type: string;
  /** ISO 3166-1 alpha-2; null for seas, international bodies and disputed places. */
  readonly country: string | null;
  readonly geo: GazetteerPoint | null;
  /** Inhabitants as GeoNames has them; null where unknown or meaningless. */
  readonly population: number | null;
  /** The language's own list has it, not the data packages alone: reports in that language tell it. */
  readonly listed: boolean;
  /** The country whose government this name stands for in reports ("Moscow accuses"), or null. */
  readonly speaksFor: string | null;
}

export type GazetteerKind = "place" | "organization" | "group" | "outlet";

/** Degrees north and east. `precision` says how much of the map the point may stand for. */
export interface GazetteerPoint {
  readonly lat: number;
  readonly lon: number;
  readonly precision: "point" | "city" | "region" | "country";
  readonly source: string;
}

export interface GazetteerMatch {
  /** Best first: country, capital, well-known body, then by size. Never empty. */
  readonly entries: readonly GazetteerEntry[];
  /** Number of tokens the name covers, at least 1. */
  readonly length: number;
  /**
   * True where the form is also an ordinary word, a person's name or an obscure homonym: to be
   * taken as a name only when a word that introduces one (town, channel, newspaper) stands by it.
   */
  readonly commonWord: boolean;
}

/** An inflected nation adjective or people's name, and whom it points to. */
export interface Demonym {
  /** The dictionary form, masculine singular. */
  readonly adjective: string;
  /** ISO 3166-1 alpha-2, or null for a people or region without a state of that name. */
  readonly country: string | null;
  /** `country:RU`, `people:kurdish`. */
  readonly of: string;
  readonly inflection: "masculine" | "feminine" | "dual" | "plural";
}
