/** What a person may correct of a claim, and the claim as he leaves it. */
import type { Claim, ClaimReading, Entity, Link, Time } from "./contract.js";
import type { Correction } from "./correction-schema.js";
import { boundsOfEdtf } from "./edtf.js";
import type { NamedPlace } from "./named-place.js";

export type { Correction };

const CORRECTED_FIELDS = [
  "measure",
  "counted",
  "value",
  "partOf",
  "type",
  "time",
  "place",
  "speaker",
  "modality",
  "background",
] as const satisfies readonly (keyof Correction)[];

export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** The fields of a correction, in the one order. */
export const fieldsOf = (correction: Correction): CorrectedField[] =>
  CORRECTED_FIELDS.filter((field) => correction[field] !== undefined);

/** One way of writing a correction, whatever the order in which its fields were given. */
export function correctionText(correction: Correction): string {
  return fieldsOf(correction)
    .map((field) => `${field}=${fieldText(correction[field])}`)
    .join("\n");
}

function fieldText(value: Correction[CorrectedField]): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts =
    "hedge" in value
      ? [value.min, value.max, value.hedge]
      : [value.report, value.start, value.end, value.name];
  return JSON.stringify(parts);
}

/** What a correction needs to know of the account. */
export interface NamedIn {
  /** Who or what is named there; undefined where nobody is. */
  readonly entityAt: (place: NamedPlace) => Entity | undefined;
  /** The words there. */
  readonly wordsAt: (place: NamedPlace) => string;
  readonly isEventType: (type: string) => boolean;
}

/**
 * The claim with the fields corrected that it has and that can be followed; the fields it had are kept
 * in `asRead`, the engine's own from the first correction on.
 */
export function corrected(claim: Claim, correction: Correction, named: NamedIn): Claim {
  const changed = changes(claim, correction, named);
  if (Object.keys(changed).length === 0) return claim;
  const before: { -readonly [field in keyof ClaimReading]: ClaimReading[field] } = {};
  if (changed.figure) before.figure = claim.figure;
  if (changed.event) before.event = claim.event;
  if (changed.time !== undefined) before.time = claim.time;
  if (changed.place !== undefined) before.place = claim.place;
  if (changed.places) before.places = claim.places;
  if (changed.chain) before.chain = claim.chain;
  if (changed.modality) before.modality = claim.modality;
  if (changed.background !== undefined) before.background = claim.background;
  return { ...claim, ...changed, asRead: { ...before, ...claim.asRead } };
}

/** Fields of a claim as a correction leaves them. */
type Changed = Partial<
  Pick<
    Claim,
    "chain" | "modality" | "time" | "place" | "places" | "background" | "figure" | "event"
  >
>;

function changes(claim: Claim, correction: Correction, named: NamedIn): Changed {
  const { measure, counted, value, type, time, modality, background } = correction;
  const { figure, event } = claim;
  const isFigureChanged =
    measure !== undefined ||
    counted !== undefined ||
    value !== undefined ||
    correction.partOf === null;
  const place = followed(correction.place, named);
  const speaker = followed(correction.speaker, named);
  return {
    ...(figure && isFigureChanged
      ? {
          figure: {
            ...figure,
            ...(measure === undefined ? {} : { measure }),
            ...(counted === undefined ? {} : { counted }),
            ...(value === undefined ? {} : { value }),
            ...(correction.partOf === null ? { partOf: null } : {}),
          },
        }
      : {}),
    ...(event && type !== undefined && named.isEventType(type)
      ? { event: { ...event, type } }
      : {}),
    ...(time === undefined ? {} : { time: time === null ? null : timeOf(time) }),
    ...(place === undefined ? {} : placesWith(claim, place)),
    ...(speaker === undefined
      ? {}
      : { chain: chainWith(claim, speaker, correction.speaker ?? null, named) }),
    ...(modality === undefined ? {} : { modality }),
    ...(background === undefined ? {} : { background }),
  };
}

/** Undefined where nothing is corrected, or where nobody is named any more. */
function followed(
  place: NamedPlace | null | undefined,
  { entityAt }: NamedIn,
): Entity | null | undefined {
  return place === null || place === undefined ? place : entityAt(place);
}

function timeOf(edtf: string): Time | null {
  const bounds = boundsOfEdtf(edtf);
  return bounds && { edtf, ...bounds, span: null, basis: "stated" };
}

function placesWith(claim: Claim, place: Entity | null): Pick<Claim, "place" | "places"> {
  const others = claim.places.filter((id) => id !== claim.place && id !== place?.id);
  return { place: place?.id ?? null, places: place ? [place.id, ...others] : others };
}

const LINK_KIND = {
  person: "person",
  organization: "institution",
  place: "institution",
  group: "institution",
  outlet: "outlet",
} as const satisfies Readonly<Record<Entity["kind"], Link["kind"]>>;

/** Those who relay stay; who was thought to say it is replaced. */
function chainWith(
  { chain, report }: Claim,
  speaker: Entity | null,
  place: NamedPlace | null,
  { wordsAt }: NamedIn,
): readonly Link[] {
  if (!speaker || !place) return chain.slice(0, 1);
  const before = chain.length > 1 ? chain.at(-1) : undefined;
  const link: Link = {
    name: wordsAt(place),
    entity: speaker.id,
    kind: LINK_KIND[speaker.kind],
    medium: before?.medium ?? null,
    stance: before?.stance ?? "states",
    span: place.report === report ? [place.start, place.end] : null,
  };
  return [...chain.slice(0, Math.max(1, chain.length - 1)), link];
}
