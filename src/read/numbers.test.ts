import { describe, expect, it } from "vitest";
import { arabic } from "../lang/ar/pack.js";
import { textOf } from "../text/layer.js";
import { readNumbers } from "./numbers.js";
import { readTextLayer } from "./text-layer.js";

/** Numbers of a text as `words=value`, a `%` behind a percentage and a `.` behind an ordinal. */
function numbers(text: string): string[] {
  const layer = readTextLayer(text, arabic);
  const mark = { cardinal: "", percent: "%", ordinal: "." } as const;
  return readNumbers(layer, arabic).map(
    ({ first, last, value }) => `${textOf(layer, first, last)}=${value.value}${mark[value.kind]}`,
  );
}

describe("numbers in Arabic", () => {
  it.each([
    ["12,500 نازح", "12,500=12500"],
    ["12.500 نازح", "12.500=12500"],
    ["١٢٬٥٠٠ نازح", "١٢٬٥٠٠=12500"],
    ["بلغ 7٫5 درجات", "7٫5=7.5"],
    ["نزح 12 500 شخص", "12 500=12500"],
    ["نحو 1.5 مليون لاجئ", "1.5 مليون=1500000"],
    ["وصل 3 آلاف عامل", "3 آلاف=3000"],
    ["3 آلاف و200 عامل", "3 آلاف و200=3200"],
    ["وصل ثلاثمئة وخمسة وعشرون جنديا", "ثلاثمئة وخمسة وعشرون=325"],
    ["ثلاث مائة وأربع نساء", "ثلاث مائة وأربع=304"],
    ["مئتا ألف ومئتان وخمسون", "مئتا ألف ومئتان وخمسون=200250"],
    ["اثنا عشر رجلا", "اثنا عشر=12"],
    ["إحدى عشرة امرأة", "إحدى عشرة=11"],
    ["أحد عشر رجلا", "أحد عشر=11"],
    ["ثماني عشرة قذيفة", "ثماني عشرة=18"],
    ["خمسون ألفا", "خمسون ألفا=50000"],
    ["ألفا جندي", "ألفا=2000"],
    ["ألفي جندي", "ألفي=2000"],
    ["مليوني نازح", "مليوني=2000000"],
    ["نصف مليون نازح", "نصف مليون=500000"],
    ["مليون ونصف المليون نازح", "مليون ونصف المليون=1500000"],
    ["مليونا", "مليونا=2000000"],
    ["ثلاثة أرباع السكان", "ثلاثة أرباع=0.75"],
    ["بنسبة 8%", "8%=8%"],
    ["بنسبة 8 في المئة", "8 في المئة=8%"],
    ["ارتفع عشرين بالمئة", "عشرين بالمئة=20%"],
    ["الحادي عشر من آذار", "الحادي عشر=11."],
    ["الدورة الخامسة والعشرون", "الخامسة والعشرون=25."],
    ["الذكرى الـ13", "الـ13=13."],
    ["ثالث هجوم", "ثالث=3."],
  ])("reads %s", (text, expected) => {
    expect(numbers(text)).toEqual([expected]);
  });

  it("passes over words that only look like numbers", () => {
    expect(numbers("قال أحد الجنود إنهم عشرات الآلاف")).toEqual([]);
    expect(numbers("في 28.11.2025")).toEqual([]);
  });
});
