import type { Claim } from "../../core/contract.js";
import { contentId } from "../../core/hash.js";
import { type Annotation, rangeOf } from "../../text/layer.js";
import type { AttributeReading } from "../attributes.js";
import type { MembershipReading } from "../memberships.js";
import type { OfficeReading } from "../offices/reading.js";
import { type ClaimFrame, commonFields } from "./frame.js";

/** The entity that the name of an index stands for; null where the text does not decide. */
export type EntityOf = (name: number) => string | null;

/** Claims of offices held, taken or left. An apposition tells no day of its own. */
export function officeClaims(
  frame: ClaimFrame,
  offices: readonly Annotation<OfficeReading>[],
  entityOf: EntityOf,
): Claim[] {
  return offices.flatMap((told): Claim[] => {
    const { holder, office, of, change } = told.value;
    const person = entityOf(holder);
    if (!person) return [];
    const standing = change === "holds" || change === "held" || change === "acting";
    // What stands in a speaker's title neither happened on a day nor at a place.
    const common = commonFields(frame, told, standing ? "nowhere" : "sentence");
    return [
      {
        id: idOf(frame, "office", told, office, change),
        kind: "office",
        office: { holder: person, office, of: of === null ? null : entityOf(of), change },
        ...common,
      },
    ];
  });
}

export function membershipClaims(
  frame: ClaimFrame,
  memberships: readonly Annotation<MembershipReading>[],
  entityOf: EntityOf,
): Claim[] {
  return memberships.flatMap((told): Claim[] => {
    const member = entityOf(told.value.member);
    const of = entityOf(told.value.of);
    if (!member || !of) return [];
    return [
      {
        id: idOf(frame, "membership", told, member, of),
        kind: "membership",
        membership: { member, of },
        ...commonFields(frame, told, "nowhere"),
      },
    ];
  });
}

export function attributeClaims(
  frame: ClaimFrame,
  attributes: readonly Annotation<AttributeReading>[],
  entityOf: EntityOf,
): Claim[] {
  return attributes.flatMap((told): Claim[] => {
    const of = entityOf(told.value.of);
    if (!of) return [];
    const { name, value } = told.value;
    return [
      {
        id: idOf(frame, "attribute", told, name, value),
        kind: "attribute",
        attribute: { of, name, value },
        ...commonFields(frame, told, "sentence"),
        place: null,
        places: [],
      },
    ];
  });
}

function idOf(
  { report, layer }: ClaimFrame,
  kind: string,
  { first, last }: { readonly first: number; readonly last: number },
  ...parts: readonly string[]
): string {
  const [start, end] = rangeOf(layer, first, last);
  return contentId("claim", report, kind, start, end, ...parts);
}
