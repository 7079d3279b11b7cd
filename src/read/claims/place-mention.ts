/** A place named in the text, by its entity. */
export interface PlaceMention {
  readonly first: number;
  readonly last: number;
  readonly entity: string;
  /** Names a country or larger: taken only where nothing nearer names a smaller place. */
  readonly wide: boolean;
  /** Names a continent or a part of the world. */
  readonly broad: boolean;
  /** Stands where a place stands: behind "in", "to", "near", a word for a town. A state that acts does not. */
  readonly locative: boolean;
  /** A thing in or near a town: a dam, a bridge, a road, a hospital. */
  readonly structure: boolean;
  /** A quarter of a town. */
  readonly quarter: boolean;
  /** A river, a lake, a road: the town on it, where one is told, says better where. */
  readonly line: boolean;
  /** Where a speaker stands, somebody comes from, or the wounded are brought: not where it happened. */
  readonly aside: boolean;
  /** The end of a way: where somebody goes or has come to, which is where only of the going. */
  readonly reached: boolean;
  /** Joined to what stands before it: "X and Y". */
  readonly follows: boolean;
  /** Behind "in" or a word for a region, so that it may hold the places before it. */
  readonly within: boolean;
  /** Behind "in", or behind a word that stands so: where persons and bodies do something. */
  readonly inside: boolean;
  /** ISO 3166-1 alpha-2; for a place no gazetteer has, that of the address it stands in. */
  readonly country: string | null;
}
