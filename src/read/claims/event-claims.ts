import { type DayNumber, parseIsoDay } from "../../core/calendar.js";
import type { Claim, Modality, Time } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { EVENTS, type EventDefinition } from "../../ontology/events.js";
import { rangeOf } from "../../text/layer.js";
import type { EventAnnotation, EventReading, RoleFiller } from "../events/event-reading.js";
import { type ClaimFrame, commonFields } from "./frame.js";

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
    const common = commonFields(frame, told, !value.background);
    const { links, modality } = frame.chains.at(value.trigger);
    const [start, end] = rangeOf(frame.layer, first, last);
    const roles = rolesOf(frame, value);
    const named = (roles["place"] ?? []).filter((_, at) => isEntity(frame, value.roles.place, at));
    const time = timeOf(value, common.time);
    const background = value.background || isLongAgo(time, published);
    return {
      ...common,
      id: contentId("claim", frame.report, "event", start, end, value.type, value.trigger),
      kind: "event",
      chain: links,
      modality:
        value.modality === "asserted" ? modalityOn(modality, time, published) : value.modality,
      time,
      place: named[0] ?? common.place,
      places: named.length > 0 ? named : common.place === null ? [] : [common.place],
      background,
      event: { type: value.type, roles },
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

function isEntity(
  frame: ClaimFrame,
  fillers: readonly RoleFiller[] | undefined,
  at: number,
): boolean {
  const filler = fillers?.[at];
  return filler?.named === true && frame.entityIn(filler.first, filler.last) !== null;
}

/** What stands in an office or was founded is told of at no particular time of the report. */
function timeOf({ type }: EventReading, time: Time | null): Time | null {
  const definition: EventDefinition = EVENTS[type];
  return time?.basis === "inherited" && definition.once === true && type === "found" ? null : time;
}

function isLongAgo(time: Time | null, published: DayNumber | null): boolean {
  if (!time?.end || published === null || time.basis === "inherited") return false;
  const end = parseIsoDay(time.end);
  return end !== null && published - end > BACKGROUND_DAYS;
}

/** What is announced for a day yet to come is planned. */
function modalityOn(modality: Modality, time: Time | null, published: DayNumber | null): Modality {
  if (modality !== "asserted" || published === null || !time?.start) return modality;
  const start = parseIsoDay(time.start);
  const yetToCome = start !== null && start > published && time.basis !== "inherited";
  return yetToCome ? "planned" : modality;
}
