import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue, TimeSpec, Which } from "../../time-spec.js";
import { form, timeOf } from "./time-captures.js";

/** Second pass over the times of the first (`@time`): what joins two, or makes a beginning of one. */

const isClock = (spec: TimeSpec): boolean => spec.kind === "clock";

function range(match: Match): TimeExpressionValue | null {
  const from = timeOf(match, "a");
  const to = timeOf(match, "b");
  // Hours of a curfew stay two: they are told apart from the days it is in force.
  if (!from || !to || isClock(from.spec) || isClock(to.spec)) return null;
  if (from.spec.kind === "range" || to.spec.kind === "range") return null;
  return { spec: { kind: "range", from: from.spec, to: to.spec }, clock: null };
}

/** A bare weekday, or two of them, of the week told; null for any other time. */
function inWeek(spec: TimeSpec, week: Which): TimeSpec | null {
  if (spec.kind === "range") {
    const from = inWeek(spec.from, week);
    const to = inWeek(spec.to, week);
    return from && to && { kind: "range", from, to };
  }
  if (spec.kind !== "day" || spec.weekday === null || spec.date || spec.offset !== null)
    return null;
  return spec.which === null && !spec.week ? { ...spec, week } : null;
}

export const TIME_SPAN_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.from-to",
    pattern:
      "( من | بين | منذ | ما بين | مابين | ابتداء من | اعتبارا من ) a:@time ( الى | حتى | و | - | – | ولغاية | لغاية | وحتى | والى ) ( غاية | يوم )? b:@time",
    build: range,
  },
  {
    id: "time.between-and",
    pattern: "( بين | ما بين | مابين ) a:@time b:@time",
    build: (match) => {
      // "بين الجمعة والسبت": the "and" is joined to the second.
      const second = match.captures.get("b");
      return second && form(match, second.first).startsWith("و") ? range(match) : null;
    },
  },
  {
    id: "time.until",
    pattern: "a:@time ( حتى | ولغاية | لغاية | وحتى | الى ) b:@time",
    build: (match) => {
      const from = timeOf(match, "a");
      const to = timeOf(match, "b");
      const byTo = /^[وف]?الى$/.test(form(match, (match.captures.get("b")?.first ?? 0) - 1));
      const isEnd = (spec: TimeSpec | undefined): boolean =>
        spec?.kind === "day" && (spec.date !== null || (!byTo && spec.week == null));
      return isEnd(from?.spec) && isEnd(to?.spec) ? range(match) : null;
    },
  },
  {
    id: "time.day-of-week-told",
    pattern: "a:@time ( يوم | من | بين )? b:@time",
    build: (match) => {
      // "الأسبوع القادم يوم الجمعة", "الأسبوع الماضي من الأربعاء إلى الجمعة".
      const week = timeOf(match, "a")?.spec;
      const day = timeOf(match, "b");
      if (week?.kind !== "unit" || week.unit !== "week" || week.count !== 1 || !day) return null;
      const spec = inWeek(day.spec, week.which);
      return spec && { spec, clock: day.clock };
    },
  },
  {
    id: "time.since",
    pattern: "منذ a:@time",
    build: (match) => {
      const from = timeOf(match, "a");
      if (!from || (from.spec.kind !== "period" && from.spec.kind !== "unit")) return null;
      return { spec: { kind: "since", from: from.spec }, clock: null };
    },
  },
  {
    id: "time.clock-of-day",
    pattern: "a:@time ( من هذا | من يوم | من | في | ، )? b:@time",
    build: (match) => {
      const hour = timeOf(match, "a");
      const day = timeOf(match, "b");
      if (!hour || !day || !isClock(hour.spec) || day.spec.kind !== "day") return null;
      return { spec: day.spec, clock: inPart(hour.clock, day.spec.part) };
    },
  },
  {
    id: "time.day-at-clock",
    pattern: "a:@time ( ، | عند | في | حوالي | نحو | في تمام | على )? b:@time",
    build: (match) => {
      const day = timeOf(match, "a");
      const hour = timeOf(match, "b");
      if (!hour || !day || !isClock(hour.spec) || day.spec.kind !== "day") return null;
      return { spec: day.spec, clock: inPart(hour.clock, day.spec.part) };
    },
  },
];

/** "الثامنة من مساء الأربعاء": the part of the day is told with the day. */
function inPart(clock: string | null, part: string | null): string | null {
  const evening = part === "evening" || part === "afternoon" || part === "night";
  const hour = Number(clock?.slice(0, 2));
  if (clock === null || !evening || hour >= 12 || (part === "night" && hour < 6)) return clock;
  return `${hour + 12}${clock.slice(2)}`;
}
