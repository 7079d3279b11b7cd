import type { GazetteerEntry } from "../../gazetteer/entry.js";
import type { Reading } from "../../text/word.js";
import { Opening } from "./openings.js";
import type { Scan } from "./scan.js";

const SETTLEMENTS = ["city", "town", "village", "neighbourhood", "suburb", "district", "camp"];

const VILLAGES: ReadonlySet<string> = new Set(["town", "village"]);
/** Inhabitants beyond which nobody says village: "بلدة المنصورة" is not the city of that name. */
const LARGEST_VILLAGE = 300_000;

/** A word that says what kind of place is named behind it. */
export interface PlaceWord {
  readonly type: string;
  /** The word belongs to the name: مطار دمشق is not دمشق. */
  readonly whole: boolean;
  /** A name that no gazetteer has may follow. */
  readonly introduces: boolean;
  readonly feminine: boolean;
  /** A common noun under the article names a place behind it: حي السلام. */
  readonly definite: boolean;
  /** Of one place: not "towns", "the two fronts". */
  readonly single: boolean;
}

export function placeWordOf(scan: Scan, at: number): PlaceWord | null {
  const reading = scan.mayOpen(at, Opening.PlaceWord) ? scan.profile(at).place : null;
  if (!reading || reading.article) return null;
  const { start, end } = scan.token(at);
  // وادي and وأدى are one when folded.
  const written = scan.layer.text.slice(start, end);
  if (reading.number !== "plural" && !scan.pack.names.isNameSpelling(written)) return null;
  const { features, lemma } = reading.entry;
  const single = reading.number !== "plural" && reading.number !== "dual";
  if (features["placed"] === "yes" && !isPlaced(scan, at, reading)) return null;
  return {
    type: features["type"] ?? "place",
    whole: features["span"] === "with" && single,
    introduces: features["introduces"] === "yes",
    feminine: scan.pack.names.isFeminineNoun(lemma),
    definite: features["definite"] === "yes",
    single,
  };
}

/** "على جبهة X": a word of many senses is a place behind a preposition. */
function isPlaced(scan: Scan, at: number, reading: Reading): boolean {
  if (reading.preposition !== "") return true;
  const before = scan.layer.words[at - 1];
  return before?.classes.has("preposition") === true || before?.classes.has("place-word") === true;
}

/** A word for a village or small town. */
export const isVillageWord = (word: PlaceWord | null): boolean =>
  word !== null && VILLAGES.has(word.type);

/** Larger than anything that is called a village. */
export const isTooLarge = ({ population }: GazetteerEntry): boolean =>
  (population ?? 0) > LARGEST_VILLAGE;

/** Which of the bearers of a name a place word means: a city is no region. */
export function bearerOfType(
  entries: readonly GazetteerEntry[],
  type: string,
): GazetteerEntry | null {
  const village = VILLAGES.has(type);
  const places = entries.filter(
    (entry) => entry.kind === "place" && !(village && isTooLarge(entry)),
  );
  const exact = places.find((entry) => entry.type === type);
  if (exact) return exact;
  const town = (entry: GazetteerEntry): boolean =>
    entry.type !== "country" && entry.type !== "region";
  if (SETTLEMENTS.includes(type)) return places.find(town) ?? null;
  return places[0] ?? null;
}

/** "مخيمات الشمال السوري": a part of a country, not a town of that name. */
export const isPart = (scan: Scan, at: number): boolean =>
  scan.layer.words[at]?.classes.has("region-part") === true;

/** "طرق جديدة", "مركزا تركيا", "ضواحي المدينة": a word that belongs to the place word, though it spells a place. */
export function isIndefinite(scan: Scan, at: number): boolean {
  const { ordinary, article, demonym, place } = scan.profile(at);
  return place !== null || (!article && (ordinary || demonym !== null));
}
