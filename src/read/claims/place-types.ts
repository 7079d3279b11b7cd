/** What the types of named places and bodies are to where something happened. */

/** Bodies that are also buildings in which things happen. */
export const BUILDINGS: ReadonlySet<string> = new Set([
  "hospital",
  "school",
  "university",
  "college",
]);
/** Types of named things that lie in or by some settlement or region. */
export const STRUCTURES: ReadonlySet<string> = new Set([
  "airport",
  "bridge",
  "checkpoint",
  "church",
  "crossing",
  "dam",
  "hotel",
  "lake",
  "market",
  "military base",
  "mosque",
  "palace",
  "port",
  "prison",
  "river",
  "road",
  "roundabout",
  "square",
  "stadium",
  "street",
]);
export const BROAD: ReadonlySet<string> = new Set(["continent", "world region"]);
export const LINES: ReadonlySet<string> = new Set(["lake", "river", "road", "sea", "street"]);
