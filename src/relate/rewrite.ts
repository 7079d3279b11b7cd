import type { Claim, Link } from "../core/contract.js";

/** The claim with the ids of joined entities in place of those of its own report. */
export function rewriteClaim(claim: Claim, idOf: ReadonlyMap<string, string>): Claim {
  const id = (local: string): string => idOf.get(local) ?? local;
  const maybe = (local: string | null): string | null => (local === null ? null : id(local));
  const link = (one: Link): Link => ({ ...one, entity: maybe(one.entity) });
  return {
    ...claim,
    chain: claim.chain.map(link),
    place: maybe(claim.place),
    places: [...new Set(claim.places.map(id))],
    ...(claim.figure && { figure: { ...claim.figure, group: maybe(claim.figure.group) } }),
    ...(claim.event && { event: { ...claim.event, roles: rolesOf(claim.event.roles, id) } }),
    ...(claim.office && {
      office: { ...claim.office, holder: id(claim.office.holder), of: maybe(claim.office.of) },
    }),
    ...(claim.membership && {
      membership: { member: id(claim.membership.member), of: id(claim.membership.of) },
    }),
    ...(claim.attribute && { attribute: { ...claim.attribute, of: id(claim.attribute.of) } }),
  };
}

function rolesOf(
  roles: NonNullable<Claim["event"]>["roles"],
  id: (local: string) => string,
): Record<string, readonly string[]> {
  const out: Record<string, readonly string[]> = {};
  for (const [role, fillers] of Object.entries(roles)) out[role] = [...new Set(fillers.map(id))];
  return out;
}
