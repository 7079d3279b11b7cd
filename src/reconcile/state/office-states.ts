import type { Time } from "../../core/contract.js";
import { groupBy } from "../../core/grouping.js";
import type { StoryContext } from "../context.js";
import { officesOf } from "./offices.js";
import { reportedOf, type Told, told } from "./told.js";

export interface OfficeState extends Told {
  readonly office: string;
  readonly of: string | null;
  readonly holder: string;
  /** `in office`, or `left` where a report has him leave by that day. */
  readonly status: "in office" | "left" | "not yet";
  readonly since: Time | null;
  readonly until: Time | null;
}

const LEFT = new Set(["held", "dismissed", "resigned"]);

/** One entry for each holder of an office: from its changes told, in office or not on that day. */
export function officeStates(context: StoryContext, day: string): OfficeState[] {
  const groups = groupBy(officesOf(context), ({ office: { office, of, holder } }) =>
    [of ?? "", office, holder].join("|"),
  );
  return [...groups.values()].map((same): OfficeState => {
    const claims = same.flatMap((one) => one.claims);
    const first = same[0] as (typeof same)[number];
    const came = same.find((one) => one.office.change === "appointed")?.office.time ?? null;
    const left = same.find((one) => LEFT.has(one.office.change));
    const until = left && left.office.change !== "held" ? left.office.time : null;
    const isStill = same.some((one) => !LEFT.has(one.office.change));
    // Who left on an unknown day had left when it was told.
    const leftBy =
      until?.start ??
      (left
        ? reportedOf(
            left.claims.map((one) => one.id),
            context,
          ).first
        : null);
    const hasLeft =
      left !== undefined &&
      (leftBy ?? "") <= day &&
      !(came && leftBy && (came.start ?? "") > leftBy);
    return {
      office: first.office.office,
      of: first.office.of,
      holder: first.office.holder,
      status:
        (came?.start ?? "") > day
          ? "not yet"
          : hasLeft && !(isStill && until === null)
            ? "left"
            : "in office",
      since: came,
      until,
      ...told(claims, context),
    };
  });
}
