import { describe, expect, test } from "vitest";
import * as gazetteer from "../../gazetteer/gazetteer.js";
import { arabic } from "../../lang/ar/pack.js";
import { readTextLayer } from "../page/text-layer.js";
import { readNames } from "./names.js";

/** Kind, country and whole degrees of the mention of `name`; "nothing" where it is not named. */
function placeOf(name: string, text: string): string {
  const mention = readNames(readTextLayer(text, arabic), arabic, gazetteer).find(
    ({ value }) => value.name === name,
  );
  if (!mention) return "nothing";
  const { kind, country, geo } = mention.value;
  return geo
    ? `${kind} ${country} ${Math.round(geo.lat)} ${Math.round(geo.lon)}`
    : `${kind} unlocated`;
}

describe("places of one name", () => {
  test("the country and the neighbours in the sentence decide", () => {
    expect(placeOf("زنجبار", "سيطر الجيش على مدينة زنجبار عاصمة محافظة أبين شرق عدن.")).toBe(
      "place YE 13 45",
    );
    expect(placeOf("زنجبار", "وصل السياح إلى زنجبار قبالة سواحل تنزانيا.")).toBe("place TZ -6 39");
    expect(
      placeOf("أريحا", "قصفت الطائرات مدينة أريحا في شمال غرب سوريا، وفق ناشطين في إدلب."),
    ).toBe("place SY 36 37");
    expect(placeOf("أريحا", "اعتقل الجيش الإسرائيلي شابين في أريحا بالضفة الغربية.")).toBe(
      "place PS 32 35",
    );
  });

  test("of two in one country the nearer to what is told beside it", () => {
    const text = "تمتد المنطقة من جرابلس إلى بلدة صوران قرب أعزاز في ريف حلب الشمالي.";
    expect(placeOf("صوران", text)).toBe("place SY 37 37");
    expect(placeOf("صوران", "دخلت القوات بلدة صوران في ريف حماة الشمالي.")).toBe("place SY 35 37");
  });

  test("a large one is believed without a word of its country", () => {
    expect(placeOf("طرابلس", "اجتمع الوفدان في طرابلس صباح اليوم.")).toBe("place LY 33 13");
  });

  test("a small one of a country never told, among places of another, stays without a place", () => {
    const text = "امتلأت متنزهات الطائف وأبها والباحة بالزوار، ومنها متنزه سمنان الذي زاره المئات.";
    expect(placeOf("سمنان", text)).not.toContain("IR");
  });

  test("a town is not that of its name far from the place of its address", () => {
    expect(placeOf("المنصورة", "سقطت قذيفة على بلدة المنصورة بسهل الغاب في ريف حماة.")).toBe(
      "place unlocated",
    );
  });
});

describe("no places", () => {
  const match =
    "خاض الفريق مباراة قوية في الدوري، وسجل المهاجم هدفين في الشوط الأول، ثم تألق حارس المرمى.";

  test("a town's bare name in a report of sport is its club", () => {
    expect(placeOf("روما", `${match} وتعرض مدافع روما الإيطالي لإصابة.`)).toBe(
      "organization unlocated",
    );
    expect(placeOf("ليون", `${match} وتغلب ليون على ضيفه.`)).toBe("organization unlocated");
    expect(placeOf("برايتون", `${match} وتمت إعارة اللاعب إلى برايتون.`)).toBe(
      "organization unlocated",
    );
  });

  test("behind 'in', and in any other report, it is the town", () => {
    expect(placeOf("روما", `${match} وأقيم اللقاء في روما.`)).toBe("place IT 42 13");
    expect(placeOf("روما", "وقعت روما الاتفاق مع شركائها.")).toBe("place IT 42 13");
  });

  test("in quotes it is the paper", () => {
    expect(placeOf("الشرق الأوسط", "وقال المسؤول لـ«الشرق الأوسط» إن القرار نهائي.")).toBe(
      "outlet unlocated",
    );
    expect(placeOf("الشرق الأوسط", "تحدث عن السلام في الشرق الأوسط.")).toBe("place null 30 40");
  });

  test("an adverb, a verb, a noun with its ending", () => {
    expect(placeOf("دوما", "وهو يكررها دوما في خطبه.")).toBe("nothing");
    expect(placeOf("دومًا", "كان حاضرا دومًا.")).toBe("nothing");
    expect(placeOf("دوما", "قتل مدنيان في دوما قرب دمشق.")).toBe("place SY 34 36");
    expect(placeOf("تدمر", "قال إن الشائعات تدمر حياة الناس.")).toBe("nothing");
    expect(placeOf("تدمر", "وصلت القوات إلى مدينة تدمر شرق حمص.")).toBe("place SY 35 38");
  });

  test("a family name behind a given one", () => {
    expect(placeOf("الرباط", "فاز بالجائزة محمد الرباط.")).toBe("nothing");
    expect(placeOf("الرباط", "افتتح المعرض في الرباط.")).toBe("place MA 34 -7");
  });
});
