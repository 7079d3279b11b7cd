import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Claim, Modality, Time } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import type { EventType } from "../../ontology/events.js";
import { rangeOf } from "../../text/layer.js";
import type { EventAnnotation, EventReading, RoleFiller } from "../events/event-reading.js";
import type { NameMention } from "../names/mention.js";
import { isDayOfOther, isOfNext, isYetToCome } from "./event-day.js";
import { isPlaceless } from "./event-place.js";
import { type ClaimFrame, commonFields } from "./frame.js";

/** Ways of telling in which an event is the news itself, not what it is set against. */
const NEWS_RULES: ReadonlySet<string> = new Set(["event.verb", "event.governed"]);

/** What ended this many days before the report belongs to another story. */
const BACKGROUND_DAYS = 60;

/**
 * A claim for each event: what it is, who takes part, who says it, when and where.
 * @param published day of the report; null where unknown, so that nothing is known to lie long back
 * @param latest day on which the report was out at the latest, for what is yet to come
 */
export function eventClaims(
  frame: ClaimFrame,
  events: readonly EventAnnotation[],
  published: DayNumber | null,
  latest: DayNumber | null = published,
): Claim[] {
  return events.map((told): Claim => {
    const { first, last, value } = told;
    const isPlaced = !isPlaceless(value.type);
    const common = commonFields(frame, told, isPlaced ? "near" : "clause");
    const { links, modality, attribution } = frame.chains.at(value.trigger);
    const saidOn = attribution ? frame.anchors.saidOn(attribution) : null;
    const [start, end] = rangeOf(frame.layer, first, last);
    const roles = rolesOf(frame, value);
    const speaker = value.bySpeaker ? links[links.length - 1]?.entity : null;
    if (speaker) roles["agent"] = [...new Set([speaker, ...(roles["agent"] ?? [])])];
    const named = namedPlaces(frame, value.roles.place ?? []);
    const toldTime = timeOf(frame, told, saidOn, latest);
    const time = value.past && isYetToCome(toldTime, latest) ? null : toldTime;
    const background = value.background || isLongAgo(time, published);
    // What lies long back did not happen where the report's own news did.
    const reach = isPlaced ? "event" : "clause";
    const here = background ? frame.anchors.placeOf(first, last, reach) : common.place;
    // وقعت إيران اتفاقا: a state that takes part is not where.
    const isParty = !isPlaced && here !== null && Object.values(roles).flat().includes(here);
    const near = value.type === "call" || isParty || !here ? [] : [here];
    const visited = near.length > 0 ? near : visitedPlaces(frame, value);
    const struck = named.length > 0 ? named : struckPlaces(frame, value);
    const places = struck.length > 0 ? struck : visited;
    return {
      id: contentId("claim", frame.report, "event", start, end, value.type, value.trigger),
      kind: "event",
      event: { type: value.type, roles },
      ...common,
      chain: links,
      modality:
        value.modality !== "asserted"
          ? value.modality
          : !value.past && isOfNext(frame.layer, time, told)
            ? "planned"
            : modalityOn(modality, time, latest),
      time,
      saidOn,
      place: places[0] ?? null,
      places,
      background,
    };
  });
}

function rolesOf(frame: ClaimFrame, value: EventReading): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const [role, fillers] of Object.entries(value.roles)) {
    const told = fillers.map((filler) => fillerOf(frame, filler));
    roles[role] = [...new Set(told)];
  }
  return roles;
}

/** Told by the event itself as where it was: a town, and then the land in which it lies. */
function namedPlaces({ entityIn }: ClaimFrame, fillers: readonly RoleFiller[]): string[] {
  const places: string[] = [];
  const towns: string[] = [];
  const lands: string[] = [];
  for (const { first, last, named } of fillers) {
    const place = named ? entityIn(first, last) : null;
    if (!place) continue;
    const isLand = entityIn(first, last, ({ value }) => value.type === "country") === place;
    (isLand ? lands : towns).push(place);
    places.push(place);
  }
  return lands.length === 1 ? [...towns, ...lands] : places;
}

/** استولوا على طرابلس, احتلال العراق: what befalls a town, or a land that is taken, is there. */
const BEFALLS: ReadonlySet<EventType> = new Set<EventType>(["attack", "seize", "siege", "strike"]);

const struckPlaces = ({ entityIn }: ClaimFrame, { type, roles }: EventReading): string[] =>
  (BEFALLS.has(type) ? (roles.target ?? []) : []).flatMap(({ first, last, named }) => {
    const isTown = (name: NameMention): boolean =>
      name.value.kind === "place" && (type === "seize" || name.value.type !== "country");
    const place = named ? entityIn(first, last, isTown) : null;
    return place ? [place] : [];
  });

/** زار دمشق: a visit is where it goes to. */
const visitedPlaces = ({ entityIn }: ClaimFrame, { type, roles }: EventReading): string[] =>
  (type === "meet" ? (roles.destination ?? []) : []).flatMap(({ first, last }) => {
    const place = entityIn(first, last, (name) => name.value.kind === "place");
    return place ? [place] : [];
  });

function fillerOf(frame: ClaimFrame, { first, last, named, text }: RoleFiller): string {
  return (named ? frame.entityIn(first, last) : null) ?? text;
}

/**
 * The time told beside the event, else the day on which it was said: most of what is said on a day
 * is of that day, and nothing told as done is later. What is only planned has no such day.
 */
function timeOf(
  frame: ClaimFrame,
  told: EventAnnotation,
  saidOn: Time | null,
  latest: DayNumber | null,
): Time | null {
  const { first, last, rule, value } = told;
  const own = frame.anchors.timeOf(first, last, false, (time) =>
    isDayOfOther(frame.layer, told, time, latest),
  );
  if (own) return own.time;
  if (!saidOn || value.modality !== "asserted" || !NEWS_RULES.has(rule)) return null;
  if (frame.layer.words[value.trigger - 1]?.classes.has("relative")) return null;
  return { ...saidOn, basis: "inherited" };
}

function isLongAgo(time: Time | null, published: DayNumber | null): boolean {
  if (!time?.end || published === null || time.basis === "inherited") return false;
  const end = parseIsoDay(time.end);
  return end !== null && published - end > BACKGROUND_DAYS;
}

/** What is announced for a day yet to come is planned. */
function modalityOn(modality: Modality, time: Time | null, latest: DayNumber | null): Modality {
  return modality === "asserted" && isYetToCome(time, latest) ? "planned" : modality;
}
