/** Dates and periods of Recognizers-Text: the words of each, and for the parsers the days meant. */
import { isoDay, parseIsoDay } from "../../src/core/calendar.js";
import type { Time } from "../../src/core/contract.js";
import { arabic } from "../../src/lang/ar/pack.js";
import { readNumbers } from "../../src/read/numbers.js";
import { readTextLayer } from "../../src/read/text-layer.js";
import { readTimes } from "../../src/read/times/times.js";
import { textOf } from "../../src/text/layer.js";
import { type Recognized, scoreRecognized } from "../recognized.js";
import { type Expected, type RecognizerCase, recognizerCases } from "../recognizers.js";
import type { Row, Task } from "../task.js";

const FILES: readonly (readonly [name: string, file: string])[] = [
  ["dates", "DateTime/Arabic/DateExtractor"],
  ["dates parsed", "DateTime/Arabic/DateParser"],
  ["periods", "DateTime/Arabic/DatePeriodExtractor"],
  ["periods parsed", "DateTime/Arabic/DatePeriodParser"],
];

/** The cases leave a preposition or the word day in or out as it comes; neither changes the day. */
const withoutLead = (text: string): string => text.replace(/^(?:(?:في|يوم|خلال)\s+)+/, "");

function findTimes({ input, reference }: RecognizerCase): readonly Recognized<Time>[] {
  const layer = readTextLayer(input, arabic);
  const times = readTimes(layer, readNumbers(layer, arabic), arabic);
  return times
    .resolve(reference ? parseIsoDay(reference) : null)
    .map(({ first, last, value }) => ({ text: withoutLead(textOf(layer, first, last)), value }));
}

const dayBefore = (iso: string): string | null => {
  const day = parseIsoDay(iso);
  return day === null ? null : isoDay(day - 1);
};

/** A report tells of what was: the past resolution is held to. Ends may be told as the day after. */
function agrees(expected: Expected, time: Time): boolean | null {
  const past = expected.value?.["PastResolution"];
  if (typeof past !== "object" || past === null) return null;
  const { date, startDate, endDate } = Object.fromEntries(Object.entries(past));
  if (typeof date === "string") return time.start === date && time.end === date;
  if (typeof startDate !== "string" || typeof endDate !== "string") return null;
  return time.start === startDate && [endDate, dayBefore(endDate)].includes(time.end);
}

export const dates: Task = {
  name: "dates",
  rows: FILES.flatMap(([name]) => [name, `${name} value`]),
  run: () => {
    const rows: Row[] = [];
    for (const [name, file] of FILES) {
      const all = recognizerCases(file);
      if (!all) return null;
      const cases = all.map((item) => ({
        ...item,
        expected: item.expected.map((one) => ({ ...one, text: withoutLead(one.text) })),
      }));
      const scored = scoreRecognized({ name, cases, find: findTimes, agrees });
      // The extractors' cases have no values: their second row would be empty.
      rows.push(...scored.filter((row) => row.cases > 0));
    }
    return rows;
  },
};
