import type { Entity, Story } from "../../core/contract.js";
import type { AccountIndex } from "./account-index.js";

type Office = Story["offices"][number];
type Measure = Story["measuresInForce"][number];

export interface OfficeView {
  readonly office: Office;
  readonly holder: Entity;
  readonly of: Entity | null;
  /** Its claims that are seen; at least one. */
  readonly claims: readonly string[];
}

const firstDay = (time: Office["time"]): string => time?.start ?? time?.end ?? "";

/** Offices told by what is seen, and begun by the day where one is asked for. */
export function officesSeen(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
  asOf: string | null,
): OfficeView[] {
  return story.offices.flatMap((office) => {
    const claims = office.claims.filter((id) => visible.has(id));
    const holder = index.entities.get(office.holder);
    if (claims.length === 0 || !holder) return [];
    if (asOf !== null && firstDay(office.time) > asOf) return [];
    return [
      {
        office,
        holder,
        of: office.of === null ? null : (index.entities.get(office.of) ?? null),
        claims,
      },
    ];
  });
}

export interface MeasureView {
  readonly measure: Measure;
  readonly places: readonly Entity[];
  readonly claims: readonly string[];
  /** Ended before the day that is asked for, or with the story. */
  readonly ended: boolean;
}

export function measuresSeen(
  index: AccountIndex,
  story: Story,
  visible: ReadonlySet<string>,
  asOf: string | null,
): MeasureView[] {
  const day = asOf ?? story.time?.end ?? null;
  return story.measuresInForce.flatMap((measure) => {
    const claims = measure.claims.filter((id) => visible.has(id));
    if (claims.length === 0) return [];
    if (asOf !== null && firstDay(measure.from) > asOf) return [];
    const last = measure.to?.end ?? measure.to?.start ?? null;
    return [
      {
        measure,
        places: measure.places.flatMap((id) => index.entities.get(id) ?? []),
        claims,
        ended: day !== null && last !== null && last < day,
      },
    ];
  });
}

export interface NamedView {
  readonly entity: Entity;
  /** Mentions in reports that are seen. */
  readonly mentions: number;
}

/** Names met in the reports that are seen, by kind, most met first. */
export function namesSeen(
  index: AccountIndex,
  reports: ReadonlySet<string>,
): { readonly kind: Entity["kind"]; readonly names: readonly NamedView[] }[] {
  const kinds: readonly Entity["kind"][] = ["person", "organization", "group", "place", "outlet"];
  const counted = [...index.entities.values()].flatMap((entity) => {
    const mentions = entity.mentions.filter(({ report }) => reports.has(report)).length;
    return mentions === 0 ? [] : [{ entity, mentions }];
  });
  return kinds.flatMap((kind) => {
    const names = counted
      .filter(({ entity }) => entity.kind === kind)
      .sort((a, b) => b.mentions - a.mentions);
    return names.length === 0 ? [] : [{ kind, names }];
  });
}
