/** Reports made for tests: of each event two outlets tell, in words of their own. */
import type { ReportInput } from "../../src/core/input.js";
import type { ArrivingReport } from "../../src/store/arrivals.js";

const CITIES = ["حلب", "الموصل", "عدن", "بنغازي", "الخرطوم", "طرابلس", "صنعاء", "درعا"];
const DEEDS = ["انفجار", "حريق", "قصف", "هجوم", "تصادم قطارين"];

export function madeReport(at: number): ReportInput {
  const event = Math.floor(at / 2);
  const city = CITIES[event % CITIES.length];
  const deed = DEEDS[Math.floor(event / CITIES.length) % DEEDS.length];
  const dead = 3 + (event % 40);
  const month = 1 + (Math.floor(event / 40) % 12);
  const first = at % 2 === 0;
  return {
    id: String(at),
    outlet: first ? "المساء" : "الضحى",
    published: `2021-${String(month).padStart(2, "0")}-05`,
    text: first
      ? `قال مصدر طبي في ${city} إن ${dead} قتيلا و${2 + (event % 17)} جريحا سقطوا في ${deed} وقع قرب السوق المركزي رقم ${event}.`
      : `أعلن قائد الشرطة ارتفاع عدد القتلى إلى ${dead + 1} في ${deed} الذي شهدته مدينة ${city} عند السوق المركزي رقم ${event}.`,
  };
}

export const madeReports = (count: number, from = 0): ReportInput[] =>
  Array.from({ length: count }, (_, at) => madeReport(from + at));

export const arriving = (input: ReportInput): ArrivingReport => ({
  input,
  original: null,
  origin: { via: "file", file: input.file ?? undefined },
});
