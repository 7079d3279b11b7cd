/** Whether a name stands where a place stands, or is of a state that acts, or of a nation. */
import type { TextLayer } from "../../text/layer.js";
import type { Reading, Word } from "../../text/word.js";
import { placeReading } from "./place-noun.js";

/** "with Iran", "for Tehran": the state, not the land. */
export function isPartyOf(
  layer: TextLayer,
  first: number,
  joined: string,
  dative: string,
): boolean {
  if (joined !== "") return joined === dative;
  const before = layer.words[first - 1];
  if (before?.classes.has("place-scene") || isStruck(layer, first)) return false;
  return before?.classes.has("preposition") === true && !before.classes.has("place-preposition");
}

/** Words between a strike and the land it falls on: "غارات جوية إسرائيلية على لبنان". */
const STRIKE_REACH = 4;

/** "غارات على لبنان": what an attack falls on is where it happened. */
function isStruck({ words, tokens }: TextLayer, first: number): boolean {
  if (!words[first - 1]?.classes.has("prep.over")) return false;
  for (let at = first - 2; at >= Math.max(0, first - 1 - STRIKE_REACH); at--) {
    if (tokens[at]?.kind !== "word") return false;
    const word = words[at];
    if (word?.classes.has("scene-back")) return true;
    if (word?.readings.some(({ entry }) => STRIKES.has(entry.features["type"] ?? ""))) return true;
  }
  return false;
}

/** Types of events that fall on their place. */
const STRIKES: ReadonlySet<string> = new Set(["attack", "strike"]);

/** Behind a preposition, joined or not, a word for a town or a direction, or the event of a town. */
export function isLocative(
  layer: TextLayer,
  first: number,
  joined: string,
  town: boolean,
): boolean {
  const reading = placeReading(layer.words[first]);
  if (reading && !reading.article && !isOfState(reading)) return true;
  if (joined !== "") return !isGoverned(layer, first);
  if (layer.words[first - 1]?.classes.has("place-scene")) return true;
  for (let at = first - 1; at >= Math.max(0, first - 2); at--) {
    const before = layer.words[at];
    if (!before || layer.tokens[at]?.kind !== "word") return false;
    const told = placeReading(before);
    if (before.classes.has("preposition") || (told && !isOfState(told))) return true;
    if (before.classes.has("direction")) return true;
    if (town && at === first - 1 && isEventOf(before)) return true;
    if (before.classes.size > 0 && !before.classes.has("ordinary")) return false;
  }
  return false;
}

/** "وحدات من القوات المسلحة لروسيا وجمهورية بيلاروسيا": what a state calls itself tells of no place. */
const isOfState = ({ entry, preposition }: Reading): boolean =>
  preposition === "" && entry.features["type"] === "country";

/** "في X", "بمحافظة X", "الواقعة في منطقة X": a place that others may lie in. */
export function isWithin({ words }: TextLayer, first: number): boolean {
  for (const word of [words[first], words[first - 1]]) {
    const told = placeReading(word);
    if (told && told.preposition !== "") return true;
    if (told && word === words[first - 1] && words[first - 2]?.classes.has("name.in")) return true;
  }
  return words[first - 1]?.classes.has("name.in") === true;
}

/** Tokens from a place back to "in": "في العاصمة المجرية بودابست". */
const INSIDE_REACH = 3;

/** "في X", "بمقر الوزارة في X", "في العاصمة X": no land of which somebody is, or with which something is done. */
export function isInside({ words, tokens }: TextLayer, first: number, locative: string): boolean {
  for (let at = first; at >= Math.max(0, first - INSIDE_REACH); at--) {
    const word = words[at];
    if (!word || tokens[at]?.kind !== "word") return false;
    if (word.classes.has("name.in")) return true;
    if (word.classes.has("preposition"))
      return word.classes.has("place-preposition") && !OF.some((of) => word.classes.has(of));
    const joined = placeReading(word)?.preposition ?? "";
    if (joined !== "") return joined === locative;
    if (word.readings.some(({ entry, preposition }) => entry.pos === "noun" && preposition !== ""))
      return false;
    if (at < first && word.readings[0]?.entry.pos === "verb") return false;
  }
  return false;
}
/** From and to are no places to be in. */
const OF: readonly string[] = ["prep.from", "prep.to"];

/** "قصف حلب", "انفجار بيروت": the event of a town. */
const isEventOf = (word: Word): boolean =>
  (word.classes.has("event.name") || word.classes.has("event.masdar")) &&
  word.readings.some(({ entry, article }) => entry.pos === "noun" && !article);

/** "دفع بتل أبيب": a verb before a joined preposition may need it, and the capital is who acts. */
function isGoverned(layer: TextLayer, first: number): boolean {
  const before = layer.words[first - 1];
  const verb = before?.readings[0];
  return (
    verb?.entry.pos === "verb" &&
    verb.enclitic === "" &&
    !verb.entry.classes.some((name) => name.startsWith("harm") || name.startsWith("event"))
  );
}

/** "29 شخصا من السودان وثمانية من الصومال": behind a count or a noun of persons, of what nation they are. */
export function isNation({ words }: TextLayer, first: number): boolean {
  if (!words[first - 1]?.classes.has("prep.from")) return false;
  const counted = words[first - 2];
  return COUNTED.some((name) => counted?.classes.has(name));
}

/** Words for persons and for how many. */
const COUNTED = ["counted.person", "number.unit", "number"] as const;
