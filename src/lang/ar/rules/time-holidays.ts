import type { Match, Rule } from "../../../rules/rule.js";
import type { Holiday, PartialDate, TimeExpressionValue } from "../../time-spec.js";
import { numberOf, value, whichOf, wordBefore } from "./time-captures.js";
import { modifier } from "./time-pieces.js";

/** How Arabic news words the feasts and days that have a name. */
export const HOLIDAY_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.holiday",
    pattern: `( lead:( nth:@ordinal ( ايام | يوم ايام | يوم من ايام ) | الايام الاولى من | ايام | يوم | eve:ليلة | ليالي | eve:عشية | صباح | صبيحة | عطلة | اجازة ) )? holiday:<time.holiday> ( المبارك | السعيد | المجيد )? ( tail:( ( ( من | لعام | عام | سنة | للعام )? year:@year ) | hyear:@hijri-year <time.hijri-mark>? | ( ( العام | السنة )? ${modifier("yearWhich")} | yearWhich:<time.this> ( العام | السنة ) ) ) )?`,
    build: holiday,
  },
];

const TEMPORAL = /^[وف]?(في|خلال|منذ|قبل|بعد|حتى|قبيل|عقب|بحلول|مع|اول|ثاني|ثالث|رابع)$/;

function holiday(match: Match): TimeExpressionValue | null {
  const features = match.captures.get("holiday")?.reading?.entry.features;
  if (!features) return null;
  const lead = match.captures.has("lead");
  if (!lead && !match.captures.has("tail") && !TEMPORAL.test(wordBefore(match))) return null;
  const found: Holiday = {
    calendar: features["calendar"] === "hijri" ? "hijri" : "gregorian",
    month: features["month"] ? Number(features["month"]) : null,
    day: features["day"] ? Number(features["day"]) : null,
    days: Number(features["days"] ?? 1),
  };
  const nth = match.captures.has("eve") ? 0 : (numberOf(match, "nth") ?? null);
  const hijriYear = numberOf(match, "hyear");
  const year: PartialDate | null = match.captures.has("tail")
    ? {
        year: hijriYear ?? numberOf(match, "year"),
        yearWhich: whichOf(match, "yearWhich") ?? undefined,
        calendar: hijriYear === undefined ? "gregorian" : "hijri",
      }
    : null;
  return value({ kind: "holiday", holiday: found, year, nth }, match);
}
