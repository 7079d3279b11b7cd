import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue, TimeSpec } from "../../time-spec.js";
import { form, timeOf } from "./time-captures.js";

/** Second pass over the times of the first (`@time`): what joins two, or makes a beginning of one. */

const isClock = (spec: TimeSpec): boolean => spec.kind === "clock";

function range(match: Match): TimeExpressionValue | null {
  const from = timeOf(match, "a");
  const to = timeOf(match, "b");
  if (!from || !to || isClock(from.spec) || isClock(to.spec)) return null;
  if (from.spec.kind === "range" || to.spec.kind === "range") return null;
  return { spec: { kind: "range", from: from.spec, to: to.spec }, clock: null };
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
      const dated = (spec: TimeSpec | undefined): boolean =>
        spec?.kind === "day" && spec.date !== null;
      return dated(from?.spec) && dated(to?.spec) ? range(match) : null;
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
    pattern: "a:@time ( من | في | ، )? b:@time",
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
