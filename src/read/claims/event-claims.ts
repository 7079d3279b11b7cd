import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Claim, Modality, Time } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import type { EventType } from "../../ontology/events.js";
import { rangeOf, type TextLayer } from "../../text/layer.js";
import type { Entry } from "../../text/word.js";
import type { EventAnnotation, EventReading, RoleFiller } from "../events/event-reading.js";
import { isOfOtherClause } from "./event-ground.js";
import { type ClaimFrame, commonFields } from "./frame.js";

const BARE_YEAR = /^\d{4}$/;

/** Done by persons and bodies rather than at a place: the place that a paragraph is about is not theirs. */
const PLACELESS: ReadonlySet<EventType> = new Set<EventType>([
  "agree",
  "appeal",
  "appoint",
  "call",
  "charge",
  "decide",
  "dismiss",
  "found",
  "meet",
  "price-change",
  "rename",
  "resign",
  "sanction",
  "summit",
]);

/** Ways of telling in which an event is the news itself, not what it is set against. */
const NEWS_RULES: ReadonlySet<string> = new Set(["event.verb", "event.governed"]);

/** What ended this many days before the report belongs to another story. */
const BACKGROUND_DAYS = 60;

/**
 * A claim for each event: what it is, who takes part, who says it, when and where.
 * @param published day of the report; null where unknown, so that nothing is known to lie long back
 */
export function eventClaims(
  frame: ClaimFrame,
  events: readonly EventAnnotation[],
  published: DayNumber | null,
): Claim[] {
  return events.map((told): Claim => {
    const { first, last, value } = told;
    const isPlaced = !PLACELESS.has(value.type);
    const common = commonFields(frame, told, isPlaced ? "near" : "clause");
    const { links, modality, attribution } = frame.chains.at(value.trigger);
    const saidOn = attribution ? frame.anchors.saidOn(attribution) : null;
    const [start, end] = rangeOf(frame.layer, first, last);
    const roles = rolesOf(frame, value);
    const speaker = value.bySpeaker ? links[links.length - 1]?.entity : null;
    if (speaker) roles["agent"] = [...new Set([speaker, ...(roles["agent"] ?? [])])];
    const named = (value.roles.place ?? []).flatMap(({ first, last, named }) => {
      const place = named ? frame.entityIn(first, last) : null;
      return place ? [place] : [];
    });
    const toldTime = timeOf(frame, told, saidOn);
    const time = value.past && isYetToCome(toldTime, published) ? null : toldTime;
    const background = value.background || isLongAgo(time, published);
    // What lies long back did not happen where the report's own news did.
    const reach = isPlaced ? "event" : "clause";
    const here = background ? frame.anchors.placeOf(first, last, reach) : common.place;
    // وقعت إيران اتفاقا: a state that takes part is not where.
    const isParty = !isPlaced && here !== null && Object.values(roles).flat().includes(here);
    const near = value.type === "call" || isParty || !here ? [] : [here];
    const places = named.length > 0 ? named : near;
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
            : modalityOn(modality, time, published),
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

function fillerOf(frame: ClaimFrame, { first, last, named, text }: RoleFiller): string {
  return (named ? frame.entityIn(first, last) : null) ?? text;
}

/**
 * The time told beside the event, else the day on which it was said: most of what is said on a day
 * is of that day, and nothing told as done is later. What is only planned has no such day.
 */
function timeOf(frame: ClaimFrame, told: EventAnnotation, saidOn: Time | null): Time | null {
  const { first, last, rule, value } = told;
  const own = frame.anchors.timeOf(first, last, false)?.time ?? null;
  if (own && !belongsElsewhere(frame, told, own) && !isOfToll(frame, told, own)) return own;
  if (!saidOn || value.modality !== "asserted" || !NEWS_RULES.has(rule)) return null;
  if (frame.layer.words[value.trigger - 1]?.classes.has("relative")) return null;
  return { ...saidOn, basis: "inherited" };
}

/** Tokens behind "the victims of the collapse" in which a day is that of the collapse. */
const TOLL_REACH = 5;

/** "ارتفعت حصيلة ضحايا الانهيار … الخميس": the day on which the toll rose, not that of what it is of. */
function isOfToll(
  { layer }: ClaimFrame,
  { last, value: { trigger } }: EventAnnotation,
  { span }: Time,
): boolean {
  const classes = layer.words[trigger - 1]?.classes;
  if (!span || !(classes?.has("victim") || classes?.has("tally"))) return false;
  const at = tokenAt(layer, span[0]);
  return at < last || at > last + TOLL_REACH;
}

/** A time in another clause behind the event is that clause's, and so is a bare year however near. */
function belongsElsewhere(
  { layer }: ClaimFrame,
  { last, value: { type } }: EventAnnotation,
  { edtf, span }: Time,
): boolean {
  if (!span) return false;
  const end = layer.tokens[last - 1]?.end ?? 0;
  const at = tokenAt(layer, span[0]);
  // هبط السعر إلى أدنى مستوى منذ مارس: what a price is set against.
  const isSince = [at - 1, at].some((to) => layer.words[to]?.classes.has("time.since"));
  if (type === "price-change" && isSince && at > last) return true;
  if (span[0] <= end) return false;
  if (isOfOtherClause(layer, last, at)) return true;
  if (!BARE_YEAR.test(edtf)) return false;
  for (let to = last; to < at; to++) {
    const classes = layer.words[to]?.classes;
    if (classes?.has("relative") || classes?.has("that") || classes?.has("clause")) return true;
  }
  return false;
}

function isLongAgo(time: Time | null, published: DayNumber | null): boolean {
  if (!time?.end || published === null || time.basis === "inherited") return false;
  const end = parseIsoDay(time.end);
  return end !== null && published - end > BACKGROUND_DAYS;
}

/** What is announced for a day yet to come is planned. */
function modalityOn(modality: Modality, time: Time | null, published: DayNumber | null): Modality {
  return modality === "asserted" && isYetToCome(time, published) ? "planned" : modality;
}

/** Tokens between an event and the time that is surely its own. */
const NEXT_TO = 3;

/** "the meeting that he heads next week", where nothing says which week that is. */
function isOfNext(
  layer: TextLayer,
  time: Time | null,
  { first: from, last }: { readonly first: number; readonly last: number },
): boolean {
  if (!time?.span || time.start !== null || time.basis === "inherited") return false;
  const [start, end] = time.span;
  const first = tokenAt(layer, start);
  if (first < from || first > last + NEXT_TO) return false;
  for (let at = first; (layer.tokens[at]?.start ?? end) < end; at++) {
    const readings = layer.words[at]?.readings ?? [];
    if (readings.some(({ entry }) => isNext(entry))) return true;
  }
  return false;
}

/** "next", "tomorrow". */
const isNext = ({ classes, features }: Entry): boolean =>
  (classes.includes("time.modifier") && features["which"] === "next") ||
  (classes.includes("time.day") && Number(features["offset"]) > 0);

/** The first token that starts at an offset or behind it. */
function tokenAt({ tokens }: TextLayer, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isYetToCome(time: Time | null, published: DayNumber | null): boolean {
  if (published === null || !time?.start || time.basis === "inherited") return false;
  const start = parseIsoDay(time.start);
  return start !== null && start > published;
}
