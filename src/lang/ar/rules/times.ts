import type { Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue } from "../../time-spec.js";
import { CLOCK_RULES } from "./time-clocks.js";
import { DAY_RANGE_RULES } from "./time-day-ranges.js";
import { DAY_RULES } from "./time-days.js";
import { DISTANCE_RULES } from "./time-distances.js";
import { HOLIDAY_RULES } from "./time-holidays.js";
import { NIGHT_RULES } from "./time-nights.js";
import { PERIOD_RULES } from "./time-periods.js";
import { TOLD_DAY_RULES } from "./time-told-days.js";

export { TIME_SPAN_RULES } from "./time-spans.js";

/** How Arabic news words times: the first pass, one expression at a time. */
export const TIME_RULES: readonly Rule<TimeExpressionValue>[] = [
  ...DAY_RULES,
  ...DAY_RANGE_RULES,
  ...NIGHT_RULES,
  ...TOLD_DAY_RULES,
  ...PERIOD_RULES,
  ...HOLIDAY_RULES,
  ...DISTANCE_RULES,
  ...CLOCK_RULES,
];
