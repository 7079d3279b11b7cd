import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeUnit } from "../../time-spec.js";
import { featureOf, numberOf } from "./time-captures.js";

/** How long, not when: "for three hours", "half a year", "all day". */
export interface Duration {
  /** Length in seconds; null for a vague one ("several days"). */
  readonly seconds: number | null;
}

type Unit = TimeUnit | "minute" | "second";

/** Seconds of a unit; a month and a year as the mean lengths that insurers and courts count by. */
const SECONDS: Readonly<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
  decade: 315_360_000,
  century: 3_153_600_000,
};

const UNIT = "<time.unit|time.short-unit>";
const piece = (n: string): string =>
  `( ( n${n}:@count )? unit${n}:${UNIT} ( n${n}:@count | واحد | واحدة | كامل | كاملة )? )`;

export const DURATION_RULES: readonly Rule<Duration>[] = [
  {
    id: "duration.counted",
    pattern: `${piece("1")} ( half:( ونصف ) )? ( ( و )? ${piece("2")} ( ( و )? ${piece("3")} )? )?`,
    build: (match) => (isLength(match) ? { seconds: total(match) } : null),
  },
  {
    id: "duration.half",
    pattern: `( نصف | ربع | ثلث ) unit1:${UNIT}`,
    priority: 1,
    build: (match) => {
      const share = { نصف: 1 / 2, ربع: 1 / 4, ثلث: 1 / 3 }[
        match.layer.tokens[match.first]?.form.replace(/^[وف](?=[نرث])/, "") ?? ""
      ];
      const unit = unitOf(match, "1");
      return share === undefined || unit === null ? null : { seconds: share * SECONDS[unit] };
    },
  },
  {
    id: "duration.vague",
    pattern: `( بضع | بضعة | لبضع | لبضعة | عدة | لعدة ) unit1:${UNIT}`,
    priority: 1,
    build: () => ({ seconds: null }),
  },
  {
    id: "duration.whole",
    pattern: `( طوال | طيلة ) unit1:${UNIT}`,
    priority: 1,
    build: (match) => {
      const unit = unitOf(match, "1");
      return unit === null ? null : { seconds: SECONDS[unit] };
    },
  },
];

const unitOf = (match: Match, n: string): Unit | null =>
  featureOf(match, `unit${n}`, "unit") as Unit | null;

/** A number or a dual stands with it, or "for", "all" does: "في يوم" alone is a date. */
function isLength(match: Match): boolean {
  const unit = match.captures.get("unit1")?.reading;
  if (!unit || unit.article) return numberOf(match, "n1") !== undefined;
  const told = numberOf(match, "n1") !== undefined || unit.number === "dual";
  const before = match.layer.words[match.first - 1];
  const whole = /^(كامل|كامله)$/.test(match.layer.tokens[match.last - 1]?.form ?? "");
  return told || whole || (before?.classes.has("time.duration-word") ?? false);
}

function total(match: Match): number | null {
  let seconds = 0;
  for (const n of ["1", "2", "3"]) {
    const unit = unitOf(match, n);
    if (unit === null) continue;
    const reading = match.captures.get(`unit${n}`)?.reading;
    const count = numberOf(match, `n${n}`) ?? (reading?.number === "dual" ? 2 : 1);
    if (reading?.number === "plural" && numberOf(match, `n${n}`) === undefined) return null;
    seconds += count * SECONDS[unit];
    if (n === "1" && match.captures.has("half")) seconds += SECONDS[unit] / 2;
  }
  return seconds;
}
