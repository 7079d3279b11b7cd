import type { Match, Rule } from "../../../rules/rule.js";
import type { TimeExpressionValue } from "../../time-spec.js";
import { featureOf, form, numberFeature, numberOf, value } from "./time-captures.js";

/** How Arabic news words hours. `@hour` is a number up to 24 or an ordinal up to the twelfth. */

/** "إلا ثلاث دقائق". */
const LESS = "( الا less:@minute unit:<time.short-unit> )";
const MINUTES = `( : m:@digits ( : @digits )? | fraction:<time.clock-fraction> ${LESS}? | ${LESS} | ( و )? m:@minute ( unit:<time.short-unit> )? )`;
const ZONE =
  "( بتوقيت ( جرينتش | غرينتش | غرينيتش | جرينيتش | ( مكة ( المكرمة )? ) | السعودية | القاهرة | دمشق | بغداد | بيروت | موسكو | الجزائر | تونس | الرباط | عمان | الرياض | أبوظبي ) | بالتوقيت المحلي | ( توقيت | ت . ) ( غرينتش | جرينتش | غ ) | تغ | غرينتش | جرينتش | ت غ | GMT )";
const PART = "( ( من | في )? ( part:<time.part|time.noon|time.midnight> ) )";
const NEAR = "( حوالي | نحو | قرابة | تمام | في تمام | عند | حدود )";

export const CLOCK_RULES: readonly Rule<TimeExpressionValue>[] = [
  {
    id: "time.clock",
    pattern: `word:<time.unit unit=hour> ${NEAR}? ( ال )? h:@hour ${MINUTES}? ${PART}? ( ${ZONE} | #open ${ZONE} #close | #open @hour : @digits ${ZONE} #close )?`,
    build: (match) =>
      match.captures.get("word")?.reading?.number === "singular" &&
      match.captures.get("word")?.reading?.article
        ? clock(match)
        : null,
  },
  {
    id: "time.clock-digits",
    pattern: `h:@hour : m:@digits ( : @digits )? ${PART}? ( ${ZONE} | #open ${ZONE} #close )?`,
    build: (match) => (isClockShaped(match) ? clock(match) : null),
  },
  {
    id: "time.clock-part",
    pattern: `( h:@hour ${MINUTES}? | h:@hour-half ) ( في | من )? part:<time.part|time.noon|time.midnight>`,
    priority: -1,
    build: (match) => {
      // "قتل 7 مساء أمس": seven persons. Only the adverb or a preposition in front makes an hour.
      const part = match.captures.get("part");
      const before = form(match, match.first - 1);
      if (!part) return null;
      const adverb = /(اً|ا|ً|ءً)$/.test(written(match, part.first)) || part.reading?.article;
      const led = /^[وف]?(عند|من|في|حتى|الى|بين|تمام|حوالي)$/.test(before);
      const told = form(match, match.first).startsWith("ال") || match.captures.has("fraction");
      // "12 منتصف الليل" is an hour wherever it stands; "في 7 مساء" under an article-less part.
      const midnight = featureOf(match, "part", "part") === "midnight";
      const plain = PLAIN_LED.test(before) && numberOf(match, "h") !== undefined;
      const given = told || plain || midnight;
      return adverb || (led && given) || midnight || match.captures.has("m") ? clock(match) : null;
    },
  },
  {
    id: "time.clock-fraction",
    pattern: `h:@hour-told fraction:<time.clock-fraction> ${LESS}? ${PART}?`,
    priority: -1,
    build: clock,
  },
  {
    id: "time.part-clock",
    pattern: `part:<time.part|time.noon> ( ، | عند | في )? ( word:<time.unit unit=hour article=yes> )? h:@hour ${MINUTES}?`,
    build: (match) => {
      const told = match.captures.has("word") || isClockShaped(match);
      return told && featureOf(match, "part", "part") !== "about" ? clock(match) : null;
    },
  },
  {
    id: "time.midnight",
    pattern: "part:<time.midnight>",
    build: (match) => value({ kind: "clock", clock: "00:00" }, match, "00:00"),
  },
];

/** Behind these a number before a part of the day is its hour; "بين 7 مساء" may be seven persons. */
const PLAIN_LED = /^[وف]?(عند|في|تمام|حتى)$/;

const written = (match: Match, at: number): string => {
  const token = match.layer.tokens[at];
  return token ? match.layer.text.slice(token.start, token.end) : "";
};

/** `1:3` is a score; `10:45` an hour. */
function isClockShaped(match: Match): boolean {
  const minutes = match.captures.get("m");
  return minutes !== undefined && form(match, minutes.first).length === 2;
}

const EVENING: ReadonlySet<string> = new Set(["evening", "afternoon", "night"]);

function clock(match: Match): TimeExpressionValue | null {
  const hour = numberOf(match, "h");
  if (hour === undefined) return null;
  // "23,00" is written as a decimal.
  const whole = Math.floor(hour);
  // "8 ونصف" is read as one number of words.
  const parts = match.captures.has("h") && isSpelled(match) ? 60 : 100;
  let minutes = Number.isInteger(hour)
    ? (numberOf(match, "m") ?? 0)
    : Math.round((hour - whole) * parts);
  minutes -= numberOf(match, "less") ?? 0;
  minutes += numberFeature(match, "fraction", "n") ?? 0;
  if (whole > 24 || minutes > 59 || minutes < -30) return null;
  const part = featureOf(match, "part", "part");
  const later = part !== null && (EVENING.has(part) || (part === "noon" && whole < 10));
  const early = whole < 12 && later && !(part === "night" && whole < 6);
  const total =
    (early ? whole + 12 : part === "midnight" && whole === 12 ? 0 : whole) * 60 + minutes;
  const text = `${pad(Math.floor(total / 60) % 24)}:${pad(total % 60)}`;
  return { spec: { kind: "clock", clock: text }, clock: text };
}

function isSpelled(match: Match): boolean {
  const found = match.captures.get("h")?.value;
  return (
    typeof found === "object" && found !== null && "spelled" in found && found.spelled === true
  );
}

const pad = (n: number): string => String(n).padStart(2, "0");
