import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue } from "../../time-spec.js";
import { DAY_BASE, numberOf, unitOf, value, weekdayOf, whichOf } from "./time-captures.js";
import { monthTold, OF_MONTH } from "./time-of-month.js";

/** How Arabic news words a day by its place in a month, or by the day told before. */
export const TOLD_DAY_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.told-day",
    pattern: `unit:<time.unit unit=day article=yes> mod:<time.modifier article=yes>`,
    build: (match) => toldDay(match, whichOf(match)),
  },
  {
    id: "time.same-day",
    pattern: `unit:<time.unit unit=day> mod:<time.modifier which=same>`,
    build: (match) => toldDay(match, "same"),
  },
  {
    id: "time.nth-weekday",
    pattern: `( nth:@ordinal | last:<time.last-of> ) ( يوم )? wd:<time.bare-weekday|time.weekday> ( من | في ) ${OF_MONTH}`,
    priority: 3,
    build: nthWeekday,
  },
  {
    id: "time.weekday-nth",
    pattern: `( يوم )? wd:<time.weekday> ( nth:@ordinal | mod:<time.modifier> ) ( من | في ) ${OF_MONTH}`,
    priority: 3,
    build: nthWeekday,
  },
];

/** "The first Friday of July", "the last Friday of Ramadan". */
function nthWeekday(match: Match): TimeExpressionValue | null {
  const weekday = weekdayOf(match, "wd");
  const of = monthTold(match);
  const last = match.captures.has("last") || isLatest(match);
  const nth = last ? -1 : numberOf(match, "nth");
  if (weekday === null || of === null || nth === undefined || nth > 5) return null;
  return value({ kind: "nth-weekday", nth, weekday, of }, match);
}

/** "الجمعة الأخيرة من رمضان"; "الجمعة الماضية من رمضان" is another. */
const isLatest = (match: Match): boolean =>
  match.captures.get("mod")?.reading?.entry.lemma === "أخير";

/** "The following day", "the same day": counted from the day told before. */
function toldDay(match: Match, which: ReturnType<typeof whichOf>): TimeExpressionValue | null {
  if (unitOf(match) !== "day" || match.captures.get("unit")?.reading?.number !== "singular") {
    return null;
  }
  const count = which === "same" ? 0 : 1;
  if (which === "next" || (which === "last" && !isLatest(match))) {
    return value({ ...DAY_BASE, offset: which === "next" ? 1 : -1 }, match);
  }
  if (which !== "same" && which !== "next-told" && which !== "previous-told") return null;
  const direction = which === "previous-told" ? -1 : 1;
  return value({ kind: "distance", unit: "day", count, direction, from: "told" }, match);
}
