/**
 * Dates, periods, hours and lengths of Recognizers-Text: the words of each, and for the parsers the
 * values meant. Each set asks for one kind of time; the others that stand in a case are left out.
 */
import { isoDay, parseIsoDay } from "../../src/core/calendar.js";
import type { Time } from "../../src/core/contract.js";
import { arabic } from "../../src/lang/ar/pack.js";
import { DURATION_RULES, type Duration } from "../../src/lang/ar/rules/time-durations.js";
import type { TimeSpec } from "../../src/lang/time-spec.js";
import { readNumbers } from "../../src/read/numbers/numbers.js";
import { readTextLayer } from "../../src/read/page/text-layer.js";
import { readDurations } from "../../src/read/times/durations.js";
import { readTimes } from "../../src/read/times/times.js";
import { RuleSet } from "../../src/rules/compile.js";
import { type TextLayer, textOf } from "../../src/text/layer.js";
import { type Recognized, type RecognizerScoring, scoreRecognized } from "../recognized.js";
import { type Expected, type RecognizerCase, recognizerCases } from "../recognizers.js";
import type { Row, Task } from "../task.js";

/** The cases leave a preposition or the word day in or out as it comes; neither changes the day. */
const LEAD = /^(?:(?:في|يوم|خلال|من|بين|ما بين|لمدة|مدة)\s+|ب(?=ال)|ل(?=يوم |بضع|عدة))+/;
const withoutLead = (text: string): string => text.trim().replace(LEAD, "");

/** A distance is a date in some sets and a period in others. */
type Kind = "date" | "period" | "distance" | "clock" | "holiday";

function kindOf(spec: TimeSpec): Kind {
  switch (spec.kind) {
    case "day":
    case "nth-weekday":
      return "date";
    case "clock":
      return "clock";
    case "holiday":
      return "holiday";
    case "distance":
      return "distance";
    case "since":
      return kindOf(spec.from);
    default:
      return "period";
  }
}

/** A case is one sentence, whatever page furniture so short a text looks like. */
function layerOf(input: string): TextLayer {
  const layer = readTextLayer(input, arabic);
  const last = layer.tokens.length;
  const whole = { first: 0, last, start: 0, end: input.length, paragraph: 0, heading: false };
  return { ...layer, sentences: [whole], furniture: [], sentenceOf: new Int32Array(last) };
}

const findTimes =
  (kinds: readonly Kind[]) =>
  ({ input, reference }: RecognizerCase): readonly Recognized<Time>[] => {
    const layer = layerOf(input);
    const times = readTimes(layer, readNumbers(layer, arabic), arabic);
    const resolved = times.resolve(reference ? parseIsoDay(reference) : null);
    return times.expressions.flatMap(({ first, last, value }, at) => {
      const time = resolved[at]?.value;
      const asked = time && kinds.includes(kindOf(value.spec));
      return asked ? [{ text: withoutLead(textOf(layer, first, last)), value: time }] : [];
    });
  };

const durationRules = new RuleSet(DURATION_RULES);

function findDurations({ input }: RecognizerCase): readonly Recognized<Duration>[] {
  const layer = layerOf(input);
  return readDurations(layer, readNumbers(layer, arabic), durationRules).map(
    ({ first, last, value }) => ({ text: withoutLead(textOf(layer, first, last)), value }),
  );
}

const dayBefore = (iso: string): string | null => {
  const day = parseIsoDay(iso);
  return day === null ? null : isoDay(day - 1);
};

type Resolution = Readonly<Record<string, unknown>>;

function resolution(expected: Expected, name: string): Resolution {
  const found = expected.value?.[name];
  return typeof found === "object" && found !== null
    ? Object.fromEntries(Object.entries(found))
    : {};
}

/** "I shall be back on 2 October" may mean the one or the other; ends may be told as the day after. */
function agreesOnDays(expected: Expected, time: Time): boolean | null {
  const verdicts = ["PastResolution", "FutureResolution"].flatMap((name): boolean[] => {
    const { date, startDate, endDate } = resolution(expected, name);
    if (typeof date === "string") return [time.start === date && time.end === date];
    if (typeof startDate !== "string" || typeof endDate !== "string") return [];
    return [time.start === startDate && [endDate, dayBefore(endDate)].includes(time.end)];
  });
  return verdicts.length === 0 ? null : verdicts.some(Boolean);
}

function agreesOnHour(expected: Expected, time: Time): boolean | null {
  const { time: hour } = resolution(expected, "PastResolution");
  return typeof hour === "string" ? time.clock === hour.slice(0, 5) : null;
}

function agreesOnLength(expected: Expected, { seconds }: Duration): boolean | null {
  const { duration } = resolution(expected, "PastResolution");
  return typeof duration === "string" ? Number(duration) === seconds : null;
}

/** The words of a case and of an answer are compared without what leads to them. */
function scoreFile<V>(
  name: string,
  file: string,
  { find, agrees }: Pick<RecognizerScoring<V>, "find" | "agrees">,
): readonly Row[] | null {
  const all = recognizerCases(file);
  if (!all) return null;
  const cases = all.map((item) => ({
    ...item,
    expected: item.expected.map((one) => ({ ...one, text: withoutLead(one.text) })),
  }));
  // The extractors' cases have no values: their second row would be empty.
  return scoreRecognized({ name, cases, find, agrees }).filter((row) => row.cases > 0);
}

const days = (kinds: readonly Kind[]) => ({ find: findTimes(kinds), agrees: agreesOnDays });
const hours = { find: findTimes(["clock"]), agrees: agreesOnHour };
const lengths = { find: findDurations, agrees: agreesOnLength };
const FOLDER = "DateTime/Arabic";

const SETS: readonly (readonly [name: string, score: () => readonly Row[] | null])[] = [
  ["dates", () => scoreFile("dates", `${FOLDER}/DateExtractor`, days(["date", "distance"]))],
  [
    "dates parsed",
    () => scoreFile("dates parsed", `${FOLDER}/DateParser`, days(["date", "distance"])),
  ],
  [
    "periods",
    () => scoreFile("periods", `${FOLDER}/DatePeriodExtractor`, days(["period", "distance"])),
  ],
  [
    "periods parsed",
    () => scoreFile("periods parsed", `${FOLDER}/DatePeriodParser`, days(["period", "distance"])),
  ],
  ["holidays", () => scoreFile("holidays", `${FOLDER}/HolidayExtractor`, days(["holiday"]))],
  ["hours", () => scoreFile("hours", `${FOLDER}/TimeExtractor`, hours)],
  ["hours parsed", () => scoreFile("hours parsed", `${FOLDER}/TimeParser`, hours)],
  ["lengths", () => scoreFile("lengths", `${FOLDER}/DurationExtractor`, lengths)],
  ["lengths parsed", () => scoreFile("lengths parsed", `${FOLDER}/DurationParser`, lengths)],
];

export const dates: Task = {
  name: "dates",
  rows: SETS.flatMap(([name]) => [name, `${name} value`]),
  run: () => {
    const rows: Row[] = [];
    for (const [, score] of SETS) {
      const scored = score();
      if (!scored) return null;
      rows.push(...scored);
    }
    return rows;
  },
};
