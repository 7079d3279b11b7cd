import type { NameMorphology, NameSpelling } from "../../lang/name-morphology.js";
import type { TextLayer } from "../../text/layer.js";
import { markOf } from "../../text/marks.js";
import { type Reading, readingOf, type Word } from "../../text/word.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { NameMention } from "../names/mention.js";

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
  /** Joined to what stands before it: "X and Y". */
  readonly follows: boolean;
  /** Behind "in" or a word for a region, so that it may hold the places before it. */
  readonly within: boolean;
  /** ISO 3166-1 alpha-2; for a place no gazetteer has, that of the address it stands in. */
  readonly country: string | null;
}

/** Bodies that are also buildings in which things happen. */
const BUILDINGS: ReadonlySet<string> = new Set(["hospital", "school", "university", "college"]);
/** Types of named things that lie in or by some settlement or region. */
const STRUCTURES: ReadonlySet<string> = new Set([
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
const BROAD: ReadonlySet<string> = new Set(["continent", "world region"]);
const LINES: ReadonlySet<string> = new Set(["lake", "river", "road", "sea", "street"]);
/** Tokens in which an agency's byline and the town it writes from stand. */
const LONGEST_DATELINE = 10;
/** Words between "was brought" and the last of the hospitals of X, Y and Z. */
const TRANSFER_REACH = 30;
/** Tokens between a word of coming or going and where from; and where to, behind where from. */
const ORIGIN_REACH = 3;
const JOURNEY_REACH = 6;
/** Tokens from a length back to the place that it is measured from. */
const REFERENCE_REACH = 5;
/** Tokens behind a speaker that tell where he speaks. */
const SPEAKER_PLACE = 3;
/** Tokens between a place no gazetteer has and what tells where it lies. */
const ADDRESS_GAP = 4;
/** Words by which a town is meant again: "the town", "the city". */
const SETTLEMENTS: ReadonlySet<string> = new Set([
  "city",
  "town",
  "village",
  "camp",
  "capital",
  "suburb",
  "neighbourhood",
  "settlement",
]);

/** Mark of words for a kind of place. */
const PLACE_WORD = markOf(["place-word"]);
/** Mark of words of coming, going and bringing. */
const JOURNEY = markOf(["place-origin", "place-transfer"]);

/** The places named, where they stand, and the towns that "the town" points back to. */
export function findPlaces(
  layer: TextLayer,
  names: readonly NameMention[],
  entityOf: (index: number) => string | null,
  attributions: readonly Attribution[],
  morphology: NameMorphology,
): PlaceMention[] {
  const spoken = speakerTokens(layer, attributions);
  const dateline = datelineEnd(layer, names);
  const named: PlaceMention[] = [];
  const seats = new Set<PlaceMention>();
  const meant = new Antecedents(layer);
  let from = 0;
  for (const [index, mention] of names.entries()) {
    named.push(...meant.between(from, mention.first));
    from = mention.last;
    const { first, last, value } = mention;
    const place = value.kind === "place";
    const building = value.kind === "organization" && BUILDINGS.has(value.type ?? "");
    const entity = (place || building) && value.head === "name" ? entityOf(index) : null;
    if (!entity || first < dateline) continue;
    const spelled = spellingOf(layer, first, value.skip, morphology);
    const joined = spelled?.preposition ?? "";
    const wide = place && (value.type === "country" || value.geo?.precision === "country");
    if (wide && isNation(layer, first)) continue;
    // "أمام السواحل التونسية": land, and no state.
    const isLand = layer.words[first]?.classes.has("country-land") === true;
    const isParty = place && !isLand && (wide || value.type === "capital");
    const locative =
      !(isParty && isPartyOf(layer, first, joined, morphology.dative)) &&
      isLocative(layer, first, joined, place && value.type !== "country");
    // "دفع بغداد إلى", "سكان بغداد": a state, or the people of a town.
    if ((building || value.type === "capital") && !locative) continue;
    const aside =
      spoken[first] === 1 ||
      isOrigin(layer, first) ||
      isReference(layer, first) ||
      isDestination(layer, first, joined, morphology.dative);
    const broad = place && BROAD.has(value.type ?? "");
    const structure = building || STRUCTURES.has(value.type ?? "");
    const quarter = value.type === "neighbourhood";
    const { country } = value;
    const line = LINES.has(value.type ?? "");
    const follows = spelled?.conjunction === true;
    const within = joined !== "" || isWithin(layer, first);
    const told: PlaceMention = {
      first,
      last,
      entity,
      wide,
      broad,
      locative,
      structure,
      quarter,
      line,
      aside,
      follows,
      within,
      country,
    };
    named.push(told);
    if (isSeatOf(layer, names[index - 1], first, morphology.locative)) seats.add(told);
    if (!wide) meant.remember(mention, entity);
  }
  named.push(...meant.between(from, layer.tokens.length));
  return withCountries(layer, withoutSeats(named, seats));
}

/** Towns and regions last named, by the word for what they are. */
class Antecedents {
  private readonly byType = new Map<string, { entity: string; country: string | null }>();

  constructor(private readonly layer: TextLayer) {}

  remember({ first, value }: NameMention, entity: string): void {
    const word = placeType(this.layer.words[first - 1]);
    const named = { entity, country: value.country };
    for (const type of [word, value.type]) {
      if (type === null) continue;
      this.byType.set(type, named);
      if (SETTLEMENTS.has(type)) this.byType.set("settlement", named);
    }
  }

  /** "في البلدة", "بالمدينة" in tokens `[from, to)`: the one of that kind named last. */
  between(from: number, to: number): PlaceMention[] {
    if (this.byType.size === 0) return [];
    const found: PlaceMention[] = [];
    for (let at = from; at < to; at++) {
      if (((this.layer.marks[at] ?? 0) & PLACE_WORD) === 0) continue;
      const reading = placeReading(this.layer.words[at]);
      if (!reading?.article || reading.enclitic !== "" || reading.number === "plural") continue;
      const type = reading.entry.features["type"] ?? "";
      const meant =
        this.byType.get(type) ??
        (SETTLEMENTS.has(type) ? this.byType.get("settlement") : undefined);
      if (!meant || !isLocative(this.layer, at, reading.preposition, false)) continue;
      const { entity, country } = meant;
      found.push({
        first: at,
        last: at + 1,
        entity,
        wide: false,
        broad: false,
        locative: true,
        structure: false,
        quarter: false,
        line: false,
        aside: false,
        follows: false,
        within: false,
        country,
      });
    }
    return found;
  }
}

/** "رويترز - تل أبيب:": where an agency's correspondent sits. 0 where the text begins otherwise. */
function datelineEnd(layer: TextLayer, names: readonly NameMention[]): number {
  const agency = names.find(({ value }) => value.type === "news agency");
  if (!agency || agency.first >= LONGEST_DATELINE) return 0;
  for (let at = 1; at <= LONGEST_DATELINE; at++) {
    if (layer.words[at]?.classes.has("speech.verb")) return 0;
    if (layer.tokens[at]?.form === ":") return at;
  }
  return 0;
}

/** "with Iran", "for Tehran": the state, not the land. */
function isPartyOf(layer: TextLayer, first: number, joined: string, dative: string): boolean {
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

const placeReading = (word: Word | undefined): Reading | null =>
  word ? readingOf(word, "place-word") : null;

const placeType = (word: Word | undefined): string | null =>
  placeReading(word)?.entry.features["type"] ?? null;

/** Behind a preposition, joined or not, a word for a town or a direction, or the event of a town. */
function isLocative(layer: TextLayer, first: number, joined: string, town: boolean): boolean {
  const reading = placeReading(layer.words[first]);
  if (reading && !reading.article) return true;
  if (joined !== "") return !isGoverned(layer, first);
  if (layer.words[first - 1]?.classes.has("place-scene")) return true;
  for (let at = first - 1; at >= Math.max(0, first - 2); at--) {
    const before = layer.words[at];
    if (!before || layer.tokens[at]?.kind !== "word") return false;
    if (before.classes.has("preposition") || before.classes.has("place-word")) return true;
    if (before.classes.has("direction")) return true;
    if (town && at === first - 1 && isEventOf(before)) return true;
    if (before.classes.size > 0 && !before.classes.has("ordinary")) return false;
  }
  return false;
}

/** What is joined in front of a name; undefined where nothing is. */
function spellingOf(
  layer: TextLayer,
  first: number,
  skip: number,
  morphology: NameMorphology,
): NameSpelling | undefined {
  if (skip === 0) return undefined;
  const form = layer.words[first]?.form ?? "";
  return morphology.spellings(form).find((one) => one.skip === skip);
}

/** "في X", "بمحافظة X", "الواقعة في منطقة X": a place that others may lie in. */
function isWithin({ words }: TextLayer, first: number): boolean {
  for (const word of [words[first], words[first - 1]]) {
    const told = placeReading(word);
    if (told && told.preposition !== "") return true;
    if (told && word === words[first - 1] && words[first - 2]?.classes.has("name.in")) return true;
  }
  return words[first - 1]?.classes.has("name.in") === true;
}

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

/** Somebody comes, goes or is brought, in so many tokens in front. */
function isJourney({ marks }: TextLayer, first: number, reach: number): boolean {
  for (let at = Math.max(0, first - reach); at < first; at++)
    if (((marks[at] ?? 0) & JOURNEY) !== 0) return true;
  return false;
}

/** "ينحدر من X", "القادم من X", "متجها إلى X", "عودتهم من X إلى Y". */
function isOrigin(layer: TextLayer, first: number): boolean {
  if (!isJourney(layer, first, JOURNEY_REACH)) return false;
  const { words } = layer;
  const reach = words[first - 1]?.classes.has("prep.to") ? JOURNEY_REACH : ORIGIN_REACH;
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    if (words[at]?.classes.has("place-origin")) return true;
    if (layer.tokens[at]?.kind !== "word") return false;
  }
  return false;
}

/** "29 شخصا من السودان وثمانية من الصومال": behind a count or a noun of persons, of what nation they are. */
function isNation({ words }: TextLayer, first: number): boolean {
  if (!words[first - 1]?.classes.has("prep.from")) return false;
  const counted = words[first - 2];
  return COUNTED.some((name) => counted?.classes.has(name));
}

/** Words for persons and for how many. */
const COUNTED = ["counted.person", "number.unit", "number"] as const;

/** "على مسافة 700 كيلومتر جنوبي X", "50 كيلومترا عن X": a place told by how far it lies from another. */
function isReference(layer: TextLayer, first: number): boolean {
  const { words } = layer;
  const near = words[first - 1];
  const measured = ["direction", "prep.from", "prep.about"].some((one) => near?.classes.has(one));
  if (!measured) return false;
  for (let at = first - 2; at >= Math.max(0, first - REFERENCE_REACH); at--) {
    if (words[at]?.readings.some(({ entry }) => entry.features["of"] === "length")) return true;
    if (layer.tokens[at]?.kind !== "word") return false;
  }
  return false;
}

/** "نقلوا إلى مستشفى X في Y": everything behind "to", up to the end of the clause. */
function isDestination(layer: TextLayer, first: number, joined: string, dative: string): boolean {
  if (!isJourney(layer, first, TRANSFER_REACH)) return false;
  let to = joined === dative;
  for (let at = first - 1; at >= Math.max(0, first - TRANSFER_REACH); at--) {
    const word = layer.words[at];
    if (!word || (layer.tokens[at]?.kind !== "word" && CLAUSE_ENDS.has(word.form))) return false;
    if (word.classes.has("clause.front") && at < first - 1) return false;
    to ||= word.classes.has("prep.to");
    to ||= word.readings.some((one) => one.preposition === dative);
    if (word.classes.has("place-transfer")) return to;
  }
  return false;
}

/** Kinds of regions that a body is of. */
const SERVED: ReadonlySet<string> = new Set(["region", "area"]);
/** Tokens between a body and where it serves: a quote and the word for a region. */
const SEAT_GAP = 2;

/** "هيئة الهلال الأحمر بمنطقة X": what a body serves, and no place of what it tells; في would tell where. */
function isSeatOf(
  layer: TextLayer,
  body: NameMention | undefined,
  first: number,
  locative: string,
): boolean {
  if (body?.value.kind !== "organization" || BUILDINGS.has(body.value.type ?? "")) return false;
  if (first < body.last || first - body.last > SEAT_GAP) return false;
  for (let at = body.last; at <= first; at++) {
    const reading = placeReading(layer.words[at]);
    if (reading)
      return reading.preposition === locative && SERVED.has(placeType(layer.words[at]) ?? "");
    if (layer.tokens[at]?.kind === "word") return false;
  }
  return false;
}

/** Where the text tells a town besides, the seats of bodies are no places of its news. */
function withoutSeats(
  named: readonly PlaceMention[],
  seats: ReadonlySet<PlaceMention>,
): PlaceMention[] {
  const isTown = (one: PlaceMention): boolean =>
    one.locative && !one.wide && !one.aside && !seats.has(one);
  const first = named.find(isTown)?.first ?? Number.POSITIVE_INFINITY;
  return named.map((one) => (seats.has(one) && first < one.first ? { ...one, aside: true } : one));
}

const CLAUSE_ENDS: ReadonlySet<string> = new Set([".", "؛", ";", "!", "؟", ":"]);

/** Marks what names a speaker, and where he stands: "قال المصدر في دمشق إن". */
function speakerTokens(layer: TextLayer, attributions: readonly Attribution[]): Uint8Array {
  const marks = new Uint8Array(layer.tokens.length);
  for (const { first, value } of attributions) {
    for (const speaker of value.chain) {
      const where = speaker.last <= first ? Math.min(first, speaker.last + SPEAKER_PLACE) : 0;
      marks.fill(1, speaker.first, Math.max(speaker.last, where));
    }
  }
  return marks;
}

/** A place no gazetteer has lies in the country of the place its address goes on with. */
function withCountries(layer: TextLayer, places: readonly PlaceMention[]): PlaceMention[] {
  const settled: PlaceMention[] = [];
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at] as PlaceMention;
    const wider = settled[settled.length - 1];
    const near =
      wider !== undefined &&
      wider.first - place.last <= ADDRESS_GAP &&
      !wider.follows &&
      layer.sentenceOf[wider.first] === layer.sentenceOf[place.first];
    settled.push(place.country === null && near ? { ...place, country: wider.country } : place);
  }
  return settled.reverse();
}
