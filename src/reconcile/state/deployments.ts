import type { Claim, Time } from "../../core/contract.js";
import type { StoryContext } from "../context.js";
import type { Happening } from "../scenes/happenings.js";
import { titleOf } from "../timeline.js";
import { endByLength } from "./lengths.js";
import { holdsOn, type Told, told } from "./told.js";

export interface DeploymentState extends Told {
  readonly title: string;
  /** Who sends it or has units in it; ids of entities, or words. */
  readonly contributors: readonly string[];
  readonly force: readonly string[];
  readonly destination: readonly string[];
  /** What for, on what condition, in the reports' words. */
  readonly mandate: readonly string[];
  readonly from: Time | null;
  readonly to: Time | null;
}

/** Forces sent by that day, until they are told to leave or the length told of their stay is over. */
export function deploymentStates(
  happenings: readonly Happening[],
  context: StoryContext,
  day: string,
): DeploymentState[] {
  const withdrawn = happenings.filter(({ type }) => type === "withdraw");
  return happenings.flatMap(({ type, claims, time }): DeploymentState[] => {
    const said = claims.filter(
      (claim) => claim.modality === "asserted" || claim.modality === "planned",
    );
    if (type !== "deploy" || said.length === 0) return [];
    const role = (name: string): string[] => [
      ...new Set(said.flatMap((claim) => claim.event?.roles[name] ?? [])),
    ];
    const destination = [...new Set([...role("destination"), ...role("place")])];
    const leaving = withdrawn.find((one) => isOfForce(one, said, destination));
    const to = leaving?.time ?? endByLength(said, time, context);
    if (!holdsOn(time, to, day)) return [];
    return [
      {
        title: titleOf(said, context, time),
        contributors: role("agent"),
        force: role("target"),
        destination,
        mandate: [...role("purpose"), ...role("condition"), ...role("topic")],
        from: time,
        to,
        ...told(said, context),
      },
    ];
  });
}

/** A withdrawal of the force: from where it went, or of what was sent. */
function isOfForce(
  { claims }: Happening,
  sent: readonly Claim[],
  destination: readonly string[],
): boolean {
  const forces = new Set(
    sent.flatMap((claim) => [
      ...(claim.event?.roles["target"] ?? []),
      ...(claim.event?.roles["agent"] ?? []),
    ]),
  );
  return claims.some((claim) => {
    const { agent = [], target = [], origin = [], place = [] } = claim.event?.roles ?? {};
    const where = [...origin, ...place, ...(claim.place === null ? [] : [claim.place])];
    return (
      [...agent, ...target].some((one) => forces.has(one)) ||
      where.some((one) => destination.includes(one))
    );
  });
}
