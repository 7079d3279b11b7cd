import { expect, test } from "vitest";
import type { ReportInput } from "../../core/input.js";
import { arabic } from "../../lang/ar/pack.js";
import { readNumbers } from "../numbers/numbers.js";
import { readTextLayer } from "../page/text-layer.js";
import { datePublication } from "./publication.js";
import { readTimes } from "./times.js";

function published(text: string, more: Omit<ReportInput, "text"> = {}) {
  const layer = readTextLayer(text, arabic);
  const times = readTimes(layer, readNumbers(layer, arabic), arabic);
  return datePublication("report", { text, ...more }, layer, times);
}

const BODY = "قالت البلدية إن السيول جرفت جسرا خشبيا وأغلقت طريقين في الوادي.";

test("metadata come first", () => {
  expect(published(`${BODY}`, { published: "2021-05-02T10:00:00Z" })).toMatchObject({
    edtf: "2021-05-02",
    basis: "metadata",
  });
});

test.each([
  ["a dateline", `الرقة (سوريا) 7 فبراير/شباط 2022 (وكالة النهر) - ${BODY}`, "2022-02-07"],
  ["a line of its own", `جسر ينهار في الوادي\nالأحد 6 مارس 2022\n\n${BODY}`, "2022-03-06"],
  [
    "two calendars",
    `الخميس 27 رمضان 1443 هـ الموافق لـ 28 أفريل 2022\n\nجسر ينهار في الوادي\n\n${BODY}`,
    "2022-04-28",
  ],
  [
    "a page's clock above the report's own stamp",
    `الأحد 6 مارس 2022
جسر ينهار في الوادي
5 مارس 2022 17:35

انهار الجسر اليوم السبت. ${BODY}`,
    "2022-03-05",
  ],
  [
    "a page's own day in two calendars above the report's stamp",
    `الثلاثاء 8 مارس 2022 الموافق 5 شعبان 1443\nجسر ينهار في الوادي\nالأحد 06/مارس/2022 - 05:35 م\n\n${BODY}`,
    "2022-03-06",
  ],
  [
    "a stamp word with the hour between",
    `جسر ينهار في الوادي\n\nتاريخ النشر : 11:56 - 2022/03/06\n\n${BODY}`,
    "2022-03-06",
  ],
])("the text states its day: %s", (_, text, day) => {
  expect(published(text)).toMatchObject({ edtf: day, basis: "stated" });
});

test("the day above a page's editor is that of its reader: the report is not of later", () => {
  const masthead = "الثلاثاء 8 مارس 2022 الموافق 5 شعبان 1443\nرئيس التحرير\nسعيد بلعيد\n\n";
  expect(published(`${masthead}جسر ينهار في الوادي\n\n${BODY}`).basis).toBe("unknown");
  const found = published(
    `${masthead}انهار الجسر اليوم الأحد 6 مارس. وكان الجسر قد أقيم في عام 2020. ${BODY}`,
  );
  expect(found).toMatchObject({ edtf: "2022-03-06", basis: "inferred" });
});

test("a crawler's day and the name of today give the day, with the reason", () => {
  const found = published(`انهار الجسر اليوم الاثنين. ${BODY}`, { fetched: "2022-03-10" });
  expect(found).toMatchObject({ edtf: "2022-03-07", basis: "inferred" });
  expect(found.why).toContain("fetched on 2022-03-10");
});

test("the day since which something lasts is none of the news", () => {
  const text = `جرفت السيول جسرا اليوم الخميس. والوادي مغلق منذ 3 مارس 2022. ${BODY}`;
  expect(published(text).basis).toBe("unknown");
  expect(published(text, { fetched: "2022-06-03" })).toMatchObject({ edtf: "2022-06-02" });
});

test("a crawler's day alone gives none", () => {
  expect(published(BODY, { fetched: "2022-03-10" }).basis).toBe("unknown");
});

test("this year's number and today's date give the year", () => {
  const text = `افتتح اليوم الأحد 6 آذار السوق الذي بني العام الماضي 2021. ${BODY}`;
  expect(published(text)).toMatchObject({ edtf: "2022-03-06", basis: "inferred" });
});

test("the release of the engine bounds the day only where it is said", () => {
  const found = published(`زار الوفد المتحف اليوم الثلاثاء 1 تموز، للمرة الثانية منذ عام 2021.`);
  expect(found).toMatchObject({ edtf: "2025-07-01", basis: "inferred" });
  expect(found.why).toContain("not after this engine's release");
});

test("an old date in a column is not its day", () => {
  const text = `كتبت في هذه الزاوية أن ${"القراءة نافعة لكل صغير وكبير ".repeat(12)} في الاثنين 22 نيسان 2013.`;
  expect(published(text, { fetched: "2022-03-10" }).basis).toBe("unknown");
  expect(published(text).basis).toBe("unknown");
});

test("a weekday leaves too many days", () => {
  expect(published(`انهار الجسر اليوم الاثنين. ${BODY}`).basis).toBe("unknown");
});
