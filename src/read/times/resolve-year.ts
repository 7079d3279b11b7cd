import { civil } from "../../core/calendar.js";
import type { Which } from "../../lang/time-spec.js";
import type { ResolutionContext } from "./days.js";

/** The year meant by "this year", "last year", "the same year"; null where it hangs in the air. */
export function yearOf(
  which: Which | undefined,
  { published, told }: ResolutionContext,
): number | null {
  const year = published === null ? null : civil(published).year;
  const toldYear = told === null ? null : civil(told.start).year;
  const from = (base: number | null, step: number): number | null =>
    base === null ? null : base + step;
  switch (which) {
    case undefined:
      return null;
    case "before-last":
      return from(year, -2);
    case "last":
      return from(year, -1);
    case "this":
      return year;
    case "next":
      return from(year, 1);
    case "after-next":
      return from(year, 2);
    case "same":
      return toldYear;
    case "next-told":
      return from(toldYear, 1);
    case "previous-told":
      return from(toldYear, -1);
  }
}
