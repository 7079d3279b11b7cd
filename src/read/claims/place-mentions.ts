import type { NameMorphology, NameSpelling } from "../../lang/name-morphology.js";
import type { TextLayer } from "../../text/layer.js";
import type { Attribution } from "../attribution/attribution-reading.js";
import type { NameMention } from "../names/mention.js";
import { Antecedents } from "./place-antecedents.js";
import {
  isDestination,
  isEndOfRoad,
  isEndOfWay,
  isOrigin,
  isReference,
  speakerTokens,
} from "./place-aside.js";
import { isInside, isLocative, isNation, isPartyOf, isWithin } from "./place-locative.js";
import type { PlaceMention } from "./place-mention.js";
import { isSeatOf, withoutSeats } from "./place-seats.js";
import { BROAD, BUILDINGS, LINES, STRUCTURES } from "./place-types.js";

/** Tokens in which an agency's byline and the town it writes from stand. */
const LONGEST_DATELINE = 10;
/** Tokens between a place no gazetteer has and what tells where it lies. */
const ADDRESS_GAP = 4;

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
    const { words } = layer;
    const isLand =
      words[first]?.classes.has("country-land") === true ||
      // "سيطروا على العاصمة طرابلس": told to be a town.
      (value.type === "capital" &&
        [words[first], words[first - 1]].some((word) => word?.classes.has("place-word")));
    const isParty = place && !isLand && (wide || value.type === "capital");
    const locative =
      !(isParty && isPartyOf(layer, first, joined, morphology.dative)) &&
      isLocative(layer, first, joined, place && value.type !== "country");
    // "دفع بغداد إلى", "سكان بغداد": a state, or the people of a town.
    if ((building || value.type === "capital") && !locative) continue;
    const aside =
      spoken[first] === 1 ||
      isOrigin(layer, first) ||
      isEndOfRoad(layer, first, named.at(-1)) ||
      isReference(layer, first) ||
      isDestination(layer, first, joined, morphology.dative);
    const reached = isEndOfWay(layer, first);
    const broad = place && BROAD.has(value.type ?? "");
    const structure = building || STRUCTURES.has(value.type ?? "");
    const quarter = value.type === "neighbourhood";
    const { country } = value;
    const line = LINES.has(value.type ?? "");
    const follows = spelled?.conjunction === true;
    const within = joined !== "" || isWithin(layer, first);
    const inside =
      joined === morphology.locative ||
      (joined === "" && isInside(layer, first, morphology.locative));
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
      reached,
      follows,
      within,
      inside,
      country,
    };
    named.push(told);
    if (isSeatOf(layer, names[index - 1], first, morphology.locative)) seats.add(told);
    if (!wide) meant.remember(mention, entity);
  }
  named.push(...meant.between(from, layer.tokens.length));
  return withCountries(layer, withoutSeats(named, seats));
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
