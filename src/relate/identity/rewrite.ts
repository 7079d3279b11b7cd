import type { Claim, Link } from "../../core/contract.js";

interface Rewritten {
  /** Ids that stand in the claim, and what each was replaced by. */
  readonly locals: readonly string[];
  readonly ids: readonly string[];
  readonly claim: Claim;
}

/**
 * Claims as they were rewritten before. Where a story grows, most entities keep their ids: a claim
 * then stays the same object, and what was worked out of it is found again.
 */
export class RewrittenClaims {
  private readonly known = new WeakMap<Claim, Rewritten>();

  of(claim: Claim, idOf: ReadonlyMap<string, string>): Claim {
    const before = this.known.get(claim);
    const locals = before?.locals ?? idsIn(claim);
    const ids = locals.map((local) => idOf.get(local) ?? local);
    if (before?.ids.every((id, at) => id === ids[at])) return before.claim;
    const rewritten = rewriteClaim(claim, idOf);
    this.known.set(claim, { locals, ids, claim: rewritten });
    return rewritten;
  }
}

function idsIn({ chain, place, places, figure, event, office, membership, attribute }: Claim) {
  const ids = [
    ...chain.map(({ entity }) => entity),
    place,
    ...places,
    figure?.group,
    ...Object.values(event?.roles ?? {}).flat(),
    office?.holder,
    office?.of,
    membership?.member,
    membership?.of,
    attribute?.of,
  ];
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

/** The claim with the ids of joined entities in place of those of its own report. */
function rewriteClaim(claim: Claim, idOf: ReadonlyMap<string, string>): Claim {
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
